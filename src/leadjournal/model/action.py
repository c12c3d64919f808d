"""Actions, which are promises, and blockers."""

from enum import StrEnum

from sqlmodel import Field

from leadjournal.base.words import later
from leadjournal.model.record import Day, Draft, Line, Record, by_value


class ActionType(StrEnum):
    """How an action tries to change things: pushing people, designing conditions, removing."""

    PUSH = "push"
    DESIGN = "design"
    REMOVE = "remove"


class ActionDraft(Draft):
    """What an action may be given."""

    what: Line = Field(title=later("What"), min_length=1, max_length=300)
    owner_id: str | None = Field(default=None, title=later("Owner"), foreign_key="person.id")
    team_id: str | None = Field(default=None, title=later("Team"), foreign_key="team.id")
    outcome_id: str | None = Field(default=None, title=later("Outcome"), foreign_key="outcome.id")
    due_on: Day | None = Field(default=None, title=later("Due"), index=True)
    done_on: Day | None = Field(default=None, title=later("Done on"))
    dropped_on: Day | None = Field(default=None, title=later("Dropped on"))
    dropped_because: Line = Field(default="", title=later("Reason"), max_length=400)
    type: ActionType | None = Field(default=None, title=later("Type"), sa_type=by_value(ActionType))


class Action(Record, ActionDraft, table=True):
    """Something somebody promised to do by a day."""

    __tablename__ = "action"


class PostponementDraft(Draft):
    """An action's move from one due day to another."""

    action_id: str = Field(foreign_key="action.id", index=True)
    moved_on: Day = Field(title=later("Moved on"))
    from_due: Day | None = Field(default=None, title=later("From"))
    to_due: Day | None = Field(default=None, title=later("To"))
    reason: Line = Field(default="", title=later("Reason"), max_length=400)


class Postponement(Record, PostponementDraft, table=True):
    """A promise that was moved; the day it was promised for stays known."""

    __tablename__ = "postponement"


class BlockerDraft(Draft):
    """What a blocker may be given."""

    text: Line = Field(title=later("What is in the way"), min_length=1, max_length=300)
    opened_on: Day = Field(title=later("Open since"))
    closed_on: Day | None = Field(default=None, title=later("Closed on"))
    person_id: str | None = Field(default=None, title=later("Person"), foreign_key="person.id")
    who: Line = Field(default="", title=later("Who is held up"), max_length=120)
    outcome_id: str | None = Field(default=None, title=later("Outcome"), foreign_key="outcome.id")


class Blocker(Record, BlockerDraft, table=True):
    """Something that stands in somebody's way until it is closed."""

    __tablename__ = "blocker"
