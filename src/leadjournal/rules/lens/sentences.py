"""Tests of the lens on sentences: outcomes, objectives, and what milestones and whys share."""

import re

from leadjournal.rules.lens.case import Case
from leadjournal.rules.lens.record import OPEN_GOAL_DAYS
from leadjournal.rules.lens.wording import tokens_of

_MOST_WORDS, _MOST_SENTENCES, _HEADLINE = 35, 2, 3
_FEWEST_WORDS = 4
_FEWEST_MEASURABLE = 2
_FAR, _BY_WHOM = 120, 3
_DIGIT = re.compile(r"\d")


def names_an_output(case: Case) -> bool:
    """It says what will be made and leaves out what for."""
    return case.names_what_is_made and case.connection is None


def names_output_and_effect(case: Case) -> bool:
    """It says what will be made, and goes on to the effect."""
    return case.names_what_is_made and case.connection is not None


def names_nobody(case: Case) -> bool:
    """Nobody is in it who would notice."""
    return (
        len(case.tokens) >= _FEWEST_WORDS
        and not case.subject.has_beneficiary
        and not case.has_beneficiary
    )


def has_no_measure(case: Case) -> bool:
    """Neither the record nor the text has anything to count, and it was not left open lately."""
    days = case.subject.open_goal_days
    if days is not None and days < OPEN_GOAL_DAYS:
        return False
    return not (case.subject.signs or case.subject.results or case.has_quantity)


def has_no_horizon(case: Case) -> bool:
    """Neither the record nor the text says by when."""
    return not case.subject.has_due and not case.matches("time_patterns")


def has_weasel_words(case: Case) -> bool:
    """A word that can mean anything, without a number in the text or behind an objective."""
    return case.has("weasel", "weasel_phrases") and not case.has_quantity and not _is_measured(case)


def has_buzzwords(case: Case) -> bool:
    """A fashionable phrase that is not in the journal's glossary."""
    found = case.words["buzz"].found_in(case.wording)
    return bool(found - case.surroundings.known_phrases)


def is_done_not_success(case: Case) -> bool:
    """Success is that something is finished."""
    if case.connection is not None:
        return False
    return case.has("done_phrases") or (
        case.has("done_timing") and (case.has("delivery_nouns") or case.names_what_is_made)
    )


def holds_a_solution(case: Case) -> bool:
    """The means stand in the sentence."""
    return case.matches("solution")


def is_passive(case: Case) -> bool:
    """Something will be changed, and nobody is named who does it."""
    return any(
        not _is_done_by_somebody(case, found.end())
        for found in case.words.pattern("passive").finditer(case.lower)
    )


def has_absolutes(case: Case) -> bool:
    """Always, never, all."""
    return case.has("absolutes")


def is_too_long(case: Case) -> bool:
    """More than one can say in a breath."""
    return len(case.tokens) > _MOST_WORDS or len(case.wording.sentences) > _MOST_SENTENCES


def is_too_short(case: Case) -> bool:
    """A headline."""
    return len(case.tokens) <= _HEADLINE


def begins_with_what_goes(case: Case) -> bool:
    """It says what should go away."""
    return case.words["negative_starts"].end_at(case.lower, case.start) is not None


def is_about_money_only(case: Case) -> bool:
    """Money, and nobody it comes from."""
    return case.has("money") and not case.subject.has_beneficiary and not case.has_beneficiary


def rests_on_one(case: Case) -> bool:
    """More from the largest customer, without a word of the risk."""
    return case.has("concentration") and not case.matches("concentration_rescue")


def has_no_review_date(case: Case) -> bool:
    """It is known that no day is set to look back."""
    return case.subject.has_review is False


def is_only_a_checkpoint(case: Case) -> bool:
    """A milestone without growth or without anything that stays."""
    return False in (case.subject.has_growth, case.subject.has_lasting_value)


def _is_measured(case: Case) -> bool:
    measurable = [
        result
        for result in case.subject.results or ()
        if result.is_measurable or _DIGIT.search(result.text)
    ]
    return len(measurable) >= _FEWEST_MEASURABLE


def _is_done_by_somebody(case: Case, position: int) -> bool:
    """Whether “by” and a person follow, with at most two words between."""
    follows = tokens_of(case.lower[position : position + _FAR])
    return any(
        word == "by" and any(map(case.is_person, follows[at + 1 : at + 1 + _BY_WHOM]))
        for at, word in enumerate(follows)
    )
