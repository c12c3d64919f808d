"""Objectives and key results, for those who report that way; the words stay in this layer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from leadjournal.base.errors import InvalidValue
from leadjournal.base.words import _
from leadjournal.model.objective import (
    Confidence,
    ConfidenceDraft,
    KeyResult,
    KeyResultDraft,
    KeyResultReading,
    KeyResultReadingDraft,
    Objective,
    ObjectiveDraft,
    ObjectiveLevel,
)
from leadjournal.rules.objectives import (
    cycles_in_order,
    ladder,
    makes_circle,
    needs_reason,
    progress,
    suggested_grade,
)
from leadjournal.services.records import Choice, Records, refuse_future
from leadjournal.store.queries import objectives as queries

_LEVELS = tuple(ObjectiveLevel)


@dataclass(frozen=True, slots=True)
class KeyResultView:
    """A key result with its readings, oldest first; progress is from 0 to 1."""

    result: KeyResult
    readings: tuple[KeyResultReading, ...]
    progress: float | None

    @property
    def latest(self) -> KeyResultReading | None:
        """The newest reading."""
        return self.readings[-1] if self.readings else None


@dataclass(frozen=True, slots=True)
class ObjectiveView:
    """An objective with its key results, its history of confidence and what carries it."""

    objective: Objective
    results: tuple[KeyResultView, ...]
    confidences: tuple[Confidence, ...]
    """Oldest first."""
    outcomes: tuple[Choice, ...]
    depth: int = 0

    @property
    def suggested(self) -> float | None:
        """The grade that follows from the key results."""
        return suggested_grade(one.progress for one in self.results)

    @property
    def sure(self) -> Confidence | None:
        """The newest confidence."""
        return self.confidences[-1] if self.confidences else None


class KeyResults(Records[KeyResult, KeyResultDraft]):
    """The numbers that would prove objectives."""

    record = KeyResult


class KeyResultReadings(Records[KeyResultReading, KeyResultReadingDraft]):
    """Where key results stood on a day."""

    record = KeyResultReading


class Confidences(Records[Confidence, ConfidenceDraft]):
    """How sure somebody was on a day."""

    record = Confidence


class Objectives(Records[Objective, ObjectiveDraft]):
    """What is reported upwards, from the company to the team."""

    record = Objective

    def add(self, draft: ObjectiveDraft) -> Objective:
        """Write an objective."""
        refuse_future(draft.graded_on, self.journal.clock.today(), "graded_on")
        return super().add(draft)

    def grade(self, id_: str, grade: float | None, on: date | None = None) -> Objective:
        """Say how much of an objective was reached, from 0 to 1; nothing takes the grade back."""
        day = on or self.journal.clock.today()
        with self.journal.writing(_("Grade objective")):
            return self.edit(id_, grade=grade, graded_on=None if grade is None else day)

    def add_result(self, draft: KeyResultDraft) -> KeyResult:
        """Add a number that would prove an objective."""
        return KeyResults(self.journal).add(draft)

    def edit_result(self, id_: str, **changes: Any) -> KeyResult:
        """Change a key result."""
        return KeyResults(self.journal).edit(id_, **changes)

    def remove_result(self, id_: str) -> None:
        """Remove a key result with its readings."""
        KeyResults(self.journal).remove(id_)

    def result(self, id_: str) -> KeyResult:
        """The key result with this id."""
        return KeyResults(self.journal).get(id_)

    def read(self, draft: KeyResultReadingDraft) -> KeyResultReading:
        """Record where a key result stands; a second reading on the same day corrects the first."""
        refuse_future(draft.day, self.journal.clock.today(), "day")
        with self.journal.writing(_("Add reading")) as session:
            for reading in queries.readings_of(session, draft.key_result_id):
                if reading.day == draft.day:
                    reading.sqlmodel_update(draft.model_dump(exclude_unset=True))
                    return reading
            return KeyResultReadings(self.journal).add(draft)

    def edit_reading(self, id_: str, **changes: Any) -> KeyResultReading:
        """Correct a reading; a key result has one a day."""
        with self.journal.writing(_("Edit reading")) as session:
            reading = KeyResultReadings(self.journal).edit(id_, **changes)
            refuse_future(reading.day, self.journal.clock.today(), "day")
            others = queries.readings_of(session, reading.key_result_id)
            if any(one.day == reading.day and one.id != id_ for one in others):
                raise InvalidValue(_("There is a reading on this day already."), field="day")
        return reading

    def remove_reading(self, id_: str) -> None:
        """Remove a reading."""
        KeyResultReadings(self.journal).remove(id_)

    def be_sure(self, draft: ConfidenceDraft) -> Confidence:
        """Record how sure one is; a second time on the same day corrects the first.

        A move of two steps or more since the time before needs its reason.
        """
        refuse_future(draft.day, self.journal.clock.today(), "day")
        with self.journal.writing(_("Add confidence")) as session:
            known = queries.confidences_of(session, draft.objective_id)
            same = [one for one in known if one.day == draft.day]
            self._ask_reason(draft.confidence, draft.note, draft.day, known)
            if same:
                same[-1].sqlmodel_update(draft.model_dump(exclude_unset=True))
                return same[-1]
            return Confidences(self.journal).add(draft)

    def edit_confidence(self, id_: str, **changes: Any) -> Confidence:
        """Correct how sure one was; there is one a day."""
        with self.journal.writing(_("Edit confidence")) as session:
            made = Confidences(self.journal).edit(id_, **changes)
            refuse_future(made.day, self.journal.clock.today(), "day")
            known = queries.confidences_of(session, made.objective_id)
            if any(one.day == made.day and one.id != id_ for one in known):
                raise InvalidValue(_("There is a confidence on this day already."), field="day")
            self._ask_reason(made.confidence, made.note, made.day, known)
        return made

    def remove_confidence(self, id_: str) -> None:
        """Remove a confidence."""
        Confidences(self.journal).remove(id_)

    def view(self, id_: str) -> ObjectiveView:
        """An objective with everything that belongs to it."""
        found = self.get(id_)
        return next(one for one in self._views([found]))

    def ladder(self, cycle: str = "") -> list[ObjectiveView]:
        """The objectives from the company down, each below the one it carries.

        Of one cycle only when one is named; what has no cycle stands in every one, and what is
        above stays in sight.
        """
        found = sorted(self.all(), key=lambda one: _LEVELS.index(one.level))
        parents = {one.id: one.parent_id for one in found}
        shown = [one.id for one in found if not cycle or one.cycle in ("", cycle)]
        by_id = {one.objective.id: one for one in self._views(found)}
        return [
            ObjectiveView(view.objective, view.results, view.confidences, view.outcomes, rung.depth)
            for rung in ladder(parents, shown)
            for view in [by_id[rung.id]]
        ]

    def cycles(self) -> list[str]:
        """The cycles objectives were written for, the newest first."""
        return cycles_in_order(one.cycle for one in self.all())

    def graded(self) -> list[ObjectiveView]:
        """Every objective that has a grade, the newest cycle first."""
        cycles = ["", *reversed(self.cycles())]
        found = [one for one in self.ladder() if one.objective.grade is not None]
        return sorted(found, key=lambda one: -cycles.index(one.objective.cycle))

    def choices(self, without: str = "") -> list[Choice]:
        """Objectives to choose from; not one itself, nor those that stand below it."""
        found = self.all()
        parents = {one.id: one.parent_id for one in found}
        return [
            Choice(one.id, one.text)
            for one in found
            if not (without and makes_circle(parents, without, one.id))
        ]

    def _change(self, record: Objective, changes: dict[str, Any]) -> None:
        if changes.get("parent_id") is not None:
            parents = {one.id: one.parent_id for one in self.all()}
            if makes_circle(parents, record.id, changes["parent_id"]):
                raise InvalidValue(
                    _("An objective cannot carry itself or one that stands below it."),
                    way_out=_("Choose another one, or none."),
                    field="parent_id",
                )
        super()._change(record, changes)
        refuse_future(record.graded_on, self.journal.clock.today(), "graded_on")

    def _ask_reason(
        self, confidence: int, note: str, day: date, known: Sequence[Confidence]
    ) -> None:
        before = [one.confidence for one in known if one.day < day]
        if needs_reason(before[-1] if before else None, confidence) and not note.strip():
            raise InvalidValue(
                _("Your confidence moved by two steps or more: what changed it is needed."),
                way_out=_("One sentence is enough."),
                field="note",
            )

    def _views(self, found: Iterable[Objective]) -> list[ObjectiveView]:
        with self.journal.reading() as session:
            parts = queries.parts(session)
        return [
            ObjectiveView(
                one,
                tuple(
                    _with_readings(result, parts.readings.get(result.id, ()))
                    for result in parts.results.get(one.id, ())
                ),
                tuple(parts.confidences.get(one.id, ())),
                tuple(Choice(id_, words) for id_, words in parts.outcomes.get(one.id, ())),
            )
            for one in found
        ]


def _with_readings(result: KeyResult, readings: Sequence[KeyResultReading]) -> KeyResultView:
    latest = readings[-1].value if readings else None
    return KeyResultView(result, tuple(readings), progress(result.baseline, result.target, latest))
