"""Outcomes, the why each serves since when, and their reviews."""

from datetime import date
from enum import StrEnum

from sqlmodel import Field

from leadjournal.base.words import later
from leadjournal.model.record import LONGEST_TITLE, Day, Draft, Line, Record, by_value, declared


class OutcomeStatus(StrEnum):
    """How far an outcome is in its life; whether it is reached is computed, never typed."""

    DRAFT = "draft"
    ACTIVE = "active"
    RETIRED = "retired"


class Verdict(StrEnum):
    """What a review found: has anything really changed for the beneficiary?"""

    REAL = "real"
    PARTLY = "partly"
    NOT_REAL = "not-real"


def status_of(active_on: date | None, retired_on: date | None) -> OutcomeStatus:
    """Draft until it is made active, retired once it is given up or done with."""
    if retired_on is not None:
        return OutcomeStatus.RETIRED
    return OutcomeStatus.DRAFT if active_on is None else OutcomeStatus.ACTIVE


class OutcomeDraft(Draft):
    """What an outcome may be given."""

    statement: Line = Field(
        title=later("Outcome"),
        description=later("Who can do what differently, in words they would use."),
        min_length=1,
        max_length=LONGEST_TITLE,
        sa_type=declared(400),
    )
    beneficiary: Line = Field(
        default="",
        title=later("Who would notice first"),
        description=later("One group is enough."),
        max_length=200,
    )
    from_state: Line = Field(
        default="",
        title=later("Today they"),
        description=later("Use a verb that could be filmed."),
        max_length=400,
    )
    to_state: Line = Field(default="", title=later("Then they will"), max_length=400)
    category: Line = Field(default="", title=later("Category"), max_length=80)
    business_gain: Line = Field(
        default="", title=later("Gain for the organisation"), max_length=400
    )
    people_gain: Line = Field(default="", title=later("Gain for people"), max_length=400)
    left_open: Line = Field(default="", title=later("Left open"), max_length=600)
    conditions: Line = Field(default="", title=later("Conditions"), max_length=600)
    open_goal: bool = Field(default=False, title=later("Open goal"))
    effect_delay_months: int = Field(
        default=1,
        title=later("Effect shows after, in months"),
        description=later("Waiting costs nothing before an effect could be seen."),
        ge=0,
        le=24,
    )
    objective_id: str | None = Field(
        default=None,
        title=later("Objective it carries"),
        description=later("Of the company or department, for those who report that way."),
        foreign_key="objective.id",
    )
    owner_id: str | None = Field(default=None, title=later("Owner"), foreign_key="person.id")
    team_id: str | None = Field(default=None, title=later("Team"), foreign_key="team.id")
    created_on: Day = Field(title=later("Written on"))
    active_on: Day | None = Field(default=None, title=later("Active from"))
    due_on: Day | None = Field(default=None, title=later("Due"))
    review_on: Day | None = Field(default=None, title=later("Next review"))
    retired_on: Day | None = Field(default=None, title=later("Retired on"))
    retired_because: Line = Field(default="", title=later("What was learned"), max_length=600)


class Outcome(Record, OutcomeDraft, table=True):
    """A change for somebody that the work is meant to bring about."""

    __tablename__ = "outcome"

    @property
    def status(self) -> OutcomeStatus:
        """How far it is."""
        return status_of(self.active_on, self.retired_on)


class OutcomeWhyDraft(Draft):
    """Which why an outcome serves from a day on; none is an honest answer."""

    outcome_id: str = Field(foreign_key="outcome.id", index=True)
    why_id: str | None = Field(default=None, title=later("Why"), foreign_key="why.id")
    since: Day = Field(title=later("Since"))


class OutcomeWhy(Record, OutcomeWhyDraft, table=True):
    """The why an outcome serves since a day, so that figures of the past stay true."""

    __tablename__ = "outcome_why"


class ReviewDraft(Draft):
    """What a review may be given."""

    outcome_id: str = Field(foreign_key="outcome.id", index=True)
    day: Day = Field(title=later("Date"))
    verdict: Verdict = Field(title=later("Verdict"), sa_type=by_value(Verdict))
    voice: str = Field(
        default="",
        title=later("In the beneficiary's own words"),
        description=later("Ask one of them; write down what was said."),
        max_length=4_000,
    )
    side_effects: str = Field(default="", title=later("Side effects"), max_length=4_000)
    decision: str = Field(default="", title=later("What we do next"), max_length=4_000)
    next_on: Day | None = Field(default=None, title=later("Next review"))


class Review(Record, ReviewDraft, table=True):
    """A look at whether an outcome is real for those it was meant for."""

    __tablename__ = "review"
