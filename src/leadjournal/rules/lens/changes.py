"""Where a sentence holds two changes."""

import re
from dataclasses import dataclass
from functools import lru_cache

from leadjournal.rules.lens.case import Case
from leadjournal.rules.lens.words import Words, alternatives

_NEAR = 2
"""The second change is the first or the second word behind what joins the two."""
_MANY = 2


@dataclass(frozen=True, slots=True)
class Join:
    """What joins two changes, as places in the text."""

    first_change: int
    """Where the verb of the first change begins: what is before it is who changes."""
    ends: int
    begins: int
    second_change: int = 0


def holds_several_changes(case: Case) -> bool:
    """Two changes in a sentence, or two sentences with a change each."""
    changes = case.words["change_verbs"].words
    changing = [each for each in case.wording.sentences if not changes.isdisjoint(each)]
    return len(changing) >= _MANY or join_of_changes(case) is not None


def join_of_changes(case: Case) -> Join | None:
    """The first place where a change is joined to another, found in one walk over the text."""
    changes = case.words["change_verbs"].words
    first: int | None = None
    join: Join | None = None
    near = 0
    for found in _parts(case.words).finditer(case.lower):
        if found.lastgroup == "stop":
            first = join = None
        elif found.lastgroup == "word":
            is_change = found[0].strip("'-") in changes
            if is_change and join and near < _NEAR:
                return Join(join.first_change, join.ends, join.begins, found.start())
            if is_change and first is None:
                first = found.start()
            near += 1
        elif join and near == 0:
            join = Join(join.first_change, join.ends, found.end())
        elif first is not None:
            join, near = Join(first, found.start(), found.end()), 0
            first = None if found[0] == ";" else first
    return None


@lru_cache(maxsize=4)
def _parts(words: Words) -> re.Pattern[str]:
    joiners = alternatives(words["joiners"].entries)
    return re.compile(rf"(?P<stop>\.)|(?P<join>[;&,]|\b(?:{joiners})\b)|(?P<word>[\w%'-]+)")
