"""What a table says of objectives: row by row, with each fault by row and column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, NamedTuple

from leadjournal.base.words import _
from leadjournal.rules.cells import Row
from leadjournal.rules.objective_columns import (
    WORDS,
    Field,
    Head,
    folded,
    own_name,
    table_of,
    word_in,
)
from leadjournal.rules.objectives import closes_circle
from leadjournal.rules.written_days import DayOrder, Order, day_in
from leadjournal.rules.written_numbers import DecimalSign, Sign, plain, reads_as

Ask = Literal["order", "sign"]
"""What the table itself cannot tell: the order of day and month, the decimal sign."""
LeftOut = Literal["", "here", "twice"]
"""Why a row without a fault is left out all the same."""
Key = tuple[str, str]
"""An objective by its words and its cycle."""

_NUMBERS: tuple[Field, ...] = ("baseline", "target", "current")
_SHARED: tuple[Field, ...] = ("level", "ambition", "parent", "team", "objective_owner")
_SHOWN = 40
_LONGEST: dict[Field, int] = {
    "objective": 10_000, "key_result": 10_000, "unit": 40, "cycle": 60,
}  # fmt: skip
_LOOKED_AT = 20


class KnownObjective(NamedTuple):
    """An objective of the journal with the words of its key results, folded."""

    id: str
    key: Key
    parent: str | None
    results: frozenset[str]


@dataclass(frozen=True, slots=True)
class Known:
    """What is in the journal: objectives, and people and teams by their names, folded."""

    objectives: tuple[KnownObjective, ...] = ()
    people: Mapping[str, str] = field(default_factory=dict)
    teams: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user has said about the table; without a word it is found out."""

    order: Order = "dmy"
    sign: Sign = "."


@dataclass(frozen=True, slots=True)
class Line:
    """One row as it was understood: a key result, or an objective alone; or why it was not."""

    row: int
    key: Key
    objective: str = ""
    cycle: str = ""
    key_result: str = ""
    type: str = ""
    baseline: float | None = None
    target: float | None = None
    current: float | None = None
    unit: str = ""
    grade: float | None = None
    due: date | None = None
    owner: str = ""
    fault: str = ""
    left_out: LeftOut = ""

    @property
    def is_taken(self) -> bool:
        """Whether something comes in of it."""
        return not self.fault and not self.left_out


@dataclass(frozen=True, slots=True)
class NewObjective:
    """An objective that is not in the journal yet; its parent is an id, a key or nothing."""

    key: Key
    text: str
    cycle: str
    level: str = ""
    ambition: str = ""
    parent: str | Key | None = None
    team: str = ""
    owner: str = ""
    grade: float | None = None


@dataclass(frozen=True, slots=True)
class Understood:
    """All rows, what is still to be said, or the sentence for which it is no such table."""

    lines: tuple[Line, ...] = ()
    objectives: tuple[NewObjective, ...] = ()
    problem: str = ""
    needed: str = ""
    asks: frozenset[Ask] = frozenset()
    unread: tuple[str, ...] = ()
    """The columns with something in them that was not read, by name."""
    unknown: tuple[str, ...] = ()
    """Names of people, teams and objectives above that were not found; they are left empty."""

    @property
    def taken(self) -> tuple[Line, ...]:
        """The rows something comes in of."""
        return tuple(line for line in self.lines if line.is_taken)

    @property
    def faults(self) -> tuple[Line, ...]:
        """The rows that were not understood."""
        return tuple(line for line in self.lines if line.fault)

    @property
    def coming(self) -> tuple[NewObjective, ...]:
        """The new objectives at least one row of which is taken."""
        keys = {line.key for line in self.taken}
        return tuple(one for one in self.objectives if one.key in keys)

    @property
    def results(self) -> int:
        """How many key results come in."""
        return sum(bool(line.key_result) for line in self.taken)


def understand(text: str, known: Known, wanted: Wanted | None = None) -> Understood:
    """Read a table of objectives and key results, one key result a row."""
    rows, head = table_of(text)
    filled = [row for row in rows if not row.is_empty]
    if not filled:
        return Understood(problem=_("Nothing was found to read."))
    if head is None or "objective" not in head.places:
        return _another_shape(head.row if head is not None else filled[0])
    body = [row for row in filled if row.number > head.row.number]
    if not body:
        return Understood(problem=_("Below the names of the columns there is nothing."))
    return _Table(head, body, known, wanted or Wanted()).understood()


def _another_shape(row: Row) -> Understood:
    names = [_("“{name}”").format(name=_cut(cell)) for cell in row.cells if cell]
    shown = ", ".join(names[:_LOOKED_AT]) + (", …" if len(names) > _LOOKED_AT else "")
    return Understood(
        problem=_("This is no table of objectives. The columns found are: {columns}.").format(
            columns=shown
        ),
        needed=_("A column “Objective” is needed, and beside it “Key result” where there are any."),
    )


