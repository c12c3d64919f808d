"""Questions about actions."""

from typing import Any

from sqlmodel import Session

from leadjournal.store.queries.values import day

_COLUMNS = """
SELECT action.id, action.what, coalesce(person.first_name, ''), action.due_on,
       (SELECT count(*) FROM postponement WHERE postponement.action_id = action.id),
       coalesce(outcome.statement, ''), coalesce(action.done_on, action.dropped_on),
       action.dropped_because
FROM action
LEFT JOIN person ON person.id = action.owner_id
LEFT JOIN outcome ON outcome.id = action.outcome_id
"""


def open_actions(session: Session) -> list[tuple[Any, ...]]:
    """The open actions, oldest due day first, those without one last."""
    return _rows(
        session,
        "WHERE action.done_on IS NULL AND action.dropped_on IS NULL "
        "ORDER BY action.due_on IS NULL, action.due_on, action.created",
    )


def settled_actions(session: Session, limit: int) -> list[tuple[Any, ...]]:
    """The actions that were done or dropped, newest first."""
    return _rows(
        session,
        "WHERE action.done_on IS NOT NULL OR action.dropped_on IS NOT NULL "
        f"ORDER BY coalesce(action.done_on, action.dropped_on) DESC, action.created LIMIT {limit}",
    )


def _rows(session: Session, rest: str) -> list[tuple[Any, ...]]:
    rows = session.connection().exec_driver_sql(_COLUMNS + rest)
    return [
        (id_, what, owner, day(due), carried, outcome, day(settled), because)
        for id_, what, owner, due, carried, outcome, settled, because in rows
    ]
