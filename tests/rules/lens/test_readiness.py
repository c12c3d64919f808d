"""How ready an outcome is: seven segments."""

import pytest

from leadjournal.rules.lens.readiness import SEGMENTS, readiness, readiness_in_words
from leadjournal.rules.lens.record import Sign, Subject, Surroundings
from tests.rules.lens.looking import WORDS

EFFECT = Sign("Repeat contacts", "outcome", has_baseline=True, has_target=True)


def there(text: str, subject: Subject, around: Surroundings | None = None) -> set[str]:
    return {each.id for each in readiness(text, WORDS, subject, around) if each.is_there}


def test_nothing_is_ready_at_first() -> None:
    segments = readiness("", WORDS, Subject())
    assert [segment.id for segment in segments] == list(SEGMENTS)
    assert readiness_in_words(segments) == "0 of 7"


def test_everything_is_ready() -> None:
    subject = Subject(
        signs=(EFFECT, Sign("Renewals", moves="lagging"), Sign("Call length", is_guard=True)),
        has_why=True,
        has_review=True,
    )
    segments = readiness("Customers hear back the same day", WORDS, subject)
    assert readiness_in_words(segments) == "7 of 7"
    assert all(segment.words for segment in segments)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Customers hear back the same day", {"beneficiary", "change"}),
        ("Response times are shorter", {"change"}),
        ("Launch the portal", set()),
        ("Launch the portal so that customers wait less", {"beneficiary", "change"}),
        ("The migration is complete", set()),
    ],
)
def test_what_the_text_brings(text: str, found: set[str]) -> None:
    assert there(text, Subject()) == found


@pytest.mark.parametrize(
    ("subject", "found"),
    [
        (Subject(signs=(EFFECT,)), {"effect", "lagging"}),
        (Subject(signs=(Sign("x", "activity", has_baseline=True, has_target=True),)), set()),
        (Subject(signs=(Sign("x", "impact", has_baseline=True),)), set()),
        (Subject(signs=(Sign("x", "impact", "lagging"),)), {"lagging"}),
        (Subject(signs=(Sign("Renewals", "outcome", "leading"),)), set()),
        (Subject(signs=(Sign("Renewals", is_guard=True),)), {"guard"}),
        (Subject(has_beneficiary=True, has_why=True), {"beneficiary", "why"}),
        (Subject(has_review=True), {"review"}),
        (Subject(has_review=False), set()),
    ],
)
def test_what_the_record_brings(subject: Subject, found: set[str]) -> None:
    assert there("", subject) == found


def test_names_count_as_beneficiaries() -> None:
    around = Surroundings(names=frozenset(("Obi",)))
    assert "beneficiary" in there("Obi leads the shift", Subject(), around)
