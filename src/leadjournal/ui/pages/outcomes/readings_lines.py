"""The lines of a table of readings in words: what each became, or why it became nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from leadjournal.base.formats import day_short, number
from leadjournal.base.words import _, later, ngettext
from leadjournal.ui.pages.outcomes.tables import LineRows
from leadjournal.ui.widgets.table import Cell

if TYPE_CHECKING:
    from leadjournal.rules.reading_table import Line, Understood

COLUMNS = (
    (later("Row"), True),
    (later("Day"), False),
    (later("Value"), True),
    (later("What comes of it"), False),
    (later("Indicator"), False),
)
_LEFT_OUT = {
    "hole": later("Empty, left out"),
    "as-recorded": later("Recorded already, left out"),
    "twice": later("There twice, left out"),
}


class PreviewRows(LineRows["Line"]):
    """Lines with faults come first; `names` are of the indicators by their ids."""

    def __init__(self, lines: Sequence[Line], names: Mapping[str, str], today: date) -> None:
        super().__init__(sorted(lines, key=lambda line: not line.fault))
        self._names = names
        self._today = today

    def cells(self, line: Line) -> tuple[Cell, ...]:
        ink = "text" if line.is_taken else "text_3"
        return (
            Cell(str(line.row), "text_3"),
            Cell(day_short(line.day, self._today) if line.day else "–", ink),
            Cell(number(line.value, 6) if line.value is not None else "–", ink),
            self._said(line),
            Cell(self._names.get(line.indicator, "–"), ink),
        )

    def _said(self, line: Line) -> Cell:
        if line.fault:
            return Cell(line.fault, "danger")
        if line.left_out:
            return Cell(_(_LEFT_OUT[line.left_out]), "text_3")
        if line.replaces is not None:
            words = _("Replaces {value}").format(value=number(line.replaces, 6))
            return Cell(words, "debt")
        return Cell(line.note or _("New"), "text_2")


def summary(understood: Understood) -> str:
    """How many lines become readings, and what becomes of the others."""
    if "start" in understood.asks:
        return _("Say on which day the first value was read; the others follow in its rhythm.")
    faults = len(understood.faults)
    taken = len(understood.taken)
    replaced = sum(line.replaces is not None for line in understood.taken)
    left = sum(bool(line.left_out) for line in understood.lines)
    parts = [ngettext("{n} reading", "{n} readings", taken).format(n=number(taken, 0))]
    if replaced:
        words = ngettext("{n} replaces an earlier one", "{n} replace earlier ones", replaced)
        parts.append(words.format(n=number(replaced, 0)))
    if left:
        words = ngettext("{n} line left out", "{n} lines left out", left)
        parts.append(words.format(n=number(left, 0)))
    if faults:
        words = ngettext("{n} line with a fault", "{n} lines with faults", faults)
        parts.append(words.format(n=number(faults, 0)))
    sentence = " · ".join(parts)
    if understood.unread:
        names = ", ".join(_("“{name}”").format(name=name[:40]) for name in understood.unread[:6])
        sentence += ". " + _("Not read: {columns}.").format(columns=names)
    return sentence
