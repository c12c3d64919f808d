"""How the figures of all outcomes together were computed: loops, targets, swaps, focus, signs."""

from collections.abc import Mapping, Sequence
from datetime import date

from leadjournal.base.formats import day_long, days, month_and_year, number, percent
from leadjournal.base.words import _, ngettext
from leadjournal.rules.debt import DebtRow
from leadjournal.rules.debt_signs import FAST_FROM, FLAT_DAYS, DebtSign, LampName
from leadjournal.rules.delivery import FLAT_AFTER_DAYS, FLAT_BELOW, FLAT_SIZE, DeliveredFlat
from leadjournal.rules.facts import Facts
from leadjournal.rules.focus import MOST_INDICATORS, MOST_OUTCOMES, Spread
from leadjournal.rules.loop import LoopClosed
from leadjournal.rules.phrasing import PhrasingPoint
from leadjournal.rules.stale_plan import QUARTERS_AHEAD, STALE_AFTER_DAYS, Staleness
from leadjournal.rules.swaps import Swap
from leadjournal.rules.target_changes import TargetChanges
from leadjournal.services.computed import HowComputed
from leadjournal.services.computed_outcome import stale_sentences


def loops_steps(found: LoopClosed, facts: Facts) -> HowComputed:
    """The share of active outcomes that were reviewed in the last 90 days."""
    rows = [(_("Active outcomes"), str(found.active)), (_("Reviewed"), str(found.closed))]
    steps = [
        _("Not reviewed in the last 90 days: “{title}”.").format(
            title=facts.outcome_by_id[id_].title
        )
        for id_ in found.open
    ]
    return HowComputed(
        _("Loop closed"),
        _("The share of your active outcomes that were reviewed in the last 90 days."),
        tuple(rows),
        tuple(steps),
    )


def held_steps(held: Sequence[str], facts: Facts) -> HowComputed:
    """The outcomes that lasted without new work."""
    return HowComputed(
        _("Held without pushing"),
        _("Outcomes that were still real at two further reviews, each at least 30 days after the "
          "one before, with nothing finished in between."),
        tuple((facts.outcome_by_id[id_].title, _("held")) for id_ in held),
    )  # fmt: skip


def targets_steps(found: TargetChanges, names: Mapping[str, str]) -> HowComputed:
    """The targets that were made easier from inside, among all that were changed."""
    rows = tuple(
        (
            names.get(one.indicator, _("Indicator")),
            _("from {old} to {new}: {reason}").format(
                old=_value(one.change.old),
                new=_value(one.change.new),
                reason=one.change.reason or _("no reason given"),
            ),
        )
        for one in found.lowered
    )
    steps = []
    if found.share is not None:
        steps.append(
            ngettext(
                "{lowered} of {all} change of a target: {share}.",
                "{lowered} of {all} changes of targets: {share}.",
                found.all,
            ).format(lowered=len(found.lowered), all=found.all, share=percent(found.share))
        )
    return HowComputed(
        _("Targets lowered from inside"),
        _("Changes that make a target easier and have their cause inside, among all changes of "
          "targets. A target lowered by ourselves shows movement where there is none."),
        rows,
        tuple(steps),
    )  # fmt: skip


def _value(value: float | None) -> str:
    return _("none") if value is None else number(value, 2)


def swaps_steps(found: Sequence[Swap], facts: Facts, on: date) -> HowComputed:
    """The outputs that were stopped and replaced for the same outcome."""
    rows = tuple(
        (
            _("{day}: “{stopped}” made way for “{instead}”").format(
                day=day_long(swap.on, on),
                stopped=facts.output_by_id[swap.stopped].title,
                instead=facts.output_by_id[swap.instead].title,
            ),
            swap.reason,
        )
        for swap in found
    )
    return HowComputed(
        _("Swaps"),
        _("Outputs that were stopped and replaced while the outcome was kept."),
        rows,
    )


def stales_steps(found: Sequence[tuple[str, Staleness]], facts: Facts, on: date) -> HowComputed:
    """The outcomes nobody has touched for a quarter, and those due too far ahead."""
    rows = tuple(
        (facts.outcome_by_id[id_].title, " ".join(stale_sentences(one, on))) for id_, one in found
    )
    return HowComputed(
        _("Stale plan"),
        _("Active outcomes without a reading, a review or another change for more than {days} "
          "days, and those due more than {quarters} quarters ahead.").format(
              days=STALE_AFTER_DAYS, quarters=QUARTERS_AHEAD),
        rows,
    )  # fmt: skip


def flats_steps(found: Sequence[tuple[str, DeliveredFlat]], facts: Facts) -> HowComputed:
    """The outcomes for which much was delivered and hardly anything is shown."""
    rows = tuple(
        (
            facts.outcome_by_id[id_].title,
            _("{days} finished, {shown} shown").format(
                days=days(one.days), shown=percent(one.shown)
            ),
        )
        for id_, one in found
    )
    return HowComputed(
        _("Delivered but flat"),
        _("Outcomes with at least {days} of finished work, each output finished over {wait} days "
          "ago, of which less than {share} of the change is shown.").format(
              days=days(FLAT_SIZE), wait=FLAT_AFTER_DAYS, share=percent(FLAT_BELOW)),
        rows,
    )  # fmt: skip


