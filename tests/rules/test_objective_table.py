"""A table of objectives: columns by their names, fill down, faults by row and column."""

import csv
import io
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadjournal.base.errors import UserMistake
from leadjournal.rules.cells import text_of
from leadjournal.rules.objective_columns import folded
from leadjournal.rules.objective_table import (
    Known,
    KnownObjective,
    Understood,
    Wanted,
    understand,
)

WINTER = """Objective,Key result,Type,Start,Target,Current,Unit,Owner,Quarter,Aligned to,Level
Customers relax,Repeat contacts,outcome,41,22,25,per 100,Nadia,2025 Q4,Be recommended,team
,Jobs with photo,output,22%,90%,91%,,Obi,,,
Be recommended,,,,,,,,,,company
"""
KNOWN = Known(people={"nadia": "n", "obi": "o"})


def read(text: str, known: Known = KNOWN, **wanted: Any) -> Understood:
    return understand(text, known, Wanted(**wanted))


def faults(text: str) -> list[str]:
    return [line.fault for line in read(text).faults]


def test_one_row_a_key_result_its_objective_filled_down() -> None:
    found = read(WINTER)
    assert not found.problem
    assert not found.faults
    assert [(line.objective, line.key_result, line.cycle) for line in found.lines] == [
        ("Customers relax", "Repeat contacts", "2025 Q4"),
        ("Customers relax", "Jobs with photo", "2025 Q4"),
        ("Be recommended", "", ""),
    ]
    first, second, _third = found.lines
    assert (first.baseline, first.target, first.current, first.unit) == (41, 22, 25, "per 100")
    assert (second.baseline, second.target, second.current, second.unit) == (22, 90, 91, "%")
    assert (first.type, second.type) == ("outcome", "output")
    assert (first.owner, second.owner) == ("n", "o")
    new = {one.text: one for one in found.coming}
    assert new["Customers relax"].parent == new["Be recommended"].key
    assert (new["Customers relax"].level, new["Be recommended"].level) == ("team", "company")
    assert found.results == 2


