"""Outputs and their links: the belief that an output serves an outcome."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from leadjournal.base.errors import InvalidValue, NotFound, UserMistake
from leadjournal.base.words import _
from leadjournal.model.link import Link, LinkDraft
from leadjournal.model.outcome import Outcome
from leadjournal.model.output import Output, OutputDraft
from leadjournal.services.records import Choice, Records
from leadjournal.store.queries import outputs as queries


class Links(Records[Link, LinkDraft]):
    """The links between outputs and outcomes."""

    record = Link


class Outputs(Records[Output, OutputDraft]):
    """What is made or done."""

    record = Output

    def add(self, draft: OutputDraft, outcome_id: str | None = None, so_that: str = "") -> Output:
        """Write an output, with its link if it serves an outcome."""
        with self.journal.writing(_("Add output")):
            made = super().add(draft)
            if outcome_id is not None:
                self.link(
                    LinkDraft(
                        output_id=made.id,
                        outcome_id=outcome_id,
                        so_that=so_that,
                        since=made.created_on,
                    )
                )
        return made

    def finish(self, id_: str, on: date | None = None) -> Output:
        """The output is finished: from now on it has to show what it changed."""
        day = on or self.journal.clock.today()
        with self.journal.writing(_("Finish output")):
            output = self.get(id_)
            if day < output.created_on:
                raise InvalidValue(
                    _("An output cannot be finished before it was known."), field="finished_on"
                )
            return self.edit(id_, finished_on=day)

    def stop(self, id_: str, on: date, because: str) -> Output:
        """Stop the output; what it owed is written off with the lesson."""
        with self.journal.writing(_("Stop output")):
            return self.edit(id_, stopped_on=on, stopped_because=because)

    def reopen(self, id_: str) -> Output:
        """The output is running again."""
        with self.journal.writing(_("Reopen output")):
            return self.edit(id_, finished_on=None, stopped_on=None, stopped_because="")

    def links(self, id_: str) -> Sequence[Link]:
        """The links of an output that hold today, the main one first."""
        with self.journal.reading() as session:
            return queries.links_of(session, id_)

    def link(self, draft: LinkDraft) -> Link:
        """Link an output to an outcome; the first link, or one marked so, is the main one."""
        with self.journal.writing(_("Link an output")) as session:
            if session.get(Output, draft.output_id) is None:
                raise NotFound(_("This output is not in the journal."))
            if session.get(Outcome, draft.outcome_id) is None:
                raise NotFound(_("This outcome is not in the journal."))
            present = queries.links_of(session, draft.output_id)
            if any(link.outcome_id == draft.outcome_id for link in present):
                raise UserMistake(_("This output already leads to this outcome."))
            made = Link(**draft.model_dump())
            made.main = draft.main or not present
            if made.main:
                self._no_longer_main(present, made.since)
            session.add(made)
        return made

    def edit_link(self, id_: str, **changes: Any) -> Link:
        """Change a link's sentence, confidence, test date or verdict."""
        return Links(self.journal).edit(id_, **changes)

    def make_main(self, id_: str) -> None:
        """From today on, the debt of the output belongs to this link's outcome."""
        today = self.journal.clock.today()
        with self.journal.writing(_("Change the main outcome")) as session:
            link = Links(self.journal).get(id_)
            if link.main:
                return
            self._no_longer_main(queries.links_of(session, link.output_id), today)
            self._as_from(link, today, main=True)

    def unlink(self, id_: str, on: date | None = None) -> None:
        """The output leads there no longer; figures of days before stay as they were."""
        day = on or self.journal.clock.today()
        with self.journal.writing(_("Unlink an output")) as session:
            link = Links(self.journal).get(id_)
            if link.since >= day:
                session.delete(link)
            else:
                link.until = day
                session.add(link)
            session.flush()
            rest = queries.links_of(session, link.output_id)
            if link.main and rest:
                self._as_from(rest[0], day, main=True)

    def choices(self) -> list[Choice]:
        """Outputs to choose from, newest first; stopped ones are left out."""
        found = [output for output in self.all() if output.stopped_on is None]
        return [Choice(output.id, output.title) for output in reversed(found)]

    def _no_longer_main(self, links: Iterable[Link], day: date) -> None:
        for link in links:
            if link.main:
                self._as_from(link, day, main=False)

    def _as_from(self, link: Link, day: date, *, main: bool) -> None:
        with self.journal.writing(_("Change the main outcome")) as session:
            if link.since >= day:
                link.main = main
                session.add(link)
                return
            link.until = day
            again = LinkDraft.model_validate(link.model_dump(include=set(LinkDraft.model_fields)))
            session.add(link)
            session.add(Link(**{**again.model_dump(), "since": day, "until": None, "main": main}))
