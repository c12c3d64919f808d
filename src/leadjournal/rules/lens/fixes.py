"""What a hint offers to do at once: the parts a text is made into, no word of it lost."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from leadjournal.base.words import _, later
from leadjournal.rules.lens.case import Case
from leadjournal.rules.lens.changes import join_of_changes
from leadjournal.rules.lens.wording import AFTER_A_SENTENCE

REVIEW_DAYS = 90
"""A review is offered in so many days."""

FixKind = Literal["move-to-outputs", "split", "make-two", "review-later", "share"]

_WORDS: dict[FixKind, str] = {
    "move-to-outputs": later("Move to Outputs"),
    "split": later("Split here"),
    "make-two": later("Make two"),
    "review-later": later("In 90 days"),
    "share": later("Turn into a share"),
}


@dataclass(frozen=True, slots=True)
class Fix:
    """One thing to do at once.

    `parts`: “move-to-outputs” the output's title; “split” the output's title and the outcome;
    “make-two” both texts; “share” the suggested text; “review-later” none.
    """

    kind: FixKind
    parts: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """What is on its button."""
        return _(_WORDS[self.kind])


def fix_for(rule: str, case: Case) -> Fix | None:
    """What is offered with the hint of this rule, if anything is."""
    make = _FIXES.get(rule)
    return make(case) if make else None


def _move(case: Case) -> Fix:
    return Fix("move-to-outputs", (_begun(case.wording.tidy[case.start :] or case.wording.tidy),))


def _split(case: Case) -> Fix | None:
    if case.connection is None:
        return None
    at = case.connection.start()
    link = case.words.pattern("link").match(case.lower, at)
    title = case.wording.tidy[case.start : at].rstrip(" ,;:")
    effect = case.wording.tidy[link.end() if link else case.connection.end() :]
    return Fix("split", (_begun(title), _begun(effect)))


def _make_two(case: Case) -> Fix | None:
    join = join_of_changes(case)
    tidy = case.wording.tidy
    if join is None:
        return _by_sentences(case)
    who = tidy[case.start : join.first_change] if join.first_change > case.start else ""
    second = tidy[join.begins :].lstrip()
    verb_follows = tidy[join.begins : join.second_change].strip() == ""
    return Fix(
        "make-two",
        (
            _begun(tidy[: join.ends].rstrip(" ,;:")),
            _begun(who + second if verb_follows else second),
        ),
    )


def _by_sentences(case: Case) -> Fix | None:
    first, *rest = AFTER_A_SENTENCE.split(case.wording.tidy, maxsplit=1)
    return Fix("make-two", (first, _begun(rest[0]))) if rest else None


def _later(_case: Case) -> Fix:
    return Fix("review-later")


def _share(case: Case) -> Fix | None:
    """“Total app downloads” becomes “Share of app downloads that …”."""
    tidy, at = case.wording.tidy, 0
    kept = ""
    for left_out in case.words.pattern("no_part_of_a_share").finditer(case.lower):
        kept += tidy[at : left_out.start()]
        at = left_out.end()
    what = " ".join((kept + tidy[at:]).split()).strip(" .,;:")
    if not what:
        return None
    if what[1:2].islower():
        what = what[:1].lower() + what[1:]
    return Fix("share", (_("Share of {what} that …").format(what=what),))


def _begun(text: str) -> str:
    """A text with a capital letter at its beginning, where there is one for its first letter."""
    text = text.strip()
    capital = text[:1].upper()
    return capital + text[1:] if capital.lower() == text[:1] else text


_FIXES: dict[str, Callable[[Case], Fix | None]] = {
    "output-verb-start": _move,
    "output-without-so-that": _move,
    "output-plus-outcome": _split,
    "several-outcomes": _make_two,
    "no-review-date": _later,
    "vanity-metric": _share,
    "only-ever-rises": _share,
}
