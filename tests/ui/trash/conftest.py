"""A trash page in a whole window, on a journal in which something was removed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from leadjournal.model.catalogue import Ref
from leadjournal.model.entry import EntryDraft
from leadjournal.model.indicator import IndicatorDraft
from leadjournal.model.outcome import OutcomeDraft
from leadjournal.services.workspace import Workspace
from leadjournal.ui.desk import Room
from leadjournal.ui.pages.trash.page import TrashPage
from leadjournal.ui.window import Window

DAY = date(2025, 10, 30)


@dataclass
class Bin:
    """The page, its window and its journal."""

    page: TrashPage
    window: Window
    workspace: Workspace
    wait: Callable[[Callable[[], bool]], None]

    def titles(self) -> list[str]:
        model = self.page.view.list.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def settle(self) -> None:
        """Let the page read what it reads beside the window."""
        self.wait(lambda: not self.window.room.jobs.is_busy)

    def search(self, words: str) -> None:
        self.page.view.field.setText(words)
        self.page.view.field.returnPressed.emit()
        self.settle()

    def choose(self, title: str) -> None:
        view = self.page.view.list
        place = self.titles().index(title)
        view.setCurrentIndex(view.model().index(place, 0))

    def toast(self) -> str:
        return self.window.desk.toast.text()

    def dialog(self, kind: type[QDialog]) -> QDialog:
        (found,) = [each for each in self.window.findChildren(kind) if each.isVisible()]
        return found


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    """A journal from which an outcome with an entry about it, and another entry, were removed."""
    outcome = workspace.outcomes.add(
        OutcomeDraft(statement="Nobody chases us", created_on=DAY, business_gain="Calls fall")
    )
    workspace.indicators.add(
        IndicatorDraft(
            outcome_id=outcome.id, name="Calls a week", unit="calls", baseline=2, target=9
        )
    )
    board = workspace.entries.add(
        EntryDraft(day=DAY, title="Board talk", text="### What moved\n\nThey called back."),
        tags=["board"],
        refs=[Ref("outcome", outcome.id)],
    )
    frost = workspace.entries.add(EntryDraft(day=DAY, title="Frost", text="Half done."))
    workspace.entries.remove(board.id)
    workspace.outcomes.remove(outcome.id)
    workspace.entries.remove(frost.id)
    return workspace


@pytest.fixture
def bin_(qtbot: QtBot, room: Room, filled: Workspace) -> Iterator[Bin]:
    window = Window(room)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.desk.lay_open(filled, "trash")
    window.show()
    page = window.desk.pages.page()
    assert isinstance(page, TrashPage)
    made = Bin(page, window, filled, qtbot.waitUntil)
    made.settle()
    yield made
    made.settle()
    window.desk.take_off()
