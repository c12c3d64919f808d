"""Numbers as spreadsheets and people write them, and which sign parts their decimals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Literal

Sign = Literal[".", ","]

_SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f'’\u066c]+")
_MINUS = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2012": "-", "\ufe63": "-", "\uff0d": "-"})
_DECIMALS = str.maketrans({"\u066b": ".", "\uff0e": ".", "\uff0c": ","})
_UNITS = re.compile(r"^(?:[%€$£¥₹₣₺₽]|CHF|EUR|USD|GBP)\s*|\s*(?:[%€$£¥₹₣₺₽]|CHF|EUR|USD|GBP)$")
_SHAPE = re.compile(r"[+-]?(?:\d[\d.,]*|[.,]\d+)(?:[eE][+-]?\d{1,3})?")
_GROUPED = {
    ".": re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?|[+-]?\d*\.?\d*(?:[eE][+-]?\d+)?"),
    ",": re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d*)?|[+-]?\d*,?\d*(?:[eE][+-]?\d+)?"),
}
_BARE = re.compile(r"-?\d+(?:[.,]\d+)?")
_LONGEST = 60


def plain(text: str) -> str:
    """The number in a text in plain digits and signs, or nothing where the text is no number.

    Spaces and apostrophes between thousands, a percent sign or a currency are taken off; digits
    of other scripts become plain ones; an amount in brackets is one below zero.
    """
    if len(text) > _LONGEST:
        return ""
    words = text.strip()
    if words.isascii():
        if _BARE.fullmatch(words):
            return words
    else:
        words = plain_digits(words.translate(_MINUS).translate(_DECIMALS))
    below = words.startswith("(") and words.endswith(")")
    if below:
        words = words[1:-1].strip()
    sign = "-" if below else ""
    if words.endswith("-") and not words.startswith("-"):
        words = f"-{words[:-1].strip()}"
    if words.startswith(("-", "+")):
        sign, words = ("" if below else words[0]), words[1:].strip()
    bare = _UNITS.sub("", _UNITS.sub("", words).strip()).strip()
    if bare.startswith(("-", "+")) and not sign:
        sign, bare = bare[0], bare[1:].strip()
    if not _spaced_right(bare):
        return ""
    bare = sign + _SPACES.sub("", bare)
    return bare if _SHAPE.fullmatch(bare) else ""


def plain_digits(text: str) -> str:
    """A text with the digits of every script as 0 to 9."""
    return "".join(
        str(unicodedata.digit(letter)) if unicodedata.category(letter) == "Nd" else letter
        for letter in text
    )


def _spaced_right(text: str) -> bool:
    # 1 234,5 is one number; 12 5 is two.
    parts = _SPACES.split(text)
    return len(parts) == 1 or (
        1 <= len(parts[0]) <= 3
        and all(part.isdigit() and len(part) == 3 for part in parts[1:-1])
        and parts[0].isdigit()
        and re.fullmatch(r"\d{3}(?:[.,]\d*)?", parts[-1]) is not None
    )


def reads_as(number: str, sign: Sign) -> float | None:
    """A plain number when this sign parts its decimals, or nothing where that cannot be."""
    if not number or not _GROUPED[sign].fullmatch(number) or not any(map(str.isdigit, number)):
        return None
    other = "," if sign == "." else "."
    try:
        value = float(number.replace(other, "").replace(sign, "."))
    except ValueError:
        return None
    return value if abs(value) != float("inf") else None


def signs_of(number: str) -> frozenset[Sign]:
    """Which sign may part the decimals of a plain number; both where it does not matter."""
    found: list[Sign] = [sign for sign in _BOTH if reads_as(number, sign) is not None]
    if len(found) == 2 and reads_as(number, ".") == reads_as(number, ","):
        return frozenset(_BOTH)
    return frozenset(found)


_BOTH: tuple[Sign, ...] = (".", ",")


class DecimalSign:
    """What a column says about its decimal sign."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.points: list[int] = []
        self.commas: list[int] = []
        self.unsure: list[int] = []
        for place, text in enumerate(texts):
            number = plain(text)
            if not number:
                continue
            found = signs_of(number)
            if found == {"."}:
                self.points.append(place)
            elif found == {","}:
                self.commas.append(place)
            elif found and reads_as(number, ".") != reads_as(number, ","):
                self.unsure.append(place)

    @property
    def is_mixed(self) -> bool:
        """Whether some cells can only have a point and some only a comma."""
        return bool(self.points and self.commas)

    @property
    def is_open(self) -> bool:
        """Whether nothing tells: 1,234 may be one thousand or one and a bit."""
        return bool(self.unsure) and not self.points and not self.commas

    @property
    def sign(self) -> Sign | None:
        """The sign all cells can have; nothing where it is mixed or open."""
        if self.is_mixed or self.is_open:
            return None
        return "," if self.commas else "."

    def odd_ones(self) -> Sequence[int]:
        """The rows with the rarer sign, where both are there; all of them if none is rarer."""
        if len(self.points) == len(self.commas):
            return sorted([*self.points, *self.commas])
        return min(self.points, self.commas, key=len)
