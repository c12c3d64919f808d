"""The course of an outcome: on which days it was reached, held, and lost again.

Nothing of it is stored. It is told anew from the dated readings, targets, reviews and outputs,
so a corrected reading corrects the course.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from leadjournal.rules.evidence import guards_beyond, has_expired, promise_days, promised_share
from leadjournal.rules.facts import Facts, OutcomeFact, ReviewFact
from leadjournal.rules.first_move import first_move, possible_days
from leadjournal.rules.standing import last_review

REACHED_FROM = 0.9
LOST_BELOW = 0.7
DAYS_APART = 30
CONFIRMATIONS = 2
_TINY = 1e-9

Stage = Literal["open", "reached", "held", "lost"]
Missing = Literal["no-review", "not-real", "expired", "progress", "guard", "too-early"]
LostBy = Literal["progress", "review"]


@dataclass(frozen=True, slots=True)
class Turn:
    """What became of an outcome on a day.

    `since` is the day on which the stage began. While it is reached, `confirmed` counts the
    further reviews that said so, and the next one may count `DAYS_APART` days after `anchor`.
    """

    on: date
    stage: Stage
    since: date
    confirmed: int = 0
    anchor: date | None = None


def course(facts: Facts, outcome: OutcomeFact) -> tuple[Turn, ...]:
    """Every turn of an outcome since it was first reached; nothing if it never was."""
    key = ("course", outcome.id)
    if key not in facts.memory:
        facts.memory[key] = tuple(_turns(facts, outcome))
    turns: tuple[Turn, ...] = facts.memory[key]
    return turns


def latest_turn(facts: Facts, outcome: OutcomeFact, on: date) -> Turn | None:
    """The latest turn of an outcome by a day; nothing if it was never reached."""
    return next((turn for turn in reversed(course(facts, outcome)) if turn.on <= on), None)


def missing(facts: Facts, outcome: OutcomeFact, on: date) -> Iterator[Missing]:
    """What an outcome lacks on a day to be reached; nothing where it is.

    Reached means: the last review says real and is at most 90 days old, at least 90% of the way
    is gone, no guard is beyond its limit, and an effect could be seen by then.
    """
    review = last_review(outcome, on)
    if review is None:
        yield "no-review"
    elif review.verdict != "real":
        yield "not-real"
    elif has_expired(review, on):
        yield "expired"
    if not reaches(promised_share(facts, outcome, on)):
        yield "progress"
    if guards_beyond(facts, outcome, on):
        yield "guard"
    if first_move(facts, outcome, on).possible_on > on:
        yield "too-early"


def reaches(share: float) -> bool:
    """Whether enough of the way is gone for an outcome to be reached."""
    return share > REACHED_FROM - _TINY


def lost_by(share: float, review: ReviewFact | None) -> LostBy | None:
    """Why an outcome that was reached is lost again: by its numbers, or by its last review."""
    if share < LOST_BELOW - _TINY:
        return "progress"
    return "review" if review is not None and review.verdict == "not-real" else None


def _turns(facts: Facts, outcome: OutcomeFact) -> Iterator[Turn]:
    turn: Turn | None = None
    for day in _days(facts, outcome):
        following = _next(facts, outcome, turn, day)
        if following is not None and following != turn:
            yield following
        turn = following


def _days(facts: Facts, outcome: OutcomeFact) -> list[date]:
    """The days on which a turn is possible: from the first review that says real."""
    reals = [review.day for review in outcome.reviews if review.verdict == "real"]
    if not reals or outcome.active_on is None:
        return []
    first = max(min(reals), outcome.active_on)
    days = {first} | promise_days(facts, outcome, first) | possible_days(facts, outcome)
    days.update(review.day for review in outcome.reviews)
    for guard in facts.guards_of.get(outcome.id, ()):
        days.update(day for day, _value in guard.readings)
        days.update(change.valid_from for change in guard.changes)
    end = outcome.retired_on or date.max
    return sorted(day for day in days if first <= day < end)


def _next(facts: Facts, outcome: OutcomeFact, turn: Turn | None, day: date) -> Turn | None:
    if turn is None or turn.stage in ("open", "lost"):
        if next(missing(facts, outcome, day), None) is None:
            return Turn(day, "reached", day, anchor=day)
        if turn is None:
            return None
    review = last_review(outcome, day)
    share = promised_share(facts, outcome, day)
    if lost_by(share, review):
        return turn if turn.stage == "lost" else Turn(day, "lost", day)
    if turn.stage == "lost" or (review is not None and review.verdict != "real"):
        return turn if turn.stage == "open" else Turn(day, "open", day)
    if turn.stage == "reached" and review is not None and review.day == day:
        return _reviewed(facts, outcome, turn, day)
    return turn


def _reviewed(facts: Facts, outcome: OutcomeFact, turn: Turn, day: date) -> Turn:
    """A further review says real: what is reached is confirmed, or has to begin anew."""
    anchor = turn.anchor or turn.since
    if (day - anchor).days < DAYS_APART:
        return turn
    holds = reaches(promised_share(facts, outcome, day)) and not guards_beyond(facts, outcome, day)
    if not holds or _pushed(facts, outcome, anchor, day):
        return replace(turn, on=day, confirmed=0, anchor=day)
    confirmed = turn.confirmed + 1
    if confirmed == CONFIRMATIONS:
        return Turn(day, "held", day, confirmed)
    return replace(turn, on=day, confirmed=confirmed, anchor=day)


def _pushed(facts: Facts, outcome: OutcomeFact, after: date, day: date) -> bool:
    """Whether an output that leads to the outcome was finished meanwhile."""
    for link in facts.links_to.get(outcome.id, ()):
        output = facts.output_by_id.get(link.output)
        finished = output.finished_on if output else None
        if finished is None or not after < finished <= day or link.since > day:
            continue
        if link.until is None or link.until > finished:
            return True
    return False
