"""What the journal and the record add to a look: order, muted rules, names, flags."""

import gettext
from collections.abc import Sequence

import pytest

from leadjournal.base import words as language
from leadjournal.rules.lens.looking import Hint, first_two, look
from leadjournal.rules.lens.record import Result, Sign, Subject, Surroundings
from leadjournal.rules.lens.table import Level
from tests.rules.lens.looking import WORDS, fired, looked_at


def rules_of(
    text: str, kind: str, subject: Subject | None = None, around: Surroundings | None = None
) -> list[str]:
    return [hint.rule for hint in look(text, kind, WORDS, subject, around)]


def levels(*found: Level) -> Sequence[Hint]:
    return [Hint(f"rule-{at}", level, "?") for at, level in enumerate(found)]


def test_the_strongest_comes_first_then_the_order_of_the_rules() -> None:
    hints = looked_at("We will roll out a robust tool and launch it with the new app", "outcome")
    assert [(hint.rule, hint.level) for hint in hints] == [
        ("output-verb-start", "strong"),
        ("no-beneficiary", "nudge"),
        ("no-measure", "nudge"),
        ("weasel-words", "hint"),
        ("no-time-horizon", "hint"),
        ("solution-baked-in", "hint"),
    ]


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        (levels(), 0),
        (levels("hint"), 1),
        (levels("hint", "hint", "hint"), 2),
        (levels("nudge", "hint"), 1),
        (levels("strong", "nudge", "hint"), 2),
        (levels("strong", "nudge", "nudge"), 2),
    ],
)
def test_two_are_shown_and_mere_hints_only_when_nothing_is_stronger(
    found: Sequence[Hint], shown: int
) -> None:
    assert first_two(found) == tuple(found[:shown])


def test_a_muted_rule_is_silent() -> None:
    text = "Launch the portal"
    around = Surroundings(muted=frozenset(("output-verb-start", "no-measure")))
    assert rules_of(text, "outcome", around=around) == [
        rule for rule in rules_of(text, "outcome") if rule not in around.muted
    ]


def test_a_phrase_of_the_glossary_is_no_buzzword() -> None:
    text = "Our North  Star and our bandwidth"
    known = Surroundings(glossary=frozenset(("North star", "Bandwidth")))
    assert "buzzwords" in rules_of(text, "action")
    assert "buzzwords" not in rules_of(text, "action", around=known)
    half = Surroundings(glossary=frozenset(("north star",)))
    assert "buzzwords" in rules_of(text, "action", around=half)


@pytest.mark.parametrize("name", ["Zoë", "zoë", "Zoe\N{COMBINING DIAERESIS}", "Zoë Ling"])
def test_people_of_the_journal_are_beneficiaries(name: str) -> None:
    text = "Zoë’s Fridays with Ling are calm and short"
    assert "no-beneficiary" in rules_of(text, "outcome")
    around = Surroundings(names=frozenset((name,)))
    assert "no-beneficiary" not in rules_of(text, "outcome", around=around)


@pytest.mark.parametrize("name", ["", " ", "…", "Obi"])
def test_names_that_are_not_there_change_nothing(name: str) -> None:
    around = Surroundings(names=frozenset((name,)))
    assert "no-beneficiary" in rules_of("Fridays are calm and short", "outcome", around=around)


def test_a_beneficiary_in_its_own_field_is_enough() -> None:
    subject = Subject(has_beneficiary=True)
    assert "no-beneficiary" not in rules_of("Fridays are calm and short", "outcome", subject)
    assert "money-only" not in rules_of("Margin rises by 3%", "outcome", subject)


@pytest.mark.parametrize(("days", "asked"), [(None, True), (0, False), (41, False), (42, True)])
def test_an_open_goal_is_not_asked_for_its_measure_for_six_weeks(
    days: int | None, asked: bool
) -> None:
    subject = Subject(open_goal_days=days)
    assert ("no-measure" in rules_of("Customers trust us", "outcome", subject)) is asked


