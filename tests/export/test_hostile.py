"""Nothing a user writes becomes markup, code, a link that runs or a file that is read."""

from datetime import date

import pytest

from leadjournal.export.blocks import (
    Block,
    BulletList,
    Callout,
    EntryHeader,
    Facts,
    Heading,
    KeyFigure,
    KeyFigures,
    Markdown,
    Paragraph,
    Quote,
    Table,
    chart_with_numbers,
)
from leadjournal.export.charts.bars import Bar, Bars
from leadjournal.export.document import Document
from tests.export.reading import PageReader, pdf_text, rendered, typeset

HOSTILE = (
    '#read("/etc/passwd")',
    '#import "@preview/x:1.0.0": *',
    '`#eval("1+1")` $x^2$ @label <label> \\#',
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "</style><style>@import url(http://example.org)</style>",
    "{{ 7 * 7 }} {% include '/etc/passwd' %}",
    "\"\"\"'''</textarea>&lt;b&gt;",
    "]]></svg><svg onload=alert(1)>",
)
ENDINGS = ("md", "html", "pdf")


def document(*blocks: Block, title: str = "Title") -> Document:
    return Document(title, "", "Journal", "October", date(2025, 10, 31), blocks)


def everywhere(text: str) -> Document:
    """A document that holds the text in every place a text can be."""
    bars = Bars(text, (Bar(text, (1.0,)),), (text,), ("debt_fill",), unit=text[:5])
    return Document(
        text, text, text, text, date(2025, 10, 31),
        (
            Heading(1, text, text), Heading(2, text), Heading(3, text), Heading(1, text),
            Paragraph(text), Markdown(text), BulletList((text,)), Quote(text, text),
            Table((text, text), ((text, text),), ("start", "end"), text),
            Facts(((text, text),)), KeyFigures((KeyFigure(text, text, text, text),)),
            chart_with_numbers(text, text, bars), Callout(text, "note"),
            EntryHeader(text, (text, text)),
        ),
        note=text,
    )  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text_in_the_web_page(text: str) -> None:
    page = PageReader(rendered(everywhere(text), "html").decode())
    assert page.open == []
    assert page.words().count(" ".join(text.split())) >= 10
    assert {tag for tag, _attributes in page.tags} & {"script", "img", "iframe", "b"} == set()
    assert len(page.named("style")) == 1
    events = [name for _tag, attributes in page.tags for name in attributes if name[:2] == "on"]
    assert events == []


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text_in_the_pdf(text: str) -> None:
    words = pdf_text(everywhere(text))
    assert words.count(" ".join(text.split())) >= 10
    assert "root:" not in words
    assert rendered(everywhere(text), "pdf").startswith(b"%PDF-")


@pytest.mark.parametrize(
    "text",
    [
        "![a picture](file:///etc/passwd)",
        "![a picture](http://example.org/track.png)",
        "[words](javascript:alert(1))",
        "[words](file:///etc/passwd)",
        "[words](data:text/html;base64,PHNjcmlwdD4=)",
        "[words](vbscript:x)",
        "[words](//example.org)",
    ],
)
def test_pictures_and_unsafe_links_leave_only_their_words(text: str) -> None:
    found = document(Markdown(text))
    page = PageReader(rendered(found, "html").decode())
    assert page.named("img") == page.named("a") == []
    for words in (page.words(), pdf_text(found), rendered(found, "md").decode()):
        assert "picture" in words or "words" in words
        assert "](file" not in words
        assert "](<" not in words


def test_safe_links_are_shown_with_their_address() -> None:
    found = document(Markdown("[our page](https://example.org/a) and <mailto:a@example.org>"))
    links = PageReader(rendered(found, "html").decode()).named("a")
    assert [link["href"] for link in links] == ["https://example.org/a", "mailto:a@example.org"]
    assert all("noopener" in (link["rel"] or "") for link in links)
    assert "(https://example.org/a)" in pdf_text(found)
    assert "[our page](<https://example.org/a>)" in rendered(found, "md").decode()


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_no_file_can_hold_is_left_out(ending: str) -> None:
    made = rendered(everywhere("a\x00b\ud800c\x1bd\r\ne\ufffff"), ending)
    assert b"\x00" not in made or ending == "pdf"
    assert "ab\ufffdcd" in (
        pdf_text(everywhere("ab\ufffdcd")) if ending == "pdf" else made.decode()
    )


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    "text", ["שלום עולם", "مرحبا بالعالم", "日本語", "😀 👩‍👩‍👧 🇵🇱", "Zażółć", "a\u202eb"]
)
def test_every_script_is_written(text: str, ending: str) -> None:
    made = rendered(everywhere(text), ending)
    assert made.startswith(b"%PDF-") if ending == "pdf" else text in made.decode()


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    "text",
    [
        "x" * 100_000,
        "word " * 20_000,
        "[" * 20_000,
        "*a " * 20_000,
        ">" * 2_000 + "a",
        "`a" * 9_999,
    ],
)
def test_huge_text_is_written(text: str, ending: str) -> None:
    made = rendered(document(Markdown(text), Paragraph(text)), ending)
    assert len(made) > 500


def test_a_word_without_end_stays_on_its_page() -> None:
    pages = typeset(document(Paragraph("x" * 20_000)), "png").count(b"\x89PNG")
    assert pages > 2


@pytest.mark.parametrize("text", ["", " ", "\n\n", "#", "-", "- ", "1.", "> ", "```", "---"])
@pytest.mark.parametrize("ending", ENDINGS)
def test_empty_and_unfinished_text_is_written(text: str, ending: str) -> None:
    assert rendered(everywhere(text), ending)
