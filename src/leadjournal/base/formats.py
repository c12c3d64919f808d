"""Days, numbers and shares as a person reads them. Files use ISO dates and plain numbers."""

from datetime import date, datetime

from leadjournal.base.errors import InvalidValue
from leadjournal.base.words import _, ngettext


def month_name(month: int) -> str:
    """January for 1, December for 12."""
    return (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"),
        _("August"), _("September"), _("October"), _("November"), _("December"),
    )[month - 1]  # fmt: skip


def month_short(month: int) -> str:
    """Jan for 1, Dec for 12."""
    return (
        _("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"), _("Jul"), _("Aug"),
        _("Sep"), _("Oct"), _("Nov"), _("Dec"),
    )[month - 1]  # fmt: skip


def weekday_name(day: date) -> str:
    """Monday to Sunday."""
    return (
        _("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"),
        _("Sunday"),
    )[day.weekday()]  # fmt: skip


def day_long(day: date, today: date | None = None) -> str:
    """31 October; with the year when it is not the year of `today`."""
    words = _("{day} {month}").format(day=day.day, month=month_name(day.month))
    return words if today is None or today.year == day.year else f"{words} {day.year}"


def day_short(day: date, today: date | None = None) -> str:
    """31 Oct; with the year when it is not the year of `today`."""
    words = _("{day} {month}").format(day=day.day, month=month_short(day.month))
    return words if today is None or today.year == day.year else f"{words} {day.year}"


def day_with_weekday(day: date) -> str:
    """Friday, 31 October."""
    return _("{weekday}, {day}").format(weekday=weekday_name(day), day=day_long(day))


def day_full(day: date) -> str:
    """Friday, 31 October 2025."""
    return f"{day_with_weekday(day)} {day.year}"


def month_and_year(day: date) -> str:
    """October 2025."""
    return f"{month_name(day.month)} {day.year}"


def clock_time(moment: datetime) -> str:
    """17:42, on the user's own clock."""
    return moment.astimezone().strftime("%H:%M")


def day_and_time(moment: datetime, today: date | None = None) -> str:
    """31 October at 17:42, on the user's own clock; with the year when it is not this one."""
    day = day_long(moment.astimezone().date(), today)
    return _("{day} at {time}").format(day=day, time=clock_time(moment))


def number(value: float, decimals: int = 1) -> str:
    """A number with at most so many decimals and no trailing zeros: 36.1, 82, 2,000."""
    text = f"{value:,.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def fixed(value: float, decimals: int = 1) -> str:
    """A number with exactly so many decimals: 53.0."""
    return f"{value:,.{decimals}f}"


def size_words(size: int) -> str:
    """The size of a file: 640 kB, 46.9 MB."""
    if size < 1_000_000:
        return _("{size} kB").format(size=number(max(size, 1_000) / 1_000 if size else 0, 0))
    return _("{size} MB").format(size=number(size / 1_000_000))


def percent(share: float) -> str:
    """A share between 0 and 1 as a whole percentage: 89%."""
    return f"{share * 100:.0f}%"


def days(amount: float) -> str:
    """Days of work or of waiting: 1 day, 11.9 days."""
    return ngettext("{days} day", "{days} days", _plural(amount)).format(days=number(amount))


def days_of_work(amount: float) -> str:
    """1 day of work, 11.9 days of work."""
    words = ngettext("{days} day of work", "{days} days of work", _plural(amount))
    return words.format(days=number(amount))


def read_day(text: str) -> date:
    """The day written as YYYY-MM-DD, or the user's mistake in a sentence."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise InvalidValue(
            _("“{text}” is not a day.").format(text=text[:40]),
            way_out=_("Write it as year-month-day, for example 2025-10-31."),
        ) from None


def _plural(amount: float) -> int:
    """The count that chooses the plural of an amount as it is written; a part counts as some."""
    shown = round(amount, 1)
    return int(shown) if shown == int(shown) else 2
