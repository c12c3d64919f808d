"""Exits: how finished work left the outcome debt, on which day and why."""

from enum import StrEnum

from sqlmodel import Field

from leadjournal.base.words import later
from leadjournal.model.record import Day, Draft, Line, Number, Record, by_value


class ExitWay(StrEnum):
    """The four lawful ways out of outcome debt."""

    MOVED = "moved"
    STOPPED = "stopped"
    REJECTED = "rejected"
    ACCEPTED = "accepted"


class DebtExitDraft(Draft):
    """What an exit may be given."""

    output_id: str = Field(title=later("Output"), foreign_key="output.id", index=True)
    outcome_id: str | None = Field(
        default=None, title=later("Outcome"), foreign_key="outcome.id", index=True
    )
    way: ExitWay = Field(title=later("Exit"), sa_type=by_value(ExitWay))
    day: Day = Field(title=later("Date"))
    days: Number = Field(title=later("Debt that day, in days of work"), ge=0)
    reason: Line = Field(title=later("Reason"), min_length=1, max_length=600)


class DebtExit(Record, DebtExitDraft, table=True):
    """The day on which a finished output left the debt, the way it took and the reason."""

    __tablename__ = "debt_exit"
