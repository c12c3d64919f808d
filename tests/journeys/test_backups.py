"""Backups from the settings, and where the journal cannot be opened."""

from datetime import timedelta
from pathlib import Path

from leadjournal.base.clock import FixedClock
from leadjournal.services.journals import create_workspace, open_workspace
from leadjournal.ui.widgets.list_row import ListRow
from tests.journeys.conftest import Start
from tests.journeys.hands import Hands
from tests.support.journals import PASSPHRASE


def journal_with_backup(folder: Path, clock: FixedClock, passphrase: str | None = None) -> Path:
    """Two entries, and a backup from when there was one."""
    path = folder / "mine" / "mine.leadjournal"
    space = create_workspace(path, "Nadia’s journal", passphrase, clock)
    space.entries.capture("First")
    space.backups.make()
    clock.moment += timedelta(hours=1)
    space.entries.capture("Second")
    space.backups.make()
    space.close()
    clock.moment += timedelta(hours=1)
    return path


def titles(user: Hands) -> list[str]:
    user.wait(lambda: user.window.desk.workspace is not None)
    return sorted(row.title for row in user.journal.entries.listing())


def to_backups(user: Hands) -> None:
    user.page("Settings")
    user.press("Backups")
    user.until_seen("Newest backup")


def test_a_backup_from_the_settings_is_restored_and_that_is_taken_back(
    start: Start, tmp_path: Path, clock: FixedClock
) -> None:
    path = journal_with_backup(tmp_path, clock)
    user = start(path)
    assert titles(user) == ["First", "Second"]
    to_backups(user)
    user.until_seen("1 entry")
    user.press("Make a backup now")
    user.until_seen("Backup made and verified: ")
    user.wait(lambda: len(list((path.parent / "backups").iterdir())) == 3)
    user.until_seen("1 entry")
    user.click(user.row_button(oldest(user)))
    user.until_seen("1 entry of the present journal is not in it.")
    assert user.sees("“First”")
    user.press("Restore it")
    user.until_seen("the file before is kept")
    assert titles(user) == ["First"]
    clock.moment += timedelta(hours=1)
    to_backups(user)
    user.until_seen("kept when it was replaced")
    replaced = next(
        each.accessibleName()
        for each in rows(user)
        if "kept when it was replaced" in each.accessibleName()
    )
    user.click(user.row_button(replaced))
    user.until_seen("It has every entry of the present journal")
    user.press("Restore it")
    user.wait(lambda: user.window.front() is None and titles(user) == ["First", "Second"])


def rows(user: Hands) -> list[ListRow]:
    return [each for each in user.window.findChildren(ListRow) if each.isVisible()]


def oldest(user: Hands) -> str:
    found: str = next(
        each.accessibleName() for each in rows(user) if "1 entry" in each.accessibleName()
    )
    return found


def test_a_backup_is_deleted_after_a_question(
    start: Start, tmp_path: Path, clock: FixedClock
) -> None:
    path = journal_with_backup(tmp_path, clock)
    user = start(path)
    titles(user)
    to_backups(user)
    user.until_seen("1 entry")
    user.click(user.row_button(oldest(user)))
    user.until_seen("It holds 1 entry.")
    user.press("Delete it…")
    user.until_seen("Delete this backup?")
    user.press("Delete it")
    user.wait(lambda: len(list((path.parent / "backups").iterdir())) == 1)
    user.wait(lambda: len(rows(user)) == 1)


def test_a_missing_journal_comes_back_from_its_backups(
    start: Start, tmp_path: Path, clock: FixedClock
) -> None:
    path = journal_with_backup(tmp_path, clock)
    path.unlink()
    user = start(path)
    user.until_seen("The journal is not where it was")
    user.press("Restore a backup")
    user.until_seen("2 entries")
    user.press("Close")
    user.press("Restore a backup")
    user.until_seen("2 entries")
    first = user.front.focusWidget()
    assert first is not None
    assert "2 entries" in first.accessibleName()
    user.click(first)
    user.until_seen("It holds 2 entries.")
    assert not user.sees("“Second”")
    user.press("Restore it")
    assert titles(user) == ["First", "Second"]


def test_at_the_lock_a_backup_opens_with_its_own_passphrase(
    start: Start, tmp_path: Path, clock: FixedClock
) -> None:
    path = journal_with_backup(tmp_path, clock, "an older one")
    path.unlink()
    create_workspace(path, "Another", PASSPHRASE, clock).close()
    user = start(path)
    user.until_seen("Last verified backup: today")
    user.press("Restore a backup")
    user.wait(lambda: len(rows(user)) == 2)
    newest = rows(user)[0]
    assert "Needs its passphrase" in newest.accessibleName()
    user.click(newest)
    user.until_seen("It opens with the passphrase it had when it was made")
    user.type_in("not this one")
    user.press("Look into it")
    user.until_seen("the passphrase is wrong")
    user.editor("Passphrase").setText("an older one")  # type: ignore[attr-defined]
    user.press("Look into it")
    user.until_seen("It holds 2 entries.")
    assert user.sees("From then on the journal opens with this backup’s passphrase.")
    user.press("Restore it")
    assert titles(user) == ["First", "Second"]
    user.close()
    open_workspace(path, "an older one", clock).close()


def test_a_check_that_finds_something_offers_the_backups(
    start: Start, tmp_path: Path, clock: FixedClock
) -> None:
    path = journal_with_backup(tmp_path, clock)
    user = start(path)
    titles(user)
    user.do("Check the journal")
    user.until_seen("Everything is in order.")
    user.press("Close")
    raw = user.journal.entries.journal._raw
    raw.execute("PRAGMA foreign_keys = OFF")
    raw.execute("UPDATE entry SET reflection_id = 'gone' WHERE title = 'First'")
    user.do("Check the journal")
    user.until_seen("1 record points at a record that is gone.")
    user.press("Look at the backups")
    user.until_seen("2 entries")
    user.press("Close")
    raw.execute("UPDATE entry SET reflection_id = NULL")
