"""Weeks and months as the figures count them."""

from __future__ import annotations

from datetime import date, timedelta

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
MONTH = timedelta(days=30)
"""A month as it is counted where no calendar is asked."""
FRIDAY = 4
SUNDAY = 6


def monday_of(day: date) -> date:
    """The Monday of the week in which a day lies."""
    return date.fromordinal(day.toordinal() - day.weekday())


def last_full_week(on: date) -> date:
    """The Monday of the latest week that has ended, Sunday included, by a day."""
    return monday_of(on + DAY) - WEEK


def last_day_of_month(day: date) -> date:
    """The last calendar day of the month in which a day lies."""
    first = day.replace(day=1)
    return (first + timedelta(days=31)).replace(day=1) - DAY


def month_end(day: date) -> date:
    """The last working day, Monday to Friday, of the month in which a day lies."""
    last = last_day_of_month(day)
    return last - timedelta(days=max(0, last.weekday() - FRIDAY))


def month_ends(on: date, count: int) -> tuple[date, ...]:
    """The latest month ends on or before a day, oldest first."""
    ends: list[date] = []
    day = on
    while len(ends) < count:
        end = month_end(day)
        if end <= on:
            ends.append(end)
        day = day.replace(day=1) - DAY
    return tuple(reversed(ends))


def month_ends_between(first: date, last: date) -> tuple[date, ...]:
    """Every month end in a period, both days included."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return tuple(day for day in month_ends(last, max(1, months)) if day >= first)
