"""How you phrase: the share of new outcomes, by month, that do not begin with making something."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from leadjournal.rules.days import last_day_of_month
from leadjournal.rules.facts import Facts, OutcomeFact


class PhrasingPoint(NamedTuple):
    """The outcomes written in the month that ends on a day, and how many name a change."""

    month: date
    written: int
    as_change: int

    @property
    def share(self) -> float | None:
        """The share that names a change; nothing where none was written."""
        return self.as_change / self.written if self.written else None


def phrasing(
    facts: Facts, months: Iterable[date], starts_with_output: Callable[[OutcomeFact], bool]
) -> tuple[PhrasingPoint, ...]:
    """How the outcomes of each month are phrased; each month is named by any of its days."""
    return tuple(_point(facts, last_day_of_month(day), starts_with_output) for day in months)


def _point(
    facts: Facts, end: date, starts_with_output: Callable[[OutcomeFact], bool]
) -> PhrasingPoint:
    begin = end.replace(day=1)
    written = [outcome for outcome in facts.outcomes if begin <= outcome.created_on <= end]
    kept = [outcome for outcome in written if not starts_with_output(outcome)]
    return PhrasingPoint(end, len(written), len(kept))
