"""Outputs: what is made or done."""

from datetime import date
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

SIZES = {"S": 3.0, "M": 10.0, "L": 30.0}
"""Small, medium and large in days of work; an exact number may be entered instead."""


class Stage(StrEnum):
    """How far an output is before it is finished or stopped."""

    IDEA = "idea"
    STARTED = "started"
    RUNNING = "running"


class OutputStatus(StrEnum):
    """How far an output is."""

    IDEA = "idea"
    STARTED = "started"
    RUNNING = "running"
    FINISHED = "finished"
    STOPPED = "stopped"


def status_of(stage: str, finished_on: date | None, stopped_on: date | None) -> OutputStatus:
    """Stopped and finished follow from their days; before that it is the stage."""
    if stopped_on is not None:
        return OutputStatus.STOPPED
    return OutputStatus(stage) if finished_on is None else OutputStatus.FINISHED


class OutputDraft(Draft):
    """What an output may be given."""

    title: Line = Field(
        title=later("Output"), min_length=1, max_length=LONGEST_TITLE, sa_type=declared(200)
    )
    size: Number = Field(
        default=10.0,
        title=later("Size in days of work"),
        description=later("S is 3 days, M is 10, L is 30."),
        gt=0,
        le=2_000,
    )
    stage: Stage = Field(default=Stage.RUNNING, title=later("Status"), sa_type=by_value(Stage))
    must_do: bool = Field(
        default=False,
        title=later("Must do"),
        description=later("Law, safety or upkeep: it carries no debt."),
    )
    owner_id: str | None = Field(default=None, title=later("Owner"), foreign_key="person.id")
    team_id: str | None = Field(default=None, title=later("Team"), foreign_key="team.id")
    created_on: Day = Field(title=later("Known since"))
    due_on: Day | None = Field(default=None, title=later("Due"))
    finished_on: Day | None = Field(default=None, title=later("Finished on"))
    stopped_on: Day | None = Field(default=None, title=later("Stopped on"))
    stopped_because: Line = Field(default="", title=later("What was learned"), max_length=600)
    replaces_id: str | None = Field(
        default=None, title=later("In place of"), foreign_key="output.id", index=True
    )
    note: str = Field(default="", title=later("Note"), max_length=10_000)


class Output(Record, OutputDraft, table=True):
    """Something made or done, with its size in days of work."""

    __tablename__ = "output"

    @property
    def status(self) -> OutputStatus:
        """How far it is."""
        return status_of(self.stage, self.finished_on, self.stopped_on)
