"""How a figure was computed: the numbers that went in, and each step, in words."""

from dataclasses import dataclass

from leadjournal.base.formats import day_long, days, fixed, number, percent
from leadjournal.base.words import _, ngettext
from leadjournal.rules.debt import CAPACITY_DAYS, Debt, DebtRow
from leadjournal.rules.evidence import Evidence, IndicatorEvidence, RatePart
from leadjournal.rules.line_of_sight import LineOfSight
from leadjournal.rules.momentum import Momentum, MomentumWeek


@dataclass(frozen=True, slots=True)
class HowComputed:
    """What the panel behind "How was this computed?" shows."""

    title: str
    sentence: str
    rows: tuple[tuple[str, str], ...]
    steps: tuple[str, ...] = ()


def _rate_reason(part: RatePart) -> str:
    words = {
        "base": _("every month that finished work waits"),
        "no-lagging-reading": _("no lagging indicator of the effect has a reading"),
        "no-why": _("no why is linked"),
        "no-recent-review": _("there was no review in the last 90 days"),
        "green-but-red": _("the activity is green while the effect is red"),
        "no-outcome": _("no outcome is linked"),
    }
    return _("{percent}%: {reason}").format(percent=part.percent, reason=words[part.reason])


def rate_reasons(row: DebtRow) -> tuple[str, ...]:
    """Why a debt grows as fast as it does, a cause each."""
    return tuple(_rate_reason(part) for part in row.reasons)


def whole_debt(debt: Debt, people: int, months: float | None) -> HowComputed:
    """The debt of the whole journal, by outcome, largest first."""
    owed = sorted((row for row in debt.rows if row.days), key=lambda row: -row.days)
    rows = [(row.title, days(row.days)) for row in owed]
    rows.append((_("Outcome debt"), days(debt.total)))
    steps = [
        _("Finished work not yet shown: {days}.").format(days=days(debt.principal)),
        _("Added by waiting: {days}.").format(days=days(debt.interest)),
        _("If nothing changes, this will be {days} in three months.").format(
            days=days(debt.in_three_months)
        ),
    ]
    if debt.unproven is not None:
        steps.append(
            _("{share} of all finished work ({days}) is still unproven.").format(
                share=percent(debt.unproven), days=days(debt.finished)
            )
        )
    if debt.written_off_days:
        steps.append(
            _("Written off with lessons: {days}.").format(days=days(debt.written_off_days))
        )
    moved, accepted = debt.set_aside_days("moved"), debt.set_aside_days("accepted")
    if moved:
        steps.append(_("Out of the debt, because it moved: {days}.").format(days=days(moved)))
    if accepted:
        steps.append(_("Accepted knowingly: {days}.").format(days=days(accepted)))
    if months is not None:
        steps.append(
            ngettext(
                "{people} person with {days} days a month: {months} months of work.",
                "{people} people with {days} days a month each: {months} months of work.",
                people,
            ).format(people=people, days=CAPACITY_DAYS, months=fixed(months, 2))
        )
    return HowComputed(
        _("Outcome debt"),
        _("Work you have finished that nobody can yet show has changed anything, in days of "
          "work. It grows a little every month it waits."),
        tuple(rows),
        tuple(steps),
    )  # fmt: skip


def one_debt(row: DebtRow, names: dict[str, str]) -> HowComputed:
    """The debt of one outcome, or of one output without an outcome."""
    steps = list(rate_reasons(row))
    steps.append(_("Rate: {rate} a month.").format(rate=percent(row.rate)))
    if row.kind == "outcome":
        steps += _evidence_steps(row.evidence, names)
    steps.append(
        _("Debt: what is not shown ({open}) of the grown sum, {days}.").format(
            open=percent(1 - row.evidence.share), days=days(row.days)
        )
    )
    rows = [
        (
            output.title,
            ngettext(
                "{size}, {months} month counts: {days}",
                "{size}, {months} months count: {days}",
                output.months,
            ).format(size=days(output.size), months=output.months, days=days(output.days)),
        )
        for output in row.outputs
    ]
    rows.append((_("Outcome debt"), days(row.days)))
    return HowComputed(
        row.title,
        _("Each finished output grows by the rate for every full month it waits after the time "
          "in which no effect could be seen; the share that is shown is taken off."),
        tuple(rows),
        tuple(steps),
    )  # fmt: skip


