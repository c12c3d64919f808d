"""Milestones: planned with purpose, growth and lasting value, closed with what they left."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from leadjournal.base.errors import InvalidValue
from leadjournal.base.words import _
from leadjournal.model.milestone import (
    Growth,
    GrowthDraft,
    Milestone,
    MilestoneDraft,
    MilestoneResult,
)
from leadjournal.services.records import Records, refuse_future
from leadjournal.store.queries import milestones as queries
from leadjournal.store.queries import records

QUALITIES = ("purpose", "relevance", "realism", "clarity")
"""What a milestone is rated by, each from 1 to 5, before it is announced."""

GOOD_ENOUGH = 3
"""A quality that is rated lower asks for a rewrite."""

_JUDGED = (MilestoneResult.REACHED, MilestoneResult.PARTLY)
_ENDING = ("closed_on", "result", "deliverable", "satisfaction", "kept", "surprise", "lesson")


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """A milestone as lists show it."""

    id: str
    what: str
    due_on: date | None
    closed_on: date | None
    result: MilestoneResult | None
    outcome_id: str | None
    outcome: str
    owner: str
    lasting_value: str
    kept: str
    growing: int
    """How many people learn something on the way."""

    def overdue(self, today: date) -> bool:
        """Whether it is open and its day has passed."""
        return self.closed_on is None and self.due_on is not None and self.due_on < today


@dataclass(frozen=True, slots=True)
class Kept:
    """What stays in the organisation after a milestone."""

    id: str
    kept: str
    what: str
    closed_on: date
    lesson: str


class Milestones(Records[Milestone, MilestoneDraft]):
    """The days on the way to the outcomes."""

    record = Milestone

    def add(
        self, draft: MilestoneDraft, growth: Iterable[Mapping[str, Any]] | None = None
    ) -> Milestone:
        """Plan a milestone, with who learns what on the way."""
        with self.journal.writing(_("Plan a milestone")):
            made = super().add(draft)
            self._refuse_impossible(made)
            self._set_growth(made.id, growth)
        return made

    def edit(
        self,
        id_: str,
        *,
        join: str | None = None,
        source: str = "",
        growth: Iterable[Mapping[str, Any]] | None = None,
        **changes: Any,
    ) -> Milestone:
        """Change a milestone; `growth`, where given, is all of it, known rows with their id."""
        with self.journal.writing(_("Edit milestone"), join=join, source=source):
            changed = super().edit(id_, **changes)
            self._set_growth(id_, growth)
        return changed

    def close(
        self,
        id_: str,
        *,
        able: Iterable[str] = (),
        growth: Iterable[Mapping[str, Any]] = (),
        **ending: Any,
    ) -> Milestone:
        """Close a milestone with its result, reached or not.

        `able` are the growth rows that came true, `growth` what nobody had planned to learn.
        """
        with self.journal.writing(_("Close a milestone")) as session:
            day = ending.setdefault("closed_on", self.journal.clock.today())
            closed = self.edit(id_, **ending)
            _refuse_half_closed(closed)
            wanted = set(able)
            for row in queries.growth_of(session, id_):
                row.able_on = (row.able_on or day) if row.id in wanted else None
            for values in growth:
                session.add(_growth_of(id_, {**values, "able_on": day}))
        return closed

    def reopen(self, id_: str) -> Milestone:
        """The milestone is still to come, as if it had never been closed."""
        nothing = {name: MilestoneDraft.model_fields[name].default for name in _ENDING}
        with self.journal.writing(_("Reopen a milestone")) as session:
            for row in queries.growth_of(session, id_):
                row.able_on = None
            return self.edit(id_, **nothing)

    def growth(self, id_: str) -> Sequence[Growth]:
        """Who learns what on the way to a milestone, in the order in which it was written."""
        with self.journal.reading() as session:
            return queries.growth_of(session, id_)

    def listing(self) -> list[MilestoneRow]:
        """Every milestone: open ones first by their day, then closed ones, the newest first."""
        with self.journal.reading() as session:
            found = [_row(each) for each in queries.listing(session)]
        coming = [row for row in found if row.closed_on is None]
        past = [row for row in found if row.closed_on is not None]
        coming.sort(key=lambda row: (row.due_on is None, row.due_on or date.max))
        past.sort(key=lambda row: row.closed_on or date.min, reverse=True)
        return [*coming, *past]

    def of_outcome(self, outcome_id: str) -> list[MilestoneRow]:
        """The milestones on the way to an outcome."""
        return [row for row in self.listing() if row.outcome_id == outcome_id]

    def library(self) -> list[Kept]:
        """What stays of the milestones that were closed, newest first."""
        return [
            Kept(each.id, each.kept, each.what, each.closed_on, each.lesson)
            for each in sorted(self.all(), key=lambda one: one.closed_on or date.min, reverse=True)
            if each.closed_on is not None and each.kept
        ]

    def _set_growth(self, id_: str, rows: Iterable[Mapping[str, Any]] | None) -> None:
        if rows is None:
            return
        with self.journal.writing(_("Edit milestone")) as session:
            present = {row.id: row for row in queries.growth_of(session, id_)}
            for values in rows:
                known = present.pop(str(values.get("id") or ""), None)
                wanted = _growth_of(id_, values)
                if known is None:
                    session.add(wanted)
                    continue
                for name in ("person_id", "skill", "how"):
                    setattr(known, name, getattr(wanted, name))
            for gone in present.values():
                records.remove(session, gone)

    def _change(self, record: Milestone, changes: dict[str, Any]) -> None:
        before = record.due_on
        super()._change(record, changes)
        if before is not None and record.due_on != before and not changes.get("moved_because"):
            raise InvalidValue(
                _("The day was set before: why does it move?"),
                way_out=_("One sentence is enough; it stays with the milestone."),
                field="moved_because",
            )
        self._refuse_impossible(record)

    def _refuse_impossible(self, milestone: Milestone) -> None:
        refuse_future(milestone.closed_on, self.journal.clock.today(), "closed_on")
        if milestone.closed_on is not None and milestone.closed_on < milestone.created_on:
            raise InvalidValue(
                _("A milestone cannot be closed before it was written."), field="closed_on"
            )


def needs_rewrite(milestone: MilestoneDraft) -> list[str]:
    """The qualities, by the names of their fields, that are rated too low to announce it."""
    ratings = {name: getattr(milestone, name) for name in QUALITIES}
    return [name for name, rated in ratings.items() if rated is not None and rated < GOOD_ENOUGH]


def _growth_of(id_: str, values: Mapping[str, Any]) -> Growth:
    named = {name: value for name, value in values.items() if name != "id"}
    return Growth(**GrowthDraft(**{**named, "milestone_id": id_}).model_dump())


def _refuse_half_closed(milestone: Milestone) -> None:
    needed = {
        "result": _("Where did it end?"),
        "lesson": _("One lesson for the next cycle is needed."),
    }
    if milestone.result in _JUDGED:
        needed["deliverable"] = _("How good is what was delivered?")
        needed["satisfaction"] = _("How satisfied are those it was for? Ask them; do not guess.")
    for name, sentence in needed.items():
        if not getattr(milestone, name):
            raise InvalidValue(sentence, field=name)


def _row(row: queries.MilestoneColumns) -> MilestoneRow:
    return MilestoneRow(
        **{**row._asdict(), "result": MilestoneResult(row.result) if row.result else None}
    )
