"""F19: a journal that a window has is reached by every one of its names, and has one writer."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from leadjournal.base.clock import SystemClock
from leadjournal.base.errors import JournalInUse
from leadjournal.services.journals import create_workspace, open_workspace
from tests.journeys.far_hands import FarHands
from tests.support.far_windows import Begin, is_root, second_start
from tests.support.journals import PASSPHRASE

OTHER_USER = 65_534
AS_ANOTHER_USER = (
    "setpriv", f"--reuid={OTHER_USER}", f"--regid={OTHER_USER}", "--clear-groups",
    # The program and the folders of the tests lie where only their own user may look.
    "--securebits=+no_setuid_fixup",
    "--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search",
)  # fmt: skip


@pytest.fixture
def mounted(tmp_path: Path, journal: Path) -> Iterator[Path]:
    """The journal in a second folder that is a mount of its own."""
    if not (is_root() and shutil.which("mount")):
        pytest.skip("only root can mount a folder a second time")
    other = tmp_path / "other"
    other.mkdir()
    if not _worked("mount", "--bind", journal.parent, other):
        pytest.skip("this machine lets nobody mount a folder a second time")
    yield other / journal.name
    assert _worked("umount", "--lazy", other)


def _worked(*words: str | Path) -> bool:
    done = subprocess.run([str(word) for word in words], capture_output=True, check=False)
    return done.returncode == 0


@pytest.fixture
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A temporary folder for all users."""
    folder = tmp_path_factory.mktemp("tmp")
    folder.chmod(0o1777)
    return folder


def the_same(journal: Path) -> Path:
    return journal


def relative(journal: Path) -> Path:
    return Path(os.path.relpath(journal, journal.parent.parent))


def soft_link(journal: Path) -> Path:
    link = journal.parent.parent / "soft.leadjournal"
    link.symlink_to(journal)
    return link


def hard_link(journal: Path) -> Path:
    link = journal.parent / "hard.leadjournal"
    link.hardlink_to(journal)
    return link


Name = Callable[[Path], Path]


@pytest.mark.parametrize("name", [the_same, relative, soft_link, hard_link])
def test_by_each_of_its_names_the_one_window_is_found(
    begin: Begin, journal: Path, name: Name
) -> None:
    far = begin(journal)
    stays_with_the_first(far, journal, name(journal))


def test_by_another_mount_the_one_window_is_found(
    begin: Begin, journal: Path, mounted: Path
) -> None:
    far = begin(journal)
    stays_with_the_first(far, journal, mounted)


def stays_with_the_first(far: FarHands, journal: Path, name: Path) -> None:
    """A start by this name ends at once, a command names the window, nobody else writes."""
    folder = journal.parent.parent
    with pytest.raises(JournalInUse, match=f"process {far.process.pid} on "):
        open_workspace(folder / name, None, SystemClock())
    assert second_start(name, folder=folder).code == 0
    second_start("list", "entry", "-j", name, folder=folder).told(
        3, f"open in a leadjournal window (process {far.process.pid} on "
    )
    far.begin("until_seen", "Added from the terminal")
    added = second_start("add", "From outside", "-j", name, folder=folder)
    assert (added.code, added.err) == (0, "")
    far.heard()
    keeps_working(far, journal, "The first line", "From outside")


def keeps_working(far: FarHands, journal: Path, *lines: str) -> None:
    """The first writes on; what it leaves is whole, and one file."""
    far.do("write", "Write a line", "The last line\n")
    far.do("close")
    assert far.end() == 0
    others = {each.name for each in journal.parent.iterdir() if each.suffix != journal.suffix}
    assert others - {"backups"} == set()
    space = open_workspace(journal, None, SystemClock())
    assert {each.title for each in space.entries.all()} == {*lines, "The last line"}
    assert space.backups.check().ok
    space.close()


def test_a_second_user_is_told_who_has_it(
    begin: Begin, journal: Path, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not (is_root() and shutil.which("setpriv")):
        pytest.skip("only root can become another user")
    monkeypatch.setenv("TMPDIR", str(shared))
    if not _worked(*AS_ANOTHER_USER, sys.executable, "-c", "pass"):
        pytest.skip("this machine lets root become no other user")
    journal.parent.chmod(0o777)
    journal.chmod(0o666)
    home = shared / "home"
    home.mkdir(mode=0o777)
    home.chmod(0o777)
    far = begin(journal)
    for words in (("add", "Not mine"), ("list", "entry")):
        said = second_start(
            *words, "-j", journal, folder=shared, through=AS_ANOTHER_USER, home=home
        )
        said.told(3, f"open in a leadjournal window (process {far.process.pid} on ")
    doors = {each.name: each.stat().st_uid for each in shared.glob("leadjournal-*")}
    assert doors == {"leadjournal-0": 0, f"leadjournal-{OTHER_USER}": OTHER_USER}
    keeps_working(far, journal, "The first line")


def test_a_locked_window_comes_forward_too(begin: Begin, tmp_path: Path) -> None:
    path = tmp_path / "locked.leadjournal"
    create_workspace(path, "Nadia’s journal", PASSPHRASE, SystemClock()).close()
    far = begin(path, "Only your passphrase opens it.")
    assert second_start(path, folder=tmp_path).code == 0
    far.do("type_in", PASSPHRASE)
    far.do("press", "Unlock")
    far.do("until_seen", "Waiting for you")
    assert second_start(path, folder=tmp_path).code == 0
