"""Story 1: a new manager's first evening, and the morning after."""

from datetime import timedelta
from pathlib import Path

from leadjournal.base import folders
from leadjournal.base.clock import FixedClock
from tests.journeys.conftest import Start
from tests.journeys.hands import CTRL, Hands, Key

WORDS = "four calm words here"
WHY = "To make careful work easy, so that people keep their evenings"
OUTCOME = "Customers hear from us before they ask"
CAPTURED = "Walrus: the phones were quiet after three"
CANARIES = ("careful work", "before they ask", "Walrus", "Evening rota", "spare hour", WORDS)


def make_journal(user: Hands) -> None:
    """The first screen: a name, a passphrase with its strength in words."""
    user.until_seen("Your journal, on this computer only")
    user.type_in("Evening journal")
    user.key(Key.Key_Tab)
    user.type_in("abc")
    assert user.sees("Weak: ")
    user.key(Key.Key_A, CTRL)
    user.type_in(WORDS)
    assert user.sees("Strong: ")
    user.press("Start writing")
    assert user.sees("These two are not the same.")
    user.type_in(WORDS)
    user.press("Start writing")
    user.until_seen("A new journal. One line is enough for a beginning.")


def write_a_why(user: Hands) -> None:
    """The way from Today to the form, and what it says about what is missing."""
    user.press("Write your why")
    user.press("Add why")
    assert user.sees("Why is needed.")
    user.write("Why", WHY)
    user.save_form("Add why")
    user.press("List")
    assert user.rows("Whys, outcomes and outputs") == [WHY]


def define_an_outcome(user: Hands) -> None:
    """One outcome, with a lagging and a leading indicator."""
    user.press("Add outcome")
    user.write("Outcome", OUTCOME)
    user.write("Who would notice first", "Customers who wait")
    user.write("Next review", "14 November 2025")
    user.save_form("Add outcome")
    for name, horizon, start, target in (
        ("Repeat contacts a day", "Lagging", "41", "22"),
        ("Calls made before five", "Leading", "2", "12"),
    ):
        user.press("Add indicator")
        user.write("Indicator", name)
        user.press(horizon)
        user.press("Lower" if horizon == "Lagging" else "Higher")
        user.write("Where it stands today", start)
        user.write("Target", target)
        user.write("Unit", "calls")
        user.save_form("Add indicator")
        user.until_seen(name)


def map_outputs(user: Hands) -> None:
    """Two outputs, each with its so-that sentence and a confidence."""
    for title, so_that, sure in (
        ("Evening rota", "somebody calls back the same day", "4"),
        ("Call list", "nobody is forgotten", "2"),
    ):
        user.row("Whys, outcomes and outputs", OUTCOME)
        user.press("More")
        user.menu("Add output…")
        user.write("Output", title)
        user.write("Size in days of work", "S")
        user.write("So that", so_that)
        user.press(sure)
        user.save_form("Add output")
        user.until_seen(title)


def take_readings(user: Hands) -> None:
    """One value for each indicator."""
    user.row("Whys, outcomes and outputs", OUTCOME)
    user.press("More")
    user.menu("Add readings…")
    user.write("Repeat contacts a day", "39")
    user.write("Calls made before five", "5,5")
    user.save_form("Add readings")
    user.until_seen("39")


def check_in(user: Hands) -> None:
    """From Today through the whole guide."""
    user.page("Today")
    user.press("Forward")
    user.write("What is one small thing that moved?", "Obi rang the spare hour list")
    user.press("Continue check-in")
    user.until_seen("Which outcome did it serve?")
    user.type_in("before")
    user.key(Key.Key_Return)
    user.wait(lambda: user.sees(OUTCOME))
    user.press("Next question")
    user.until_seen("What set us back?")
    user.press("Skip for now")
    user.until_seen("What is in somebody's way right now?")
    user.type_in("Ines waits for the codes")
    user.press("Next question")
    user.until_seen("How is your own energy?")
    user.press("4")
    user.press("Next question")
    user.until_seen("When were you at your best today?")
    user.press("Late morning")
    user.press("Next question")
    user.until_seen("Who made something possible today?")
    user.type_in("Obi")
    user.key(Key.Key_Return)
    user.press("Next question")
    user.until_seen("What one thing will matter tomorrow?")
    user.type_in("Ten minutes with Ines")
    user.press("Finish")
    user.until_seen("Check-in saved")
    assert user.sees("Obi rang the spare hour list")


def capture(user: Hands) -> None:
    """One line from Today."""
    user.page("Today")
    user.until_seen("Checked in at ")
    user.write("Write a line", CAPTURED)
    user.key(Key.Key_Return)
    user.until_seen("Kept as a note of today")


def only_file(home: Path) -> Path:
    """The one file of a closed journal; nobody can read in it, nor anywhere beside it."""
    (journal,) = [each for each in folders.journals().iterdir() if each.is_file()]
    assert journal.name == "Evening journal.leadjournal"
    for file in (each for each in home.rglob("*") if each.is_file()):
        content = file.read_bytes()
        for canary in CANARIES:
            assert canary.encode() not in content, f"{canary} can be read in {file.name}"
    return journal


def test_a_first_evening_and_the_morning_after(
    start: Start, clock: FixedClock, tmp_path: Path
) -> None:
    user = start()
    make_journal(user)
    write_a_why(user)
    define_an_outcome(user)
    map_outputs(user)
    take_readings(user)
    check_in(user)
    user.page("Outcomes")
    user.page("Journal")
    user.page("Today")
    capture(user)
    assert user.save_state().startswith("Saved ")
    user.close()
    user.wait(lambda: not user.window.isVisible())
    only_file(tmp_path)

    clock.moment += timedelta(hours=13)
    morning = start()
    morning.until_seen("Only your passphrase opens it.")
    assert not morning.sees(WHY)
    morning.type_in("wrong words")
    morning.key(Key.Key_Return)
    morning.until_seen("That passphrase does not open it.")
    morning.type_in(WORDS)
    morning.key(Key.Key_Return)
    morning.until_seen("Saturday, 1 November")
    assert morning.sees(WHY)
    morning.until_seen(f"Review: {OUTCOME}")
    assert morning.undo() == "Undo Add entry"
    morning.until_seen("Taken back: Add entry")
    assert [each.title for each in morning.journal.entries.all()] == [
        "Obi rang the spare hour list"
    ]
    morning.close()
    only_file(tmp_path)
