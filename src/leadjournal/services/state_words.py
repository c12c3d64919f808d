"""What an outcome lacks to be reached, in words."""

from collections.abc import Iterable
from datetime import date

from leadjournal.base.formats import day_long, percent
from leadjournal.base.words import _
from leadjournal.rules.course import REACHED_FROM, Missing, missing
from leadjournal.rules.evidence import promised_share
from leadjournal.rules.facts import Facts, OutcomeFact
from leadjournal.rules.first_move import first_move
from leadjournal.rules.standing import last_review


def missing_words(facts: Facts, outcome: OutcomeFact, on: date) -> str:
    """What an outcome lacks on a day to be reached, one sentence each; nothing where it is."""
    return " ".join(_sentences(facts, outcome, on, missing(facts, outcome, on)))


def _sentences(
    facts: Facts, outcome: OutcomeFact, on: date, lacking: Iterable[Missing]
) -> Iterable[str]:
    review = last_review(outcome, on)
    looked = day_long(review.day, on) if review else ""
    words = {
        "no-review": _("No review has said yet that it is real."),
        "not-real": _("The last review, of {day}, does not say that it is real.").format(
            day=looked
        ),
        "expired": _("The last review that said real is of {day}, more than 90 days ago.").format(
            day=looked
        ),
        "progress": _("{share} of the way is gone, and {least} is needed.").format(
            share=percent(promised_share(facts, outcome, on)), least=percent(REACHED_FROM)
        ),
        "guard": _("A guard is beyond its limit."),
        "too-early": _("An effect can be seen from {day} on.").format(
            day=day_long(first_move(facts, outcome, on).possible_on, on)
        ),
    }
    return [words[reason] for reason in lacking]
