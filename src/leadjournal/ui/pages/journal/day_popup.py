"""A calendar to choose a day from; days that have an entry stand out."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtGui import QFont, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QWidget

from leadjournal.base.words import _
from leadjournal.ui.pages.journal.popup import Popup
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.calendar import dress_calendar


class DayPopup(Popup):
    """Emits the day that is chosen and every month that comes into view."""

    chosen = Signal(object)
    month_shown = Signal(object)

    def __init__(self, looks: Looks, parent: QWidget, *, name: str = "") -> None:
        super().__init__(looks, name or _("Go to a day"), parent)
        self._calendar = QCalendarWidget()
        self._calendar.setAccessibleName(self.accessibleName())
        self._calendar.setMinimumDate(QDate(1900, 1, 1))
        self._calendar.setMaximumDate(QDate(2199, 12, 31))
        self._calendar.clicked.connect(self._choose)
        self._calendar.activated.connect(self._choose)
        self._calendar.currentPageChanged.connect(self._turn)
        self.column.addWidget(self._calendar)
        self._restyle()
        looks.changed.connect(self._restyle)

    def show_day(self, day: date) -> None:
        """Begin at a day."""
        self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self._turn(day.year, day.month)

    def mark(self, days: Iterable[date]) -> None:
        """Let the days that have an entry stand out."""
        marked = QTextCharFormat()
        marked.setFontWeight(QFont.Weight.DemiBold)
        marked.setForeground(self.looks.colour("accent"))
        marked.setFontUnderline(True)
        self._calendar.setDateTextFormat(QDate(), QTextCharFormat())
        for day in days:
            self._calendar.setDateTextFormat(QDate(day.year, day.month, day.day), marked)

    def _turn(self, year: int, month: int) -> None:
        self.month_shown.emit(date(year, month, 1))

    def _choose(self, day: QDate) -> None:
        self.close()
        self.chosen.emit(date(day.year(), day.month(), day.day()))

    def _restyle(self) -> None:
        dress_calendar(self._calendar, self.looks)
