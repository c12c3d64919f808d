"""Links: the belief that an output serves an outcome."""

from sqlmodel import Field

from leadjournal.base.words import later
from leadjournal.model.outcome import Verdict
from leadjournal.model.record import LONGEST_TITLE, Day, Draft, Line, Record, by_value, declared


class LinkDraft(Draft):
    """What a link may be given."""

    output_id: str = Field(title=later("Output"), foreign_key="output.id", index=True)
    outcome_id: str = Field(title=later("Outcome"), foreign_key="outcome.id", index=True)
    so_that: Line = Field(
        default="",
        title=later("So that"),
        description=later("What does somebody do differently because of it?"),
        max_length=LONGEST_TITLE,
        sa_type=declared(300),
    )
    confidence: int = Field(
        default=3,
        title=later("Confidence"),
        description=later("1: a guess; 5: seen elsewhere."),
        ge=1,
        le=5,
    )
    main: bool = Field(default=True, title=later("Main outcome of this output"))
    since: Day = Field(title=later("Since"))
    until: Day | None = Field(default=None, title=later("Until"))
    test_by: Day | None = Field(default=None, title=later("Test it by"))
    verdict: Verdict | None = Field(default=None, title=later("Verdict"), sa_type=by_value(Verdict))
    verdict_on: Day | None = Field(default=None, title=later("Tested on"))
    verdict_because: Line = Field(default="", title=later("What was seen"), max_length=600)


class Link(Record, LinkDraft, table=True):
    """The belief that an output serves an outcome, from a day on, with its so-that sentence."""

    __tablename__ = "link"
