"""How well a passphrase keeps a journal closed, in words."""

from dataclasses import dataclass
from enum import Enum
from hmac import compare_digest
from itertools import pairwise
from unicodedata import normalize

from leadjournal.base.words import _

_SHORTEST = 8
_FAIR = 30.0
_STRONG = 44.0
_FAMILIAR = (
    "password", "passphrase", "passwort", "qwerty", "asdf", "letmein", "welcome", "admin",
    "secret", "iloveyou", "12345", "leadjournal", "journal",
)  # fmt: skip
_WORD_WORTH = 12.0
_LETTER_WORTH = 3.0


class Strength(Enum):
    """Three words are enough to decide by."""

    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How strong a passphrase is, and what makes it so or would make it stronger."""

    strength: Strength
    sentence: str


def is_same(typed: str, known: str) -> bool:
    """Whether two passphrases open the same: how an accent was typed makes no difference."""
    one, other = (normalize("NFC", each).encode(errors="replace") for each in (typed, known))
    return compare_digest(one, other)


def strength(passphrase: str) -> Verdict:
    """Judge by length, by different words and letters, and by what everybody tries first."""
    known = next((word for word in _FAMILIAR if word in passphrase.casefold()), None)
    worth = _worth(passphrase)
    if known is not None and worth < 2 * _STRONG:
        return Verdict(Strength.WEAK, _("Weak: “{word}” is tried first").format(word=known))
    if len(passphrase) < _SHORTEST:
        return Verdict(Strength.WEAK, _("Weak: too short; four words are easy to remember"))
    if len(set(passphrase.casefold())) < 5 or worth < _FAIR:
        return Verdict(Strength.WEAK, _("Weak: too easy to guess; add another word"))
    if worth < _STRONG:
        return Verdict(Strength.FAIR, _("Fair: one more word makes it strong"))
    return Verdict(Strength.STRONG, _strong_sentence(passphrase))


def _worth(passphrase: str) -> float:
    """A cautious guess at how many halvings it takes to find it, in bits."""
    different = dict.fromkeys(passphrase.casefold().split())
    return sum(_worth_of_word(word) for word in different)


def _worth_of_word(word: str) -> float:
    letters = len(set(pairwise(word))) + 1
    by_letters = letters * _LETTER_WORTH
    if word.isalpha():
        return min(by_letters, _WORD_WORTH + max(0, letters - 8))
    return by_letters * 1.4


def _strong_sentence(passphrase: str) -> str:
    words = len(set(passphrase.casefold().split()))
    if words >= 4:
        return _("Strong: words that do not belong together")
    return _("Strong: long enough and hard to guess")
