"""Backups: verified copies beside the journal, thinned in time; and a check of the file."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from leadjournal.base import backups as places
from leadjournal.base.errors import DamagedJournal, MachineFault
from leadjournal.base.words import _
from leadjournal.rules.retention import superseded
from leadjournal.services.backup_list import Backup, BackupList
from leadjournal.services.backup_preview import BackupPreview, preview, records_in_words
from leadjournal.services.jobs import Progress, Silent
from leadjournal.store.check import index_fault
from leadjournal.store.journal_file import Journal
from leadjournal.store.queries.entries import entry_ids
from leadjournal.store.queries.records import counts
from leadjournal.store.swap import sweep


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found: faults in words, and how many records there are of each kind."""

    faults: tuple[str, ...]
    counts: dict[str, int]

    @property
    def ok(self) -> bool:
        """Whether all is well."""
        return not self.faults

    @property
    def lines(self) -> list[str]:
        """The report in words."""
        words = [_("Everything is in order.")] if self.ok else list(self.faults)
        return [
            *words,
            _("The journal holds {records}.").format(records=records_in_words(self.counts)),
        ]


class Backups:
    """Makes verified copies, lists and thins them, and checks the file."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._list: BackupList | None = None

    def make(self, folder: Path | None = None, progress: Progress | None = None) -> Path:
        """A verified copy named after the journal and the moment; gives its path.

        Where nothing can be written beside the journal, it goes where journals usually lie.
        """
        journal, say = self._journal, progress or Silent()
        name = places.name_for(journal.path, journal.clock.now())
        words = _("Making a backup")
        if folder is not None:
            target = places.free_name(folder, name)
            journal.copy_to(target, lambda done, total: say.say(done, total, words))
            return target
        target = self._first_that_takes(
            name, lambda path: journal.copy_to(path, lambda done, all_: say.say(done, all_, words))
        )
        places.note_verified(target, self._identity())
        places.note_identity(journal.path, self._identity())
        return target

    def _first_that_takes(self, name: str, copy: Callable[[Path], object]) -> Path:
        """Copy into the first place that can be written; what the first one says is told."""
        path = self._journal.path
        first, *others = places.places(path)
        target = places.free_name(first, name)
        try:
            copy(target)
        except DamagedJournal:
            raise
        except MachineFault:
            for folder in others:
                sweep(path, folder)
                target = places.free_name(folder, name)
                with suppress(MachineFault):
                    copy(target)
                    return target
            raise
        return target

    def found(self) -> list[Backup]:
        """What may be a backup, newest first, told from outside."""
        return [one for one in self._known().found(self._journal.clock.now()) if one.is_named]

    def listing(self, progress: Progress | None = None) -> list[Backup]:
        """Every backup of this journal after a look into each, newest first.

        What is called like one but is none is in the list too, and marked.
        """
        say, words = progress or Silent(), _("Looking at the backups")
        return self._known().listing(
            self._journal.clock.now(), lambda done, total: say.say(done, total, words)
        )

    def preview(self, backup: Path, passphrase: str | None) -> BackupPreview:
        """What a backup holds beside what the journal holds now."""
        with self._journal.reading() as session:
            present = entry_ids(session)
        return preview(backup, passphrase, present)

    def last_verified(self) -> datetime | None:
        """When the newest backup was made that passed its check; no file is opened."""
        return places.last_verified(self._journal.path, self._journal.clock.now(), self._identity())

    def last_verified_words(self) -> str:
        """The same in one sentence."""
        return places.last_verified_words(
            self._journal.path, self._journal.clock.now(), self._identity()
        )

    def is_behind(self) -> bool:
        """Whether something was changed since the newest verified backup was made."""
        changed, made = self._journal.last_changed(), self.last_verified()
        # The name of a backup tells the second only.
        return changed is not None and (made is None or changed.replace(microsecond=0) > made)

    def thin(self) -> list[Path]:
        """Remove backups that newer ones stand for; gives what was removed.

        Before one goes, it and the one that stays for it are looked at once more. What does not
        open now stays, and so does what is dated in the future.
        """
        candidates = {
            one.made: one
            for one in self._known().found(self._journal.clock.now())
            if one.is_ordinary and places.verified(one.path) is not None
        }
        removed: list[Path] = []
        while candidates:
            doubtful = self._thin_once(candidates, removed)
            if doubtful is None:
                break
            del candidates[doubtful]
        return removed

    def _thin_once(
        self, candidates: dict[datetime, Backup], removed: list[Path]
    ) -> datetime | None:
        """Remove what may go until one turns out not to open; that one is given back."""
        now = self._journal.clock.now().astimezone()
        for moment, stands_for_it in superseded(candidates, now).items():
            if not self._known().look(candidates[stands_for_it], thoroughly=True).opens:
                return stands_for_it
            if not self._known().look(candidates[moment]).opens:
                return moment
            path = candidates.pop(moment).path
            with suppress(OSError):
                path.unlink()
                removed.append(path)
        return None

    def check(self, progress: Progress | None = None) -> CheckReport:
        """Check the file, the references, the search index and the tables; mend the index.

        It is a copy that is looked through, so that the journal can be used meanwhile. Nothing is
        written into a file that is damaged otherwise.
        """
        say, words = progress or Silent(), _("Checking the journal")
        faults = self._journal.check_apart(lambda done, total: say.say(done, total, words))
        if faults == [index_fault()] and not self._journal.read_only:
            self._journal.mend_index()
            faults = self._journal.check_apart()
        with self._journal.reading() as session:
            return CheckReport(tuple(faults), counts(session))

    def _known(self) -> BackupList:
        if self._list is None:
            journal = self._journal
            self._list = BackupList(journal.path, journal.passphrase, self._identity())
        return self._list

    def _identity(self) -> str:
        # A journal of the first version that is only looked at has none.
        with suppress(MachineFault):
            return self._journal.identity
        return ""
