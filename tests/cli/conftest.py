"""The sample journal, made once; and a folder of one's own with a copy of it."""

import shutil
from pathlib import Path

import pytest

from leadjournal.base.clock import SystemClock
from leadjournal.services.samples import create_sample


@pytest.fixture(scope="session")
def _made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("larkmoor") / "sample.leadjournal"
    create_sample(path, SystemClock(), keep_dates=True).close()
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the journals of a test lie, apart from the user's own folders."""
    made = tmp_path / "journals"
    made.mkdir()
    return made


@pytest.fixture
def sample(_made_once: Path, folder: Path) -> Path:
    """A copy of the sample with its own dates."""
    return Path(shutil.copy(_made_once, folder / "s.leadjournal"))
