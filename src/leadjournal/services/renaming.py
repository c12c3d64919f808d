"""Records with the names of people hidden in everything a user wrote."""

from collections.abc import Callable
from typing import Any, TypeVar

from leadjournal.model.person import Person
from leadjournal.model.record import Record
from leadjournal.rules.names import Style

R = TypeVar("R", bound=Record)

Rename = Callable[[str], str]


def renamed(record: R, rename: Rename) -> R:
    """A copy whose texts were renamed; ids, days and words of the program stay."""
    values = record.model_dump()
    texts = {
        name: _renamed(value, rename)
        for name, value in values.items()
        if type(value) in (str, list) and not _names_a_record(name)
    }
    return type(record)(**{**values, **texts})


def person_for_others(person: Person, style: Style, stand_in: str, rename: Rename) -> Person:
    """A person without the private note; of a hidden name nothing is left that gives it away."""
    if style == "keep":
        return Person(**{**person.model_dump(), "note": ""})
    role = rename(person.role) if style == "initials" else ""
    return Person(
        **{**person.model_dump(), "first_name": stand_in, "full_name": "", "role": role, "note": ""}
    )


def _renamed(value: Any, rename: Rename) -> Any:
    if isinstance(value, list):
        return [_renamed(each, rename) for each in value]
    return rename(value) if isinstance(value, str) else value


def _names_a_record(field: str) -> bool:
    return field == "id" or field.endswith(("_id", "_kind"))
