"""Windows that may be killed, and a small journal to open in them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from leadjournal.base.clock import SystemClock
from leadjournal.services.journals import create_workspace
from tests.support.far_windows import Begin, far_windows


@pytest.fixture
def begin() -> Iterator[Begin]:
    """Starts windows in processes of their own."""
    with far_windows() as made:
        yield made


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """A closed journal with one entry, in a folder of its own."""
    path = tmp_path / "one" / "good.leadjournal"
    path.parent.mkdir()
    space = create_workspace(path, "Nadia’s journal", None, SystemClock())
    space.entries.capture("The first line")
    space.close()
    return path
