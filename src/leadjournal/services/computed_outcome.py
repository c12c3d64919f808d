"""How the figures of one outcome were computed: drift, its loop, waiting, and what stands still."""

from collections.abc import Sequence
from datetime import date

from leadjournal.base.formats import day_long, days, month_and_year, percent
from leadjournal.base.words import _, ngettext
from leadjournal.rules.debt import DebtRow
from leadjournal.rules.delivery import FLAT_AFTER_DAYS, FLAT_BELOW, DeliveredFlat, DriftPoint
from leadjournal.rules.evidence import REVIEW_HOLDS_DAYS
from leadjournal.rules.loop import Loop
from leadjournal.rules.stale_plan import QUARTERS_AHEAD, Staleness
from leadjournal.services.computed import HowComputed


def drift_steps(title: str, points: Sequence[DriftPoint]) -> HowComputed:
    """The work that is finished beside the change that is shown, month by month, newest first."""
    rows = tuple(
        (
            month_and_year(point.day),
            _("{finished} finished, {shown} shown").format(
                finished="–" if point.finished is None else percent(point.finished),
                shown=percent(point.shown),
            ),
        )
        for point in reversed(points)
    )
    steps = []
    if points:
        widest = max(points, key=lambda point: point.gap)
        steps.append(
            _("The work was furthest ahead in {month}, by {gap} of the way.").format(
                month=month_and_year(widest.day), gap=percent(widest.gap)
            )
        )
    return HowComputed(
        title,
        _("Drift: the share of the planned work that is finished, beside the share of the change "
          "that is shown. What lies between them was delivered and has not shown anything."),
        rows,
        tuple(steps),
    )  # fmt: skip


def loop_steps(title: str, loop: Loop, on: date) -> HowComputed:
    """The loop of an outcome with the day of each step."""
    rows = tuple(
        (name, day_long(day, on) if day else _("not yet"))
        for name, day in (
            (_("Defined"), loop.defined_on),
            (_("Translated into signs"), loop.translated_on),
            (_("Reviewed"), loop.reviewed_on),
        )
    )
    sentence = _("Defined when it was written, translated with the first reading of an effect, "
                 "reviewed with the latest review.")  # fmt: skip
    closed = (
        _("The loop is closed: it was reviewed in the last {days} days.")
        if loop.is_closed
        else _("The loop is open: there was no review in the last {days} days.")
    )
    return HowComputed(title, sentence, rows, (closed.format(days=REVIEW_HOLDS_DAYS),))


def waiting_steps(row: DebtRow) -> HowComputed:
    """What three more months of waiting cost."""
    rows = (
        (_("Today"), days(row.days)),
        (_("In three months"), days(row.in_three_months)),
        (_("Added by waiting"), days(row.waiting_cost)),
    )
    return HowComputed(
        row.title,
        waiting_sentence(row),
        rows,
        (_("The same formula with three more months of waiting, and nothing else changed."),),
    )


def waiting_sentence(row: DebtRow) -> str:
    """What three more months of waiting cost, in a sentence; nothing where they cost nothing."""
    if round(row.waiting_cost, 1) <= 0:
        return ""
    return _("Waiting three more months costs {days} of work.").format(days=days(row.waiting_cost))


def flat_sentence(found: DeliveredFlat) -> str:
    """That much was delivered and hardly anything is shown."""
    return ngettext(
        "Delivered but flat: {days} of work in {n} output, finished over {wait} days ago, and "
        "{shown} of the change is shown.",
        "Delivered but flat: {days} of work in {n} outputs, all finished over {wait} days ago, "
        "and {shown} of the change is shown.",
        found.outputs,
    ).format(
        days=days(found.days), n=found.outputs, wait=FLAT_AFTER_DAYS, shown=percent(found.shown)
    )


def flat_steps(title: str, found: DeliveredFlat) -> HowComputed:
    """Why an outcome is said to be delivered but flat."""
    rows = (
        (_("Finished long enough ago"), days(found.days)),
        (_("Shown of the change"), percent(found.shown)),
    )
    step = _("Less than {share} is shown, and an effect could have been seen by now.")
    return HowComputed(title, flat_sentence(found), rows, (step.format(share=percent(FLAT_BELOW)),))


def stale_sentences(found: Staleness, on: date) -> tuple[str, ...]:
    """What makes a plan stale, a sentence each; nothing where it is not."""
    sentences = []
    if found.is_stale:
        sentences.append(
            _("Nothing was read or changed since {day}.").format(day=day_long(found.last_on, on))
        )
    if found.is_far:
        sentences.append(
            _("It is due more than {n} quarters ahead. What would be seen sooner?").format(
                n=QUARTERS_AHEAD
            )
        )
    return tuple(sentences)
