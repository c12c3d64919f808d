"""Half-filled forms and lines: kept inside the journal until they are taken up again."""

import json
from typing import Any

from leadjournal.store.journal_file import Journal

_KEEP = (
    "INSERT INTO draft (key, made, content) VALUES (?, ?, ?) "
    "ON CONFLICT (key) DO UPDATE SET made = excluded.made, content = excluded.content"
)


class Drafts:
    """Values under the name of the form they belong to; they are no records and leave no step."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def keep(self, key: str, values: dict[str, Any]) -> None:
        """Put by what was typed into a form; what was there before gives way."""
        content = json.dumps(values, ensure_ascii=False)
        with self._journal.aside() as connection:
            connection.exec_driver_sql(_KEEP, (key, self._journal.clock.now().isoformat(), content))

    def peek(self, key: str) -> dict[str, Any] | None:
        """What was put by, if anything; it stays."""
        with self._journal.reading() as session:
            found = (
                session.connection()
                .exec_driver_sql("SELECT content FROM draft WHERE key = ?", (key,))
                .scalar()
            )
        values = json.loads(found) if found else None
        return values if isinstance(values, dict) else None

    def forget(self, key: str) -> None:
        """The form was finished or given up."""
        if self.peek(key) is not None:
            with self._journal.aside() as connection:
                connection.exec_driver_sql("DELETE FROM draft WHERE key = ?", (key,))
