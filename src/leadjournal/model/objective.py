"""Objectives and key results, for those who must report that way; the words stay in this layer."""

from enum import StrEnum

from sqlmodel import Field

from leadjournal.base.words import later
from leadjournal.model.record import LONGEST_TITLE, Day, Draft, Line, Number, Record, by_value


class ObjectiveLevel(StrEnum):
    """Whose objective it is."""

    COMPANY = "company"
    DEPARTMENT = "department"
    TEAM = "team"


class Ambition(StrEnum):
    """How a grade is to be read: a commitment is kept whole, a stretch about two thirds."""

    COMMITMENT = "commitment"
    STRETCH = "stretch"


class KeyResultType(StrEnum):
    """Whether a key result measures an effect or something delivered."""

    OUTCOME = "outcome"
    OUTPUT = "output"


class ObjectiveDraft(Draft):
    """What an objective may be given."""

    text: Line = Field(
        title=later("Objective"),
        description=later("One sentence without numbers."),
        min_length=1,
        max_length=LONGEST_TITLE,
    )
    level: ObjectiveLevel = Field(
        default=ObjectiveLevel.TEAM, title=later("Level"), sa_type=by_value(ObjectiveLevel)
    )
    parent_id: str | None = Field(
        default=None, title=later("Carries the objective"), foreign_key="objective.id"
    )
    cycle: Line = Field(
        default="",
        title=later("Cycle"),
        description=later("Such as 2025 Q4."),
        max_length=60,
    )
    ambition: Ambition = Field(
        default=Ambition.COMMITMENT,
        title=later("Ambition"),
        description=later("Of a stretch, about two thirds reached is a good result."),
        sa_type=by_value(Ambition),
    )
    grade: Number | None = Field(
        default=None, title=later("Grade"), description=later("From 0 to 1."), ge=0, le=1
    )
    graded_on: Day | None = Field(default=None, title=later("Graded on"))
    owner_id: str | None = Field(default=None, title=later("Owner"), foreign_key="person.id")
    team_id: str | None = Field(default=None, title=later("Team"), foreign_key="team.id")
    created_on: Day = Field(title=later("Written on"))
    note: str = Field(default="", title=later("Note"), max_length=10_000)


class Objective(Record, ObjectiveDraft, table=True):
    """An objective that is reported upwards; outcomes carry it."""

    __tablename__ = "objective"


class KeyResultDraft(Draft):
    """What a key result may be given."""

    objective_id: str = Field(title=later("Objective"), foreign_key="objective.id", index=True)
    text: Line = Field(title=later("Key result"), min_length=1, max_length=LONGEST_TITLE)
    type: KeyResultType = Field(
        default=KeyResultType.OUTCOME,
        title=later("Measures"),
        description=later("An effect on people, or something delivered."),
        sa_type=by_value(KeyResultType),
    )
    baseline: Number | None = Field(default=None, title=later("Where it stands today"))
    target: Number | None = Field(default=None, title=later("Target"))
    unit: Line = Field(default="", title=later("Unit"), max_length=40)
    owner_id: str | None = Field(default=None, title=later("Owner"), foreign_key="person.id")
    due_on: Day | None = Field(default=None, title=later("Due"))
    grade: Number | None = Field(
        default=None, title=later("Grade"), description=later("From 0 to 1."), ge=0, le=1
    )
    created_on: Day = Field(title=later("Written on"))


class KeyResult(Record, KeyResultDraft, table=True):
    """A number that would prove an objective, or a task it is reported with."""

    __tablename__ = "key_result"


class KeyResultReadingDraft(Draft):
    """What a reading of a key result may be given."""

    key_result_id: str = Field(foreign_key="key_result.id", index=True)
    day: Day = Field(title=later("Date"))
    value: Number = Field(title=later("Value"))
    note: Line = Field(default="", title=later("Note"), max_length=600)


class KeyResultReading(Record, KeyResultReadingDraft, table=True):
    """Where a key result stood on a day."""

    __tablename__ = "key_result_reading"


class ConfidenceDraft(Draft):
    """What a confidence in an objective may be given."""

    objective_id: str = Field(foreign_key="objective.id", index=True)
    day: Day = Field(title=later("Date"))
    confidence: int = Field(
        title=later("Confidence"),
        description=later("1: very unlikely; 5: almost certain."),
        ge=1,
        le=5,
    )
    note: Line = Field(default="", title=later("What changed it"), max_length=600)


class Confidence(Record, ConfidenceDraft, table=True):
    """How sure somebody was on a day that an objective will be reached."""

    __tablename__ = "confidence"
