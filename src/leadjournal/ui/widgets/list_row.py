"""Rows that lead somewhere: in a list on a card, or alone with an edge."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.badge import Badge
from leadjournal.ui.widgets.buttons import is_enter
from leadjournal.ui.widgets.card import Card, Divider
from leadjournal.ui.widgets.label import Label

_ICON = 18
_INSET = 12
_DATE_WIDE = 92
_PASSES_MOUSE = Qt.WidgetAttribute.WA_TransparentForMouseEvents


class RowWords(NamedTuple):
    """What a row says: two lines, an icon, a badge as (kind, words, icon), a day at the right."""

    title: str
    second: str = ""
    icon: str = ""
    badge: tuple[str, str, str] | None = None
    day: str = ""


class _Row(QAbstractButton):
    def __init__(self, looks: Looks, words: RowWords) -> None:
        super().__init__()
        self.looks = looks
        self._icon_name = words.icon
        self._icon = QLabel()
        said = [words.title, words.second, words.badge[1] if words.badge else "", words.day]
        self.setAccessibleName(". ".join(each for each in said if each))
        self.setProperty("ring", "inside")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(_INSET, 0, _INSET, 0)
        self.row.setSpacing(_INSET)
        if words.icon:
            self.row.addWidget(self._icon)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addStretch()
        lines.addWidget(Label(looks, words.title, "body-m", "text", elide=True))
        if words.second:
            lines.addWidget(Label(looks, words.second, "small", "text_3", elide=True))
        lines.addStretch()
        self.row.addLayout(lines, 1)

    def _finish(self) -> None:
        for label in self.findChildren(QLabel):
            label.setAttribute(_PASSES_MOUSE)
        for badge in self.findChildren(Badge):
            badge.setAttribute(_PASSES_MOUSE)
        self.restyle()
        self.looks.changed.connect(self.restyle)

    def tall(self) -> int:
        """The height of two lines and the air around them."""
        return self.looks.line("body-m") + self.looks.line("small") + 14

    def restyle(self) -> None:
        """Take the icon and the height of the present theme and text size."""
        if self._icon_name:
            self._icon.setPixmap(self.looks.pixmap(self._icon_name, _ICON, stroke=1.75))
        self.setFixedHeight(self.tall())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)


class _DayLabel(Label):
    def _wished_width(self) -> int:
        # A minimum width would be remembered by Qt when the text becomes smaller again.
        return max(self._looks.scaled(_DATE_WIDE), super()._wished_width())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class ListRow(_Row):
    """A row of a list: icon, title, second line, badge, day; `clicked` opens it."""

    def __init__(self, looks: Looks, words: RowWords) -> None:
        super().__init__(looks, words)
        self._day = _DayLabel(looks, words.day, "small", "text_2")
        self._day.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if words.badge:
            self.row.addWidget(Badge(looks, *words.badge))
        self.row.addWidget(self._day)
        self._day.setVisible(bool(words.day))
        self._finish()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not (self.underMouse() or self.isDown()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.looks.colour("sunken"))
        radius = self.looks.theme.measure("radius_control")
        painter.drawRoundedRect(self.rect(), radius, radius)
        painter.end()


class PathRow(_Row):
    """A way in that stands alone: edged, with an arrow at its right."""

    def __init__(self, looks: Looks, title: str, second: str, icon: str) -> None:
        super().__init__(looks, RowWords(title, second, icon))
        self.setProperty("ring", None)
        self.row.setContentsMargins(14, 0, 14, 0)
        self._arrow = QLabel()
        self.row.addWidget(self._arrow)
        self._finish()

    def tall(self) -> int:
        return super().tall() + 4

    def restyle(self) -> None:
        super().restyle()
        self._arrow.setPixmap(self.looks.pixmap("chevron-right", 15))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.looks.theme.measure("border_control")
        painter.setPen(QPen(self.looks.colour("line_strong"), width))
        ground = "sunken" if self.underMouse() or self.isDown() else "surface"
        painter.setBrush(self.looks.colour(ground))
        radius = self.looks.theme.measure("radius_control")
        half = width / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius
        )
        painter.end()


class ListCard(Card):
    """A card of rows with thin lines between them."""

    padding = (6, 4, 6, 4)

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks, spacing=0)
        self._rows: list[ListRow] = []

    def rows(self) -> list[ListRow]:
        """The rows on the card."""
        return list(self._rows)

    def set_rows(self, rows: list[ListRow]) -> None:
        """Show these rows and no others."""
        for old in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            self.column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = list(rows)
        for number, row in enumerate(rows):
            if number:
                self.column.addWidget(_inset_line(self.looks))
            self.column.addWidget(row)


def _inset_line(looks: Looks) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(_INSET, 0, _INSET, 0)
    row.addWidget(Divider(looks))
    return holder
