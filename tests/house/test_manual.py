"""What is shipped is in the manual."""

from pathlib import Path

import pytest

from leadjournal.app import COMMANDS as TERMINAL
from leadjournal.base.preferences import SETTINGS, Setting
from leadjournal.ui.commands import Command
from leadjournal.ui.pages.registry import PAGES
from leadjournal.ui.window import commands_for

MANUAL = (Path(__file__).parents[2] / "docs" / "manual.md").read_text(encoding="utf-8")
LINES = MANUAL.splitlines()


@pytest.mark.parametrize("name", TERMINAL)
def test_every_command_of_the_terminal_is_told(name: str) -> None:
    assert any(line.startswith((f"| `{name}`", f"| `{name} ")) for line in LINES)


@pytest.mark.parametrize("command", commands_for(PAGES), ids=lambda command: command.id)
def test_every_command_of_the_window_is_told_with_its_keys(command: Command) -> None:
    row = f"| {command.words} | {command.shortcut} |".replace("|  |", "| |")
    assert row in LINES


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_every_setting_is_told_in_its_sentence(setting: Setting) -> None:
    assert f"| `{setting.name}` | {setting.sentence} |" in LINES
    assert setting.default in (setting.choices or (setting.default,))
