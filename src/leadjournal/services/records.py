"""What every service of a kind of record can do: add, edit, remove, find."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Generic, TypeVar

from leadjournal.base.errors import InvalidValue, NotFound
from leadjournal.base.formats import day_long
from leadjournal.base.words import _
from leadjournal.model.catalogue import BY_RECORD, KINDS, Kind
from leadjournal.model.record import Draft, Record
from leadjournal.store.journal_file import Journal
from leadjournal.store.queries import records

R = TypeVar("R", bound=Record)
D = TypeVar("D", bound=Draft)


@dataclass(frozen=True, slots=True)
class Choice:
    """A record to choose: its id and its words."""

    id: str
    words: str


def refuse_future(day: date | None, today: date, field: str) -> None:
    """What is said to have happened cannot lie ahead: figures of today would count it."""
    if day is not None and day > today:
        raise InvalidValue(
            _("{day} is still to come.").format(day=day_long(day, today)),
            way_out=_("Choose today or a day before."),
            field=field,
        )


class Records(Generic[R, D]):
    """The records of one kind; every change is one step that can be undone."""

    record: ClassVar[type[Any]]

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self.kind: Kind = BY_RECORD[self.record]

    def add(self, draft: D) -> R:
        """Make a record of a draft."""
        made: R = self.record(**draft.model_dump())
        with self.journal.writing(self._label(_("Add {kind}"))) as session:
            session.add(made)
        return made

    def edit(self, id_: str, *, join: str | None = None, source: str = "", **changes: Any) -> R:
        """Change some fields; edits with the same `join` become one step while typing."""
        with self.journal.writing(
            self._label(_("Edit {kind}")), join=join, source=source
        ) as session:
            record = self._found(records.one(session, self.record, id_))
            self._change(record, changes)
        return record

    def remove(self, id_: str, *, source: str = "") -> None:
        """Remove a record with its parts; undo brings all of it back."""
        with self.journal.writing(self._label(_("Remove {kind}")), source=source) as session:
            records.remove(session, self._found(records.one(session, self.record, id_)))

    def named_by(self, id_: str) -> int:
        """How many records point at a record and would let go of it."""
        with self.journal.reading() as session:
            found = {reference.id for reference in records.references_of(session, id_)}
            for other in KINDS:
                for column in records.columns_to(other, self.kind.table):
                    found |= {
                        row.id for row in records.where(session, other.record, **{column: id_})
                    }
        return len(found)

    def get(self, id_: str) -> R:
        """The record with this id."""
        with self.journal.reading() as session:
            return self._found(records.one(session, self.record, id_))

    def all(self) -> Sequence[R]:
        """Every record of this kind, oldest first."""
        with self.journal.reading() as session:
            return records.every(session, self.record)

    def _change(self, record: R, changes: dict[str, Any]) -> None:
        """Check the changed values together with the others, then take them over."""
        draft_class = self.kind.draft
        present = {name: getattr(record, name) for name in draft_class.model_fields}
        draft = draft_class(**{**present, **changes})
        for name in changes:
            setattr(record, name, getattr(draft, name))

    def _label(self, sentence: str) -> str:
        return sentence.format(kind=_(self.kind.label).lower())

    def _found(self, record: R | None) -> R:
        if record is None:
            raise NotFound(
                _("This {kind} is not in the journal.").format(kind=_(self.kind.label).lower()),
                way_out=_("It may have been removed; undo brings it back."),
            )
        return record
