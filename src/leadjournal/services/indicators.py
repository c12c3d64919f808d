"""Indicators, their readings, and targets that change from a day on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from leadjournal.base.errors import InvalidValue
from leadjournal.base.words import _
from leadjournal.model.indicator import (
    ChangeOf,
    Guard,
    Indicator,
    IndicatorChange,
    IndicatorChangeDraft,
    IndicatorDraft,
    Reading,
    ReadingDraft,
)
from leadjournal.model.outcome import Outcome
from leadjournal.rules.standing import progress, setting
from leadjournal.services.records import Choice, Records, refuse_future
from leadjournal.store.queries import outcomes as queries
from leadjournal.store.queries import records
from leadjournal.store.queries.facts import indicator_fact

_FIELDS = {
    ChangeOf.TARGET: "target",
    ChangeOf.WEIGHT: "weight",
    ChangeOf.LIMIT: "guard_limit",
}


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """An indicator with its readings and what holds today."""

    indicator: Indicator
    readings: tuple[Reading, ...]
    changes: tuple[IndicatorChange, ...]
    target: float | None
    limit: float | None
    weight: float
    progress: float | None

    @property
    def latest(self) -> Reading | None:
        """The newest reading."""
        return self.readings[-1] if self.readings else None


class Readings(Records[Reading, ReadingDraft]):
    """The readings of indicators."""

    record = Reading


class Indicators(Records[Indicator, IndicatorDraft]):
    """The numbers that tell whether an outcome moves."""

    record = Indicator

    def of(self, outcome_id: str, on: date | None = None) -> list[IndicatorView]:
        """The indicators of an outcome as they stand on a day, guards last."""
        day = on or self.journal.clock.today()
        with self.journal.reading() as session:
            found = queries.indicators_of(session, outcome_id)
            ids = [indicator.id for indicator in found]
            readings = queries.readings_of(session, ids)
            changes = queries.changes_of(session, ids)
        return [
            _view(
                indicator,
                [one for one in readings if one.indicator_id == indicator.id],
                [one for one in changes if one.indicator_id == indicator.id],
                day,
            )
            for indicator in found
        ]

    def read(self, draft: ReadingDraft) -> Reading:
        """Record a reading; a second one on the same day corrects the first."""
        refuse_future(draft.day, self.journal.clock.today(), "day")
        with self.journal.writing(_("Add reading")) as session:
            same = [
                reading
                for reading in queries.readings_of(session, [draft.indicator_id])
                if reading.day == draft.day
            ]
            if same:
                same[-1].sqlmodel_update(draft.model_dump(exclude_unset=True))
                return same[-1]
            made = Reading(**draft.model_dump())
            session.add(made)
        return made

    def choices(self) -> list[Choice]:
        """Indicators to choose from with their outcomes, by name; guards show no way gone."""
        with self.journal.reading() as session:
            outcomes = {one.id: one.statement for one in records.every(session, Outcome)}
        found = [
            Choice(
                one.id,
                _("{indicator} · {outcome}").format(
                    indicator=one.name, outcome=outcomes[one.outcome_id]
                ),
            )
            for one in self.all()
            if one.guard is Guard.NONE
        ]
        return sorted(found, key=lambda choice: choice.words.casefold())

    def read_all(self, drafts: Iterable[ReadingDraft]) -> list[Reading]:
        """Record several readings in one step."""
        with self.journal.writing(_("Add readings")):
            return [self.read(draft) for draft in drafts]

    def edit_reading(self, id_: str, **changes: Any) -> Reading:
        """Correct a reading; an indicator has one a day."""
        with self.journal.writing(_("Edit reading")) as session:
            reading = Readings(self.journal).edit(id_, **changes)
            refuse_future(reading.day, self.journal.clock.today(), "day")
            others = queries.readings_of(session, [reading.indicator_id])
            if any(one.day == reading.day and one.id != id_ for one in others):
                raise InvalidValue(_("There is a reading on this day already."), field="day")
        return reading

    def remove_reading(self, id_: str) -> None:
        """Remove a reading."""
        Readings(self.journal).remove(id_)

    def change(self, draft: IndicatorChangeDraft) -> IndicatorChange:
        """From a day on the target, weight or limit is another one; before it stays as it was."""
        made = IndicatorChange(**draft.model_dump())
        with self.journal.writing(_("Change an indicator")) as session:
            session.add(made)
        return made

    def _change(self, record: Indicator, changes: dict[str, Any]) -> None:
        """Once there are readings, another target, weight or limit counts from today only."""
        today = self.journal.clock.today()
        with self.journal.reading() as session:
            has_readings = bool(queries.readings_of(session, [record.id]))
            known = queries.changes_of(session, [record.id])
        dated = {what: _FIELDS[what] for what in _FIELDS if _FIELDS[what] in changes}
        before = {field: getattr(record, field) for field in dated.values()}
        super()._change(record, changes)
        for what, field in dated.items() if has_readings else ():
            new = getattr(record, field)
            setattr(record, field, before[field])
            self._record_change(record, what, self._present(record, known, what, today), new)

    def _present(
        self, record: Indicator, known: Sequence[IndicatorChange], what: ChangeOf, today: date
    ) -> float | None:
        return setting(indicator_fact(record, [], known), what.value, today)

    def _record_change(
        self, record: Indicator, what: ChangeOf, old: float | None, new: float | None
    ) -> None:
        if old == new:
            return
        today = self.journal.clock.today()
        self.change(
            IndicatorChangeDraft(
                indicator_id=record.id,
                what=what,
                old=old,
                new=new,
                valid_from=today,
                recorded_on=today,
            )
        )


def _view(
    indicator: Indicator,
    readings: Sequence[Reading],
    changes: Sequence[IndicatorChange],
    day: date,
) -> IndicatorView:
    fact = indicator_fact(indicator, [(one.day, one.value) for one in readings], changes)
    gone = progress(fact, day) if indicator.guard == "none" else None
    return IndicatorView(
        indicator,
        tuple(readings),
        tuple(changes),
        target=setting(fact, "target", day),
        limit=setting(fact, "limit", day),
        weight=setting(fact, "weight", day) or 1.0,
        progress=gone,
    )
