"""Indicators, their readings, and what was changed about them since when."""

from enum import StrEnum

from sqlmodel import Field

from leadjournal.base.words import later
from leadjournal.model.record import (
    LONGEST_TITLE,
    Day,
    Draft,
    Line,
    Number,
    Record,
    by_value,
    declared,
)


class IndicatorKind(StrEnum):
    """What an indicator measures: what we do, what we make, what changes, what it leads to."""

    ACTIVITY = "activity"
    OUTPUT = "output"
    OUTCOME = "outcome"
    IMPACT = "impact"


class Horizon(StrEnum):
    """Whether an indicator moves before or after the effect."""

    LEADING = "leading"
    LAGGING = "lagging"


class Direction(StrEnum):
    """Which way is better."""

    UP = "up"
    DOWN = "down"


class Rhythm(StrEnum):
    """How often a reading is taken."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"


RHYTHM_DAYS = {
    Rhythm.WEEKLY: 7,
    Rhythm.FORTNIGHTLY: 14,
    Rhythm.MONTHLY: 31,
    Rhythm.QUARTERLY: 92,
    Rhythm.YEARLY: 366,
}
"""The longest such period in days: a reading is fresh for two of them."""


class Guard(StrEnum):
    """Whether an indicator only watches that nothing else breaks."""

    NONE = "none"
    AT_MOST = "at-most"
    AT_LEAST = "at-least"


class Preset(StrEnum):
    """A question whose answers make the reading; without one the number is typed."""

    NONE = "none"
    SATISFACTION = "satisfaction"
    RECOMMENDATION = "recommendation"
    EFFORT = "effort"


class ChangeOf(StrEnum):
    """What about an indicator changed on a day."""

    TARGET = "target"
    WEIGHT = "weight"
    LIMIT = "limit"


class Cause(StrEnum):
    """Whether a change was caused by us or from outside."""

    INSIDE = "inside"
    OUTSIDE = "outside"


class IndicatorDraft(Draft):
    """What an indicator may be given."""

    outcome_id: str = Field(foreign_key="outcome.id", index=True)
    name: Line = Field(
        title=later("Indicator"),
        description=later("Something that can be counted or asked."),
        min_length=1,
        max_length=LONGEST_TITLE,
        sa_type=declared(200),
    )
    kind: IndicatorKind = Field(
        default=IndicatorKind.OUTCOME, title=later("Measures"), sa_type=by_value(IndicatorKind)
    )
    horizon: Horizon = Field(
        default=Horizon.LEADING, title=later("Horizon"), sa_type=by_value(Horizon)
    )
    category: Line = Field(default="", title=later("Category"), max_length=80)
    unit: Line = Field(default="", title=later("Unit"), max_length=40)
    direction: Direction = Field(
        default=Direction.UP, title=later("Better is"), sa_type=by_value(Direction)
    )
    baseline: Number | None = Field(default=None, title=later("Where it stands today"))
    target: Number | None = Field(default=None, title=later("Target"))
    weight: int = Field(default=1, title=later("Weight"), ge=1, le=5)
    rhythm: Rhythm = Field(
        default=Rhythm.MONTHLY, title=later("A reading every"), sa_type=by_value(Rhythm)
    )
    delay_weeks: int | None = Field(
        default=None, title=later("Follows after, in weeks"), ge=0, le=520
    )
    guard: Guard = Field(default=Guard.NONE, title=later("Guard"), sa_type=by_value(Guard))
    guard_limit: Number | None = Field(default=None, title=later("Limit"))
    source: Line = Field(default="", title=later("Where the number comes from"), max_length=300)
    preset: Preset = Field(
        default=Preset.NONE, title=later("Counted from answers"), sa_type=by_value(Preset)
    )


class Indicator(Record, IndicatorDraft, table=True):
    """A number that tells whether an outcome moves, or whether something else suffers."""

    __tablename__ = "indicator"


class IndicatorChangeDraft(Draft):
    """A target, weight or limit that is another one from a day on."""

    indicator_id: str = Field(foreign_key="indicator.id", index=True)
    what: ChangeOf = Field(title=later("Changed"), sa_type=by_value(ChangeOf))
    old: Number | None = Field(default=None, title=later("From"))
    new: Number | None = Field(default=None, title=later("To"))
    valid_from: Day = Field(title=later("Valid from"))
    recorded_on: Day = Field(title=later("Recorded on"))
    reason: Line = Field(default="", title=later("Reason"), max_length=400)
    cause: Cause = Field(default=Cause.INSIDE, title=later("Cause"), sa_type=by_value(Cause))


class IndicatorChange(Record, IndicatorChangeDraft, table=True):
    """What changed about an indicator, from when, and why; the old value stays true before."""

    __tablename__ = "indicator_change"


class ReadingDraft(Draft):
    """What a reading may be given."""

    indicator_id: str = Field(foreign_key="indicator.id", index=True)
    value: Number = Field(title=later("Value"))
    day: Day = Field(title=later("Date"))
    source: Line = Field(default="", title=later("Source"), max_length=300)
    note: Line = Field(default="", title=later("Note"), max_length=600)


class Reading(Record, ReadingDraft, table=True):
    """The value of an indicator on a day."""

    __tablename__ = "reading"
