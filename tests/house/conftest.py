"""What the tests that look at whole pages share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from leadjournal.ui.window import Window
from tests.support.windows import sample_in, window_with_settings_in


@pytest.fixture(scope="package")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample journal; a test that opens it leaves it as it was."""
    return sample_in(tmp_path_factory.mktemp("sample"))


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Window]:
    """A window without a journal."""
    with window_with_settings_in(tmp_path, qtbot) as made:
        yield made
