"""Objectives and key results, for those who must report that way."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from leadjournal.base.errors import InvalidValue
from leadjournal.base.words import _
from leadjournal.model.objective import (
    Ambition,
    Confidence,
    ConfidenceDraft,
    KeyResult,
    KeyResultDraft,
    KeyResultReading,
    KeyResultReadingDraft,
    KeyResultType,
    Objective,
    ObjectiveDraft,
    ObjectiveLevel,
)
from leadjournal.rules import objectives as rules
from leadjournal.services.records import Choice, Records, refuse_future
from leadjournal.store.queries import objectives as queries
from leadjournal.store.queries import records

_OWN = ("text", "type", "baseline", "target", "unit", "owner_id", "due_on")
"""What a row of key results in a form may change."""


@dataclass(frozen=True, slots=True)
class KeyResultRow:
    """A key result with where it stands; `share` is the part of its way from 0 to 1."""

    id: str
    text: str
    type: KeyResultType
    baseline: float | None
    target: float | None
    unit: str
    grade: float | None
    owner: str
    due_on: date | None
    latest: float | None
    read_on: date | None
    share: float | None


@dataclass(frozen=True, slots=True)
class ObjectiveNode:
    """An objective on the ladder, with its key results and those that carry it."""

    id: str
    text: str
    level: ObjectiveLevel
    parent_id: str | None
    cycle: str
    ambition: Ambition
    grade: float | None
    owner: str
    team: str
    key_results: tuple[KeyResultRow, ...]
    carried_by: tuple["ObjectiveNode", ...]

    @property
    def share(self) -> float | None:
        """How far its key results are together, from 0 to 1."""
        return rules.suggested_grade([each.share for each in self.key_results])


class KeyResults(Records[KeyResult, KeyResultDraft]):
    """The numbers that would prove an objective."""

    record = KeyResult


class KeyResultReadings(Records[KeyResultReading, KeyResultReadingDraft]):
    """Where key results stood on a day."""

    record = KeyResultReading


class Confidences(Records[Confidence, ConfidenceDraft]):
    """How sure somebody was of an objective on a day."""

    record = Confidence


class Objectives(Records[Objective, ObjectiveDraft]):
    """What is reported upwards, with its key results, confidence and grade."""

    record = Objective

    def any(self) -> bool:
        """Whether anybody reports in objectives here."""
        with self.journal.reading() as session:
            return queries.any_objective(session)

    def add(
        self, draft: ObjectiveDraft, key_results: Iterable[Mapping[str, Any]] | None = None
    ) -> Objective:
        """Write an objective with its key results."""
        with self.journal.writing(_("Add objective")):
            made = super().add(draft)
            self._set_key_results(made, key_results)
        return made

    def edit(
        self,
        id_: str,
        *,
        join: str | None = None,
        source: str = "",
        key_results: Iterable[Mapping[str, Any]] | None = None,
        **changes: Any,
    ) -> Objective:
        """Change an objective; `key_results`, where given, are all of them, known ones by id."""
        with self.journal.writing(_("Edit objective"), join=join, source=source):
            changed = super().edit(id_, **changes)
            self._set_key_results(changed, key_results)
        return changed

    def grade(self, id_: str, grade: float | None, on: date | None = None) -> Objective:
        """Grade an objective at the end of its cycle, from 0 to 1; None takes the grade back."""
        day = on or self.journal.clock.today()
        with self.journal.writing(_("Grade an objective")):
            return self.edit(id_, grade=grade, graded_on=None if grade is None else day)

    def say_confidence(self, draft: ConfidenceDraft) -> Confidence:
        """Say how sure one is; where that changed by two or more, what changed it is needed."""
        refuse_future(draft.day, self.journal.clock.today(), "day")
        with self.journal.writing(_("Say how sure you are")):
            self.get(draft.objective_id)
            before = [
                each for each in self.confidences(draft.objective_id) if each.day <= draft.day
            ]
            last = before[-1].confidence if before else None
            if rules.needs_note(last, draft.confidence) and not draft.note:
                raise InvalidValue(
                    _("It was {before} before and is {now} now: what changed it?").format(
                        before=last, now=draft.confidence
                    ),
                    field="note",
                )
            return Confidences(self.journal).add(draft)

    def remove_confidence(self, id_: str) -> None:
        """Take back what was said."""
        Confidences(self.journal).remove(id_)

    def read(self, draft: KeyResultReadingDraft) -> KeyResultReading:
        """Write down where a key result stands; a second reading of a day replaces the first."""
        refuse_future(draft.day, self.journal.clock.today(), "day")
        with self.journal.writing(_("Read a key result")) as session:
            KeyResults(self.journal).get(draft.key_result_id)
            present = queries.readings_of(session, [draft.key_result_id])
            for each in present:
                if each.day == draft.day:
                    each.value, each.note = draft.value, draft.note
                    return each
            return KeyResultReadings(self.journal).add(draft)

    def remove_reading(self, id_: str) -> None:
        """Remove a reading."""
        KeyResultReadings(self.journal).remove(id_)

    def key_results(self, id_: str) -> Sequence[KeyResult]:
        """The key results of an objective, in the order in which they were written."""
        with self.journal.reading() as session:
            return queries.key_results_of(session, id_)

    def key_result(self, id_: str) -> KeyResult:
        """One key result."""
        return KeyResults(self.journal).get(id_)

    def edit_key_result(self, id_: str, **changes: Any) -> KeyResult:
        """Change one key result."""
        with self.journal.writing(_("Edit key result")):
            changed = KeyResults(self.journal).edit(id_, **changes)
            _refuse_unmeasurable(changed)
        return changed

    def readings(self, key_result_id: str) -> Sequence[KeyResultReading]:
        """The readings of a key result, oldest first."""
        with self.journal.reading() as session:
            return queries.readings_of(session, [key_result_id])

    def confidences(self, id_: str) -> Sequence[Confidence]:
        """How sure one was of an objective, oldest first."""
        with self.journal.reading() as session:
            return queries.confidences_of(session, id_)

    def carrying(self, id_: str) -> list[Choice]:
        """The outcomes that carry an objective."""
        with self.journal.reading() as session:
            return [Choice(*row) for row in queries.carrying(session, id_)]

    def cycles(self) -> list[str]:
        """The cycles that objectives were written for, the newest name first."""
        return sorted({each.cycle for each in self.all() if each.cycle}, reverse=True)

    def choices(self) -> list[Choice]:
        """Objectives to choose from, the newest first."""
        return [
            Choice(each.id, f"{each.text} ({each.cycle})" if each.cycle else each.text)
            for each in reversed(self.all())
        ]

    def ladder(self, cycle: str = "") -> tuple[ObjectiveNode, ...]:
        """Every objective under the one it carries; with a cycle only its own and what they carry.

        Circles, which may come in from elsewhere, are cut, so that each one is seen once.
        """
        with self.journal.reading() as session:
            found = queries.objectives(session)
            results = queries.key_results(session)
        under: dict[str, list[KeyResultRow]] = {}
        for row in results:
            under.setdefault(row.objective_id, []).append(_key_result(row))
        return _Ladder(found, under, cycle).nodes()

    def _set_key_results(
        self, objective: Objective, rows: Iterable[Mapping[str, Any]] | None
    ) -> None:
        if rows is None:
            return
        with self.journal.writing(_("Edit objective")) as session:
            present = {each.id: each for each in queries.key_results_of(session, objective.id)}
            for values in rows:
                known = present.pop(str(values.get("id") or ""), None)
                draft = self._draft(objective.id, values)
                if known is None:
                    session.add(KeyResult(**draft.model_dump()))
                    continue
                for name in _OWN:
                    if name in values:
                        setattr(known, name, getattr(draft, name))
            for gone in present.values():
                records.remove(session, gone)

    def _draft(self, objective_id: str, values: Mapping[str, Any]) -> KeyResultDraft:
        named = {name: value for name, value in values.items() if name != "id"}
        today = self.journal.clock.today()
        given = {"created_on": today, **named, "objective_id": objective_id}
        draft = KeyResultDraft(**given)
        _refuse_unmeasurable(draft)
        return draft

    def _change(self, record: Objective, changes: dict[str, Any]) -> None:
        super()._change(record, changes)
        refuse_future(record.graded_on, self.journal.clock.today(), "graded_on")
        if "parent_id" in changes:
            parents = {each.id: each.parent_id for each in self.all()}
            if rules.closes_circle(parents, record.id, record.parent_id):
                raise InvalidValue(
                    _("An objective cannot carry itself, not even over others."),
                    way_out=_("Choose one that does not hang on it."),
                    field="parent_id",
                )


class _Ladder:
    """Puts objectives under those they carry."""

    def __init__(
        self,
        found: Sequence[queries.ObjectiveColumns],
        results: Mapping[str, Sequence[KeyResultRow]],
        cycle: str,
    ) -> None:
        self._found = {each.id: each for each in found}
        self._results = results
        self._cycle = cycle
        self._under = rules.ladder({each.id: each.parent_id for each in found})

    def nodes(self) -> tuple[ObjectiveNode, ...]:
        """Those at the top."""
        return self._nodes(None)

    def _nodes(self, parent: str | None) -> tuple[ObjectiveNode, ...]:
        made = (self._node(self._found[id_]) for id_ in self._under.get(parent, ()))
        return tuple(node for node in made if node is not None)

    def _node(self, row: queries.ObjectiveColumns) -> ObjectiveNode | None:
        carried_by = self._nodes(row.id)
        if self._cycle and row.cycle != self._cycle and not carried_by:
            return None
        return ObjectiveNode(
            id=row.id,
            text=row.text,
            level=ObjectiveLevel(row.level),
            parent_id=row.parent_id,
            cycle=row.cycle,
            ambition=Ambition(row.ambition),
            grade=row.grade,
            owner=row.owner,
            team=row.team,
            key_results=tuple(self._results.get(row.id, ())),
            carried_by=carried_by,
        )


def _key_result(row: queries.KeyResultColumns) -> KeyResultRow:
    values = row._asdict()
    del values["objective_id"]
    values["type"] = KeyResultType(row.type)
    share = row.grade
    if share is None:
        share = rules.progress(row.baseline, row.target, row.latest)
    return KeyResultRow(**values, share=share)


def _refuse_unmeasurable(draft: KeyResultDraft) -> None:
    if draft.target is not None and draft.target == draft.baseline:
        raise InvalidValue(
            _("The target of “{text}” is where it stands today: nothing could be measured.").format(
                text=draft.text[:80]
            ),
            field="target",
        )
