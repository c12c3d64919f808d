"""Hints of the lens that are not wanted any more."""

from sqlmodel import Field

from leadjournal.base.words import later
from leadjournal.model.record import Draft, Line, Record


class MutedHintDraft(Draft):
    """Which hint is not wanted: everywhere, for one record, or for one phrase."""

    rule: Line = Field(title=later("Hint"), min_length=1, max_length=60)
    record_id: str = Field(default="", title=later("Record"), max_length=36, index=True)
    phrase: Line = Field(default="", title=later("Words we use"), max_length=120)


class MutedHint(Record, MutedHintDraft, table=True):
    """A hint that stays away; without a record it stays away everywhere."""

    __tablename__ = "muted_hint"
