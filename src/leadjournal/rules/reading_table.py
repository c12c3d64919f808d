"""What a table says of readings: line by line, with each fault by row and column."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice
from typing import Literal, NamedTuple

from leadjournal.base.formats import day_long, number
from leadjournal.base.words import _
from leadjournal.rules.cells import Row
from leadjournal.rules.days import last_day_of_month, month_end
from leadjournal.rules.written_days import DayOrder, Order, day_in
from leadjournal.rules.written_numbers import DecimalSign, Sign, plain, reads_as

Rhythm = Literal["weekly", "fortnightly", "monthly", "quarterly", "yearly"]
Ask = Literal["order", "sign", "indicator", "start"]
"""What the table itself cannot tell: order of day and month, decimal sign, indicator, first day."""
Note = Literal["", "hole", "as-recorded", "twice"]
"""Why a line without a fault is left out all the same."""

_MONTHS: dict[Rhythm, int] = {"monthly": 1, "quarterly": 3, "yearly": 12}
_WEEKS: dict[Rhythm, int] = {"weekly": 1, "fortnightly": 2}
_SHOWN = 40
_LOOKED_AT = 200
_MOST = 0.5


class Known(NamedTuple):
    """An indicator that readings may be of: its name, its rhythm and what is recorded already."""

    id: str
    name: str
    rhythm: Rhythm
    readings: Mapping[date, float]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user has said about the table; without a word it is found out."""

    today: date
    indicator: str = ""
    start: date | None = None
    order: Order = "dmy"
    sign: Sign = "."


@dataclass(frozen=True, slots=True)
class Line:
    """One reading as it was understood, or the fault for which it was not."""

    row: int
    day: date | None
    value: float | None
    indicator: str
    note: str = ""
    fault: str = ""
    left_out: Note = ""
    replaces: float | None = None

    @property
    def is_taken(self) -> bool:
        """Whether it becomes a reading."""
        is_whole = self.day is not None and self.value is not None
        return is_whole and not self.fault and not self.left_out


@dataclass(frozen=True, slots=True)
class Understood:
    """All lines, what is still to be said, or the sentence for which it is no such table."""

    lines: tuple[Line, ...] = ()
    problem: str = ""
    asks: frozenset[Ask] = field(default_factory=frozenset)
    unread: tuple[str, ...] = ()
    """The columns with something in them that was not read, by name."""

    @property
    def taken(self) -> tuple[Line, ...]:
        """The lines that become readings."""
        return tuple(line for line in self.lines if line.is_taken)

    @property
    def faults(self) -> tuple[Line, ...]:
        """The lines that were not understood."""
        return tuple(line for line in self.lines if line.fault)


def understand(rows: Sequence[Row], known: Sequence[Known], wanted: Wanted) -> Understood:
    """Read a table: days and values, values alone, or a column for each indicator."""
    filled = [row for row in rows if not row.is_empty]
    if not filled:
        return Understood(problem=_("Nothing was found to read."))
    if not known:
        return Understood(problem=_("There is no indicator yet that a reading could be of."))
    return _Table(rows, known, wanted).understood()


class _Column(NamedTuple):
    place: int
    name: str


