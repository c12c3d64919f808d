"""What is said of a link: how sure one is of it, and what its test showed or is still to show."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from leadjournal.base.formats import day_long
from leadjournal.base.words import _
from leadjournal.ui.items.words import Mark, verdict_mark

if TYPE_CHECKING:
    from leadjournal.model.link import Link


def confidence_words(link: Link) -> str:
    """Confidence 4 of 5."""
    return _("Confidence {n} of 5").format(n=link.confidence)


def mark_of_test(link: Link, today: date) -> Mark | None:
    """What the test of a link showed, or by when it is to show something; flagged once overdue."""
    if link.verdict is not None:
        tested = verdict_mark(link.verdict.value)
        if link.verdict_on is None:
            return tested
        words = _("Tested on {day}: {verdict}").format(
            day=day_long(link.verdict_on, today), verdict=tested.words.lower()
        )
        return tested._replace(words=words)
    if link.test_by is None:
        return None
    day = day_long(link.test_by, today)
    if link.test_by < today:
        return Mark("debt", _("Test was due on {day}").format(day=day), "clock")
    return Mark("plain", _("Test by {day}").format(day=day), "flask-conical")
