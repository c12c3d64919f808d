"""Names of people in a text for others: kept, shown as initials, or as Person 1, Person 2."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from leadjournal.base.words import _

Style = Literal["keep", "initials", "persons"]
STYLES: tuple[Style, ...] = ("keep", "initials", "persons")

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class PersonName:
    """What somebody is called."""

    id: str
    first_name: str
    full_name: str = ""


@dataclass(frozen=True, slots=True)
class _Spelling:
    pattern: re.Pattern[str]
    stand_in: str


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

    A name is replaced where it stands as whole words in exactly this spelling: the first name,
    the full name, and what the full name adds to the first. The rest of the text stays as it is.
    """
    if style == "keep":
        return _unchanged
    shown = stand_ins(people, style)
    named = [(name, shown[person.id]) for person in people for name in _names(person)]
    index: dict[str, list[_Spelling]] = {}
    signs: list[tuple[str, str]] = []
    for name, stand_in in sorted(named, key=lambda pair: -len(pair[0])):
        first = _WORD.search(name)
        if first is None:
            signs.append((name, stand_in))
            continue
        words = name[first.start() :].split()
        pattern = re.compile(r"\s+".join(re.escape(word) for word in words))
        index.setdefault(first.group(), []).append(_Spelling(pattern, stand_in))
    return lambda text: _hidden(text, index, signs)


def _unchanged(text: str) -> str:
    return text


def _hidden(text: str, index: dict[str, list[_Spelling]], signs: Iterable[tuple[str, str]]) -> str:
    for name, stand_in in signs:
        text = text.replace(name, stand_in)
    parts: list[str] = []
    done = 0
    for word in _WORD.finditer(text):
        if word.start() < done or word.group() not in index or _joined(text, word.start() - 1):
            continue
        for spelling in index[word.group()]:
            found = spelling.pattern.match(text, word.start())
            if found is not None and not _joined(text, found.end()):
                parts += (text[done : word.start()], spelling.stand_in)
                done = found.end()
                break
    return "".join([*parts, text[done:]])


def _joined(text: str, place: int) -> bool:
    """Whether the sign at a place belongs to a word; marks over and under letters do."""
    if not 0 <= place < len(text):
        return False
    return text[place].isalnum() or unicodedata.category(text[place])[0] == "M"


def _names(person: PersonName) -> Iterable[str]:
    first, full = (" ".join(name.split()) for name in (person.first_name, person.full_name))
    names = [first, full]
    if full.startswith(f"{first} "):
        names.append(full[len(first) + 1 :])
    last = full.split()[-1:] if " " in full else []
    names += [word for word in last if word[:1].isupper()]
    return dict.fromkeys(name for name in names if name)


def _initial(name: str) -> str:
    word = _WORD.search(name)
    return word.group()[0].upper() if word else "–"
