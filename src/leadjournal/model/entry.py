"""Entries of the journal, and weeks away."""

from enum import StrEnum

from sqlmodel import Field

from leadjournal.base.words import later
from leadjournal.model.record import Day, Draft, Line, Record, by_value


class EntryKind(StrEnum):
    """What an entry is."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    MOMENT = "moment"
    NOTE = "note"
    OPPORTUNITY = "opportunity"


class Movement(StrEnum):
    """Whether meaningful work moved."""

    FORWARD = "forward"
    NONE = "none"
    BACKWARD = "backward"


class BestHour(StrEnum):
    """When somebody was at their best."""

    EARLY = "early"
    LATE_MORNING = "late-morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NONE = "none"


class Privacy(StrEnum):
    """Whether an entry may enter a document for others."""

    PRIVATE = "private"
    SHAREABLE = "shareable"


class EntryDraft(Draft):
    """What an entry may be given."""

    day: Day = Field(title=later("Date"), index=True)
    kind: EntryKind = Field(
        default=EntryKind.NOTE, title=later("Kind"), sa_type=by_value(EntryKind)
    )
    title: Line = Field(default="", title=later("Title"), max_length=300)
    text: str = Field(default="", title=later("Text"), max_length=2_000_000)
    direction: Movement | None = Field(
        default=None, title=later("Direction"), sa_type=by_value(Movement)
    )
    energy: int | None = Field(default=None, title=later("Energy"), ge=1, le=5)
    best_hour: BestHour | None = Field(
        default=None, title=later("Best hour"), sa_type=by_value(BestHour)
    )
    privacy: Privacy = Field(
        default=Privacy.PRIVATE, title=later("Privacy"), sa_type=by_value(Privacy)
    )
    reflection_id: str | None = Field(
        default=None, title=later("Reflection"), foreign_key="reflection.id"
    )


class Entry(Record, EntryDraft, table=True):
    """What was written on a day."""

    __tablename__ = "entry"


class AwayWeekDraft(Draft):
    """A week that does not count."""

    monday: Day = Field(title=later("Week of"), index=True)
    note: Line = Field(default="", title=later("Note"), max_length=300)


class AwayWeek(Record, AwayWeekDraft, table=True):
    """A week away, which momentum leaves out."""

    __tablename__ = "away_week"
