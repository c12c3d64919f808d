"""How much of a debt is work, and how much was added by waiting."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from leadjournal.ui.items.debt_bar import TALL, paint_debt_bar
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.bars import Bar


class DebtBar(Bar):
    """As wide as its place; put the words under both ends."""

    tall = TALL

    def __init__(self, looks: Looks, words: str = "") -> None:
        super().__init__(looks, words)
        self._principal, self._interest = 0.0, 0.0

    def set_debt(self, principal: float, interest: float, words: str) -> None:
        """Show a debt in its two parts."""
        self._principal, self._interest = principal, interest
        self.setAccessibleName(words)
        self.update()

    def paint(self, painter: QPainter) -> None:
        total = self._principal + self._interest
        if total <= 0:
            super().paint(painter)
            return
        work = self.width() * self._principal / total
        place = QRectF(self.rect())
        paint_debt_bar(painter, self.looks, place, work, self.width() - work)
