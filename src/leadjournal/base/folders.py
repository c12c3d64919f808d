"""The folders of this user and this machine. LEADJOURNAL_HOME puts them all under one folder."""

import os
from pathlib import Path

import platformdirs

_NAME = "leadjournal"


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
