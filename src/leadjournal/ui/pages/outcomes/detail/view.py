"""The page of one outcome: what it says, its signs over time, what is owed, and its reviews."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from leadjournal.base.words import _
from leadjournal.ui.pages.outcomes.actions import ACTS
from leadjournal.ui.pages.outcomes.detail.chart_card import ChartCard
from leadjournal.ui.pages.outcomes.detail.definition import definition_card
from leadjournal.ui.pages.outcomes.detail.head import DetailHead
from leadjournal.ui.pages.outcomes.detail.side import (
    Hands,
    debt_card,
    outputs_card,
    reviews_card,
)
from leadjournal.ui.pages.outcomes.detail.values import DetailSheet
from leadjournal.ui.pages.outcomes.rows import TreeRow
from leadjournal.ui.shape import Shape
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import (
    IconButton,
    LinkButton,
    PrimaryButton,
    SecondaryButton,
)
from leadjournal.ui.widgets.scroll import ScrollPage

_RIGHT = 344
_GAP = 24
_BETWEEN = 12
_BAR_BOTTOM = 10
_UNLIMITED = 16_777_215  # the width Qt allows a widget that was given none

MenuFor = Callable[[TreeRow, QWidget], QMenu]


class OutcomeDetail(QWidget):
    """Emits wishes, opens other records, and asks to be closed."""

    wished = Signal(str, object)
    opened = Signal(object)
    closed = Signal()

    def __init__(self, looks: Looks, menu_for: MenuFor) -> None:
        super().__init__()
        self.looks = looks
        self._menu_for = menu_for
        self._sheet: DetailSheet | None = None
        self._can_write = True
        self._shape = Shape.WIDE
        self.back = LinkButton(looks, _("All outcomes"), "arrow-left")
        self.add_reading = SecondaryButton(looks, _("Add reading"), "plus")
        self.main_act = PrimaryButton(looks)
        self.more = IconButton(looks, "ellipsis", _("More"))
        self._scroll = ScrollPage(looks, spacing=0)
        self.head = DetailHead(looks, self.wished.emit)
        self.card = ChartCard(looks, self.wished.emit)
        self._main, self._rest = _column(self.head, self.card), _column()
        self._first, self._second = _column(), _column()
        self._side = QWidget()
        self._side_box = _box(self._side, _BETWEEN)
        self._left = QWidget()
        self._left_box = _box(self._left, _BETWEEN)
        self._body = QWidget()
        self._body_box = _box(self._body, _GAP)
        self._lay_out()
        self._arrange()
        self.back.clicked.connect(self.closed)
        self.add_reading.clicked.connect(lambda: self._wish("add-readings"))
        self.main_act.clicked.connect(lambda: self._wish(self._main_act()))
        self.more.clicked.connect(self._unfold)
        looks.changed.connect(self._arrange)

    @property
    def sheet(self) -> DetailSheet | None:
        """What is shown."""
        return self._sheet

    def show_sheet(self, sheet: DetailSheet, *, can_write: bool) -> None:
        """Show an outcome; the place stays when it is the same one as before."""
        if sheet == self._sheet and can_write == self._can_write:
            return
        same = self._sheet is not None and self._sheet.outcome.row.key == sheet.outcome.row.key
        at = self._scroll.verticalScrollBar().value() if same else 0
        focused = QApplication.focusWidget()
        inside = focused is not None and self._scroll.isAncestorOf(focused)
        self._sheet, self._can_write = sheet, can_write
        self.head.show_sheet(sheet)
        self.card.show_sheet(sheet, can_write=can_write)
        self._show_acts(sheet)
        self._fill(sheet)
        self._scroll.verticalScrollBar().setValue(at)
        if inside:
            self.take_focus()

    def take_focus(self) -> None:
        """Bring the keyboard here."""
        button = self.main_act if self.main_act.isEnabled() else self.back
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_shape(self, shape: Shape) -> None:
        """Take the columns that the window has room for."""
        self.add_reading.setVisible(shape is not Shape.NARROW)
        if shape is not self._shape:
            self._shape = shape
            self._arrange()

    def _fill(self, sheet: DetailSheet) -> None:
        hands = Hands(self.wished.emit, self.opened.emit, self._menu_for, self._can_write)
        cards = (
            (self._first, debt_card(self.looks, sheet, hands)),
            (self._first, outputs_card(self.looks, sheet, hands)),
            (self._second, reviews_card(self.looks, sheet, hands)),
            (self._rest, definition_card(self.looks, sheet, hands)),
        )
        for holder in (self._first, self._second, self._rest):
            _empty(holder)
        for holder, card in cards:
            _layout_of(holder).addWidget(card)

    def _show_acts(self, sheet: DetailSheet) -> None:
        act = next(act for act in ACTS if act.id == self._main_act())
        self.main_act.setText(_(act.label).removesuffix("…"))
        told = "" if self._can_write else _("This journal is open for reading only.")
        for button in (self.main_act, self.add_reading):
            button.setEnabled(self._can_write)
            button.setToolTip(told)

    def _main_act(self) -> str:
        retired = self._sheet is not None and self._sheet.outcome.row.status == "retired"
        return "resume" if retired else "review"

    def _wish(self, act: str) -> None:
        if self._sheet is not None:
            self.wished.emit(act, self._sheet.outcome.row)

    def _unfold(self) -> None:
        if self._sheet is not None:
            menu = self._menu_for(self._sheet.outcome.row, self.more)
            menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _arrange(self) -> None:
        """Beside each other, below each other with two columns, or all below each other."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wide = self._shape is Shape.WIDE
        self._body_box.setDirection(across if wide else down)
        self._body_box.setSpacing(_GAP if wide else _BETWEEN)
        self._side_box.setDirection(across if self._shape is Shape.MIDDLE else down)
        right = self.looks.scaled(_RIGHT)
        self._side.setMinimumWidth(right if wide else 0)
        self._side.setMaximumWidth(right if wide else _UNLIMITED)
        self._left_box.removeWidget(self._rest)
        self._body_box.removeWidget(self._rest)
        box = self._left_box if wide else self._body_box
        box.addWidget(self._rest, 0, Qt.AlignmentFlag.AlignTop)

    def _lay_out(self) -> None:
        left = self.looks.measure("page_left")
        bar = QHBoxLayout()
        bar.setContentsMargins(left, 0, self.looks.measure("page_right"), _BAR_BOTTOM)
        bar.setSpacing(8)
        bar.addWidget(self.back)
        bar.addStretch()
        for button in (self.add_reading, self.main_act, self.more):
            bar.addWidget(button)
        top = Qt.AlignmentFlag.AlignTop
        self._left_box.addWidget(self._main, 0, top)
        for holder in (self._first, self._second):
            self._side_box.addWidget(holder, 1, top)
        self._body_box.addWidget(self._left, 1, top)
        self._body_box.addWidget(self._side, 0, top)
        self._scroll.column.addWidget(self._body)
        self._scroll.column.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._scroll, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The scroll bar takes its room from the page's edge, not from what stands on the page.
        bar = self._scroll.verticalScrollBar()
        edges = self._scroll.column.contentsMargins()
        edges.setRight(max(0, self.looks.measure("page_right") - bar.sizeHint().width()))
        self._scroll.column.setContentsMargins(edges)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _box(holder: QWidget, spacing: int) -> QBoxLayout:
    box = QBoxLayout(QBoxLayout.Direction.TopToBottom, holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(spacing)
    return box


def _column(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    box = _box(holder, _BETWEEN)
    for widget in widgets:
        box.addWidget(widget)
    return holder


def _layout_of(holder: QWidget) -> QBoxLayout:
    layout = holder.layout()
    if not isinstance(layout, QBoxLayout):
        raise TypeError(holder)
    return layout


def _empty(holder: QWidget) -> None:
    layout = _layout_of(holder)
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
