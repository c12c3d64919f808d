"""What the tests of the lens share: words, examples, and a look as the terminal takes it."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from leadjournal.rules.lens.looking import Hint, look
from leadjournal.rules.lens.notation import told
from leadjournal.services.lens_words import lens_words

_FOLDER = Path(__file__).parent
WORDS = lens_words()


@dataclass(frozen=True)
class Example:
    """A text and whether a rule fires on it."""

    rule: str
    kind: str
    text: str
    fires: bool


def looked_at(text: str, kind: str) -> tuple[Hint, ...]:
    """The hints for a text that may tell of its record."""
    statement, subject = told(text)
    return look(statement, kind, WORDS, subject)


def fired(text: str, kind: str) -> list[str]:
    """The rules that fire."""
    return [hint.rule for hint in looked_at(text, kind)]


def examples() -> list[Example]:
    """Every example of every rule, for each kind it checks."""
    return [
        Example(rule["id"], kind, text, fires == "fires")
        for rule in _read("examples.toml")["rule"]
        for kind in rule["kinds"]
        for fires in ("fires", "quiet")
        for text in rule[fires]
    ]


def sound_sentences() -> list[dict[str, str]]:
    """The sentences that the lens should leave alone."""
    return _read("noise.toml")["sentence"]


def _read(name: str) -> dict[str, list[dict[str, str]]]:
    return tomllib.loads((_FOLDER / name).read_text(encoding="utf-8"))
