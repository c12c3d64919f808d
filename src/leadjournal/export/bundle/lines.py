"""Records as lines of JSON: written so that any reader can split them, read with suspicion."""

import json
import math
from collections.abc import Iterable
from typing import Any, NoReturn

from leadjournal.base.words import _
from leadjournal.export.bundle import limits

Values = dict[str, Any]

_BREAKS = {"\u2028": "\\u2028", "\u2029": "\\u2029", "\x85": "\\u0085"}
_LARGEST = 2**63
_MOST_DIGITS = 19


class LineFault(ValueError):
    """What is wrong with a line, as the end of a sentence."""


def as_line(values: Values) -> bytes:
    """One record on one line; what other programs take for the end of a line is spelt out."""
    text = json.dumps(values, ensure_ascii=False, allow_nan=False, separators=(", ", ": "))
    for sign, spelt in _BREAKS.items():
        text = text.replace(sign, spelt)
    try:
        return text.encode() + b"\n"
    except UnicodeEncodeError:
        # Half a character is no text: it leaves as what the editor would have made of it.
        whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return whole.encode() + b"\n"


def values_of(line: bytes) -> Values:
    """The record on a line, or a fault in words."""
    try:
        found = json.loads(
            line.decode(),
            object_pairs_hook=_without_twins,
            parse_int=_whole_number,
            parse_float=_number,
            parse_constant=_no_number,
        )
    except UnicodeDecodeError:
        raise LineFault(_("it is not UTF-8.")) from None
    except RecursionError:
        raise LineFault(_too_deep()) from None
    except json.JSONDecodeError:
        raise LineFault(_("it is not JSON.")) from None
    if not isinstance(found, dict):
        raise LineFault(_("it is not a record with named values."))
    _look_through(found)
    return found


def _without_twins(pairs: list[tuple[str, Any]]) -> Values:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise LineFault(_("it says something twice."))
    return found


def _whole_number(digits: str) -> int:
    if len(digits.lstrip("-")) > _MOST_DIGITS or not -_LARGEST <= int(digits) < _LARGEST:
        raise LineFault(_("a number in it is too large."))
    return int(digits)


def _number(digits: str) -> float:
    if not math.isfinite(found := float(digits)):
        raise LineFault(_("a number in it is too large."))
    return found


def _no_number(_word: str) -> NoReturn:
    raise LineFault(_("a value in it is no number."))


def _look_through(whole: Values) -> None:
    """Neither too deep nor with half characters; without recursion, since it may be deep."""
    waiting: list[tuple[int, Any]] = [(1, whole)]
    while waiting:
        depth, value = waiting.pop()
        if isinstance(value, str):
            _refuse_half_characters(value)
        elif isinstance(value, dict | list):
            if depth > limits.DEPTH:
                raise LineFault(_too_deep())
            inside: Iterable[Any] = (*value, *value.values()) if isinstance(value, dict) else value
            waiting += [(depth + 1, each) for each in inside]


def _refuse_half_characters(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise LineFault(_("a text in it has half a character.")) from None


def _too_deep() -> str:
    return _("its values are nested too deep.")
