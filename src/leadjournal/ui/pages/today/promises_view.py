"""All promises on the screen: the way back, the list, and what can be done with a row."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.pages.today.promise_acts import ACTS, Act, acts_for
from leadjournal.ui.pages.today.promise_list import PromiseList
from leadjournal.ui.pages.today.promise_rows import FOLD, Row
from leadjournal.ui.shape import Shape
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import (
    Button,
    IconButton,
    LinkButton,
    PrimaryButton,
    SecondaryButton,
)
from leadjournal.ui.widgets.card import Card
from leadjournal.ui.widgets.empty_state import EmptyState
from leadjournal.ui.widgets.flow import FlowLayout
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.wrapping_row import WrappingRow

_BOTTOM = 20
_BAR_GAP = 10


class PromisesView(QWidget):
    """Emits the id of an act and the row it is wished for."""

    left = Signal()
    add_wanted = Signal()
    blocker_wanted = Signal()
    wished = Signal(str, object)
    folded = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._allowed = True
        self.back = LinkButton(looks, _("Back to Today"), "arrow-left")
        self.state = Label(looks, "", "small", "text_3", elide=True)
        self.add = PrimaryButton(looks, _("Add a promise"), "plus")
        self.block = SecondaryButton(looks, _("Add a blocker"), "octagon-alert")
        self.block_icon = IconButton(looks, "octagon-alert", _("Add a blocker"))
        self.list = PromiseList(looks)
        self.nothing = EmptyState(
            looks,
            "list-checks",
            _("No promise yet"),
            _("Write down what somebody will do, and by which day. It then waits on Today."),
            _("Add a promise"),
        )
        self.acts: dict[str, Button] = {act.id: self._button(act) for act in ACTS}
        self._lay_out()
        self.back.clicked.connect(self.left)
        self.add.clicked.connect(self.add_wanted)
        self.nothing.acted.connect(self.add_wanted)
        self.block.clicked.connect(self.blocker_wanted)
        self.block_icon.clicked.connect(self.blocker_wanted)
        self.list.chosen.connect(self._show_acts)
        self.list.opened.connect(self._open)
        self.list.settle_wished.connect(self._settle)
        self.list.remove_wished.connect(lambda row: self._wish("remove", row))
        self.list.menu_wished.connect(self.open_menu)
        for keys in ("Esc", "Alt+Left"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.left)

    def show_rows(self, rows: list[Row], state: str) -> None:
        """Show these rows and the sentence above them."""
        is_empty = not any(row.is_chosen_from for row in rows)
        self.state.setText("" if is_empty else state)
        self.list.show_rows(rows)
        self.nothing.setVisible(is_empty)
        for part in (self._card, self._bar, self.add):
            part.setVisible(not is_empty)
        self._show_acts(self.list.current())

    def set_shape(self, shape: Shape) -> None:
        """Say less where there is less room."""
        self.state.setVisible(shape is not Shape.NARROW)
        self.block.setVisible(shape is Shape.WIDE)
        self.block_icon.setVisible(shape is not Shape.WIDE)

    def set_read_only(self, sentence: str) -> None:
        """Nothing can be changed; the sentence says why."""
        self._allowed = False
        made = (self.add, self.block, self.block_icon, self.nothing, *self.acts.values())
        for button in made:
            button.setEnabled(False)
            button.setToolTip(sentence)

    def open_menu(self, row: Row, at: QPoint) -> None:
        """Offer what the buttons offer, beside the row."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for act in acts_for(row):
            words = f"{_(act.label)}\t{_(act.key)}" if act.key else _(act.label)
            action = menu.addAction(self._looks.icon(act.icon), words)
            action.setEnabled(self._allowed)
            action.triggered.connect(lambda _=False, id_=act.id: self._wish(id_, row))
        menu.popup(at)

    def _button(self, act: Act) -> Button:
        button: Button = (
            IconButton(self._looks, act.icon, _(act.label))
            if act.id == "remove"
            else SecondaryButton(self._looks, _(act.label), act.icon)
        )
        button.clicked.connect(lambda: self._wish(act.id, self.list.current()))
        return button

    def _show_acts(self, row: Row | None) -> None:
        offered = {act.id for act in acts_for(row)}
        for id_, button in self.acts.items():
            button.setVisible(id_ in offered)
        self._bar.updateGeometry()

    def _open(self, row: Row) -> None:
        if row.kind == FOLD:
            self.folded.emit()
        else:
            self._wish("edit", row)

    def _settle(self, row: Row) -> None:
        if row.kind == FOLD:
            self.folded.emit()
        elif acts := acts_for(row):
            self._wish(acts[0].id, row)

    def _wish(self, act: str, row: Row | None) -> None:
        if self._allowed and row is not None and row.id:
            self.wished.emit(act, row)

    def _lay_out(self) -> None:
        self.state.setContentsMargins(8, 0, 0, 0)
        top = WrappingRow([self.back, self.state], [self.block, self.block_icon, self.add])
        self._bar = QWidget()
        flow = FlowLayout(self._bar)
        for button in self.acts.values():
            flow.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._bar.setSizePolicy(policy)
        self._bar.setMinimumHeight(self._looks.height("h_control", "body-m"))
        self._card = Card(self._looks, spacing=0)
        self._card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._card.column.setContentsMargins(6, 4, 6, 6)
        self._card.column.addWidget(self.list)
        column = QVBoxLayout(self)
        left, right = self._looks.measure("page_left"), self._looks.measure("page_right")
        column.setContentsMargins(left, 0, right, _BOTTOM)
        column.setSpacing(_BAR_GAP)
        column.addWidget(top)
        column.addWidget(self._bar)
        column.addWidget(self._card, 1)
        column.addWidget(self.nothing, 1)
