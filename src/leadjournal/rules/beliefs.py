"""Beliefs: links from outputs to outcomes that were to be tested by a day."""

from __future__ import annotations

from datetime import date

from leadjournal.rules.facts import Facts, LinkFact
from leadjournal.rules.standing import is_retired, is_stopped


def untested(facts: Facts, on: date) -> tuple[LinkFact, ...]:
    """The links whose day of testing has passed without a verdict, the longest waiting first.

    Stopped work and retired outcomes have answered the question.
    """
    found = [
        (link.test_by, link.id, link)
        for link in facts.links
        if link.test_by is not None and link.test_by < on and _is_open(facts, link, on)
    ]
    return tuple(link for _day, _id, link in sorted(found, key=lambda one: one[:2]))


def _is_open(facts: Facts, link: LinkFact, on: date) -> bool:
    if link.verdict is not None or link.since > on:
        return False
    if link.until is not None and link.until <= on:
        return False
    output, outcome = facts.output_by_id.get(link.output), facts.outcome_by_id.get(link.outcome)
    if output is None or outcome is None:
        return False
    return not is_stopped(output, on) and not is_retired(outcome, on)
