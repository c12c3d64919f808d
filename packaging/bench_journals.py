"""Large journals for the bench, written through the journal's own writing blocks."""

import random
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from leadjournal.base.clock import FixedClock
from leadjournal.model.entry import Entry, EntryKind, Movement
from leadjournal.model.indicator import Horizon, Indicator, Reading
from leadjournal.model.link import Link
from leadjournal.model.outcome import Outcome, OutcomeWhy, Review, Verdict
from leadjournal.model.output import Output
from leadjournal.model.why import Why
from leadjournal.services.journals import create_workspace
from leadjournal.services.workspace import Workspace

NOW = datetime(2025, 10, 31, 16, 0, tzinfo=UTC)
TODAY = NOW.date()
WORDS = (
    "winter", "planner", "engineer", "promise", "evening", "customer", "warehouse", "frost",
    "rota", "outcome", "review", "slot", "overtime", "checklist", "phone", "visit", "repair",
    "heat", "board", "trust", "pump", "morning", "report", "team",
)  # fmt: skip
BATCH = 2_000


def large_journal(path: Path, entries: int, passphrase: str | None = None) -> Workspace:
    """A journal with so many entries of sixty words, spread over ten years; it is left open."""
    space = create_workspace(path, "Bench", passphrase, FixedClock(NOW))
    chance = random.Random(1)
    journal = space.entries.journal
    for begin in range(0, entries, BATCH):
        with journal.writing("Fill") as session:
            session.add_all(_entry(chance) for _n in range(begin, min(entries, begin + BATCH)))
    journal.end_undo_list()
    return space


def _entry(chance: random.Random) -> Entry:
    daily = chance.random() < 0.5
    return Entry(
        day=TODAY - timedelta(days=chance.randrange(3_650)),
        kind=EntryKind.DAILY if daily else EntryKind.NOTE,
        title=" ".join(chance.choices(WORDS, k=4)).capitalize(),
        text=" ".join(chance.choices(WORDS, k=60)),
        direction=chance.choice(list(Movement)) if daily else None,
    )


def wide_journal(
    path: Path, outcomes: int = 300, outputs: int = 2_000, years: int = 1
) -> Workspace:
    """A journal with many outcomes, each with three indicators of some years, and many outputs."""
    space = create_workspace(path, "Wide", None, FixedClock(NOW))
    chance = random.Random(2)
    journal = space.entries.journal
    with journal.writing("Fill") as session:
        why = Why(statement="To find out how fast it is", since=date(2020, 1, 1))
        session.add(why)
        begun = date(2025 - years, 2, 1)
        made = [_outcome(number, begun) for number in range(outcomes)]
        for outcome in made:
            session.add(outcome)
            session.add(OutcomeWhy(outcome_id=outcome.id, why_id=why.id, since=outcome.created_on))
            verdict = chance.choice((Verdict.REAL, Verdict.PARTLY))
            session.add(Review(outcome_id=outcome.id, day=date(2025, 9, 1), verdict=verdict))
            for record in _indicators(outcome.id, chance, 12 * years):
                session.add(record)
        for number in range(outputs):
            output = Output(
                title=f"Output {number}",
                size=10.0,
                created_on=begun,
                finished_on=TODAY - timedelta(days=chance.randrange(1, 365 * years + 35)),
            )
            session.add(output)
            session.add(
                Link(
                    output_id=output.id,
                    outcome_id=made[number % outcomes].id,
                    so_that="it can be measured",
                    main=True,
                    since=output.created_on,
                )
            )
    journal.end_undo_list()
    return space


def _outcome(number: int, begun: date) -> Outcome:
    return Outcome(statement=f"Outcome {number} is real", created_on=begun, active_on=begun)


def _indicators(outcome: str, chance: random.Random, months: int) -> list[Indicator | Reading]:
    records: list[Indicator | Reading] = []
    for number in range(3):
        indicator = Indicator(
            outcome_id=outcome,
            name=f"Indicator {number}",
            horizon=Horizon.LAGGING if number else Horizon.LEADING,
            baseline=0.0,
            target=100.0,
        )
        records.append(indicator)
        records += [
            Reading(
                indicator_id=indicator.id,
                value=chance.uniform(0, 100),
                day=date(2025, 10, 24) - timedelta(days=30 * month),
            )
            for month in reversed(range(months))
        ]
    return records
