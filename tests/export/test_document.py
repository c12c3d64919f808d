"""The contents follow from the headings."""

from datetime import date

from leadjournal.export.blocks import Heading, Paragraph, Table, chart_with_numbers
from leadjournal.export.document import Document, anchored, outline
from leadjournal.export.writers.pdf_values import breakable, column_widths
from tests.export.example import ANSWERED, DEBT, SHARES


def document(*headings: Heading) -> Document:
    return Document("Title", "", "Journal", "", date(2025, 10, 31), (*headings, Paragraph("a")))


def test_a_short_document_has_no_contents() -> None:
    assert outline(document(Heading(1, "One"), Heading(1, "Two"))) == ()


def test_contents_hold_two_levels_and_names_are_used_once() -> None:
    found = document(
        Heading(1, "Same"), Heading(2, "Same"), Heading(3, "Deep"), Heading(1, "!"),
        Heading(1, "Long", anchor="Given name"),
    )  # fmt: skip
    assert [(line.level, line.anchor) for line in outline(found)] == [
        (1, "same"), (2, "same-2"), (1, "part"), (1, "given-name"),
    ]  # fmt: skip
    assert list(anchored(found))[-1][1] == ""


def test_a_chart_brings_its_numbers() -> None:
    debt = chart_with_numbers("Debt", "", DEBT).numbers
    assert debt.columns == ("Day", "Work", "Interest", "Total")
    assert debt.rows[5] == ("31 Jul 2025", "140.8", "7.9", "148.7")
    answered = chart_with_numbers("Answered", "", ANSWERED).numbers
    assert answered.rows[2] == ("30 Apr 2025", "–", "95")
    assert answered.rows[-1] == ("31 Oct 2025", "96%", "90")
    shares = chart_with_numbers("Shares", "", SHARES).numbers
    assert shares.rows[0] == ("Work without an outcome", "10.0", "3.4", "13.4")
    assert [shares.alignment(place) for place in (0, 1)] == ["start", "end"]


def test_narrow_columns_size_themselves_and_long_ones_share_the_line() -> None:
    mixed = Table(("Day", "Text"), (("1 March", "words " * 40), ("2 March", "words")))
    assert column_widths(mixed)[0] == 0
    assert column_widths(mixed)[1] > 0
    many = Table(tuple("abcdefgh"), (("fifteen letters",) * 8,))
    assert all(share > 0 for share in column_widths(many))


def test_only_words_too_long_for_a_line_get_places_to_break() -> None:
    assert breakable("an ordinary sentence of responsibilities") == (
        "an ordinary sentence of responsibilities"
    )
    assert breakable("x" * 40).replace("\u200b", "") == "x" * 40
    assert max(len(part) for part in breakable("x" * 40).split("\u200b")) <= 12
