"""Today on a real journal, inside the window's own desk."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from leadjournal.base.clock import FixedClock
from leadjournal.services.workspace import Workspace
from leadjournal.ui.desk import Desk, Room
from leadjournal.ui.dialogs.form_dialog import FormDialog
from leadjournal.ui.pages.registry import PAGES
from leadjournal.ui.pages.today.page import TodayPage


@dataclass
class Day:
    """The page, the desk it lies on, and its journal."""

    qtbot: QtBot
    room: Room
    desk: Desk
    workspace: Workspace
    clock: FixedClock

    @property
    def page(self) -> TodayPage:
        found = self.desk.findChild(TodayPage)
        assert isinstance(found, TodayPage)
        return found

    @property
    def shown(self) -> str:
        return self.desk.pages.page_id()

    def settle(self) -> None:
        """Wait until what was asked of the journal is on the screen."""
        self.qtbot.waitUntil(lambda: not self.room.jobs.is_busy)

    def refresh(self) -> None:
        self.page.refresh()
        self.settle()

    def type_into(self, editor: QWidget, words: str) -> None:
        editor.setFocus()
        QTest.keyClicks(editor, words)

    def press(self, widget: QWidget, key: Qt.Key) -> None:
        QTest.keyClick(widget, key)
        self.settle()

    def titles_waiting(self) -> list[str]:
        return [
            row.accessibleName().split(". ")[0] for row in self.page.overview.waiting.card.rows()
        ]

    def dialog(self) -> QDialog:
        found = [
            each
            for each in QApplication.topLevelWidgets()
            if isinstance(each, QDialog) and each.isVisible()
        ]
        assert len(found) == 1
        return found[0]

    def form(self) -> FormDialog:
        found = self.dialog()
        assert isinstance(found, FormDialog)
        return found


@pytest.fixture
def opened(qtbot: QtBot, room: Room, workspace: Workspace, clock: FixedClock) -> Iterator[Day]:
    """The desk with an empty journal on it, not yet at any page."""
    desk = Desk(room, PAGES)
    desk.resize(1366, 768)
    desk.show()
    yield Day(qtbot, room, desk, workspace, clock)
    qtbot.waitUntil(lambda: not room.jobs.is_busy)
    desk.take_off()
    desk.close()
    desk.deleteLater()


@pytest.fixture
def day(opened: Day) -> Day:
    """The same at Today."""
    opened.desk.lay_open(opened.workspace, "today")
    opened.settle()
    opened.desk.activateWindow()
    opened.qtbot.waitUntil(opened.desk.isActiveWindow)
    return opened
