"""Forgetting for good: a person or any record, with everything the history holds of it."""

from dataclasses import dataclass
from pathlib import Path

from leadjournal.base import backups as places
from leadjournal.base.words import _
from leadjournal.model.catalogue import BY_ID, Ref
from leadjournal.model.person import Person
from leadjournal.services import waiting
from leadjournal.services.entries import Entries
from leadjournal.services.outcomes import Outcomes
from leadjournal.services.trash import Trash
from leadjournal.store import forgetting
from leadjournal.store.journal_file import Announcement, Journal
from leadjournal.store.queries import records
from leadjournal.store.queries.search import naming


@dataclass(frozen=True, slots=True)
class Forgetting:
    """What forgetting a record takes along, and where it is still to be found afterwards."""

    title: str
    parts: int
    versions: int
    mentions: tuple[Ref, ...]
    backups: tuple[Path, ...]


class Forgetter:
    """Removes records so that no trace of them stays in file, index or history."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._trash = Trash(journal)

    def preview(self, ref: Ref) -> Forgetting:
        """What would go, which texts mention a person by name and keep it, which copies stay."""
        with self._journal.reading() as session:
            record = records.one(session, BY_ID[ref.kind].record, ref.id)
            if record is None:
                with_it = self._trash.records_of(ref)
                title = next(one.title for one in self._trash.listing() if one.ref == ref)
            else:
                with_it = tuple(records.with_parts(session, record))
                title = str(getattr(record, BY_ID[ref.kind].title))
            ids = {one.id for one in with_it}
            kept = forgetting.versions_of(session.connection(), ids)
            mentions = naming(session, _names(record), ids) if isinstance(record, Person) else []
        return Forgetting(title, len(ids) - 1, kept, tuple(mentions), self._copies())

    def forget(self, ref: Ref) -> None:
        """Remove the record if it is still there, and take every image of it out of the history.

        The undo list ends here. Backups made before still hold it.
        """
        with self._journal.reading() as session:
            is_there = records.one(session, BY_ID[ref.kind].record, ref.id) is not None
        if is_there:
            self._remove(ref)
        refs = self._trash.records_of(ref)
        ids = {one.id for one in refs}
        self._journal.forget(ids)
        waiting.forget(self._journal, ids)
        self._journal.announce(Announcement(_("Forget for good"), refs))

    def _remove(self, ref: Ref) -> None:
        if ref.kind == "entry":
            Entries(self._journal).remove(ref.id)
        elif ref.kind == "outcome":
            Outcomes(self._journal).remove(ref.id)
        else:
            label = _("Remove {kind}").format(kind=_(BY_ID[ref.kind].label).lower())
            with self._journal.writing(label) as session:
                found = records.one(session, BY_ID[ref.kind].record, ref.id)
                if found is not None:
                    records.remove(session, found)

    def _copies(self) -> tuple[Path, ...]:
        path = self._journal.path
        return tuple(
            sorted(file for file in places.copies_beside(path) if places.is_named_after(file, path))
        )


def _names(person: Person) -> list[str]:
    return list(dict.fromkeys(name for name in (person.first_name, person.full_name) if name))
