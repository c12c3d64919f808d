"""A text with all that is known around it, and the answers that several rules need."""

import re
from dataclasses import dataclass
from functools import cached_property

from leadjournal.rules.lens.record import Subject, Surroundings
from leadjournal.rules.lens.wording import Wording
from leadjournal.rules.lens.words import Words

_NOT_A_WORD = re.compile(r"[^\w%]*")
_TWO_WORDS = re.compile(r"[^\w%]*[\w%'-]+[^\w%]+\w")
_NEXT_WORD = re.compile(r"[^\w%]*([\w%'-]+)")
_SHORTEST_STEM = 3
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Case:
    """What a rule looks at."""

    wording: Wording
    words: Words
    subject: Subject
    surroundings: Surroundings

    @property
    def lower(self) -> str:
        """The text in lower case, as patterns read it."""
        return self.wording.lower

    @property
    def tokens(self) -> tuple[str, ...]:
        """Its words and numbers."""
        return self.wording.tokens

    def has(self, *lists: str) -> bool:
        """Whether the text has a word of one of these lists."""
        return any(self.words[name].is_in(self.wording) for name in lists)

    def matches(self, *patterns: str) -> bool:
        """Whether one of these patterns stands in the text."""
        return any(self.words.pattern(name).search(self.lower) for name in patterns)

    @cached_property
    def start(self) -> int:
        """Where the text begins once “we will”, “our goal is to” and the like are left out."""
        lead_ins = self.words["lead_ins"]
        start = _after_signs(self.lower, 0)
        while (end := lead_ins.end_at(self.lower, start)) is not None:
            start = _after_signs(self.lower, end)
        return start

    @cached_property
    def names_what_is_made(self) -> bool:
        """Whether the text begins with a form of a verb of making that is no noun there."""
        end = self.words.making.end_at(self.lower, self.start)
        if end is None or self._begins_with_a_noun:
            return False
        if self.lower[self.start : end] not in self.words["noun_forms"].words:
            return True
        word = self._word_at(end)
        return word in self.words["noun_openers"].words or not word or word[0].isdigit()

    @property
    def _begins_with_a_noun(self) -> bool:
        end = self.words["noun_beginnings"].end_at(self.lower, self.start)
        if end is None:
            return False
        word = self._word_at(end)
        return bool(word) and word not in self.words["verb_followers"].words

    def _word_at(self, position: int) -> str:
        """The first word behind a place, empty at the end."""
        found = _NEXT_WORD.match(self.lower, position)
        return found[1] if found else ""

    @cached_property
    def connection(self) -> re.Match[str] | None:
        """Where the text goes on to the effect: a connector with at least two words behind it."""
        found = self.words.pattern("connector").search(self.lower, self.start)
        return found if found and _TWO_WORDS.match(self.lower, found.end()) else None

    @cached_property
    def has_beneficiary(self) -> bool:
        """Whether anybody is named who would notice."""
        owners = self.wording.owners
        return (
            any(self.is_person(token) for token in owners)
            or self.words["beneficiaries"].is_in(self.wording)
            or any(map(owners.issuperset, self.surroundings.names_in_tokens))
        )

    @cached_property
    def has_quantity(self) -> bool:
        """Whether there is a digit or a word for a quantity."""
        return bool(_DIGIT.search(self.lower)) or self.has("quantity_words")

    def counts_work(self, text: str) -> bool:
        """Whether an indicator's name counts what is done, not what it leads to."""
        lower = Wording(text).lower
        return bool(self.words.pattern("activity").search(lower)) and not (
            self.words["activity_rescue"].begins_word_of(lower)
        )

    def about(self, text: str) -> "Case":
        """Another text in the same surroundings, of a record of which nothing is known."""
        return Case(Wording(text), self.words, Subject(), self.surroundings)

    def is_person(self, token: str) -> bool:
        """Whether a word is a person or a role: one of the list, or by its ending."""
        return token in self.words.people or (
            any(
                token.endswith(ending) and len(token) >= len(ending) + _SHORTEST_STEM
                for ending in self.words["role_endings"].entries
            )
            and token.rpartition("-")[2] not in self.words["role_suffix_exceptions"].words
        )


def _after_signs(text: str, position: int) -> int:
    found = _NOT_A_WORD.match(text, position)
    return found.end() if found else position
