"""Outcome debt: how it went, where it lies, and what was written off with which lesson."""

from datetime import date

from leadjournal.base.formats import days, fixed, number, percent
from leadjournal.base.words import _
from leadjournal.export.blocks import (
    Align,
    Block,
    BulletList,
    Heading,
    Paragraph,
    Table,
    chart_with_numbers,
)
from leadjournal.export.charts.debt import debt_area
from leadjournal.export.material import Material, ReportFigures
from leadjournal.export.sections import words
from leadjournal.rules.debt import DebtRow

_FEWEST_POINTS = 3
_ENDS: tuple[Align, ...] = ("start", "end", "end", "end", "end", "end")


def sections(material: Material) -> tuple[Block, ...]:
    """The debt; nothing while nothing is finished."""
    figures = material.figures
    if figures is None or not (figures.debt.finished or figures.debt.written_off):
        return ()
    return (
        Heading(1, _("Outcome debt")),
        Paragraph(
            _("Outcome debt is the work that is finished and that nobody can yet show has changed "
              "anything, in days of work. It grows while it waits, and falls when the change is "
              "shown.")
        ),
        *_chart(figures),
        *_ledger(figures),
        *_written_off(material, figures),
        *_set_aside(material, figures),
    )  # fmt: skip


def _chart(figures: ReportFigures) -> tuple[Block, ...]:
    points = figures.points
    if len(points) < _FEWEST_POINTS or not any(point.principal for point in points):
        return ()
    debt = figures.debt
    sentence = _(
        "{total} days: {principal} of work and {interest} that waiting added. "
        "If nothing changes, it will be {later} in three months."
    ).format(
        total=fixed(debt.total),
        principal=fixed(debt.principal),
        interest=fixed(debt.interest),
        later=fixed(debt.in_three_months),
    )
    return (chart_with_numbers(_("Debt by month"), sentence, debt_area(points)),)


def _ledger(figures: ReportFigures) -> tuple[Block, ...]:
    owed = sorted((row for row in figures.debt.rows if row.outputs), key=lambda row: -row.days)
    if not owed:
        return ()
    columns = (_("Outcome"), _("Finished"), _("Shown"), _("Rate"), _("Waits"), _("Debt"))
    rows = tuple(_row(row) for row in owed)
    return (Table(columns, rows, _ENDS, _("Where it lies, largest first")), BulletList(_legend()))


def _row(row: DebtRow) -> tuple[str, ...]:
    title = row.title
    if row.kind == "output":
        title = _("{output} (no outcome)").format(output=title)
    return (
        title,
        number(sum(output.size for output in row.outputs)),
        percent(row.evidence.share),
        percent(row.rate),
        days(row.waits),
        fixed(row.days),
    )


def _legend() -> tuple[str, ...]:
    return (
        _("Finished: the days of work of the outputs that are finished."),
        _("Shown: the share of the promised change that readings show and a review confirms."),
        _("Rate: how fast the rest grows in a month; it is higher where a why, a lagging reading "
          "or a recent review is missing."),
        _("Waits: the days since the oldest of these outputs was finished."),
        _("Debt: what is not shown, with what waiting added, in days of work."),
    )  # fmt: skip


def _written_off(material: Material, figures: ReportFigures) -> tuple[Block, ...]:
    since = material.scope.since or date.min
    gone = [row for row in figures.debt.written_off if row.on >= since]
    if not gone:
        return ()
    rows = tuple(
        (row.title, days(row.days), material.day(row.on), row.lesson or words.NOTHING)
        for row in gone
    )
    columns = (_("Output"), _("Size"), _("On"), _("What was learned"))
    caption = _("This work was stopped, or its outcome given up; it no longer counts.")
    return (
        Heading(2, _("Written off, with lessons")),
        Table(columns, rows, ("start", "end"), caption),
    )


def _set_aside(material: Material, figures: ReportFigures) -> tuple[Block, ...]:
    since = material.scope.since or date.min
    gone = [row for row in figures.debt.set_aside if row.on >= since]
    if not gone:
        return ()
    ways = {"moved": _("the outcome has moved"), "accepted": _("accepted knowingly")}
    rows = tuple(
        (row.title, days(row.days), material.day(row.on), ways[row.way], row.reason) for row in gone
    )
    columns = (_("Output"), _("Debt that day"), _("On"), _("Way out"), _("Reason"))
    caption = _("This work stays finished, and is no longer counted as debt.")
    return (
        Heading(2, _("Out of the debt")),
        Table(columns, rows, ("start", "end"), caption),
    )
