"""Outputs and their links: the belief that an output serves an outcome."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from leadjournal.base.errors import InvalidValue, NotFound, UserMistake
from leadjournal.base.words import _
from leadjournal.model.debt_exit import DebtExit, ExitWay
from leadjournal.model.link import Link, LinkDraft
from leadjournal.model.outcome import Outcome, Verdict
from leadjournal.model.output import Output, OutputDraft
from leadjournal.rules.debt import debt
from leadjournal.services.exit_records import exit_of
from leadjournal.services.records import Choice, Records, refuse_future
from leadjournal.store.queries import outputs as queries
from leadjournal.store.queries import records
from leadjournal.store.queries.facts import facts


class Links(Records[Link, LinkDraft]):
    """The links between outputs and outcomes."""

    record = Link


class Outputs(Records[Output, OutputDraft]):
    """What is made or done."""

    record = Output

    def add(
        self,
        draft: OutputDraft,
        outcome_id: str | None = None,
        so_that: str = "",
        confidence: int = 3,
    ) -> Output:
        """Write an output, with its link if it serves an outcome."""
        with self.journal.writing(_("Add output")):
            made = super().add(draft)
            _refuse_impossible(made)
            if outcome_id is not None:
                self.link(
                    LinkDraft(
                        output_id=made.id,
                        outcome_id=outcome_id,
                        so_that=so_that,
                        confidence=confidence,
                        since=made.created_on,
                    )
                )
        return made

    def finish(self, id_: str, on: date | None = None) -> Output:
        """The output is finished: from now on it has to show what it changed."""
        day = on or self.journal.clock.today()
        with self.journal.writing(_("Finish output")):
            return self.edit(id_, finished_on=day)

    def stop(self, id_: str, on: date, because: str, replaced_by: str | None = None) -> Output:
        """Stop the output; what it owed is written off with the lesson, which is then needed.

        `replaced_by` is the output that takes its place for the same outcome.
        """
        with self.journal.writing(_("Stop output")) as session:
            found = debt(facts(session), on).owed_for(id_)
            stopped = self.edit(id_, stopped_on=on, stopped_because=because)
            if replaced_by is not None:
                self.edit(replaced_by, replaces_id=id_)
            if found is None:
                return stopped
            if not stopped.stopped_because:
                raise InvalidValue(
                    _("What was learned is needed: it is what stays."), field="stopped_because"
                )
            session.add(exit_of(*found, ExitWay.STOPPED, on, stopped.stopped_because))
        return stopped

    def reopen(self, id_: str) -> Output:
        """The output is running again; it has left no debt by any way."""
        with self.journal.writing(_("Reopen output")) as session:
            for left in records.where(session, DebtExit, output_id=id_):
                records.remove(session, left)
            return self.edit(id_, finished_on=None, stopped_on=None, stopped_because="")

    def links(self, id_: str) -> Sequence[Link]:
        """The links of an output that hold today, the main one first."""
        with self.journal.reading() as session:
            return queries.links_of(session, id_, self.journal.clock.today())

    def links_under(self, outcome_id: str) -> Sequence[Link]:
        """The links to an outcome that hold today, oldest first."""
        today = self.journal.clock.today()
        with self.journal.reading() as session:
            found = queries.links_to(session, outcome_id)
        return [
            link
            for link in found
            if link.since <= today and (link.until is None or link.until > today)
        ]

    def under(self, outcome_id: str) -> list[Output]:
        """The outputs that lead to an outcome today, in the order they were linked."""
        return [self.get(link.output_id) for link in self.links_under(outcome_id)]

    def link(self, draft: LinkDraft) -> Link:
        """Link an output to an outcome; the first link, or one marked so, is the main one."""
        with self.journal.writing(_("Link an output")) as session:
            if session.get(Output, draft.output_id) is None:
                raise NotFound(_("This output is not in the journal."))
            if session.get(Outcome, draft.outcome_id) is None:
                raise NotFound(_("This outcome is not in the journal."))
            present = queries.links_from(session, draft.output_id, draft.since)
            if any(link.outcome_id == draft.outcome_id for link in present):
                raise UserMistake(_("This output already leads to this outcome."))
            made = Link(**draft.model_dump())
            if made.main:
                self._no_longer_main(present, made.since)
            session.add(made)
            self.keep_a_main(made.output_id, made.since)
        return made

    def edit_link(self, id_: str, **changes: Any) -> Link:
        """Change a link's sentence, confidence, test date or verdict."""
        return Links(self.journal).edit(id_, **changes)

    def test_link(self, id_: str, verdict: Verdict, on: date, because: str = "") -> Link:
        """What a test showed of the belief that an output serves an outcome, on its day."""
        with self.journal.writing(_("Say what a test showed")):
            refuse_future(on, self.journal.clock.today(), "verdict_on")
            return self.edit_link(id_, verdict=verdict, verdict_on=on, verdict_because=because)

    def make_main(self, id_: str) -> None:
        """From today on, the debt of the output belongs to this link's outcome."""
        today = self.journal.clock.today()
        with self.journal.writing(_("Change the main outcome")) as session:
            link = Links(self.journal).get(id_)
            if link.main:
                return
            self._no_longer_main(queries.links_from(session, link.output_id, today), today)
            self._as_from(link, today, main=True)

    def unlink(self, id_: str, on: date | None = None) -> None:
        """The output leads there no longer; figures of days before stay as they were."""
        day = on or self.journal.clock.today()
        with self.journal.writing(_("Unlink an output")) as session:
            link = Links(self.journal).get(id_)
            for part in queries.links_from(session, link.output_id, day):
                if part.outcome_id != link.outcome_id:
                    continue
                if part.since >= day:
                    session.delete(part)
                else:
                    part.until = day
            self.keep_a_main(link.output_id, day)

    def keep_a_main(self, id_: str, day: date) -> None:
        """From a day on, one of the links of an output is the main one, where links remain."""
        with self.journal.writing(_("Change the main outcome")) as session:
            present = queries.links_from(session, id_, day)
            lasting = [link for link in present if link.until is None]
            if not lasting or any(link.main for link in lasting):
                return
            ends = [link.until for link in present if link.main and link.until is not None]
            self._as_from(lasting[0], max([day, *ends]), main=True)

    def choices(self) -> list[Choice]:
        """Outputs to choose from, newest first; stopped ones are left out."""
        found = [output for output in self.all() if output.stopped_on is None]
        return [Choice(output.id, output.title) for output in reversed(found)]

    def replaceable(self, outcome_id: str | None) -> list[Choice]:
        """The stopped outputs of an outcome, newest first, in whose place another one can come."""
        found = self._led_to([outcome_id] if outcome_id is not None else [])
        return [_choice(one) for one in reversed(found) if one.stopped_on is not None]

    def replacements(self, id_: str) -> list[Choice]:
        """The outputs that can take the place of one: of the same outcome, and not stopped."""
        found = self._led_to([link.outcome_id for link in self.links(id_)])
        return [_choice(one) for one in reversed(found) if one.stopped_on is None and one.id != id_]

    def _led_to(self, outcomes: Collection[str]) -> list[Output]:
        """The outputs that were ever linked to one of some outcomes, oldest first."""
        with self.journal.reading() as session:
            found = {
                link.output_id
                for outcome in outcomes
                for link in queries.links_to(session, outcome)
            }
            return [one for one in records.every(session, Output) if one.id in found]

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
            until, link.until = link.until, day
            kept = {name: getattr(link, name) for name in LinkDraft.model_fields}
            session.add(Link(**{**kept, "since": day, "until": until, "main": main}))

    def _change(self, record: Output, changes: dict[str, Any]) -> None:
        super()._change(record, changes)
        for field in {"finished_on", "stopped_on"} & set(changes):
            refuse_future(getattr(record, field), self.journal.clock.today(), field)
        _refuse_impossible(record)


def _choice(output: Output) -> Choice:
    return Choice(output.id, output.title)


def _refuse_impossible(output: Output) -> None:
    if output.replaces_id == output.id:
        raise InvalidValue(_("An output cannot take its own place."), field="replaces_id")
    if output.finished_on is not None and output.finished_on < output.created_on:
        raise InvalidValue(
            _("An output cannot be finished before it was known."), field="finished_on"
        )
    if output.stopped_on is not None and output.stopped_on < output.created_on:
        raise InvalidValue(
            _("An output cannot be stopped before it was known."), field="stopped_on"
        )
