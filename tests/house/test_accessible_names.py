"""Whoever hears the page instead of seeing it finds a name on everything that takes the focus."""

from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from leadjournal.services.journals import open_workspace
from leadjournal.ui.pages.registry import PAGES
from leadjournal.ui.pages.unlock.page import LockWords, UnlockScreen
from leadjournal.ui.pages.unlock.tries import Tries
from leadjournal.ui.pages.welcome.page import WelcomeScreen
from leadjournal.ui.window import Window
from tests.support.windows import CLOCK

SMALLEST_TARGET = 24


def _focusable(root: QWidget) -> list[QWidget]:
    return [
        each
        for each in root.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and not _is_inside_of_qt(each)
    ]


def _is_inside_of_qt(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return widget.objectName().startswith("qt_") or isinstance(parent, QAbstractScrollArea)


def _name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def _faults(root: QWidget) -> list[str]:
    widgets = _focusable(root)
    names = [_name(each) for each in widgets]
    unnamed = [
        f"{type(each).__name__} in {type(each.parentWidget()).__name__} has no name"
        for each, name in zip(widgets, names, strict=True)
        if not name
    ]
    pairs = Counter((type(each).__name__, name) for each, name in zip(widgets, names, strict=True))
    twice = [f"{kind} “{name}” is there {n} times" for (kind, name), n in pairs.items() if n > 1]
    small = [
        f"“{_name(each)}” is {each.width()} × {each.height()}"
        for each in widgets
        if not isinstance(each, QTextEdit) and min(each.width(), each.height()) < SMALLEST_TARGET
    ]
    return unnamed + twice + small


@pytest.mark.parametrize("page_id", [page.id for page in PAGES])
def test_everything_on_a_page_has_a_name_and_can_be_hit(
    qtbot: QtBot, window: Window, sample: Path, page_id: str
) -> None:
    with closing(open_workspace(sample, None, CLOCK, door="window")) as workspace:
        window.desk.lay_open(workspace, page_id)
        qtbot.waitUntil(lambda: not window.room.jobs.is_busy)
        assert any(isinstance(each, QAbstractButton) for each in _focusable(window))
        assert _faults(window) == []
        window.desk.take_off()


def test_the_screens_before_the_desk_have_names(qtbot: QtBot, window: Window) -> None:
    looks = window.room.looks
    for screen in (
        WelcomeScreen(looks),
        UnlockScreen(looks, LockWords("Mine", "It is locked."), Tries(CLOCK)),
    ):
        window.show_screen(screen)
        assert _focusable(screen)
        assert _faults(screen) == []
