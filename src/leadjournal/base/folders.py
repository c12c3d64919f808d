"""The folders of this user and this machine. LEADJOURNAL_HOME puts them all under one folder."""

import os
import tempfile
from pathlib import Path

import platformdirs

_NAME = "leadjournal"
_LONGEST_TEMPORARY = 60
"""Bytes; the path of a socket may have 100 on every system."""


def _home() -> Path | None:
    chosen = os.environ.get("LEADJOURNAL_HOME")
    return Path(chosen).expanduser() if chosen else None


def journals() -> Path:
    """Where a new journal is put unless the user says otherwise."""
    home = _home()
    return home / "journals" if home else platformdirs.user_documents_path() / _NAME


def settings() -> Path:
    """Where preferences lie; they never hold journal text."""
    home = _home()
    return home / "settings" if home else platformdirs.user_config_path(_NAME, appauthor=False)


def logs() -> Path:
    """Where the log lies; it never holds journal text."""
    home = _home()
    return home / "logs" if home else platformdirs.user_log_path(_NAME, appauthor=False)


def backups(journal: Path) -> Path:
    """Where the backups of a journal lie: beside it, so that they travel with it."""
    return journal.parent / "backups"


def doors() -> Path:
    """Where windows of this user can be reached, until they close; nobody else may look in.

    Not below LEADJOURNAL_HOME: a stick has no place for sockets, and their paths must be short.
    """
    user = os.getuid()
    given = os.environ.get("XDG_RUNTIME_DIR", "")
    session = Path(given) if given else Path("/run/user") / str(user)
    if _home() is None and os.access(session, os.W_OK):
        return session / _NAME
    own = f"{_NAME}-{user}"
    temporary = Path(tempfile.gettempdir())
    if len(os.fsencode(temporary)) > _LONGEST_TEMPORARY:
        temporary = Path("/tmp")  # noqa: S108  # used only while it belongs to this user alone
    return temporary / own
