"""Every sentence of the program passes through gettext: in a language of marks, all are marked."""

import gettext
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QCalendarWidget, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from leadjournal.base import words
from leadjournal.base.clock import FixedClock
from leadjournal.base.preferences import Preferences
from leadjournal.services.templates import Templates
from leadjournal.services.workspace import Workspace
from leadjournal.ui.desk import Room
from leadjournal.ui.job_runner import JobRunner
from leadjournal.ui.pages.registry import PAGES
from leadjournal.ui.save_state import SaveState
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.window import Window
from tests.support.journals import NOW, new_workspace

OPEN, CLOSE = "⟦", "⟧"
WORD = re.compile(r"[A-Za-z]{2,}")
NOT_OURS = ("leadjournal", "A journal", "Ctrl")
"""The names of the program and of the journal, and the keys."""


def words_of_templates() -> list[str]:
    """Templates are files of a language: their words are chosen with the file."""
    found: list[str] = []
    for template in Templates().all():
        found += [template.title, template.purpose]
        for step in template.steps:
            found += [step.prompt, step.help, *(choice.words for choice in step.choices)]
    return sorted(filter(None, found), key=len, reverse=True)


class Marks(gettext.NullTranslations):
    """A language in which every sentence stands between marks."""

    def gettext(self, message: str) -> str:
        return f"{OPEN}{message}{CLOSE}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words._LANGUAGE, "catalogue", Marks())


@pytest.fixture
def window(qtbot: QtBot, marked: None, tmp_path: Path) -> Iterator[Window]:
    clock = FixedClock(NOW)
    looks = Looks()
    looks.choose("light")
    looks.apply()
    jobs = JobRunner()
    made = Window(Room(looks, Preferences(tmp_path / "settings"), jobs, SaveState(clock)))
    qtbot.addWidget(made)
    made.show()
    yield made
    made.desk.take_off()
    jobs.finish()
    looks.deleteLater()


def texts_of(widget: QWidget) -> set[str]:
    """Everything a widget says, aloud, written or in a hint."""
    said = {widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()}
    if isinstance(widget, QLabel | QAbstractButton):
        said.add(widget.text())
    if isinstance(widget, QLineEdit):
        said.add(widget.placeholderText())
    return said


def unmarked(root: QWidget) -> set[str]:
    """The sentences that were not looked up in the language."""
    ours = [
        each
        for each in root.findChildren(QWidget)
        if not isinstance(each.parent(), QCalendarWidget) and each.objectName()[:3] != "qt_"
    ]
    rests = set()
    for text in {text for each in ours for text in texts_of(each)}:
        rest = re.sub(rf"{OPEN}.*{CLOSE}|<[^>]*>|&\w+;", " ", text, flags=re.S)
        for known in (*NOT_OURS, *words_of_templates()):
            rest = rest.replace(known, " ")
        if WORD.search(rest):
            rests.add(rest)
    return rests


@pytest.fixture
def space(marked: None, tmp_path: Path) -> Iterator[Workspace]:
    made = new_workspace(tmp_path)
    yield made
    made.close()


@pytest.mark.parametrize("page_id", [spec.id for spec in PAGES])
def test_every_sentence_of_a_page_is_looked_up(
    qtbot: QtBot, window: Window, space: Workspace, page_id: str
) -> None:
    window.desk.lay_open(space, page_id)
    qtbot.waitUntil(lambda: not window.room.jobs.is_busy)
    assert any(OPEN in text for each in window.findChildren(QWidget) for text in texts_of(each))
    assert unmarked(window) == set()
