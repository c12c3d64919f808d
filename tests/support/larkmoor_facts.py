"""Nine months of Larkmoor Home Energy as plain values, for tests of the figures.

Weekly counts become single dated records by one rule: forward days from Monday on and backward
days after them; promises due from Monday on, the kept ones first, the others done three days
late; blockers opened from Monday on and closed from Thursday on, the oldest open one first.
"""

from __future__ import annotations

from collections import deque
from datetime import date, timedelta

from leadjournal.rules.facts import (
    BlockerFact,
    CheckIn,
    Direction,
    Facts,
    Guard,
    Horizon,
    IndicatorChange,
    IndicatorFact,
    IndicatorKind,
    LinkFact,
    OutcomeFact,
    OutputFact,
    Promise,
    ReviewFact,
    Verdict,
    Way,
)

BEGINS = date(2025, 2, 3)
BLOCKERS_FROM_BEFORE = 6
VERDICTS: dict[str, Verdict] = {"real": "real", "partly": "partly", "not-real": "not-real"}
SIZES = {"S": 3.0, "M": 10.0, "L": 30.0}
READING_DAYS = [(2, 28), (3, 31), (4, 30), (5, 30), (6, 30), (7, 31), (8, 29), (9, 30), (10, 31)]


def day(text: str) -> date:
    return date.fromisoformat(f"2025-{text}")


# id, title, created, whys, reviews, effect delay
OUTCOMES = [
    ("O1", "Warm again after one visit", "02-17", "02-28 W2", "05-30 partly; 08-29 real", 1),
    ("O2", "Customers stop having to chase us", "02-24", "02-28 W2",
     "05-30 not-real; 08-29 partly; 10-24 real", 1),
    ("O3", "A normal day ends on time", "03-03", "03-03 W1", "06-27 partly; 09-26 real", 1),
    ("O4", "Two people are ready to run the Desk", "03-17", "03-17 W3",
     "06-27 partly; 09-26 real", 2),
    ("O5", "Planners and engineers trust each other", "04-07", "04-07 W1",
     "07-31 partly; 10-24 real", 1),
    ("O6", "Customers can rely on the slot", "02-24", "06-16 W2", "06-16 not-real; 09-26 real", 1),
]  # fmt: skip

# id, kind, horizon, direction, baseline, target, readings
INDICATORS: list[tuple[str, IndicatorKind, Horizon, Way, float, float, str]] = [
    ("O1-a", "outcome", "lagging", "up", 68, 82, "68 67 69 71 73 74 77 79 80"),
    ("O1-b", "output", "leading", "up", 22, 90, "22 31 48 63 72 78 85 88 91"),
    ("O2-a", "activity", "leading", "up", 86, 95, "86 90 93 95 96 96 95 96 96"),
    ("O2-b", "outcome", "leading", "down", 41, 22, "41 42 43 43 40 36 31 27 25"),
    ("O2-c", "impact", "lagging", "down", 2.6, 1.8, "2.6 2.6 2.7 2.9 3.0 3.0 2.8 2.4 2.0"),
    ("O3-a", "outcome", "leading", "down", 11, 4, "11 12 13 10 9 7 6 5 5"),
    ("O3-b", "outcome", "leading", "up", 2.6, 3.8, "2.6 2.5 2.4 2.8 3.0 3.3 3.5 3.6 3.7"),
    ("O3-c", "impact", "lagging", "down", 3, 1, "3 3 3 3 2 2 2 2 1"),
    ("O4-a", "outcome", "leading", "up", 20, 60, "20 20 26 33 38 45 50 56 58"),
    ("O4-b", "outcome", "leading", "up", 3, 15, "3 4 5 6 8 9 12 13 14"),
    ("O4-c", "impact", "lagging", "up", 0, 2, "0 0 0 0 0 0 1 1 1"),
    ("O5-a", "outcome", "leading", "down", 30, 10, "- - 30 29 27 22 18 15 12"),
    ("O5-b", "outcome", "lagging", "up", 2.4, 3.8, "- - 2.4 - - 3.0 - - 3.5"),
    ("O6-a", "outcome", "leading", "down", 38, 15, "- - - - 38 31 24 19 17"),
    ("O6-b", "outcome", "lagging", "down", 21, 8, "- - - - 21 19 15 11 9"),
    ("O6-c", "activity", "leading", "up", 0, 100, "0 40 100 100 100 100 100 100 100"),
]

# id, direction, guard, limit, readings
GUARDS: list[tuple[str, Way, Guard, float, str]] = [
    ("O1-g", "down", "at_most", 5.0, "3.8 4.1 4.4 4.6 4.2 4.0 3.9 4.3 4.4"),
    ("O2-g", "up", "at_least", 4.0, "4.9 4.3 3.9 3.7 4.2 4.6 4.8 4.9 5.0"),
]

