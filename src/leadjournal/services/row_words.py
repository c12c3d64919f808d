"""The texts of a stored row as they are read."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from leadjournal.model.catalogue import BY_ID
from leadjournal.store.changes import Row

_WRITTEN = ("short", "long", "list")
"""Kinds of answers that are words of the user; others are choices, numbers and links."""


def words_in(kind: str, row: Row, name: str) -> str:
    """A text of a row, a list with one text a line; answers stand below their questions."""
    stored = row[name]
    if stored in (None, ""):
        return ""
    if BY_ID[kind].record.model_fields[name].annotation in (str, str | None):
        return str(stored)
    value = json.loads(stored)
    if isinstance(value, dict):
        return "\n\n".join(_answered(json.loads(row["asked"]), value))
    return "\n".join(map(str, value))


def _answered(asked: Sequence[Mapping[str, Any]], answers: Mapping[str, Any]) -> Iterator[str]:
    for step in asked:
        answer = answers.get(str(step.get("id")))
        if answer and step.get("kind") in _WRITTEN:
            words = "\n".join(map(str, answer)) if isinstance(answer, list) else str(answer)
            yield f"{step.get('prompt') or ''}\n{words}"
