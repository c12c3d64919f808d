"""The figures of the sample equal the printed table, and have the shape that is promised."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from leadjournal.base.resources import resource_text
from tests.cli.terminal import lj
from tests.rules.test_larkmoor import DEBTS, EVIDENCE, TOTALS, Row

KEYS = ("O1", "O2", "O3", "O4", "O5", "O6")


@pytest.fixture(scope="module")
def titles() -> dict[str, str]:
    """The keys of the table by the outcomes' statements."""
    rows = tomllib.loads(resource_text("samples", "larkmoor", "outcomes.toml"))["outcomes"]
    return {row["statement"]: row["id"] for row in rows}


def figures(sample: Path, day: str) -> Any:
    said = lj("figures", "-j", sample, "--on", f"2025-{day}", "--json")
    assert (said.code, said.err) == (0, "")
    return said.json


@pytest.mark.parametrize("row", TOTALS, ids=lambda row: row[0])
def test_the_totals_of_the_table(sample: Path, titles: dict[str, str], row: Row) -> None:
    found = figures(sample, row[0])
    debt, sight = found["debt"], found["line_of_sight"]
    assert found["on"] == f"2025-{row[0]}"
    assert (sight["reaching"], sight["outputs"]) == row[1:3]
    assert sight["share"] == row[1] / row[2]
    assert sight["share_by_effort"] == row[3] / row[4]
    printed = [f"{debt[name]:.1f}" for name in ("total", "principal", "interest")]
    assert printed == [f"{value:.1f}" for value in row[6:9]]
    assert found["momentum"] == row[10]
    assert [titles[one["title"]] for one in found["green_but_red"]] == row[11].split()


@pytest.mark.parametrize(
    ("debts", "evidence"), list(zip(DEBTS, EVIDENCE, strict=True)), ids=[row[0] for row in DEBTS]
)
def test_the_outcomes_of_the_table(
    sample: Path, titles: dict[str, str], debts: Row, evidence: Row
) -> None:
    debt = figures(sample, debts[0])["debt"]
    found = {titles[row["title"]]: row for row in debt["by_outcome"]}
    owed = [f"{one['days']:.1f} {100 * one['rate']:.0f}" for one in _in_order(found)]
    shown = [f"{one['evidence']:.2f}" for one in _in_order(found)]
    assert owed == [cell for cell in debts[1:7] if cell != "-"]
    assert shown == [cell for cell in evidence[1:] if cell != "-"]
    assert [key for key in KEYS if key in found] == [
        key for key, cell in zip(KEYS, debts[1:7], strict=True) if cell != "-"
    ]
    assert f"{debt['without_outcome']:.1f}" == debts[7]


def _in_order(found: dict[str, Any]) -> list[Any]:
    return [found[key] for key in KEYS if key in found]


def test_the_shape_of_the_document(sample: Path) -> None:
    found = figures(sample, "07-31")
    assert list(found) == ["on", "debt", "line_of_sight", "momentum", "green_but_red"]
    assert list(found["debt"]) == [
        "total", "principal", "interest", "without_outcome", "by_outcome",
    ]  # fmt: skip
    assert list(found["debt"]["by_outcome"][0]) == ["id", "title", "days", "rate", "evidence"]
    assert list(found["line_of_sight"]) == ["outputs", "reaching", "share", "share_by_effort"]
    assert list(found["green_but_red"][0]) == ["id", "title"]
    assert found["debt"]["total"] != round(found["debt"]["total"], 6)


def test_an_empty_journal_has_figures_too(folder: Path) -> None:
    assert lj("new", folder / "empty.leadjournal").code == 0
    found = lj("figures", "--json").json
    assert found["debt"]["total"] == 0
    assert found["debt"]["by_outcome"] == []
    assert found["line_of_sight"]["share"] is None
    assert found["momentum"] is None
    said = lj("figures")
    assert (said.code, said.err) == (0, "")
    assert "Nothing finished waits" in said.out


def test_the_figures_in_words(sample: Path) -> None:
    said = lj("figures", "-j", sample, "--on", "2025-07-31")
    assert "148.7 days of work: 140.8 not yet shown, 7.9 added by waiting" in said.out
    assert "94% of outputs (15 of 16), 93% by effort" in said.out
    assert "Customer FAQ page (an output without an outcome)" in said.out
    assert "\x1b" not in said.out


@pytest.mark.parametrize("day", ["2025-02-30", "yesterday", "", "1815-06-18", "0001-01-01"])
def test_a_day_that_cannot_be(sample: Path, day: str) -> None:
    lj("figures", "-j", sample, "--on", day).told(1)
