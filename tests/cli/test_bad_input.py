"""What is no journal, or cannot be opened: one sentence, exit code 3, every file as it was."""

import ctypes
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from leadjournal.base.clock import SystemClock
from leadjournal.services.samples import create_sample
from leadjournal.store.engine import connect
from leadjournal.store.migrations import SCHEMA
from tests.cli.terminal import child, environment, fingerprint, lj

COMMANDS: list[list[str]] = [
    ["list", "entry"], ["show", "2025"], ["search", "desk"], ["figures"], ["check"], ["backup"],
    ["export", "out.md"], ["add", "a line"],
]  # fmt: skip
PASSPHRASE = "four words right here"


def _jpeg(path: Path) -> None:
    path.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 40)


def _zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as bundle:
        bundle.writestr("entry.jsonl", '{"id": 1}\n' * 500)


def _other_program(path: Path) -> None:
    connection = connect(path, "rwc", None)
    connection.execute("CREATE TABLE entry (id TEXT, text TEXT)")
    connection.execute("INSERT INTO entry VALUES ('1', 'theirs')")
    connection.close()


FOREIGN: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "short": lambda path: path.write_bytes(b"SQLite format 3\x00"),
    "folder": lambda path: path.mkdir(),
    "jpeg": _jpeg,
    "zip": _zip,
    "text": lambda path: path.write_text("Dear diary\n" * 900, encoding="utf-8"),
    "zeros": lambda path: path.write_bytes(bytes(8192)),
    "other program": _other_program,
    "missing": lambda path: None,
    "link to itself": lambda path: path.symlink_to(path),
}


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
@pytest.mark.parametrize("make", FOREIGN.values(), ids=FOREIGN)
def test_what_is_no_journal(folder: Path, words: list[str], make: Callable[[Path], object]) -> None:
    journal = folder / "j.leadjournal"
    make(journal)
    before = fingerprint(folder)
    _refused(words, journal)
    assert fingerprint(folder) == before


@pytest.mark.parametrize("make", FOREIGN.values(), ids=FOREIGN)
def test_what_is_no_journal_with_a_passphrase(
    folder: Path, secret: Path, make: Callable[[Path], object]
) -> None:
    journal = folder / "j.leadjournal"
    make(journal)
    before = fingerprint(folder)
    for words in (["list", "entry"], ["add", "a line"]):
        _refused([*words, "--passphrase-file", str(secret)], journal)
    assert fingerprint(folder) == before


def _refused(words: list[str], journal: Path) -> None:
    there = [str(journal.parent / word) if word.startswith("out.") else word for word in words]
    lj(*there, "-j", journal).told(3, str(journal))


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret"
    path.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def _made_encrypted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("encrypted") / "e.leadjournal"
    create_sample(path, SystemClock(), keep_dates=True, passphrase=PASSPHRASE).close()
    return path


@pytest.fixture
def encrypted(_made_encrypted: Path, folder: Path) -> Path:
    return Path(shutil.copy(_made_encrypted, folder / "e.leadjournal"))


LENGTHS = [1, 15, 16, 99, 100, 511, 512, 513, 1023, 4095, 4096, 4097, 8192, 12_288, 65_536]
SHARES = [0.1, 0.25, 0.5, 0.75, 0.9, 0.99]


def _cuts(size: int) -> Iterator[int]:
    yield from LENGTHS
    yield from (int(size * share) for share in SHARES)
    yield from (size - 8192, size - 4096, size - 1)


def test_a_journal_that_was_cut_short(sample: Path, folder: Path) -> None:
    content = sample.read_bytes()
    sample.unlink()
    for length in _cuts(len(content)):
        sample.write_bytes(content[:length])
        for words in (["list", "team"], ["figures"], ["add", "a line"]):
            _refused(words, sample)
        assert sample.read_bytes() == content[:length]
        assert [file.name for file in folder.iterdir()] == [sample.name]


