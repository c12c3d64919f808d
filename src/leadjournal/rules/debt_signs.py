"""Debt signs: pairs in which the fast number pleases while the slow one tells the truth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from leadjournal.rules.course import REACHED_FROM
from leadjournal.rules.debt import debt
from leadjournal.rules.delivery import finished_share
from leadjournal.rules.facts import DebtSignFact, Facts, IndicatorFact, SignPair
from leadjournal.rules.outcome_state import ROSE_BY
from leadjournal.rules.standing import is_stopped, latest_reading, progress

FAST_FROM = 0.8
FLAT_DAYS = 60

Lamp = Literal["on", "off", "too-little-data", "not-set-up"]
LampName = Literal[SignPair, "outputs-and-evidence"]
PAIRS: tuple[SignPair, ...] = (
    "growth-and-profit",
    "efficiency-and-loss",
    "engagement-and-leavers",
    "revenue-and-cash",
)
_STRONGEST: tuple[Lamp, ...] = ("on", "off", "too-little-data", "not-set-up")
_TINY = 1e-9


@dataclass(frozen=True, slots=True)
class DebtSign:
    """One lamp with its numbers, each a share of the way; nothing where it is not known.

    The slow number is compared with itself two months before; worse is one beyond its baseline.
    """

    pair: LampName
    lamp: Lamp
    sign: DebtSignFact | None = None
    fast: float | None = None
    slow: float | None = None
    slow_before: float | None = None
    is_worse: bool = False


def debt_signs(facts: Facts, on: date) -> tuple[DebtSign, ...]:
    """The five lamps on a day: four chosen pairs, and the outputs of this journal.

    A lamp is on if the fast number has gone at least 80% of its way by the time that the slow one
    needs to follow, and the slow one is worse than its baseline or flat for two months. Where a
    pair was chosen more than once, the lamp that is on is shown.
    """
    return (*(_pair(facts, pair, on) for pair in PAIRS), outputs_and_evidence(facts, on))


def outputs_and_evidence(facts: Facts, on: date) -> DebtSign:
    """The fifth lamp: most work is finished, and for two months no more of it has been shown."""
    known = [one for one in facts.outputs if one.created_on <= on and not is_stopped(one, on)]
    fast = finished_share(known, on)
    slow, before = _shown(facts, on), _shown(facts, on - timedelta(days=FLAT_DAYS))
    if fast is None or slow is None or before is None:
        return DebtSign("outputs-and-evidence", "too-little-data", None, fast, slow, before)
    lamp = _lamp(fast, slow, before, is_worse=False)
    return DebtSign("outputs-and-evidence", lamp, None, fast, slow, before)


def _pair(facts: Facts, pair: SignPair, on: date) -> DebtSign:
    found = [_sign(facts, sign, on) for sign in facts.signs if sign.pair == pair]
    found.append(DebtSign(pair, "not-set-up"))
    return min(found, key=lambda one: _STRONGEST.index(one.lamp))


def _sign(facts: Facts, sign: DebtSignFact, on: date) -> DebtSign:
    fast = facts.indicator_by_id.get(sign.fast)
    slow = facts.indicator_by_id.get(sign.slow)
    if fast is None or slow is None:
        return DebtSign(sign.pair, "not-set-up")
    gone = progress(fast, on - timedelta(weeks=sign.delay_weeks))
    now, before = progress(slow, on), progress(slow, on - timedelta(days=FLAT_DAYS))
    worse = _is_worse(slow, on)
    lamp: Lamp = "too-little-data"
    if gone is not None and now is not None and (before is not None or worse):
        lamp = _lamp(gone, now, before, is_worse=worse)
    return DebtSign(sign.pair, lamp, sign, gone, now, before, worse)


def _lamp(fast: float, slow: float, before: float | None, *, is_worse: bool) -> Lamp:
    rose = before is not None and slow - before > ROSE_BY - _TINY
    flat = not rose and slow < REACHED_FROM - _TINY
    return "on" if fast > FAST_FROM - _TINY and (is_worse or flat) else "off"


def _is_worse(indicator: IndicatorFact, on: date) -> bool:
    reading, baseline = latest_reading(indicator, on), indicator.baseline
    if reading is None or baseline is None:
        return False
    return reading[1] < baseline if indicator.direction == "up" else reading[1] > baseline


def _shown(facts: Facts, on: date) -> float | None:
    unproven = debt(facts, on).unproven
    return None if unproven is None else 1 - unproven
