"""A dialog whose middle scrolls where the window has less room than its words need."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from leadjournal.ui.dialogs.base import MARGIN, Dialog
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.scroll import ScrollPage

_MOST_TALL, _LEAST_TALL = 400, 56
_SIDES = 48
_SCROLL_BAR = 14


class ScrollingDialog(Dialog):
    """What goes into `sheet` scrolls; the title and the buttons stay in sight."""

    def __init__(self, looks: Looks, parent: QWidget, title: str, *, width: int) -> None:
        super().__init__(looks, parent, title, width=width)
        self._page = ScrollPage(looks, spacing=8, edges=False)
        self.sheet = self._page.column
        self.sheet.setContentsMargins(2, 0, _SCROLL_BAR, 2)
        self._page.setAccessibleName(title)
        self.column.addWidget(self._page, 1)

    def put(self, widget: QWidget) -> None:
        """Add something below what is on the sheet; at once, so that it is measured too."""
        self.sheet.addWidget(widget)
        widget.show()

    def fit(self) -> None:
        self._page.setFixedHeight(_LEAST_TALL)
        super().fit()
        layout, parent = self.layout(), self.parentWidget()
        if layout is None or parent is None:
            return
        wanted = self.sheet.totalHeightForWidth(self.width() - _SIDES)
        wanted = wanted if wanted > 0 else self.sheet.totalSizeHint().height()
        rest = layout.heightForWidth(self.width()) - _LEAST_TALL
        room = min(self.looks.scaled(_MOST_TALL), parent.height() - MARGIN - rest)
        # Where it scrolls, the arrow keys have to reach it.
        policy = Qt.FocusPolicy.StrongFocus if wanted > room else Qt.FocusPolicy.NoFocus
        self._page.setFocusPolicy(policy)
        self._page.setFixedHeight(max(_LEAST_TALL, min(wanted, room)))
        super().fit()
