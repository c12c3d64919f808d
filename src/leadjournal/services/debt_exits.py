"""The four ways out of outcome debt, each with its day and its reason."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from leadjournal.base.errors import InvalidValue, NotFound, UserMistake
from leadjournal.base.formats import day_long
from leadjournal.base.words import _
from leadjournal.model.debt_exit import DebtExit, DebtExitDraft, ExitWay
from leadjournal.model.outcome import Verdict
from leadjournal.rules.debt import DebtRow, OutputDebt, debt
from leadjournal.rules.exits import ended
from leadjournal.rules.facts import ExitFact, Facts
from leadjournal.rules.standing import links_on
from leadjournal.services.exit_records import exit_of
from leadjournal.services.figures import FigureService
from leadjournal.services.outcomes import Outcomes
from leadjournal.services.outputs import Links, Outputs
from leadjournal.services.records import Records, refuse_future
from leadjournal.services.state_words import missing_words
from leadjournal.store.queries.facts import facts as read_facts

Owed = list[tuple[DebtRow, OutputDebt]]


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits under an outcome, or without one, on a day; `closed` says of the ways that
    cannot be taken why not.
    """

    outputs: tuple[OutputDebt, ...]
    closed: Mapping[ExitWay, str]


class DebtExits(Records[DebtExit, DebtExitDraft]):
    """How finished work leaves the debt: moved, stopped, rejected or accepted."""

    record = DebtExit

    def waiting(self, outcome_id: str | None, day: date) -> Waiting:
        """What could leave the debt on a day, and by which ways it cannot."""
        facts = FigureService(self.journal).facts()
        closed = {
            way: why
            for way in (ExitWay.MOVED, ExitWay.REJECTED)
            if (why := self._closed(facts, outcome_id, way, day))
        }
        owed = _owed_under(facts, outcome_id, day)
        return Waiting(tuple(owed for _row, owed in owed.values()), closed)

    def leave(
        self,
        outcome_id: str | None,
        way: ExitWay,
        day: date,
        reason: str,
        output_ids: Collection[str] | None = None,
    ) -> list[DebtExit]:
        """Finished outputs of an outcome, or without one, leave the debt on a day.

        All that wait under the outcome do, or the ones named. Moved is refused unless the outcome
        is reached; stopped also stops the outputs; rejected says of their links that the belief
        was wrong. All of it is one step.
        """
        refuse_future(day, self.journal.clock.today(), "day")
        with self.journal.writing(_labels()[way]) as session:
            facts = read_facts(session)
            if outcome_id is None:
                self._refuse_closed(facts, outcome_id, way, day)
            leaving = _leaving(facts, outcome_id, day, output_ids)
            self._refuse_closed(facts, outcome_id, way, day)
            made = [exit_of(row, owed, way, day, reason) for row, owed in leaving]
            session.add_all(made)
            for one in made:
                self._follow(facts, one)
        return made

    def reject(self, outcome_id: str, day: date, reason: str) -> list[DebtExit]:
        """What was believed of an outcome was wrong: its finished work is written off with the
        lesson, its links say so, and it is retired, all in one step.
        """
        with self.journal.writing(_("Reject a belief")) as session:
            waiting = debt(read_facts(session), day).rows
            owing = any(row.id == outcome_id and row.outputs for row in waiting)
            made = self.leave(outcome_id, ExitWay.REJECTED, day, reason) if owing else []
            Outcomes(self.journal).retire(outcome_id, day, reason)
        return made

    def take_back(self, id_: str) -> None:
        """The output counts again, as if it had never left; what went with its exit goes too."""
        with self.journal.writing(_("Take back an exit from the debt")):
            gone = self.get(id_)
            self.remove(id_)
            if gone.way is ExitWay.STOPPED:
                Outputs(self.journal).edit(gone.output_id, stopped_on=None, stopped_because="")
            if gone.way is ExitWay.REJECTED:
                self._unsay(gone)

    def _follow(self, facts: Facts, made: DebtExit) -> None:
        """What else is true now that an output has left by this way."""
        if made.way is ExitWay.STOPPED:
            Outputs(self.journal).edit(
                made.output_id, stopped_on=made.day, stopped_because=made.reason
            )
        if made.way is ExitWay.REJECTED:
            for link in links_on(facts, made.output_id, made.day):
                if link.outcome == made.outcome_id:
                    Links(self.journal).edit(
                        link.id,
                        verdict=Verdict.NOT_REAL,
                        verdict_on=made.day,
                        verdict_because=made.reason,
                    )

    def _unsay(self, gone: DebtExit) -> None:
        for link in Links(self.journal).all():
            said = (link.output_id, link.outcome_id, link.verdict_on, link.verdict_because)
            if said == (gone.output_id, gone.outcome_id, gone.day, gone.reason):
                Links(self.journal).edit(link.id, verdict=None, verdict_on=None, verdict_because="")

    def _closed(self, facts: Facts, outcome_id: str | None, way: ExitWay, day: date) -> str:
        """Why a way cannot be taken on a day; nothing where it can."""
        if way not in (ExitWay.MOVED, ExitWay.REJECTED):
            return ""
        if outcome_id is None:
            return (
                _("Work without an outcome has nothing that could move.")
                if way is ExitWay.MOVED
                else _("Work without an outcome has no belief that could be wrong.")
            )
        return self._lacking(facts, outcome_id, day) if way is ExitWay.MOVED else ""

    def _lacking(self, facts: Facts, outcome_id: str, day: date) -> str:
        """What an outcome lacks to have moved on a day, and to have stayed so since."""
        outcome = facts.outcome_by_id.get(outcome_id)
        if outcome is None:
            return ""
        lacking = missing_words(facts, outcome, day)
        fallen = ended(facts, ExitFact("", "", outcome.id, "moved", day, 0.0, ""))
        if not lacking and fallen is not None and fallen.on <= self.journal.clock.today():
            return _("It has fallen back on {day}.").format(day=day_long(fallen.on))
        return lacking

    def _refuse_closed(self, facts: Facts, outcome_id: str | None, way: ExitWay, day: date) -> None:
        closed = self._closed(facts, outcome_id, way, day)
        if closed and outcome_id is None:
            raise UserMistake(
                closed,
                way_out=_("Link it to an outcome, stop it with a lesson, or accept its debt."),
            )
        if closed:
            raise UserMistake(
                _("It cannot be said yet that this outcome has moved."),
                way_out=_("{missing} Show it with readings and a review, or choose another "
                          "way.").format(missing=closed),
            )  # fmt: skip


