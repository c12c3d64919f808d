"""What each figure of the outcomes says: its finding in a sentence, its number and its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadjournal.base.formats import day_long, days, number, percent
from leadjournal.base.words import _, ngettext
from leadjournal.rules.debt_signs import PAIRS
from leadjournal.rules.focus import MOST_INDICATORS, MOST_OUTCOMES
from leadjournal.ui.items.words import Mark
from leadjournal.ui.pages.outcomes.figures.values import FigureLine, FigureSeen, LampSeen
from leadjournal.ui.pages.outcomes.rows import RowKey

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadjournal.rules.debt_signs import DebtSign
    from leadjournal.rules.facts import Facts
    from leadjournal.rules.phrasing import PhrasingPoint
    from leadjournal.services.outcome_figures import WholeFigures
    from leadjournal.ui.widgets.chart_with_table import Drawing


def loops_figure(whole: WholeFigures, facts: Facts) -> FigureSeen:
    """How many loops were closed by a review."""
    found = whole.loop_closed
    sentence = _("Every active outcome was reviewed in the last 90 days.")
    if not found.active:
        sentence = _("No outcome is active yet.")
    elif found.open:
        sentence = ngettext(
            "{n} active outcome was not reviewed in the last 90 days.",
            "{n} active outcomes were not reviewed in the last 90 days.",
            len(found.open),
        ).format(n=len(found.open))
    return FigureSeen(
        "loops",
        _("Loop closed"),
        sentence,
        _("{n} of {all}").format(n=found.closed, all=found.active) if found.active else "",
        ngettext("outcome reviewed", "outcomes reviewed", found.active),
        tuple(_outcome(facts, id_, act="review") for id_ in found.open),
    )


def held_figure(whole: WholeFigures, facts: Facts) -> FigureSeen:
    """How many outcomes lasted without new work."""
    sentence = _("They were still real at two further reviews, with nothing finished in between.")
    if not whole.held:
        sentence = _("No outcome has held yet: that takes two further reviews, 30 days apart, "
                     "with nothing finished in between.")  # fmt: skip
    return FigureSeen(
        "held",
        _("Held without pushing"),
        sentence,
        str(len(whole.held)),
        ngettext("outcome", "outcomes", len(whole.held)),
        tuple(_outcome(facts, id_) for id_ in whole.held),
    )


def signs_figure(whole: WholeFigures, names: Mapping[str, str]) -> FigureSeen:
    """The five lamps."""
    on = sum(1 for sign in whole.signs if sign.lamp == "on")
    sentence = _("No fast number runs ahead of its slow one.")
    if on:
        sentence = ngettext(
            "{n} fast number pleases while its slow one does not follow.",
            "{n} fast numbers please while their slow ones do not follow.",
            on,
        ).format(n=on)
    elif all(sign.lamp == "not-set-up" for sign in whole.signs if sign.pair in PAIRS):
        sentence = _("Choose a fast and a slow number for each pair that matters to you.")
    return FigureSeen(
        "signs", _("Debt signs"), sentence,
        lamps=tuple(_lamp(sign, names) for sign in whole.signs),
    )  # fmt: skip


def waiting_figure(whole: WholeFigures) -> FigureSeen:
    """What three more months of waiting cost."""
    costly = [row for row in whole.waiting if round(row.waiting_cost, 1) > 0]
    sentence = _("Waiting three more months costs nothing.")
    if costly:
        sentence = _("Waiting three more months costs {days} of work.").format(
            days=days(whole.waiting_cost)
        )
    lines = [
        FigureLine(
            row.title,
            _("{now} today, {later} in three months").format(
                now=days(row.days), later=days(row.in_three_months)
            ),
            RowKey(row.kind, row.id),
            right=f"+ {days(row.waiting_cost)}",
        )
        for row in costly
    ]
    return FigureSeen("waiting", _("Waiting cost"), sentence, lines=tuple(lines))


def flat_figure(whole: WholeFigures, facts: Facts) -> FigureSeen:
    """Where much was delivered and hardly anything is shown."""
    count = len(whole.flat)
    sentence = _("Nothing was delivered long ago that shows no effect.")
    if count:
        sentence = ngettext(
            "For {n} outcome much was finished long ago, and hardly anything is shown.",
            "For {n} outcomes much was finished long ago, and hardly anything is shown.",
            count,
        ).format(n=count)
    lines = [
        _outcome(
            facts,
            id_,
            ngettext(
                "{days} in {n} output, {shown} shown",
                "{days} in {n} outputs, {shown} shown",
                flat.outputs,
            ).format(days=days(flat.days), n=flat.outputs, shown=percent(flat.shown)),
            act="review",
        )
        for id_, flat in whole.flat
    ]
    return FigureSeen("flat", _("Delivered but flat"), sentence, lines=tuple(lines))


def targets_figure(whole: WholeFigures, names: Mapping[str, str]) -> FigureSeen:
    """How often a target was made easier from inside."""
    found = whole.target_changes
    lowered = len(found.lowered)
    if not found.all:
        sentence = _("No target was changed yet.")
    elif not lowered:
        sentence = _("No change made a target easier from inside.")
    else:
        sentence = _("A target that we lower ourselves shows movement where there is none.")
    lines = [
        FigureLine(
            names.get(one.indicator, ""),
            _("{day}: from {old} to {new}").format(
                day=day_long(one.change.recorded_on or one.change.valid_from, whole.on),
                old=_value(one.change.old),
                new=_value(one.change.new),
            )
            + (f". {one.change.reason}" if one.change.reason else ""),
            RowKey("outcome", one.outcome),
        )
        for one in found.lowered
    ]
    return FigureSeen(
        "targets",
        _("Targets lowered from inside"),
        sentence,
        _("{n} of {all}").format(n=lowered, all=found.all) if found.all else "",
        ngettext("change of a target", "changes of targets", found.all),
        tuple(lines),
    )


def swaps_figure(whole: WholeFigures, facts: Facts) -> FigureSeen:
    """Which outputs made way for another one."""
    count = len(whole.swaps)
    sentence = _("No output has made way for another one yet.")
    if count:
        sentence = ngettext(
            "{n} output made way for another one, and its outcome was kept.",
            "{n} outputs made way for another one, and their outcomes were kept.",
            count,
        ).format(n=count)
    lines = [
        FigureLine(
            _("{stopped} made way for {instead}").format(
                stopped=facts.output_by_id[swap.stopped].title,
                instead=facts.output_by_id[swap.instead].title,
            ),
            f"{day_long(swap.on, whole.on)}. {swap.reason}".strip(),
            RowKey("output", swap.instead, swap.outcome),
        )
        for swap in whole.swaps
    ]
    return FigureSeen("swaps", _("Swaps"), sentence, lines=tuple(lines))


def stale_figure(whole: WholeFigures, facts: Facts) -> FigureSeen:
    """Which outcomes nobody has touched, and which are due too far ahead."""
    from leadjournal.services.computed_outcome import stale_sentences

    count = len(whole.stale)
    sentence = _("Every active outcome was touched in the last 90 days, and none is due too far "
                 "ahead.")  # fmt: skip
    if count:
        sentence = ngettext(
            "{n} outcome was not touched for a quarter, or is due far ahead.",
            "{n} outcomes were not touched for a quarter, or are due far ahead.",
            count,
        ).format(n=count)
    lines = [
        _outcome(facts, id_, " ".join(stale_sentences(found, whole.on)))
        for id_, found in whole.stale
    ]
    return FigureSeen("stale", _("Stale plan"), sentence, lines=tuple(lines))


def focus_figure(whole: WholeFigures, facts: Facts, teams: Mapping[str, str]) -> FigureSeen:
    """Where there is more than can be looked after."""
    if not whole.focus:
        words = _("No team has more than {outcomes} active outcomes, and no outcome more than "
                  "{indicators} indicators.")  # fmt: skip
    else:
        words = _("More than {outcomes} active outcomes for a team, or {indicators} indicators "
                  "for an outcome, are more than one can look after.")  # fmt: skip
    lines = []
    for spread in whole.focus:
        asks = _("What goes in exchange?")
        if spread.of == "outcome" and spread.id is not None:
            said = ngettext("{n} indicator.", "{n} indicators.", spread.count)
            second = f"{said.format(n=spread.count)} {asks}"
            lines.append(_outcome(facts, spread.id, second))
        else:
            said = ngettext("{n} active outcome.", "{n} active outcomes.", spread.count)
            team = teams.get(spread.id or "", "")
            second = f"{said.format(n=spread.count)} {asks}"
            lines.append(FigureLine(team or _("No team"), second, team=team, icon="users-round"))
    return FigureSeen(
        "focus",
        _("Focus"),
        words.format(outcomes=MOST_OUTCOMES, indicators=MOST_INDICATORS),
        lines=tuple(lines),
    )


def phrasing_figure(points: tuple[PhrasingPoint, ...], drawing: Drawing | None) -> FigureSeen:
    """How new outcomes are phrased, month by month."""
    written = sum(point.written for point in points)
    kept = sum(point.as_change for point in points)
    sentence = _("No outcome was written in the last twelve months.")
    if written:
        sentence = ngettext(
            "{n} of {all} new outcome of the last twelve months names a change; the others begin "
            "with something that is made.",
            "{n} of {all} new outcomes of the last twelve months name a change; the others begin "
            "with something that is made.",
            written,
        ).format(n=kept, all=written)
        if kept == written:
            sentence = _("Every outcome written in the last twelve months names a change.")
    return FigureSeen("phrasing", _("How you phrase"), sentence, drawing=drawing)


def _outcome(facts: Facts, id_: str, second: str = "", *, act: str = "") -> FigureLine:
    title = facts.outcome_by_id[id_].title
    return FigureLine(title, second, RowKey("outcome", id_), icon="waypoints", act=act)


def _lamp(sign: DebtSign, names: Mapping[str, str]) -> LampSeen:
    from leadjournal.services.computed_whole import pair_title

    marks = {
        "on": Mark("debt", _("On"), ""),
        "off": Mark("plain", _("Off"), ""),
        "too-little-data": Mark("plain", _("Too little data"), ""),
        "not-set-up": Mark("plain", _("Not set up"), ""),
    }
    return LampSeen(
        sign.pair,
        sign.lamp,
        pair_title(sign.pair),
        _watched(sign, names),
        marks[sign.lamp],
        can_choose=sign.pair in PAIRS,
        is_chosen=sign.sign is not None,
    )


def _watched(sign: DebtSign, names: Mapping[str, str]) -> str:
    """Both numbers with how far each has come."""
    if sign.lamp == "not-set-up":
        return ""
    chosen = sign.sign
    pairs = (
        (names.get(chosen.fast, "") if chosen else _("Finished work"), sign.fast),
        (names.get(chosen.slow, "") if chosen else _("Shown work"), sign.slow),
    )
    return "; ".join(
        f"{name}, {percent(share)}" if share is not None else name for name, share in pairs
    )


def _value(value: float | None) -> str:
    return _("none") if value is None else number(value, 2)
