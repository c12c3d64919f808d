"""Everything without the mouse: a check-in, an entry with a tag and a link, a search."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton

from leadjournal.base.clock import FixedClock
from tests.journeys.conftest import Start
from tests.journeys.hands import CTRL, Hands, Key

OUTCOME = "Customers stop having to chase us for news about their repair"
_MOST_TABS = 40


def tab_to(user: Hands, name: str) -> None:
    """Press Tab until the keyboard is at what has this name or these words."""
    passed = []
    for _press in range(_MOST_TABS):
        at = user.focused()
        words = at.text() if isinstance(at, QAbstractButton) else ""
        if name in (words, at.accessibleName()):
            return
        passed.append(words or at.accessibleName())
        user.key(Key.Key_Tab)
    raise AssertionError(f"Tab never comes to “{name}”, only to {passed}")


def opened(start: Start, sample: Path) -> Hands:
    user = start(sample)
    user.until_seen("Waiting for you")
    return user


def test_a_whole_check_in(start: Start, sample: Path, clock: FixedClock) -> None:
    clock.moment += timedelta(days=3)
    user = opened(start, sample)
    before = len(user.journal.entries.all())
    tab_to(user, "Forward")
    user.key(Key.Key_Space)
    user.key(Key.Key_Tab)
    user.type_in("Greta closed the oldest case")
    user.key(Key.Key_Return)
    user.until_seen("Which outcome did it serve?")
    user.type_in("chase us")
    user.key(Key.Key_Return)
    user.until_seen(OUTCOME)
    user.key(Key.Key_Return, CTRL)
    user.until_seen("What set us back?")
    user.key(Key.Key_Return)
    user.until_seen("What is in somebody's way right now?")
    user.type_in("Obi waits for the codes")
    user.key(Key.Key_Return)
    user.until_seen("How is your own energy?")
    user.key(Key.Key_4)
    user.key(Key.Key_Return)
    user.until_seen("When were you at your best today?")
    user.key(Key.Key_2)
    user.key(Key.Key_Return)
    user.until_seen("Who made something possible today?")
    user.type_in("Callum")
    user.key(Key.Key_Return)
    user.key(Key.Key_Return, CTRL)
    user.until_seen("What one thing will matter tomorrow?")
    user.type_in("Ten minutes with Ines")
    user.key(Key.Key_Return)
    user.until_seen("Check-in saved")
    entries = user.journal.entries.all()
    assert len(entries) == before + 1
    made = next(each for each in entries if each.title == "Greta closed the oldest case")
    assert (made.direction, made.energy, made.best_hour) == ("forward", 4, "late-morning")


def test_an_entry_with_a_tag_and_a_link(start: Start, sample: Path) -> None:
    user = opened(start, sample)
    user.key(Key.Key_N, CTRL)
    user.type_in("Without the mouse")
    user.key(Key.Key_Return)
    user.type_in("One line of text.")
    user.until_seen("Saved ")
    tab_to(user, "Add tag")
    user.key(Key.Key_Space)
    user.type_in("walrus")
    user.key(Key.Key_Return)
    user.until_seen("walrus")
    tab_to(user, "Link outcome")
    user.key(Key.Key_Space)
    user.type_in("chase us")
    user.key(Key.Key_Return)
    user.wait(lambda: user.front is user.window)
    made = next(each for each in user.journal.entries.all() if each.title == "Without the mouse")
    assert made.text == "One line of text."
    assert user.journal.entries.tags(made.id) == ["walrus"]
    assert [each.title for each in user.journal.entries.links(made.id)] == [OUTCOME]


def test_tab_goes_down_what_waits(start: Start, sample: Path) -> None:
    user = opened(start, sample)
    tab_to(user, "All promises")
    user.key(Key.Key_Tab)
    assert user.focused().accessibleName().startswith("Finish the winter readiness playbook")


def test_a_search_and_its_hit(start: Start, sample: Path) -> None:
    user = opened(start, sample)
    user.key(Key.Key_K, CTRL)
    user.type_in("boat with many anchors")
    user.wait(lambda: "A boat with many anchors" in user.rows("Results"))
    while user.current("Results") != "A boat with many anchors":
        user.key(Key.Key_Down)
    user.key(Key.Key_Return)
    user.wait(lambda: user.window.desk.pages.page_id() == "journal")
    user.until_seen("A boat with many anchors")
    user.key(Key.Key_1, CTRL)
    user.until_seen("Waiting for you")
    user.do("New outcome")
    user.until_seen("Who can do what differently, in words they would use.")
    user.key(Key.Key_Escape)
    user.wait(lambda: user.front is user.window)