RHYTHMS = {"O5-b": 91}
WEIGHTS = {"O2-a": 3.0}
CHANGES = {
    "O2-a": (
        IndicatorChange(day("05-31"), "weight", 3.0, 1.0),
        IndicatorChange(day("11-03"), "target", 95.0, 90.0),
    )
}

# id, title, size, created, finished, stopped, main outcome
OUTPUTS = [
    ("P01", "Photo-and-model checklist", "S", "02-18", "03-14", "", "O1"),
    ("P02", "Call script rewrite", "S", "03-03", "03-28", "", "O2"),
    ("P03", "Scheduling board roll-out", "L", "02-03", "04-25", "", "O6"),
    ("P04", "Planner training on the board", "M", "03-10", "04-30", "", "O6"),
    ("P05", "Phone-queue priority rules", "M", "02-24", "03-21", "", "O2"),
    ("P06", "Weekly performance pack", "M", "02-10", "03-31", "06-13", ""),
    ("P07", "Van-stock list", "M", "04-14", "05-23", "", "O1"),
    ("P08", "Evening call-back promise", "M", "05-30", "06-20", "", "O2"),
    ("P09", "Automatic texts", "L", "05-30", "07-18", "", "O2"),
    ("P10", "Shift-lead rota", "S", "04-22", "05-12", "", "O4"),
    ("P11", "Decision-rights board", "S", "03-24", "04-11", "", "O4"),
    ("P12", "No-meeting mornings", "S", "05-19", "06-02", "", "O3"),
    ("P13", "Staggered shifts trial", "M", "06-16", "07-31", "", "O3"),
    ("P14", "Ride-alongs", "M", "05-06", "06-27", "", "O5"),
    ("P15", "Joint huddle at 15:30", "S", "06-23", "07-04", "", "O5"),
    ("P16", "Customer FAQ page", "M", "04-28", "05-30", "", ""),
    ("P17", "Four o’clock freeze", "S", "06-30", "07-11", "", "O6"),
    ("P18", "Winter readiness playbook", "M", "09-15", "", "", "O1"),
    ("P19", "Coaching for the second shift lead", "M", "09-29", "", "", "O4"),
    ("P20", "New leaflet", "S", "10-06", "", "", ""),
]

# forward, backward, due, kept, opened, closed, mean of the week, momentum; None is a week away
WEEKS: list[tuple[int, int, int, int, int, int, float, int] | None] = [
    (1, 1, 0, 0, 2, 0, -0.50, 25),
    (2, 1, 2, 2, 1, 0, 0.11, 43),
    (2, 1, 2, 1, 1, 1, 0.11, 49),
    (3, 1, 3, 2, 1, 1, 0.28, 55),
    (3, 1, 3, 3, 1, 2, 0.61, 64),
    (3, 1, 3, 2, 1, 1, 0.28, 64),
    (2, 1, 4, 3, 2, 1, 0.17, 64),
    (2, 2, 3, 2, 2, 1, 0.00, 59),
    (2, 2, 3, 2, 1, 1, -0.07, 55),
    (1, 3, 3, 1, 3, 1, -0.44, 46),
    (1, 3, 3, 1, 2, 1, -0.39, 39),
    (2, 2, 2, 1, 2, 1, -0.11, 40),
    (1, 3, 4, 1, 3, 1, -0.41, 36),
    (2, 2, 3, 2, 2, 2, 0.11, 42),
    (2, 2, 3, 2, 1, 2, 0.22, 48),
    (3, 1, 3, 2, 1, 2, 0.39, 56),
    (2, 2, 3, 2, 2, 1, 0.18, 58),
    (3, 1, 3, 3, 1, 3, 0.67, 67),
    (3, 1, 4, 3, 1, 2, 0.44, 70),
    (3, 1, 3, 3, 1, 2, 0.61, 74),
    (3, 1, 4, 3, 1, 2, 0.44, 74),
    (4, 1, 3, 3, 1, 2, 0.68, 78),
    (4, 1, 3, 3, 0, 2, 0.87, 84),
    (3, 1, 4, 3, 1, 1, 0.33, 78),
    (4, 0, 3, 3, 1, 2, 0.78, 82),
    (4, 1, 3, 3, 0, 1, 0.90, 86),
    (2, 0, 2, 2, 0, 0, 1.00, 92),
    None,
    None,
    (3, 1, 2, 2, 1, 1, 0.62, 88),
    (4, 1, 4, 3, 1, 2, 0.48, 83),
    (3, 1, 3, 3, 1, 1, 0.50, 81),
    (4, 0, 4, 4, 0, 2, 1.00, 87),
    (4, 1, 3, 3, 1, 1, 0.53, 83),
    (4, 0, 4, 4, 0, 1, 1.00, 88),
    (3, 1, 3, 3, 1, 1, 0.50, 84),
    (3, 2, 3, 2, 2, 1, 0.07, 74),
    (4, 1, 4, 4, 0, 2, 0.87, 81),
    (4, 1, 3, 3, 1, 1, 0.65, 80),
]