def _evidence_steps(evidence: Evidence, names: dict[str, str]) -> list[str]:
    steps = [_indicator_step(one, names) for one in evidence.indicators]
    if not evidence.indicators:
        steps.append(_("No indicator of an effect has a reading yet, so nothing is shown."))
    voice = {
        1.0: _("The last review said real and is at most 90 days old: all of it counts."),
        0.8: _("No review of the last 90 days says real: numbers alone count for 80%."),
        0.5: _("The last review said partly: half of it counts."),
        0.0: _("The last review said not real: nothing counts until the next review."),
    }
    steps.append(voice[evidence.voice])
    if evidence.guards < 1:
        steps.append(_("A guard is beyond its limit: half of it counts."))
    steps.append(_("Shown: {share} of the promised change.").format(share=percent(evidence.share)))
    return steps


def _indicator_step(one: IndicatorEvidence, names: dict[str, str]) -> str:
    sentence = _("{name}: {latest} on {day}, from {baseline} to {target}, {way} of the way.")
    words = sentence.format(
        name=names.get(one.id, _("Indicator")),
        latest=number(one.latest, 2),
        day=day_long(one.read_on),
        baseline=number(one.baseline, 2),
        target=number(one.target, 2),
        way=percent(one.progress),
    )
    if one.freshness < 1:
        words += " " + _("The reading is old: {share} of it counts.").format(
            share=percent(one.freshness)
        )
    return words


def nothing_owed() -> HowComputed:
    """There is no debt to explain."""
    return HowComputed(_("Outcome debt"), _("Nothing finished waits here for its proof."), (), ())


def momentum_steps(momentum: Momentum) -> HowComputed:
    """Momentum, week by week, newest first."""
    weeks = momentum.weeks[::-1]
    rows = tuple(
        (
            _("Week of {day}").format(day=day_long(week.monday)),
            _("away") if week.away else fixed(week.mean, 2),
        )
        for week in weeks
    )
    raw = momentum.raw
    steps = [_week_step(week) for week in weeks if not week.away]
    if momentum.value is not None:
        steps.append(_("Together: {value}.").format(value=momentum.value))
    elif raw is not None:
        steps.append(_("There are fewer than three weeks with something to count, so it is too "
                       "early to say."))  # fmt: skip
    return HowComputed(
        _("Momentum"),
        _("How much of the last six weeks moved forwards rather than backwards, recent weeks "
          "counting more. Fifty is standing still; a week away counts nothing."),
        rows,
        tuple(steps),
    )  # fmt: skip


def _week_step(week: MomentumWeek) -> str:
    counts = week.counts
    parts = [
        (week.readings, _("readings {good} better, {bad} worse"), counts.better, counts.worse),
        (week.days, _("days {good} forward, {bad} backward"), counts.forward, counts.backward),
        (week.promises, _("promises {good} kept of {bad}"), counts.kept, counts.due),
        (week.blockers, _("blockers {good} closed, {bad} opened"), counts.closed, counts.opened),
    ]
    known = [
        words.format(good=good, bad=bad) for part, words, good, bad in parts if part is not None
    ]
    return _("{day}: {parts}.").format(
        day=day_long(week.monday), parts="; ".join(known) or _("nothing noted")
    )


def line_of_sight_steps(sight: LineOfSight) -> HowComputed:
    """Line of sight by how far the outputs lead."""
    words = {
        "no-outcome": _("No outcome"),
        "no-why": _("An outcome, but no why"),
        "why": _("An outcome and a why"),
        "ladder": _("Of these, with an objective too"),
    }
    tiers = sight.tiers if sight.ladder is None else (*sight.tiers, sight.ladder)
    rows = tuple(
        (
            words[tier.rung],
            ngettext("{count} output, {size}", "{count} outputs, {size}", tier.outputs)
            .format(count=tier.outputs, size=days(tier.size)),
        )
        for tier in tiers
    )  # fmt: skip
    steps = []
    if sight.share is not None and sight.share_by_effort is not None:
        steps += [
            _("{reaching} of {outputs} outputs reach a why: {share}.").format(
                reaching=sight.reaching, outputs=sight.outputs, share=percent(sight.share)
            ),
            _("By effort: {reaching} of {size}, {share}.").format(
                reaching=number(sight.size_reaching),
                size=days(sight.size),
                share=percent(sight.share_by_effort),
            ),
        ]
    steps += [
        (
            _("To repair: “{title}” leads to no outcome.")
            if repair.kind == "output"
            else _("To repair: “{title}” has no why.")
        ).format(title=repair.title)
        for repair in sight.repairs
    ]
    return HowComputed(
        _("Line of sight"),
        _("The share of your outputs that lead to an outcome which leads to a why. Work that "
          "must be done is left out."),
        rows,
        tuple(steps),
    )  # fmt: skip
