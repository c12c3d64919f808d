"""The lines of the timeline: plain values made from the milestones of the journal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from leadjournal.base.formats import day_long
from leadjournal.base.words import _, ngettext
from leadjournal.ui.items.words import Mark, words_for
from leadjournal.ui.pages.outcomes.rows import RowKey, TreeRow

if TYPE_CHECKING:
    from leadjournal.services.milestones import MilestoneRow

GROWTH_ICON, VALUE_ICON = "sprout", "layers"

_RESULTS = {
    "reached": ("good", "circle-check"),
    "partly": ("debt", "circle-dot"),
    "missed": ("bad", "circle-x"),
    "no-longer-needed": ("plain", "minus"),
}


@dataclass(frozen=True, slots=True)
class MilestoneLine:
    """A milestone on the timeline, or a heading that stands for none."""

    key: RowKey | None
    title: str
    second: str = ""
    day: str = ""
    mark: Mark | None = None
    is_open: bool = False
    overdue: bool = False
    grows: bool = False
    lasts: bool = False

    @property
    def spoken(self) -> str:
        """Everything the line shows, in words."""
        grows = _("Somebody grows") if self.grows else ""
        lasts = _("Something stays") if self.lasts else ""
        words = [self.mark.words if self.mark else "", grows, lasts]
        return ". ".join(part for part in (self.title, self.second, self.day, *words) if part)


def milestone_row(row: MilestoneRow) -> TreeRow:
    """A milestone as acts and menus know it."""
    status = "open" if row.closed_on is None else "closed"
    return TreeRow(RowKey("milestone", row.id), row.what, row.outcome, status=status)


def milestone_lines(rows: Iterable[MilestoneRow], today: date) -> tuple[MilestoneLine, ...]:
    """The open ones first by their day, then the closed ones, each under its heading."""
    lines = [_line(row, today) for row in rows]
    coming = [line for line in lines if line.is_open]
    past = [line for line in lines if not line.is_open]
    return (*_group(_("To come"), coming), *_group(_("Closed"), past))


def mark_of(row: MilestoneRow, today: date) -> Mark | None:
    """Where it ended, or that its day has passed."""
    if row.result is not None:
        tone, icon = _RESULTS[row.result.value]
        return Mark(tone, words_for("MilestoneResult", row.result.value), icon)
    return Mark("debt", _("Overdue"), "clock") if row.overdue(today) else None


def counted(rows: Sequence[MilestoneRow], today: date) -> str:
    """2 milestones to come, 1 overdue."""
    coming = [row for row in rows if row.closed_on is None]
    words = ngettext("{n} milestone to come", "{n} milestones to come", len(coming))
    late = sum(row.overdue(today) for row in coming)
    if not late:
        return words.format(n=len(coming))
    overdue = ngettext("{n} overdue", "{n} overdue", late).format(n=late)
    return f"{words.format(n=len(coming))}, {overdue}"


def _line(row: MilestoneRow, today: date) -> MilestoneLine:
    day = row.closed_on or row.due_on
    return MilestoneLine(
        RowKey("milestone", row.id),
        row.what,
        " · ".join(part for part in (row.outcome or _("No outcome yet"), row.owner) if part),
        day_long(day, today) if day else _("No day"),
        mark_of(row, today),
        is_open=row.closed_on is None,
        overdue=row.overdue(today),
        grows=row.growing > 0,
        lasts=bool(row.kept or row.lasting_value),
    )


def _group(title: str, lines: Sequence[MilestoneLine]) -> list[MilestoneLine]:
    return [MilestoneLine(None, title), *lines] if lines else []
