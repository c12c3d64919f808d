"""What the tests of the window share."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from leadjournal.ui.theme.looks import Looks


@pytest.fixture
def looks(qapp: QApplication) -> Iterator[Looks]:
    """The light look at normal text size, on the application."""
    made = Looks()
    made.choose("light")
    made.apply()
    yield made
    made.deleteLater()
