"""The backups of a journal, each really opened: what it holds, and what is wrong with it."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from leadjournal.base import backups as places
from leadjournal.base.errors import (
    CannotDecrypt,
    DamagedJournal,
    JournalInUse,
    MissingFile,
    NewerJournal,
    NotAJournal,
    Problem,
)
from leadjournal.base.words import _
from leadjournal.rules.backup_state import BackupState
from leadjournal.store.contents import Contents, contents_of


@dataclass(frozen=True, slots=True)
class Backup:
    """A file that may be restored; `made` is what its name tells, on the user's own clock."""

    path: Path
    made: datetime
    size: int
    state: BackupState = BackupState.UNSEEN
    entries: int | None = None
    is_ahead: bool = False
    is_named: bool = True
    is_ordinary: bool = True
    reason: str = ""
    """Why it was kept, as its name tells."""

    @property
    def opens(self) -> bool:
        """Whether it can be restored with the passphrase it was looked at with."""
        return self.state is BackupState.OPENS

    @property
    def asks(self) -> bool:
        """Whether it opens with a passphrase that was not given yet, as far as can be told."""
        return self.state in (BackupState.ASKS, BackupState.OLDER, BackupState.LOCKED)

    @property
    def words(self) -> str:
        """What is told of whether it opens."""
        return _(self.state.value)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is odd about it besides."""
        told = (
            (self.is_ahead, _("dated in the future")),
            (not self.is_ordinary, _("kept when it was replaced")),
            (self.reason, self.reason),
        )
        return tuple(words for applies, words in told if applies)


def offered_first(listed: Iterable[Backup]) -> Backup | None:
    """The newest that opens and is not dated in the future; else the newest that opens.

    Where none opens without a passphrase, it is the newest that was verified when it was made.
    """
    all_ = list(listed)
    good = [backup for backup in all_ if backup.opens] or [
        backup for backup in all_ if backup.asks and places.verified(backup.path)
    ]
    return next((backup for backup in good if not backup.is_ahead), good[0] if good else None)


_Stamp = tuple[Path, int, int]
_Seen = tuple[BackupState, Contents | None]


class BackupList:
    """Finds the backups of one journal and looks at each file once, until it changes.

    Without an identity, as when the journal cannot be opened, every copy named after it counts.
    """

    def __init__(self, journal: Path, passphrase: str | None, identity: str = "") -> None:
        self._journal = journal
        self._passphrase = passphrase
        self._identity = identity
        self._seen: dict[tuple[_Stamp, bool], _Seen] = {}

    def found(self, now: datetime) -> list[Backup]:
        """Every file that may be one, newest first, told from outside; none is opened."""
        journal = self._journal
        all_of_them = [
            Backup(
                path=path,
                made=places.made_at(path, journal),
                size=_size(path),
                is_ahead=places.made_at(path, journal) > now,
                is_named=places.is_named_after(path, journal),
                is_ordinary=places.is_ordinary(path, journal),
                reason=places.reason_of(path, journal),
            )
            for path in places.copies_beside(journal)
        ]
        return sorted(all_of_them, key=lambda backup: (backup.made, backup.path), reverse=True)

    def listing(
        self, now: datetime, say: Callable[[int, int], None] = lambda done, total: None
    ) -> list[Backup]:
        """The same after a look at each: what is this journal's, and what is called like it."""
        found = self.found(now)
        looked = []
        for number, backup in enumerate(found):
            say(number, len(found))
            seen = self.look(backup)
            if seen.is_named or seen.opens:
                looked.append(seen)
        return looked

    def look(self, backup: Backup, *, thoroughly: bool = False) -> Backup:
        """Open a backup; it is checked page by page unless that was done since it last changed."""
        stamp = _stamp(backup.path)
        if stamp is None:
            return replace(backup, state=BackupState.GONE)
        # Files of other journals are told apart by their first page; they are not read whole.
        noted = places.verified(backup.path)
        known = noted is not None or not (backup.is_named or thoroughly)
        key = (stamp, thoroughly)
        if key not in self._seen:
            self._seen[key] = self._examined(backup, thoroughly=thoroughly or not known)
            self._note(backup, self._seen[key], already=noted is not None and not thoroughly)
        state, contents = self._seen[key]
        is_older = noted is not None or backup.reason == _("old passphrase")
        if state is BackupState.LOCKED and is_older:
            # It opened once and is the same file still: only its passphrase is another.
            state = BackupState.OLDER
        return replace(backup, state=state, entries=contents.entries if contents else None)

    def _note(self, backup: Backup, seen: _Seen, *, already: bool) -> None:
        state, contents = seen
        if state is BackupState.OPENS and contents is not None and backup.is_named:
            if not already:
                places.note_verified(backup.path, contents.identity or self._identity)
        elif state in (BackupState.DAMAGED, BackupState.EMPTY, BackupState.FOREIGN):
            places.note_refused(backup.path)

    def _examined(self, backup: Backup, *, thoroughly: bool) -> _Seen:
        if not backup.size:
            return BackupState.EMPTY, None
        try:
            contents = contents_of(backup.path, self._passphrase, thoroughly=thoroughly)
        except Problem as problem:
            return self._state_of(problem), None
        except OSError:
            return BackupState.GONE, None
        return (
            BackupState.OPENS if self._is_ours(contents, backup) else BackupState.OTHER
        ), contents

    def _is_ours(self, contents: Contents, backup: Backup) -> bool:
        if not contents.identity or not self._identity:
            return backup.is_named
        return contents.identity == self._identity

    def _state_of(self, problem: Problem) -> BackupState:
        if isinstance(problem, CannotDecrypt) and self._passphrase is None:
            return BackupState.ASKS
        states: Iterable[tuple[type[Problem], BackupState]] = (
            (CannotDecrypt, BackupState.LOCKED),
            (DamagedJournal, BackupState.DAMAGED),
            (NewerJournal, BackupState.NEWER),
            (JournalInUse, BackupState.BUSY),
            (MissingFile, BackupState.GONE),
            (NotAJournal, BackupState.FOREIGN),
        )
        return next(
            (state for kind, state in states if isinstance(problem, kind)), BackupState.GONE
        )


def _size(path: Path) -> int:
    with suppress(OSError):
        return path.stat().st_size
    return 0


def _stamp(path: Path) -> _Stamp | None:
    with suppress(OSError):
        status = path.stat()
        return path, status.st_size, status.st_mtime_ns
    return None
