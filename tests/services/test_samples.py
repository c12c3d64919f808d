"""The sample journal: shifted by whole weeks, or with its own dates."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import MachineFault, UserMistake
from leadjournal.model.entry import EntryKind, Privacy
from leadjournal.services.samples import create_sample, remove_sample, sample_tables
from leadjournal.services.workspace import Workspace

LAST = date(2025, 10, 31)
RECORDED = {
    "day", "created_on", "active_on", "finished_on", "stopped_on", "opened_on", "closed_on",
    "done_on", "since", "from_day", "monday", "recorded_on", "so_that_since", "statement_since",
}  # fmt: skip


def days_in(value: Any, name: str = "") -> Iterator[tuple[str, date]]:
    """Every day of a table, with the name of its field."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from days_in(each, key)
    elif isinstance(value, list):
        for each in value:
            yield from days_in(each, name)
    elif isinstance(value, date):
        yield name, value


@settings(max_examples=20, deadline=None)
@given(st.dates(date(2000, 1, 1), date(2150, 12, 31)))
def test_on_any_day_the_sample_has_just_ended(today: date) -> None:
    own, shifted = list(days_in(sample_tables(None))), list(days_in(sample_tables(today)))
    moved = {after - before for (_, before), (_, after) in zip(own, shifted, strict=True)}
    assert len(moved) == 1
    (by,) = moved
    assert by.days % 7 == 0
    assert timedelta(0) <= today - (LAST + by) < timedelta(days=7)


@pytest.mark.parametrize("offset", range(7))
def test_nothing_was_recorded_after_today_on_any_weekday(offset: int) -> None:
    today = date(2026, 11, 16) + timedelta(days=offset)
    recorded = [day for name, day in days_in(sample_tables(today)) if name in RECORDED]
    assert len(recorded) > 500
    assert max(recorded) <= today
    assert date(2026, 11, 20) in recorded or offset < 4


def test_with_its_own_dates_it_ends_on_the_last_of_october() -> None:
    assert max(day for name, day in days_in(sample_tables(None)) if name in RECORDED) == LAST


@pytest.fixture(scope="module")
def shifted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The sample as it is made on a Tuesday a year later."""
    clock = FixedClock(datetime(2026, 11, 17, 8, 30, tzinfo=UTC))
    made = create_sample(tmp_path_factory.mktemp("shifted") / "sample.leadjournal", clock)
    yield made
    made.close()


def test_the_shifted_sample_has_the_figures_of_the_last_row(
    shifted: Workspace, larkmoor: Workspace
) -> None:
    last = date(2026, 11, 13)
    assert last.weekday() == LAST.weekday()
    found, own = shifted.figures.on(last), larkmoor.figures.on(LAST)
    assert found.debt.total == pytest.approx(own.debt.total)
    assert [row.days for row in found.debt.rows] == [row.days for row in own.debt.rows]
    assert found.momentum.raw == own.momentum.raw
    assert found.line_of_sight.tiers == own.line_of_sight.tiers
    assert (found.green_but_red, found.people) == ((), own.people)


def test_the_shifted_sample_keeps_its_weekdays_and_ends_before_today(
    shifted: Workspace, larkmoor: Workspace
) -> None:
    ours, theirs = shifted.entries.listing(), larkmoor.entries.listing()
    assert [row.day.weekday() for row in ours] == [row.day.weekday() for row in theirs]
    assert max(row.day for row in ours) <= date(2026, 11, 17)
    assert all(record.created <= shifted.clock.now() for record in shifted.entries.all())


def test_only_the_moments_of_the_sample_are_private(larkmoor: Workspace) -> None:
    rows = larkmoor.entries.listing()
    private = {row.id for row in rows if row.privacy is Privacy.PRIVATE}
    assert private == {row.id for row in rows if row.kind is EntryKind.MOMENT}
    assert 0 < len(private) < len(rows) / 4


def test_there_is_nothing_to_undo_in_a_new_sample(larkmoor: Workspace) -> None:
    assert (larkmoor.history.undo_label(), larkmoor.history.redo_label()) == (None, None)


def test_the_sample_is_sound_and_says_that_it_is_one(larkmoor: Workspace) -> None:
    report = larkmoor.backups.check()
    assert (report.faults, larkmoor.card.get().sample) == ((), True)
    expected = {"why": 3, "outcome": 6, "indicator": 18, "output": 20, "away-week": 2}
    assert {kind: report.counts[kind] for kind in expected} == expected
    assert larkmoor.guides.drafts() == []


def test_the_sample_never_replaces_a_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.leadjournal"
    path.write_text("mine")
    with pytest.raises(UserMistake):
        create_sample(path, FixedClock(datetime(2026, 1, 1, tzinfo=UTC)))
    assert path.read_text() == "mine"


class Impatient:
    """Gives up at the second report."""

    def say(self, done: int, total: int, words: str = "") -> None:
        """Stop the work."""
        assert words == "Writing the sample journal"
        if done == 1:
            raise KeyboardInterrupt


def test_a_sample_that_was_given_up_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "s.leadjournal"
    clock = FixedClock(datetime(2026, 1, 1, tzinfo=UTC))
    with pytest.raises(KeyboardInterrupt):
        create_sample(path, clock, progress=Impatient())
    assert list(tmp_path.iterdir()) == []


def test_removing_it_leaves_no_file_or_says_why(tmp_path: Path) -> None:
    path = tmp_path / "sample.leadjournal"
    for name in (path.name, f"{path.name}-wal"):
        (tmp_path / name).write_bytes(b"sample")
    remove_sample(path)
    remove_sample(path)
    assert list(tmp_path.iterdir()) == []
    path.mkdir()
    with pytest.raises(MachineFault, match="could not be written"):
        remove_sample(path)
