"""The numbers of a chart as a table, for reading aloud and for those who want them exactly."""

from datetime import date

from leadjournal.base.formats import fixed, month_short, percent
from leadjournal.base.words import _
from leadjournal.export.charts.bars import Bars
from leadjournal.export.charts.drawing import Chart
from leadjournal.export.charts.line_panel import LinePanel
from leadjournal.export.charts.outcome_map import OutcomeChart
from leadjournal.export.charts.panels import Panels
from leadjournal.export.charts.scale import value_words
from leadjournal.export.charts.stacked_area import StackedArea
from leadjournal.rules.outcome_map import MapNode, OutcomeMap

Columns = tuple[str, ...]
Rows = tuple[tuple[str, ...], ...]

_MISSING = "–"


def numbers(chart: Chart) -> tuple[Columns, Rows]:
    """Column names and rows; every value is written as words."""
    if isinstance(chart, StackedArea):
        return _area_numbers(chart)
    if isinstance(chart, LinePanel):
        return _panel_numbers(chart)
    if isinstance(chart, Panels):
        return _panels_numbers(chart)
    if isinstance(chart, OutcomeChart):
        return _map_numbers(chart)
    return _bar_numbers(chart)


def _area_numbers(chart: StackedArea) -> tuple[Columns, Rows]:
    columns = (_("Day"), *(layer.name.capitalize() for layer in chart.layers), _("Total"))
    rows = []
    for place, day in enumerate(chart.days):
        values = [layer.values[place] for layer in chart.layers]
        known = [value for value in values if value is not None]
        total = fixed(sum(known)) if len(known) == len(values) else _MISSING
        rows.append((_day(day), *(_value(value) for value in values), total))
    return columns, tuple(rows)


def _panel_numbers(chart: LinePanel) -> tuple[Columns, Rows]:
    rows = tuple(
        (_day(day), _MISSING if value is None else chart.words(value), _target(chart, day))
        for day, value in chart.readings
    )
    if not chart.targets:
        return (_("Day"), _("Reading")), tuple(row[:2] for row in rows)
    return (_("Day"), _("Reading"), _("Target")), rows


def _panels_numbers(chart: Panels) -> tuple[Columns, Rows]:
    panels = chart.shown()
    columns = (_("Day"), *(panel.lines.title for panel in panels))
    values = [dict(panel.lines.known()) for panel in panels]
    happened = [(done.day, _("Finished: {title}").format(title=done.title))
                for done in chart.finished]  # fmt: skip
    happened += [(one.day, _("Review: {verdict}").format(verdict=one.tag.words))
                 for one in chart.reviews]  # fmt: skip
    if happened:
        columns = (*columns, _("What happened"))
    rows = []
    for day in chart.days():
        said = "; ".join(words for on, words in happened if on == day)
        cells = [
            panel.lines.words(known[day]) if day in known else _MISSING
            for panel, known in zip(panels, values, strict=True)
        ]
        rows.append((_day(day), *cells, *((said or _MISSING,) if happened else ())))
    return columns, tuple(rows)


def _target(chart: LinePanel, day: date) -> str:
    valid = [value for since, value in chart.targets if since <= day]
    return value_words(valid[-1]) if valid else _MISSING


def _bar_numbers(chart: Bars) -> tuple[Columns, Rows]:
    parts = tuple(name.capitalize() for name in chart.parts)
    rows = tuple((bar.label, *(fixed(part) for part in bar.parts)) for bar in chart.bars)
    if len(parts) == 1:
        return ("", *parts), rows
    sums = tuple((*row, fixed(sum(bar.parts))) for row, bar in zip(rows, chart.bars, strict=True))
    return ("", *parts, _("Total")), sums


def _map_numbers(chart: OutcomeChart) -> tuple[Columns, Rows]:
    whole = chart.map
    columns = (_("Outcome"), _("Why"), _("Outputs"), _("Shown"), _("Debt"))
    return columns, tuple(
        (node.title, _served(whole, node), str(_outputs(whole, node)),
         percent(node.shown) if node.shown is not None else _MISSING,
         node.debt_words or _MISSING)
        for node in whole.nodes
        if node.kind == "outcome"
    )  # fmt: skip


def _served(whole: OutcomeMap, node: MapNode) -> str:
    above = whole.node_of.get(node.under)
    return above.title if above is not None else _MISSING


def _outputs(whole: OutcomeMap, node: MapNode) -> int:
    below = [whole.node_of[edge.below] for edge in whole.below.get(node.id, ())]
    return sum(len(each.inside) if each.kind == "fold" else 1 for each in below)


def _day(day: date) -> str:
    return _("{day} {month} {year}").format(
        day=day.day, month=month_short(day.month), year=day.year
    )


def _value(value: float | None) -> str:
    return _MISSING if value is None else fixed(value)
