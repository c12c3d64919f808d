"""Bars: how much waits, how much is shown, how far something is."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from leadjournal.ui.theme.looks import Looks

_LEAST_PART = 3.0


class Bar(QWidget):
    """A painted bar that is as wide as its place; `words` say the same."""

    tall = 6
    gap = 0.0

    def __init__(self, looks: Looks, words: str = "") -> None:
        super().__init__()
        self.looks = looks
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        looks.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(220, self.tall)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.tall)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self.paint(painter)
        painter.end()

    def paint(self, painter: QPainter) -> None:
        """Draw the parts; without any there is the empty bar."""
        edge = "line" if self.looks.theme.outlined else ""
        self.fill(painter, QRectF(self.rect()), "sunken", edge)

    def fill(self, painter: QPainter, box: QRectF, colour: str, edge: str = "") -> None:
        """One rounded part in a colour role, with an edge where its ground is close to it."""
        painter.setBrush(self.looks.colour(colour))
        if edge:
            painter.setPen(QPen(self.looks.colour(edge), 1))
            box = box.adjusted(0.5, 0.5, -0.5, -0.5)
        radius = min(3.0, box.height() / 2, max(box.width() / 2, 0.1))
        painter.drawRoundedRect(box, radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)


class Meter(Bar):
    """How far something is; put the number beside it."""

    def __init__(self, looks: Looks, words: str = "", *, colour: str = "accent") -> None:
        super().__init__(looks, words)
        self._share = 0.0
        self._colour = colour

    def set_share(self, share: float, words: str) -> None:
        """Show a part of the whole, between 0 and 1."""
        self._share = min(max(share, 0.0), 1.0)
        self.setAccessibleName(words)
        self.update()

    def paint(self, painter: QPainter) -> None:
        super().paint(painter)
        if self._share > 0:
            wide = max(self.width() * self._share, _LEAST_PART)
            self.fill(painter, QRectF(0, 0, wide, self.height()), self._colour)


class StepProgress(Bar):
    """One segment for each step; the present one is taller."""

    tall = 8
    gap = 4.0

    def __init__(self, looks: Looks, words: str = "") -> None:
        super().__init__(looks, words)
        self._count = 1
        self._current = 0

    def set_step(self, current: int, count: int, words: str) -> None:
        """Show step `current` (the first is 0) of `count`."""
        self._count, self._current = max(count, 1), current
        self.setAccessibleName(words)
        self.update()

    def paint(self, painter: QPainter) -> None:
        gap = self.gap if self._count < self.width() / 8 else 1.0
        wide = (self.width() - gap * (self._count - 1)) / self._count
        for number in range(self._count):
            tall = 8 if number == self._current else 4
            box = QRectF(number * (wide + gap), (self.height() - tall) / 2, wide, tall)
            self.fill(painter, box, "accent" if number <= self._current else "line")


class Segments(Bar):
    """As many equal parts as there are things to have; those that are there are filled."""

    gap = 3.0

    def __init__(self, looks: Looks, words: str = "", filled: Sequence[bool] = ()) -> None:
        super().__init__(looks, words)
        self._filled = tuple(filled)

    def paint(self, painter: QPainter) -> None:
        count = max(1, len(self._filled))
        wide = (self.width() - self.gap * (count - 1)) / count
        for number, is_filled in enumerate(self._filled):
            box = QRectF(number * (wide + self.gap), 0, wide, self.height())
            edge = "line_strong" if self.looks.theme.outlined and not is_filled else ""
            self.fill(painter, box, "accent" if is_filled else "line", edge)


class ProofBar(Bar):
    """How much of the finished work has shown its effect, and how much is still open."""

    tall = 14
    gap = 2.0

    def __init__(self, looks: Looks, words: str = "", *, share: float = 0.0) -> None:
        super().__init__(looks, words)
        self._share = min(max(share, 0.0), 1.0)

    def set_share(self, share: float, words: str) -> None:
        """Show another share, between 0 and 1."""
        self._share = min(max(share, 0.0), 1.0)
        self.setAccessibleName(words)
        self.update()

    def paint(self, painter: QPainter) -> None:
        shown = round(self.width() * self._share)
        if self._share > 0:
            shown = max(shown, round(_LEAST_PART))
        if self._share < 1:
            shown = min(shown, self.width() - round(_LEAST_PART + self.gap))
        if shown:
            self.fill(painter, QRectF(0, 0, shown, self.tall), "accent")
        left = shown + self.gap if shown else 0.0
        if left < self.width():
            self.fill(painter, QRectF(left, 0, self.width() - left, self.tall), "debt_fill")
