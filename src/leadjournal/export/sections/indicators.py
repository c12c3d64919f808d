"""The indicators of an outcome: a table of where they stand, and charts of the telling ones."""

from collections.abc import Iterable
from datetime import date

from leadjournal.base.formats import percent
from leadjournal.base.words import _
from leadjournal.export.blocks import Block, Table, chart_with_numbers
from leadjournal.export.charts.line_panel import LinePanel, Series
from leadjournal.export.material import Material
from leadjournal.export.sections import words
from leadjournal.model.indicator import Guard, Horizon, Indicator, IndicatorKind, Reading
from leadjournal.model.outcome import Outcome
from leadjournal.rules.facts import IndicatorFact
from leadjournal.rules.standing import latest_reading, progress, setting

_FEWEST_READINGS = 2
_WORK = (IndicatorKind.ACTIVITY, IndicatorKind.OUTPUT)


def blocks(material: Material, outcome: Outcome) -> list[Block]:
    """The table, then one chart each of the work, of what moves first and of what moves last."""
    found = material.indicators_of.get(outcome.id, [])
    if not found:
        return []
    table = [_table(material, found)] if material.shows("indicator") else []
    charts = _charts(material, found) if material.shows("reading") else []
    return [*table, *charts]


def _table(material: Material, found: Iterable[Indicator]) -> Block:
    columns = (_("Indicator"), _("Tells"), _("From"), _("Latest"), _("Target"), _("Way gone"))
    rows = tuple(_row(material, indicator) for indicator in found)
    return Table(columns, rows, ("start", "start", "end", "end", "end", "end"))


def _row(material: Material, indicator: Indicator) -> tuple[str, ...]:
    fact = material.indicator_facts[indicator.id]
    latest = latest_reading(fact, material.on)
    guards = indicator.guard is not Guard.NONE
    gone = None if guards else progress(fact, material.on)
    return (
        indicator.name if indicator.unit in ("", "%") else f"{indicator.name}, {indicator.unit}",
        words.sign_kind(indicator),
        words.value(indicator.baseline, indicator.unit),
        words.value(latest[1] if latest else None, indicator.unit),
        _aim(fact, indicator, material.on),
        percent(gone) if gone is not None else words.NOTHING,
    )


def _aim(fact: IndicatorFact, indicator: Indicator, on: date) -> str:
    if indicator.guard is Guard.NONE:
        return words.value(setting(fact, "target", on), indicator.unit)
    limit = words.value(setting(fact, "limit", on), indicator.unit)
    if indicator.guard is Guard.AT_MOST:
        return _("at most {limit}").format(limit=limit)
    return _("at least {limit}").format(limit=limit)


def _charts(material: Material, found: Iterable[Indicator]) -> list[Block]:
    chosen: dict[Series, tuple[Indicator, list[Reading]]] = {}
    for indicator in found:
        readings = material.readings_of.get(indicator.id, [])
        if indicator.guard is Guard.NONE and len(readings) >= _FEWEST_READINGS:
            chosen.setdefault(_series(indicator), (indicator, readings))
    if not chosen:
        return []
    days = [reading.day for _indicator, readings in chosen.values() for reading in readings]
    span = (min(days), max(days))
    order: tuple[Series, ...] = ("activity", "leading", "lagging")
    return [_chart(material, series, *chosen[series], span) for series in order if series in chosen]


def _series(indicator: Indicator) -> Series:
    if indicator.kind in _WORK:
        return "activity"
    return "leading" if indicator.horizon is Horizon.LEADING else "lagging"


def _chart(
    material: Material,
    series: Series,
    indicator: Indicator,
    readings: list[Reading],
    span: tuple[date, date],
) -> Block:
    fact = material.indicator_facts[indicator.id]
    panel = LinePanel(
        indicator.name,
        tuple((reading.day, reading.value) for reading in readings),
        _targets(fact, span[0], material.on),
        series,
        indicator.unit,
        span,
    )
    return chart_with_numbers(indicator.name, _sentence(indicator, readings, fact, material), panel)


def _targets(fact: IndicatorFact, first: date, on: date) -> tuple[tuple[date, float], ...]:
    days = [first, *(change.valid_from for change in fact.changes if change.what == "target")]
    aims = [(day, setting(fact, "target", day)) for day in sorted(set(days)) if day <= on]
    return tuple((day, aim) for day, aim in aims if aim is not None)


def _sentence(
    indicator: Indicator, readings: list[Reading], fact: IndicatorFact, material: Material
) -> str:
    way = _("From {first} to {last}.").format(
        first=words.value(readings[0].value, indicator.unit),
        last=words.value(readings[-1].value, indicator.unit),
    )
    gone = progress(fact, material.on)
    kind = words.sign_kind(indicator)
    if gone is None:
        return f"{kind[:1].upper()}{kind[1:]}. {way}"
    return _("{kind}. {way} {share} of the way to the target.").format(
        kind=f"{kind[:1].upper()}{kind[1:]}", way=way, share=percent(gone)
    )