def monday(index: int) -> date:
    return BEGINS + timedelta(weeks=index)


def _readings(text: str) -> tuple[tuple[date, float], ...]:
    days = [date(2025, month, number) for month, number in READING_DAYS]
    values = zip(days, text.split(), strict=True)
    return tuple((when, float(value)) for when, value in values if value != "-")


def _outcomes() -> tuple[OutcomeFact, ...]:
    found = []
    for key, title, created, why, reviews, delay in OUTCOMES:
        since, why_id = why.split()
        verdicts = [review.split() for review in reviews.split("; ")]
        found.append(
            OutcomeFact(
                id=key,
                title=title,
                created_on=day(created),
                active_on=day(created),
                effect_delay_months=delay,
                whys=((day(since), why_id),),
                reviews=tuple(ReviewFact(day(on), VERDICTS[verdict]) for on, verdict in verdicts),
            )
        )
    return tuple(found)


def _indicators() -> tuple[IndicatorFact, ...]:
    signs = [
        IndicatorFact(
            key,
            key[:2],
            kind,
            horizon,
            direction,
            baseline,
            target,
            weight=WEIGHTS.get(key, 1.0),
            rhythm_days=RHYTHMS.get(key, 30),
            readings=_readings(readings),
            changes=CHANGES.get(key, ()),
        )
        for key, kind, horizon, direction, baseline, target, readings in INDICATORS
    ]
    guards = [
        IndicatorFact(
            key,
            key[:2],
            "outcome",
            "leading",
            direction,
            None,
            None,
            guard=guard,
            limit=limit,
            readings=_readings(readings),
        )
        for key, direction, guard, limit, readings in GUARDS
    ]
    return (*signs, *guards)


def _outputs() -> tuple[OutputFact, ...]:
    return tuple(
        OutputFact(
            id=key,
            title=title,
            size=SIZES[size],
            created_on=day(created),
            finished_on=day(finished) if finished else None,
            stopped_on=day(stopped) if stopped else None,
        )
        for key, title, size, created, finished, stopped, _outcome in OUTPUTS
    )


def _links() -> tuple[LinkFact, ...]:
    begun = {key: day(created) for key, _title, created, *_rest in OUTCOMES}
    return tuple(
        LinkFact(key, outcome, main=True, since=max(day(created), begun[outcome]))
        for key, _title, _size, created, _finished, _stopped, outcome in OUTPUTS
        if outcome
    )


def _check_ins() -> tuple[CheckIn, ...]:
    found = []
    for index, week in enumerate(WEEKS):
        if week is None:
            continue
        directions: list[Direction] = ["forward"] * week[0]
        directions += ["backward"] * week[1]
        for offset, direction in enumerate(directions):
            found.append(CheckIn(monday(index) + timedelta(days=offset), direction))
    return tuple(found)


def _promises() -> tuple[Promise, ...]:
    found = []
    for index, week in enumerate(WEEKS):
        if week is None:
            continue
        for offset in range(week[2]):
            due = monday(index) + timedelta(days=offset)
            late = timedelta(days=0 if offset < week[3] else 3)
            found.append(Promise(f"{index}-{offset}", due, done_on=due + late))
    return tuple(found)


def _blockers() -> tuple[BlockerFact, ...]:
    waiting = deque([BEGINS - timedelta(days=7)] * BLOCKERS_FROM_BEFORE)
    found = []
    for index, week in enumerate(WEEKS):
        if week is None:
            continue
        waiting.extend(monday(index) + timedelta(days=offset) for offset in range(week[4]))
        for offset in range(week[5]):
            closed = monday(index) + timedelta(days=3 + offset)
            found.append(BlockerFact(waiting.popleft(), closed))
    return tuple(found) + tuple(BlockerFact(opened) for opened in waiting)


def larkmoor() -> Facts:
    """The whole journal."""
    return Facts(
        outcomes=_outcomes(),
        indicators=_indicators(),
        outputs=_outputs(),
        links=_links(),
        check_ins=_check_ins(),
        promises=_promises(),
        blockers=_blockers(),
        away_weeks=frozenset(monday(i) for i, week in enumerate(WEEKS) if week is None),
        begins=BEGINS,
    )
