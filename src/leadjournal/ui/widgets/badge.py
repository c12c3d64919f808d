"""A word about a state, with an icon, on the soft ground of its meaning."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from leadjournal.ui.theme.badges import KINDS
from leadjournal.ui.theme.looks import Looks

_ICON = 13
_PAD = 8
_ICON_PAD = 7
_GAP = 4


class Badge(QWidget):
    """A status or a tag; `kind` is good, debt, bad, why, note or plain."""

    def __init__(self, looks: Looks, kind: str, text: str, icon: str = "") -> None:
        super().__init__()
        self._looks = looks
        self._kind = kind
        self._text = text
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.restyle()
        looks.changed.connect(self.restyle)

    def text(self) -> str:
        """The words of the badge."""
        return self._text

    def set_state(self, kind: str, text: str, icon: str = "") -> None:
        """Say something else."""
        self._kind, self._text, self._icon = kind, text, icon
        self.restyle()

    def restyle(self) -> None:
        """Take the fonts and sizes of the present theme and text size."""
        self.setFont(self._looks.font("caption-m"))
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self._text)
        tall = max(self._looks.measure("h_tag"), self._looks.line("caption-m") + 6)
        return QSize(self._words_left() + words + _PAD + 1, tall)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        ground, ink = KINDS[self._kind]
        radius = self._looks.theme.measure("radius_tag")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._looks.colour(ground))
        outlined = self._looks.theme.outlined
        painter.setPen(QPen(self._looks.colour(ink), 1) if outlined else Qt.PenStyle.NoPen)
        edge = 0.5 if outlined else 0.0
        box = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.drawRoundedRect(box, radius, radius)
        if self._icon:
            top = (self.height() - self._looks.scaled(_ICON)) / 2
            picture = self._looks.pixmap(self._icon, _ICON, ink)
            painter.drawPixmap(_ICON_PAD, round(top), picture)
        painter.setPen(self._looks.colour(ink))
        words = self.rect().adjusted(self._words_left(), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._text)
        painter.end()

    def _words_left(self) -> int:
        return _ICON_PAD + self._looks.scaled(_ICON + _GAP) if self._icon else _PAD
