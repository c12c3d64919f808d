"""Whole sessions of a child, with an eye on who opens the journal's file."""

import os
import signal
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from leadjournal.base.clock import SystemClock
from leadjournal.services.export_choice import ExportChoice
from leadjournal.services.journals import open_workspace
from leadjournal.services.protection import change_protection
from leadjournal.services.rescue import copy_elsewhere
from leadjournal.services.restoring import restore
from leadjournal.services.workspace import Workspace
from tests.faults.harness.writing import draft

Values = dict[str, Any]
_OTHER_SQLITES = ("sqlite3", "_sqlite3", "PySide6.QtSql")


def say(line: str) -> None:
    """Tell the parent, in one write: strace then shows it between the others."""
    os.write(1, f"{line}\n".encode())


def work_and_be_killed(values: Values) -> None:
    """Save a little and end without closing."""
    space = _opened(values)
    for number in range(3):
        say(f"saved {space.entries.add(draft(number, 2_000)).id}")
    os.kill(os.getpid(), signal.SIGKILL)


def whole_session(values: Values) -> None:
    """What a person may do between opening and closing, then what is done on the closed file."""
    space = _opened(values)
    for number in range(10, 15):
        say(f"saved {space.entries.add(draft(number, 2_000)).id}")
    _look_around(space, Path(values["path"]).with_name("out"))
    backup = space.backups.make()
    space.backups.listing()
    space.backups.thin()
    space.close()
    path, secret = Path(values["path"]), values["passphrase"]
    change_protection(path, secret, "a passphrase for a while", SystemClock())
    change_protection(path, "a passphrase for a while", secret, SystemClock())
    restore(path, backup, secret, SystemClock()).workspace.close()
    _tell_other_sqlites()


def careless_session(values: Values) -> None:
    """Open the file once more while the journal has it; the watch must see that."""
    space = _opened(values)
    with space.entries.journal.writing("Look twice"), Path(values["path"]).open("rb") as file:
        file.read(16)
    space.close()


def back_up(values: Values) -> None:
    """A backup where backups lie, and the older ones thinned out."""
    with closing(_opened(values)) as space:
        space.backups.make()
        space.backups.thin()


def write_documents(values: Values) -> None:
    """All documents."""
    with closing(_opened(values)) as space:
        _documents(space, Path(values["out"]))


def write_bundle(values: Values) -> None:
    """Everything in one file."""
    with closing(_opened(values)) as space:
        space.bundles.write(Path(values["out"]) / "all.zip", with_history=True)


def take_in(values: Values) -> None:
    """Import a bundle."""
    with closing(_opened(values)) as space:
        space.bundles.take_in(Path(values["bundle"]))


def restore_backup(values: Values) -> None:
    """Put a backup in the journal's place."""
    path, backup = Path(values["path"]), Path(values["backup"])
    restore(path, backup, values["passphrase"], SystemClock()).workspace.close()


def change_passphrase(values: Values) -> None:
    """Give the journal another passphrase."""
    change_protection(Path(values["path"]), values["passphrase"], values["other"], SystemClock())


def _documents(space: Workspace, out: Path) -> None:
    for ending in ("pdf", "html", "md", "json"):
        space.exporting.write(ExportChoice(include_private=True), out / f"all.{ending}")


def _look_around(space: Workspace, out: Path) -> None:
    out.mkdir()
    space.search.find("kanarienvogel")
    space.history.undo()
    space.history.redo()
    _documents(space, out)
    space.bundles.write(out / "all.zip", with_history=True)
    copy_elsewhere(space, out / "copy.leadjournal")
    space.backups.check()


def _opened(values: Values) -> Workspace:
    return open_workspace(Path(values["path"]), values["passphrase"], SystemClock())


def _tell_other_sqlites() -> None:
    for name in _OTHER_SQLITES:
        if name in sys.modules:
            say(f"foreign SQLite: {name} is loaded")
    mapped = Path("/proc/self/maps").read_text(encoding="utf-8")
    if "libsqlite3" in mapped:
        say("foreign SQLite: libsqlite3 is loaded")


SESSION_ACTS: dict[str, Callable[[Values], None]] = {
    act.__name__: act
    for act in (
        work_and_be_killed, whole_session, careless_session, back_up, write_documents,
        write_bundle, take_in, restore_backup, change_passphrase,
    )
}  # fmt: skip