def waitings_steps(found: Sequence[DebtRow]) -> HowComputed:
    """What three more months of waiting add, by what waits."""
    rows = [(row.title, days(row.waiting_cost)) for row in found if round(row.waiting_cost, 1)]
    total = sum(row.waiting_cost for row in found)
    return HowComputed(
        _("Waiting cost"),
        _("The debt with three more months of waiting and nothing else changed, less the debt of "
          "today."),
        (*rows, (_("Added by waiting"), days(total))),
    )  # fmt: skip


def spread_sentence(spread: Spread, facts: Facts, teams: Mapping[str, str]) -> str:
    """A hint that there is too much to look after."""
    if spread.of == "outcome":
        return _("“{title}” has {count} indicators. What goes in exchange?").format(
            title=facts.outcome_by_id[spread.id or ""].title, count=spread.count
        )
    if spread.id is None:
        return _("{count} active outcomes belong to no team. What goes in exchange?").format(
            count=spread.count
        )
    return _("{team} has {count} active outcomes. What goes in exchange?").format(
        team=teams.get(spread.id, _("A team")), count=spread.count
    )


def focus_steps(found: Sequence[Spread], facts: Facts, teams: Mapping[str, str]) -> HowComputed:
    """Where there is too much to look after."""
    return HowComputed(
        _("Focus"),
        _("More than {outcomes} active outcomes for a team, or more than {indicators} indicators "
          "for an outcome, guards not counted.").format(
              outcomes=MOST_OUTCOMES, indicators=MOST_INDICATORS),
        (),
        tuple(spread_sentence(spread, facts, teams) for spread in found),
    )  # fmt: skip


def phrasing_steps(points: Sequence[PhrasingPoint]) -> HowComputed:
    """How new outcomes are phrased, month by month, newest first."""
    rows = tuple(
        (
            month_and_year(point.month),
            _("{n} of {all}").format(n=point.as_change, all=point.written),
        )
        for point in reversed(points)
        if point.written
    )
    return HowComputed(
        _("How you phrase"),
        _("New outcomes of a month that name a change, and do not begin with something that is "
          "made or done."),
        rows,
    )  # fmt: skip


def pair_title(pair: LampName) -> str:
    """The name of a lamp."""
    words = {
        "growth-and-profit": _("Growth and profit"),
        "efficiency-and-loss": _("Efficiency and customer loss"),
        "engagement-and-leavers": _("Engagement and regretted leavers"),
        "revenue-and-cash": _("Revenue and cash"),
        "outputs-and-evidence": _("Outputs finished and evidence"),
    }
    return words[pair]


def sign_steps(sign: DebtSign, names: Mapping[str, str]) -> HowComputed:
    """Why a lamp is on, off, or cannot say."""
    lamps = {
        "on": _("On: the fast number is near its target, and the slow one does not follow."),
        "off": _("Off: the slow number follows, or the fast one is not near its target."),
        "too-little-data": _("Too little data: both numbers need readings, the slow one over two "
                             "months."),
        "not-set-up": _("Not set up: choose two indicators for it."),
    }  # fmt: skip
    rows = [
        (name, _("{share} of its way").format(share=percent(share)))
        for name, share in (
            (_fast(sign, names), sign.fast),
            (_slow(sign, names), sign.slow),
            (_("Two months before"), sign.slow_before),
        )
        if share is not None
    ]
    steps = [
        _("On from {share} of the way of the fast number, while the slow one is worse than its "
          "baseline or flat for {days} days.").format(
              share=percent(FAST_FROM), days=FLAT_DAYS)
    ]  # fmt: skip
    if sign.is_worse:
        steps.append(_("The slow number is worse than where it began."))
    if sign.sign is not None and sign.sign.delay_weeks:
        steps.append(
            ngettext(
                "The slow number follows after {n} week, so the fast one is taken from then.",
                "The slow number follows after {n} weeks, so the fast one is taken from then.",
                sign.sign.delay_weeks,
            ).format(n=sign.sign.delay_weeks)
        )
    return HowComputed(pair_title(sign.pair), lamps[sign.lamp], tuple(rows), tuple(steps))


def signs_steps(found: Sequence[DebtSign], names: Mapping[str, str]) -> HowComputed:
    """All lamps, and what turns one on."""
    how = [sign_steps(sign, names) for sign in found]
    return HowComputed(
        _("Debt signs"),
        _("Pairs of a fast number that pleases and a slow one that tells the truth."),
        tuple((one.title, one.sentence.partition(":")[0]) for one in how),
        how[0].steps[:1] if how else (),
    )


def _fast(sign: DebtSign, names: Mapping[str, str]) -> str:
    return _("Finished work") if sign.sign is None else names.get(sign.sign.fast, _("Indicator"))


def _slow(sign: DebtSign, names: Mapping[str, str]) -> str:
    return _("Shown work") if sign.sign is None else names.get(sign.sign.slow, _("Indicator"))
