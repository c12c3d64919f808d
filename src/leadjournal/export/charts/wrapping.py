"""Words in several lines of a picture, which has no lines of its own."""

from leadjournal.export.charts.svg import shortened, text_width

_LONGEST = 400
"""More of a text than this never fits in the few lines of a box."""


def wrapped(text: str, width: float, size: float, most: int) -> tuple[str, ...]:
    """The text in at most so many lines; a word too long for one is divided, the rest is cut."""
    words = text[:_LONGEST].split()
    lines: list[str] = []
    while words and len(lines) < most - 1:
        lines.append(_next_line(words, width, size))
    if words:
        rest = " ".join(words) + ("…" if len(text) > _LONGEST else "")
        lines.append(shortened(rest, width, size))
    return tuple(lines) or ("",)


def _next_line(words: list[str], width: float, size: float) -> str:
    """Take the words of one line away from the front."""
    line = ""
    while words:
        longer = f"{line} {words[0]}" if line else words[0]
        if text_width(longer, size) > width:
            break
        line = longer
        words.pop(0)
    return line or _divided(words, width, size)


def _divided(words: list[str], width: float, size: float) -> str:
    word = words[0]
    used, length = 0.0, 0
    while length < len(word):
        used += text_width(word[length], size)
        if used > width and length:
            break
        length += 1
    words[0] = word[length:]
    if not words[0]:
        words.pop(0)
    return word[:length]
