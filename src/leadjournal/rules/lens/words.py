"""The words the lens knows of a language: lists, patterns, verb forms, questions to ask back."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from leadjournal.rules.lens.wording import Wording

_NAME = re.compile(r"\{([a-z_]+)\}")
_NOTHING = re.compile(r"(?!)")


class WordList:
    """Words that count as whole tokens, and phrases that count at the borders of words."""

    def __init__(self, entries: Iterable[str]) -> None:
        self.entries = tuple(entries)
        self.words = frozenset(entry for entry in self.entries if " " not in entry)

    @cached_property
    def _phrases(self) -> re.Pattern[str]:
        phrases = [entry for entry in self.entries if " " in entry]
        return re.compile(rf"(?<!\w)(?:{alternatives(phrases)})(?!\w)") if phrases else _NOTHING

    @cached_property
    def _opening(self) -> re.Pattern[str]:
        return re.compile(rf"(?:{alternatives(self.entries)})(?![\w'-])")

    def is_in(self, wording: Wording) -> bool:
        """Whether the text has one of them."""
        return not self.words.isdisjoint(wording.tokens) or bool(
            self._phrases.search(wording.lower)
        )

    def found_in(self, wording: Wording) -> set[str]:
        """Those of them that the text has."""
        return {*self.words.intersection(wording.tokens), *self._phrases.findall(wording.lower)}

    def is_part_of(self, text: str) -> bool:
        """Whether one of them stands anywhere in the text, also inside a word."""
        return any(entry in text for entry in self.entries)

    def begins_word_of(self, text: str) -> bool:
        """Whether a word of the text begins with one of them."""
        return any(f" {entry}" in f" {text}" for entry in self.entries)

    def end_at(self, text: str, position: int = 0) -> int | None:
        """Where the one ends that begins at this position; None if none does."""
        found = self._opening.match(text, position)
        return found.end() if found else None


@dataclass(frozen=True, slots=True)
class AskBack:
    """Questions to ask back when a text is about these words."""

    words: WordList
    questions: tuple[str, ...]


class Words:
    """What a file of words holds; lists and patterns are made when they are first needed."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._lists: Mapping[str, list[str]] = values["lists"]
        self._irregular: Mapping[str, list[str]] = values["irregular"]
        self._written: Mapping[str, list[str]] = values["patterns"]
        self._asked: list[Mapping[str, list[str]]] = values["ask_back"]
        self._made: dict[str, WordList] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}

    def __getitem__(self, name: str) -> WordList:
        """The list of this name."""
        if name not in self._made:
            self._made[name] = WordList(self._lists[name])
        return self._made[name]

    def pattern(self, name: str) -> re.Pattern[str]:
        """The alternatives of this name as one pattern for texts in lower case."""
        if name not in self._patterns:
            together = "|".join(f"(?:{each})" for each in self._written[name])
            self._patterns[name] = re.compile(_NAME.sub(self._alternatives_of, together))
        return self._patterns[name]

    @cached_property
    def ask_back(self) -> tuple[AskBack, ...]:
        """The library of questions."""
        return tuple(
            AskBack(WordList(each["words"]), tuple(each["questions"])) for each in self._asked
        )

    @cached_property
    def people(self) -> frozenset[str]:
        """Everybody who may gain, one or many."""
        return frozenset(form for each in self["beneficiaries"].entries for form in _many(each))

    @cached_property
    def making(self) -> WordList:
        """Every form of the verbs and phrases with which a text names what is made."""
        verbs = (*self["output_verbs"].entries, *self["output_phrases"].entries)
        return WordList(form for verb in verbs for form in self._forms(verb))

    def _forms(self, verb: str) -> set[str]:
        """A verb in its forms; of “roll out” and “carry-out” the first word changes."""
        cut = re.search(r"[ -]", verb)
        first, rest = (verb[: cut.start()], verb[cut.start() :]) if cut else (verb, "")
        forms = {first, *_regular_forms(first), *self._irregular.get(first, ())}
        return {form + rest for form in forms}

    def _alternatives_of(self, name: re.Match[str]) -> str:
        return alternatives(self._lists[name[1]])


def alternatives(entries: Iterable[str]) -> str:
    """One pattern for all of them; of two that begin alike the longer one is tried first."""
    return "|".join(re.escape(entry) for entry in sorted(entries, key=len, reverse=True))


def _regular_forms(verb: str) -> set[str]:
    if verb.endswith("e"):
        return {f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"}
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return {f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"}
    ending = "es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s"
    return {f"{verb}{ending}", f"{verb}ed", f"{verb}ing"}


def _many(word: str) -> set[str]:
    plural = f"{word[:-1]}ies" if word.endswith("y") else f"{word}es"
    return {word, f"{word}s", plural}
