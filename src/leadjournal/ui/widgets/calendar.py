"""How a month looks, wherever a day is picked."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from leadjournal.base.words import _
from leadjournal.ui.theme.looks import Looks

_WIDE, _TALL = 280, 232


def dress_calendar(calendar: QCalendarWidget, looks: Looks) -> None:
    """Give a month the fonts, icons and grounds of the present theme and text size."""
    calendar.setGridVisible(False)
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    _dress_head(calendar, looks)
    # Without a ground of its own every day is painted black.
    day, head = _on_overlay(looks, "text"), _on_overlay(looks, "text_3")
    for weekday in Qt.DayOfWeek:
        calendar.setWeekdayTextFormat(weekday, day)
    calendar.setHeaderTextFormat(head)
    calendar.setFont(looks.font("small"))
    calendar.setMinimumSize(looks.scaled(_WIDE), looks.scaled(_TALL))


def _on_overlay(looks: Looks, ink: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(looks.colour(ink))
    made.setBackground(looks.colour("overlay"))
    return made


def _dress_head(calendar: QCalendarWidget, looks: Looks) -> None:
    bar = calendar.findChild(QWidget, "qt_calendar_navigationbar")
    if bar is not None:
        bar.setAutoFillBackground(False)
    for name, icon, words in (
        ("qt_calendar_prevmonth", "chevron-left", _("Month before")),
        ("qt_calendar_nextmonth", "chevron-right", _("Month after")),
    ):
        button = calendar.findChild(QToolButton, name)
        if button is not None:
            button.setIcon(looks.icon(icon, 18))
            button.setAccessibleName(words)
            button.setToolTip(words)
    for name in ("qt_calendar_monthbutton", "qt_calendar_yearbutton"):
        button = calendar.findChild(QToolButton, name)
        if button is not None:
            button.setFont(looks.font("body-m"))
            palette = button.palette()
            for role in (QPalette.ColorRole.ButtonText, QPalette.ColorRole.HighlightedText):
                palette.setColor(role, looks.colour("text"))
            button.setPalette(palette)
