"""Small journals of any shape, for properties of the figures."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from leadjournal.rules.facts import (
    BlockerFact,
    CheckIn,
    Facts,
    IndicatorFact,
    LinkFact,
    Move,
    OutcomeFact,
    OutputFact,
    Promise,
    ReviewFact,
)

FIRST = date(2025, 1, 6)
TODAY = date(2025, 6, 29)
BEFORE = st.dates(FIRST, TODAY)
ANY_DAY = st.dates(FIRST, TODAY + timedelta(days=120))
VERDICTS = st.sampled_from(["real", "partly", "not-real"])
OUTCOMES = ("o1", "o2")
ONE_OF_THEM = st.sampled_from([None, *OUTCOMES])
SIZES = st.sampled_from([3.0, 10.0, 30.0])


@st.composite
def indicators(draw: st.DrawFn, key: str, outcome: str, days: st.SearchStrategy) -> IndicatorFact:
    rising = draw(st.booleans())
    readings = draw(st.dictionaries(days, st.integers(0, 60), max_size=4))
    return IndicatorFact(
        id=key,
        outcome=outcome,
        kind=draw(st.sampled_from(["activity", "outcome", "impact"])),
        horizon=draw(st.sampled_from(["leading", "lagging"])),
        direction="up" if rising else "down",
        baseline=10 if rising else 50,
        target=50 if rising else 10,
        weight=draw(st.sampled_from([1.0, 3.0])),
        guard=draw(st.sampled_from(["none", "none", "none", "at_most"])),
        limit=40.0,
        readings=tuple((day, float(value)) for day, value in sorted(readings.items())),
    )


@st.composite
def outcomes(draw: st.DrawFn, key: str, days: st.SearchStrategy) -> OutcomeFact:
    reviews = draw(st.dictionaries(days, VERDICTS, max_size=2))
    whys = draw(st.dictionaries(days, st.sampled_from(["w", None]), max_size=2))
    return OutcomeFact(
        id=key,
        title=key,
        created_on=FIRST,
        active_on=draw(st.none() | days | st.just(FIRST)),
        retired_on=draw(st.none() | st.none() | days),
        effect_delay_months=draw(st.integers(0, 3)),
        whys=tuple(sorted(whys.items())),
        reviews=tuple(ReviewFact(*review) for review in sorted(reviews.items())),
    )


@st.composite
def outputs(draw: st.DrawFn, key: str, days: st.SearchStrategy) -> OutputFact:
    return OutputFact(
        id=key,
        title=key,
        size=draw(SIZES),
        created_on=draw(days),
        finished_on=draw(st.none() | days),
        stopped_on=draw(st.none() | st.none() | days),
        must_do=draw(st.sampled_from([False, False, True])),
    )


@st.composite
def promises(draw: st.DrawFn, key: str, days: st.SearchStrategy) -> Promise:
    due = draw(days)
    moves = []
    for on in sorted(draw(st.sets(days, max_size=2))):
        moves.append(Move(on, due, max(on, due) + timedelta(days=draw(st.integers(1, 9)))))
        due = moves[-1].to_due
    return Promise(
        id=key,
        due_on=due,
        done_on=draw(st.none() | days),
        dropped_on=draw(st.none() | st.none() | days),
        moves=tuple(moves),
        outcome=draw(ONE_OF_THEM),
    )


@st.composite
def journals(draw: st.DrawFn, days: st.SearchStrategy = ANY_DAY) -> Facts:
    work = [draw(outputs(f"p{n}", days)) for n in range(draw(st.integers(0, 4)))]
    targets = [(one, draw(ONE_OF_THEM)) for one in work]
    return Facts(
        outcomes=tuple(draw(outcomes(key, days)) for key in OUTCOMES),
        indicators=tuple(
            draw(indicators(f"{key}{n}", key, days)) for key in OUTCOMES for n in range(3)
        ),
        outputs=tuple(work),
        links=tuple(
            LinkFact(one.id, outcome, draw(st.booleans()), one.created_on, draw(st.none() | days))
            for one, outcome in targets
            if outcome
        ),
        check_ins=draw(st.lists(_check_ins(days), max_size=8).map(tuple)),
        promises=tuple(draw(promises(f"a{n}", days)) for n in range(draw(st.integers(0, 4)))),
        blockers=draw(st.lists(_blockers(days), max_size=4).map(tuple)),
        away_weeks=frozenset(draw(st.sets(st.integers(0, 24), max_size=3).map(_mondays))),
        begins=FIRST,
    )


def _check_ins(days: st.SearchStrategy) -> st.SearchStrategy[CheckIn]:
    return st.builds(
        CheckIn, days, st.sampled_from(["forward", "none", "backward"]), outcome=ONE_OF_THEM
    )


def _blockers(days: st.SearchStrategy) -> st.SearchStrategy[BlockerFact]:
    return st.builds(BlockerFact, days, st.none() | days, outcome=ONE_OF_THEM)


def _mondays(weeks: set[int]) -> set[date]:
    return {FIRST + timedelta(weeks=week) for week in weeks}
