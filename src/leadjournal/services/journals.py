"""Opening and making journals."""

from pathlib import Path

from leadjournal.base import folders
from leadjournal.base.clock import Clock
from leadjournal.base.ending import ENDING
from leadjournal.model.journal_card import JournalCardDraft
from leadjournal.model.record import clean
from leadjournal.services.workspace import Workspace
from leadjournal.store import opening, restoring
from leadjournal.store.journals import create_journal, open_journal, whole_or_not_at_all

_UNSAFE = '<>:"/\\|?*'
_MOST_BYTES = 200


def needs_passphrase(path: Path) -> bool:
    """Whether the journal at `path` opens with a passphrase only."""
    return opening.needs_passphrase(path)


def refuse_when_open(path: Path) -> None:
    """Say who has the journal, before a passphrase is asked for that could not be used."""
    restoring.refuse_when_open(opening.real(path))


def open_workspace(
    path: Path,
    passphrase: str | None,
    clock: Clock,
    *,
    door: str = "command",
    read_only: bool = False,
) -> Workspace:
    """Open the journal at `path`; `door` is "window" or "command", for whom it may concern."""
    return Workspace(open_journal(path, passphrase, clock, door=door, read_only=read_only))


def create_workspace(
    path: Path, name: str, passphrase: str | None, clock: Clock, *, door: str = "command"
) -> Workspace:
    """Make a new journal called `name` and open it."""
    card = JournalCardDraft(name=name)
    journal = create_journal(path, passphrase, clock, door=door)
    workspace = Workspace(journal)
    with whole_or_not_at_all(journal):
        workspace.card.write(card)
        journal.end_undo_list()
    return workspace


def suggested_path(name: str) -> Path:
    """A free place for a journal of this name in the user's own folder."""
    stem = "".join(" " if sign in _UNSAFE or ord(sign) < 32 else sign for sign in name)
    base = _short(" ".join(clean(stem).split()).strip(". ")) or "Journal"
    folder = folders.journals()
    path, number = folder / f"{base}{ENDING}", 2
    while path.exists():
        path = folder / f"{base} {number}{ENDING}"
        number += 1
    return path


def _short(name: str) -> str:
    """File systems count bytes, and an emoji has four."""
    return name[:80].encode()[:_MOST_BYTES].decode(errors="ignore").rstrip(". ")
