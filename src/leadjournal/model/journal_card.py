"""What the journal itself is called and whose it is."""

from sqlmodel import Field

from leadjournal.base.words import later
from leadjournal.model.record import Draft, Line, Record

CARD_ID = "journal"
"""A journal has one card; this is its id."""


class JournalCardDraft(Draft):
    """What the journal may be called."""

    name: Line = Field(title=later("Name"), min_length=1, max_length=120)
    owner_id: str | None = Field(default=None, title=later("Whose"), foreign_key="person.id")
    sample: bool = Field(default=False)


class JournalCard(Record, JournalCardDraft, table=True):
    """The journal's own name and owner."""

    __tablename__ = "journal_card"
