"""The list of backups, the question before restoring, and the check after a kill."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import CannotDecrypt, DamagedJournal
from leadjournal.rules.backup_state import BackupState
from leadjournal.services.backup_list import Backup
from leadjournal.services.journals import create_workspace
from leadjournal.ui.care import Care
from leadjournal.ui.desk import Room
from leadjournal.ui.dialogs.backups import BackupsDialog
from leadjournal.ui.dialogs.question import Question
from leadjournal.ui.dialogs.restore import RestoreDialog
from leadjournal.ui.doorway import Doorway
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.backup_card import SHOWN, BackupCard, row_words
from leadjournal.ui.window import Window
from tests.support.journals import NOW
from tests.support.pages import SPECS


def backup(number: int = 0, state: BackupState = BackupState.OPENS, **others: object) -> Backup:
    made = (NOW - timedelta(hours=number)).astimezone()
    values = {"entries": 1_234, **others}
    return Backup(Path(f"a {number}.leadjournal"), made, 46_900_000, state, **values)  # type: ignore[arg-type]


def words_on(dialog: QWidget) -> str:
    return "\n".join(each.text() for each in dialog.findChildren(QLabel) if each.isVisible())


def test_a_row_tells_age_entries_size_and_whether_it_opens() -> None:
    words = row_words(backup(), NOW)
    assert words.title.startswith("Today ")
    assert words.second == "1,234 entries · 46.9 MB"
    assert words.badge == ("good", "Opens", "circle-check")


@pytest.mark.parametrize(
    ("state", "badge", "second"),
    [
        (BackupState.LOCKED, "Locked, or damaged", "46.9 MB"),
        (BackupState.OLDER, "Needs an older passphrase", "46.9 MB"),
        (BackupState.ASKS, "Needs its passphrase", "46.9 MB"),
        (BackupState.DAMAGED, "Damaged", "46.9 MB"),
        (BackupState.OTHER, "Of another journal", "46.9 MB"),
        (BackupState.NEWER, "Made by a newer version", "46.9 MB"),
    ],
)
def test_a_row_tells_what_is_wrong(state: BackupState, badge: str, second: str) -> None:
    words = row_words(backup(state=state, entries=None), NOW)
    assert words.badge is not None
    assert (words.badge[1], words.second) == (badge, second)


def test_a_row_tells_of_the_future_and_of_what_was_replaced() -> None:
    ahead = row_words(backup(is_ahead=True, is_ordinary=False), NOW)
    assert ahead.second.endswith("dated in the future · kept when it was replaced")
    assert row_words(backup(state=BackupState.UNSEEN, entries=None), NOW).badge is None


def test_the_older_ones_are_shown_when_they_are_asked_for(looks: Looks, qtbot: QtBot) -> None:
    card = BackupCard(looks)
    qtbot.addWidget(card)
    card.show_backups([backup(number) for number in range(SHOWN + 3)], NOW)
    card.show()
    assert len(card.rows()) == SHOWN
    assert card._more.text() == "Show 3 older ones"
    card._more.click()
    assert len(card.rows()) == SHOWN + 3
    with qtbot.waitSignal(card.chosen) as chosen:
        card.rows()[-1].click()
    assert chosen.args == [Path(f"a {SHOWN + 2}.leadjournal")]


def test_the_keyboard_is_at_the_one_that_is_offered(qtbot: QtBot, room: Room) -> None:
    window = Window(room, SPECS)
    qtbot.addWidget(window)
    window.show()
    dialog = BackupsDialog(room.looks, window, "Nadia")
    dialog.open()
    assert "Looking at the backups" in words_on(dialog)
    listed = [backup(0, BackupState.DAMAGED), backup(1), backup(2)]
    dialog.show_backups(listed, NOW, listed[1].path)
    qtbot.waitUntil(lambda: dialog.focusWidget() is dialog.card.rows()[1])
    qtbot.waitUntil(lambda: dialog.card.height() > 3 * 40)
    with qtbot.waitSignal(dialog.other_wished):
        dialog.other.click()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_and_space_open_the_first_row(qtbot: QtBot, room: Room, key: Qt.Key) -> None:
    window = Window(room, SPECS)
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    dialog = BackupsDialog(room.looks, window, "Nadia")
    dialog.open()
    dialog.show_backups([backup(number, BackupState.LOCKED) for number in range(30)], NOW)
    row = dialog.card.rows()[0]
    qtbot.waitUntil(lambda: dialog.focusWidget() is row)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        QTest.keyClick(row, key)
    assert chosen.args == [Path("a 0.leadjournal")]
    assert dialog.isVisible()
    assert window.geometry().contains(dialog.geometry())
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def restore_dialog(qtbot: QtBot, room: Room) -> RestoreDialog:
    window = Window(room, SPECS)
    qtbot.addWidget(window)
    window.show()
    file = Path("a.leadjournal")
    dialog = RestoreDialog(room.looks, window, "Backup: today 14:03", file, keep="Keep it")
    dialog.open()
    return dialog


def test_nothing_is_restored_before_it_is_known_what_is_in_it(qtbot: QtBot, room: Room) -> None:
    dialog = restore_dialog(qtbot, room)
    assert not dialog.verb.isEnabled()
    dialog.show_content(["It holds 1 entry."], None)
    assert dialog.verb.isEnabled()
    assert dialog.keep.isDefault()
    assert "kept among the backups" in words_on(dialog)
    with qtbot.waitSignal(dialog.restore_wished) as wished:
        dialog.verb.click()
    assert wished.args == [None]


def test_another_passphrase_is_asked_for_and_told_of(qtbot: QtBot, room: Room) -> None:
    dialog = restore_dialog(qtbot, room)
    dialog.ask_passphrase()
    assert dialog.field.isVisible()
    dialog.field.editor.setText("wrong")
    with qtbot.waitSignal(dialog.look_wished):
        dialog.look.click()
    assert not dialog.look.isEnabled()
    dialog.ask_passphrase(CannotDecrypt("It is wrong."))
    assert "It is wrong." in words_on(dialog)
    dialog.field.editor.setText("right")
    with qtbot.waitSignal(dialog.look_wished):
        QTest.keyClick(dialog.field.editor, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.show_content(["It holds 1 entry."], "right")
    assert not dialog.field.isVisible()
    assert dialog.keep.isDefault()
    assert "opens with this backup’s passphrase" in words_on(dialog)
    with qtbot.waitSignal(dialog.restore_wished) as wished:
        dialog.verb.click()
    assert wished.args == ["right"]


def test_what_cannot_be_restored_says_why(qtbot: QtBot, room: Room) -> None:
    dialog = restore_dialog(qtbot, room)
    dialog.refuse(DamagedJournal("It is damaged.", "It was left alone."))
    assert "It is damaged. It was left alone." in words_on(dialog)
    assert not dialog.verb.isEnabled()
    dialog.keep.click()
    assert not dialog.isVisible()


def killed(folder: Path, clock: FixedClock, spoil: str) -> Path:
    """A journal as a program leaves it that is killed, with something wrong in it."""
    space = create_workspace(folder / "a.leadjournal", "Mine", None, clock, door="window")
    space.entries.capture("boiler")
    raw = space.entries.journal._raw
    raw.execute("PRAGMA foreign_keys = OFF")
    raw.execute(spoil)
    left = folder / "killed"
    left.mkdir()
    for file in folder.glob("a.leadjournal*"):
        shutil.copy(file, left)
    space.close()
    return left / "a.leadjournal"


def window_on(qtbot: QtBot, room: Room, clock: FixedClock, path: Path) -> Window:
    window = Window(room, SPECS)
    qtbot.addWidget(window)
    doorway = Doorway(window, clock)
    Care(window, doorway)
    doorway.begin(path)
    window.show()
    qtbot.waitUntil(lambda: window.desk.workspace is not None)
    return window


def test_after_a_kill_a_drifted_index_is_mended_without_a_word(
    qtbot: QtBot, room: Room, clock: FixedClock, tmp_path: Path
) -> None:
    spoil = "INSERT INTO search_index (search_index) VALUES ('delete-all')"
    window = window_on(qtbot, room, clock, killed(tmp_path, clock, spoil))
    workspace = window.desk.workspace
    assert workspace is not None
    qtbot.waitUntil(lambda: len(workspace.search.find("boiler")) == 1)
    qtbot.waitUntil(lambda: not room.jobs.is_busy)
    assert window.findChild(Question) is None
    window.close()


def test_after_a_kill_what_is_wrong_is_told_and_the_backups_are_offered(
    qtbot: QtBot, room: Room, clock: FixedClock, tmp_path: Path
) -> None:
    spoil = "UPDATE entry SET reflection_id = 'gone'"
    window = window_on(qtbot, room, clock, killed(tmp_path, clock, spoil))
    qtbot.waitUntil(lambda: window.findChild(Question) is not None)
    question = window.findChild(Question)
    assert isinstance(question, Question)
    assert "1 record points at a record that is gone." in words_on(question)
    asked = []
    window.teach({"restore-backup": lambda: asked.append(True)})
    question.verb.click()
    assert asked == [True]
    window.close()


def test_a_backup_on_demand_is_told_by_its_name(
    qtbot: QtBot, room: Room, clock: FixedClock, tmp_path: Path
) -> None:
    path = tmp_path / "a.leadjournal"
    create_workspace(path, "Mine", None, clock, door="window").close()
    window = window_on(qtbot, room, clock, path)
    window.do("backup")
    qtbot.waitUntil(lambda: "Backup made and verified" in window.desk.toast.text())
    (made,) = (tmp_path / "backups").iterdir()
    assert made.name in window.desk.toast.text()
    window.desk.toast.dismiss()
    window.close()
