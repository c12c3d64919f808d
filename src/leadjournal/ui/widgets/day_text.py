"""A day as a person types it."""

from datetime import date

from PySide6.QtCore import QDate, QLocale

_WITH_YEAR = (
    "d MMMM yyyy", "d MMM yyyy", "yyyy-MM-dd", "yyyy-M-d", "d.M.yyyy", "d/M/yyyy", "d-M-yyyy",
)  # fmt: skip
_WITHOUT_YEAR = ("d MMMM", "d MMM", "d.M.", "d.M", "d/M")


def day_in(text: str, locale: QLocale, year: int) -> date | None:
    """The day a text names, in that year when it names none; nothing when it cannot be read."""
    words = " ".join(text.split())
    for form in _WITH_YEAR:
        if (found := locale.toDate(words, form)).isValid():
            return _plain(found)
    for form in _WITHOUT_YEAR:
        if (found := locale.toDate(f"{words} {year}", f"{form} yyyy")).isValid():
            return _plain(found)
    return None


def _plain(day: QDate) -> date | None:
    return date(day.year(), day.month(), day.day()) if day.year() > 0 else None
