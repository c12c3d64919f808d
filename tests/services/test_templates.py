"""Templates are read once, checked, and refused with all their faults."""

from pathlib import Path

import pytest

from leadjournal.base.errors import MachineFault, NotFound
from leadjournal.base.resources import resource_text
from leadjournal.model.action import BlockerDraft
from leadjournal.model.catalogue import BY_ID
from leadjournal.model.entry import BestHour, EntryDraft, EntryKind, Movement, Privacy
from leadjournal.rules.template import DESTINATIONS, ENTRY_KINDS, PRIVACIES
from leadjournal.services.templates import Templates

STEPS = [
    ("direction", "choice", True),
    ("win", "short", True),
    ("outcome", "link", False),
    ("setback", "short", False),
    ("blocker", "short", False),
    ("energy", "scale", True),
    ("best-hour", "choice", False),
    ("helped", "link", False),
    ("tomorrow", "short", True),
]


def test_the_daily_check_in_is_as_it_was_agreed() -> None:
    (template,) = Templates().all()
    assert (template.id, template.minutes, template.cadence) == ("daily-reflection", 5, "daily")
    assert [(step.id, step.kind, step.required) for step in template.steps] == STEPS
    assert all(step.help and step.example for step in template.steps)
    assert template.coach_question == "Which wins did you have to search for?"


def test_stored_answers_are_words_the_model_knows() -> None:
    template = Templates().get("daily-reflection")
    offered = {step.id: {each.id for each in step.choices} for step in template.steps}
    assert offered["direction"] == {each.value for each in Movement}
    assert offered["best-hour"] == {each.value for each in BestHour}


def test_destinations_name_kinds_and_fields_of_the_model() -> None:
    drafts = {"entry": EntryDraft, "blocker": BlockerDraft}
    for record, destination in DESTINATIONS.items():
        assert record in BY_ID
        assert set(destination.fields) - {"reference"} <= set(drafts[record].model_fields)
    assert set(ENTRY_KINDS) == {each.value for each in EntryKind}
    assert set(PRIVACIES) == {each.value for each in Privacy}


@pytest.mark.parametrize("id_", ["weekly", "../daily-reflection", "", "/etc/passwd"])
def test_a_template_that_is_not_there_is_told(id_: str) -> None:
    with pytest.raises(NotFound, match="There is no template"):
        Templates().get(id_)


def test_a_file_without_faults_has_none(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(resource_text("templates", "en", "daily-reflection.toml"), encoding="utf-8")
    assert Templates().check(path) == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"id = 'a'\nsteps = ]", "line 2"),
        (b"\xff\xfe", "not text in UTF-8"),
        (b"x = " + b"[" * 5000, "cannot be read as TOML|nested too deeply"),
        (b"#" * 1_000_001, "too large"),
        (b"", "“id” is missing"),
    ],
)
def test_a_file_that_is_no_template_is_told_in_a_sentence(
    tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(content)
    found = Templates().check(path)
    assert found
    assert any(part in found[0] for part in words.split("|"))


def test_a_missing_file_or_a_folder_is_the_machines_fault(tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(MachineFault):
            Templates().check(path)
