"""What a form asks, read from the draft that will check the answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

from leadjournal.base.errors import Bug
from leadjournal.base.words import _
from leadjournal.ui.items.words import choices_of

if TYPE_CHECKING:
    from leadjournal.model.record import Draft

Kind = Literal[
    "line", "lines", "list", "number", "whole", "scale", "day", "choice", "flag", "record",
    "option", "ticks", "rows",
]  # fmt: skip

_LONGEST_LINE = 250
_SCALE = (1, 5)


@dataclass(frozen=True, slots=True)
class FormField:
    """One question: what it is called, how it is answered and what may be answered."""

    name: str
    label: str
    kind: Kind
    hint: str = ""
    optional: bool = False
    default: object = None
    choices: tuple[tuple[str, object], ...] = ()
    record: str = ""
    stands_for: Mapping[str, float] = field(default_factory=dict)
    columns: tuple[FormField, ...] = ()
    """The questions of each row, where the answer is a small table."""
    sentences: tuple[str, ...] = ()
    """What each choice means, or what stands at its right."""

    def asked_as(self, *, optional: bool, hint: str = "") -> FormField:
        """The same question as one particular form asks it."""
        return replace(self, optional=optional, hint=hint or self.hint)


def fields_of(
    draft: type[Draft],
    names: Sequence[str],
    *,
    stands_for: Mapping[str, Mapping[str, float]] | None = None,
) -> list[FormField]:
    """The questions for some fields of a draft, in that order."""
    hints = get_type_hints(draft)
    letters = stands_for or {}
    return [_field(draft, name, hints[name], letters.get(name, {})) for name in names]


def _field(draft: type[Draft], name: str, hint: Any, letters: Mapping[str, float]) -> FormField:
    asked: Any = draft.model_fields[name]
    kind, optional = _without_none(hint)
    points_at = getattr(asked, "foreign_key", None)
    record = points_at.partition(".")[0] if isinstance(points_at, str) else ""
    free_text = kind is str and not record and not asked.is_required()
    return FormField(
        name=name,
        label=_(asked.title or name),
        kind="record" if record else _kind(name, kind, asked),
        hint=_(asked.description) if asked.description else "",
        optional=optional or free_text or get_origin(kind) is list,
        default=None if asked.is_required() else asked.get_default(call_default_factory=True),
        choices=_choices(kind),
        record=record,
        stands_for=letters,
    )


def _without_none(hint: Any) -> tuple[Any, bool]:
    if get_origin(hint) not in (Union, UnionType):
        return hint, False
    parts = [part for part in get_args(hint) if part is not type(None)]
    return parts[0], len(parts) < len(get_args(hint))


def _kind(name: str, kind: Any, asked: Any) -> Kind:
    limits = asked.metadata
    if get_origin(kind) is list:
        return "list"
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return "choice"
    if kind is str:
        # A title may be longer than it is meant to be; what its column says is what is meant.
        meant = getattr(getattr(asked, "sa_type", None), "length", None)
        longest = meant or _limit(limits, "max_length") or _LONGEST_LINE + 1
        return "line" if longest <= _LONGEST_LINE else "lines"
    if kind is int:
        bounds = (_limit(limits, "ge"), _limit(limits, "le"))
        return "scale" if bounds == _SCALE else "whole"
    simple: dict[Any, Kind] = {float: "number", date: "day", bool: "flag"}
    if kind not in simple:
        raise Bug(f"A form cannot ask for {name}")
    return simple[kind]


def _limit(limits: Sequence[object], name: str) -> int | None:
    found = (getattr(each, name, None) for each in limits)
    return next((each for each in found if each is not None), None)


def _choices(kind: Any) -> tuple[tuple[str, object], ...]:
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return tuple(choices_of(kind))
    return ()
