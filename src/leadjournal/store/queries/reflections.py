"""Questions about reflections: drafts, what they rewrite, and when a template was last used."""

from collections.abc import Sequence
from datetime import date

from sqlmodel import Session, col, func, select

from leadjournal.model.action import Blocker
from leadjournal.model.entry import Entry, EntryKind
from leadjournal.model.reference import Reference
from leadjournal.model.reflection import Reflection


def drafts(session: Session) -> Sequence[Reflection]:
    """The walks that are not finished, the one worked on last first."""
    query = select(Reflection).where(col(Reflection.finished).is_(None))
    return session.exec(query.order_by(col(Reflection.changed).desc())).all()


def draft_of(session: Session, template: str, day: date) -> Reflection | None:
    """The unfinished walk through a template on a day."""
    query = select(Reflection).where(
        Reflection.template == template,
        Reflection.day == day,
        col(Reflection.finished).is_(None),
    )
    return session.exec(query.order_by(col(Reflection.created).desc())).first()


def check_in(session: Session, day: date) -> Entry | None:
    """The check-in of a day."""
    query = select(Entry).where(Entry.day == day, Entry.kind == EntryKind.DAILY)
    return session.exec(query.order_by(col(Entry.created).desc())).first()


def draft_rewriting(session: Session, entry: str) -> Reflection | None:
    """The unfinished walk that will rewrite an entry."""
    query = (
        select(Reflection)
        .join(Reference, col(Reference.from_id) == col(Reflection.id))
        .where(Reference.to_id == entry, col(Reflection.finished).is_(None))
    )
    return session.exec(query).first()


def entry_to_rewrite(session: Session, reflection: str) -> Entry | None:
    """The entry that a reopened walk will rewrite."""
    query = (
        select(Entry)
        .join(Reference, col(Reference.to_id) == col(Entry.id))
        .where(Reference.from_id == reflection, Reference.from_kind == "reflection")
    )
    return session.exec(query).first()


def blocker_of(session: Session, entry: str) -> Blocker | None:
    """The blocker that an entry's check-in named."""
    query = (
        select(Blocker)
        .join(Reference, col(Reference.from_id) == col(Blocker.id))
        .where(Reference.to_id == entry, Reference.from_kind == "blocker")
    )
    return session.exec(query).first()


def last_used(session: Session) -> dict[str, date]:
    """On which day each template was last walked to its end."""
    query = (
        select(Reflection.template, func.max(Reflection.day))
        .where(col(Reflection.finished).is_not(None))
        .group_by(col(Reflection.template))
    )
    return dict(session.exec(query).all())
