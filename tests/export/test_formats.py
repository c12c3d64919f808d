"""The file's ending chooses the format."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from leadjournal.base.errors import Bug, MachineFault, UserMistake
from leadjournal.export import formats
from leadjournal.export.blocks import Paragraph
from leadjournal.export.document import Document

SMALL = Document("Title", "", "Journal", "", date(2025, 10, 31), (Paragraph("Hello"),))


@pytest.mark.parametrize(
    ("ending", "begins"),
    [
        ("pdf", b"%PDF-"), ("html", b"<!DOCTYPE html>"), ("md", b"# Title"), ("PDF", b"%PDF-"),
        ("Md", b"# Title"),
    ],
)  # fmt: skip
def test_a_document_is_written_by_its_ending(tmp_path: Path, ending: str, begins: bytes) -> None:
    path = tmp_path / f"report.{ending}"
    formats.write(SMALL, path)
    assert path.read_bytes().startswith(begins)


@pytest.mark.parametrize("name", ["report.txt", "report", ".pdf", "report.pdf.exe", "report."])
def test_an_unknown_ending_names_those_that_work(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserMistake) as caught:
        formats.write(SMALL, tmp_path / name)
    assert ".pdf, .html, .md, .json, .svg" in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_records_are_written_as_json_in_one_order(tmp_path: Path) -> None:
    path = tmp_path / "records.json"
    formats.write_records({"why": [{"title": "b\x00ę", "id": "1"}], "entry": []}, path)
    assert path.read_text(encoding="utf-8").index('"entry"') < 5
    assert json.loads(path.read_bytes()) == {"entry": [], "why": [{"id": "1", "title": "bę"}]}


def test_documents_and_records_do_not_take_each_others_format(tmp_path: Path) -> None:
    with pytest.raises(Bug):
        formats.write(SMALL, tmp_path / "a.json")
    with pytest.raises(Bug):
        formats.write_records({}, tmp_path / "a.md")


def test_a_folder_that_is_not_there_is_the_machines_fault(tmp_path: Path) -> None:
    with pytest.raises(MachineFault):
        formats.write(SMALL, tmp_path / "missing" / "a.md")


def test_knowing_the_formats_loads_no_heavy_library() -> None:
    code = (
        "import sys, leadjournal.export.formats;"
        "print(sorted({'typst', 'jinja2', 'markdown_it'} & set(sys.modules)))"
    )
    found = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert found.stdout.strip() == "[]"
