"""The texts of a stored row as they are read: a list of texts is one text a line."""

import json

from leadjournal.model.catalogue import BY_ID
from leadjournal.store.changes import Row


def words_in(kind: str, row: Row, name: str) -> str:
    """A text of a row; nothing where there is none."""
    stored = row[name]
    if stored in (None, ""):
        return ""
    return "\n".join(json.loads(stored)) if _is_list(kind, name) else str(stored)


def as_stored_words(kind: str, name: str, words: str) -> str:
    """The text as the row holds it."""
    if not _is_list(kind, name):
        return words
    return json.dumps([line for line in words.split("\n") if line], ensure_ascii=True)


def _is_list(kind: str, name: str) -> bool:
    return BY_ID[kind].record.model_fields[name].annotation not in (str, str | None)