class _Table:
    """One table while it is read."""

    def __init__(self, rows: Sequence[Row], known: Sequence[Known], wanted: Wanted) -> None:
        self._known = {one.id: one for one in known}
        self._by_name = {_folded(one.name): one.id for one in known}
        self._wanted = wanted
        first = next(row for row in rows if not row.is_empty)
        self._head = first if self._is_head(first, rows) else None
        body = [row for row in rows if self._head is None or row.number > first.number]
        self._rows = body[next((n for n, row in enumerate(body) if not row.is_empty), 0) :]
        wide = max((len(row.cells) for row in rows), default=0)
        names = [self._head.cell(place) if self._head else "" for place in range(wide)]
        self._columns = [
            _Column(place, name or _("{n}").format(n=_letter(place)))
            for place, name in enumerate(names)
        ]
        self._asks: set[Ask] = set()
        self._days = self._day_column()
        self._notes = self._named(_note_names())
        self._which = self._which_column()
        self._order = wanted.order
        self._odd_days: frozenset[int] = frozenset()

    def understood(self) -> Understood:
        """Every line in the order of rows."""
        values = self._value_columns()
        if not values:
            return Understood(problem=self._no_numbers())
        if self._days is not None:
            self._decide_order(self._days)
        elif self._wanted.start is None:
            self._asks.add("start")
        found: list[Line] = []
        for column, indicator in values:
            found += self._lines_of(column, indicator)
        found.sort(key=lambda line: line.row)
        read = {self._days, self._notes, self._which, *(column for column, _id in values)}
        unread = tuple(
            column.name
            for column in self._columns
            if column not in read and any(self._sample(column))
        )
        return Understood(tuple(_once(found)), asks=frozenset(self._asks), unread=unread)

    def _is_head(self, first: Row, rows: Sequence[Row]) -> bool:
        if len(list(islice((row for row in rows if not row.is_empty), 2))) < 2:
            return False
        filled = [cell for cell in first.cells if cell]
        return not any(plain(cell) or day_in(cell, "dmy") or day_in(cell, "mdy") for cell in filled)

    def _named(self, names: Iterable[str]) -> _Column | None:
        wanted = {_folded(name) for name in names}
        found = (one for one in self._columns if self._head and _folded(one.name) in wanted)
        return next(found, None)

    def _cells(self, column: _Column) -> list[str]:
        return [row.cell(column.place) for row in self._rows]

    def _sample(self, column: _Column) -> list[str]:
        """The first cells that are filled: enough to tell what a column holds."""
        cells = (row.cell(column.place) for row in self._rows)
        return list(islice(filter(None, cells), _LOOKED_AT))

    def _day_column(self) -> _Column | None:
        named = self._named(_day_names())
        if named is not None:
            return named
        best, most = None, 0.0
        for column in self._columns:
            cells = self._sample(column)
            days = sum(bool(day_in(cell, "dmy") or day_in(cell, "mdy")) for cell in cells)
            share = days / len(cells) if cells else 0.0
            if share > max(most, _MOST):
                best, most = column, share
        return best

    def _which_column(self) -> _Column | None:
        """The column that names the indicator of each row, in a long table."""
        for column in self._columns:
            if column == self._days:
                continue
            cells = [_folded(cell) for cell in self._sample(column)]
            named = sum(cell in self._by_name for cell in cells)
            if cells and named / len(cells) > _MOST:
                return column
        return None

    def _value_columns(self) -> list[tuple[_Column, str]]:
        """The columns of values, each with its indicator; nothing for a long table's column."""
        taken = {self._days, self._notes, self._which}
        rest = [column for column in self._columns if column not in taken]
        matched = [
            (column, self._by_name[_folded(column.name)])
            for column in rest
            if self._head is not None and _folded(column.name) in self._by_name
        ]
        if matched:
            return matched
        named = self._named(_value_names())
        numeric = [column for column in rest if self._is_numeric(column)]
        column = named if named in rest else next(iter(numeric), None)
        if column is None:
            return []
        if self._which is not None:
            return [(column, "")]
        return [(column, self._chosen())]

    def _is_numeric(self, column: _Column) -> bool:
        cells = self._sample(column)
        return bool(cells) and sum(bool(plain(cell)) for cell in cells) / len(cells) >= _MOST

    def _chosen(self) -> str:
        if len(self._known) > 1:
            self._asks.add("indicator")
        wanted = self._wanted.indicator
        return wanted if wanted in self._known else next(iter(self._known))

    def _decide_order(self, column: _Column) -> None:
        order = DayOrder(self._cells(column))
        if order.is_open:
            self._asks.add("order")
        elif order.order is not None:
            self._order = order.order
        if order.is_mixed:
            self._order = "dmy" if len(order.day_first) > len(order.month_first) else "mdy"
            self._odd_days = frozenset(self._rows[place].number for place in order.odd_ones())

    def _lines_of(self, column: _Column, indicator: str) -> list[Line]:
        cells = self._cells(column)
        decimal = DecimalSign(cells)
        sign = decimal.sign or self._wanted.sign
        if decimal.is_open:
            self._asks.add("sign")
        odd: frozenset[int] = frozenset()
        if decimal.is_mixed:
            sign = "." if len(decimal.points) > len(decimal.commas) else ","
            odd = frozenset(self._rows[place].number for place in decimal.odd_ones())
        days = self._days_without_column(indicator, len(self._rows))
        return [
            self._line(row, column, indicator, sign, odd, day)
            for row, day in zip(self._rows, days, strict=True)
            if not (row.is_empty and self._days is not None)
        ]

    def _days_without_column(self, indicator: str, count: int) -> Sequence[date | None]:
        if self._days is not None or self._wanted.start is None:
            return [None] * count
        rhythm = self._known[indicator].rhythm if indicator else "monthly"
        return days_from(self._wanted.start, rhythm, count)

    def _line(
        self,
        row: Row,
        column: _Column,
        indicator: str,
        sign: Sign,
        odd: frozenset[int],
        day: date | None,
    ) -> Line:
        text = row.cell(column.place)
        note = row.cell(self._notes.place) if self._notes is not None else ""
        which, fault = self._indicator_of(row, indicator)
        if not text:
            said = self._day_of(row)[0] if self._days is not None else day
            return Line(row.number, said, None, which, note, left_out="hole")
        if self._days is not None:
            day, wrong_day = self._day_of(row)
            fault = fault or wrong_day
        value = reads_as(plain(text), sign)
        if not fault and row.number in odd:
            fault = _fault(row, column, _mixed_words(plain(text), text))
        if not fault and value is None:
            fault = _fault(row, column, _("“{text}” is no number.").format(text=_cut(text)))
        if not fault and day is not None and day > self._wanted.today:
            place = self._days or column
            ahead = day_long(day, self._wanted.today)
            fault = _fault(row, place, _("{day} is still to come.").format(day=ahead))
        if fault or day is None or value is None:
            return Line(row.number, day, value, which, note, fault=fault)
        return self._beside_recorded(Line(row.number, day, value, which, note))

    def _beside_recorded(self, line: Line) -> Line:
        readings = self._known[line.indicator].readings
        before = readings.get(line.day) if line.day is not None else None
        if before is None:
            return line
        same = before == line.value
        return Line(
            line.row, line.day, line.value, line.indicator, line.note,
            left_out="as-recorded" if same else "", replaces=None if same else before,
        )  # fmt: skip

    def _indicator_of(self, row: Row, indicator: str) -> tuple[str, str]:
        if self._which is None or indicator:
            return indicator, ""
        text = row.cell(self._which.place)
        found = self._by_name.get(_folded(text), "")
        if found:
            return found, ""
        if not text:
            return "", _fault(row, self._which, _("the indicator is missing."))
        words = _("“{text}” is no indicator of this outcome.").format(text=_cut(text))
        return "", _fault(row, self._which, words)

    def _day_of(self, row: Row) -> tuple[date | None, str]:
        column = self._days
        if column is None:
            return None, ""
        text = row.cell(column.place)
        if not text:
            return None, _fault(row, column, _("the day is missing."))
        if row.number in self._odd_days:
            words = _("“{text}” has day and month in another order than other rows.")
            return None, _fault(row, column, words.format(text=_cut(text)))
        day = day_in(text, self._order)
        if day is None:
            return None, _fault(row, column, _("“{text}” is no day.").format(text=_cut(text)))
        return day, ""

    def _no_numbers(self) -> str:
        names = ", ".join(f"“{_cut(column.name)}”" for column in self._columns[:8])
        if len(self._columns) > 8:
            names += ", …"
        return _("No column of numbers was found. The columns are: {columns}.").format(
            columns=names
        )


