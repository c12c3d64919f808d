"""The sample journal's files are whole, agree with each other and keep to their calendar."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest

from leadjournal.base.resources import resource, resource_text

FILES = (
    "journal",
    "people",
    "whys",
    "outcomes",
    "indicators",
    "outputs",
    "entries",
    "check_ins",
    "objectives",
    "promises",
    "blockers",
    "signals",
    "cycles",
    "milestones",
    "debt_signs",
)
FIRST = date(2025, 2, 3)
LAST = date(2025, 10, 31)
PLANS = frozenset({"due_on", "review_on", "next_on", "valid_from"})
"""Days that may lie after the story's end."""

AMERICAN = re.compile(
    r"\b(programs?|(col|fav|lab|hon|behavi|neighb)or\w*|center\w*|gray|travel(ed|ing)"
    r"|\w+(al|an|gn|is|mm|ar|or|im|it)iz(e|ed|es|ing))\b",
    re.IGNORECASE,
)
KEYS = {
    "owner": "people",
    "person": "people",
    "helped": "people",
    "people": "people",
    "team": "teams",
    "why": "whys",
    "whys": "whys",
    "outcome": "outcomes",
    "outcomes": "outcomes",
    "outputs": "outputs",
    "source": "entries",
}

Row = dict[str, Any]


@cache
def _file(name: str) -> Row:
    return tomllib.loads(resource_text("samples", "larkmoor", f"{name}.toml"))


def _rows(table: str, file: str = "") -> list[Row]:
    rows: list[Row] = _file(file or table)[table]
    return rows


