"""Any record by its kind or id: what lists, the command line and bundles need."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from leadjournal.base.errors import NotFound, UserMistake
from leadjournal.base.words import _
from leadjournal.model.catalogue import BY_ID, Kind, Ref
from leadjournal.model.record import Record, clean
from leadjournal.store.journal_file import Journal
from leadjournal.store.queries import records

FEWEST_LETTERS = 4


class Shelf:
    """Every record of the journal, whatever its kind."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def listing(
        self, kind: Kind, since: date | None = None, until: date | None = None
    ) -> Sequence[Record]:
        """The records of a kind, by day where the kind has one, oldest first."""
        with self._journal.reading() as session:
            found = records.every(session, kind.record, kind.day or "created")
        return [record for record in found if _within(record, kind, since, until)]

    def find(self, id_: str) -> tuple[Ref, Record]:
        """The record with this id, or with the only id that begins so."""
        wanted = clean(id_).strip().lower()
        with self._journal.reading() as session:
            found = records.by_prefix(session, wanted) if len(wanted) >= FEWEST_LETTERS else []
            if len(found) > 1:
                raise UserMistake(
                    _("{count} records have an id that begins with “{id}”.").format(
                        count=len(found), id=wanted[:40]
                    ),
                    way_out=_("Give more of it."),
                )
            for kind, whole in found:
                record = records.one(session, BY_ID[kind].record, whole)
                if record is not None:
                    return Ref(kind, whole), record
        raise NotFound(
            _("There is no record with the id “{id}”.").format(id=wanted[:40]),
            way_out=_("“leadjournal list KIND” shows ids; four letters of one are enough."),
        )

    def title(self, ref: Ref) -> str:
        """The words a record is known by; nothing when it is gone."""
        kind = BY_ID[ref.kind]
        with self._journal.reading() as session:
            record = records.one(session, kind.record, ref.id)
        return str(getattr(record, kind.title)) if record is not None else ""

    def owner_of(self, ref: Ref) -> Ref:
        """The record on whose page a part is shown: the outcome of a reading, for example."""
        with self._journal.reading() as session:
            kind = BY_ID[ref.kind]
            record: Any = records.one(session, kind.record, ref.id)
            if ref.kind == "reference" and record is not None:
                return self.owner_of(Ref(record.from_kind, record.from_id))
            for other in BY_ID.values():
                for part, column in other.parts:
                    if part == ref.kind and record is not None:
                        return self.owner_of(Ref(other.id, getattr(record, column)))
        return ref


def values_of(record: Record) -> dict[str, Any]:
    """A record as plain values, ready for JSON: days and moments as ISO text."""
    return record.model_dump(mode="json")


def _within(record: Record, kind: Kind, since: date | None, until: date | None) -> bool:
    if since is None and until is None:
        return True
    value = getattr(record, kind.day or "created")
    if value is None:
        return False
    day = value if not hasattr(value, "date") else value.astimezone().date()
    return (since is None or day >= since) and (until is None or day <= until)