def test_an_encrypted_journal_that_was_cut_short(
    encrypted: Path, secret: Path, folder: Path
) -> None:
    content = encrypted.read_bytes()
    for length in _cuts(len(content)):
        encrypted.write_bytes(content[:length])
        for words in (["list", "team"], ["add", "a line"]):
            _refused([*words, "--passphrase-file", str(secret)], encrypted)
        assert encrypted.read_bytes() == content[:length]
        assert [file.name for file in folder.iterdir()] == [encrypted.name]


def test_another_passphrase(encrypted: Path, secret: Path, folder: Path) -> None:
    before = fingerprint(folder)
    secret.write_text("four words wrong here\n", encoding="utf-8")
    for words in COMMANDS:
        _refused([*words, "--passphrase-file", str(secret)], encrypted)
        _refused(words, encrypted)
    assert fingerprint(folder) == before
    secret.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    said = lj("list", "why", "-j", encrypted, "--passphrase-file", secret)
    assert (said.code, said.err) == (0, "")


def test_a_journal_of_a_newer_version(sample: Path, folder: Path) -> None:
    connection = connect(sample, "rw", None)
    connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    connection.close()
    before = fingerprint(folder)
    for words in COMMANDS:
        lj(*_outside(words, folder), "-j", sample).told(3, "newer version")
    assert fingerprint(folder) == before


def _outside(words: list[str], folder: Path) -> list[str]:
    return [str(folder / word) if word.startswith("out.") else word for word in words]


HOLD = """
import sys
from pathlib import Path
from leadjournal.base.clock import SystemClock
from leadjournal.services.journals import open_workspace
workspace = open_workspace(Path(sys.argv[1]), None, SystemClock(), door="window")
print("open", flush=True)
sys.stdin.read()
workspace.close()
"""


def test_a_journal_that_another_process_has_open(sample: Path, folder: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(sample)],
        env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    assert holder.stdout is not None
    assert holder.stdout.readline() == "open\n"
    before = fingerprint(folder)
    for words in COMMANDS:
        lj(*_outside(words, folder), "-j", sample).told(3, f"process {holder.pid} on", "window")
    assert fingerprint(folder) == before
    holder.communicate()
    assert holder.returncode == 0
    assert [file.name for file in folder.iterdir()] == [sample.name]
    assert lj("list", "entry", "-j", sample).code == 0


def _bound_by_permissions() -> None:
    """Root alone may write anywhere; a child gives this right up before it begins."""
    if os.geteuid() == 0:
        drop, override, search = 24, 1, 2
        library = ctypes.CDLL(None, use_errno=True)
        for right in (override, search):
            if library.prctl(drop, right, 0, 0, 0) != 0:
                raise OSError(ctypes.get_errno(), "a right could not be given up")


def test_a_folder_that_cannot_be_written(sample: Path, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.md"
    sample.chmod(0o444)
    folder.chmod(0o555)
    before = fingerprint(folder)
    try:
        reading = child("list", "why", "-j", sample, folder=tmp_path, before=_bound_by_permissions)
        assert (reading.code, reading.out.endswith("3 whys\n"), reading.err) == (0, True, "")
        said = child("add", "a line", "-j", sample, folder=tmp_path, before=_bound_by_permissions)
        said.told(3, "written")
        said = child("backup", "-j", sample, folder=tmp_path, before=_bound_by_permissions)
        # Not beside the journal, but where journals usually lie.
        assert (said.code, said.err) == (0, "")
        assert str(tmp_path / "home" / "journals" / "backups") in said.out
        made = child("new", folder / "n.leadjournal", folder=tmp_path, before=_bound_by_permissions)
        made.told(3, "could not be written")
        report = child("export", out, "-j", sample, folder=tmp_path, before=_bound_by_permissions)
        assert (report.code, report.err) == (0, "")
        assert fingerprint(folder) == before
    finally:
        folder.chmod(0o755)


def test_damage_in_the_middle_is_found(sample: Path, folder: Path) -> None:
    content = bytearray(sample.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = b"\xaa" * 4096
    sample.write_bytes(content)
    said = lj("check", "-j", sample)
    assert said.code == 3
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err
    assert sample.read_bytes() == content
    assert [file.name for file in folder.iterdir()] == [sample.name]
