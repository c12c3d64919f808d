"""Exits: by which way finished work has left the debt, and whether that still counts."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from leadjournal.rules.course import LostBy, lost_by
from leadjournal.rules.evidence import promise_days, promised_share
from leadjournal.rules.facts import ExitFact, Facts, OutcomeFact, OutputFact
from leadjournal.rules.standing import last_review


class Ended(NamedTuple):
    """The day from which an exit counts no more, and what ended it."""

    on: date
    by: LostBy | None


def standing_exit(facts: Facts, output: OutputFact, on: date) -> ExitFact | None:
    """The exit by which a finished output is out of the debt on a day, the latest one.

    Once the belief was rejected, that stays; a stopped output says so itself.
    """
    known = facts.exits_of.get(output.id)
    if not known:
        return None
    counting = [one for one in known if _counts(facts, one, output, on)]
    rejected = (one for one in counting if one.way == "rejected")
    return next(rejected, counting[-1] if counting else None)


def way_out(facts: Facts, output: OutputFact, on: date) -> ExitFact | None:
    """The exit that can be taken back on a day: the standing one, or that of a stopped output."""
    if output.stopped_on is None or output.stopped_on > on:
        return standing_exit(facts, output, on)
    known = facts.exits_of.get(output.id, ())
    return next((one for one in reversed(known) if one.way == "stopped" and one.on <= on), None)


def ended(facts: Facts, exit_: ExitFact) -> Ended | None:
    """The end of a moved exit: its outcome fell back before it was retired.

    The other ways do not end. Without its outcome nothing says any more that it moved.
    """
    if exit_.way != "moved":
        return None
    key = ("ended", exit_.outcome, exit_.on)
    if key not in facts.memory:
        outcome = facts.outcome_by_id.get(exit_.outcome or "")
        facts.memory[key] = _fall(facts, outcome, exit_.on) if outcome else Ended(exit_.on, None)
    found: Ended | None = facts.memory[key]
    return found


def _counts(facts: Facts, exit_: ExitFact, output: OutputFact, on: date) -> bool:
    if exit_.way == "stopped" or exit_.on > on:
        return False
    if output.finished_on is None or exit_.on < output.finished_on:
        return False
    end = ended(facts, exit_)
    return end is None or end.on > on


def _fall(facts: Facts, outcome: OutcomeFact, since: date) -> Ended | None:
    days = promise_days(facts, outcome, since) | {review.day for review in outcome.reviews}
    last = outcome.retired_on or date.max
    for day in sorted(day for day in {since} | days if since <= day < last or day == since):
        by = lost_by(promised_share(facts, outcome, day), last_review(outcome, day))
        if by is not None:
            return Ended(day, by)
    return None
