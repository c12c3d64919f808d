"""Questions that every kind of record is asked."""

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlmodel import Session, SQLModel, col, or_, select

from leadjournal.model.catalogue import BY_ID, BY_RECORD, KINDS, Kind, Ref
from leadjournal.model.record import Record
from leadjournal.model.reference import Reference

R = TypeVar("R", bound=Record)


def one(session: Session, record: type[R], id_: str) -> R | None:
    """The record with this id, if it is there."""
    return session.get(record, id_)


def every(session: Session, record: type[R], order: str = "created") -> Sequence[R]:
    """All records of a kind, in the order of a column."""
    return session.exec(select(record).order_by(getattr(record, order))).all()


def where(session: Session, record: type[R], **values: object) -> Sequence[R]:
    """The records whose columns have these values, oldest first."""
    query = select(record)
    for name, value in values.items():
        query = query.where(getattr(record, name) == value)
    return session.exec(query.order_by(col(record.created))).all()


def remove(session: Session, record: Record) -> None:
    """Remove a record with its parts and references; what only points at it lets go."""
    kind = BY_RECORD[type(record)]
    for part_kind, column in kind.parts:
        part = BY_ID[part_kind].record
        for row in where(session, part, **{column: record.id}):
            remove(session, row)
    for reference in references_of(session, record.id):
        session.delete(reference)
    _let_go(session, kind, record.id)
    session.delete(record)
    session.flush()


def with_parts(session: Session, record: Record) -> list[Ref]:
    """A record and everything that is removed with it, references left out."""
    kind = BY_RECORD[type(record)]
    found = [Ref(kind.id, record.id)]
    for part_kind, column in kind.parts:
        for row in where(session, BY_ID[part_kind].record, **{column: record.id}):
            found += with_parts(session, row)
    return found


def references_of(session: Session, id_: str) -> Sequence[Reference]:
    """Every reference from or to a record."""
    query = select(Reference).where(or_(Reference.from_id == id_, Reference.to_id == id_))
    return session.exec(query.order_by(col(Reference.created))).all()


def _let_go(session: Session, kind: Kind, id_: str) -> None:
    parts = set(kind.parts)
    for other in KINDS:
        for column in columns_to(other, kind.table):
            if (other.id, column) in parts:
                continue
            for row in where(session, other.record, **{column: id_}):
                setattr(row, column, None)


def columns_to(kind: Kind, table: str) -> list[str]:
    """The columns of a kind that point at records of a table."""
    columns: Any = SQLModel.metadata.tables[kind.table].columns
    return [
        column.name
        for column in columns
        for key in column.foreign_keys
        if key.column.table.name == table
    ]


def counts(session: Session) -> dict[str, int]:
    """How many records there are of each kind."""
    return {
        kind.id: int(
            session.connection()
            .exec_driver_sql(f'SELECT count(*) FROM "{kind.table}"')
            .scalar_one()
        )
        for kind in KINDS
    }


def by_prefix(session: Session, prefix: str) -> list[tuple[str, str]]:
    """Kind and id of the records whose id begins so."""
    found = []
    for kind in KINDS:
        rows = session.connection().exec_driver_sql(
            f'SELECT id FROM "{kind.table}" WHERE substr(id, 1, ?) = ?', (len(prefix), prefix)
        )
        found += [(kind.id, str(id_)) for (id_,) in rows]
    return found
