"""Cycles: a quarter or another span at whose end each outcome is scored."""

from enum import StrEnum

from sqlmodel import Field

from leadjournal.base.words import later
from leadjournal.model.record import Day, Draft, Line, Number, Record, by_value


class CycleChoice(StrEnum):
    """What becomes of an outcome when a cycle is closed."""

    KEEP = "keep"
    CHANGE = "change"
    STOP = "stop"


class CycleDraft(Draft):
    """What a cycle may be given."""

    name: Line = Field(
        title=later("Cycle"), description=later("Such as 2025 Q4."), min_length=1, max_length=60
    )
    since: Day = Field(title=later("From"))
    until: Day = Field(title=later("Until"))
    closed_on: Day = Field(title=later("Closed on"))
    lesson: Line = Field(
        title=later("Lesson"),
        description=later("One sentence you would tell somebody who starts the same tomorrow."),
        min_length=1,
        max_length=600,
    )


class Cycle(Record, CycleDraft, table=True):
    """A span that was closed with a lesson and a score for each outcome."""

    __tablename__ = "cycle"


class CycleScoreDraft(Draft):
    """What an outcome was given at the end of a cycle."""

    cycle_id: str = Field(foreign_key="cycle.id", index=True)
    outcome_id: str = Field(title=later("Outcome"), foreign_key="outcome.id", index=True)
    score: Number = Field(title=later("Score"), description=later("From 0 to 1."), ge=0, le=1)
    shown: Number = Field(title=later("Share that was shown"), ge=0, le=1)
    choice: CycleChoice = Field(title=later("What becomes of it"), sa_type=by_value(CycleChoice))
    note: Line = Field(default="", title=later("Why"), max_length=600)


class CycleScore(Record, CycleScoreDraft, table=True):
    """How an outcome stood at the end of a cycle, and what becomes of it."""

    __tablename__ = "cycle_score"
