"""The guards that are on for every test."""

import gc
import logging
import os
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QDialog

from tests.support.guards import Fences, LogLines, leftover_threads, leftovers_of_qt

FENCES = Fences()

# How fast a computer is, and what else it does meanwhile, is no fault of the code.
settings.register_profile("shared", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shared")


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The user's folders lie in the test's folder."""
    monkeypatch.setenv("LEADJOURNAL_HOME", str(tmp_path / "home"))


@pytest.fixture(autouse=True)
def _fences(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Files are written in the tests' folder only, and nothing reaches the network."""
    folder = tmp_path_factory.getbasetemp()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    with FENCES.around(folder):
        yield
    assert FENCES.breaches == []


@pytest.fixture(autouse=True)
def log_lines() -> Iterator[LogLines]:
    """What the program logged; a line that no test took is a fault."""
    handler = LogLines()
    logger = logging.getLogger("leadjournal")
    logger.addHandler(handler)
    yield handler
    logger.removeHandler(handler)
    assert handler.lines == []


@pytest.fixture(autouse=True)
def _unanswered_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that waits for an answer fails at once instead of hanging."""

    def refuse(widget: object, *_arguments: object) -> None:
        raise AssertionError(f"{type(widget).__name__} waits for an answer that nobody gives")

    monkeypatch.setattr(QDialog, "exec", refuse)


@pytest.fixture(autouse=True)
def _leftovers(request: pytest.FixtureRequest, _unanswered_questions: None) -> Iterator[None]:
    """Threads, timers and windows end with the test."""
    before = set(threading.enumerate())
    # What is there already was looked at by the tests before: only what is new is gone through.
    gc.freeze()
    yield
    assert leftover_threads(before) == []
    if "qapp" in request.fixturenames:
        assert leftovers_of_qt() == []