def days_from(start: date, rhythm: Rhythm, count: int) -> list[date]:
    """So many days from a first one on, a rhythm apart; month ends stay month ends."""
    if rhythm in _WEEKS:
        return [start + timedelta(weeks=_WEEKS[rhythm] * place) for place in range(count)]
    at_end = start == month_end(start)
    found = []
    for place in range(count):
        months = start.year * 12 + start.month - 1 + place * _MONTHS[rhythm]
        first = date(min(months // 12, date.max.year - 1), months % 12 + 1, 1)
        last = last_day_of_month(first)
        found.append(month_end(first) if at_end else first.replace(day=min(start.day, last.day)))
    return found


def _once(lines: Iterable[Line]) -> Iterable[Line]:
    """A day that is there twice: the same value is left out, another one is a fault."""
    seen: dict[tuple[str, date], Line] = {}
    for line in lines:
        if line.fault or line.left_out == "hole" or line.day is None:
            yield line
            continue
        before = seen.setdefault((line.indicator, line.day), line)
        if before is line:
            yield line
        elif before.value == line.value:
            yield Line(line.row, line.day, line.value, line.indicator, line.note, left_out="twice")
        else:
            words = _("Row {row}: {day} is in row {other} already, with {value}.").format(
                row=line.row,
                day=day_long(line.day, line.day.replace(day=1)),
                other=before.row,
                value=number(before.value or 0.0, 6),
            )
            yield Line(line.row, line.day, line.value, line.indicator, line.note, fault=words)


def _fault(row: Row, column: _Column, words: str) -> str:
    return _("Row {row}, column “{column}”: {fault}").format(
        row=row.number, column=_cut(column.name), fault=words
    )


def _mixed_words(bare: str, text: str) -> str:
    with_comma = reads_as(bare, ".") is None
    words = (
        _("“{text}” has a comma before its decimals where other rows have a point.")
        if with_comma
        else _("“{text}” has a point before its decimals where other rows have a comma.")
    )
    return words.format(text=_cut(text))


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _letter(place: int) -> str:
    """A for the first column, as spreadsheets name them."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _day_names() -> tuple[str, ...]:
    return (_("Date"), _("Day"), _("Month"), "date", "day", "month", "datum", "tag", "monat")


def _value_names() -> tuple[str, ...]:
    return (_("Value"), _("Reading"), "value", "reading", "wert")


def _note_names() -> tuple[str, ...]:
    return (_("Note"), _("Comment"), "note", "notes", "comment", "notiz", "bemerkung")
