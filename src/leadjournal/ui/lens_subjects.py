"""What a half-filled form tells the lens about the record it will become."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from leadjournal.rules.lens.record import Subject

Answers = Mapping[str, object]
"""The answers of a form by the names of their fields; what cannot be read yet is left out."""


def subject_of(kind: str, answers: Answers, known: Subject | None = None) -> Subject:
    """The record as the form has it; `known` is what the journal has besides."""
    find = _SUBJECTS.get(kind)
    return find(answers, known or Subject()) if find else known or Subject()


def _filled(answers: Answers, *names: str) -> bool:
    return any(answers.get(name) not in (None, "", []) for name in names)


def _outcome(answers: Answers, known: Subject) -> Subject:
    return replace(
        known,
        has_beneficiary=_filled(answers, "beneficiary"),
        has_due=_filled(answers, "due_on"),
        has_review=_filled(answers, "review_on"),
        has_owner=_filled(answers, "owner_id"),
        has_why=known.has_why or _filled(answers, "why_id"),
    )


def _why(answers: Answers, known: Subject) -> Subject:
    return replace(known, has_review=_filled(answers, "review_on"))


def _output(answers: Answers, known: Subject) -> Subject:
    return replace(
        known,
        has_owner=_filled(answers, "owner_id"),
        has_outcome=known.has_outcome or _filled(answers, "outcome_id", "so_that"),
        is_must_do=bool(answers.get("must_do")),
        note=str(answers.get("note") or ""),
    )


def _indicator(answers: Answers, known: Subject) -> Subject:
    return replace(
        known,
        has_unit=_filled(answers, "unit"),
        has_baseline=_filled(answers, "baseline"),
    )


def _key_result(answers: Answers, known: Subject) -> Subject:
    return replace(_indicator(answers, known), has_due=_filled(answers, "due_on"))


def _milestone(answers: Answers, known: Subject) -> Subject:
    return replace(
        known,
        has_due=_filled(answers, "due_on"),
        has_owner=_filled(answers, "owner_id"),
        has_growth=_filled(answers, "growth"),
        has_lasting_value=_filled(answers, "lasting_value"),
    )


def _action(answers: Answers, known: Subject) -> Subject:
    return replace(
        known,
        has_due=_filled(answers, "due_on"),
        has_owner=_filled(answers, "owner_id"),
    )


_SUBJECTS: dict[str, Callable[[Answers, Subject], Subject]] = {
    "outcome": _outcome,
    "why": _why,
    "output": _output,
    "indicator": _indicator,
    "key-result": _key_result,
    "milestone": _milestone,
    "action": _action,
}
