"""Who has a journal open. SQLite's own lock decides; this note only lets others name the owner."""

import json
import os
import socket
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from leadjournal.base.formats import clock_time, day_long
from leadjournal.base.words import _


def note_path(journal: Path) -> Path:
    """Where the owner of an open journal is noted."""
    return journal.with_name(f".{journal.name}.open")


def leave_note(journal: Path, door: str, moment: datetime) -> None:
    """Note that this process has the journal; a folder that refuses is no reason to stop."""
    note = {
        "pid": os.getpid(),
        "host": socket.gethostname(),
        "door": door,
        "since": moment.isoformat(),
    }
    with suppress(OSError):
        note_path(journal).write_text(json.dumps(note), encoding="utf-8")


def take_note_away(journal: Path) -> None:
    """The journal is closed."""
    note_path(journal).unlink(missing_ok=True)


def who_has(journal: Path) -> str:
    """The owner in words, or nothing when no note tells."""
    try:
        note = json.loads(_note_found(journal).read_text(encoding="utf-8"))
        since = datetime.fromisoformat(note["since"])
        words = (
            _("a leadjournal window (process {pid} on {host}, since {time} on {day})")
            if note["door"] == "window"
            else _("a leadjournal command (process {pid} on {host}, since {time} on {day})")
        )
        return words.format(
            pid=int(note["pid"]),
            host=str(note["host"]),
            time=clock_time(since),
            day=day_long(since.astimezone().date()),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _note_found(journal: Path) -> Path:
    """The journal's note, be it under another of its names in the folder."""
    own = note_path(journal)
    if not own.exists():
        for note in journal.parent.glob(".*.open"):
            other = journal.with_name(note.name.removeprefix(".").removesuffix(".open"))
            with suppress(OSError):
                if other.samefile(journal):
                    return note
    return own
