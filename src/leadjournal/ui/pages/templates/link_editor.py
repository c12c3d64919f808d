"""An answer that points at a record: found in a list, or made in place from what was typed."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.rules.template import Step
from leadjournal.ui.dialogs.naming import NAMED
from leadjournal.ui.pages.templates.clearing import clear
from leadjournal.ui.pages.templates.editor import AnswerEditor
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import ChoiceButton, IconButton
from leadjournal.ui.widgets.editors import LineEdit

_ROWS = 6
_ROW_TALL = 36
_NEW = "new"
_ID = Qt.ItemDataRole.UserRole
_ICONS = {"outcome": "waypoints", "person": "user", "why": "compass", "output": "package"}


class LinkChoice(NamedTuple):
    """A record to choose."""

    id: str
    words: str


class LinkEditor(AnswerEditor):
    """A line to find by, the records below it; what is chosen stands as an option."""

    made = Signal(str)
    rename_wished = Signal(str)

    def __init__(self, looks: Looks, step: Step) -> None:
        super().__init__(looks, step)
        self._offered: Sequence[LinkChoice] = ()
        self._can_make = False
        self._value: list[str] = []
        self._chosen = QVBoxLayout()
        self._chosen.setSpacing(8)
        self.line = LineEdit(looks)
        self.name(self.line)
        self.list = _RecordList(looks)
        self.column.addLayout(self._chosen)
        self.column.addWidget(self.line)
        self.column.addWidget(self.list)
        self.line.textEdited.connect(self._show_list)
        self.line.installEventFilter(self)
        self.list.clicked.connect(self._take_row)
        looks.changed.connect(self._show_list)

    def offer(self, choices: Sequence[LinkChoice], *, can_make: bool) -> None:
        """Show these records; with `can_make`, a new one can be made."""
        self._offered, self._can_make = choices, can_make
        self.line.setPlaceholderText(
            _("Find one, or type a new one") if can_make else _("Type to find one")
        )
        self._show_chosen()

    def set_value(self, value: object) -> None:
        self._value = [str(each) for each in value] if isinstance(value, list) else []
        if isinstance(value, str):
            self._value = [value]
        self._show_chosen()

    def take_focus(self) -> None:
        if self.line.isVisibleTo(self):
            self.line.setFocus()
        elif (item := self._chosen.itemAt(0)) is not None and (row := item.widget()) is not None:
            row.setFocus(Qt.FocusReason.TabFocusReason)

    def enter_pressed(self) -> bool:
        index = self.list.currentIndex()
        if not (self.line.hasFocus() and self.line.isVisibleTo(self) and index.isValid()):
            return False
        self._take_row(index)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                self.list.walk(step)
                return True
        return super().eventFilter(watched, event)

    def _take_row(self, index: QModelIndex) -> None:
        id_ = str(index.data(_ID))
        words = self.line.text().strip()
        self.line.clear()
        if id_ == _NEW:
            self.made.emit(words)
            return
        self._tell([*self._value, id_] if self.step.many else [id_])
        self.take_focus()

    def _take_away(self, id_: str) -> None:
        self._tell([each for each in self._value if each != id_])
        self.line.setFocus()

    def _tell(self, value: list[str]) -> None:
        self._value = value
        self._show_chosen()
        single = value[0] if value else None
        self.settled.emit(value if self.step.many else single)

    def _show_chosen(self) -> None:
        clear(self._chosen)
        words = {each.id: each.words for each in self._offered}
        for id_ in self._value:
            if id_ in words:
                row = self._chosen_row(id_, words[id_])
                self._chosen.addWidget(row)
                row.setVisible(True)
        self.line.setVisible(self.step.many or not self._chosen.count())
        self._show_list()

    def _chosen_row(self, id_: str, words: str) -> QWidget:
        holder = QWidget()
        button = _Chosen(self.looks, words, _ICONS.get(self.step.to, "link"))
        remove = IconButton(self.looks, "x", _("Take “{record}” away").format(record=words))
        remove.clicked.connect(lambda: self._take_away(id_))
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(button)
        if self.step.to in NAMED:
            rename = IconButton(self.looks, "pencil", _("Rename {name}…").format(name=words))
            rename.clicked.connect(lambda: self.rename_wished.emit(id_))
            row.addWidget(rename)
        row.addWidget(remove)
        row.addStretch()
        holder.setFocusProxy(button)
        return holder

    def _show_list(self) -> None:
        typed = " ".join(self.line.text().split())
        wanted = typed.casefold()
        rows = [
            each
            for each in self._offered
            if wanted in each.words.casefold() and each.id not in self._value
        ]
        icon = _ICONS.get(self.step.to, "link")
        self.list.show_rows([(each.id, each.words, icon) for each in rows])
        known = any(each.words.casefold() == wanted for each in self._offered)
        if typed and self._can_make and not known:
            self.list.add_row(_NEW, _("Make “{words}” new").format(words=typed), "plus")
        if typed:
            self.list.walk(1)
        self.list.setVisible(self.line.isVisibleTo(self) and self.list.count() > 0)


class _Chosen(ChoiceButton):
    """What was chosen; it stays chosen until it is taken away."""

    def __init__(self, looks: Looks, words: str, icon: str) -> None:
        super().__init__(looks, "", icon)
        self._words = words
        self.setAutoExclusive(False)
        self.setChecked(True)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.clicked.connect(lambda: self.setChecked(True))
        self.restyle()

    def restyle(self) -> None:
        super().restyle()
        self.setMaximumWidth(self.looks.scaled(560))
        words = getattr(self, "_words", "")
        room = self.looks.scaled(560) - self.looks.scaled(16) - 60
        metrics = self.fontMetrics()
        self.setText(metrics.elidedText(words, Qt.TextElideMode.ElideRight, room))

    def icon_room(self) -> int:
        return self.gap - 4


class _RecordList(QListView):
    """Up to six rows at once; the line above moves through them."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setProperty("cls", "field")
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Records to choose from"))

    def count(self) -> int:
        """How many rows there are."""
        return self._model.rowCount()

    def words(self) -> list[str]:
        """What the rows say."""
        return [self._model.item(row).text() for row in range(self.count())]

    def show_rows(self, rows: Sequence[tuple[str, str, str]]) -> None:
        """Show these rows and no others; each has an id, words and an icon."""
        self._model.clear()
        for id_, words, icon in rows:
            self.add_row(id_, words, icon)
        self._fit()

    def add_row(self, id_: str, words: str, icon: str) -> None:
        """Show one more row at the end."""
        item = QStandardItem(self._looks.icon(icon, 16), words)
        item.setData(id_, _ID)
        item.setFont(self._looks.font("body"))
        item.setSizeHint(QSize(0, self._row_tall()))
        self._model.appendRow(item)
        self._fit()

    def walk(self, step: int) -> None:
        """Go down or up; the ends are ends."""
        row = self.currentIndex().row() + step
        if 0 <= row < self.count():
            self.setCurrentIndex(self._model.index(row, 0))

    def _row_tall(self) -> int:
        return max(_ROW_TALL, self._looks.line("body") + 11)

    def _fit(self) -> None:
        self.setIconSize(QSize(self._looks.scaled(16), self._looks.scaled(16)))
        self.setFixedHeight(min(self.count(), _ROWS) * self._row_tall() + 4)
