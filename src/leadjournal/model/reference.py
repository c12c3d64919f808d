"""Tags, and references from any record to any other."""

from sqlmodel import Field

from leadjournal.base.words import later
from leadjournal.model.record import Draft, Line, Record


class TagDraft(Draft):
    """What a tag may be given."""

    name: Line = Field(title=later("Tag"), min_length=1, max_length=60, unique=True)


class Tag(Record, TagDraft, table=True):
    """A word that holds entries together."""

    __tablename__ = "tag"


class ReferenceDraft(Draft):
    """From which record to which, and the passage it hangs on, if any."""

    from_kind: str = Field(max_length=24)
    from_id: str = Field(max_length=36, index=True)
    to_kind: str = Field(max_length=24)
    to_id: str = Field(max_length=36, index=True)
    passage: str = Field(default="", title=later("Passage"), max_length=2_000)


class Reference(Record, ReferenceDraft, table=True):
    """A pointer from one record to another; each is also a back-link."""

    __tablename__ = "reference"
