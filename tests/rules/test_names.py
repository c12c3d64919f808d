"""Names in a text for others."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadjournal.rules.names import PersonName, Style, name_hider, stand_ins, tag_hider

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
        ("nadia, Nadias, Obinna, OBINNA", "nadia, Nadias, Obinna, OBINNA"),
        ("NADIA and KOWALSKA, JEAN-LUC", "Person 1 and Person 1, Person 4"),
        ("Write to nadia@x.org or Nadia.KOWALSKA+a@x.org.",
         "Write to person-1@x.org or person-1+a@x.org."),
        ("nadiakowalska@x.org, obi2@x.org, me@devries.org",
         "person-1@x.org, person-2-2@x.org, me@person-3.org"),
        ("obinna@x.org and the obi", "obinna@x.org and the obi"),
        ("@obi, @olga_de_vries and #one-to-one-obi",
         "@person-2, @person-3 and #one-to-one-person-2"),
        ("#ObiReview, #TalkWithObi, #cobi", "#person-2Review, #TalkWithperson-2, #cobi"),
        ("see https://x.org/in/jean-luc?a=1", "see https://x.org/in/person-4?a=1"),
        ("Obi说, 请Obi来", "Person 2说, 请Person 2来"),
        ("Obi/Nadia:Obi", "Person 2/Person 1:Person 2"),
        ("", ""),
    ],
)  # fmt: skip
def test_a_name_is_replaced_as_whole_words_in_its_spelling(text: str, shown: str) -> None:
    assert name_hider(PEOPLE, "persons")(text) == shown


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        ("nadia", "person-1"),
        ("one-to-one-nadia", "one-to-one-person-1"),
        ("OBI-first", "person-2-first"),
        ("jean-luc-and-olga", "person-4-and-person-3"),
        ("obinna", "obinna"),
        ("calm", "calm"),
    ],
)
def test_in_tags_any_case_counts(tag: str, shown: str) -> None:
    assert tag_hider(PEOPLE, "persons")(tag) == shown
    assert tag_hider(PEOPLE, "keep")(tag) == tag


def test_initials_in_tags_are_small_words() -> None:
    assert tag_hider(PEOPLE, "initials")("talk-olga-obi") == "talk-o2-o"


def test_letters_without_capitals_are_found_inside_longer_words() -> None:
    found = name_hider([PersonName("1", "明", "李明"), PersonName("2", "محمد")], "persons")
    assert found("李明说，小明来了 #李明 @李明") == "Person 1说，小Person 1来了 #person-1 @person-1"
    assert found("ومحمد") == "وPerson 2"


def test_a_name_of_one_letter_needs_its_full_stop() -> None:
    found = name_hider([PersonName("1", "A"), PersonName("2", "Greta", "Greta B.")], "persons")
    text = "A plan, a list, plan A, #plan-a, a@x.org, A.B and NATO"
    assert found(text) == text
    assert found("A. asked B. and GRETA B.") == "Person 1 asked Person 2 and Person 2"


def test_accents_case_and_apostrophes_hide_nobody() -> None:
    found = name_hider([PersonName("1", "josé", "josé O'Brien"), PersonName("2", "ZOË")], "persons")
    assert found("José, JOSÉ and O’Brien met Zoë") == "Person 1, Person 1 and Person 1 met Person 2"
    assert found("jose@x.org, #zoe, #zoë") == "person-1@x.org, #person-2, #person-2"


def test_a_very_long_word_is_read_once() -> None:
    text = "x" * 300_000
    assert name_hider(PEOPLE, "persons")(text) == text


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


@given(people, styles, st.sampled_from(["{}@x.org", "@{}", "#{}", "#one-to-one-{}", "x.{}@y.org"]))
def test_no_name_is_left_in_tags_and_addresses(
    found: list[PersonName], style: Style, shape: str
) -> None:
    hide, hide_in_tag = name_hider(found, style), tag_hider(found, style)
    names_in_small = {one.first_name.lower() for one in found}
    for name in names_in_small:
        handle = shape.format(name)
        for shown in (hide(handle), hide(handle.upper()), hide_in_tag(handle)):
            assert not names_in_small & set(re.split(r"\W", shown.lower()))


@given(people, styles)
def test_no_name_is_left_in_capitals(found: list[PersonName], style: Style) -> None:
    capitals = {one.first_name.upper() for one in found}
    shown = name_hider(found, style)(" and ".join(sorted(capitals)))
    assert not capitals & set(shown.split())


@given(
    st.lists(st.text("李明说王芳あきこ김", min_size=1, max_size=3), min_size=1, unique=True),
    styles, st.text("李明说王芳来了 あきこa#@.", max_size=30),
)  # fmt: skip
def test_no_name_without_capitals_is_left(called: list[str], style: Style, text: str) -> None:
    found = [PersonName(name, name) for name in called]
    if style == "persons":
        shown = name_hider(found, style)(text + "".join(called))
        assert not any(name in shown for name in called)


@given(people, styles, st.text())
def test_other_text_stays_byte_for_byte(found: list[PersonName], style: Style, text: str) -> None:
    known = {one.first_name for one in found} | {one.full_name for one in found}
    if not any(name and name.casefold() in text.casefold() for name in known):
        assert name_hider(found, style)(text) == text
        assert tag_hider(found, style)(text) == text


@given(people, styles)
def test_the_same_person_is_the_same_everywhere(found: list[PersonName], style: Style) -> None:
    shown = stand_ins(found, style)
    assert len(set(shown.values())) == len(found)
    hide = name_hider(found, style)
    for one in found:
        assert hide(f"{one.first_name}’s day") == f"{shown[one.id]}’s day"