@pytest.mark.parametrize(
    ("objective", "result", "start", "target"),
    [
        ("Goal", "KR", "from", "TO"),
        ("OBJECTIVES", "key_results", "Baseline", "Goal value"),
        ("objective name", "Key Result Name", "Start value", "Target (number)"),
    ],
)
def test_columns_have_many_names_and_any_order(
    objective: str, result: str, start: str, target: str
) -> None:
    found = read(f"{target};{objective};{start};{result}\n22;Relax;41;Contacts\n")
    assert [(one.objective, one.key_result, one.baseline, one.target) for one in found.taken] == [
        ("Relax", "Contacts", 41, 22)
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_separator_is_found_by_the_columns_it_parts(separator: str) -> None:
    rows = [["Objective", "Key result", "Target"], ["Relax; then rest, calmly", "Contacts", "22"]]
    file = io.StringIO()
    csv.writer(file, delimiter=separator).writerows(rows)
    assert [(one.objective, one.target) for one in read(file.getvalue()).taken] == [
        ("Relax; then rest, calmly", 22)
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_every_encoding_of_spreadsheets_is_read(encoding: str) -> None:
    found = read(text_of("Objective;Key result\r\nWärme für alle;Tür zu\r\n".encode(encoding)))
    assert [(one.objective, one.key_result) for one in found.taken] == [
        ("Wärme für alle", "Tür zu")
    ]


def test_decimals_are_found_out_from_all_numbers() -> None:
    found = read("Objective;KR;From;To\nRelax;A;2,6;1,8\n;B;1.234;1.000\n")
    assert [(one.baseline, one.target) for one in found.taken] == [(2.6, 1.8), (1234, 1000)]
    open_ = read("Objective;KR;To\nRelax;A;1,234\n", sign=",")
    assert open_.asks == {"sign"}
    assert open_.taken[0].target == 1.234


def test_faults_are_named_by_row_and_column() -> None:
    told = faults(
        "Objective,Key result,Type,Target,Grade,Due,Level\n"
        ",Alone,outcome,1,,,team\n"
        "Relax,Good,outcome,1,,,team\n"
        "Relax,A,outcome,soon,,,team\n"
        "Relax,B,wish,1,,,team\n"
        "Relax,C,outcome,1,7,,team\n"
        "Relax,,outcome,1,,,team\n"
        "Relax,D,output,1,0.7,31 Foo 2025,team\n"
        "Relax,E,output,1,70%,31 Oct 2025,company\n"
        f"Relax,{'x' * 10_001},output,1,70%,31 Oct 2025,\n"
    )
    assert told == [
        "Row 2, column “Objective”: the objective is missing.",
        "Row 4, column “Target”: “soon” is no number.",
        "Row 5, column “Type”: “wish” is none of outcome, output.",
        "Row 6, column “Grade”: a grade lies between 0 and 1, or is a percentage.",
        "Row 7, column “Key result”: the key result is missing.",
        "Row 8, column “Due”: “31 Foo 2025” is no day.",
        "Row 9, column “Level”: “company” is another one than “team” in row 3.",
        "Row 10, column “Key result”: at most 10000 characters have room.",
    ]


def test_mixed_signs_and_orders_are_faults_of_the_rarer_ones() -> None:
    text = "Objective;KR;To;Due\nA;1;2,5;25/12/2025\nA;2;3,5;26/12/2025\nA;3;4.5;12/27/2025\n"
    assert faults(text) == ["Row 4, column “To”: “4.5” has another decimal sign than other rows."]
    told = faults(text.replace("4.5", "4,5"))
    assert told == [
        "Row 4, column “Due”: “12/27/2025” has day and month in another order than other rows."
    ]


def test_an_objective_cannot_stand_above_itself() -> None:
    text = "Objective,Key result,Parent\nA,1,B\nB,2,C\nC,3,A\n"
    assert faults(text) == [
        "Row 4, column “Parent”: “A” stands below this objective or is the same one."
    ]
    assert len(faults("Objective,Key result,Parent\nA,1,A\n")) == 1


def test_who_is_not_known_is_told_and_left_empty() -> None:
    found = read("Objective,KR,Owner,Team,Parent\nRelax,A,Zoe,The Desk,Be kind\n")
    assert found.unknown == ("Zoe", "The Desk", "Be kind")
    assert [line.owner for line in found.taken] == [""]
    assert found.coming[0].parent is None


def test_what_is_here_already_is_left_out() -> None:
    here = KnownObjective("1", ("relax", "2025 q4"), None, frozenset({"contacts"}))
    found = read(
        "Objective,KR,Cycle,Parent\nRelax,Contacts,2025 Q4,\nRELAX,New,2025 Q4,\n"
        "Relax,Contacts,2025 Q3,\nRelax,Contacts,2025 Q3,\nBelow,X,2025 Q4,Relax\n",
        Known((here,)),
    )
    assert [line.left_out for line in found.lines] == ["here", "", "", "twice", ""]
    assert [(one.text, one.cycle, one.parent) for one in found.coming] == [
        ("Relax", "2025 Q3", None), ("Below", "2025 Q4", "1"),
    ]  # fmt: skip


def test_columns_of_other_programs_are_told_as_not_read() -> None:
    found = read("Objective,KR,Type,Progress,Team\nRelax,A,Percentage,40%,\n")
    assert found.unread == ("Type", "Progress")
    assert found.results == 1


def test_a_title_above_the_columns_is_passed_over() -> None:
    found = read("Goals of the Desk\n\nObjective,Key result\nRelax,A\n")
    assert [line.row for line in found.taken] == [4]


def test_another_shape_says_what_was_found_and_what_is_needed() -> None:
    found = read("Date,Value\n2025-10-01,4\n")
    assert (
        found.problem == "This is no table of objectives. The columns found are: “Date”, “Value”."
    )
    assert "“Objective” is needed" in found.needed
    assert read("").problem == "Nothing was found to read."
    assert "nothing" in read("Objective,Key result\n").problem
    assert "“KR”" in read("KR,Target\nA,1\n").problem


def test_a_workbook_is_no_table() -> None:
    with pytest.raises(UserMistake, match="workbook"):
        text_of(b"PK\x03\x04rest")


WORDS = (
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1, max_size=8)
    .map(lambda word: "x" + word.replace('"', ""))
)  # fmt: skip
TEXTS = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
NUMBERS = st.none() | st.integers(-(10**6), 10**6).map(lambda n: n / 100)
ROWS = st.fixed_dictionaries(
    {
        "key_result": TEXTS,
        "baseline": NUMBERS,
        "target": NUMBERS,
        "current": NUMBERS,
        "unit": st.sampled_from(["", "per 100", "h"]),
        "type": st.sampled_from(["outcome", "output"]),
        "grade": st.none() | st.integers(0, 10).map(lambda n: n / 10),
        "due": st.none() | st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    }
)
TABLES = st.lists(
    st.tuples(TEXTS, st.lists(ROWS, min_size=1, max_size=4)),
    min_size=1,
    max_size=4,
    unique_by=lambda one: folded(one[0]),
)
FIELDS = ("key_result", "baseline", "target", "current", "unit", "type", "grade", "due")
HEADS = {"key_result": "Key result", "baseline": "Start"}


def _written(value: object, sign: str) -> str:
    if isinstance(value, float):
        return f"{value:.2f}".replace(".", sign)
    return "" if value is None else str(value)


@given(
    TABLES,
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(".,"),
    st.permutations(("objective", *FIELDS)),
    st.booleans(),
)
@settings(max_examples=40)
def test_any_consistent_table_comes_back_exactly(
    table: list[tuple[str, list[dict[str, Any]]]],
    separator: str,
    sign: str,
    order: list[str],
    filled_down: bool,
) -> None:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=separator)
    writer.writerow([HEADS.get(name, name.title()) for name in order])
    for objective, results in table:
        for place, result in enumerate(results):
            said = "" if place and filled_down else objective
            cells = {**result, "objective": said}
            writer.writerow([_written(cells[name], sign) for name in order])
    found = read(file.getvalue(), sign=sign)
    assert [line.fault for line in found.faults] == []
    expected = [(text, result) for text, results in table for result in results]
    read_back = [
        (line.objective, {name: getattr(line, name) for name in FIELDS}) for line in found.lines
    ]
    assert read_back == expected


@given(st.text(max_size=300) | st.lists(st.sampled_from(
    ["Objective", "Key result", "Owner", "Target", "Due", "Level", "Parent", "Grade", "a", "%", "1",
     "1,5", "1.5", "3/4/25", "25/12/25", "12/25/25", ",", ";", "\t", "\n", '"', " ", "company"]
), max_size=80).map("".join))  # fmt: skip
def test_no_text_raises_anything_but_a_sentence(text: str) -> None:
    try:
        found = read(text)
    except UserMistake:
        return
    assert found.problem or all(
        line.is_taken or line.fault or line.left_out for line in found.lines
    )


@given(st.binary(max_size=200))
def test_no_file_raises_anything_but_a_sentence(content: bytes) -> None:
    try:
        read(text_of(content))
    except UserMistake:
        return
