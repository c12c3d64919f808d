"""People and the teams they belong to."""

from sqlmodel import Field

from leadjournal.base.words import later
from leadjournal.model.record import Day, Draft, Line, Record


class TeamDraft(Draft):
    """What a team may be given."""

    name: Line = Field(title=later("Name"), min_length=1, max_length=120)
    note: str = Field(default="", title=later("Note"), max_length=2_000)


class Team(Record, TeamDraft, table=True):
    """People who work on something together."""

    __tablename__ = "team"


class PersonDraft(Draft):
    """What a person may be given."""

    first_name: Line = Field(title=later("First name"), min_length=1, max_length=80)
    full_name: Line = Field(default="", title=later("Full name"), max_length=160)
    role: Line = Field(default="", title=later("Role"), max_length=160)
    team_id: str | None = Field(default=None, title=later("Team"), foreign_key="team.id")
    from_day: Day | None = Field(default=None, title=later("With us from"))
    until_day: Day | None = Field(default=None, title=later("Until"))
    note: str = Field(default="", title=later("Note"), max_length=10_000)


class Person(Record, PersonDraft, table=True):
    """Somebody the journal speaks of."""

    __tablename__ = "person"
