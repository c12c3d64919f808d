"""What comes in with a bundle becomes rows only after its kind's draft has looked at it."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from leadjournal.base.errors import InvalidValue
from leadjournal.base.words import _
from leadjournal.model.catalogue import BY_ID
from leadjournal.model.journal_card import CARD_ID
from leadjournal.model.record import FIRST_DAY, LAST_DAY
from leadjournal.store.changes import Image, Row, in_present_form, packed, packed_row, row_with
from leadjournal.store.dump import (
    COLUMNS,
    PastStep,
    PastVersion,
    Shape,
    readable,
)
from leadjournal.store.migrations import SCHEMA

Values = dict[str, Any]

_ID = re.compile(r"[0-9a-z-]{1,36}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOST_LETTERS = 2_000
_OF_RECORDS = ("id", "created", "changed")
_FITS: dict[Shape, type | tuple[type, ...]] = {
    Shape.TEXT: str,
    Shape.WHOLE: int,
    Shape.NUMBER: (int, float),
    Shape.TRUTH: bool,
    Shape.DAY: str,
    Shape.MOMENT: str,
    Shape.NESTED: (list, dict),
}


class RowFault(ValueError):
    """What is wrong with a record, as a sentence."""


class UnknownName(RowFault):
    """A column that this version does not have; a newer one wrote it."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def row_of(kind: str, values: Values) -> Row:
    """The record as the file holds it; a column that an older bundle lacks has its default."""
    shapes = COLUMNS[kind]
    _refuse_unknown(values, shapes)
    for name, value in values.items():
        if value is not None and not _fits(value, shapes[name]):
            raise RowFault(_("“{name}” is not {form}.").format(name=name, form=_form(shapes[name])))
    given: Values = {
        name: _moment(name, value) if shapes[name] is Shape.MOMENT and value else value
        for name, value in values.items()
    }
    own = {name: given.pop(name, None) for name in _OF_RECORDS}
    _refuse_nameless(kind, own)
    try:
        draft = BY_ID[kind].draft(**given)
    except InvalidValue as fault:
        raise RowFault(fault.happened) from None
    return row_with(kind, {**draft.model_dump(), **own})


def image_of(kind: str, values: object, schema: int) -> Row:
    """An image out of the history, which has the values as the file holds them."""
    if kind not in BY_ID or not isinstance(values, dict):
        raise RowFault(_("it is of a kind that is not known."))
    present = in_present_form(kind, values)
    if schema == SCHEMA and present.keys() != values.keys():
        raise RowFault(_("its image has other values than this version keeps."))
    try:
        is_sound = row_of(kind, readable(kind, present)) == present
    except (TypeError, AttributeError, ValueError) as fault:
        raise RowFault(_("its image cannot be read: {reason}").format(reason=fault)) from None
    if not is_sound:
        raise RowFault(_("its image is not as leadjournal writes it."))
    return {str(name): value for name, value in values.items()}


def step_of(values: Values, images: Iterable[Values]) -> PastStep:
    """A step of the history with its images."""
    schema = _schema(values)
    found: dict[str, Image] = {}
    for each in images:
        kind, id_ = _text(each, "kind"), _text(each, "id")
        rows = [
            None if each.get(name) is None else image_of(kind, each[name], schema)
            for name in ("before", "after")
        ]
        if id_ in found or kind not in BY_ID or any(row and row["id"] != id_ for row in rows):
            raise RowFault(_("its images contradict each other."))
        found[id_] = Image(kind, id_, *rows)
    undone = values.get("undone")
    if type(undone) is not int or undone not in (0, 1, 2, 3):
        raise RowFault(_("“{name}” is not {form}.").format(name="undone", form="0, 1, 2 or 3"))
    return PastStep(
        id=number_of(values, "id"),
        label=_text(values, "label"),
        made=_made(values),
        source=_text(values, "source"),
        schema=schema,
        undone=undone,
        content=packed(list(found.values())),
    )


def version_of(values: Values) -> PastVersion:
    """An earlier version of a record."""
    schema, kind, record = _schema(values), _text(values, "kind"), _text(values, "record")
    image = image_of(kind, values.get("image"), schema)
    if image["id"] != record or not _DAY.fullmatch(_text(values, "day")):
        raise RowFault(_("its images contradict each other."))
    return PastVersion(
        record=record,
        day=_text(values, "day"),
        kind=kind,
        made=_made(values),
        label=_text(values, "label"),
        schema=schema,
        content=packed_row(image),
    )


def number_of(values: Values, name: str) -> int:
    """A whole number above zero."""
    found = values.get(name)
    if not isinstance(found, int) or isinstance(found, bool) or found < 1:
        raise RowFault(_("“{name}” is not {form}.").format(name=name, form=_form(Shape.WHOLE)))
    return found


def _refuse_unknown(values: Values, shapes: dict[str, Shape]) -> None:
    for name in values:
        if name not in shapes:
            raise UnknownName(name)


def _fits(value: Any, shape: Shape) -> bool:
    if isinstance(value, bool) and shape is not Shape.TRUTH:
        return False
    if shape is Shape.DAY:
        return isinstance(value, str) and _DAY.fullmatch(value) is not None
    return isinstance(value, _FITS[shape])


def _form(shape: Shape) -> str:
    return {
        Shape.TEXT: _("a text"),
        Shape.WHOLE: _("a whole number"),
        Shape.NUMBER: _("a number"),
        Shape.TRUTH: _("true or false"),
        Shape.DAY: _("a day"),
        Shape.MOMENT: _("a moment in UTC"),
        Shape.NESTED: _("a list or named values"),
    }[shape]


def _moment(name: str, text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = datetime.min
    if found.utcoffset() is None or not FIRST_DAY <= found.date() <= LAST_DAY:
        raise RowFault(_("“{name}” is not {form}.").format(name=name, form=_form(Shape.MOMENT)))
    return found


def _refuse_nameless(kind: str, own: Values) -> None:
    for name, value in own.items():
        if value is None:
            raise RowFault(_("{field} is needed.").format(field=f"“{name}”"))
    is_card = own["id"] == CARD_ID
    if not _ID.fullmatch(own["id"]) or is_card != (kind == "journal"):
        raise RowFault(_("its id cannot be one."))


def _text(values: Values, name: str) -> str:
    found = values.get(name)
    if not isinstance(found, str) or len(found) > _MOST_LETTERS:
        raise RowFault(_("“{name}” is not {form}.").format(name=name, form=_form(Shape.TEXT)))
    return found


def _made(values: Values) -> str:
    text = _text(values, "made")
    if _moment("made", text).isoformat() != text:
        raise RowFault(_("“{name}” is not {form}.").format(name="made", form=_form(Shape.MOMENT)))
    return text


def _schema(values: Values) -> int:
    if (found := number_of(values, "schema")) > SCHEMA:
        raise RowFault(_("a newer version made it."))
    return found
