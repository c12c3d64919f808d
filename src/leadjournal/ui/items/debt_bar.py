"""The bar of a debt: the work with an edge, then the interest in full colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from leadjournal.ui.theme.looks import Looks

TALL = 10
_GAP = 1.5
_RADIUS = 3.0
_LEAST_WORK = 2.0
_LEAST_INTEREST = 3.0


def paint_debt_bar(
    painter: QPainter, looks: Looks, place: QRectF, principal: float, interest: float
) -> None:
    """Paint it into a place that is as wide as both parts, in pixels."""
    top = place.top() + (place.height() - TALL) / 2
    painter.setPen(QPen(looks.colour("debt_fill"), 1))
    painter.setBrush(looks.colour("debt_fill_2"))
    work = QRectF(place.left() + 0.5, top + 0.5, max(principal - 1, _LEAST_WORK), TALL - 1)
    painter.drawRoundedRect(work, _RADIUS, _RADIUS)
    if interest > 0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(looks.colour("debt_fill"))
        left = place.left() + principal + _GAP
        grown = QRectF(left, top, max(interest - _GAP, _LEAST_INTEREST), TALL)
        painter.drawRoundedRect(grown, _RADIUS, _RADIUS)
