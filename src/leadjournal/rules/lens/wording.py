"""A text as the rules of the lens read it: tidied, in lower case, in tokens and sentences."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

_STRAIGHT = str.maketrans("‘’‚‛′“”„‟″", "'''''\"\"\"\"\"")
_BULLET = re.compile(r"(?:[-*+•‣◦·–—]|\(?\d{1,3}[.)])\s+")
_TOKEN = re.compile(r"[\w%'-]+")
AFTER_A_SENTENCE = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True)
class Wording:
    """A text and what is read from it; `lower` has a letter for each letter of `tidy`."""

    text: str

    @cached_property
    def tidy(self) -> str:
        """The text on one line, without the bullet or number before it."""
        line = " ".join(unicodedata.normalize("NFC", self.text).split())
        bullet = _BULLET.match(line)
        return line[bullet.end() :] if bullet else line

    @cached_property
    def lower(self) -> str:
        """The tidy text in lower case, with straight quotes."""
        lower = self.tidy.lower()
        if len(lower) != len(self.tidy):
            lower = "".join(
                small if len(small := sign.lower()) == 1 else sign for sign in self.tidy
            )
        return lower.translate(_STRAIGHT)

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """Its words and numbers; quotes and dashes around a word are no part of it."""
        return tokens_of(self.lower)

    @cached_property
    def owners(self) -> frozenset[str]:
        """Its tokens, also the nurse of “the nurse's”."""
        return frozenset(token.removesuffix("'s") for token in self.tokens)

    @cached_property
    def sentences(self) -> tuple[tuple[str, ...], ...]:
        """The tokens of each sentence."""
        parts = (tokens_of(part) for part in AFTER_A_SENTENCE.split(self.lower))
        return tuple(filter(None, parts))


def tokens_of(lower: str) -> tuple[str, ...]:
    """The words and numbers of a text in lower case."""
    stripped = (token.strip("'-_") for token in _TOKEN.findall(lower))
    return tuple(filter(None, stripped))
