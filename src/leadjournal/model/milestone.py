"""Milestones: a day on which something is reached, somebody has grown and something stays."""

from enum import StrEnum

from sqlmodel import Field

from leadjournal.base.words import later
from leadjournal.model.record import LONGEST_TITLE, Day, Draft, Line, Record, by_value


class MilestoneResult(StrEnum):
    """Where a milestone ended."""

    REACHED = "reached"
    PARTLY = "partly"
    MISSED = "missed"
    NO_LONGER_NEEDED = "no-longer-needed"


class MilestoneDraft(Draft):
    """What a milestone may be given."""

    what: Line = Field(
        title=later("What will be reached"),
        description=later("A state of the world, not a document."),
        min_length=1,
        max_length=LONGEST_TITLE,
    )
    due_on: Day | None = Field(default=None, title=later("On which day"))
    moved_because: Line = Field(default="", title=later("Why the day was moved"), max_length=400)
    why_id: str | None = Field(default=None, title=later("Why"), foreign_key="why.id")
    outcome_id: str | None = Field(
        default=None,
        title=later("Outcome"),
        description=later("A milestone without an outcome is a tick box."),
        foreign_key="outcome.id",
        index=True,
    )
    edge: Line = Field(
        default="",
        title=later("Going beyond would be"),
        description=later("An invitation, not a hidden requirement."),
        max_length=400,
    )
    stretch: int | None = Field(
        default=None,
        title=later("Stretch"),
        description=later("1: comfortable; 3 and 4: the learning zone; 5: overwhelming."),
        ge=1,
        le=5,
    )
    lasting_value: Line = Field(
        default="",
        title=later("What the organisation keeps"),
        description=later("A process, an idea, a partnership, a reusable tool."),
        max_length=400,
    )
    purpose: int | None = Field(default=None, title=later("Purpose"), ge=1, le=5)
    relevance: int | None = Field(default=None, title=later("Relevance"), ge=1, le=5)
    realism: int | None = Field(default=None, title=later("Realism"), ge=1, le=5)
    clarity: int | None = Field(default=None, title=later("Clarity"), ge=1, le=5)
    freedom: Line = Field(
        default="",
        title=later("What the team decides without asking"),
        max_length=400,
    )
    early_warning: Line = Field(
        default="",
        title=later("What would tell two weeks ahead that it slips"),
        max_length=400,
    )
    recognition: Line = Field(
        default="",
        title=later("How it will be marked"),
        description=later("Small steps a word, large steps an event."),
        max_length=400,
    )
    owner_id: str | None = Field(default=None, title=later("Owner"), foreign_key="person.id")
    team_id: str | None = Field(default=None, title=later("Team"), foreign_key="team.id")
    created_on: Day = Field(title=later("Written on"))
    closed_on: Day | None = Field(default=None, title=later("Closed on"))
    result: MilestoneResult | None = Field(
        default=None, title=later("Where it ended"), sa_type=by_value(MilestoneResult)
    )
    deliverable: int | None = Field(
        default=None,
        title=later("What was delivered"),
        description=later("1: unusable; 5: excellent."),
        ge=1,
        le=5,
    )
    satisfaction: int | None = Field(
        default=None,
        title=later("Satisfaction of those it was for"),
        description=later("1: no use to them; 5: would not give it back. Ask them."),
        ge=1,
        le=5,
    )
    kept: Line = Field(default="", title=later("What stays"), max_length=400)
    surprise: str = Field(default="", title=later("What nobody expected"), max_length=4_000)
    lesson: Line = Field(
        default="",
        title=later("Lesson for the next cycle"),
        description=later("One sentence that somebody else could use."),
        max_length=600,
    )


class Milestone(Record, MilestoneDraft, table=True):
    """A day on the way to an outcome, with its purpose, its growth and its lasting value."""

    __tablename__ = "milestone"


class GrowthDraft(Draft):
    """Who learns what on the way to a milestone."""

    milestone_id: str = Field(foreign_key="milestone.id", index=True)
    person_id: str | None = Field(default=None, title=later("Person"), foreign_key="person.id")
    skill: Line = Field(title=later("Learns"), min_length=1, max_length=300)
    how: Line = Field(default="", title=later("How"), max_length=300)
    able_on: Day | None = Field(default=None, title=later("Can do it since"))


class Growth(Record, GrowthDraft, table=True):
    """What somebody learns on the way to a milestone, and whether they can do it now."""

    __tablename__ = "growth"
