from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from leadjournal.base.errors import CannotSave, Problem, UserMistake
from leadjournal.ui import autosave
from leadjournal.ui.autosave import PAUSE, Autosave, again_after
from leadjournal.ui.desk import Room


class Paper:
    """What is typed, what reached the disk, and whether the disk is full."""

    def __init__(self) -> None:
        self.text = ""
        self.saved: list[str] = []
        self.is_full = False
        self.fault: Problem | None = None

    def save(self, text: str) -> None:
        if self.is_full:
            raise CannotSave("The disk is full.")
        if self.fault is not None:
            raise self.fault
        self.saved.append(text)


@pytest.fixture
def paper() -> Paper:
    return Paper()


@pytest.fixture
def saving(
    qapp: QApplication, room: Room, paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Autosave]:
    monkeypatch.setattr(autosave, "PAUSE", 30)
    monkeypatch.setattr(autosave, "AGAIN", (40, 60))
    parent = QObject()
    yield Autosave(parent, room.jobs, room.save_state, lambda: paper.text, paper.save)
    parent.deleteLater()


def test_it_saves_when_there_is_a_pause(
    qtbot: QtBot, saving: Autosave, paper: Paper, room: Room
) -> None:
    for paper.text in ("a", "ab", "abc"):
        saving.touched()
    assert saving.is_waiting
    qtbot.waitUntil(lambda: not saving.is_waiting)
    assert paper.saved == ["abc"]
    assert room.save_state.words.startswith("Saved ")


def test_it_saves_although_no_pause_comes(qtbot: QtBot, saving: Autosave, paper: Paper) -> None:
    def type_on() -> bool:
        paper.text += "a"
        saving.touched()
        return bool(paper.saved)

    qtbot.waitUntil(type_on)
    assert paper.text.startswith(paper.saved[0])


def test_it_saves_when_the_focus_leaves(qtbot: QtBot, saving: Autosave, paper: Paper) -> None:
    window, first, second = QWidget(), QLineEdit(), QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(first)
    column.addWidget(second)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    first.setFocus()
    saving.watch(first)
    paper.text = "typed"
    saving.touched()
    second.setFocus()
    qtbot.waitUntil(lambda: paper.saved == ["typed"])


def test_a_flush_saves_at_once_and_only_what_is_new(saving: Autosave, paper: Paper) -> None:
    assert saving.flush()
    paper.text = "last words"
    saving.touched()
    assert saving.flush()
    assert saving.flush()
    assert paper.saved == ["last words"]


def test_what_could_not_be_saved_is_tried_again(
    qtbot: QtBot, saving: Autosave, paper: Paper, room: Room
) -> None:
    paper.text, paper.is_full = "precious", True
    saving.touched()
    qtbot.waitUntil(lambda: room.save_state.has_failed)
    assert room.save_state.words == "Not saved: The disk is full"
    assert saving.is_waiting
    paper.is_full = False
    qtbot.waitUntil(lambda: paper.saved == ["precious"])
    qtbot.waitUntil(lambda: not room.save_state.has_failed)


def test_a_flush_that_fails_says_so_and_keeps_the_text(saving: Autosave, paper: Paper) -> None:
    paper.text, paper.is_full = "precious", True
    saving.touched()
    assert not saving.flush()
    assert saving.is_waiting
    saving.forget()
    assert not saving.is_waiting


def test_a_key_pressed_while_it_is_being_saved_takes_nothing_away(
    qtbot: QtBot, saving: Autosave, paper: Paper
) -> None:
    paper.text = "first"
    saving.touched()
    saving._save_beside()
    paper.text = "first and more"
    saving.touched()
    qtbot.waitUntil(lambda: not saving.is_waiting)
    assert paper.saved == ["first", "first and more"]


def test_each_further_attempt_waits_longer_and_none_ten_seconds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.undo()
    waits = [again_after(failures) for failures in range(1, 8)]
    assert waits == sorted(waits)
    assert waits[0] <= 1_000
    assert waits[-1] + PAUSE < 10_000


def test_what_the_user_has_to_put_right_is_not_tried_again_by_itself(
    qtbot: QtBot, saving: Autosave, paper: Paper, room: Room
) -> None:
    paper.fault = UserMistake("That is too long.")
    paper.text = "long"
    saving.touched()
    qtbot.waitUntil(lambda: room.save_state.has_failed)
    assert not saving._timer.isActive()
    paper.fault = None
    saving.touched()
    qtbot.waitUntil(lambda: paper.saved == ["long"])
    qtbot.waitUntil(lambda: not room.save_state.has_failed)
