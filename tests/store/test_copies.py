from pathlib import Path

import pytest

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import MachineFault, UserMistake
from leadjournal.model.entry import EntryDraft
from leadjournal.services.journals import open_workspace
from tests.support.journals import NOW, PASSPHRASE, TODAY, digest, new_workspace


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_a_backup_holds_everything_and_opens_with_the_same_passphrase(
    tmp_path: Path, passphrase: str | None
) -> None:
    space = new_workspace(tmp_path, passphrase=passphrase)
    space.entries.add(EntryDraft(day=TODAY, title="Kept", text="safe"))
    backup = space.backups.make()
    space.entries.add(EntryDraft(day=TODAY, title="Later"))
    space.close()
    copy = open_workspace(backup, passphrase, FixedClock(NOW))
    assert [row.title for row in copy.entries.listing()] == ["Kept"]
    assert copy.card.name == "A journal"
    assert copy.backups.check().ok
    copy.close()
    assert list(backup.parent.iterdir()) == [backup]
    if passphrase is not None:
        assert b"safe" not in backup.read_bytes()


def test_a_backup_never_replaces_a_file(tmp_path: Path) -> None:
    space = new_workspace(tmp_path)
    backup = space.backups.make()
    before = digest(backup)
    with pytest.raises(UserMistake, match="already there"):
        space.backups.make()
    assert digest(backup) == before
    space.close()


def test_a_folder_that_is_a_file_is_told_in_words(tmp_path: Path) -> None:
    space = new_workspace(tmp_path)
    in_the_way = tmp_path / "taken"
    in_the_way.write_text("", encoding="utf-8")
    with pytest.raises(MachineFault, match="could not be written"):
        space.backups.make(in_the_way)
    space.close()
