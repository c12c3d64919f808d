"""Tests of the lens on indicators and key results, alone and as those of a record."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from leadjournal.rules.lens.case import Case
from leadjournal.rules.lens.record import Result, Sign

_SHORT = 5
T = TypeVar("T")


def counts_only_work(case: Case) -> bool:
    """Every indicator counts what is done."""
    return _every(case.subject.effect_signs, lambda sign: _is_work(case, sign))


def has_nothing_lagging(case: Case) -> bool:
    """None of the indicators moves late."""
    return _every(case.subject.effect_signs, lambda sign: not is_lagging(case, sign))


def is_lagging(case: Case, sign: Sign) -> bool:
    """Whether an indicator moves late: as it was chosen, else by its words."""
    if sign.moves is not None:
        return sign.moves == "lagging"
    return case.about(sign.name).has("lagging_words", "lagging_phrases")


def lacks_a_guard(case: Case) -> bool:
    """Speed or volume is pushed, and nothing watches what may suffer."""
    signs = case.subject.signs or ()
    return not any(sign.is_guard for sign in signs) and any(
        case.about(sign.name).has("speed_volume") for sign in signs
    )


def only_asks_opinions(case: Case) -> bool:
    """Every indicator is a survey."""
    return _every(case.subject.effect_signs, lambda sign: case.about(sign.name).has("survey"))


def holds_only_tasks(case: Case) -> bool:
    """Every key result is something delivered."""
    return _every(case.subject.results or (), lambda result: _is_delivered(case, result))


def is_vain(case: Case) -> bool:
    """It goes up whatever one does."""
    return case.has("vanity") and not case.words["vanity_rescue"].is_part_of(case.lower)


def has_target_only(case: Case) -> bool:
    """A target, and no word of where it starts."""
    return (
        case.matches("target")
        and not case.matches("baseline")
        and not case.subject.has_baseline
        and not any(sign.has_baseline for sign in case.subject.signs or ())
    )


def cannot_be_counted(case: Case) -> bool:
    """No unit, and nothing in its words that tells how to count."""
    return not case.subject.has_unit and not case.matches("unit_hints")


def only_rises(case: Case) -> bool:
    """A running total."""
    return case.has("cumulative") and not case.matches("cumulative_rescue")


def holds_two_numbers(case: Case) -> bool:
    """Two things in one number."""
    rest = case.about(case.words.pattern("pair").sub(" ", case.lower))
    return rest.matches("double_barrelled") or (
        len(case.tokens) <= _SHORT and rest.matches("and_sign")
    )


def is_a_task(case: Case) -> bool:
    """A key result that is something to make."""
    return case.names_what_is_made and case.connection is None and not _goes_from_to(case)


def _goes_from_to(case: Case) -> bool:
    baseline = case.words.pattern("baseline").search(case.lower)
    return baseline is not None and " to " in case.lower[baseline.end() :]


def _is_work(case: Case, sign: Sign) -> bool:
    if sign.measures is not None:
        return sign.measures in ("activity", "output")
    return case.counts_work(sign.name)


def _is_delivered(case: Case, result: Result) -> bool:
    if result.is_output is not None:
        return result.is_output
    return case.about(result.text).names_what_is_made or case.counts_work(result.text)


def _every(values: Sequence[T], holds: Callable[[T], bool]) -> bool:
    return bool(values) and all(map(holds, values))
