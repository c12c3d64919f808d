"""import: objectives and key results out of a table."""

import json
from pathlib import Path

import pytest

from tests.cli.terminal import lj

TABLE = """Objective,Key result,Start,Target,Current,Owner,Score source
Calls are rare in the frost,Calls per job,3,2,2.5,Nadia,wiki
,Vans stocked,10%,95%,40%,Zoe,
"""


@pytest.fixture
def table(folder: Path) -> Path:
    path = folder / "okr.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_a_table_comes_in_once(sample: Path, table: Path) -> None:
    said = lj("import", table, "-j", sample)
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [
        "Row  Objective                    Key result     What comes of it",
        "  2  Calls are rare in the frost  Calls per job  New",
        "  3  Calls are rare in the frost  Vans stocked   New",
        "Not read: Score source.",
        "Not found in the journal, left empty: Zoe.",
        "Took in 1 objective and 2 key results.",
    ]
    found = json.loads(lj("list", "key-result", "-j", sample, "--json").out)
    assert "Vans stocked" in {record["text"] for record in found}
    again = lj("import", table, "-j", sample)
    assert again.code == 0
    assert again.out.endswith("Everything in the table is here already.\n")


def test_a_dry_run_changes_nothing(sample: Path, table: Path) -> None:
    before = lj("list", "objective", "--json", "-j", sample).json
    said = lj("import", table, "--dry-run", "-j", sample)
    assert said.code == 0
    assert said.out.endswith("Nothing was changed: this was a dry run.\n")
    assert lj("list", "objective", "--json", "-j", sample).json == before


def test_a_program_gets_one_document(sample: Path, table: Path) -> None:
    planned = json.loads(lj("import", table, "--dry-run", "--json", "-j", sample).out)
    assert (planned["dry_run"], planned["objectives"], planned["key_results"]) == (True, 0, 0)
    assert [row["comes"] for row in planned["rows"]] == ["new", "new"]
    assert planned["rows"][1]["target"] == 95
    taken = json.loads(lj("import", table, "--json", "-j", sample).out)
    assert (taken["objectives"], taken["key_results"]) == (1, 2)
    assert taken["not_found"] == ["Zoe"]


@pytest.mark.parametrize("more", [(), ("--json",), ("--dry-run",)])
def test_faults_are_told_and_nothing_comes_in(
    sample: Path, table: Path, more: tuple[str, ...]
) -> None:
    table.write_text(TABLE.replace("95%", "soon"), encoding="utf-8")
    before = lj("list", "objective", "--json", "-j", sample).json
    said = lj("import", table, *more, "-j", sample)
    assert said.code == 1
    assert "Row 3, column “Target”: “soon” is no number. Nothing was taken in." in said.err
    assert lj("list", "objective", "--json", "-j", sample).json == before


def test_another_shape_says_what_was_found_and_what_is_needed(sample: Path, table: Path) -> None:
    table.write_text("Day,Value\n2025-10-01,3\n", encoding="utf-8")
    said = lj("import", table, "-j", sample)
    assert (said.code, said.out) == (1, "")
    assert "The columns found are: “Day”, “Value”." in said.err
    assert "“Objective” is needed" in said.err


def test_a_missing_or_a_wrong_file_is_told(sample: Path, folder: Path) -> None:
    assert lj("import", folder / "gone.csv", "-j", sample).code == 3
    workbook = folder / "okr.csv"
    workbook.write_bytes(b"PK\x03\x04....")
    said = lj("import", workbook, "-j", sample)
    assert said.code == 1
    assert "workbook" in said.err
