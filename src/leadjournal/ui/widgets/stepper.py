"""The stages of something: which are done, at which one is, which are still to come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.label import Label

_SIZE = 22
_CHECK = 13
_TOP = Qt.AlignmentFlag.AlignTop

StageState = Literal["done", "current", "coming"]


class StageWords(NamedTuple):
    """One stage: its name, a word below it (such as a day), and how far it is."""

    name: str
    second: str
    state: StageState


class Stepper(QWidget):
    """Stages beside each other, each a circle with its words, or below each other if narrow."""

    def __init__(self, looks: Looks, name: str, stages: Sequence[StageWords]) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self.setAccessibleName(name)
        for number, stage in enumerate(stages, start=1):
            self._row.addWidget(_Stage(looks, number, stage), 1, _TOP)


class _Stage(QWidget):
    def __init__(self, looks: Looks, number: int, stage: StageWords) -> None:
        super().__init__()
        states = {"done": _("done"), "current": _("now"), "coming": _("still to come")}
        said = [stage.name, stage.second, states[stage.state]]
        self.setAccessibleName(", ".join(part for part in said if part))
        words = QVBoxLayout()
        words.setSpacing(0)
        ink = "text_3" if stage.state == "coming" else "text"
        words.addWidget(Label(looks, stage.name, "small-m", ink, wrap=True))
        words.addWidget(Label(looks, stage.second, "caption", "text_3", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(_Circle(looks, number, stage.state), 0, _TOP)
        row.addLayout(words, 1)


class _Circle(QWidget):
    def __init__(self, looks: Looks, number: int, state: StageState) -> None:
        super().__init__()
        self._looks, self._number, self._state = looks, number, state
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        looks.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        side = self._looks.scaled(_SIZE)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        looks = self._looks
        fills = {"done": "accent_soft", "current": "accent", "coming": ""}
        inks = {"done": "on_accent_soft", "current": "on_accent", "coming": "text_3"}
        fill, ink = fills[self._state], inks[self._state]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edged = not fill or looks.theme.outlined
        painter.setPen(QPen(looks.colour("line_strong"), 1) if edged else Qt.PenStyle.NoPen)
        painter.setBrush(looks.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        if self._state == "done":
            check = looks.scaled(_CHECK)
            place = round((self.width() - check) / 2)
            painter.drawPixmap(place, place, looks.pixmap("check", _CHECK, ink))
        else:
            painter.setFont(looks.font("caption-m"))
            painter.setPen(looks.colour(ink))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()
