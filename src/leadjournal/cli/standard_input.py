"""A text that is an argument, or comes in on standard input where the argument is a dash."""

import sys

from leadjournal.base.errors import InvalidValue
from leadjournal.base.words import _

_DASH = "-"
_MOST_BYTES = 8_000_000


def text_or_input(text: str, too_long: str, safe: str = "") -> str:
    """The argument itself, or for a dash what standard input holds; the rest is for a refusal."""
    if text != _DASH:
        return text
    content = sys.stdin.buffer.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise InvalidValue(too_long, safe)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InvalidValue(_("The text is not UTF-8."), safe) from None
