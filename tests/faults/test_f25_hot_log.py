"""F25: a journal whose log nobody took in is replaced; what fails on the way loses nothing."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from leadjournal.base import folders
from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import MachineFault
from leadjournal.services.journals import open_workspace
from leadjournal.services.restoring import restore
from tests.faults.harness.machine import mounts, small_disk
from tests.faults.killing import run_and_kill
from tests.support.journals import NOW, PASSPHRASE, new_workspace

LATER = FixedClock(NOW + timedelta(hours=2))
RESTORER = Path(__file__).with_name("restorer.py")


def hot(folder: Path, passphrase: str | None = None, saved: int = 2) -> tuple[Path, Path]:
    """A journal that a killed program left with its log, and its backup from before."""
    with closing(new_workspace(folder, passphrase=passphrase)) as space:
        space.entries.capture("In the backup")
        backup = space.backups.make()
        space.entries.capture("In the file")
    run_and_kill(space.path, passphrase, saved)
    assert log_of(space.path).stat().st_size > 0
    return space.path, backup


def log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def titles(path: Path, passphrase: str | None = None) -> set[str]:
    with closing(open_workspace(path, passphrase, LATER)) as space:
        assert space.backups.check().ok
        return {entry.title for entry in space.entries.all()}


def refuse(*_names: Any, **_more: Any) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("call", ["link", "replace", "unlink"])
def test_a_restore_that_the_disk_refuses_leaves_the_journal_its_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    path, backup = hot(tmp_path)
    before = log_of(path).read_bytes()
    with monkeypatch.context() as system:
        system.setattr(os, call, refusing({path} if call != "unlink" else {log_of(path)}, call))
        if call == "link":
            system.setattr(shutil, "copyfile", refuse)
        with pytest.raises(MachineFault):
            restore(path, backup, None, LATER)
    assert log_of(path).read_bytes() == before
    assert [file for file in tmp_path.rglob("*replaced*") if file.is_file()] == []
    assert {"In the file", "number 0", "number 1"} <= titles(path)


def test_a_log_that_cannot_be_given_back_at_once_is_given_back_at_the_next_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, backup = hot(tmp_path)
    with monkeypatch.context() as system:
        system.setattr(os, "replace", refusing({path, log_of(path)}, "replace"))
        with pytest.raises(MachineFault):
            restore(path, backup, None, LATER)
    assert not log_of(path).exists()
    assert {"In the file", "number 0", "number 1"} <= titles(path)
    assert [file for file in tmp_path.rglob("*replaced*") if file.is_file()] == []


def refusing(refused: set[Path], name: str) -> Callable[..., Any]:
    """The same call of the system, but not for these names."""
    call = getattr(os, name)

    def act(*names: Any, **more: Any) -> Any:
        if refused & {Path(name) for name in names}:
            refuse()
        return call(*names, **more)

    return act


@pytest.mark.skipif(mounts() != "", reason="no file system of its own can be made here")
def test_a_full_disk_without_second_names_keeps_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small_disk(tmp_path / "disk", 4) as folder:
        path, backup = hot(folder)
        # Room for the new file, but not for a copy of the old one.
        room = path.stat().st_size * 3 // 2
        (folder / "ballast").write_bytes(bytes(shutil.disk_usage(folder).free - room))
        (tmp_path / "home").mkdir(exist_ok=True)
        (tmp_path / "home" / "journals").write_text("in the way")
        with monkeypatch.context() as system:
            system.setattr(os, "link", refuse)
            with pytest.raises(MachineFault, match="could not be written"):
                restore(path, backup, None, LATER)
        (folder / "ballast").unlink()
        assert {"In the file", "number 0", "number 1"} <= titles(path)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the child forks")
@pytest.mark.parametrize("links", ["links", "copies"])
def test_killed_at_each_change_of_a_name_it_is_the_journal_or_the_backup(
    tmp_path: Path, links: str
) -> None:
    path, _backup = hot(tmp_path / "mine")
    everything = titles(Path(shutil.copytree(path.parent, tmp_path / "whole")) / path.name)
    out = tmp_path / "out"
    subprocess.run(
        [sys.executable, str(RESTORER), str(path.parent), str(out), links],
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    tries = sorted(out.iterdir(), key=lambda folder: int(folder.name))
    found = [titles(folder / path.name) for folder in tries]
    restored = {"In the backup"}
    assert restored < everything
    turn = found.index(restored)
    assert found == [everything] * turn + [restored] * (len(found) - turn)
    assert turn > 5
    for folder in tries:
        assert left_over(folder) == []
    for folder in tries[turn:]:
        (kept,) = (folder / "backups").glob("a replaced *.leadjournal")
        assert titles(kept) == everything


def left_over(folder: Path) -> list[str]:
    """Second names and parts that nobody cleared away."""
    journal = folder / "a.leadjournal"
    return [
        file.name
        for file in folder.rglob("*")
        if file.name.endswith(".part") or (file != journal and file.samefile(journal))
    ]


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "encrypted"])
def test_what_was_replaced_and_its_log_open_together(
    tmp_path: Path, passphrase: str | None
) -> None:
    path, backup = hot(tmp_path, passphrase)
    with closing(restore(path, backup, passphrase, LATER).workspace) as space:
        assert [entry.title for entry in space.entries.all()] == ["In the backup"]
    (kept,) = (tmp_path / "backups").glob("a replaced *.leadjournal")
    again = FixedClock(NOW + timedelta(hours=3))
    with closing(restore(path, kept, passphrase, again).workspace) as space:
        assert {"In the file", "number 0"} <= {entry.title for entry in space.entries.all()}


def test_a_journal_among_the_backups_is_no_second_name_of_itself(tmp_path: Path) -> None:
    with closing(new_workspace(tmp_path)) as space:
        space.entries.capture("One")
    folder = folders.journals() / "backups"
    folder.mkdir(parents=True)
    path = folder / "a 2025-10-31 120000.leadjournal"
    os.link(space.path, path)
    assert titles(path) == {"One"}
    assert path.samefile(space.path)


def test_the_log_of_a_backup_that_was_opened_for_itself_stays_its_own(tmp_path: Path) -> None:
    with closing(new_workspace(tmp_path)) as space:
        space.entries.capture("One")
    backup = tmp_path / "backups" / "a 2025-10-31 120000.leadjournal"
    backup.parent.mkdir(exist_ok=True)
    shutil.copyfile(space.path, backup)
    log_of(backup).write_bytes(b"its own")
    assert titles(space.path) == {"One"}
    assert log_of(backup).read_bytes() == b"its own"
