"""How other programs call the columns of a table of objectives, and what they write in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from leadjournal.base.words import _
from leadjournal.rules.cells import Row, rows_of

Field = Literal[
    "objective", "key_result", "owner", "objective_owner", "baseline", "target", "current", "unit",
    "type", "cycle", "parent", "grade", "level", "team", "due", "ambition",
]  # fmt: skip

NAMES: dict[Field, tuple[str, ...]] = {
    "objective": ("objective", "objectives", "goal", "goals", "objective name", "objective title",
                  "objective text", "o", "ziel"),
    "key_result": ("key result", "key results", "keyresult", "kr", "krs", "key result name",
                   "key result title", "key result text", "kr name", "schlüsselergebnis"),
    "owner": ("owner", "key result owner", "kr owner", "responsible", "who", "assignee", "lead",
              "verantwortlich"),
    "objective_owner": ("objective owner", "goal owner"),
    "baseline": ("start", "baseline", "from", "start value", "starting value", "initial",
                 "initial value", "startwert"),
    "target": ("target", "to", "goal value", "target value", "end value", "zielwert"),
    "current": ("current", "actual", "current value", "actual value", "latest", "progress value",
                "value", "istwert"),
    "unit": ("unit", "units", "unit of measure", "metric unit", "einheit"),
    "type": ("type", "key result type", "kr type", "measures", "typ"),
    "cycle": ("cycle", "quarter", "period", "time period", "timeframe", "time frame", "quartal"),
    "parent": ("parent", "aligned to", "aligns to", "aligned with", "parent objective",
               "parent goal", "supports", "carries", "carries the objective"),
    "grade": ("grade", "score", "key result grade", "kr grade", "key result score", "kr score"),
    "level": ("level", "scope", "tier", "ebene"),
    "team": ("team", "group"),
    "due": ("due", "deadline", "due date", "due on", "end date", "fällig"),
    "ambition": ("ambition", "commitment"),
}  # fmt: skip

WORDS: dict[Field, dict[str, tuple[str, ...]]] = {
    "type": {
        "outcome": ("outcome", "effect", "an effect", "impact", "lagging"),
        "output": ("output", "something delivered", "deliverable", "task", "activity",
                   "initiative"),
    },
    "level": {
        "company": ("company", "organisation", "organization", "corporate"),
        "department": ("department", "division", "area", "dept"),
        "team": ("team", "group", "individual", "personal"),
    },
    "ambition": {
        "commitment": ("commitment", "committed", "commit", "yes"),
        "stretch": ("stretch", "aspirational", "aspiration", "moonshot", "no"),
    },
}  # fmt: skip
"""The words that stand for the values of a column."""

_SEPARATORS = ("", ",", ";", "\t")
_HEAD_WITHIN = 20
"""Above the names of the columns there may be a title and some blank lines."""

_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_MARKS = re.compile(r"[\s_.:/#*-]+")


class Head(NamedTuple):
    """The row with the names of the columns, and which of them hold what."""

    row: Row
    places: Mapping[Field, int]


def folded(text: str) -> str:
    """A text by which the same words are found again however they were typed."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def table_of(text: str) -> tuple[Sequence[Row], Head | None]:
    """The rows of a text and its head, parted by the sign that names the most columns."""
    best: tuple[Sequence[Row], Head | None] = ((), None)
    for separator in _SEPARATORS:
        rows = rows_of(text, separator)
        head = _head(rows)
        if not best[0] or _known(head) > _known(best[1]):
            best = rows, head
    return best


def word_in(words: Mapping[str, tuple[str, ...]], text: str) -> str | None:
    """Which of some values a word stands for."""
    wanted = folded(text)
    return next((value for value, names in words.items() if wanted in names), None)


def _known(head: Head | None) -> int:
    return len(head.places) if head is not None else 0


def _head(rows: Sequence[Row]) -> Head | None:
    """The row that names the most columns, near the top."""
    heads = [Head(row, _places(row)) for row in rows[:_HEAD_WITHIN]]
    found = [head for head in heads if "objective" in head.places or "key_result" in head.places]
    return max(found, key=lambda head: len(head.places), default=None)


def _places(row: Row) -> dict[Field, int]:
    places: dict[Field, int] = {}
    for place, cell in enumerate(row.cells):
        name = _bare(cell)
        for field, names in NAMES.items():
            if name and field not in places and (name in names or name == _bare(own_name(field))):
                places[field] = place
                break
    return places


def _bare(name: str) -> str:
    return folded(_MARKS.sub(" ", _BRACKETS.sub(" ", name)))


def own_name(field: Field) -> str:
    """How this program calls a column."""
    return {
        "objective": _("Objective"),
        "key_result": _("Key result"),
        "owner": _("Owner"),
        "objective_owner": _("Owner of the objective"),
        "baseline": _("From"),
        "target": _("Target"),
        "current": _("Latest"),
        "unit": _("Unit"),
        "type": _("Measures"),
        "cycle": _("Cycle"),
        "parent": _("Carries"),
        "grade": _("Grade"),
        "level": _("Level"),
        "team": _("Team"),
        "due": _("Due"),
        "ambition": _("Ambition"),
    }[field]
