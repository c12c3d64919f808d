"""A verified copy of a journal under another passphrase, or under none."""

from pathlib import Path

from leadjournal.store.check import is_sound
from leadjournal.store.cipher import quoted
from leadjournal.store.engine import RawConnection, connect
from leadjournal.store.faults import damaged
from leadjournal.store.search_index import agrees
from leadjournal.store.swap import part_beside, sync_file


def reencrypted_copy(source: RawConnection, path: Path, passphrase: str | None) -> Path:
    """Write everything `source` holds into an unfinished file beside `path`; gives that file.

    SQLite's own copying keeps the pages as they are encrypted, so here the tables are written
    anew. The copy is whole and on the disk when this returns; otherwise it is gone.
    """
    part = part_beside(path)
    try:
        _export(source, part, passphrase)
        _verify(source, part, passphrase)
        sync_file(part)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return part


def _export(source: RawConnection, part: Path, passphrase: str | None) -> None:
    marks = [source.execute(f"PRAGMA {name}").fetchone()[0] for name in _MARKS]
    key = quoted(passphrase) if passphrase is not None else "''"
    source.execute(f"ATTACH DATABASE ? AS other KEY {key}", (str(part),))
    try:
        source.execute("PRAGMA other.synchronous = FULL")
        source.execute("SELECT sqlcipher_export('other')").fetchall()
        for name, mark in zip(_MARKS, marks, strict=True):
            source.execute(f"PRAGMA other.{name} = {mark}")
    finally:
        source.execute("DETACH DATABASE other")


_MARKS = ("application_id", "user_version")


def _verify(source: RawConnection, part: Path, passphrase: str | None) -> None:
    """It opens with the new passphrase, is sound, and holds as many rows in every table."""
    copy = connect(part, "rw", passphrase)
    try:
        is_the_same = _contents(copy) == _contents(source)
        if not (is_sound(copy) and is_the_same and agrees(copy.execute)):
            raise damaged(part)
    finally:
        copy.close()


def _contents(connection: RawConnection) -> list[tuple[str, str | None, int]]:
    schema = connection.execute(
        "SELECT type, name, sql FROM main.sqlite_schema ORDER BY type, name"
    ).fetchall()
    return [
        (name, sql, _rows(connection, name) if kind == "table" else 0) for kind, name, sql in schema
    ]


def _rows(connection: RawConnection, table: str) -> int:
    (count,) = connection.execute(f'SELECT count(*) FROM main."{table}"').fetchone()
    return int(count)
