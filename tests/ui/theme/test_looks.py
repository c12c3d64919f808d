import re

import pytest
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from leadjournal.base.errors import Bug
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.theme.palette import ROLES, palette_of
from leadjournal.ui.theme.sheet import sheet_of
from leadjournal.ui.theme.tokens import THEME_IDS, read_theme


@pytest.mark.parametrize("theme_id", THEME_IDS)
def test_a_chosen_theme_is_on_the_application(looks: Looks, theme_id: str) -> None:
    looks.choose(theme_id)

    assert looks.theme.id == theme_id
    assert QApplication.palette().color(QPalette.ColorRole.Window) == looks.colour("canvas")
    assert looks.theme.colour("accent") in _sheet()


def test_a_change_of_theme_is_told(looks: Looks, qtbot: QtBot) -> None:
    with qtbot.waitSignal(looks.changed, timeout=1000):
        looks.choose("dark")


def test_the_same_theme_again_is_no_change(looks: Looks, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(looks.changed):
        looks.choose("light")


def test_the_text_size_is_kept_between_its_limits(looks: Looks) -> None:
    looks.set_factor(9.0)
    assert looks.factor == 2.0

    looks.set_factor(0.1)
    assert looks.factor == 0.8


def test_boxes_grow_with_the_line_in_them(looks: Looks) -> None:
    assert (looks.height("h_control"), looks.height("h_field")) == (32, 38)

    looks.set_factor(2.0)
    assert (looks.height("h_control"), looks.height("h_field")) == (53, 53)


def test_following_the_system_takes_one_of_the_themes(looks: Looks) -> None:
    looks.choose("dark")
    looks.choose("system")

    assert looks.choice == "system"
    dark = QGuiApplication.styleHints().colorScheme().name == "Dark"
    assert looks.theme.id == ("dark" if dark else "light")


def test_an_unknown_theme_is_a_bug(looks: Looks) -> None:
    with pytest.raises(Bug, match="no theme 'sepia'"):
        looks.choose("sepia")


@pytest.mark.parametrize("theme_id", THEME_IDS)
def test_the_palette_has_every_role_in_every_group(looks: Looks, theme_id: str) -> None:
    palette = palette_of(read_theme(theme_id))
    groups = QPalette.ColorGroup

    unset = [
        (group.name, role.name)
        for group in (groups.Active, groups.Inactive, groups.Disabled)
        for role in ROLES
        if not palette.isBrushSet(group, role)
    ]
    assert unset == []


@pytest.mark.parametrize("theme_id", THEME_IDS)
def test_the_sheet_leaves_fonts_to_the_code(theme_id: str) -> None:
    sheet = sheet_of(read_theme(theme_id), 1.0)

    assert "$" not in sheet
    assert "font-size" not in sheet
    assert len(re.findall(r"\bfont:", sheet)) == 1  # the header of a table, which Qt needs there


def _sheet() -> str:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application.styleSheet()
