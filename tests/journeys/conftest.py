"""A window that can be started, closed and started again, as on one computer."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import TimeoutError  # noqa: A004  # what the wait of qtbot raises
from pytestqt.qtbot import QtBot

from leadjournal.base import folders
from leadjournal.base.clock import FixedClock
from leadjournal.base.logs import start_log
from leadjournal.services.samples import create_sample
from leadjournal.ui.application import make_room, make_window
from leadjournal.ui.window import Window
from tests.journeys.hands import Hands

EVENING = datetime(2025, 10, 31, 18, 30, tzinfo=UTC)
SIZE = (1366, 768)
PATIENCE = 5_000

Start = Callable[..., Hands]


@pytest.fixture
def clock() -> FixedClock:
    """Friday, 31 October 2025, half past six in the evening."""
    return FixedClock(EVENING)


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, clock: FixedClock) -> Iterator[Start]:
    """Starts the program, on a journal or as it would start by itself."""
    windows: list[Window] = []
    logger = logging.getLogger("leadjournal")
    before = list(logger.handlers)
    start_log(folders.logs())

    def until(happened: Callable[[], bool]) -> bool:
        try:
            qtbot.waitUntil(happened, timeout=PATIENCE)
        except TimeoutError:
            return False
        return True

    def begin(path: Path | None = None) -> Hands:
        room = make_room(qapp, clock)
        room.looks.choose("light")
        window, doorway = make_window(room, clock)
        qtbot.addWidget(window)
        windows.append(window)
        window.resize(*SIZE)
        doorway.begin(path)
        with qtbot.waitActive(window, timeout=10_000):
            window.show()
            window.activateWindow()
        return Hands(window, until)

    yield begin
    for window in windows:
        window.close()
        for part in (window.room.jobs, window.room.save_state, window.room.looks):
            part.deleteLater()
    for handler in [each for each in logger.handlers if each not in before]:
        logger.removeHandler(handler)
        handler.close()


@pytest.fixture(scope="session")
def made_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample journal, made once."""
    path = tmp_path_factory.mktemp("sample") / "larkmoor.leadjournal"
    create_sample(path, FixedClock(EVENING)).close()
    return path


@pytest.fixture
def sample(tmp_path: Path, made_sample: Path) -> Path:
    """The sample journal, ended on this Friday."""
    return Path(shutil.copy(made_sample, tmp_path))