def _values(value: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Every single value of a file with the name it stands under."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _values(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from _values(inner, name)
    else:
        yield name, value


def _ids() -> dict[str, set[str]]:
    tables = {"teams": "people", "people": "people"} | {
        name: name for name in ("whys", "outcomes", "outputs", "entries")
    }
    return {table: {row["id"] for row in _rows(table, file)} for table, file in tables.items()}


def _days_in(monday: date, days: list[date | None]) -> int:
    return sum(day is not None and monday <= day < monday + timedelta(7) for day in days)


def test_every_file_is_there_and_says_that_it_is_invented() -> None:
    names = {path.stem for path in resource("samples", "larkmoor").iterdir()}
    openings = {name: resource_text("samples", "larkmoor", f"{name}.toml")[:60] for name in FILES}

    assert names == set(FILES)
    assert all("invented" in opening for opening in openings.values())


def test_there_is_as_much_of_everything_as_the_story_tells() -> None:
    indicators = _rows("indicators")
    counts = {table: len(ids) for table, ids in _ids().items()}
    desk = [person for person in _rows("people") if person.get("team") == "desk"]

    assert counts == {
        "teams": 5,
        "people": 14,
        "whys": 3,
        "outcomes": 6,
        "outputs": 20,
        "entries": 49,
    }
    assert len(desk) == 9
    assert len(indicators) == 18
    assert {row["id"] for row in indicators if "guard" in row} == {"O1-g", "O2-g"}
    assert {row["id"]: len(row["readings"]) for row in indicators if len(row["readings"]) < 9} == {
        "O5-a": 7,
        "O5-b": 3,
        "O6-a": 5,
        "O6-b": 5,
    }
    assert sum(len(row["readings"]) for row in indicators) == 146
    assert sum(len(row["reviews"]) for row in _rows("outcomes")) == 13
    assert sum(len(row.get("links", [])) for row in _rows("outputs")) == 17


def test_entries_are_of_the_kinds_of_the_story_and_only_moments_are_private() -> None:
    entries = _rows("entries")

    assert Counter(entry["kind"] for entry in entries) == {
        "note": 15,
        "moment": 2,
        "weekly": 22,
        "monthly": 7,
        "quarterly": 2,
        "opportunity": 1,
    }
    assert [entry["id"] for entry in entries] == [f"E{number:02}" for number in range(1, 50)]
    assert all((entry["kind"] == "moment") == (entry["privacy"] == "private") for entry in entries)


@pytest.mark.parametrize("name", FILES)
def test_every_key_names_a_record(name: str) -> None:
    ids = _ids()
    lost = [
        (key, value)
        for key, value in _values(_file(name))
        if key in KEYS and not (key == "source" and name != "promises")
        if value not in ids[KEYS[key]]
    ]

    assert lost == []


@pytest.mark.parametrize("name", FILES)
def test_every_text_is_written_out_in_british_spelling_and_calmly(name: str) -> None:
    texts = [value for _key, value in _values(_file(name)) if isinstance(value, str)]
    odd = [text for text in texts if not text.strip() or re.search("[!\"'\\t\\n]| {2}", text)]
    american = [text for text in texts if AMERICAN.search(text)]

    assert odd == []
    assert american == []


@pytest.mark.parametrize("name", FILES)
def test_every_day_lies_in_the_story_and_on_a_working_day(name: str) -> None:
    days = [(key, value) for key, value in _values(_file(name)) if isinstance(value, date)]
    early = [day for key, day in days if day < FIRST and key != "opened_on"]
    late = [(key, day) for key, day in days if day > LAST and key not in PLANS]
    written = [day for key, day in days if key in ("day", "due_on", "done_on", "closed_on")]

    assert early == []
    assert late == []
    assert [day for day in written if day.weekday() > 4] == []


@pytest.mark.parametrize("week", _rows("weeks", "signals"), ids=lambda week: str(week["monday"]))
def test_the_single_records_add_up_to_the_signals_of_the_week(week: Row) -> None:
    monday = week["monday"]
    check_ins, promises, blockers = _rows("check_ins"), _rows("promises"), _rows("blockers")
    due = [row["due_on"] for row in promises]
    kept = [row["due_on"] for row in promises if row.get("done_on", date.max) <= row["due_on"]]
    going = {
        way: [row["day"] for row in check_ins if row["direction"] == way]
        for way in ("forward", "backward")
    }
    opened = [row["opened_on"] for row in blockers]
    closed = [row.get("closed_on") for row in blockers]

    assert {
        "forward": _days_in(monday, going["forward"]),
        "backward": _days_in(monday, going["backward"]),
        "due": _days_in(monday, due),
        "kept": _days_in(monday, kept),
        "opened": _days_in(monday, opened),
        "closed": _days_in(monday, closed),
    } == {
        name: week.get(name, 0)
        for name in ("forward", "backward", "due", "kept", "opened", "closed")
    }


def test_the_signals_name_every_week_and_two_of_them_away() -> None:
    weeks = _rows("weeks", "signals")

    assert [week["monday"] for week in weeks] == [FIRST + timedelta(7 * n) for n in range(39)]
    assert [week["monday"] for week in weeks if week.get("away")] == [
        date(2025, 8, 11),
        date(2025, 8, 18),
    ]


def test_no_day_has_two_check_ins_and_every_one_is_told_in_its_own_words() -> None:
    check_ins = _rows("check_ins")

    assert len({row["day"] for row in check_ins}) == len(check_ins) == 149
    for answer in ("win", "tomorrow", "setback"):
        told = [row[answer] for row in check_ins if answer in row]
        assert len(set(told)) == len(told)


def test_what_was_promised_is_settled_but_for_what_is_still_to_come() -> None:
    promises = _rows("promises")
    still_open = [row["due_on"] for row in promises if "done_on" not in row]

    assert len({row["what"] for row in promises}) == len(promises) == 116
    assert still_open == [
        date(2025, 11, 14),
        date(2025, 11, 14),
        date(2025, 11, 28),
        date(2025, 12, 5),
    ]


def test_no_blocker_closes_before_it_opens_and_those_brought_along_are_of_january() -> None:
    blockers = _rows("blockers")
    early = [row["opened_on"] for row in blockers if row["opened_on"] < FIRST]

    assert len({row["text"] for row in blockers}) == len(blockers) == 52
    assert all(row["opened_on"] <= row.get("closed_on", LAST) for row in blockers)
    assert [day.month for day in early] == [1] * 9
    assert sum("closed_on" not in row for row in blockers) == 3


def test_nothing_serves_an_outcome_that_was_not_yet_written() -> None:
    written = {row["id"]: row["created_on"] for row in _rows("outcomes")}
    links = [
        (link["since"], link["outcome"], output["created_on"])
        for output in _rows("outputs")
        for link in output.get("links", [])
    ]
    dated = [
        (row[day], row["outcome"])
        for table, day in (("check_ins", "day"), ("promises", "due_on"), ("blockers", "opened_on"))
        for row in _rows(table)
        if "outcome" in row
    ]

    assert all(since == max(known, written[outcome]) for since, outcome, known in links)
    assert [pair for pair in dated if pair[0] < written[pair[1]]] == []


def test_nobody_appears_before_their_first_day() -> None:
    first_day = {row["id"]: row["from_day"] for row in _rows("people") if "from_day" in row}
    dated = [
        (row[day], row[who])
        for table, day, who in (
            ("check_ins", "day", "helped"),
            ("promises", "due_on", "owner"),
            ("blockers", "opened_on", "person"),
        )
        for row in _rows(table)
        if row.get(who) in first_day
    ]

    assert [pair for pair in dated if pair[0] < first_day[pair[1]]] == []
