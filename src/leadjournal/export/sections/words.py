"""The words of stored values, as a report writes them."""

from datetime import date

from leadjournal.base.formats import number
from leadjournal.base.words import _
from leadjournal.export.blocks import Tone
from leadjournal.model.action import Action
from leadjournal.model.entry import EntryKind, Movement
from leadjournal.model.indicator import Guard, Horizon, Indicator, IndicatorKind
from leadjournal.model.milestone import MilestoneResult
from leadjournal.model.outcome import Verdict
from leadjournal.model.output import Output, Stage
from leadjournal.model.why import WhyScope
from leadjournal.rules.debt import Band
from leadjournal.rules.momentum import Band as MomentumBand

NOTHING = "–"
VERDICT_TONES: dict[Verdict, Tone] = {
    Verdict.REAL: "good",
    Verdict.PARTLY: "debt",
    Verdict.NOT_REAL: "bad",
}


def verdict(found: Verdict) -> str:
    """What a review found."""
    return {
        Verdict.REAL: _("Real"),
        Verdict.PARTLY: _("Partly"),
        Verdict.NOT_REAL: _("Not real"),
    }[found]


def milestone_result(result: MilestoneResult) -> str:
    """Where a milestone ended."""
    return {
        MilestoneResult.REACHED: _("Reached"),
        MilestoneResult.PARTLY: _("Partly reached"),
        MilestoneResult.MISSED: _("Missed"),
        MilestoneResult.NO_LONGER_NEEDED: _("No longer needed"),
    }[result]


def debt_band(band: Band) -> str:
    """How heavy the debt is."""
    return {"light": _("Light"), "worth-a-look": _("Worth a look"), "heavy": _("Heavy")}[band]


def momentum_band(band: MomentumBand) -> str:
    """How fast things move."""
    return {
        "too-early": _("Too early to say"),
        "sliding-back": _("Sliding back"),
        "losing-speed": _("Losing speed"),
        "steady": _("Steady"),
        "gaining": _("Gaining"),
        "strong": _("Strong"),
    }[band]


def entry_kind(kind: EntryKind) -> str:
    """What an entry is."""
    return {
        EntryKind.DAILY: _("Daily check-in"),
        EntryKind.WEEKLY: _("Weekly reflection"),
        EntryKind.MONTHLY: _("Monthly reflection"),
        EntryKind.QUARTERLY: _("Quarterly reflection"),
        EntryKind.MOMENT: _("Moment"),
        EntryKind.NOTE: _("Note"),
        EntryKind.OPPORTUNITY: _("Opportunity"),
    }[kind]


def direction(movement: Movement | None) -> str:
    """Whether meaningful work moved."""
    return {
        None: "",
        Movement.FORWARD: _("forward"),
        Movement.NONE: _("no movement"),
        Movement.BACKWARD: _("backward"),
    }[movement]


def energy(value: int | None) -> str:
    """Somebody's own energy."""
    return _("energy {value} of 5").format(value=value) if value is not None else ""


def scope(whose: WhyScope) -> str:
    """Whose why it is."""
    return {
        WhyScope.PERSONAL: _("Own why"),
        WhyScope.TEAM: _("Why of the team"),
        WhyScope.BOTH: _("Own why and the team’s"),
    }[whose]


def sign_kind(indicator: Indicator) -> str:
    """What an indicator tells: work or effect, before or after; or that it is a guard."""
    if indicator.guard is not Guard.NONE:
        return _("guard")
    measures = {
        IndicatorKind.ACTIVITY: _("activity"),
        IndicatorKind.OUTPUT: _("output"),
        IndicatorKind.OUTCOME: _("effect"),
        IndicatorKind.IMPACT: _("impact"),
    }[indicator.kind]
    when = {Horizon.LEADING: _("leading"), Horizon.LAGGING: _("lagging")}[indicator.horizon]
    return _("{measures}, {when}").format(measures=measures, when=when)


def value(amount: float | None, unit: str) -> str:
    """A reading or a target with its unit where that is a per cent sign."""
    if amount is None:
        return NOTHING
    return number(amount, 2) + ("%" if unit == "%" else "")


def output_state(output: Output, on: date, day: str) -> str:
    """How far an output is on a day; `day` is the day of that, in words."""
    if output.stopped_on is not None and output.stopped_on <= on:
        return _("stopped {day}").format(day=day)
    if output.finished_on is not None and output.finished_on <= on:
        return _("finished {day}").format(day=day)
    stage = {
        Stage.IDEA: _("idea"),
        Stage.STARTED: _("started"),
        Stage.RUNNING: _("running"),
    }[output.stage]
    return _("{stage}, due {day}").format(stage=stage, day=day) if output.due_on else stage


def output_day(output: Output, on: date) -> date | None:
    """The day that `output_state` tells."""
    for day in (output.stopped_on, output.finished_on):
        if day is not None and day <= on:
            return day
    return output.due_on


def is_kept(action: Action, on: date) -> bool:
    """Whether a promise was done by a day."""
    return action.done_on is not None and action.done_on <= on


def is_dropped(action: Action, on: date) -> bool:
    """Whether a promise was dropped by a day."""
    return action.dropped_on is not None and action.dropped_on <= on
