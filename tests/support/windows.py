"""A whole window without a start of the program, and the sample journal to show in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from pytestqt.qtbot import QtBot

from leadjournal.base.clock import FixedClock
from leadjournal.base.preferences import Preferences
from leadjournal.services.samples import create_sample
from leadjournal.ui.desk import Room
from leadjournal.ui.job_runner import JobRunner
from leadjournal.ui.save_state import SaveState
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.window import Window

CLOCK = FixedClock(datetime(2025, 10, 31, 17, 30, tzinfo=UTC))


def sample_in(folder: Path) -> Path:
    """The sample journal, with the days of its story."""
    path = folder / "sample.leadjournal"
    create_sample(path, CLOCK, keep_dates=True).close()
    return path


@contextmanager
def window_with_settings_in(folder: Path, qtbot: QtBot) -> Iterator[Window]:
    """A window of the usual size, taken apart at the end."""
    looks = Looks()
    looks.choose("light")
    looks.apply()
    jobs = JobRunner()
    made = Window(Room(looks, Preferences(folder / "settings"), jobs, SaveState(CLOCK)))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    yield made
    made.desk.take_off()
    jobs.finish()
    looks.deleteLater()
