"""Names of people in a text for others: kept, shown as initials, or as Person 1, Person 2."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from leadjournal.base.words import _
from leadjournal.rules.spellings import (
    Spelling,
    is_caseless,
    is_joined,
    is_joined_in_handle,
    spellings_in_handles,
    spellings_in_text,
)

Style = Literal["keep", "initials", "persons"]
STYLES: tuple[Style, ...] = ("keep", "initials", "persons")

_WORD = re.compile(r"[^\W_]+")
_HANDLE = re.compile(
    r"(?:https?://|www\.)[^\s<>()\[\]]++|(?<![\w.+'-])[\w.+'-]++@[\w.-]+|[@#][\w.@-]+",
    re.IGNORECASE,
)
"""A web address, an e-mail address, a mention or a tag."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """What somebody is called."""

    id: str
    first_name: str
    full_name: str = ""


def stand_ins(people: Sequence[PersonName], style: Style) -> dict[str, str]:
    """What is shown for each person, by id; the same person is the same in all of a document."""
    if style == "keep":
        return {person.id: person.first_name for person in people}
    if style == "persons":
        return {
            person.id: _("Person {number}").format(number=number)
            for number, person in enumerate(people, start=1)
        }
    shown: dict[str, str] = {}
    count: dict[str, int] = {}
    for person in people:
        letter = _initial(person.first_name)
        count[letter] = count.get(letter, 0) + 1
        # Two people with one letter are told apart, or a reader would take them for one.
        shown[person.id] = f"{letter}." if count[letter] == 1 else f"{letter}.{count[letter]}"
    return shown


def name_hider(people: Sequence[PersonName], style: Style) -> Callable[[str], str]:
    """A function that puts the stand-ins in the place of every name in a text.

    In sentences a name is the first name, the full name, and what the full name adds to the
    first: as it was given or in capitals, as whole words. A name of letters without capitals
    counts inside longer words too. In tags, mentions and addresses any case counts. The rest of
    the text stays as it is.
    """
    if style == "keep":
        return _unchanged
    named = _named(people, style)
    sentences = _Names((each for one in named for each in spellings_in_text(*one)), is_joined)
    handles = _handles(named)

    def hidden(text: str) -> str:
        parts: list[str] = []
        done = 0
        for handle in _HANDLE.finditer(text):
            parts.append(sentences.hidden(text, done, handle.start()))
            parts.append(handles.hidden(text, handle.start(), handle.end()))
            done = handle.end()
        return "".join([*parts, sentences.hidden(text, done, len(text))])

    return hidden


def tag_hider(people: Sequence[PersonName], style: Style) -> Callable[[str], str]:
    """A function that does the same for the words of a tag, in which any case counts."""
    if style == "keep":
        return _unchanged
    handles = _handles(_named(people, style))
    return lambda tag: handles.hidden(tag, 0, len(tag))


class _Names:
    """The spellings of all names, found by their first sign, the longest first."""

    def __init__(
        self,
        spellings: Iterable[tuple[str, Spelling]],
        joined: Callable[[str, int, int], bool],
    ) -> None:
        self._joined = joined
        self._of_sign: dict[str, list[Spelling]] = {}
        for first, spelling in spellings:
            self._of_sign.setdefault(first, []).append(spelling)
        signs = "".join(map(re.escape, self._of_sign))
        self._sign = re.compile(f"[{signs}]" if signs else "(?!)")

    def hidden(self, text: str, begin: int, end: int) -> str:
        """This part of a text with the stand-ins in the place of names."""
        parts: list[str] = []
        done = begin
        for sign in self._sign.finditer(text, begin, end):
            if sign.start() < done:
                continue
            for spelling in self._of_sign[sign.group()]:
                found = spelling.pattern.match(text, sign.start(), end)
                if found and not (spelling.stands_alone and self._joined(text, *found.span())):
                    done, before = found.end(), text[done : sign.start()]
                    # Person 2 must not become Person 22.
                    apart = "-" if text[done : done + 1].isdigit() else ""
                    parts += (before, spelling.stand_in, apart)
                    break
        return "".join([*parts, text[done:end]])


def _unchanged(text: str) -> str:
    return text


def _named(people: Sequence[PersonName], style: Style) -> list[tuple[str, str]]:
    """Every name with its stand-in, the longest first."""
    shown = stand_ins(people, style)
    named = [(name, shown[person.id]) for person in people for name in _names(person)]
    return sorted(named, key=lambda pair: -len(pair[0]))


def _handles(named: Iterable[tuple[str, str]]) -> _Names:
    spellings = (each for one in named for each in spellings_in_handles(*one))
    return _Names(spellings, is_joined_in_handle)


def _names(person: PersonName) -> Iterable[str]:
    first, full = (" ".join(name.split()) for name in (person.first_name, person.full_name))
    names = [first, full]
    if full.startswith(f"{first} "):
        names.append(full[len(first) + 1 :])
    last = full.split()[-1:] if " " in full else []
    names += [word for word in last if word[:1].isupper() or is_caseless(word)]
    return dict.fromkeys(name for name in names if name)


def _initial(name: str) -> str:
    word = _WORD.search(name)
    return word.group()[0].upper() if word else "–"
