"""A dialog that is read: as tall as its words, scrolling where the window has less room."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from leadjournal.base.words import _
from leadjournal.ui.dialogs.base import WIDE, Dialog
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import PrimaryButton
from leadjournal.ui.widgets.scroll import ScrollPage

_MOST_TALL = 440
_LEAST_TALL = 80
_BESIDE = 32
_SIDES = 48
_SCROLL_BAR = 14


class SheetDialog(Dialog):
    """`sheet` takes what there is to read; without others, Close is the only button."""

    def __init__(self, looks: Looks, parent: QWidget, title: str, *, width: int = WIDE) -> None:
        super().__init__(looks, parent, title, width=width)
        self._wide_sheet = width
        self._page = ScrollPage(looks, spacing=8, edges=False)
        self.sheet = self._page.column
        self.sheet.setContentsMargins(0, 0, _SCROLL_BAR, 0)
        self.column.addWidget(self._page, 1)

    def finish(self, *right: QPushButton, left: QPushButton | None = None) -> None:
        """All is written on it; the last button at the right is the safe one."""
        self.sheet.addStretch()
        self.set_buttons(*(right or (self._closing(),)), left=left)

    def fit(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        wide = min(self.looks.scaled(self._wide_sheet), parent.width() - _BESIDE)
        inner = wide - _SIDES - _SCROLL_BAR
        self._stack_buttons(wide - _SIDES)
        layout_needs = self.sheet.totalHeightForWidth(inner)
        needed = layout_needs if layout_needs > 0 else self.sheet.totalSizeHint().height()
        lines = self.title.heightForWidth(inner) + self._buttons.sizeHint().height()
        room = min(self.looks.scaled(_MOST_TALL), parent.height() - _BESIDE - lines - 70)
        self._page.setFixedHeight(max(_LEAST_TALL, min(needed + 4, room)))
        super().fit()

    def _closing(self) -> QPushButton:
        close = PrimaryButton(self.looks, _("Close"))
        close.clicked.connect(self.accept)
        return close
