"""Small journals of any shape, for properties of the figures."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from leadjournal.rules.facts import (
    BlockerFact,
    CheckIn,
    ExitFact,
    ExitWay,
    Facts,
    IndicatorFact,
    LinkFact,
    Move,
    OutcomeFact,
    OutputFact,
    Promise,
    ReviewFact,
    Verdict,
)

FIRST = date(2025, 1, 6)
TODAY = date(2025, 6, 29)
# Whole numbers are drawn several times faster than dates.
BEFORE = st.integers(0, 174).map(lambda days: FIRST + timedelta(days=days))
ANY_DAY = st.integers(0, 294).map(lambda days: FIRST + timedelta(days=days))
RECENT = st.integers(0, 55).map(lambda days: TODAY - timedelta(days=days))
VERDICTS: st.SearchStrategy[Verdict] = st.sampled_from(["real", "partly", "not-real"])
OUTCOMES = ("o1", "o2")
ONE_OF_THEM = st.sampled_from([None, *OUTCOMES])
VALUES = st.sampled_from([0.0, 10.0, 20.0, 40.0, 45.0, 60.0])
HIGH = [50.0, 49.0, 48.0, 47.0, 47.0, 40.0, 20.0]
SIZES = st.sampled_from([3.0, 10.0, 30.0])
WAYS: st.SearchStrategy[ExitWay] = st.sampled_from(["moved", "accepted", "rejected"])


@st.composite
def seldom(draw: st.DrawFn, days: st.SearchStrategy[date]) -> date | None:
    return draw(days) if draw(st.integers(0, 4)) == 4 else None


@st.composite
def mostly(draw: st.DrawFn, days: st.SearchStrategy[date]) -> date | None:
    return None if draw(st.integers(0, 4)) == 4 else draw(days)


@st.composite
def indicators(
    draw: st.DrawFn, outcome: str, number: int, days: st.SearchStrategy[date]
) -> IndicatorFact:
    rising = draw(st.booleans())
    readings = draw(st.dictionaries(days, VALUES, max_size=3))
    return IndicatorFact(
        id=f"{outcome}{number}",
        outcome=outcome,
        kind=("activity", "outcome", "impact")[number],
        horizon="lagging" if number == 2 else "leading",
        direction="up" if rising else "down",
        baseline=10 if rising else 50,
        target=50 if rising else 10,
        weight=float(number + 1),
        guard="at_most" if number == 2 and draw(st.integers(0, 3)) == 3 else "none",
        limit=40.0,
        readings=tuple(sorted(readings.items())),
    )


@st.composite
def outcomes(draw: st.DrawFn, key: str, days: st.SearchStrategy[date]) -> OutcomeFact:
    reviews = draw(st.dictionaries(days, VERDICTS, max_size=2))
    whys = draw(st.dictionaries(days, st.sampled_from(["w", None]), max_size=2))
    return OutcomeFact(
        id=key,
        title=key,
        created_on=FIRST,
        active_on=draw(seldom(days)) or FIRST,
        retired_on=draw(seldom(days)),
        effect_delay_months=draw(st.integers(0, 2)),
        whys=tuple(sorted(whys.items())),
        reviews=tuple(ReviewFact(*review) for review in sorted(reviews.items())),
    )


@st.composite
def outputs(draw: st.DrawFn, key: str, days: st.SearchStrategy[date]) -> OutputFact:
    return OutputFact(
        id=key,
        title=key,
        size=draw(SIZES),
        created_on=FIRST,
        finished_on=draw(mostly(days)),
        stopped_on=draw(seldom(days)),
        must_do=draw(st.integers(0, 5)) == 5,
    )


@st.composite
def links(
    draw: st.DrawFn, outputs: list[OutputFact], days: st.SearchStrategy[date]
) -> tuple[LinkFact, ...]:
    found = []
    for output in outputs:
        outcome = draw(st.sampled_from([*OUTCOMES, None]))
        if outcome:
            main = draw(st.integers(0, 4)) != 4
            found.append(LinkFact(output.id, outcome, main, FIRST, draw(seldom(days))))
    return tuple(found)


@st.composite
def exits(
    draw: st.DrawFn, outputs: list[OutputFact], days: st.SearchStrategy[date]
) -> tuple[ExitFact, ...]:
    found = []
    for output in outputs:
        if draw(st.booleans()):
            way, outcome = draw(WAYS), draw(st.sampled_from([None, "o2", "o1", "o1"]))
            found.append(ExitFact(output.id, output.id, outcome, way, draw(days), 3.0, "so"))
    return tuple(found)


@st.composite
def proven(draw: st.DrawFn) -> Facts:
    """One outcome that is often reached, sometimes held, sometimes lost again."""
    readings = st.dictionaries(BEFORE, st.sampled_from(HIGH), max_size=2)
    verdicts: st.SearchStrategy[Verdict] = st.sampled_from([*["real"] * 9, "partly", "not-real"])
    guard = IndicatorFact(
        "g", "o1", "outcome", "leading", "down", None, None, guard="at_most", limit=45.0,
        readings=tuple(sorted(draw(readings).items()))[:2],
    )  # fmt: skip
    effect = IndicatorFact(
        "e", "o1", "outcome", "lagging", "up", 10, 50, rhythm_days=90,
        readings=tuple(sorted((draw(readings) | {FIRST: 49.0}).items())),
    )  # fmt: skip
    reviews = draw(st.dictionaries(BEFORE, verdicts, min_size=3, max_size=7))
    outcome = OutcomeFact(
        "o1", "o1", FIRST, FIRST, draw(seldom(BEFORE)), draw(st.integers(0, 2)),
        reviews=tuple(ReviewFact(*review) for review in sorted(reviews.items())),
    )  # fmt: skip
    work = [draw(outputs(f"p{number}", BEFORE)) for number in range(draw(st.integers(0, 2)))]
    return Facts(
        outcomes=(outcome,),
        indicators=(effect, guard),
        outputs=tuple(work),
        links=tuple(LinkFact(one.id, "o1", True, FIRST) for one in work),
        exits=draw(exits(work, BEFORE)),
        begins=FIRST,
    )


@st.composite
def promises(draw: st.DrawFn, key: str, days: st.SearchStrategy[date]) -> Promise:
    due = draw(days)
    moves = []
    for on in sorted(draw(st.sets(days, max_size=2))):
        moves.append(Move(on, due, max(on, due) + timedelta(days=draw(st.integers(1, 9)))))
        due = moves[-1].to_due
    return Promise(
        id=key,
        due_on=due,
        done_on=draw(mostly(days)),
        dropped_on=draw(seldom(days)),
        moves=tuple(moves),
        outcome=draw(ONE_OF_THEM),
    )


@st.composite
def journals(draw: st.DrawFn, days: st.SearchStrategy[date] = ANY_DAY) -> Facts:
    work = [draw(outputs(f"p{number}", days)) for number in range(draw(st.integers(1, 4)))]
    return Facts(
        outcomes=tuple(draw(outcomes(key, days)) for key in OUTCOMES),
        indicators=tuple(draw(indicators(key, n, days)) for key in OUTCOMES for n in range(3)),
        outputs=tuple(work),
        links=draw(links(work, days)),
        check_ins=draw(st.lists(_check_ins(), min_size=3, max_size=8).map(tuple)),
        promises=tuple(draw(promises(f"a{n}", RECENT)) for n in range(draw(st.integers(0, 4)))),
        blockers=draw(st.lists(_blockers(), max_size=3).map(tuple)),
        away_weeks=frozenset(draw(st.sets(st.integers(0, 24), max_size=3).map(_mondays))),
        begins=FIRST,
        exits=draw(exits(work, days)),
    )


def _check_ins() -> st.SearchStrategy[CheckIn]:
    return st.builds(
        CheckIn, RECENT, st.sampled_from(["forward", "none", "backward"]), outcome=ONE_OF_THEM
    )


def _blockers() -> st.SearchStrategy[BlockerFact]:
    return st.builds(BlockerFact, RECENT, st.none() | RECENT, outcome=ONE_OF_THEM)


def _mondays(weeks: set[int]) -> set[date]:
    return {FIRST + timedelta(weeks=week) for week in weeks}
