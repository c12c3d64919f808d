"""The rows of a table of objectives in words: what comes of each, or why nothing does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from leadjournal.base.formats import number
from leadjournal.base.words import _, later, ngettext, shortened
from leadjournal.ui.items.words import words_for
from leadjournal.ui.pages.outcomes.tables import LineRows
from leadjournal.ui.widgets.table import Cell

if TYPE_CHECKING:
    from leadjournal.rules.objective_table import Line, Understood

COLUMNS = (
    (later("Row"), True),
    (later("What comes of it"), False),
    (later("Objective"), False),
    (later("Key result"), False),
    (later("Measures"), False),
    (later("From → target"), False),
    (later("Owner"), False),
)
_LEFT_OUT = {
    "here": later("Already here"),
    "twice": later("There twice, left out"),
}
_LONGEST = 44
_NAMES = 6


class ImportRows(LineRows["Line"]):
    """Rows with faults come first; `people` are names by their ids."""

    def __init__(self, understood: Understood, people: Mapping[str, str]) -> None:
        super().__init__(sorted(understood.lines, key=lambda line: not line.fault))
        self._new = {one.key for one in understood.coming}
        self._people = people

    def cells(self, line: Line) -> tuple[Cell, ...]:
        ink = "text" if line.is_taken else "text_3"
        words = (
            shortened(line.objective, _LONGEST),
            shortened(line.key_result, _LONGEST),
            _measures(line),
            _way(line),
            self._people.get(line.owner, ""),
        )
        said = (Cell(each or "–", ink) for each in words)
        return (Cell(str(line.row), "text_3"), self._comes(line), *said)

    def _comes(self, line: Line) -> Cell:
        if line.fault:
            return Cell(line.fault, "danger")
        if line.left_out:
            return Cell(_(_LEFT_OUT[line.left_out]), "text_3")
        return Cell(_("New") if line.key in self._new else _("New key result"), "text_2")


def _measures(line: Line) -> str:
    # A key result without a word about it measures an effect.
    if not line.key_result or line.fault:
        return ""
    return words_for("KeyResultType", line.type or "outcome")


def _way(line: Line) -> str:
    """From where to where, with the unit: 41 → 22 per 100."""
    if line.baseline is None and line.target is None:
        return ""
    ends = ("–" if each is None else number(each, 6) for each in (line.baseline, line.target))
    gap = "" if line.unit in ("", "%") else " "
    return " → ".join(ends) + gap + line.unit


def counted(objectives: int, results: int) -> str:
    """The verb with how many objectives and key results come in."""
    one = ngettext("{n} objective", "{n} objectives", objectives)
    one = one.format(n=number(objectives, 0))
    two = ngettext("{n} key result", "{n} key results", results).format(n=number(results, 0))
    if objectives and results:
        return _("Import {objectives} and {results}").format(objectives=one, results=two)
    if objectives or results:
        return _("Import {what}").format(what=one if objectives else two)
    return _("Import objectives")


def summary(understood: Understood) -> str:
    """What becomes of the rows, and which names and columns found no place."""
    sentences = [_rows_said(understood)]
    if understood.unknown:
        names = _quoted(understood.unknown)
        sentences.append(_("Not found in the journal, left empty: {names}.").format(names=names))
    if understood.unread:
        columns = _quoted(understood.unread)
        sentences.append(_("Not read: {columns}.").format(columns=columns))
    return " ".join(sentences)


def _rows_said(understood: Understood) -> str:
    taken, faults = len(understood.taken), len(understood.faults)
    left = len(understood.lines) - taken - faults
    if not taken and not faults:
        return _("Everything in the table is here already.")
    parts = [ngettext("{n} row comes in", "{n} rows come in", taken).format(n=number(taken, 0))]
    if left:
        words = ngettext("{n} row left out", "{n} rows left out", left)
        parts.append(words.format(n=number(left, 0)))
    if faults:
        words = ngettext("{n} row with a fault", "{n} rows with faults", faults)
        parts.append(words.format(n=number(faults, 0)))
    return " · ".join(parts) + "."


def _quoted(names: Iterable[str]) -> str:
    every = [_("“{name}”").format(name=shortened(name, _LONGEST)) for name in names]
    return ", ".join(every[:_NAMES]) + (", …" if len(every) > _NAMES else "")
