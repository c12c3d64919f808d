"""The full-text index: triggers made from the catalogue keep it right through every change."""

from collections.abc import Callable
from typing import Any

from leadjournal.model.catalogue import KINDS, Kind
from leadjournal.store.engine import DatabaseFault

Execute = Callable[[str], Any]
"""Runs one statement and gives a cursor: the driver's `execute`, or a connection's."""

_FOLLOW = """
CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN
    INSERT INTO search_index (rowid, title, body) VALUES (new.id, new.title, new.body);
END;
CREATE TRIGGER search_text_changed AFTER UPDATE ON search_text BEGIN
    INSERT INTO search_index (search_index, rowid, title, body)
        VALUES ('delete', old.id, old.title, old.body);
    INSERT INTO search_index (rowid, title, body) VALUES (new.id, new.title, new.body);
END;
CREATE TRIGGER search_text_removed AFTER DELETE ON search_text BEGIN
    INSERT INTO search_index (search_index, rowid, title, body)
        VALUES ('delete', old.id, old.title, old.body);
END
"""


def trigger_statements() -> list[str]:
    """The statements that make every trigger of the index."""
    statements = _split(_FOLLOW)
    for kind in KINDS:
        if kind.searched:
            statements += _of_kind(kind)
    return statements


def _split(text: str) -> list[str]:
    return [f"{part.strip()}\nEND" for part in text.split("\nEND") if part.strip(" ;\n")]


def _of_kind(kind: Kind) -> list[str]:
    title, body, day = _title(kind), _body(kind), _day(kind)
    columns = {kind.title, *kind.searched} | ({kind.day} if kind.day else set())
    watched = ", ".join(f'"{column}"' for column in sorted(columns))
    name = f"search_{kind.table}"
    return [
        f'CREATE TRIGGER {name}_added AFTER INSERT ON "{kind.table}" BEGIN\n'
        f"    INSERT INTO search_text (kind, record, day, title, body)\n"
        f"        VALUES ('{kind.id}', new.id, {day}, {title}, {body});\nEND",
        f'CREATE TRIGGER {name}_changed AFTER UPDATE OF {watched} ON "{kind.table}" BEGIN\n'
        f"    UPDATE search_text SET day = {day}, title = {title}, body = {body}\n"
        f"        WHERE record = new.id;\nEND",
        f'CREATE TRIGGER {name}_removed AFTER DELETE ON "{kind.table}" BEGIN\n'
        f"    DELETE FROM search_text WHERE record = old.id;\nEND",
    ]


def _title(kind: Kind) -> str:
    return f'new."{kind.title}"' if kind.title in kind.searched else "''"


def _body(kind: Kind) -> str:
    rest = [f'new."{column}"' for column in kind.searched if column != kind.title]
    return " || char(10) || ".join(rest) or "''"


def _day(kind: Kind) -> str:
    return f"coalesce(new.\"{kind.day}\", '')" if kind.day else "''"


def install(execute: Execute) -> None:
    """Make the triggers anew, as the catalogue wants them now."""
    drop_triggers(execute)
    for statement in trigger_statements():
        execute(statement)


def drop_triggers(execute: Execute) -> None:
    """Take every trigger of the index away, whatever it says."""
    rows = execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND substr(name, 1, 7) = 'search_'"
    )
    for (name,) in rows.fetchall():
        execute(f'DROP TRIGGER "{name}"')


def refill(execute: Execute) -> None:
    """Fill the index anew from the records."""
    # The triggers would take words out of the index that a drifted one does not hold.
    drop_triggers(execute)
    execute("DELETE FROM search_text")
    for kind in KINDS:
        if kind.searched:
            source = f"{_day(kind)}, {_title(kind)}, {_body(kind)}".replace("new.", "")
            execute(
                "INSERT INTO search_text (kind, record, day, title, body) "
                f"SELECT '{kind.id}', id, {source} FROM \"{kind.table}\""
            )
    execute("INSERT INTO search_index (search_index) VALUES ('rebuild')")
    install(execute)


def agrees(execute: Execute) -> bool:
    """Whether the index matches the text it was made from, and that text the records.

    A check of the file sees neither: for it, a missing word is no damage.
    """
    try:
        execute("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)")
        return all(_follows(execute, kind) for kind in KINDS)
    except DatabaseFault:
        return False


def _follows(execute: Execute, kind: Kind) -> bool:
    """Every record of a kind stands in the text with its own words, and nothing else does."""
    (written,) = execute(f"SELECT count(*) FROM search_text WHERE kind = '{kind.id}'").fetchone()
    if not kind.searched:
        return bool(written == 0)
    day, title, body = (
        part.replace("new.", "one.") for part in (_day(kind), _title(kind), _body(kind))
    )
    (records, alike) = execute(
        f"SELECT count(*), coalesce(sum(found.title IS {title} AND found.body IS {body} "
        f'AND found.day IS {day}), 0) FROM "{kind.table}" AS one '
        f"LEFT JOIN search_text AS found ON found.record = one.id AND found.kind = '{kind.id}'"
    ).fetchone()
    return bool(records == alike == written)
