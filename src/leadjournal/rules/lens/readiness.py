"""How ready an outcome is to be worked for: seven things, counted, never graded."""

from dataclasses import dataclass

from leadjournal.base.words import _, later
from leadjournal.rules.lens.case import Case
from leadjournal.rules.lens.numbers import is_lagging
from leadjournal.rules.lens.record import Sign, Subject, Surroundings
from leadjournal.rules.lens.sentences import is_done_not_success, names_an_output
from leadjournal.rules.lens.wording import Wording
from leadjournal.rules.lens.words import Words

SEGMENTS: dict[str, str] = {
    "beneficiary": later("A beneficiary is named"),
    "change": later("It is a change, not an output"),
    "effect": later("An indicator of the effect has a baseline and a target"),
    "lagging": later("An indicator is lagging"),
    "guard": later("A guard watches what may suffer"),
    "why": later("A why is linked"),
    "review": later("A review date is set"),
}


@dataclass(frozen=True, slots=True)
class Segment:
    """One of the seven, and whether it is there."""

    id: str
    is_there: bool

    @property
    def words(self) -> str:
        """What it is, in the user's language."""
        return _(SEGMENTS[self.id])


def readiness(
    text: str, words: Words, subject: Subject, surroundings: Surroundings | None = None
) -> tuple[Segment, ...]:
    """The seven segments of an outcome, in the order in which they are shown."""
    case = Case(Wording(text), words, subject, surroundings or Surroundings())
    found = {
        "beneficiary": subject.has_beneficiary or case.has_beneficiary,
        "change": bool(case.tokens) and not (names_an_output(case) or is_done_not_success(case)),
        "effect": any(map(_shows_the_effect, subject.effect_signs)),
        "lagging": any(is_lagging(case, sign) for sign in subject.effect_signs),
        "guard": any(sign.is_guard for sign in subject.signs or ()),
        "why": subject.has_why,
        "review": subject.has_review is True,
    }
    return tuple(Segment(id_, found[id_]) for id_ in SEGMENTS)


def readiness_in_words(segments: tuple[Segment, ...]) -> str:
    """How many of them are there: “5 of 7”."""
    there = sum(segment.is_there for segment in segments)
    return _("{there} of {all}").format(there=there, all=len(segments))


def _shows_the_effect(sign: Sign) -> bool:
    return sign.measures in ("outcome", "impact") and sign.has_baseline and sign.has_target
