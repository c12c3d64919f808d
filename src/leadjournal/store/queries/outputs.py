"""Questions about outputs and their links."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from leadjournal.model.link import Link


def links_of(session: Session, output: str) -> Sequence[Link]:
    """The links of an output that hold today, the main one first."""
    query = select(Link).where(Link.output_id == output, col(Link.until).is_(None))
    return session.exec(query.order_by(col(Link.main).desc(), col(Link.since))).all()


def all_links(session: Session) -> Sequence[Link]:
    """Every link that holds today, oldest first."""
    query = select(Link).where(col(Link.until).is_(None))
    return session.exec(query.order_by(col(Link.since), col(Link.created))).all()
