"""What text becomes on its way into a record, and what is told when a value cannot be."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leadjournal.base.errors import InvalidValue
from leadjournal.model.action import ActionDraft
from leadjournal.model.catalogue import KINDS
from leadjournal.model.entry import EntryDraft
from leadjournal.model.indicator import IndicatorDraft
from leadjournal.model.link import LinkDraft
from leadjournal.model.outcome import OutcomeDraft, ReviewDraft
from leadjournal.model.record import Draft, clean
from leadjournal.model.reference import TagDraft
from leadjournal.model.why import WhyDraft
from leadjournal.services.workspace import Workspace
from tests.support.journals import TODAY


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("nul\x00here", "nul\ufffdhere"),
        ("half \ud83d sign", "half \ufffd sign"),
        ("two halves \ud83d\ude42", "two halves 🙂"),
        ("cafe\u0301", "café"),
        ("\ufeffmark", "\ufeffmark"),
        ("  spaces stay  ", "  spaces stay  "),
    ],
)
def test_text_is_stored_in_one_form(space: Workspace, typed: str, kept: str) -> None:
    entry = space.entries.add(EntryDraft(day=TODAY, title="x", text=typed))
    assert space.entries.get(entry.id).text == kept == clean(typed)
    space.entries.edit(entry.id, text="")
    space.entries.edit(entry.id, text=typed)
    assert space.entries.get(entry.id).text == kept


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(st.characters(), max_size=60))
def test_any_text_can_be_kept_found_and_taken_back(space: Workspace, text: str) -> None:
    assert clean(clean(text)) == clean(text)
    before = space.entries.all()
    entry = space.entries.capture(text or "x", tags=[text])
    space.entries.edit(entry.id, text=text)
    assert space.entries.get(entry.id).text == clean(text)
    assert len(space.entries.listing()) == len(before) + 1
    space.search.find(text)
    space.history.undo()
    space.history.undo()
    assert space.entries.all() == before


def test_lines_stay_on_one_line_and_lists_are_cleaned() -> None:
    why = WhyDraft(
        statement=" To\n listen ", since=TODAY, behaviours=["I ask\r\nfirst", "cafe\u0301"]
    )
    assert why.statement == "To listen"
    assert why.behaviours == ["I ask\nfirst", "café"]


@pytest.mark.parametrize(
    ("draft", "values", "field", "sentence"),
    [
        (OutcomeDraft, {"created_on": TODAY}, "statement", "Outcome is needed."),
        (OutcomeDraft, {"statement": "", "created_on": TODAY}, "statement", "Outcome is needed."),
        (TagDraft, {"name": " \t "}, "name", "Tag is needed."),
        (ActionDraft, {"what": "x" * 301}, "what", "What may have at most 300 characters."),
        (ActionDraft, {"what": "x", "due_on": "2025-02-30"}, "due_on",
         "Due must be a day, written as year-month-day."),
        (ActionDraft, {"what": "x", "due_on": "soon"}, "due_on",
         "Due must be a day, written as year-month-day."),
        (ActionDraft, {"what": "x", "due_on": "1800-01-01"}, "due_on",
         "Due is out of range or of the wrong form."),
        (ActionDraft, {"what": "x", "type": "shout"}, "type",
         "Type must be one of push, design or remove."),
        (LinkDraft, {"output_id": "a", "outcome_id": "b", "since": TODAY, "confidence": 6},
         "confidence", "Confidence must be at most 5."),
        (LinkDraft, {"output_id": "a", "outcome_id": "b", "since": TODAY, "confidence": 0},
         "confidence", "Confidence must be at least 1."),
        (IndicatorDraft, {"outcome_id": "a", "name": "x", "target": "nan"}, "target",
         "Target is out of range or of the wrong form."),
        (IndicatorDraft, {"outcome_id": "a", "name": "x", "weight": "heavy"}, "weight",
         "Weight is out of range or of the wrong form."),
        (IndicatorDraft, {"outcome_id": "a", "name": "x", "weight": 1.5}, "weight",
         "Weight has a value that cannot be used."),
        (ReviewDraft, {"outcome_id": "a", "day": TODAY}, "verdict", "Verdict is needed."),
        (EntryDraft, {"day": None}, "day", "Date must be a day, written as year-month-day."),
        (EntryDraft, {"day": TODAY, "colour": "red"}, "colour",
         "colour has a value that cannot be used."),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_is_told_with_its_field(
    draft: type[Draft], values: dict[str, Any], field: str, sentence: str
) -> None:
    with pytest.raises(InvalidValue) as told:
        draft(**values)
    assert (told.value.field, str(told.value)) == (field, sentence)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_every_draft_has_a_record_with_its_fields(kind: Any) -> None:
    assert set(kind.draft.model_fields) <= set(kind.record.model_fields)
    assert kind.title in kind.record.model_fields
    assert set(kind.searched) <= set(kind.record.model_fields)
