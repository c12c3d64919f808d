"""Spans of days that are asked for by name."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Span:
    """From a day to a day, both included; None where it is open."""

    since: date | None = None
    until: date | None = None


def this_week(today: date) -> Span:
    """From Monday to today."""
    return Span(today - timedelta(days=today.weekday()), today)


def this_month(today: date) -> Span:
    """From the first of the month to today."""
    return Span(today.replace(day=1), today)


def last_month(today: date) -> Span:
    """The whole month before this one."""
    end = today.replace(day=1) - timedelta(days=1)
    return Span(end.replace(day=1), end)


def this_quarter(today: date) -> Span:
    """From the first day of the quarter to today."""
    return Span(_quarter_begin(today), today)


def last_quarter(today: date) -> Span:
    """The whole quarter before this one."""
    return Span(*quarter_of(_quarter_begin(today) - timedelta(days=1)))


def quarter_of(day: date) -> tuple[date, date]:
    """The first and the last day of the quarter in which a day lies."""
    begin = _quarter_begin(day)
    return begin, _quarter_begin(begin + timedelta(days=95)) - timedelta(days=1)


def this_year(today: date) -> Span:
    """From the first of January to today."""
    return Span(today.replace(month=1, day=1), today)


def everything(_today: date) -> Span:
    """All days."""
    return Span()


def _quarter_begin(day: date) -> date:
    return day.replace(month=3 * ((day.month - 1) // 3) + 1, day=1)
