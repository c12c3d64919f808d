from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from leadjournal.base.clock import FixedClock
from leadjournal.base.preferences import (
    HINTS,
    LOCK_AFTER,
    LOCK_AWAY,
    TEXT_SIZE,
    THEME,
    Preferences,
)
from leadjournal.services.journals import create_workspace
from leadjournal.services.workspace import Workspace
from leadjournal.ui.desk import Room
from leadjournal.ui.pages.registry import PAGES
from leadjournal.ui.pages.settings.looks import LooksSection
from leadjournal.ui.pages.settings.page import SettingsPage
from leadjournal.ui.pages.settings.protection import ProtectionSection
from leadjournal.ui.pages.settings.registry import SECTIONS
from leadjournal.ui.pages.settings.section import Section
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.window import Window


@pytest.fixture
def window(qtbot: QtBot, room: Room, workspace: Workspace) -> Iterator[Window]:
    made = Window(room, PAGES)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.desk.lay_open(workspace, "settings")
    made.show()
    yield made
    qtbot.waitUntil(lambda: not made.room.jobs.is_busy)
    made.desk.take_off()


@pytest.fixture
def page(window: Window) -> SettingsPage:
    shown = window.desk.pages.page()
    assert isinstance(shown, SettingsPage)
    return shown


def _choose(page: SettingsPage, editor: object, value: str) -> None:
    from leadjournal.ui.widgets.editors import ComboBox

    assert isinstance(editor, ComboBox)
    editor.setCurrentIndex(editor.findData(value))
    editor.activated.emit(editor.currentIndex())


def _cut(page: SettingsPage, section: Section) -> list[str]:
    return [
        button.text()
        for button in section.findChildren(QPushButton)
        if button.isVisible()
        and (
            button.width() < button.sizeHint().width()
            or button.mapTo(page, button.rect().topRight()).x() > page.width()
        )
    ]


@pytest.mark.parametrize("section", [spec.id for spec in SECTIONS])
@pytest.mark.parametrize(("width", "factor"), [(1366, 1.0), (640, 1.0), (1280, 2.0)])
def test_every_section_fits(
    qtbot: QtBot, window: Window, page: SettingsPage, section: str, width: int, factor: float
) -> None:
    window.resize(width, 768)
    window.room.looks.set_factor(factor)
    shown = page.show_section(section)
    qtbot.waitUntil(lambda: _cut(page, shown) == [])
    window.room.looks.set_factor(1.0)


def test_a_place_in_the_settings_is_found_again(page: SettingsPage) -> None:
    page.begin("looks")
    place = page.place()
    page.begin("protection")
    page.return_to(place)
    assert isinstance(page.section(), LooksSection)
    page.return_to({"section": "something of a later version"})
    assert page.place() == {"section": SECTIONS[0].id}


def test_it_has_its_own_keys(qtbot: QtBot, window: Window) -> None:
    window.desk.open_page("today")
    window.actions_.action("page-settings").trigger()
    assert window.desk.pages.page_id() == "settings"
    assert window.actions_.action("page-settings").shortcut().toString() == "Ctrl+,"


def test_the_sections_are_walked_with_the_arrow_keys(page: SettingsPage) -> None:
    first = page._group.button(0)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert page.place() == {"section": SECTIONS[1].id}


def test_looks_change_at_once_and_stay(window: Window, page: SettingsPage, tmp_path: Path) -> None:
    section = page.show_section("looks")
    assert isinstance(section, LooksSection)
    _choose(page, section.theme, "dark")
    _choose(page, section.text_size, "125")
    assert (window.room.looks.theme.id, window.room.looks.factor) == ("dark", 1.25)
    window.do("larger")
    assert section.text_size.value() == "150"
    kept = Preferences(tmp_path / "settings")
    assert (kept.get(THEME), kept.get(TEXT_SIZE)) == ("dark", "150")
    window.room.looks.set_factor(1.0)


def test_when_it_locks_is_kept_at_once(page: SettingsPage, tmp_path: Path) -> None:
    section = page.show_section("protection")
    assert isinstance(section, ProtectionSection)
    assert section.lock_after.value() == "15"
    _choose(page, section.lock_after, "150")
    _choose(page, section.lock_away, "no")
    kept = Preferences(tmp_path / "settings")
    assert (kept.get(LOCK_AFTER), kept.get(LOCK_AWAY)) == ("150", "no")


def test_a_choice_that_cannot_be_kept_is_told(
    window: Window, page: SettingsPage, tmp_path: Path
) -> None:
    (tmp_path / "settings").rename(tmp_path / "away")
    (tmp_path / "settings").write_text("in the way")
    section = page.show_section("protection")
    assert isinstance(section, ProtectionSection)
    _choose(page, section.lock_after, "5")
    assert "could not be written" in window.desk.problems.text()


_PROTECTION = ("give-passphrase", "recovery-sheet")


def test_a_plain_journal_is_offered_a_passphrase_and_nothing_else(
    window: Window, page: SettingsPage
) -> None:
    section = page.show_section("protection")
    assert isinstance(section, ProtectionSection)
    assert section.give.isVisible()
    assert not section.change.isVisible()
    assert not section.copies.isVisible()
    asked: list[str] = []
    window.teach({each: lambda id_=each: asked.append(id_) for each in _PROTECTION})  # type: ignore[misc]
    section.give.click()
    section.sheet.click()
    assert asked == ["give-passphrase", "recovery-sheet"]


def test_a_protected_journal_can_change_or_lose_its_passphrase(
    qtbot: QtBot, room: Room, tmp_path: Path, clock: FixedClock
) -> None:
    path = tmp_path / "locked.leadjournal"
    with closing(create_workspace(path, "Mine", "calm river", clock, door="window")) as space:
        window = Window(room, PAGES)
        qtbot.addWidget(window)
        window.desk.lay_open(space, "settings")
        window.set_lockable(True)
        window.show()
        shown = window.desk.pages.page()
        assert isinstance(shown, SettingsPage)
        section = shown.section()
        assert isinstance(section, ProtectionSection)
        assert not section.give.isVisible()
        assert section.change.isVisible()
        assert section.remove.isVisible()
        assert section.copies.isVisible()
        assert window.actions_.action("change-passphrase").isEnabled()
        assert not window.actions_.action("give-passphrase").isEnabled()
        window.desk.take_off()


def test_muted_hints_are_listed_and_come_back(
    window: Window, page: SettingsPage, workspace: Workspace
) -> None:
    page.show_section("hints")
    section = page.section()
    workspace.muted_hints.mute("too-short")
    workspace.muted_hints.use_words("north star")
    page.refresh()
    labels = [label.text() for label in section.findChildren(Label) if label.isVisible()]
    assert any(text.startswith("This is a headline.") for text in labels)
    assert "“north star” is understood here" in labels
    again = [
        each
        for each in section.findChildren(QPushButton)
        if each.accessibleName().startswith("Show again: This is a headline.")
    ]
    again[0].click()
    assert workspace.muted_hints.muted() == frozenset()
    assert workspace.muted_hints.our_words() == {"north star"}


def test_hints_can_be_switched_off(window: Window, page: SettingsPage) -> None:
    from leadjournal.ui.pages.settings.hints import HintsSection

    page.show_section("hints")
    section = page.section()
    assert isinstance(section, HintsSection)
    _choose(page, section.hints, "no")
    assert window.room.preferences.get(HINTS) == "no"
