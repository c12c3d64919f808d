"""How cycles and what was decided in them are told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from leadjournal.base.formats import day_long, days, number, percent
from leadjournal.base.words import _, ngettext
from leadjournal.model.cycle import CycleChoice
from leadjournal.ui.items.words import words_of

if TYPE_CHECKING:
    from leadjournal.model.cycle import Cycle, CycleScore
    from leadjournal.services.cycles import Standing


def choice_made(choice: CycleChoice) -> str:
    """What became of an outcome: kept, changed or stopped."""
    return {
        CycleChoice.KEEP: _("kept"),
        CycleChoice.CHANGE: _("changed"),
        CycleChoice.STOP: _("stopped"),
    }[choice]


def score_line(cycle: Cycle, score: CycleScore) -> str:
    """2025 Q3: 0.6, kept."""
    words = _("{cycle}: {score}, {choice}")
    made = choice_made(score.choice)
    return words.format(cycle=cycle.name, score=number(score.score, 2), choice=made)


def span_words(cycle: Cycle, today: date) -> str:
    """From which day to which, and when it was closed."""
    same_year = cycle.until if cycle.since.year == cycle.until.year else None
    return _("{first} to {last}, closed on {day}").format(
        first=day_long(cycle.since, same_year),
        last=day_long(cycle.until, today),
        day=day_long(cycle.closed_on, today),
    )


def standing_words(standing: Standing, today: date) -> str:
    """80% shown · Real, 29 August · 3.1 days of debt."""
    verdict = _("never reviewed")
    if standing.verdict is not None and standing.verdict_on is not None:
        verdict = _("{verdict}, {day}").format(
            verdict=words_of(standing.verdict), day=day_long(standing.verdict_on, today)
        )
    owed = round(standing.debt, 1)
    debt = _("{days} of debt").format(days=days(owed)) if owed else _("no debt")
    shown = _("{share} shown").format(share=percent(standing.shown))
    return " · ".join((shown, verdict, debt))


def what_happens(choices: Iterable[CycleChoice]) -> str:
    """4 go on, 1 is changed, 1 is stopped with its lesson."""
    made = list(choices)
    kept, changed, stopped = (
        sum(each is choice for each in made)
        for choice in (CycleChoice.KEEP, CycleChoice.CHANGE, CycleChoice.STOP)
    )
    parts = [
        (kept, ngettext("{n} goes on", "{n} go on", kept)),
        (changed, ngettext("{n} is changed", "{n} are changed", changed)),
        (
            stopped,
            ngettext("{n} is stopped with its lesson", "{n} are stopped with their lessons",
                     stopped),
        ),
    ]  # fmt: skip
    said = ", ".join(words.format(n=count) for count, words in parts if count)
    return said or _("no outcome is scored")
