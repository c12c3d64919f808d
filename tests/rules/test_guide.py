"""The walk through a template."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadjournal.rules import guide
from leadjournal.rules.answers import fault_of, is_answered, words_of
from leadjournal.rules.template import Condition, Into, Step, Template, TemplateChoice

YES_NO = (TemplateChoice("yes", "Yes"), TemplateChoice("no", "No"))
STEPS = (
    Step("moved", "choice", "Did it move?", required=True, choices=YES_NO),
    Step("why", "short", "Why not?", required=True, when=Condition("moved", ("no",))),
    Step("whose", "short", "Whose reason?", when=Condition("why")),
    Step("energy", "scale", "Energy?", required=True, low="empty", high="fresh"),
    Step("blocker", "short", "In the way?", into=(Into("blocker", "text"),)),
    Step(
        "served",
        "link",
        "Which outcome?",
        to="outcome",
        into=(Into("entry", "reference"), Into("blocker", "outcome_id")),
    ),
)
TEMPLATE = Template("try", 3, "A try", "reflections", 5, "daily", "To try", STEPS)

NO = {"moved": "no", "why": "ill", "whose": "mine"}


def ids(steps: tuple[Step, ...]) -> list[str]:
    return [step.id for step in steps]


def test_a_question_with_a_condition_is_asked_when_it_holds() -> None:
    assert ids(guide.steps_of(TEMPLATE, {"moved": "yes"})) == [
        "moved",
        "energy",
        "blocker",
        "served",
    ]
    assert "why" in ids(guide.steps_of(TEMPLATE, {"moved": "no"}))


def test_a_question_that_hangs_on_a_hidden_one_is_hidden_too() -> None:
    answers = {**NO, "moved": "yes"}
    assert "whose" not in ids(guide.steps_of(TEMPLATE, answers))


def test_short_mode_asks_what_is_required() -> None:
    assert ids(guide.steps_of(TEMPLATE, {"moved": "no"}, short=True)) == ["moved", "why", "energy"]


def test_the_way_there_and_back_is_the_same() -> None:
    following = guide.next_step(TEMPLATE, {"moved": "yes"}, "moved")
    assert following is not None
    assert following.id == "energy"
    before = guide.previous_step(TEMPLATE, {"moved": "yes"}, "energy")
    assert before is not None
    assert before.id == "moved"
    assert guide.next_step(TEMPLATE, {}, "served") is None
    assert guide.previous_step(TEMPLATE, {}, "moved") is None


def test_a_position_that_is_no_longer_asked_leads_to_the_next_question() -> None:
    assert guide.step_at(TEMPLATE, {"moved": "yes"}, "whose").id == "energy"
    assert guide.step_at(TEMPLATE, {}, "served", short=True).id == "energy"
    assert guide.step_at(TEMPLATE, {}, "unknown").id == "moved"


def test_missing_names_required_questions_that_are_asked() -> None:
    assert ids(guide.missing(TEMPLATE, {"moved": "no", "why": "  "})) == ["why", "energy"]
    assert ids(guide.missing(TEMPLATE, {"moved": "yes", "energy": 3})) == []


def test_the_walk_goes_on_at_the_first_open_question() -> None:
    assert guide.first_open(TEMPLATE, {"moved": "yes"}).id == "energy"
    whole = {**NO, "energy": 2, "blocker": "a", "served": "o"}
    assert guide.first_open(TEMPLATE, whole).id == "served"


def test_minutes_follow_the_questions_to_come() -> None:
    assert guide.minutes_left(TEMPLATE, 6) == 5
    assert guide.minutes_left(TEMPLATE, 4) == 3
    assert guide.minutes_left(TEMPLATE, 0) == 1


def test_the_text_holds_questions_as_headings_and_skips_what_was_not_asked() -> None:
    answers = {"moved": "yes", "why": "kept", "energy": 3, "served": "o1"}
    text = guide.text_of(guide.asked_and_said(TEMPLATE, answers, {"o1": "Warm again"}))
    assert text == (
        "### Did it move?\n\nYes\n\n"
        "### Energy?\n\n3 of 5, from empty to fresh\n\n"
        "### Which outcome?\n\nWarm again"
    )


def test_what_is_kept_can_be_read_without_the_template() -> None:
    kept = guide.asked_and_said(TEMPLATE, {"moved": "no", "why": "ill"}, {})
    assert guide.text_of(kept) == "### Did it move?\n\nNo\n\n### Why not?\n\nill"
    assert [step["id"] for step in kept] == ids(STEPS)


def test_a_record_is_made_when_its_answer_is_there() -> None:
    made = {each.record: each for each in guide.records_to_make(TEMPLATE, {"served": "o1"})}
    assert set(made) == {"entry"}
    assert made["entry"].references == (("outcome", "o1"),)
    both = guide.records_to_make(TEMPLATE, {"served": "o1", "blocker": "the lift"})
    assert both[1].values == {"text": "the lift", "outcome_id": "o1"}


def test_several_links_become_several_references() -> None:
    many = replace(TEMPLATE, steps=(replace(STEPS[-1], many=True, into=STEPS[-1].into[:1]),))
    (entry,) = guide.records_to_make(many, {"served": ["o1", "o2", "o1"]})
    assert entry.references == (("outcome", "o1"), ("outcome", "o2"))


@pytest.mark.parametrize(
    ("present", "expected"),
    [
        ("before", "after"),
        ("", "after"),
        ("before\n\nand more", "after\n\nand more"),
        ("all by hand", "after\n\nall by hand"),
    ],
)
def test_what_was_written_by_hand_survives_other_answers(present: str, expected: str) -> None:
    assert guide.rewritten_text(present, "before", "after") == expected


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        ("short", "a line", "x" * 161),
        ("long", "x" * 161, 3),
        ("list", ["a", "b"], "a"),
        ("list", ["a"], [1]),
        ("number", 2.5, "many"),
        ("number", 0, float("nan")),
        ("number", 3, True),
        ("scale", 1, 6),
        ("scale", 5, 2.5),
        ("date", "2025-10-31", "tomorrow"),
        ("choice", "yes", "maybe"),
        ("choice", "no", ["no"]),
        ("choices", ["yes", "no"], "yes"),
        ("link", "o1", ["o1"]),
    ],
)
def test_an_answer_fits_its_question(kind: str, good: object, bad: object) -> None:
    step = Step("s", kind, "?", choices=YES_NO, to="outcome")
    assert fault_of(step, good) == ""
    assert fault_of(step, bad).endswith(".")
    assert fault_of(step, None) == ""


def test_kinds_of_later_versions_are_refused_by_name() -> None:
    assert "“board”" in fault_of(Step("s", "board", "?"), [["a card"]])


@pytest.mark.parametrize(
    ("step", "value", "words"),
    [
        (Step("s", "choices", "?", choices=YES_NO), ["no", "yes"], "No, Yes"),
        (Step("s", "date", "?"), "2025-10-31", "Friday, 31 October 2025"),
        (Step("s", "number", "?"), 2.50, "2.5"),
        (Step("s", "list", "?"), ["one", " ", "two"], "- one\n- two"),
        (Step("s", "link", "?", to="person"), "gone", "a removed record"),
        (Step("s", "long", "?"), " two\nlines ", "two\nlines"),
    ],
)
def test_an_answer_reads_like_words(step: Step, value: object, words: str) -> None:
    assert words_of(step, value, {}) == words


ANSWERS: dict[str, st.SearchStrategy[Any]] = {
    "moved": st.sampled_from(["yes", "no", None]),
    "why": st.sampled_from(["", "ill", None]),
    "whose": st.sampled_from(["mine", None]),
    "energy": st.sampled_from([1, 5, None]),
    "blocker": st.sampled_from(["the lift", " ", None]),
    "served": st.sampled_from(["o1", None]),
}
ACTS = st.one_of(
    st.just(("next", None)),
    st.just(("back", None)),
    st.just(("short", None)),
    st.sampled_from(sorted(ANSWERS)).flatmap(
        lambda name: st.tuples(st.just("answer"), st.tuples(st.just(name), ANSWERS[name]))
    ),
)


@given(st.lists(ACTS, max_size=40))
def test_any_walk_stays_on_a_question_and_loses_no_answer(acts: list[tuple[str, Any]]) -> None:
    answers: dict[str, Any] = {}
    given_answers: dict[str, Any] = {}
    position, short = "moved", False
    for act, value in acts:
        if act == "answer":
            name, answer = value
            answers[name] = given_answers[name] = answer
        elif act == "short":
            short = not short
        else:
            move = guide.next_step if act == "next" else guide.previous_step
            step = move(TEMPLATE, answers, position, short)
            position = step.id if step else position
        here = guide.step_at(TEMPLATE, answers, position, short)
        shown = guide.steps_of(TEMPLATE, answers, short)
        assert here in shown
        following = guide.next_step(TEMPLATE, answers, here.id, short)
        if following is not None:
            assert guide.previous_step(TEMPLATE, answers, following.id, short) == here
    assert answers == given_answers
    text = guide.text_of(guide.asked_and_said(TEMPLATE, answers, {"o1": "Warm"}))
    for step in guide.steps_of(TEMPLATE, answers):
        assert (f"### {step.prompt}" in text) == is_answered(answers.get(step.id))
    made = {each.record for each in guide.records_to_make(TEMPLATE, answers)}
    assert ("blocker" in made) == is_answered(answers.get("blocker"))
    assert bool(guide.missing(TEMPLATE, answers)) == any(
        step.required and not is_answered(answers.get(step.id))
        for step in guide.steps_of(TEMPLATE, answers)
    )
