"""Whys: what the work is for."""

from leadjournal.model.why import Why, WhyDraft, WhyScope
from leadjournal.services.records import Choice, Records


class Whys(Records[Why, WhyDraft]):
    """The whys of the leader and of the teams."""

    record = Why

    def choices(self) -> list[Choice]:
        """Whys to choose from, in the order they were written."""
        return [Choice(why.id, why.statement) for why in self.all()]

    def first_own(self) -> Why | None:
        """The why shown on Today: the leader's first own one, else the first of all."""
        whys = self.all()
        own = [why for why in whys if why.scope is not WhyScope.TEAM]
        return next(iter([*own, *whys]), None)
