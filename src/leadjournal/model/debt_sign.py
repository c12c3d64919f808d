"""Debt signs: pairs of a fast and a slow number that should move together."""

from enum import StrEnum

from sqlmodel import Field

from leadjournal.base.words import later
from leadjournal.model.record import Draft, Record, by_value


class SignPair(StrEnum):
    """What the fast and the slow number of a pair tell."""

    GROWTH_AND_PROFIT = "growth-and-profit"
    EFFICIENCY_AND_LOSS = "efficiency-and-loss"
    ENGAGEMENT_AND_LEAVERS = "engagement-and-leavers"
    REVENUE_AND_CASH = "revenue-and-cash"


class DebtSignDraft(Draft):
    """What a debt sign may be given."""

    pair: SignPair = Field(title=later("Sign"), sa_type=by_value(SignPair))
    fast_id: str = Field(title=later("Fast number"), foreign_key="indicator.id", index=True)
    slow_id: str = Field(title=later("Slow number"), foreign_key="indicator.id", index=True)
    delay_weeks: int = Field(
        default=0, title=later("The slow one follows after, in weeks"), ge=0, le=520
    )


class DebtSign(Record, DebtSignDraft, table=True):
    """Two indicators of which the first looks fine while the second tells the truth."""

    __tablename__ = "debt_sign"
