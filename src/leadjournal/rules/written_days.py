"""Days as spreadsheets and people write them, and which of two numbers is the month."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Literal

from leadjournal.base.formats import month_name, month_short
from leadjournal.rules.days import month_end
from leadjournal.rules.written_numbers import plain_digits

Order = Literal["dmy", "mdy"]
"""Whether 3/4/2025 is the third of April or the fourth of March."""

_TIME = re.compile(r"[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[AaPp]\.?[Mm]\.?)?Z?$")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\.?")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})\.?")
_DOTTED = re.compile(r"(\d{1,2})\.\s+(\d{1,2})\.\s+(\d{4}|\d{2})\.?")
_MONTH_ONLY = re.compile(r"(\d{4})[-/](\d{1,2})|(\d{1,2})[-/](\d{4})")
_NAMED_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+([^\W\d_]+)\.?,?[\s-]+(\d{4}|\d{2})")
_NAMED_FIRST = re.compile(r"([^\W\d_]+)\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_NAMED_MONTH = re.compile(r"([^\W\d_]+)\.?(?:[\s,-]*(\d{4})|(?:-|\s*['’])(\d{2}))")
_WEEKDAY = re.compile(r"^[^\W\d_]{2,12}\.?,?\s+(?=\d)|^[^\W\d_]{2,12}\.?,\s+")
_LONGEST = 60
_FIRST, _LAST = 1900, 2199
_ENGLISH = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip


def plain_day(text: str) -> str:
    """A text without what may stand around a day: other digits, a time, the name of a weekday."""
    if len(text) > _LONGEST:
        return ""
    if not text.isascii():
        text = plain_digits(text).replace("\u2011", "-").replace("\u2013", "-")
    words = " ".join(text.split())
    if ":" in words:
        words = _TIME.sub("", words).strip()
    if not words or words[0].isdigit():
        return words
    bare = _WEEKDAY.sub("", words).strip()
    return bare if bare and not _month_in(words.split()[0]) else words


def day_in(text: str, order: Order) -> date | None:
    """The day a text says; a month alone is its last working day; nothing where it is no day."""
    words = plain_day(text)
    if found := _YEAR_FIRST.fullmatch(words):
        return _day(found[1], found[2], found[3])
    if found := _YEAR_LAST.fullmatch(words):
        first, second = found[1], found[3]
        day, month = (first, second) if found[2] == "." or order == "dmy" else (second, first)
        return _day(found[4], month, day)
    if found := _DOTTED.fullmatch(words):
        return _day(found[3], found[2], found[1])
    return _named(words) or _month_alone(words)


def orders_of(text: str) -> frozenset[Order]:
    """In which orders a text can be read; both where it says the same day either way."""
    found = _YEAR_LAST.fullmatch(plain_day(text))
    if found is None or found[2] == ".":
        return frozenset(_BOTH)
    return frozenset(order for order in _BOTH if day_in(text, order) is not None)


_BOTH: tuple[Order, ...] = ("dmy", "mdy")


class DayOrder:
    """What a column says about the order of day and month."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.day_first: list[int] = []
        self.month_first: list[int] = []
        self.unsure: list[int] = []
        for place, text in enumerate(texts):
            found = orders_of(text)
            if found == {"dmy"}:
                self.day_first.append(place)
            elif found == {"mdy"}:
                self.month_first.append(place)
            elif found and day_in(text, "dmy") != day_in(text, "mdy"):
                self.unsure.append(place)

    @property
    def is_mixed(self) -> bool:
        """Whether some cells can only begin with the day and some only with the month."""
        return bool(self.day_first and self.month_first)

    @property
    def is_open(self) -> bool:
        """Whether nothing tells: each of these days could be another one."""
        return bool(self.unsure) and not self.day_first and not self.month_first

    @property
    def order(self) -> Order | None:
        """The order all cells can have; nothing where it is mixed or open."""
        if self.is_mixed or self.is_open:
            return None
        return "mdy" if self.month_first else "dmy"

    def odd_ones(self) -> Sequence[int]:
        """The rows with the rarer order, where both are there; all of them if none is rarer."""
        if len(self.day_first) == len(self.month_first):
            return sorted([*self.day_first, *self.month_first])
        return min(self.day_first, self.month_first, key=len)


def _named(words: str) -> date | None:
    if found := _NAMED_DAY.fullmatch(words):
        month = _month_in(found[2])
        return _day(found[3], str(month), found[1]) if month else None
    if found := _NAMED_FIRST.fullmatch(words):
        month = _month_in(found[1])
        return _day(found[3], str(month), found[2]) if month else None
    return None


def _month_alone(words: str) -> date | None:
    first: date | None = None
    if found := _MONTH_ONLY.fullmatch(words):
        year, month = (found[1], found[2]) if found[1] else (found[4], found[3])
        first = _day(year, month, "1")
    elif found := _NAMED_MONTH.fullmatch(words):
        named = _month_in(found[1])
        first = _day(found[2] or found[3], str(named), "1") if named else None
    return month_end(first) if first is not None else None


def _day(year: str, month: str, day: str) -> date | None:
    full = int(year) if len(year) > 2 else 2000 + int(year)
    if not _FIRST <= full <= _LAST:
        return None
    try:
        return date(full, int(month), int(day))
    except ValueError:
        return None


def _month_in(word: str) -> int:
    return _months().get(_bare(word), 0)


def _bare(word: str) -> str:
    return word.strip(".,").casefold()


def _months() -> dict[str, int]:
    # The language may be another one after a start; its names are part of the key.
    return _names(tuple((month_name(month), month_short(month)) for month in range(1, 13)))


@lru_cache(maxsize=4)
def _names(names: tuple[tuple[str, str], ...]) -> dict[str, int]:
    found: dict[str, int] = {}
    for month, (long, short) in enumerate(names, start=1):
        english = _ENGLISH[month - 1]
        for word in (long, short, english, english[:3]):
            found[_bare(word)] = month
    found["sept"] = 9
    return found
