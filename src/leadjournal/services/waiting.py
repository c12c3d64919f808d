"""Words that a journal's disk refused wait in a small journal of their own for its next opening."""

import logging
from collections.abc import Collection
from contextlib import closing
from pathlib import Path
from typing import Any

from leadjournal.base import folders
from leadjournal.base.clock import Clock
from leadjournal.base.ending import ENDING
from leadjournal.base.errors import Problem
from leadjournal.base.files import erase, sync_folder
from leadjournal.services.drafts import Drafts
from leadjournal.store.contents import looks_plain
from leadjournal.store.journal_file import Journal
from leadjournal.store.journals import create_journal, open_journal

_LOG = logging.getLogger(__name__)
_KEY = "rescued"

Texts = list[dict[str, Any]]


def place(identity: str) -> Path:
    """Where words wait for the journal of this identity."""
    return folders.settings() / "rescued" / f"{identity}{ENDING}"


def opened(path: Path, passphrase: str | None, clock: Clock) -> Journal:
    """The place as it is; what waits since before the journal had a passphrase needs none."""
    return open_journal(path, None if looks_plain(path) else passphrase, clock)


def opened_for_more(path: Path, passphrase: str | None, clock: Clock) -> Journal:
    """The place under the journal's own passphrase, made where there is none yet."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        return create_journal(path, passphrase, clock)
    if passphrase is not None and looks_plain(path):
        _encrypt(path, passphrase, clock)
    return open_journal(path, passphrase, clock)


def texts_of(journal: Journal) -> Texts:
    """What waits there, oldest first."""
    return list((Drafts(journal).peek(_KEY) or {"texts": []})["texts"])


def put(journal: Journal, texts: Texts) -> None:
    """Let this wait there, in the place of what waited so far."""
    Drafts(journal).keep(_KEY, {"texts": texts})


def forget(journal: Journal, ids: Collection[str]) -> None:
    """Let go of what waits for records of this journal that are forgotten for good."""
    path = place(journal.identity)
    if not path.exists():
        return
    try:
        with closing(opened(path, journal.passphrase, journal.clock)) as other:
            texts = [text for text in texts_of(other) if text.get("key") not in ids]
            put(other, texts)
        if not texts:
            erase(path)
    except (Problem, OSError) as fault:
        _LOG.error("Words that wait could not be forgotten: %s", type(fault).__name__)


def _encrypt(path: Path, passphrase: str, clock: Clock) -> None:
    with closing(open_journal(path, None, clock)) as plain:
        part = plain.reencrypted_copy(passphrase)
    part.replace(path)
    sync_folder(path.parent)
