"""Whys: what the work is for."""

from enum import StrEnum

from sqlmodel import JSON, Field

from leadjournal.base.words import later
from leadjournal.model.record import LONGEST_TITLE, Day, Draft, Line, Record, by_value, declared


class WhyScope(StrEnum):
    """Whose why it is."""

    PERSONAL = "personal"
    TEAM = "team"
    BOTH = "both"


class WhyDraft(Draft):
    """What a why may be given."""

    statement: Line = Field(
        title=later("Why"),
        description=later("To do what, so that what becomes possible for whom."),
        min_length=1,
        max_length=LONGEST_TITLE,
        sa_type=declared(600),
    )
    contribution: Line = Field(default="", title=later("Contribution"), max_length=600)
    effect: Line = Field(default="", title=later("Effect"), max_length=600)
    scope: WhyScope = Field(
        default=WhyScope.PERSONAL, title=later("Whose why"), sa_type=by_value(WhyScope)
    )
    team_id: str | None = Field(default=None, title=later("Team"), foreign_key="team.id")
    resonance: int | None = Field(
        default=None,
        title=later("Resonance"),
        description=later("1: words; 5: I would say it aloud."),
        ge=1,
        le=5,
    )
    shared_with: Line = Field(default="", title=later("Shared with"), max_length=300)
    behaviours: list[str] = Field(
        default_factory=list,
        title=later("Say and do"),
        description=later("One behaviour a line that shows this why."),
        sa_type=JSON,
    )
    since: Day = Field(title=later("Since"))
    review_on: Day | None = Field(default=None, title=later("Look at it again on"))


class Why(Record, WhyDraft, table=True):
    """What the work is for, in one sentence one can say aloud."""

    __tablename__ = "why"
