"""The why beside the day; it leads to where whys are written."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from leadjournal.base.words import _
from leadjournal.ui.pages.today.values import ShownWhy
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import SecondaryButton, is_enter
from leadjournal.ui.widgets.card import TintedCard
from leadjournal.ui.widgets.label import Label

_INK = "on_why_soft"
_ICON = 15
_EDGES = (18, 15, 16, 15)
_GAP = 9


class WhyButton(QAbstractButton):
    """The statement on its tinted ground, as one thing to press."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.statement = Label(looks, "", "quote", _INK, wrap=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(*_EDGES)
        column.setSpacing(_GAP)
        column.addWidget(WhyHeading(looks))
        column.addWidget(self.statement)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_statement(self, statement: str) -> None:
        """Show a why."""
        self.statement.setText(statement)
        self.setAccessibleName(_("Your why: {why}").format(why=statement))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        looks = self._looks
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edged = looks.theme.outlined or self.underMouse() or self.isDown()
        painter.setPen(QPen(looks.colour(_INK), 1) if edged else Qt.PenStyle.NoPen)
        painter.setBrush(looks.colour("why_soft"))
        radius = looks.theme.measure("radius_nav")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()


class WhyHeading(QWidget):
    """The words "Your why" with the sign of a why."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._icon = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(Label(looks, _("Your why"), "small-m", _INK), 1)
        self._restyle()
        looks.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self._icon.setPixmap(self._looks.pixmap("compass", _ICON, _INK))


class WhyPlace(QWidget):
    """The why, or the way to write the first one."""

    opened = Signal(str)
    write_wanted = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._id = ""
        self.button = WhyButton(looks)
        self.missing = TintedCard(looks, "why", spacing=_GAP)
        self.missing.column.setContentsMargins(*_EDGES)
        self.write = SecondaryButton(looks, _("Write your why"), "compass")
        words = _("What is all of this for? One sentence you could say aloud.")
        self.missing.column.addWidget(WhyHeading(looks))
        self.missing.column.addWidget(Label(looks, words, "quote", _INK, wrap=True))
        self.missing.column.addWidget(self.write)
        self.button.clicked.connect(lambda: self.opened.emit(self._id))
        self.write.clicked.connect(self.write_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button)
        column.addWidget(self.missing)
        self.missing.hide()

    def show_why(self, why: ShownWhy | None) -> None:
        """Show a why, or that there is none yet."""
        self._id = why.id if why else ""
        self.button.setVisible(why is not None)
        self.missing.setVisible(why is None)
        if why is not None:
            self.button.show_statement(why.statement)
