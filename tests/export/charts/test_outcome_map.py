"""The map as a picture: plain SVG whatever is written in it, and in parts that fit a page."""

import xml.etree.ElementTree as Tree
from dataclasses import replace
from datetime import date

import pytest

from leadjournal.export.blocks import ChartBlock, chart_with_numbers
from leadjournal.export.charts.drawing import draw, natural_height
from leadjournal.export.charts.outcome_map import OutcomeChart
from leadjournal.export.charts.palette import print_palette, theme_palette
from leadjournal.export.charts.svg import text_width
from leadjournal.export.charts.wrapping import wrapped
from leadjournal.export.cleaning import cleaned
from leadjournal.export.material import Material, ReportRecords, ReportScope
from leadjournal.export.sections import outcome_map as section
from leadjournal.rules.facts import Facts
from leadjournal.rules.map_boxes import OBJECTIVE, OUTCOME, OUTPUT, WHY
from leadjournal.rules.outcome_map import MapEdge, MapNode, OutcomeMap
from tests.export.example import MAP

PALETTE = print_palette()
ODD = (
    "x" * 10_000,
    "word " * 2_000,
    "<script>alert(1)</script> & \"'",
    "]]></svg><svg onload=alert(1)>",
    "נשארים בזמן עם אנרגיה",
    "ملصق جديد " * 300,
    "Z̴̢̛̺a̷̧͇l̸͙g̵o " * 200,
    "A\x00B\x0bC\ud800",
)


def elements(svg: str) -> list[Tree.Element]:
    found = list(Tree.fromstring(svg).iter())
    allowed = {"svg", "rect", "text", "path", "g", "circle", "polyline", "line"}
    assert {each.tag.split("}")[1] for each in found} <= allowed
    assert not any({"style", "class"} & set(each.attrib) for each in found)
    return found


def words(svg: str) -> list[str]:
    return [each.text or "" for each in elements(svg) if each.tag.endswith("text")]


def titled(title: str) -> OutcomeChart:
    nodes = tuple(replace(node, title=title) for node in MAP.map.nodes)
    return cleaned(replace(MAP, map=replace(MAP.map, nodes=nodes)))


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
def test_every_theme_has_the_colours_of_the_map(theme: str) -> None:
    assert "80% shown" in words(draw(MAP, theme_palette(theme)))


def test_the_map_says_what_the_window_says() -> None:
    found = words(draw(MAP, PALETTE))
    for said in ("Why", "proof and debt", "days of work", "11.9 days", "Moving", "3 d",
                 "No outcome yet · 13.4 days"):  # fmt: skip
        assert said in found


def test_lines_are_as_heavy_as_their_confidence_and_dashed_while_work_is_open() -> None:
    lines = [each.attrib for each in elements(draw(MAP, PALETTE))
             if each.tag.endswith("path") and each.get("stroke-width") != "2"]  # fmt: skip
    drawn = [line for line in lines if "C" in line["d"] and "stroke-width" in line]
    assert [(line["stroke-width"], line.get("stroke-dasharray")) for line in drawn] == [
        ("1.1", None),
        ("2.4", None),
        ("0.8", "4 3"),
    ]


@pytest.mark.parametrize("title", ODD)
def test_no_title_leaves_its_box_or_becomes_markup(title: str) -> None:
    chart = titled(title)
    svg = draw(chart, PALETTE)
    places = [(float(each.attrib["x"]), each.text or "") for each in elements(svg)
              if each.tag.endswith("text") and each.get("text-anchor") == "start"]  # fmt: skip
    width = chart.size[0]
    assert all(x + text_width(text) * 0.95 <= width for x, text in places)
    assert len(svg) < 20_000


@pytest.mark.parametrize("title", ODD)
def test_lines_are_no_longer_than_asked(title: str) -> None:
    lines = wrapped(title, 120, 13, 3)
    assert 1 <= len(lines) <= 3
    assert all(text_width(line, 13) <= 120 for line in lines)


def test_a_text_that_fits_is_whole() -> None:
    assert " ".join(wrapped("Customers stop having to chase us", 228, 13, 2)) == (
        "Customers stop having to chase us"
    )
    assert wrapped("", 100, 13, 2) == ("",)


def test_the_numbers_are_those_of_the_outcomes() -> None:
    block = chart_with_numbers("Map", "", MAP)
    assert block.numbers.rows == (
        (
            "Customers stop having to chase us for news about their repair",
            "We keep homes warm and worries small",
            "2",
            "80%",
            "11.9 days",
        ),
    )


def test_an_empty_map_is_one_quiet_sentence() -> None:
    assert words(draw(OutcomeChart("Map", OutcomeMap()), PALETTE, 640, 120)) == ["No values yet"]


def material(whole: OutcomeMap | None) -> Material:
    kinds = frozenset(("outcome", "output"))
    scope = ReportScope("Journal", date(2025, 10, 31), date(2025, 10, 31), kinds=kinds)
    return Material(scope, ReportRecords(), Facts(), map=whole)


def wide(outcomes: int, outputs: int) -> OutcomeMap:
    nodes = [
        MapNode("objective:q", "objective", "q", "Grow", OBJECTIVE),
        MapNode("why:w", "why", "w", "A why", WHY),
    ]
    edges = []
    for n in range(outcomes):
        nodes.append(MapNode(f"outcome:{n}", "outcome", str(n), "A change", OUTCOME, "why:w",
                             debt=1.0))  # fmt: skip
        edges += [MapEdge("why:w", f"outcome:{n}"), MapEdge("objective:q", f"outcome:{n}")]
        for m in range(outputs):
            id_ = f"output:{n}-{m}"
            nodes.append(MapNode(id_, "output", id_, "Work", OUTPUT, f"outcome:{n}", size=2))
            edges.append(MapEdge(f"outcome:{n}", id_))
    return OutcomeMap(tuple(nodes), tuple(edges))


def charts(whole: OutcomeMap) -> list[ChartBlock]:
    return [each for each in section.sections(material(whole)) if isinstance(each, ChartBlock)]


@pytest.mark.parametrize(("outcomes", "outputs"), [(1, 1), (30, 0), (12, 3), (4, 60), (60, 20)])
def test_each_picture_fits_a_page_and_nothing_is_left_out(outcomes: int, outputs: int) -> None:
    whole = wide(outcomes, outputs)
    found = charts(whole)
    seen: list[str] = []
    for block in found:
        chart = block.chart
        assert isinstance(chart, OutcomeChart)
        assert natural_height(chart, 640) <= 1.35 * 640
        for node in chart.map.nodes:
            seen += [node.id] if node.kind in ("outcome", "output") else node.inside
    wanted = [node.id for node in whole.nodes if node.kind in ("outcome", "output")]
    assert sorted(seen) == sorted(wanted)
    assert sum(int(block.sentence.split()[0]) for block in found) == outcomes


def test_a_report_without_outcomes_has_no_map() -> None:
    assert section.sections(material(None)) == ()
    assert section.sections(material(OutcomeMap())) == ()
