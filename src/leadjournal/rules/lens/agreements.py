"""Tests of the lens on charters, outputs, actions and feedback: what people hold each other to."""

import re

from leadjournal.rules.lens.case import Case
from leadjournal.rules.lens.wording import Wording

_BETWEEN_VALUES = re.compile(r"[,;/&\n]|\band\b", re.IGNORECASE)
_MOST_BARE = 0.6


def holds_bare_values(case: Case) -> bool:
    """At least three parts in five are nothing but the word for a virtue."""
    parts = [Wording(part).tokens for part in _BETWEEN_VALUES.split(case.wording.text)]
    said = [part for part in parts if part]
    bare = [part for part in said if len(part) == 1 and part[0] in case.words["virtues"].words]
    return bool(bare) and len(bare) >= _MOST_BARE * len(said)


def is_a_vague_norm(case: Case) -> bool:
    """Nobody could see whether it was broken."""
    return case.has("vague_norms") and not case.matches("observable")


def names_no_decider(case: Case) -> bool:
    """It is empty, or everybody decides, or nobody knows who."""
    return not case.tokens or case.has("vague_decide")


def belongs_to_a_crowd(case: Case) -> bool:
    """Everybody owns it."""
    return case.has("group_owner") and not case.subject.has_owner


def begins_vaguely(case: Case) -> bool:
    """Its verb cannot be seen being done."""
    return case.words["vague_action"].end_at(case.lower, case.start) is not None


def leads_nowhere(case: Case) -> bool:
    """An output without an outcome and without a so-that sentence; what must be done needs none."""
    subject = case.subject
    if subject.has_outcome or subject.is_must_do or case.connection is not None:
        return False
    return case.about(subject.note).connection is None


def judges_the_person(case: Case) -> bool:
    """It says what somebody is, not what they did."""
    return case.matches("judgement", "attitude")


def names_no_impact(case: Case) -> bool:
    """It leaves out what the moment led to."""
    return not case.matches("impact")
