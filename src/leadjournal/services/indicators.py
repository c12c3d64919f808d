"""Indicators, their readings, and targets that change from a day on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from leadjournal.base.errors import InvalidValue
from leadjournal.base.words import _
from leadjournal.model.indicator import (
    Cause,
    ChangeOf,
    Direction,
    Guard,
    Indicator,
    IndicatorChange,
    IndicatorChangeDraft,
    IndicatorDraft,
    Reading,
    ReadingDraft,
)
from leadjournal.model.outcome import Outcome
from leadjournal.rules.facts import IndicatorFact
from leadjournal.rules.measurable import FIELDS, Fault, Measure, faults_of
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
    fact: IndicatorFact
    """The same as the figures see it."""

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

    def add(self, draft: IndicatorDraft) -> Indicator:
        """Make an indicator that can be measured."""
        _refuse_unmeasurable(draft, draft.target, set(IndicatorDraft.model_fields))
        return super().add(draft)

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

    def change_target(
        self,
        id_: str,
        new: float | None,
        valid_from: date,
        reason: str = "",
        cause: Cause = Cause.INSIDE,
    ) -> IndicatorChange:
        """From a day on another target, or another limit of a guard; the old one stays before."""
        with self.journal.writing(_("Change a target")) as session:
            record = self.get(id_)
            what = ChangeOf.TARGET if record.guard is Guard.NONE else ChangeOf.LIMIT
            known = queries.changes_of(session, [id_])
            old = self._present(record, known, what, valid_from)
            field = _FIELDS[what]
            if old == new:
                raise InvalidValue(_("This is what it is on that day already."), field=field)
            limit = new if what is ChangeOf.LIMIT else record.guard_limit
            target = new if what is ChangeOf.TARGET else record.target
            _refuse_unmeasurable(record, target, {field}, limit=limit)
            return self.change(
                IndicatorChangeDraft(
                    indicator_id=id_,
                    what=what,
                    old=old,
                    new=new,
                    valid_from=valid_from,
                    recorded_on=self.journal.clock.today(),
                    reason=reason,
                    cause=cause,
                )
            )

    def _change(self, record: Indicator, changes: dict[str, Any]) -> None:
        """Once there are readings, another target, weight or limit counts from today only."""
        today = self.journal.clock.today()
        with self.journal.reading() as session:
            has_readings = bool(queries.readings_of(session, [record.id]))
            known = queries.changes_of(session, [record.id])
        dated = {what: _FIELDS[what] for what in _FIELDS if _FIELDS[what] in changes}
        before = {field: getattr(record, field) for field in dated.values()}
        super()._change(record, changes)
        target = (
            record.target
            if "target" in changes
            else self._present(record, known, ChangeOf.TARGET, today)
        )
        _refuse_unmeasurable(record, target, set(changes))
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


def _refuse_unmeasurable(
    draft: IndicatorDraft, target: float | None, written: set[str], *, limit: float | None = None
) -> None:
    """Tell of a measure that cannot be measured, if what was written just now makes it so."""
    measure = Measure(
        unit=draft.unit,
        rises=draft.direction is Direction.UP,
        baseline=draft.baseline,
        target=target,
        is_guard=draft.guard is not Guard.NONE,
        limit=draft.guard_limit if limit is None else limit,
    )
    for fault in faults_of(measure):
        if FIELDS[fault] & written:
            field, sentence = _sentence(fault, measure)
            raise InvalidValue(sentence, field=field)


def _sentence(fault: Fault, measure: Measure) -> tuple[str, str]:
    better = _("higher is better") if measure.rises else _("lower is better")
    sentences = {
        "target-without-unit": ("unit", _(
            "A target needs a unit: what is counted, such as %, days or calls a week."
        )),
        "target-is-baseline": ("target", _(
            "The target is where it stands today already, so it could never show a change."
        )),
        "target-against-direction": ("target", _(
            "The target is worse than where it stands today: {better}."
        ).format(better=better)),
        "guard-without-limit": ("guard_limit", _("A guard needs a limit it must not pass.")),
    }  # fmt: skip
    return sentences[fault]


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
        fact=fact,
    )
