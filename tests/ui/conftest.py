"""What the tests of the window share."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from leadjournal.base.clock import FixedClock
from leadjournal.base.preferences import Preferences
from leadjournal.services.journals import create_workspace
from leadjournal.services.workspace import Workspace
from leadjournal.ui.context import Context
from leadjournal.ui.desk import Room
from leadjournal.ui.job_runner import JobRunner
from leadjournal.ui.save_state import SaveState
from leadjournal.ui.theme.looks import Looks
from tests.support.pages import RecordedPage


@pytest.fixture
def looks(qapp: QApplication) -> Iterator[Looks]:
    """The light look at normal text size, on the application."""
    made = Looks()
    made.choose("light")
    made.apply()
    yield made
    made.deleteLater()


@pytest.fixture
def clock() -> FixedClock:
    """Friday, 31 October 2025, half past five."""
    return FixedClock(datetime(2025, 10, 31, 17, 30, tzinfo=UTC))


@pytest.fixture
def room(looks: Looks, tmp_path: Path, clock: FixedClock) -> Iterator[Room]:
    """What a window has, with settings of its own."""
    jobs = JobRunner()
    yield Room(looks, Preferences(tmp_path / "settings"), jobs, SaveState(clock))
    jobs.finish()
    jobs.deleteLater()


@pytest.fixture
def workspace(tmp_path: Path, clock: FixedClock) -> Iterator[Workspace]:
    """An empty journal."""
    path = tmp_path / "nadia.leadjournal"
    with closing(create_workspace(path, "Nadia’s journal", None, clock, door="window")) as made:
        yield made


@pytest.fixture
def context(room: Room, workspace: Workspace) -> Context:
    """What a page is given, without a window around it."""
    made = Context(
        looks=room.looks,
        workspace=workspace,
        preferences=room.preferences,
        jobs=room.jobs,
        save_state=room.save_state,
        say=lambda _sentence: None,
        say_undoable=lambda _sentence: None,
        fail=lambda _problem: None,
        go=lambda _ref: None,
        open_page=lambda _page: RecordedPage(made),
        run_guide=lambda _template: None,
        title_changed=lambda: None,
        do=lambda _command: None,
    )
    return made
