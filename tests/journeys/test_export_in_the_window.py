"""Export from the window: what the preview counts is what the file holds."""

import json
import re
import zlib
from pathlib import Path

import pytest

from leadjournal.base.words import _
from leadjournal.model.catalogue import KINDS
from tests.journeys.conftest import Start
from tests.journeys.hands import CTRL, Hands, Key

FORMATS = {".md": "Markdown", ".pdf": "PDF", ".json": "JSON"}
ALL = "Outcomes: 6 · Indicators: 18 · Readings: 146"


def open_dialog(user: Hands) -> None:
    """Ctrl+E, and everything instead of this quarter."""
    user.until_seen("Waiting for you")
    user.key(Key.Key_E, CTRL)
    user.until_seen("Exactly this leaves")
    user.choose("Period", "Everything")
    user.until_seen(ALL)


def counts(user: Hands) -> dict[str, int]:
    """What the preview counts, by the word for its kind."""
    line = next(each for each in user.sentences() if ALL in each)
    return {name.strip(): int(count) for name, count in re.findall(r"([\w ]+): (\d+)", line)}


def save(user: Hands, file: Path) -> None:
    """Choose the format and the file."""
    user.choose("Format", FORMATS[file.suffix])
    user.press("Save…")
    user.choose_file(file)
    user.until_seen(f"Saved as {file.name}")


def private_titles(user: Hands) -> list[str]:
    entries = user.journal.entries.all()
    return [each.title for each in entries if each.privacy == "private"]


def pdf_headings(file: Path) -> list[str]:
    """The bookmarks of a PDF."""
    content = file.read_bytes()
    parts = [content]
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL):
        try:
            parts.append(zlib.decompress(packed))
        except zlib.error:
            continue
    found = re.findall(rb"/Title\((.*?)\)/Dest", b"\n".join(parts))
    return [each.decode("latin-1") for each in found]


def test_the_records_of_the_file_are_those_of_the_preview(
    start: Start, sample: Path, tmp_path: Path
) -> None:
    user = start(sample)
    open_dialog(user)
    counted, private = counts(user), private_titles(user)
    assert len(private) == 2
    assert user.sees("2 private entries stay here.")
    save(user, tmp_path / "records.json")
    written = json.loads((tmp_path / "records.json").read_text(encoding="utf-8"))
    kept = {_(kind.plural): written.get(kind.id, []) for kind in KINDS if kind.listed}
    assert {name: len(rows) for name, rows in kept.items() if rows} == counted
    assert not {row["title"] for row in written["entry"]} & set(private)
    assert all(row["privacy"] == "shareable" for row in written["entry"])


def test_the_dialog_stays_until_the_outcome_is_told(
    start: Start, sample: Path, tmp_path: Path
) -> None:
    user = start(sample)
    open_dialog(user)
    user.choose("Format", "JSON")
    user.press("Save…")
    user.choose_file(tmp_path / "records.json")
    user.key(Key.Key_Escape)
    user.until_seen("Saved as records.json")


def test_the_documents_hold_what_the_preview_names(
    start: Start, sample: Path, tmp_path: Path
) -> None:
    user = start(sample)
    open_dialog(user)
    counted, named = counts(user), user.rows("Exactly this leaves")
    outcomes = [each.removeprefix("Outcome: ") for each in named if each.startswith("Outcome: ")]
    assert len(outcomes) == counted["Outcomes"]
    save(user, tmp_path / "report.md")
    user.press("Close")
    open_dialog(user)
    save(user, tmp_path / "report.pdf")
    user.press("Close")

    text = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert [line[4:] for line in text.splitlines() if line[4:] in outcomes] == outcomes
    for kind in ("Outcome", "Output", "Action", "Blocker"):
        for title in (each for each in named if each.startswith(f"{kind}: ")):
            assert title.partition(": ")[2].replace("[", "\\[") in text, title
    for title in private_titles(user):
        assert title not in text

    headings = pdf_headings(tmp_path / "report.pdf")
    for outcome in outcomes:
        assert outcome.encode("ascii", "ignore").decode() in headings or "’" in outcome
    assert not set(private_titles(user)) & set(headings)


def test_an_own_copy_names_its_count_and_holds_the_private(
    start: Start, sample: Path, tmp_path: Path
) -> None:
    user = start(sample)
    open_dialog(user)
    user.press("My own copy: 2 private entries too")
    user.until_seen("keep this copy to yourself")
    save(user, tmp_path / "own.md")
    text = (tmp_path / "own.md").read_text(encoding="utf-8")
    for title in private_titles(user):
        assert title in text


@pytest.mark.parametrize("target", ["no folder/report.md", "report.xyz"])
def test_where_nothing_can_be_written_the_dialog_says_so_and_stays(
    start: Start, sample: Path, tmp_path: Path, target: str
) -> None:
    user = start(sample)
    open_dialog(user)
    user.press("Save…")
    user.choose_file(tmp_path / target)
    user.wait(user.complaints)
    assert user.sees("Exactly this leaves")
    assert sorted(each.name for each in tmp_path.glob("report*")) == []
    save(user, tmp_path / "report.md")
