"""Records in the words of the terminal: title, day, state, fields, and plain values."""

from collections.abc import Callable
from typing import Any

from leadjournal.base.formats import number
from leadjournal.base.words import _
from leadjournal.model.catalogue import KINDS, Kind, Ref
from leadjournal.model.record import Record
from leadjournal.services.entries import first_words
from leadjournal.services.shelf import values_of as stored_values

_LONG = 300
_BY_TABLE = {kind.table: kind for kind in KINDS}


def values_of(record: Record) -> dict[str, Any]:
    """A record for programs: what is stored, and the state that follows from it."""
    values = stored_values(record)
    state = getattr(record, "status", None)
    return values if state is None else {**values, "status": state.value}


def title_of(kind: Kind, record: Record) -> str:
    """The words a record is known by; those of an untitled entry are its first."""
    title = _words(getattr(record, kind.title))
    return title or first_words(str(getattr(record, "text", ""))) or _(kind.label)


def day_in(kind: Kind, record: Record) -> str:
    """The day of a record, where it has one."""
    value = getattr(record, kind.day) if kind.day else None
    return str(value) if value is not None else ""


def state_of(record: Record) -> str:
    """How far a record is, where that can be said in a word."""
    state = getattr(record, "status", None)
    if state is not None:
        return str(state.value)
    if getattr(record, "dropped_on", None):
        return _("dropped")
    if getattr(record, "done_on", None):
        return _("done")
    if getattr(record, "closed_on", None):
        return _("closed")
    return ""


def fields_of(kind: Kind, record: Record, title: Callable[[Ref], str]) -> list[tuple[str, str]]:
    """The filled fields of a record with their labels; `title` names what an id points at."""
    rows = []
    for name, field in kind.draft.model_fields.items():
        value = getattr(record, name)
        if value is None or value in ("", [], {}) or not field.title or _is_text(value):
            continue
        table = str(getattr(field, "foreign_key", "")).removesuffix(".id")
        target = _BY_TABLE.get(table)
        shown = title(Ref(target.id, value)) if target is not None else _words(value)
        rows.append((_(field.title), shown))
    return rows


def texts_of(kind: Kind, record: Record) -> list[str]:
    """The texts of a record that are too long for a table."""
    values = [getattr(record, name) for name in kind.draft.model_fields]
    return [value for value in values if _is_text(value)]


def _is_text(value: object) -> bool:
    return isinstance(value, str) and (len(value) > _LONG or "\n" in value)


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, float):
        return number(value, 4)
    if isinstance(value, list):
        return "; ".join(_words(one) for one in value)
    return str(getattr(value, "value", value) if value is not None else "")
