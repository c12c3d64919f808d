"""The lens itself: a text in, hints out, the strongest first. It never blocks anything."""

from collections.abc import Sequence
from dataclasses import dataclass

from leadjournal.rules.lens.case import Case
from leadjournal.rules.lens.fixes import Fix, fix_for
from leadjournal.rules.lens.record import Subject, Surroundings
from leadjournal.rules.lens.table import LEVELS, RULES, Level, Rule
from leadjournal.rules.lens.wording import Wording
from leadjournal.rules.lens.words import Words

_AT_MOST = 2
_ASKS_BACK = frozenset(("done-is-not-success", "key-result-is-a-task", "output-without-so-that"))


@dataclass(frozen=True, slots=True)
class Hint:
    """A question to the writer, with what could be done at once and what else to ask."""

    rule: str
    level: Level
    message: str
    fix: Fix | None = None
    ask_back: tuple[str, ...] = ()


def look(
    text: str,
    kind: str,
    words: Words,
    subject: Subject | None = None,
    surroundings: Surroundings | None = None,
) -> tuple[Hint, ...]:
    """Every hint for a text of this kind, the strongest first, then in the order of the rules."""
    surroundings = surroundings or Surroundings()
    case = Case(Wording(text), words, subject or Subject(), surroundings)
    fired = [
        rule
        for rule in RULES
        if kind in rule.kinds
        and rule.id not in surroundings.muted
        and (rule.record or case.tokens)
        and rule.fires(case)
    ]
    fired.sort(key=lambda rule: LEVELS.index(rule.level))
    return tuple(_hint(rule, case) for rule in fired)


def first_two(hints: Sequence[Hint]) -> tuple[Hint, ...]:
    """What is shown at first: two at most, and mere hints only when nothing is stronger."""
    stronger = [hint for hint in hints if hint.level != "hint"]
    return tuple(stronger or hints)[:_AT_MOST]


def _hint(rule: Rule, case: Case) -> Hint:
    return Hint(
        rule.id,
        rule.level,
        rule.message,
        fix_for(rule.id, case),
        _questions(case) if rule.id in _ASKS_BACK else (),
    )


def _questions(case: Case) -> tuple[str, ...]:
    return tuple(
        question
        for topic in case.words.ask_back
        if topic.words.is_in(case.wording)
        for question in topic.questions
    )
