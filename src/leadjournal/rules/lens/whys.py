"""Tests of the lens on whys and on the purpose of a charter."""

from leadjournal.rules.lens.case import Case

_ME = frozenset(("i", "me", "my", "mine", "myself", "i'm", "i'd", "i've"))
_OTHERS = frozenset(("others", "they", "we", "us", "our", "ours"))


def says_what_not_why(case: Case) -> bool:
    """What is done or earned, not what for."""
    return case.has("why_money") or (not _has_effect(case) and _begins_with_work(case))


def has_no_effect(case: Case) -> bool:
    """It stops before “so that”."""
    return not _has_effect(case)


def is_generic(case: Case) -> bool:
    """Anybody could say it."""
    return case.has("why_generic")


def is_about_me_only(case: Case) -> bool:
    """The writer is in it, and nobody else."""
    return (
        not _ME.isdisjoint(case.tokens)
        and _OTHERS.isdisjoint(case.tokens)
        and not case.has_beneficiary
    )


def _has_effect(case: Case) -> bool:
    return case.has("why_bridge")


def _begins_with_work(case: Case) -> bool:
    """“We sell”, “to build”, also behind “our goal is”."""
    said = case.words.pattern("why_start").match(case.lower)
    led = case.start > 0 and case.words["why_what"].end_at(case.lower, case.start) is not None
    return said is not None or led
