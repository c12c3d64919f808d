"""What a hint offers to do at once."""

import pytest

from leadjournal.rules.lens.fixes import Fix, FixKind
from leadjournal.rules.lens.looking import look
from leadjournal.rules.lens.record import Subject
from tests.rules.lens.looking import WORDS, looked_at

MOVE: FixKind = "move-to-outputs"
SPLIT: FixKind = "split"
TWO: FixKind = "make-two"
SHARE: FixKind = "share"


@pytest.mark.parametrize(
    ("kind", "text", "rule", "fix"),
    [
        (
            "outcome",
            "We will roll out the scheduling board in all regions",
            "output-verb-start",
            Fix(MOVE, ("Roll out the scheduling board in all regions",)),
        ),
        (
            "output",
            "Weekly performance pack",
            "output-without-so-that",
            Fix(MOVE, ("Weekly performance pack",)),
        ),
        (
            "outcome",
            "Ship the reminder texts so that patients stop missing appointments",
            "output-plus-outcome",
            Fix(SPLIT, ("Ship the reminder texts", "Patients stop missing appointments")),
        ),
        (
            "objective",
            "Launch a campaign, to be the first name landlords think of",
            "output-plus-outcome",
            Fix(SPLIT, ("Launch a campaign", "Be the first name landlords think of")),
        ),
        (
            "outcome",
            "Build the list, so people can find Zoë’s ÉQUIPE",
            "output-plus-outcome",
            Fix(SPLIT, ("Build the list", "People can find Zoë’s ÉQUIPE")),
        ),
        (
            "outcome",
            "Reduce waiting time and increase bookings",
            "several-outcomes",
            Fix(TWO, ("Reduce waiting time", "Increase bookings")),
        ),
        (
            "outcome",
            "Customers trust our word, and planners leave on time",
            "several-outcomes",
            Fix(TWO, ("Customers trust our word", "Planners leave on time")),
        ),
        (
            "outcome",
            "Customers find it at once and return within a month",
            "several-outcomes",
            Fix(TWO, ("Customers find it at once", "Customers return within a month")),
        ),
        (
            "outcome",
            "Customers wait less. Planners leave on time.",
            "several-outcomes",
            Fix(TWO, ("Customers wait less.", "Planners leave on time.")),
        ),
        (
            "indicator",
            "Total app downloads",
            "vanity-metric",
            Fix(SHARE, ("Share of app downloads that …",)),
        ),
        (
            "key-result",
            "Trainings held to date",
            "only-ever-rises",
            Fix(SHARE, ("Share of trainings held that …",)),
        ),
        (
            "key-result",
            "Reach 10,000 NPS followers",
            "vanity-metric",
            Fix(SHARE, ("Share of NPS followers that …",)),
        ),
    ],
)
def test_what_is_offered(kind: str, text: str, rule: str, fix: Fix) -> None:
    assert [hint.fix for hint in looked_at(text, kind) if hint.rule == rule] == [fix]


def test_a_review_is_offered_in_ninety_days() -> None:
    hints = look("Customers trust us", "outcome", WORDS, Subject(has_review=False))
    fixes = [hint.fix for hint in hints if hint.rule == "no-review-date"]
    assert fixes == [Fix("review-later")]
    assert fixes[0] is not None
    assert fixes[0].words == "In 90 days"


def test_nothing_is_offered_where_nothing_of_the_text_would_be_left() -> None:
    assert all(hint.fix is None for hint in looked_at("Total", "indicator"))
