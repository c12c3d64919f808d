"""export: the ending chooses the format, and what is private stays at home."""

import json
from pathlib import Path

import pytest

from tests.cli.terminal import fingerprint, lj


def test_the_map_is_written_as_a_picture(sample: Path, folder: Path) -> None:
    out = folder / "map.svg"
    said = lj("export", out, "-j", sample)
    assert (said.code, said.err) == (0, "")
    # Nothing private is on the map, so nothing is said of it.
    assert said.out.strip() == f"Wrote {out}."
    drawn = out.read_text(encoding="utf-8")
    assert drawn.startswith("<?xml")
    assert "Call script rewrite" in drawn
    nothing = lj("export", folder / "no.svg", "--kind", "entry", "-j", sample)
    assert nothing.code == 1
    assert "There is no outcome to draw." in nothing.err
    assert not (folder / "no.svg").exists()


@pytest.mark.parametrize(
    ("ending", "begins"),
    [("md", b"# "), ("html", b"<!doctype html>"), ("pdf", b"%PDF-"), ("json", b"{")],
)
def test_every_format(sample: Path, folder: Path, ending: str, begins: bytes) -> None:
    before = fingerprint(folder)[sample.name]
    out = folder / f"report.{ending}"
    said = lj("export", out, "-j", sample)
    assert (said.code, said.err) == (0, "")
    assert f"Wrote {out}." in said.out
    assert out.read_bytes().lower().startswith(begins.lower())
    assert fingerprint(folder)[sample.name] == before


def test_private_entries_stay_unless_it_is_the_owners_own_copy(sample: Path, folder: Path) -> None:
    entries = lj("list", "entry", "--json", "-j", sample).json
    private = [entry for entry in entries if entry["privacy"] == "private"]
    assert private
    others, own = folder / "others.json", folder / "own.json"
    said = lj("export", others, "-j", sample)
    assert f"It holds {len(entries) - len(private)} entries" in said.out
    assert f"{len(private)} private ones were left out" in said.out
    said = lj("export", own, "--include-private", "-j", sample)
    assert f"It holds {len(entries)} entries" in said.out
    assert f"{len(private)} private ones among them" in said.out
    left = others.read_text(encoding="utf-8")
    assert "reflection" in json.loads(own.read_text(encoding="utf-8"))
    assert "reflection" not in json.loads(left)
    for entry in private:
        assert entry["id"] not in left
    assert {entry["id"] for entry in json.loads(own.read_text(encoding="utf-8"))["entry"]} == {
        entry["id"] for entry in entries
    }


def test_the_filters(sample: Path, folder: Path) -> None:
    out = folder / "out.json"
    period = ["--since", "2025-03-01", "--until", "2025-03-31"]
    assert lj("export", out, *period, "--kind", "weekly", "-j", sample).code == 0
    weekly = json.loads(out.read_text(encoding="utf-8"))["entry"]
    assert {entry["kind"] for entry in weekly} == {"weekly"}
    assert all("2025-03-01" <= entry["day"] <= "2025-03-31" for entry in weekly)


@pytest.mark.parametrize(
    "words",
    [
        ["out.doc"], ["out"], ["s.leadjournal"], ["out.md", "--kind", "poem"],
        ["out.md", "--names", "rot13"], ["out.md", "--since", "soon"],
        ["out.md", "--since", "2025-03-02", "--until", "2025-03-01"],
    ],
)  # fmt: skip
def test_what_cannot_be_exported(sample: Path, folder: Path, words: list[str]) -> None:
    before = fingerprint(folder)
    lj("export", folder / words[0], *words[1:], "-j", sample).told(1)
    assert fingerprint(folder) == before


def test_an_unknown_ending_lists_those_that_work(sample: Path, folder: Path) -> None:
    lj("export", folder / "out.doc", "-j", sample).told(1, ".pdf", ".html", ".md", ".json")


def test_a_place_that_cannot_be_written(sample: Path, folder: Path) -> None:
    lj("export", folder / "nowhere" / "out.md", "-j", sample).told(3, "could not be written")
    (folder / "out.md").mkdir()
    lj("export", folder / "out.md", "-j", sample).told(3)
