"""Backups: verified copies beside the journal; and a check of the file in words."""

from dataclasses import dataclass
from pathlib import Path

from leadjournal.base import folders
from leadjournal.base.words import _, ngettext
from leadjournal.model.catalogue import KINDS
from leadjournal.store.check import index_fault
from leadjournal.store.journal_file import Journal
from leadjournal.store.queries.records import counts


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
        kinds = {kind.id: kind for kind in KINDS}
        found = [
            ngettext("{count} {kind}", "{count} {kinds}", number).format(
                count=number,
                kind=_(kinds[kind].label).lower(),
                kinds=_(kinds[kind].plural).lower(),
            )
            for kind, number in self.counts.items()
            if number and kinds[kind].listed
        ]
        words = [_("Everything is in order.")] if self.ok else list(self.faults)
        return [*words, _("The journal holds {records}.").format(records=", ".join(found))]


class Backups:
    """Makes verified copies and checks the file."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def make(self, folder: Path | None = None) -> Path:
        """A verified copy named after the journal and the moment; gives its path."""
        journal = self._journal
        target_folder = folder or folders.backups(journal.path)
        moment = journal.clock.now().astimezone().strftime("%Y-%m-%d %H%M%S")
        target = target_folder / f"{journal.path.stem} {moment}{journal.path.suffix}"
        journal.copy_to(target)
        return target

    def check(self) -> CheckReport:
        """Check the file, the references, the search index and the tables; mend the index.

        Nothing is written into a file that is damaged otherwise.
        """
        faults = self._journal.check()
        if faults == [index_fault()]:
            self._journal.mend_index()
            faults = self._journal.check()
        with self._journal.reading() as session:
            return CheckReport(tuple(faults), counts(session))
