from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from leadjournal.base.clock import FixedClock
from leadjournal.base.resources import resource
from leadjournal.model.entry import EntryDraft
from leadjournal.services.workspace import Workspace
from leadjournal.ui.application import make_window
from leadjournal.ui.chores import Chores
from leadjournal.ui.commands import COMMANDS, GROUPS
from leadjournal.ui.desk import Room
from leadjournal.ui.window import SMALLEST, Window, commands_for
from tests.support.pages import SPECS


@pytest.fixture
def window(qtbot: QtBot, room: Room, workspace: Workspace) -> Iterator[Window]:
    made = Window(room, SPECS)
    qtbot.addWidget(made)
    made.desk.lay_open(workspace, "today")
    made.show()
    yield made
    made.desk.take_off()


def test_every_command_can_be_done(qtbot: QtBot, room: Room, clock: FixedClock) -> None:
    window, _doorway = make_window(room, clock)
    qtbot.addWidget(window)
    assert {command.id for command in window.commands()} <= window.deeds()


def test_commands_are_sound() -> None:
    commands = commands_for(SPECS)
    keys = [each.shortcut for each in commands if each.shortcut]
    assert len(set(keys)) == len(keys)
    assert len({each.id for each in commands}) == len(commands)
    assert {each.group for each in commands} == set(GROUPS)
    assert [
        each.id for each in commands if not resource("icons", f"{each.icon}.svg").exists()
    ] == []
    assert len(COMMANDS) + len(SPECS) == len(commands)


def test_a_page_is_opened_by_its_number(qtbot: QtBot, window: Window) -> None:
    window.actions_.action("page-outcomes").trigger()
    assert window.desk.pages.page_id() == "outcomes"


def test_a_week_is_counted_as_away_and_counted_again(window: Window, workspace: Workspace) -> None:
    Chores(window)
    assert window.actions_.action("week-away").isEnabled()
    assert not window.actions_.action("week-counts").isEnabled()
    window.actions_.action("week-away").trigger()
    assert [str(week.monday) for week in workspace.away_weeks.all()] == ["2025-10-27"]
    assert window.desk.toast.text() == "This week counts as away; momentum leaves it out."
    assert not window.actions_.action("week-away").isEnabled()
    window.actions_.action("week-counts").trigger()
    assert workspace.away_weeks.all() == []
    window.desk.toast.undone.emit()
    assert len(workspace.away_weeks.all()) == 1


def test_undo_carries_the_name_of_its_step(window: Window, workspace: Workspace) -> None:
    assert not window.actions_.action("undo").isEnabled()
    workspace.entries.add(EntryDraft(day=workspace.clock.today(), title="A note"))
    assert window.actions_.words("undo") == "Undo Add entry"
    window.do("undo")
    assert window.actions_.words("redo") == "Redo Add entry"
    assert window.actions_.words("undo") == "Undo"


def test_every_command_is_in_the_menu(window: Window) -> None:
    window.do("menu")
    menu = window.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert [part.text() for part in menu.actions()] == list(GROUPS)
    inside = [
        action
        for part in menu.actions()
        for action in part.menu().actions()  # type: ignore[attr-defined]
        if not action.isSeparator()
    ]
    assert len(inside) == len(window.commands())
    menu.close()


def test_text_size_moves_in_steps_and_is_remembered(window: Window) -> None:
    window.do("larger")
    assert window.room.looks.factor == 1.1
    window.do("smaller")
    window.do("smaller")
    assert window.room.looks.factor == 0.9
    window.do("normal")
    assert window.room.looks.factor == 1.0


def test_a_theme_is_taken_at_once(window: Window) -> None:
    window.do("theme-dark")
    assert window.room.looks.theme.id == "dark"
    window.do("theme-light")


def test_a_screen_takes_the_place_of_the_desk(window: Window) -> None:
    screen = QWidget()
    window.show_screen(screen)
    assert window.front() is screen
    assert not window.actions_.action("new-entry").isEnabled()
    window.show_desk()
    assert window.front() is None
    assert window.actions_.action("new-entry").isEnabled()


def test_the_window_comes_back_in_its_size(qtbot: QtBot, window: Window) -> None:
    assert window.minimumSize() == QSize(*SMALLEST)
    window.resize(780, 700)
    window.close()
    again = Window(window.room, SPECS)
    qtbot.addWidget(again)
    assert again.size() == QSize(780, 700)
