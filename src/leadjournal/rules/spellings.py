"""The ways a name is written in a text, and the places where it may stand."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

_APOSTROPHES = "['’ʼ]"


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a name, and what is shown in its place."""

    pattern: re.Pattern[str]
    stand_in: str
    stands_alone: bool
    """Whether it is the name only between word borders, as where words are set apart."""


def spellings_in_text(name: str, stand_in: str) -> Iterator[tuple[str, Spelling]]:
    """How a name is written in sentences, each by its first sign.

    As it was given and in capitals. A name of one letter counts only where a full stop follows
    ("J."): alone it is a word of its own in many languages, and tells no more than an initial.
    """
    name = _from_first_letter(name)
    if is_caseless(name):
        yield _spelled(name, stand_in, r"\s*", alone=False)
    elif _is_one_letter(name):
        letter = next(sign for sign in name if sign.isalnum()).upper()
        pattern = re.compile(re.escape(letter) + r"\.(?![^\W_])")
        yield letter[0], Spelling(pattern, stand_in, True)
    else:
        forms = [name, name.upper()]
        if name.islower() or name.isupper():
            forms.append(name.title())
        for form in dict.fromkeys(forms):
            yield _spelled(form, stand_in, r"\s+", alone=any(map(str.isalnum, form)))


def spellings_in_handles(name: str, stand_in: str) -> Iterator[tuple[str, Spelling]]:
    """How a name is written in tags and addresses: in any case, without accents, in one word."""
    name = _from_first_letter(name)
    caseless = is_caseless(name)
    if _is_one_letter(name) and not caseless:
        return
    shown = "-".join(stand_in.replace(".", "").lower().split())
    for form in dict.fromkeys([name, name if caseless else _without_marks(name)]):
        _first, written = _spelled(form, shown, r"[\W_]*", alone=not caseless)
        spelling = replace(written, pattern=re.compile(written.pattern.pattern, re.IGNORECASE))
        for first in {form[0], form[0].lower(), form[0].upper()}:
            yield first[0], spelling


def is_caseless(name: str) -> bool:
    """Whether a name is of letters without capitals; such scripts seldom set words apart."""
    letters = [sign for sign in name if sign.isalpha()]
    return bool(letters) and all(_is_caseless(letter) for letter in letters)


def is_joined(text: str, begin: int, end: int) -> bool:
    """Whether letters, digits or marks beside a place in a sentence make it part of a word."""
    before = begin - 1
    while before >= 0 and _is_mark(text[before]):
        before -= 1
    if before >= 0 and _makes_words(text[before]):
        return True
    return end < len(text) and (_makes_words(text[end]) or _is_mark(text[end]))


def is_joined_in_handle(text: str, begin: int, end: int) -> bool:
    """The same for tags and addresses, where digits and a new capital begin a new word."""
    return _one_word(text[begin - 1 : begin + 1]) or _one_word(text[end - 1 : end + 1])


def _spelled(form: str, stand_in: str, between: str, *, alone: bool) -> tuple[str, Spelling]:
    words = between.join(re.escape(word) for word in form.split())
    pattern = re.compile(re.sub(_APOSTROPHES, _APOSTROPHES, words))
    return form[0], Spelling(pattern, stand_in, alone)


def _from_first_letter(name: str) -> str:
    """The name from its first letter or digit on; all of it where it has none."""
    found = re.search(r"[^\W_]", name)
    return name[found.start() :] if found else name


def _is_one_letter(name: str) -> bool:
    return sum(map(str.isalnum, name)) == 1


def _without_marks(name: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", name) if not _is_mark(sign))


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign)[0] == "M"


def _is_caseless(letter: str) -> bool:
    return letter.lower() == letter.upper()


def _makes_words(sign: str) -> bool:
    return sign.isdigit() or (sign.isalpha() and not _is_caseless(sign))


def _one_word(pair: str) -> bool:
    if len(pair) < 2 or not all(sign.isalpha() and not _is_caseless(sign) for sign in pair):
        return len(pair) == 2 and _is_mark(pair[1])
    return not (pair[0].islower() and pair[1].isupper())
