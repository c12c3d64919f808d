"""Journals for the tests of the services: an empty one, and the sample to look at."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from leadjournal.base.clock import FixedClock
from leadjournal.services.samples import create_sample
from leadjournal.services.workspace import Workspace
from tests.support.journals import NOW, new_workspace


@pytest.fixture
def clock() -> FixedClock:
    """The clock of the journal; it stands still until a test sets it."""
    return FixedClock(NOW)


@pytest.fixture
def space(tmp_path: Path, clock: FixedClock) -> Iterator[Workspace]:
    """An empty journal."""
    made = new_workspace(tmp_path)
    made.entries.journal.clock = clock
    yield made
    made.close()


@pytest.fixture(scope="session")
def larkmoor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The sample journal with its own dates, on its last day; for looking only."""
    last_day = FixedClock(datetime(2025, 10, 31, 18, tzinfo=UTC))
    made = create_sample(
        tmp_path_factory.mktemp("sample") / "larkmoor.leadjournal", last_day, keep_dates=True
    )
    yield made
    made.close()
