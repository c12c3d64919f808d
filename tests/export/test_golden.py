"""The same document gives the same files. Left out as volatile: the HTML head with its colours."""

from pathlib import Path

import pytest

from leadjournal.base.resources import resource
from leadjournal.export.charts.drawing import Chart, draw
from leadjournal.export.charts.palette import print_palette
from tests.export.example import ANSWERED, DEBT, MAP, REPEATS, SHARES, example
from tests.export.reading import PageReader, pdf_text, rendered

GOLDEN = Path(__file__).parent / "golden"


def golden(name: str) -> str:
    return (GOLDEN / name).read_text(encoding="utf-8")


def test_markdown_is_as_it_was() -> None:
    assert rendered(example(), "md").decode() == golden("example.md")


def test_web_page_is_as_it_was_apart_from_the_colours_and_the_style() -> None:
    page = rendered(example(), "html").decode()
    body = page[page.index("<body>") :]
    assert body == golden("example.html")


def test_pdf_says_what_it_said() -> None:
    assert pdf_text(example()) == golden("example.pdf.txt")


def test_pdf_is_the_same_file_each_time() -> None:
    assert rendered(example(), "pdf") == rendered(example(), "pdf")


@pytest.mark.parametrize(
    ("name", "chart"),
    [
        ("debt", DEBT),
        ("repeats", REPEATS),
        ("answered", ANSWERED),
        ("shares", SHARES),
        ("map", MAP),
    ],
)
def test_chart_is_as_it_was(name: str, chart: Chart) -> None:
    assert draw(chart, print_palette()) == golden(f"{name}.svg")


def test_web_page_is_whole_and_loads_nothing() -> None:
    page = PageReader(rendered(example(), "html").decode())
    assert page.open == []
    assert {tag for tag, _attributes in page.tags} & {"script", "img", "link", "iframe"} == set()
    targets = {attributes["href"] for attributes in page.named("a")}
    anchors = {
        f"#{attributes.get('id')}" for name in ("h2", "h3") for attributes in page.named(name)
    }
    assert targets
    assert targets <= anchors


def test_pdf_names_its_title_and_no_place_or_person_of_the_machine() -> None:
    made = rendered(example(), "pdf")
    assert made.startswith(b"%PDF-")
    assert b"Half a year at the Desk" in made
    assert b"/Author" not in made
    for place in (str(Path.home()), str(resource()), str(Path.cwd())):
        assert place.encode() not in made
