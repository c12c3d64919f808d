"""Names in a text for others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadjournal.rules.names import PersonName, Style, name_hider, stand_ins

NADIA = PersonName("1", "Nadia", "Nadia Kowalska")
OBI = PersonName("2", "Obi")
OLGA = PersonName("3", "Olga", "Olga de Vries")
JEAN = PersonName("4", "Jean-Luc")
PEOPLE = (NADIA, OBI, OLGA, JEAN)

letters = st.text("abcdefghijklmnopqrstuvwxyzżółé", min_size=2, max_size=7)
names = letters.map(str.capitalize)
people = st.lists(
    st.builds(PersonName, st.uuids().map(str), names, st.one_of(st.just(""), names)),
    min_size=1, max_size=6, unique_by=lambda one: one.first_name,
).filter(
    # A person called like the stand-in cannot be told from it.
    lambda found: all("Person" not in (one.first_name, one.full_name) for one in found)
)  # fmt: skip
styles = st.sampled_from(["initials", "persons"])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Nadia", "Person 1"),
        ("Nadia’s plan and Nadia's list", "Person 1’s plan and Person 1's list"),
        ("Nadia\nKowalska, _Obi_, **Obi**.", "Person 1, _Person 2_, **Person 2**."),
        ("Mrs Kowalska and Ms de Vries", "Mrs Person 1 and Ms Person 3"),
        ("(Jean-Luc) and Jean", "(Person 4) and Jean"),
        ("NADIA, nadia, Nadias, Obinna", "NADIA, nadia, Nadias, Obinna"),
        ("Obi/Nadia:Obi", "Person 2/Person 1:Person 2"),
        ("", ""),
    ],
)
def test_a_name_is_replaced_as_whole_words_in_its_spelling(text: str, shown: str) -> None:
    assert name_hider(PEOPLE, "persons")(text) == shown


def test_initials_tell_people_of_one_letter_apart() -> None:
    assert stand_ins(PEOPLE, "initials") == {"1": "N.", "2": "O.", "3": "O.2", "4": "J."}
    assert name_hider(PEOPLE, "initials")("Nadia asked Olga.") == "N. asked O.2."


def test_names_are_kept_when_asked() -> None:
    assert name_hider(PEOPLE, "keep")("Nadia and Obi") == "Nadia and Obi"
    assert stand_ins(PEOPLE, "keep")["3"] == "Olga"


def test_names_of_any_script_and_of_signs_are_replaced() -> None:
    found = name_hider(
        [PersonName("1", "नादिया"), PersonName("2", "🦊"), PersonName("3", "’t Hooft")], "persons"
    )
    assert found("नादिया met 🦊 and ’t Hooft") == "Person 1 met Person 2 and ’Person 3"


@given(people, styles, st.lists(st.one_of(names, letters, st.sampled_from(" .,’_*\n-"))))
def test_no_name_is_left(found: list[PersonName], style: Style, pieces: list[str]) -> None:
    text = " ".join([*pieces, *(one.first_name for one in found)])
    hide = name_hider(found, style)
    shown = hide(text)
    words = set(shown.replace("_", " ").replace("*", " ").split())
    assert not words & {one.first_name for one in found}
    assert hide(shown) == shown


@given(people, styles, st.text())
def test_other_text_stays_byte_for_byte(found: list[PersonName], style: Style, text: str) -> None:
    known = {one.first_name for one in found} | {one.full_name for one in found}
    if not any(name and name in text for name in known):
        assert name_hider(found, style)(text) == text


@given(people, styles)
def test_the_same_person_is_the_same_everywhere(found: list[PersonName], style: Style) -> None:
    shown = stand_ins(found, style)
    assert len(set(shown.values())) == len(found)
    hide = name_hider(found, style)
    for one in found:
        assert hide(f"{one.first_name}’s day") == f"{shown[one.id]}’s day"
