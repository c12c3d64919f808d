"""At a glance: the three figures in a sentence each, and what needs a second look."""

from leadjournal.base.formats import days, fixed, percent
from leadjournal.base.words import _, ngettext
from leadjournal.export.blocks import Block, Callout, Heading, KeyFigure, KeyFigures, Paragraph
from leadjournal.export.material import Material, ReportFigures
from leadjournal.export.sections import words


def sections(material: Material) -> tuple[Block, ...]:
    """The key figures; nothing while there is nothing to count."""
    figures = material.figures
    if figures is None:
        return ()
    shown = tuple(
        figure for figure in (_debt(figures), _sight(figures), _momentum(figures)) if figure
    )
    if not shown:
        return ()
    return (
        Heading(1, _("At a glance")),
        KeyFigures(shown),
        *(Paragraph(sentence) for sentence in (_summary(figures),) if sentence),
        *(Callout(sentence, "debt") for sentence in _warnings(figures)),
    )


def _debt(figures: ReportFigures) -> KeyFigure | None:
    debt = figures.debt
    if not debt.finished:
        return None
    note = words.debt_band(figures.band)
    if figures.capacity_months is not None:
        note += _(": {months} months of what {people} people can do").format(
            months=fixed(figures.capacity_months, 1), people=figures.people
        )
    return KeyFigure(_("Outcome debt"), fixed(debt.total), _("days of work"), f"{note}.")


def _sight(figures: ReportFigures) -> KeyFigure | None:
    sight = figures.line_of_sight
    if sight.share is None:
        return None
    note = ngettext(
        "{reaching} of {outputs} output leads to an outcome and a why.",
        "{reaching} of {outputs} outputs lead to an outcome and a why.",
        sight.outputs,
    ).format(reaching=sight.reaching, outputs=sight.outputs)
    return KeyFigure(_("Line of sight"), percent(sight.share), _("of outputs"), note)


def _momentum(figures: ReportFigures) -> KeyFigure | None:
    momentum = figures.momentum
    if momentum.value is None:
        return None
    note = _("{band}; fifty is standing still.").format(band=words.momentum_band(momentum.band))
    return KeyFigure(_("Momentum"), str(momentum.value), _("of 100"), note)


def _summary(figures: ReportFigures) -> str:
    debt = figures.debt
    if debt.unproven is None:
        return ""
    sentences = [
        _("{share} of {days} of finished work has not shown yet what it changed.").format(
            share=percent(debt.unproven), days=days(debt.finished)
        )
    ]
    largest = sorted((row for row in debt.rows if row.days >= 1), key=lambda row: -row.days)[:2]
    if len(largest) == 2:
        sentences.append(
            _("The two largest parts are “{first}” and “{second}”.").format(
                first=largest[0].title, second=largest[1].title
            )
        )
    elif largest:
        sentences.append(_("Most of it is “{first}”.").format(first=largest[0].title))
    return " ".join(sentences)


def _warnings(figures: ReportFigures) -> tuple[str, ...]:
    return tuple(
        _("“{title}” is green but red: the work is {work} of its way, the effect {effect}.").format(
            title=found.title,
            work=percent(found.sides.work or 0.0),
            effect=percent(found.sides.effect),
        )
        for found in figures.green_but_red
    )
