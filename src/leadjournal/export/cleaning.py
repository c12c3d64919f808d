"""Text as every format can hold it: no NUL, no lone surrogate, one kind of line end."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LINE_END = re.compile("\r\n|[\r\x85\u2028\u2029]")

T = TypeVar("T")


def clean_text(text: str) -> str:
    """The text without characters that XML, PDF or UTF-8 cannot hold."""
    text = _LINE_END.sub("\n", text)
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", _UNPRINTABLE.sub("", text))


def cleaned(value: T) -> T:
    """The same value with every text inside it cleaned: dataclasses, tuples, lists, mappings."""
    result: Any = value
    if isinstance(value, str):
        result = clean_text(value)
    elif isinstance(value, tuple) and hasattr(value, "_make"):
        result = value._make(cleaned(item) for item in value)
    elif isinstance(value, tuple | list):
        result = type(value)(cleaned(item) for item in value)
    elif isinstance(value, dict):
        result = {cleaned(key): cleaned(item) for key, item in value.items()}
    elif is_dataclass(value) and not isinstance(value, type):
        result = replace(value, **{f.name: cleaned(getattr(value, f.name)) for f in fields(value)})
    return result  # type: ignore[no-any-return]
