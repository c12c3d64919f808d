"""F12 to F15: files that were cut, are something else, come from another time, or have logs."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import MachineFault, NewerJournal, NotAJournal
from leadjournal.model.entry import EntryDraft
from leadjournal.services.journals import open_workspace
from leadjournal.services.workspace import Workspace
from leadjournal.store.engine import connect
from leadjournal.store.migrations import SCHEMA
from tests.faults.killing import run_and_kill
from tests.support.journals import NOW, PASSPHRASE, TODAY, digest, new_workspace

CLOCK = FixedClock(NOW)
SECRETS = pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "encrypted"])
OWN_PAGE = 4096


def filled(folder: Path, passphrase: str | None, title: str = "Mine") -> Workspace:
    space = new_workspace(folder, passphrase=passphrase)
    with space.history.one_step("Fill"):
        for number in range(30):
            draft = EntryDraft(day=TODAY, title=f"{title} {number}", text="words " * 80)
            space.entries.add(draft)
    space.close()
    return space


def refused(path: Path, passphrase: str | None, kind: type[MachineFault] = MachineFault) -> str:
    """It is refused in three sentences, by both ways of opening, and not a byte is changed."""
    before = digest(path) if path.is_file() and not path.is_symlink() else ""
    around = sorted(file.name for file in path.parent.iterdir())
    for read_only in (False, True):
        with pytest.raises(kind) as told:
            open_workspace(path, passphrase, CLOCK, read_only=read_only)
        assert told.value.happened
        assert told.value.safe or told.value.way_out
        assert "Traceback" not in str(told.value)
    assert sorted(file.name for file in path.parent.iterdir()) == around
    if before:
        assert digest(path) == before
    return str(told.value)


# F12: cut short


@SECRETS
@pytest.mark.parametrize("left", ["0", "1", "100", "4096", "half a page", "all but one page"])
def test_f12_a_file_that_was_cut_never_opens_as_an_empty_journal(
    tmp_path: Path, passphrase: str | None, left: str
) -> None:
    path = filled(tmp_path / "j", passphrase).path
    size = path.stat().st_size
    sizes = {"half a page": size - OWN_PAGE // 2, "all but one page": size - OWN_PAGE}
    os.truncate(path, sizes[left] if left in sizes else int(left))
    refused(path, passphrase)


# F13: something else


def garbage(path: Path) -> None:
    path.write_bytes(os.urandom(3 * OWN_PAGE))


def picture(path: Path) -> None:
    path.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 40)


def archive(path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(path, "w") as made:
        made.writestr("a.txt", "a" * 2_000)


def foreign_database(path: Path) -> None:
    made = connect(path, "rwc", None)
    made.execute("CREATE TABLE entry (id TEXT PRIMARY KEY, text TEXT)")
    made.close()


def foreign_encrypted(path: Path) -> None:
    made = connect(path, "rwc", PASSPHRASE)
    made.execute("CREATE TABLE entry (id TEXT PRIMARY KEY, text TEXT)")
    made.close()


def a_folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    "make", [garbage, picture, archive, foreign_database, foreign_encrypted, a_folder]
)
@pytest.mark.parametrize("name", ["a.leadjournal", "a.journal"])
def test_f13_what_is_something_else_is_refused_and_left_alone(
    tmp_path: Path, make: Callable[[Path], None], name: str
) -> None:
    path = tmp_path / "j" / name
    path.parent.mkdir()
    make(path)
    for passphrase in (None, PASSPHRASE):
        refused(path, passphrase)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_f13_a_pipe_and_a_device_are_never_opened(tmp_path: Path) -> None:
    pipe = tmp_path / "j" / "a.leadjournal"
    pipe.parent.mkdir()
    os.mkfifo(pipe)
    # Opening a pipe that nobody writes to would wait for ever: a child can be given up on.
    code = (
        "from pathlib import Path; from leadjournal.base.clock import SystemClock\n"
        "from leadjournal.base.errors import NotAJournal\n"
        "from leadjournal.services.journals import open_workspace, needs_passphrase\n"
        "for act in (needs_passphrase, lambda path: open_workspace(path, None, SystemClock())):\n"
        "    for name in {names!r}:\n"
        "        try: act(Path(name))\n"
        "        except NotAJournal as told: print(told)\n"
    ).format(names=(str(pipe), "/dev/null", "/dev/zero"))
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.stdout.count("it is not a file") == 6, done.stderr


# F14: another time


@SECRETS
def test_f14_a_journal_of_a_newer_version_is_named_and_not_written_to(
    tmp_path: Path, passphrase: str | None
) -> None:
    path = filled(tmp_path / "j", passphrase).path
    connection = connect(path, "rw", passphrase)
    connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    connection.close()
    assert "newer version" in refused(path, passphrase, NewerJournal)


@pytest.mark.parametrize("mark", ["user_version = 0", "user_version = -3", "application_id = 7"])
def test_f14_marks_that_no_version_of_ours_gives_are_refused(tmp_path: Path, mark: str) -> None:
    path = filled(tmp_path / "j", None).path
    connection = connect(path, "rw", None)
    connection.execute(f"PRAGMA {mark}")
    connection.close()
    refused(path, None)


# F15: logs beside the file


def killed(folder: Path, passphrase: str | None) -> tuple[Path, list[str]]:
    """A journal whose program was killed, with its log, and the ids that were said to be saved."""
    space = new_workspace(folder, passphrase=passphrase)
    space.close()
    said = run_and_kill(space.path, passphrase, 12)
    assert log_of(space.path).stat().st_size > 0
    return space.path, said


def log_of(path: Path, ending: str = "-wal") -> Path:
    return path.with_name(f"{path.name}{ending}")


def titles(path: Path, passphrase: str | None) -> set[str]:
    space = open_workspace(path, passphrase, CLOCK)
    found = {entry.title for entry in space.entries.all()}
    assert space.backups.check().ok
    space.close()
    return found


@SECRETS
def test_f15_a_journals_own_log_is_taken_in(tmp_path: Path, passphrase: str | None) -> None:
    path, said = killed(tmp_path / "j", passphrase)
    space = open_workspace(path, passphrase, CLOCK)
    assert set(said) <= {entry.id for entry in space.entries.all()}
    assert space.ended_too_early
    assert space.put_by == ()
    space.close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@SECRETS
@pytest.mark.parametrize("closed", [True, False], ids=["closed", "left open"])
def test_f15_the_log_of_another_journal_is_put_by_and_told(
    tmp_path: Path, passphrase: str | None, closed: bool
) -> None:
    mine = filled(tmp_path / "mine", passphrase)
    if not closed:
        run_and_kill(mine.path, passphrase, 3)
        log_of(mine.path).unlink()
    other, _said = killed(tmp_path / "other", passphrase)
    shutil.copy(log_of(other), log_of(mine.path))
    foreign = log_of(mine.path).read_bytes()
    space = open_workspace(mine.path, passphrase, CLOCK)
    (put_by,) = space.put_by
    assert put_by.read_bytes() == foreign
    there = {entry.title for entry in space.entries.all()}
    assert {f"Mine {number}" for number in range(30)} <= there
    assert space.backups.check().ok
    space.close()


@SECRETS
def test_f15_a_log_that_an_older_copy_left_is_put_by(
    tmp_path: Path, passphrase: str | None
) -> None:
    path, _said = killed(tmp_path / "j", passphrase)
    stale = log_of(path).read_bytes()
    before = titles(path, passphrase)
    log_of(path).write_bytes(stale[: len(stale) // 2])
    assert titles(path, passphrase) == before


@SECRETS
def test_f15_garbage_as_a_log_does_no_harm(tmp_path: Path, passphrase: str | None) -> None:
    path = filled(tmp_path / "j", passphrase).path
    for ending in ("-wal", "-journal"):
        log_of(path, ending).write_bytes(os.urandom(9_000))
    log_of(path, "-shm").write_bytes(bytes(32_768))
    assert len(titles(path, passphrase)) == 30


def test_f15_a_wrong_passphrase_leaves_the_log_where_it_is(tmp_path: Path) -> None:
    path, said = killed(tmp_path / "j", PASSPHRASE)
    before = log_of(path).read_bytes()
    for wrong in ("not this one", None):
        with pytest.raises(MachineFault):
            open_workspace(path, wrong, CLOCK)
        assert log_of(path).read_bytes() == before
    space = open_workspace(path, PASSPHRASE, CLOCK)
    assert set(said) <= {entry.id for entry in space.entries.all()}
    space.close()


def test_f15_the_log_of_a_living_program_is_never_touched(tmp_path: Path) -> None:
    space = new_workspace(tmp_path / "j", passphrase=PASSPHRASE)
    space.entries.add(EntryDraft(day=TODAY, title="Being written"))
    code = (
        "import sys; from pathlib import Path; from leadjournal.base.clock import SystemClock\n"
        "from leadjournal.services.journals import open_workspace\n"
        "try: open_workspace(Path(sys.argv[1]), sys.argv[2], SystemClock())\n"
        "except Exception as told: print(type(told).__name__)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(space.path), PASSPHRASE],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.stdout == "JournalInUse\n"
    assert log_of(space.path).exists()
    space.entries.add(EntryDraft(day=TODAY, title="And more"))
    space.close()
    assert titles(space.path, PASSPHRASE) == {"Being written", "And more"}


def test_f15_the_refusal_of_something_else_says_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.leadjournal"
    path.write_bytes(b"")
    with pytest.raises(NotAJournal, match="0 bytes"):
        open_workspace(path, None, CLOCK)