def _labels() -> dict[ExitWay, str]:
    return {
        ExitWay.MOVED: _("Take moved work out of the debt"),
        ExitWay.STOPPED: _("Stop outputs"),
        ExitWay.REJECTED: _("Reject a belief"),
        ExitWay.ACCEPTED: _("Accept debt"),
    }


def _leaving(
    facts: Facts, outcome_id: str | None, day: date, output_ids: Collection[str] | None
) -> Owed:
    """The outputs that owe under an outcome on a day: all, or exactly those that are named."""
    found = _owed_under(facts, outcome_id, day)
    if outcome_id is not None and outcome_id not in facts.outcome_by_id:
        raise NotFound(_("This outcome is not in the journal."))
    for id_ in output_ids or ():
        if id_ not in found:
            _refuse(facts, id_, day)
    leaving = [found[id_] for id_ in (found if output_ids is None else output_ids)]
    if not leaving:
        raise UserMistake(_("Nothing finished waits here for its proof."))
    return leaving


def _owed_under(
    facts: Facts, outcome_id: str | None, day: date
) -> dict[str, tuple[DebtRow, OutputDebt]]:
    """What owes under an outcome, or without one, on a day, by the ids of the outputs."""
    return {
        owed.id: (row, owed)
        for row in debt(facts, day).rows
        if (row.id == outcome_id if row.kind == "outcome" else outcome_id is None)
        for owed in row.outputs
    }


def _refuse(facts: Facts, id_: str, day: date) -> None:
    """Say why a named output does not owe anything there on that day."""
    output = facts.output_by_id.get(id_)
    if output is None:
        raise NotFound(_("This output is not in the journal."))
    said = {"title": output.title}
    if output.must_do:
        raise UserMistake(_("“{title}” must be done and carries no debt.").format(**said))
    if output.finished_on is None:
        raise UserMistake(
            _("“{title}” is not finished, so it owes nothing yet.").format(**said),
            way_out=_("Finish it first, or stop it with a lesson."),
        )
    if output.finished_on > day:
        raise InvalidValue(
            _("“{title}” was not finished before {day}.").format(
                **said, day=day_long(output.finished_on, day)
            ),
            field="day",
        )
    raise UserMistake(_("“{title}” owes nothing here on that day.").format(**said))
