"""Outcomes: written, given a why, reviewed, retired with a lesson."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from leadjournal.base.errors import InvalidValue, NotFound
from leadjournal.base.words import _
from leadjournal.model.outcome import (
    Outcome,
    OutcomeDraft,
    OutcomeStatus,
    OutcomeWhy,
    Review,
    ReviewDraft,
)
from leadjournal.model.why import Why
from leadjournal.rules.facts import Facts
from leadjournal.rules.outcome_map import OutcomeMap
from leadjournal.services.outcome_map import outcome_map
from leadjournal.services.outcome_tree import OutcomeTree, outcome_tree
from leadjournal.services.outputs import Outputs
from leadjournal.services.records import Choice, Records, refuse_future
from leadjournal.store.queries import outcomes as queries
from leadjournal.store.queries import outputs as output_queries
from leadjournal.store.queries import records


class Reviews(Records[Review, ReviewDraft]):
    """The reviews of outcomes."""

    record = Review


class Outcomes(Records[Outcome, OutcomeDraft]):
    """The changes the work is meant to bring about."""

    record = Outcome

    def add(self, draft: OutcomeDraft, why_id: str | None = None) -> Outcome:
        """Write an outcome, with the why it serves if there is one."""
        with self.journal.writing(_("Add outcome")):
            made = super().add(draft)
            if why_id is not None:
                self.set_why(made.id, why_id, made.created_on)
        return made

    def remove(self, id_: str, *, source: str = "") -> None:
        """Remove an outcome; where it was the main one, another link takes its place."""
        with self.journal.writing(_("Remove outcome"), source=source) as session:
            gone = [link for link in output_queries.links_to(session, id_) if link.main]
            super().remove(id_)
            for link in gone:
                Outputs(self.journal).keep_a_main(link.output_id, link.since)

    def set_why(self, id_: str, why_id: str | None, since: date | None = None) -> None:
        """From a day on, the outcome serves this why; figures of days before stay as they were."""
        day = since or self.journal.clock.today()
        with self.journal.writing(_("Change the why of an outcome")) as session:
            present = queries.why_since(session, id_, day)
            if present is not None and present.since == day:
                present.why_id = why_id
            elif present is None or present.why_id != why_id:
                session.add(OutcomeWhy(outcome_id=id_, why_id=why_id, since=day))

    def why_of(self, id_: str, on: date | None = None) -> Why | None:
        """The why an outcome serves on a day, today by default."""
        with self.journal.reading() as session:
            found = queries.why_since(session, id_, on or self.journal.clock.today())
            if found is None or found.why_id is None:
                return None
            return records.one(session, Why, found.why_id)

    def activate(self, id_: str, on: date | None = None) -> Outcome:
        """The outcome is a draft no longer: it counts from a day on."""
        with self.journal.writing(_("Make outcome active")):
            return self.edit(id_, active_on=on or self.journal.clock.today())

    def retire(self, id_: str, on: date, because: str) -> Outcome:
        """Give the outcome up, or be done with it; what it owed is written off with the lesson."""
        with self.journal.writing(_("Retire outcome")):
            if on < self.get(id_).created_on:
                raise InvalidValue(
                    _("An outcome cannot be retired before it was written."), field="retired_on"
                )
            return self.edit(id_, retired_on=on, retired_because=because)

    def resume(self, id_: str) -> Outcome:
        """The outcome counts again, as if it had never been retired."""
        with self.journal.writing(_("Resume outcome")):
            return self.edit(id_, retired_on=None, retired_because="")

    def review(self, draft: ReviewDraft) -> Review:
        """Record a review; the next date of the newest one becomes the outcome's."""
        made = Review(**draft.model_dump())
        refuse_future(made.day, self.journal.clock.today(), "day")
        with self.journal.writing(_("Review outcome")) as session:
            session.add(made)
            if self.reviews(made.outcome_id)[0].id == made.id:
                self._follow(made.outcome_id)
        return made

    def edit_review(self, id_: str, **changes: Any) -> Review:
        """Correct a review; another date or next date may move the outcome's next review."""
        with self.journal.writing(_("Edit review")):
            refuse_future(changes.get("day"), self.journal.clock.today(), "day")
            review = Reviews(self.journal).edit(id_, **changes)
            if {"day", "next_on"} & set(changes):
                self._follow(review.outcome_id)
        return review

    def remove_review(self, id_: str) -> None:
        """Remove a review; the one before it says again when to look next."""
        with self.journal.writing(_("Remove review")):
            review = Reviews(self.journal).get(id_)
            said_when = self.get(review.outcome_id).review_on == review.next_on
            newest = self.reviews(review.outcome_id)[0].id == id_
            Reviews(self.journal).remove(id_)
            if newest and said_when:
                self._follow(review.outcome_id)

    def _follow(self, id_: str) -> None:
        reviews = self.reviews(id_)
        self.edit(id_, review_on=reviews[0].next_on if reviews else None)

    def reviews(self, id_: str) -> Sequence[Review]:
        """The reviews of an outcome, newest first."""
        with self.journal.reading() as session:
            return queries.reviews_of(session, id_)

    def choices(self, *, active: bool = True) -> list[Choice]:
        """Outcomes to choose from; only active ones unless asked otherwise."""
        return [
            Choice(outcome.id, outcome.statement)
            for outcome in self.all()
            if not active or outcome.status is not OutcomeStatus.RETIRED
        ]

    def _change(self, record: Outcome, changes: dict[str, Any]) -> None:
        super()._change(record, changes)
        if "retired_on" in changes:
            refuse_future(record.retired_on, self.journal.clock.today(), "retired_on")

    def tree(self, on: date | None = None, facts: Facts | None = None) -> OutcomeTree:
        """Why, outcome and output as one tree, with what each owes and shows."""
        if facts is not None:
            return outcome_tree(self.journal, on, facts)
        day = on or self.journal.clock.today()
        return self.journal.remembered(
            f"tree {day}", lambda _session: outcome_tree(self.journal, day)
        )

    def map(self, tree: OutcomeTree) -> OutcomeMap:
        """The same tree as a map, each record once, with the objectives its outcomes carry."""
        return outcome_map(self.journal, tree)

    def statement(self, id_: str | None) -> str:
        """The statement of an outcome that may be none or gone."""
        if id_ is None:
            return ""
        try:
            return self.get(id_).statement
        except NotFound:
            return ""
