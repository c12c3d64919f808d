"""What every record has, and what every draft checks before it may become one."""

import enum
import math
import unicodedata
import uuid
from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, ValidationError, model_validator
from sqlmodel import Enum, Field, SQLModel, UTCDateTime
from sqlmodel._compat import SQLModelConfig
from sqlmodel.sql.sqltypes import AutoString

from leadjournal.base.errors import InvalidValue
from leadjournal.base.words import _

FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2199, 12, 31)
LONGEST_TITLE = 10_000
"""Characters of a title; what somebody pastes into one is kept whole."""

_REPLACEMENT = "\ufffd"


def new_id() -> str:
    """A new id; ids are made here, never by the database."""
    return str(uuid.uuid4())


def _now() -> datetime:
    return datetime.now(UTC)


def by_value(words: type[enum.Enum]) -> Any:
    """The column type that stores an enumeration by its value, not by its name in the code."""
    return Enum(words, values_callable=_values, native_enum=False, length=24, validate_strings=True)


def declared(length: int) -> Any:
    """The column type a table was first made with.

    The file keeps longer text all the same, and a table need not be made anew to allow it.
    """
    return AutoString(length)


def _values(words: Iterable[enum.Enum]) -> list[str]:
    return [str(word.value) for word in words]


def clean(text: str) -> str:
    """Text as it is stored: composed form, one kind of line end, no NUL, no half characters."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    lines = whole.replace("\x00", _REPLACEMENT).replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", lines)


def _one_line(text: Any) -> Any:
    return " ".join(text.split()) if isinstance(text, str) else text


def _possible(day: date) -> date:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise ValueError(f"outside {FIRST_DAY.year} to {LAST_DAY.year}")
    return day


def _finite(number: float) -> float:
    if not math.isfinite(number):
        raise ValueError("not finite")
    return number


Line = Annotated[str, BeforeValidator(_one_line)]
"""Text on one line; blanks alone are no text."""

Day = Annotated[date, AfterValidator(_possible)]
"""A day a user chooses, between 1900 and 2199."""

Number = Annotated[float, AfterValidator(_finite)]
"""A number that can be drawn and compared."""


class Draft(SQLModel):
    """Values on their way into a record; a wrong one is told in a sentence."""

    model_config = SQLModelConfig(extra="forbid", str_max_length=2_000_000, defer_build=True)

    def __init__(self, **values: Any) -> None:
        try:
            super().__init__(**values)
        except ValidationError as fault:
            raise _in_words(type(self), fault) from fault

    @model_validator(mode="before")
    @classmethod
    def _clean_text(cls, values: Any) -> Any:
        if not isinstance(values, dict):
            return values
        return {name: _clean_value(value) for name, value in values.items()}


def _clean_value(value: Any) -> Any:
    if isinstance(value, enum.Enum) or not isinstance(value, str | list):
        return value
    if isinstance(value, str):
        return clean(value)
    return [_clean_value(item) for item in value]


def _in_words(draft: type[Draft], fault: ValidationError) -> InvalidValue:
    first = fault.errors()[0]
    name = str(first["loc"][0]) if first["loc"] else ""
    field = draft.model_fields.get(name)
    label = _(field.title) if field is not None and field.title else name
    return InvalidValue(_reason(label, first), field=name)


def _reason(label: str, error: Any) -> str:
    limits = error.get("ctx") or {}
    match error["type"]:
        case "missing" | "string_too_short":
            return _("{field} is needed.").format(field=label)
        case "string_too_long":
            return _("{field} may have at most {count} characters.").format(
                field=label, count=limits.get("max_length")
            )
        case "less_than_equal" | "greater_than_equal" | "greater_than" | "less_than":
            bound = next(iter(limits.values()))
            sentence = {
                "greater_than": _("{field} must be more than {bound}."),
                "greater_than_equal": _("{field} must be at least {bound}."),
                "less_than": _("{field} must be less than {bound}."),
                "less_than_equal": _("{field} must be at most {bound}."),
            }[error["type"]]
            return sentence.format(field=label, bound=f"{bound:.12g}")
        case "enum":
            return _("{field} must be one of {choices}.").format(
                field=label, choices=str(limits.get("expected", "")).replace("'", "")
            )
        case "value_error" | "float_parsing" | "int_parsing" | "float_type" | "int_type":
            return _("{field} is out of range or of the wrong form.").format(field=label)
        case "date_from_datetime_parsing" | "date_parsing" | "date_type":
            return _("{field} must be a day, written as year-month-day.").format(field=label)
        case _:
            return _("{field} has a value that cannot be used.").format(field=label)


class Record(SQLModel):
    """A row of the journal: its id, and when it was made and last changed (UTC)."""

    id: str = Field(default_factory=new_id, primary_key=True)
    created: datetime = Field(default_factory=_now, sa_type=UTCDateTime)
    changed: datetime = Field(default_factory=_now, sa_type=UTCDateTime)
