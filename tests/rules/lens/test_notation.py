"""How a text tells of its record."""

import pytest

from leadjournal.rules.lens.notation import told
from leadjournal.rules.lens.record import Result, Sign, Subject

DUE_AND_OWNED = Subject(has_due=True, has_owner=True)


@pytest.mark.parametrize(
    ("text", "statement", "subject"),
    [
        ("Customers trust us", "Customers trust us", Subject()),
        ("Indicators: A (%); B", "", Subject(signs=(Sign("A (%)"), Sign("B")))),
        ("Indicators: A — no guard", "", Subject(signs=(Sign("A"),))),
        (
            "They wait less. Indicators: A; B – guard: C; D",
            "They wait less.",
            Subject(
                signs=(Sign("A"), Sign("B"), Sign("C", is_guard=True), Sign("D", is_guard=True))
            ),
        ),
        (
            "Be loved. Key results: From 1 to 2; Launch it",
            "Be loved.",
            Subject(results=(Result("From 1 to 2"), Result("Launch it"))),
        ),
        ("Fixes — unit field: %", "Fixes", Subject(has_unit=True)),
        ("Fixes to 82% — baseline 68 stored", "Fixes to 82%", Subject(has_baseline=True)),
        ("All help - owner: Ines", "All help", Subject(has_owner=True)),
        ('FAQ — linked to "Customers rest"', "FAQ", Subject(has_outcome=True)),
        ("They wait — due: 31 May — owner: Obi", "They wait", DUE_AND_OWNED),
        ('Outcome "A, b", review date empty', "A, b", Subject(has_review=False)),
        ("Why “Warm homes”, review 2026-02-01", "Warm homes", Subject(has_review=True)),
        (
            'Milestone "Go", growth: "Priya, then Obi", lasting value empty',
            "Go",
            Subject(has_growth=True, has_lasting_value=False),
        ),
        (
            'milestone "Go", growth empty, lasting value: "a book"',
            "Go",
            Subject(has_growth=False, has_lasting_value=True),
        ),
        (
            'Milestone "Go", growth: "", lasting value:',
            "Go",
            Subject(has_growth=False, has_lasting_value=False),
        ),
    ],
)  # fmt: skip
def test_notes_are_facts(text: str, statement: str, subject: Subject) -> None:
    assert told(text) == (statement, subject)


@pytest.mark.parametrize(
    "text",
    [
        "Patients wait — on a bad day — an hour",
        "Trains stop — due to snow — at noon",
        'The word "owner: me", said twice',
        'Outcome "said" by all',
        "Guard: none",
        "9-5 shifts - and what they cost",
        "Our indicators are green",
    ],
)
def test_what_is_no_note_stays_in_the_text(text: str) -> None:
    assert told(text) == (text, Subject())
