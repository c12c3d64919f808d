"""The figures of a day as a document for programs and as tables for people."""

from typing import Any

from leadjournal.base.formats import day_full, days_of_work, fixed, number, percent
from leadjournal.base.words import _
from leadjournal.cli.output import Column, heading, say, show_table
from leadjournal.rules.line_of_sight import LineOfSight
from leadjournal.rules.momentum import Momentum
from leadjournal.services.figures import Figures


def figures_document(figures: Figures) -> dict[str, Any]:
    """The figures with their numbers unrounded."""
    debt, sight = figures.debt, figures.line_of_sight
    return {
        "on": figures.on.isoformat(),
        "debt": {
            "total": debt.total,
            "principal": debt.principal,
            "interest": debt.interest,
            "without_outcome": debt.without_outcome,
            "by_outcome": [
                {
                    "id": row.id,
                    "title": row.title,
                    "days": row.days,
                    "rate": row.rate,
                    "evidence": row.evidence.share,
                }
                for row in debt.rows
                if row.kind == "outcome"
            ],
        },
        "line_of_sight": {
            "outputs": sight.outputs,
            "reaching": sight.reaching,
            "share": sight.share,
            "share_by_effort": sight.share_by_effort,
        },
        "momentum": figures.momentum.value,
        "green_but_red": [
            {"id": found.id, "title": found.title} for found in figures.green_but_red
        ],
    }


def show_figures(figures: Figures) -> None:
    """The figures, a line each."""
    debt = figures.debt
    heading(_("Figures of {day}").format(day=day_full(figures.on)))
    rows = [
        (
            _("Outcome debt"),
            _("{days}: {principal} not yet shown, {interest} added by waiting").format(
                days=days_of_work(debt.total),
                principal=fixed(debt.principal),
                interest=fixed(debt.interest),
            ),
        ),
        (_("Line of sight"), _sight(figures.line_of_sight)),
        (_("Momentum"), _momentum(figures.momentum)),
        (
            _("Green but red"),
            "; ".join(found.title for found in figures.green_but_red) or _("none"),
        ),
    ]
    show_table([Column(_("Figure")), Column(_("Value"))], rows)


def show_ledger(figures: Figures) -> None:
    """The debt of every outcome, and of what has none, largest first."""
    heading(_("Ledger of debt"))
    rows = sorted(figures.debt.rows, key=lambda row: -row.days)
    if not rows:
        say(_("Nothing finished waits for its proof."))
        return
    show_table(
        [
            Column(_("Days"), number=True),
            Column(_("A month"), number=True),
            Column(_("Shown"), number=True),
            Column(_("Outcome")),
        ],
        [
            (
                fixed(row.days),
                percent(row.rate),
                percent(row.evidence.share),
                row.title if row.kind == "outcome" else _without_outcome(row.title),
            )
            for row in rows
        ],
    )


def _without_outcome(title: str) -> str:
    return _("{title} (an output without an outcome)").format(title=title)


def _sight(sight: LineOfSight) -> str:
    if sight.share is None or sight.share_by_effort is None:
        return _("no outputs yet")
    return _("{share} of outputs ({reaching} of {outputs}), {effort} by effort").format(
        share=percent(sight.share),
        reaching=number(sight.reaching, 0),
        outputs=number(sight.outputs, 0),
        effort=percent(sight.share_by_effort),
    )


def _momentum(momentum: Momentum) -> str:
    return _("too early to say") if momentum.value is None else str(momentum.value)
