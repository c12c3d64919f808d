"""What stands beside a list: one record with its sections, its menu and its main buttons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.pages.outcomes.actions import ACTS, Act, acts_for
from leadjournal.ui.pages.outcomes.rows import TreeRow
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import (
    Button,
    IconButton,
    LinkButton,
    PrimaryButton,
    SecondaryButton,
)
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.scroll import ScrollPage

_EDGE = 20
_BAR = 16
_SECTION_GAP = 20
_READING_ACTS = ("open-outcome", "explain", "explain-state", "versions")
_SHOWN_ACTS = 2


class SidePanel(QFrame):
    """One record at a time; emits wishes, opens records, closes."""

    wished = Signal(str, object)
    opened = Signal(object)
    closed = Signal()
    at_foot: ClassVar[Mapping[str, Sequence[str]]] = {}
    """The acts whose buttons stand at the foot, by the kind of the row; two at most are shown."""
    main_acts: ClassVar[Sequence[str]] = ()
    """The acts whose button is the main one."""

    def __init__(self, looks: Looks, back: str) -> None:
        super().__init__()
        self.looks = looks
        self.can_write = True
        self._row: TreeRow | None = None
        self.setProperty("cls", "side-panel")
        self._kind = Label(looks, "", "small-m", "accent")
        self._more = IconButton(looks, "ellipsis", _("More"), box=28)
        self._close = IconButton(looks, "x", _("Close"), box=28)
        self._back = LinkButton(looks, back, "arrow-left")
        self._scroll = ScrollPage(looks, spacing=_SECTION_GAP, edges=False)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(8)
        self._lay_out()
        self.set_alone(False)
        self._more.clicked.connect(self._unfold)
        self._close.clicked.connect(self.closed)
        self._back.clicked.connect(self.closed)

    def fill(
        self, kind: str, row: TreeRow, sections: Sequence[QWidget], *, can_write: bool = True
    ) -> None:
        """Show a record; the place stays when it is the same one as before."""
        same = self._row is not None and self._row.key == row.key
        at = self._scroll.verticalScrollBar().value() if same else 0
        focused = QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        self._row, self.can_write = row, can_write
        self._kind.setText(kind)
        self._empty()
        for section in sections:
            self._scroll.column.addWidget(section)
        self._scroll.column.addStretch()
        self._show_foot(row)
        self._scroll.verticalScrollBar().setValue(at)
        if inside:
            self.take_focus()

    def clear(self) -> None:
        """Show nothing."""
        self._row = None
        self._empty()

    def set_alone(self, alone: bool) -> None:
        """Stand alone on the page with a way back, or beside the list with a close button."""
        self._back.setVisible(alone)
        self._kind.setVisible(not alone)
        self._close.setVisible(not alone)

    def take_focus(self) -> None:
        """Bring the keyboard here."""
        first = self._foot.itemAt(0)
        widget = first.widget() if first is not None else None
        (widget or self._more).setFocus(Qt.FocusReason.OtherFocusReason)

    def buttons(self) -> list[Button]:
        """The main actions at the bottom."""
        items = (self._foot.itemAt(place) for place in range(self._foot.count()))
        found = (item.widget() for item in items if item is not None)
        return [widget for widget in found if isinstance(widget, Button)]

    def menu_for(self, row: TreeRow, parent: QWidget) -> QMenu:
        """What can be done with a row, as a menu."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = 0
        for act in acts_for(row):
            if act.group != group and not menu.isEmpty():
                menu.addSeparator()
            group = act.group
            action = menu.addAction(self.looks.icon(act.icon), _(act.label))
            action.setEnabled(self.can_write or act.id in _READING_ACTS)
            action.triggered.connect(lambda _checked=False, act=act: self.wished.emit(act.id, row))
        return menu

    def _unfold(self) -> None:
        if self._row is not None:
            menu = self.menu_for(self._row, self._more)
            menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _empty(self) -> None:
        while (item := self._scroll.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._clear_foot()

    def _keep_edge(self, _least: int, most: int) -> None:
        # The words end at the same line with and without a scroll bar.
        self._scroll.column.setContentsMargins(0, 0, 4 if most else _BAR, 0)

    def _clear_foot(self) -> None:
        while (item := self._foot.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _show_foot(self, row: TreeRow) -> None:
        self._clear_foot()
        wanted = self.at_foot.get(row.key.kind, ())
        found = [act for id_ in wanted for act in ACTS if act.id == id_ and act.fits(row)]
        for act in found[:_SHOWN_ACTS]:
            self._foot.addWidget(self._button(act, row))
        self._foot.addStretch()

    def _button(self, act: Act, row: TreeRow) -> Button:
        words = _(act.label).removesuffix("…")
        kind = PrimaryButton if act.id in self.main_acts else SecondaryButton
        button = kind(self.looks, words)
        if not self.can_write and act.id not in _READING_ACTS:
            button.setEnabled(False)
            button.setToolTip(_("This journal is open for reading only."))
        button.clicked.connect(lambda: self.wished.emit(act.id, row))
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._back)
        head.addWidget(self._kind)
        head.addStretch()
        head.addWidget(self._more)
        head.addWidget(self._close)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_edge)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 12, _EDGE - _BAR, 16)
        column.setSpacing(8)
        head.setContentsMargins(0, 0, _BAR, 0)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addLayout(self._foot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