class _Table:
    """One table while it is read."""

    def __init__(self, head: Head, rows: Sequence[Row], known: Known, wanted: Wanted) -> None:
        self._head = head
        self._rows = rows
        self._known = known
        self._here = {one.key: one for one in known.objectives}
        self._unknown: dict[str, None] = {}
        self._asks: set[Ask] = set()
        self._odd: set[tuple[int, Field]] = set()
        self._sign = self._decide_sign(wanted.sign)
        self._order = self._decide_order(wanted.order)
        # Other programs have columns of such a name for what sort of number it is, for example.
        self._worded = {
            name
            for name, words in WORDS.items()
            if any(word_in(words, self._cell(row, name)) for row in rows)
        }
        self._compared = {name for name in _SHARED if name not in WORDS or name in self._worded}
        self._found: dict[Key, NewObjective] = {}
        self._said: dict[tuple[Key, Field], tuple[str, int]] = {}
        self._above: list[tuple[Key, str, int]] = []
        self._seen: set[tuple[Key, str]] = set()

    def understood(self) -> Understood:
        """Every row in its order."""
        lines: list[Line] = []
        text, cycle = "", ""
        for row in self._rows:
            said, its_cycle = self._cell(row, "objective"), self._cell(row, "cycle")
            if said and folded(said) != folded(text):
                text, cycle = said, its_cycle
            cycle = its_cycle or cycle
            lines.append(self._line(row, text, cycle))
        lines = self._with_parents(lines)
        return Understood(
            tuple(lines),
            tuple(self._found.values()),
            asks=frozenset(self._asks),
            unread=self._unread(),
            unknown=tuple(self._unknown),
        )

    def _line(self, row: Row, text: str, cycle: str) -> Line:
        key = (folded(text), folded(cycle))
        result = self._cell(row, "key_result")
        line = Line(row.number, key, text, cycle, result, unit=self._unit(row))
        try:
            self._check(row, text, result)
            line = self._with_values(row, line)
            self._meet(row, line)
        except _Fault as fault:
            return replace(line, fault=_located(row, fault.where, str(fault)))
        return replace(line, left_out=self._left_out(line))

    def _check(self, row: Row, text: str, result: str) -> None:
        if not text:
            raise _Fault(self._named("objective"), _("the objective is missing."))
        for name, longest in _LONGEST.items():
            if len(self._cell(row, name)) > longest:
                words = _("at most {count} characters have room.").format(count=longest)
                raise _Fault(self._named(name), words)
        if not result and any(self._cell(row, name) for name in _NUMBERS):
            raise _Fault(self._named("key_result"), _("the key result is missing."))

    def _with_values(self, row: Row, line: Line) -> Line:
        return replace(
            line,
            type=self._word(row, "type"),
            baseline=self._number(row, "baseline"),
            target=self._number(row, "target"),
            current=self._number(row, "current"),
            grade=self._grade(row),
            due=self._day(row),
            owner=self._look_up(self._known.people, self._cell(row, "owner")),
        )

    def _meet(self, row: Row, line: Line) -> None:
        """Take note of the objective of a row; what two rows say of it must agree."""
        for name in _SHARED:
            said = self._cell(row, name) if name in self._compared else ""
            before, where = self._said.setdefault((line.key, name), (said, row.number))
            if said and not before:
                self._said[line.key, name] = (said, row.number)
            elif said and folded(said) != folded(before):
                words = _("“{text}” is another one than “{other}” in row {row}.")
                told = words.format(text=_cut(said), other=_cut(before), row=where)
                raise _Fault(self._named(name), told)
        level, ambition = self._word(row, "level"), self._word(row, "ambition")
        if line.key in self._here:
            return
        made = self._found.get(line.key) or NewObjective(line.key, line.objective, line.cycle)
        alone = not line.key_result
        owner = self._look_up(self._known.people, self._cell(row, "objective_owner"))
        if parent := self._cell(row, "parent"):
            self._above.append((line.key, parent, row.number))
        self._found[line.key] = replace(
            made,
            level=made.level or level,
            ambition=made.ambition or ambition,
            team=made.team or self._look_up(self._known.teams, self._cell(row, "team")),
            owner=made.owner or owner or (line.owner if alone else ""),
            grade=line.grade if alone and made.grade is None else made.grade,
        )

    def _left_out(self, line: Line) -> LeftOut:
        here, result = self._here.get(line.key), folded(line.key_result)
        if here is not None and (not result or result in here.results):
            return "here"
        if (line.key, result) in self._seen:
            return "twice"
        self._seen.add((line.key, result))
        return ""

    def _with_parents(self, lines: list[Line]) -> list[Line]:
        """Put the new objectives under those they carry, once all of them are known."""
        ids: dict[str, str | None] = {one.id: one.parent for one in self._known.objectives}
        names = {key: f"\x1f{place}" for place, key in enumerate(self._found)}
        parents = ids | dict.fromkeys(names.values())
        wrong: dict[int, str] = {}
        for key, words, row in self._above:
            parent = self._parent(words, key)
            if parent is None:
                self._unknown.setdefault(words)
                continue
            id_ = names[parent] if isinstance(parent, tuple) else parent
            if closes_circle(parents, names[key], id_):
                wrong[row] = _("“{text}” stands below this objective or is the same one.").format(
                    text=_cut(words)
                )
                continue
            parents[names[key]] = id_
            self._found[key] = replace(self._found[key], parent=parent)
        by_number = {row.number: row for row in self._rows}
        return [
            replace(line, fault=_located(by_number[line.row], self._named("parent"), told))
            if (told := wrong.get(line.row)) and not line.fault
            else line
            for line in lines
        ]

    def _parent(self, words: str, key: Key) -> str | Key | None:
        """The objective of these words: of the same cycle, else of none, else of any."""
        wanted = folded(words)
        best: tuple[int, str | Key] | None = None
        here: list[tuple[Key, str | Key]] = [(one.key, one.id) for one in self._known.objectives]
        for (text, cycle), found in [*here, *((one, one) for one in self._found)]:
            if text != wanted:
                continue
            rank = 0 if cycle == key[1] else 1 if not cycle else 2
            if (text, cycle) == key:
                rank = 3
            if best is None or rank < best[0]:
                best = rank, found
        return best[1] if best is not None else None

    def _number(self, row: Row, name: Field) -> float | None:
        text = self._cell(row, name)
        if not text:
            return None
        if (row.number, name) in self._odd:
            words = _("“{text}” has another decimal sign than other rows.")
            raise _Fault(self._named(name), words.format(text=_cut(text)))
        value = reads_as(plain(text), self._sign)
        if value is None:
            words = _("“{text}” is no number.").format(text=_cut(text))
            raise _Fault(self._named(name), words)
        return value

    def _grade(self, row: Row) -> float | None:
        value = self._number(row, "grade")
        if value is not None and "%" in self._cell(row, "grade"):
            value /= 100
        if value is not None and not 0 <= value <= 1:
            words = _("a grade lies between 0 and 1, or is a percentage.")
            raise _Fault(self._named("grade"), words)
        return value

    def _day(self, row: Row) -> date | None:
        text = self._cell(row, "due")
        if not text:
            return None
        if (row.number, "due") in self._odd:
            words = _("“{text}” has day and month in another order than other rows.")
            raise _Fault(self._named("due"), words.format(text=_cut(text)))
        day = day_in(text, self._order)
        if day is None:
            raise _Fault(self._named("due"), _("“{text}” is no day.").format(text=_cut(text)))
        return day

    def _word(self, row: Row, name: Field) -> str:
        text = self._cell(row, name) if name in self._worded else ""
        found = word_in(WORDS[name], text)
        if text and found is None:
            told = _("“{text}” is none of {words}.").format(
                text=_cut(text), words=", ".join(WORDS[name])
            )
            raise _Fault(self._named(name), told)
        return found or ""

    def _unit(self, row: Row) -> str:
        unit = self._cell(row, "unit")
        if not unit and any("%" in self._cell(row, name) for name in _NUMBERS):
            return "%"
        return unit

    def _look_up(self, known: Mapping[str, str], name: str) -> str:
        if not name:
            return ""
        found = known.get(folded(name), "")
        if not found:
            self._unknown.setdefault(name)
        return found

    def _decide_sign(self, wanted: Sign) -> Sign:
        places = [
            (row.number, name)
            for row in self._rows
            for name in (*_NUMBERS, "grade")
            if self._cell(row, name)
        ]
        by_number = {row.number: row for row in self._rows}
        sign = DecimalSign([self._cell(by_number[number], name) for number, name in places])
        if sign.is_mixed:
            self._odd |= {places[place] for place in sign.odd_ones()}
            return "." if len(sign.points) > len(sign.commas) else ","
        if sign.is_open:
            self._asks.add("sign")
        return sign.sign or wanted

    def _decide_order(self, wanted: Order) -> Order:
        order = DayOrder([self._cell(row, "due") for row in self._rows])
        if order.is_mixed:
            self._odd |= {(self._rows[place].number, "due") for place in order.odd_ones()}
            return "dmy" if len(order.day_first) > len(order.month_first) else "mdy"
        if order.is_open:
            self._asks.add("order")
        return order.order or wanted

    def _place(self, name: Field) -> int:
        return self._head.places.get(name, 1 << 30)

    def _cell(self, row: Row, name: Field) -> str:
        return row.cell(self._place(name))

    def _named(self, name: Field) -> str:
        """The name of a column as the table has it."""
        place = self._head.places.get(name)
        return self._head.row.cell(place) if place is not None else own_name(name)

    def _unread(self) -> tuple[str, ...]:
        read = {
            place
            for name, place in self._head.places.items()
            if name not in WORDS or name in self._worded
        }
        cells = enumerate(self._head.row.cells)
        return tuple(
            name
            for place, name in cells
            if name and place not in read and any(row.cell(place) for row in self._rows)
        )


class _Fault(Exception):
    """What is wrong with a row, and in which column."""

    def __init__(self, where: str, words: str) -> None:
        super().__init__(words)
        self.where = where


def _located(row: Row, column: str, words: str) -> str:
    return _("Row {row}, column “{column}”: {fault}").format(
        row=row.number, column=_cut(column), fault=words
    )


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
