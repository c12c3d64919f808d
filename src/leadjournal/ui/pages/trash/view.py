"""The trash as it is seen: a field to search it, a list, and what the chosen row holds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from leadjournal.base.words import _, isolated
from leadjournal.ui.items.history_list import HistoryList
from leadjournal.ui.items.history_rows import HistoryRow
from leadjournal.ui.pages.trash.preview import GonePreview
from leadjournal.ui.pages.trash.values import GoneRow, GoneSheet
from leadjournal.ui.shape import Shape
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import QuietButton
from leadjournal.ui.widgets.empty_state import EmptyState
from leadjournal.ui.widgets.filter_field import FilterField
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.wrapping_row import WrappingRow

_FIELD = 264
_PANEL = {Shape.WIDE: 400, Shape.MIDDLE: 336}
_TYPING_PAUSE = 200
_UNLIMITED = 16_777_215
_INSET = 12


class TrashView(QWidget):
    """Knows plain values; what is wanted leaves as keys and words."""

    words_changed = Signal(str)
    chosen = Signal(str)
    restore_wished = Signal(str)
    forget_wished = Signal(str)
    empty_wished = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._shape = Shape.WIDE
        self._reading = False
        self.field = FilterField(looks, _("Search the trash"))
        self.field.setPlaceholderText(_("Search the trash"))
        self.field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._state = Label(looks, "", "small", "text_2", elide=True)
        self.empty_button = QuietButton(looks, _("Empty the trash…"), "trash")
        self.list = HistoryList(looks, _("Trash"))
        self.preview = GonePreview(looks)
        self._nothing = EmptyState(
            looks, "trash-2", _("The trash is empty"),
            _("What you remove stays here for 30 days and can be restored with everything that "
              "belonged to it."),
        )  # fmt: skip
        self._no_match = EmptyState(
            looks, "search", _("Nothing found"), "", _("Clear"), action_icon="x", main=False
        )
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_PAUSE)
        self._lay_out()
        self._connect()
        self._arrange()
        looks.changed.connect(self._arrange)

    def show_rows(self, rows: Sequence[GoneRow], words: str, state: str) -> None:
        """Show what lies in the trash, or what of it holds the words that were searched."""
        self._state.setText(state)
        self.list.show_rows([
            HistoryRow(row.key, row.title, f"{row.kind} · {row.when}", row.icon, row.left)
            for row in rows
        ])  # fmt: skip
        searching = bool(words.strip())
        self.toolbar.setVisible(bool(rows) or searching)
        if rows:
            self._stack.setCurrentWidget(self._sides)
        elif searching:
            sentence = _("Nothing in the trash matches “{words}”.")
            self._no_match.set_words(
                _("Nothing found"), sentence.format(words=isolated(words.strip()))
            )
            self._stack.setCurrentWidget(self._no_match)
        else:
            self._stack.setCurrentWidget(self._nothing)
        if not rows:
            self.go_to_list()

    def show_sheet(self, sheet: GoneSheet) -> None:
        """Show what the chosen row holds."""
        self.preview.show_sheet(sheet)

    def set_writable(self, can_write: bool) -> None:
        """In a journal that is only read nothing comes back and nothing goes."""
        why_not = _("This journal is open for reading only.")
        self.preview.set_writable(can_write, why_not)
        self.empty_button.setEnabled(can_write)
        self.empty_button.setToolTip("" if can_write else why_not)

    def set_shape(self, shape: Shape) -> None:
        """Take the layout of the window."""
        if shape is not self._shape:
            self._shape = shape
            self._reading = False
            self._arrange()

    def is_alone(self) -> bool:
        """Whether what is read stands alone, as a page of its own."""
        return self._shape is Shape.NARROW and self._reading

    def go_to_list(self) -> None:
        """Give the room back to the list."""
        if self._reading:
            self._reading = False
            self._arrange()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_words(self) -> None:
        """Search for nothing again."""
        self.field.clear()
        self._tell_words()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, key: str) -> None:
        self.chosen.emit(key)
        self._reading = self._shape is Shape.NARROW
        self._arrange()
        if self._reading:
            self.preview.take_focus()

    def _tell_words(self) -> None:
        self._pause.stop()
        self.words_changed.emit(self.field.text())

    def _arrange(self) -> None:
        narrow = self._shape is Shape.NARROW
        self.preview.setVisible(not narrow or self._reading)
        self._left.setVisible(not self.is_alone())
        self.toolbar_room.setVisible(not self.is_alone())
        self.preview.set_alone(narrow)
        if narrow:
            self.preview.setMinimumWidth(0)
            self.preview.setMaximumWidth(_UNLIMITED)
        else:
            self.preview.setFixedWidth(self._looks.scaled(_PANEL[self._shape]))
        self._sides_row.setStretchFactor(self.preview, int(narrow))
        self.field.setMaximumWidth(self._looks.scaled(_FIELD))
        self._state.setVisible(not narrow)

    def _lay_out(self) -> None:
        left, right = self._looks.measure("page_left"), self._looks.measure("page_right")
        self.toolbar = WrappingRow([self.field, self._state], [self.empty_button])
        self.toolbar_room = QWidget()
        row = QHBoxLayout(self.toolbar_room)
        row.setContentsMargins(left, 0, right, 10)
        row.addWidget(self.toolbar)
        self._left = QWidget()
        list_column = QVBoxLayout(self._left)
        list_column.setContentsMargins(left - _INSET, 0, right - _INSET, 16)
        list_column.addWidget(self.list)
        self._sides = QWidget()
        self._sides_row = QHBoxLayout(self._sides)
        self._sides_row.setContentsMargins(0, 0, 0, 0)
        self._sides_row.setSpacing(0)
        self._sides_row.addWidget(self._left, 1)
        self._sides_row.addWidget(self.preview)
        self._stack = QStackedWidget()
        blank = QWidget()
        for page in (blank, self._sides, self._nothing, self._no_match):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar_room)
        column.addWidget(self._stack, 1)
        self.toolbar.hide()

    def _connect(self) -> None:
        self.field.textChanged.connect(self._pause.start)
        self.field.returnPressed.connect(self._tell_words)
        self.field.went_down.connect(lambda: self.list.setFocus(Qt.FocusReason.TabFocusReason))
        self._pause.timeout.connect(self._tell_words)
        self.list.chosen.connect(self.chosen)
        self.list.opened.connect(self._open)
        self.preview.restore_wished.connect(self.restore_wished)
        self.preview.forget_wished.connect(self.forget_wished)
        self.preview.left.connect(self.go_to_list)
        self.empty_button.clicked.connect(self.empty_wished)
        self._no_match.acted.connect(self.clear_words)

    def minimumSizeHint(self) -> QSize:
        # What does not fit is put elsewhere by the shape; it must not widen the window.
        return QSize(0, 0)