def test_what_was_chosen_counts_more_than_the_words() -> None:
    leading = Subject(signs=(Sign("Plan cancellations", moves="leading"),))
    lagging = Subject(signs=(Sign("Jobs sent with a photo", moves="lagging"),))
    assert "no-lagging-indicator" in rules_of("", "outcome", leading)
    assert "no-lagging-indicator" not in rules_of("", "outcome", lagging)
    work = Subject(signs=(Sign("Trust of planners", measures="activity"),))
    effect = Subject(signs=(Sign("Workshops held", measures="outcome"),))
    assert "only-activity-indicators" in rules_of("", "outcome", work)
    assert "only-activity-indicators" not in rules_of("", "outcome", effect)
    output = Subject(results=(Result("Renewals", is_output=True),))
    number = Subject(results=(Result("Launch the portal", is_output=False),))
    assert "all-key-results-are-outputs" in rules_of("", "objective", output)
    assert "all-key-results-are-outputs" not in rules_of("", "objective", number)


def test_a_guard_is_no_sign_of_the_change() -> None:
    survey = Subject(signs=(Sign("CSAT (%)"), Sign("Renewals (%)", is_guard=True)))
    assert {"survey-only", "no-lagging-indicator"} <= set(rules_of("", "outcome", survey))


def test_numbers_behind_an_objective_let_it_use_great_words() -> None:
    text = "Be a better place for engineers"
    two = Subject(results=(Result("Leavers from 5 to 2"), Result("Energy", is_measurable=True)))
    one = Subject(results=(Result("Leavers from 5 to 2"), Result("Energy")))
    assert "weasel-words" in rules_of(text, "objective", one)
    assert "weasel-words" not in rules_of(text, "objective", two)


def test_a_stored_baseline_unit_owner_or_day_is_not_asked_for() -> None:
    assert "target-without-baseline" not in rules_of(
        "Fixes rise to 82%", "outcome", Subject(signs=(Sign("Fixes", has_baseline=True),))
    )
    assert "no-time-horizon" not in rules_of("Fixes rise", "outcome", Subject(has_due=True))
    assert "output-without-so-that" not in rules_of("Audit", "output", Subject(is_must_do=True))
    noted = Subject(note="We do it so that nobody calls twice.")
    assert "output-without-so-that" not in rules_of("FAQ page", "output", noted)


def test_of_an_empty_text_only_the_record_is_spoken_of() -> None:
    assert rules_of(" \n", "outcome", Subject(has_review=False)) == ["no-review-date"]
    assert rules_of("", "decision-right") == ["charter-unclear-decider"]
    assert rules_of("", "feedback") == []


@pytest.mark.parametrize(
    "text",
    [
        "Launch the portal",
        "LAUNCH THE PORTAL",
        "  •  Launch   the portal ",
        "3) Launch the portal",
        "“Launch the portal”",
        "We’ll launch the portal",
        "Our goal is to successfully launch the portal",
        "Launched the portal",
        "Launching the portal",
        "Shipping the portal",
        "Built the portal",
        "Wrote the handbook",
        "Rolling out the portal",
        "Went live with the portal",
        "Setting up the portal",
        "Carries out the audit",
        "Train drivers in safe loading",
        "Open wards",
    ],
)
def test_what_is_made_is_seen_in_every_form(text: str) -> None:
    assert "output-verb-start" in fired(text, "outcome")


@pytest.mark.parametrize(
    "text",
    [
        "Trains arrive on time",
        "Orders reach the shop by noon",
        "Train drivers rest eleven hours between two shifts",
        "Open questions are answered before noon",
        "Launchers",
        "Opening-night guests laugh",
        "Reproduce",
        "Patients build strength",
    ],
)
def test_what_only_looks_like_making_is_left_alone(text: str) -> None:
    assert "output-verb-start" not in fired(text, "outcome")


def test_questions_are_asked_back_about_what_the_text_is_about() -> None:
    (hint,) = looked_at("Weekly performance pack", "output")
    assert hint.ask_back == ("Which decision changes because of it?", "Who would miss it?")
    task = looked_at("Launch the training on the new tool by May", "key-result")[0]
    assert task.rule == "key-result-is-a-task"
    assert task.ask_back == (
        "Which step, error or waiting time disappears, and for whom?",
        "Who does what differently three weeks later?",
    )
    assert looked_at("Planners leave on time", "outcome")[0].ask_back == ()


def test_messages_are_in_the_users_language(monkeypatch: pytest.MonkeyPatch) -> None:
    class Loud(gettext.NullTranslations):
        def gettext(self, message: str) -> str:
            return message.upper()

    monkeypatch.setattr(language._LANGUAGE, "catalogue", Loud())
    (hint,) = looked_at("Common sense", "decision-right")
    assert hint.message.startswith("ON A BUSY DAY")
