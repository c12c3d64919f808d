"""The five debt signs, each as a small lamp with its words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.pages.outcomes.figures.values import LampSeen
from leadjournal.ui.pages.outcomes.panel_parts import Choice, more_button
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.badge import Badge
from leadjournal.ui.widgets.buttons import LinkButton
from leadjournal.ui.widgets.label import Label

_SIDE = 14
_TOP = Qt.AlignmentFlag.AlignTop

Wish = Callable[[str, object], None]


class Lamp(QWidget):
    """A round lamp: filled while it is on, with an edge only while it is off, dashed else."""

    def __init__(self, looks: Looks, lamp: str) -> None:
        super().__init__()
        self._looks, self._lamp = looks, lamp
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        looks.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        side = self._looks.scaled(_SIDE)
        return QSize(side, max(side, self._looks.line("body-m")))

    def paintEvent(self, event: QPaintEvent) -> None:
        side = self._looks.scaled(_SIDE)
        top = (self.height() - side) / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "debt_fill" if self._lamp == "on" else "line_strong"
        pen = QPen(self._looks.colour(edge), 1.5)
        if self._lamp in ("too-little-data", "not-set-up"):
            pen.setDashPattern([2, 2])
        painter.setPen(pen)
        if self._lamp == "on":
            painter.setBrush(self._looks.colour("debt_fill"))
        painter.drawEllipse(QRectF(1, top + 1, side - 2, side - 2))
        painter.end()


class LampRow(QWidget):
    """One sign: its lamp, what it watches, its word, and what can be done about it."""

    def __init__(self, looks: Looks, seen: LampSeen, wish: Wish, *, can_write: bool) -> None:
        super().__init__()
        self.setAccessibleName(f"{seen.title}: {seen.mark.words}. {seen.second}".strip())
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(Label(looks, seen.title, "body-m", wrap=True), 1, _TOP)
        top.addWidget(Badge(looks, *seen.mark), 0, _TOP)
        if seen.can_choose and not seen.is_chosen:
            top.addWidget(self._set_up(looks, seen, wish, can_write=can_write), 0, _TOP)
        else:
            choices = _choices(seen, wish, can_write=can_write)
            top.addWidget(more_button(looks, seen.title, choices), 0, _TOP)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(top)
        if seen.second:
            words.addWidget(Label(looks, seen.second, "small", "text_3", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Lamp(looks, seen.lamp), 0, _TOP)
        row.addLayout(words, 1)

    def _set_up(self, looks: Looks, seen: LampSeen, wish: Wish, *, can_write: bool) -> LinkButton:
        link = LinkButton(looks, _("Set up…"))
        link.setAccessibleName(_("{sign}: set up").format(sign=seen.title))
        link.setEnabled(can_write)
        link.clicked.connect(lambda: wish("set-up-sign", seen.pair))
        return link


def _choices(seen: LampSeen, wish: Wish, *, can_write: bool) -> list[Choice]:
    computed = Choice(
        _("How was this computed?"), "circle-help", lambda: wish("explain-figure", seen.pair)
    )
    if not (seen.can_choose and can_write):
        return [computed]
    return [
        computed,
        Choice(_("Choose other indicators…"), "pencil", lambda: wish("set-up-sign", seen.pair)),
        Choice(_("Take it down"), "x", lambda: wish("take-down-sign", seen.pair)),
    ]
