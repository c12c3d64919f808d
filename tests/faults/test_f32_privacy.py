"""F32: no word of an encrypted journal is found outside it, however the program ended."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from leadjournal.base.clock import SystemClock
from leadjournal.services.journals import create_workspace, open_workspace
from tests.journeys.far_hands import ROOT, FarHands
from tests.support.journals import PASSPHRASE

CANARY = "chalcedonyx"
SECRETS = (CANARY, PASSPHRASE)
_CORE_PATTERN = Path("/proc/sys/kernel/core_pattern")


def cores_allowed() -> None:
    """In the child before it begins, as after `ulimit -c unlimited`."""
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def found_in(*folders: Path) -> list[str]:
    """The files below some folders that hold a secret, in either way of writing it."""
    signs = [secret.encode(code) for secret in SECRETS for code in ("utf-8", "utf-16-le")]
    files = [each for folder in folders for each in folder.rglob("*") if each.is_file()]
    return [str(each) for each in files if any(sign in each.read_bytes() for sign in signs)]


def cores_of(pid: int) -> list[Path]:
    """What a crash may have left where the process ran."""
    return [each for each in ROOT.glob("core*") if each.name in ("core", f"core.{pid}")]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """All folders of a user, in the test's folder."""
    made = tmp_path / "user"
    for name, variable in (
        ("", "HOME"), ("config", "XDG_CONFIG_HOME"), ("cache", "XDG_CACHE_HOME"),
        ("data", "XDG_DATA_HOME"), ("run", "XDG_RUNTIME_DIR"), ("tmp", "TMPDIR"),
    ):  # fmt: skip
        (made / name).mkdir(parents=True, exist_ok=True, mode=0o700)
        monkeypatch.setenv(variable, str(made / name))
    return made


@pytest.fixture
def far(tmp_path: Path, home: Path) -> Iterator[FarHands]:
    """A window that was unlocked, in a process that may leave its memory behind when it dies."""
    path = tmp_path / "one" / "locked.leadjournal"
    path.parent.mkdir()
    create_workspace(path, "Nadia’s journal", PASSPHRASE, SystemClock()).close()
    made = FarHands(path, before=cores_allowed if os.name != "nt" else None)
    made.do("until_seen", "Only your passphrase opens it.")
    made.do("type_in", PASSPHRASE)
    made.do("press", "Unlock")
    made.do("until_seen", "Journal")
    yield made
    made.kill()


def write(far: FarHands) -> None:
    far.do("page", "Journal")
    far.do("press", "New entry")
    far.do("write", "Title of the entry", f"On {CANARY}")
    far.do("write", "Text of the entry", f"Omar spoke of {CANARY} again.")
    far.do("until_saved")


def test_a_session_that_ends_in_a_crash_leaves_no_word(
    tmp_path: Path, home: Path, far: FarHands
) -> None:
    write(far)
    far.do("find", CANARY)
    far.do("until_seen", f"On {CANARY}")
    far.do("escape")
    far.do("page", "Today")
    far.do("write", "Write a line", f"Half a line on {CANARY}")
    far.do("until_saved")
    far.do("do", "Undo")
    far.do("do", "Redo")
    far.do("do", "Export")
    far.do("until_seen", "Exactly this leaves")
    far.do("escape")
    far.do("go_wrong", f"{CANARY} in {tmp_path}")
    far.do("until_seen", "Something went wrong inside leadjournal.")
    far.do("press", "Go on")
    assert found_in(tmp_path) == []
    pid = far.process.pid
    far.process.send_signal(signal.SIGSEGV)
    assert far.end() == -signal.SIGSEGV
    assert cores_of(pid) == []
    assert found_in(tmp_path) == []
    log = home.parent / "home" / "logs" / "leadjournal.log"
    assert "ValueError at " in log.read_text(encoding="utf-8")
    space = open_workspace(tmp_path / "one" / "locked.leadjournal", PASSPHRASE, SystemClock())
    assert any(CANARY in each.title for each in space.entries.all())
    assert space.drafts.peek("today:line") == {"line": f"Half a line on {CANARY}"}
    space.close()
    assert found_in(tmp_path) == []


def test_the_crash_report_says_places_and_versions_only(tmp_path: Path, far: FarHands) -> None:
    write(far)
    far.do("go_wrong", f"{CANARY} in {tmp_path}")
    far.do("until_seen", "Something went wrong inside leadjournal.")
    shown = far.do("sentences")
    far.do("press", "Copy")
    far.do("until_seen", "Copied")
    copied = far.do("clipboard")
    assert "ValueError at " in copied
    assert "hands.py" in copied
    assert "SQLCipher 4" in copied
    for secret in (*SECRETS, "Omar", "Nadia", str(tmp_path), str(ROOT), "locked"):
        assert secret not in copied
    assert all(line in shown or not line for line in copied.split("\n"))


def test_the_harness_finds_a_canary_and_a_core_where_there_is_one(tmp_path: Path) -> None:
    (tmp_path / "note").write_text(f"about {CANARY}")
    assert found_in(tmp_path) == [str(tmp_path / "note")]
    (tmp_path / "note").unlink()
    if not _CORE_PATTERN.exists() or not _CORE_PATTERN.read_text().startswith("core"):
        pytest.skip("this system keeps the memory of dead processes elsewhere")
    lines = f"import os, signal; words = {CANARY!r}; os.kill(os.getpid(), signal.SIGSEGV)"
    subprocess.run(
        [sys.executable, "-c", lines], cwd=tmp_path, preexec_fn=cores_allowed, check=False
    )
    assert [each.name.partition(".")[0] for each in tmp_path.iterdir()] == ["core"]
    assert found_in(tmp_path) != []


@pytest.mark.parametrize("words", [["--version"], ["list", "entry"]])
def test_the_terminal_leaves_no_memory_either(words: list[str]) -> None:
    lines = (
        "import ctypes, sys, resource; from leadjournal import app; "
        f"sys.stdout = open({os.devnull!r}, 'w'); app.main({words!r}); "
        "dumpable = ctypes.CDLL(None).prctl(3) if sys.platform == 'linux' else 0; "
        "print(resource.getrlimit(resource.RLIMIT_CORE), dumpable, file=sys.stderr)"
    )
    child = subprocess.run(
        [sys.executable, "-c", lines], capture_output=True, text=True, check=True,
        preexec_fn=cores_allowed, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    # The lower limit is the one that counts; a core of 0 bytes is none.
    assert re.search(r"\(0, -?\d+\) 0\n\Z", child.stderr)
