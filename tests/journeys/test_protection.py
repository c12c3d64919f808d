"""A journal begun without a passphrase gets one, locks by itself and is opened again."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt

from leadjournal.base import folders
from leadjournal.base.clock import FixedClock
from leadjournal.ui.doorway import Doorway
from tests.journeys.conftest import Start
from tests.journeys.hands import CTRL, Hands

Key = Qt.Key
SECRET = "calm river seven lamps"
CANARY = "Quillfeather"


def begin_without(user: Hands) -> None:
    """The choice is a conscious one: the screen says what it means."""
    user.until_seen("Your journal, on this computer only")
    assert user.sees("Without one, whoever has this computer or a copy of the file can read it.")
    user.press("Start without a passphrase")
    user.until_seen("A recovery sheet keeps how to open it among your papers.")
    user.write("Write a line", f"{CANARY} asked for time")
    user.key(Key.Key_Return)
    user.until_seen("Kept as a note of today")


def give_passphrase(user: Hands) -> None:
    """In the settings, with what is kept and what anybody can still read."""
    user.key(Key.Key_Comma, CTRL)
    user.until_seen("This journal has none")
    user.press("Give it one…")
    user.write("Passphrase", SECRET)
    assert user.sees("Strong: ")
    # The dialog grows when the second line appears.
    again = user.editor("The same once more")
    user.wait(lambda: again.visibleRegion().contains(again.rect().center()))
    user.write("The same once more", SECRET)
    user.press("Give the passphrase")
    user.until_seen("The journal opens with its new passphrase")
    user.press("Close")
    user.until_seen("can be read by anybody")
    user.key(Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    user.key(Key.Key_Space)
    user.until_seen("Deleted 2 copies")


def leave_it_alone(user: Hands, clock: FixedClock) -> None:
    """The warning comes first, then the lock."""
    doorway = user.window.findChild(Doorway)
    assert isinstance(doorway, Doorway)
    clock.moment += timedelta(minutes=14, seconds=35)
    doorway.absence.idle._looked = doorway.absence.idle._now()
    doorway.absence.idle.look()
    at = (clock.moment + timedelta(seconds=25)).astimezone()
    user.until_seen(f"The journal locks at {at:%H:%M:%S}.")
    clock.moment += timedelta(seconds=25)
    doorway.absence.idle.look()
    user.until_seen("after 15 minutes without a key or the mouse.")
    assert user.sees("Last verified backup")
    assert not user.sees(CANARY)


def test_a_journal_gets_a_passphrase_and_locks(
    start: Start, clock: FixedClock, tmp_path: Path
) -> None:
    user = start()
    begin_without(user)
    give_passphrase(user)
    user.page("Journal")
    leave_it_alone(user, clock)
    user.press("Change when it locks")
    user.write("Passphrase", SECRET)
    user.press("Unlock")
    user.until_seen("Lock after")
    assert user.sees("This journal has one.")
    user.close()
    user.wait(lambda: not user.window.isVisible())
    (journal,) = [each for each in folders.journals().iterdir() if each.is_file()]
    assert journal.name == "My journal.leadjournal"
    for file in (each for each in tmp_path.rglob("*") if each.is_file()):
        assert CANARY.encode() not in file.read_bytes(), file.name
