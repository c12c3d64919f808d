"""A dialog that is read: as tall as its words, scrolling where the window has less room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from leadjournal.base.words import _
from leadjournal.ui.dialogs.base import MARGIN, WIDE, Dialog
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import PrimaryButton
from leadjournal.ui.widgets.scroll import ScrollPage

_MOST_TALL = 440
_LEAST_TALL = 80
_AIR = 4
_SIDES = 48
_SCROLL_BAR = 14


class SheetDialog(Dialog):
    """`sheet` takes what there is to read; without others, Close is the only button."""

    def __init__(self, looks: Looks, parent: QWidget, title: str, *, width: int = WIDE) -> None:
        super().__init__(looks, parent, title, width=width)
        self._page = ScrollPage(looks, spacing=8, edges=False)
        self._page.setAccessibleName(title)
        self.sheet = self._page.column
        self.sheet.setContentsMargins(0, 0, _SCROLL_BAR, 0)
        self.column.addWidget(self._page, 1)

    def put(self, widget: QWidget) -> None:
        """Add something below what is on the sheet; at once, so that it is measured too."""
        self.sheet.addWidget(widget)
        widget.show()

    def finish(self, *right: QPushButton, left: QPushButton | None = None) -> None:
        """All is written on it; the last button at the right is the safe one."""
        self.sheet.addStretch()
        self.set_buttons(*(right or (self._closing(),)), left=left)

    def fit(self) -> None:
        self._page.setFixedHeight(_LEAST_TALL)
        super().fit()
        layout, parent = self.layout(), self.parentWidget()
        if layout is None or parent is None:
            return
        measured = self.sheet.totalHeightForWidth(self.width() - _SIDES)
        needed = (measured if measured > 0 else self.sheet.totalSizeHint().height()) + _AIR
        rest = layout.heightForWidth(self.width()) - _LEAST_TALL
        room = min(self.looks.scaled(_MOST_TALL), parent.height() - MARGIN - rest)
        # Where it scrolls, the arrow keys have to reach it.
        policies = Qt.FocusPolicy
        self._page.setFocusPolicy(policies.StrongFocus if needed > room else policies.NoFocus)
        self._page.setFixedHeight(max(_LEAST_TALL, min(needed, room)))
        super().fit()

    def _closing(self) -> QPushButton:
        close = PrimaryButton(self.looks, _("Close"))
        close.clicked.connect(self.accept)
        return close
