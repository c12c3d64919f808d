"""Reads a record and what belongs to it out of the journal, for the inspector."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from leadjournal.base.formats import day_long, day_short, days, fixed, number, percent
from leadjournal.base.words import _, ngettext
from leadjournal.ui.items.words import (
    OUTPUT_ICONS,
    Mark,
    guard_mark,
    state_mark,
    verdict_mark,
    words_for,
    words_of,
)
from leadjournal.ui.pages.outcomes.cycles.words import score_line
from leadjournal.ui.pages.outcomes.link_words import confidence_words, mark_of_test
from leadjournal.ui.pages.outcomes.rows import RowKey, TreeRow
from leadjournal.ui.pages.outcomes.sheets import (
    Fact,
    LinkLine,
    OutcomeSheet,
    OutputSheet,
    ReadingLine,
    ReviewLine,
    Sheet,
    Sign,
    Way,
    WhySheet,
)

if TYPE_CHECKING:
    from leadjournal.model.indicator import Reading
    from leadjournal.model.link import Link
    from leadjournal.model.outcome import Outcome, Review
    from leadjournal.model.output import Output
    from leadjournal.rules.debt import DebtRow
    from leadjournal.services.debt_ledger import ExitLine
    from leadjournal.services.indicators import IndicatorView
    from leadjournal.services.workspace import Workspace

_MONTH = 30
_COLOURS = {"activity": "text_3", "output": "text_3"}


class ReadingRoom:
    """Makes the sheets of the inspector."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def sheet(self, row: TreeRow, debt: DebtRow | None) -> Sheet | None:
        """The sheet of a row; groups have none."""
        if row.key.kind == "why":
            return self._why(row)
        if row.key.kind == "outcome":
            return self._outcome(row, debt)
        return self._output(row, debt) if row.key.kind == "output" else None

    def _why(self, row: TreeRow) -> WhySheet:
        why = self._workspace.whys.get(row.key.id)
        team = self._team(why.team_id)
        resonance = _("{n} of 5").format(n=why.resonance) if why.resonance else ""
        facts = [
            Fact(_("Whose why"), " · ".join(part for part in (words_of(why.scope), team) if part)),
            Fact(_("Contribution"), why.contribution),
            Fact(_("Effect"), why.effect),
            Fact(_("Resonance"), resonance),
            Fact(_("Shared with"), why.shared_with),
            Fact(_("Since"), self._day(why.since)),
            Fact(_("Look at it again on"), self._day(why.review_on)),
        ]
        carried = tuple(
            Way(child.key, child.title, child.shown_words, "waypoints") for child in row.children
        )
        return WhySheet(row, why.statement, _answered(facts), tuple(why.behaviours), carried)

    def _outcome(self, row: TreeRow, debt: DebtRow | None) -> OutcomeSheet:
        outcome = self._workspace.outcomes.get(row.key.id)
        why = self._workspace.outcomes.why_of(outcome.id)
        reviews = self._workspace.outcomes.reviews(outcome.id)
        return OutcomeSheet(
            row,
            outcome.statement,
            marks=_outcome_marks(row),
            why=Way(RowKey("why", why.id), why.statement, icon="compass") if why else None,
            due=_("Due {day}").format(day=self._day(outcome.due_on)) if outcome.due_on else "",
            debt=fixed(debt.days) if debt is not None and debt.days else "",
            sentence=_debt_sentence(row, debt),
            facts=self._outcome_facts(outcome),
            signs=tuple(self._sign(view) for view in self._workspace.indicators.of(outcome.id)),
            outputs=tuple(_output_way(child) for child in row.children),
            reviews=tuple(self._review(review) for review in reviews),
            next_review=self._day(outcome.review_on),
            lesson=outcome.retired_because,
            warning=_green_words(row),
            milestones=self._milestones(outcome.id),
        )

    def _milestones(self, outcome_id: str) -> tuple[Way, ...]:
        return tuple(
            Way(
                RowKey("milestone", each.id),
                each.what,
                self._day(each.closed_on or each.due_on),
                "target" if each.closed_on is None else "circle-check",
            )
            for each in self._workspace.milestones.of_outcome(outcome_id)
        )

    def _outcome_facts(self, outcome: Outcome) -> tuple[Fact, ...]:
        delay = ngettext("{n} month", "{n} months", outcome.effect_delay_months)
        facts = [
            Fact(_("Who would notice first"), outcome.beneficiary),
            Fact(_("Today they"), outcome.from_state),
            Fact(_("Then they will"), outcome.to_state),
            Fact(_("Gain for the organisation"), outcome.business_gain),
            Fact(_("Gain for people"), outcome.people_gain),
            Fact(_("Left open"), outcome.left_open),
            Fact(_("Conditions"), outcome.conditions),
            Fact(_("Owner"), self._person(outcome.owner_id)),
            Fact(_("Team"), self._team(outcome.team_id)),
            Fact(_("Closed cycles"), self._scores(outcome.id)),
            Fact(_("Effect shows after"), delay.format(n=outcome.effect_delay_months)),
        ]
        return _answered(facts)

    def _scores(self, id_: str) -> str:
        scores = self._workspace.cycles.of_outcome(id_)
        return "\n".join(score_line(cycle, score) for cycle, score in scores)

    def _output(self, row: TreeRow, debt: DebtRow | None) -> OutputSheet:
        output = self._workspace.outputs.get(row.key.id)
        links = self._workspace.outputs.links(output.id)
        owed = next((one for one in debt.outputs if one.id == output.id), None) if debt else None
        waits = owed.waits if owed else 0
        sentence = ngettext(
            "Finished {n} day ago; nobody can show yet what it changed.",
            "Finished {n} days ago; nobody can show yet what all of it changed.",
            waits,
        )
        return OutputSheet(
            row,
            output.title,
            marks=_output_marks(output),
            debt=fixed(owed.days) if owed and owed.days else "",
            sentence=sentence.format(n=waits) if owed and owed.days else "",
            facts=self._output_facts(output),
            links=tuple(self._link(link) for link in links),
            exits=tuple(self._exit(line) for line in self._workspace.ledger.of_output(output.id)),
            lesson=output.stopped_because,
            note=output.note,
        )

    def _exit(self, line: ExitLine) -> Fact:
        ways = {
            "moved": _("Moved on {day}, {days}"),
            "stopped": _("Stopped on {day}, {days}"),
            "rejected": _("Hypothesis rejected on {day}, {days}"),
            "accepted": _("Accepted on {day}, {days}"),
        }
        said = ways[line.way].format(day=self._day(line.on), days=days(line.days))
        # The lesson of a stopped output stands below, in words of its own.
        reason = "" if line.way == "stopped" else line.reason
        return Fact(said, " ".join(part for part in (reason, line.note) if part))

    def _output_facts(self, output: Output) -> tuple[Fact, ...]:
        size = ngettext("{n} day of work", "{n} days of work", 1 if output.size == 1 else 2)
        must = _("Yes: it carries no debt") if output.must_do else ""
        return _answered(
            [
                Fact(_("Size"), size.format(n=number(output.size))),
                Fact(_("Owner"), self._person(output.owner_id)),
                Fact(_("Team"), self._team(output.team_id)),
                Fact(_("Known since"), self._day(output.created_on)),
                Fact(_("Due"), self._day(output.due_on)),
                Fact(_("Finished on"), self._day(output.finished_on)),
                Fact(_("Stopped on"), self._day(output.stopped_on)),
                Fact(_("Must do"), must),
            ]
        )

    def _link(self, link: Link) -> LinkLine:
        return LinkLine(
            link.id,
            RowKey("outcome", link.outcome_id),
            self._workspace.outcomes.statement(link.outcome_id),
            _("so that {sentence}").format(sentence=link.so_that) if link.so_that else "",
            confidence_words(link),
            link.main,
            mark_of_test(link, self._today),
            link.verdict_because,
        )

    def _sign(self, view: IndicatorView) -> Sign:
        indicator = view.indicator
        unit = indicator.unit
        latest = view.readings[-1] if view.readings else None
        guard = indicator.guard != "none"
        first = _("Guard") if guard else words_of(indicator.horizon)
        second = [f"{first} · {words_of(indicator.kind)}"]
        if view.progress is not None:
            second.append(_("{share} of the way").format(share=percent(view.progress)))
        lagging = "chart_4" if indicator.horizon == "lagging" else "chart_1"
        return Sign(
            indicator.id,
            indicator.name,
            latest=_value(latest.value, unit) if latest else _("no reading"),
            target=_goal(view, unit),
            second="\n".join(second),
            share=None if guard else view.progress,
            values=tuple(reading.value for reading in view.readings),
            colour=_COLOURS.get(indicator.kind, lagging),
            readings=tuple(self._reading(reading, unit) for reading in reversed(view.readings)),
            warning=_beyond(view, latest),
            is_counted=indicator.preset != "none",
        )

    def _reading(self, reading: Reading, unit: str) -> ReadingLine:
        when = day_short(reading.day, self._today)
        note = ". ".join(part for part in (reading.note, reading.source) if part)
        return ReadingLine(reading.id, when, _value(reading.value, unit), note)

    def _review(self, review: Review) -> ReviewLine:
        rest = [Fact(_("Side effects"), review.side_effects)]
        rest.append(Fact(_("What we do next"), review.decision))
        mark = verdict_mark(str(review.verdict))
        return ReviewLine(review.id, mark, self._day(review.day), review.voice, _answered(rest))

    @property
    def _today(self) -> date:
        return self._workspace.clock.today()

    def _day(self, day: date | None) -> str:
        return day_long(day, self._today) if day is not None else ""

    def _person(self, id_: str | None) -> str:
        return self._workspace.people.get(id_).first_name if id_ else ""

    def _team(self, id_: str | None) -> str:
        return self._workspace.teams.get(id_).name if id_ else ""


def _answered(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact.answer)


def _value(value: float, unit: str) -> str:
    return number(value, 2) + ("%" if unit == "%" else "")


def _goal(view: IndicatorView, unit: str) -> str:
    if view.indicator.guard != "none":
        words = _("at most {n}") if view.indicator.guard == "at-most" else _("at least {n}")
        return words.format(n=_value(view.limit, unit)) if view.limit is not None else ""
    if view.target is None:
        return ""
    return _("target {n}").format(n=_value(view.target, unit))


def _beyond(view: IndicatorView, latest: Reading | None) -> str:
    if view.indicator.guard == "none" or view.limit is None or latest is None:
        return ""
    over = view.indicator.guard == "at-most" and latest.value > view.limit
    under = view.indicator.guard == "at-least" and latest.value < view.limit
    return _("Beyond its limit") if over or under else ""


def _outcome_marks(row: TreeRow) -> tuple[Mark, ...]:
    verdict = (row.badge,) if row.badge is not None and row.status == "active" else ()
    guard = (guard_mark(),) if row.guards else ()
    return (state_mark(row.state), *guard, *verdict)


def _green_words(row: TreeRow) -> str:
    if not row.green_but_red:
        return ""
    return _("Green but red: what we do reaches its target, and the effect stays away.")


def _output_way(row: TreeRow) -> Way:
    icon = OUTPUT_ICONS[row.status]
    return Way(row.key, row.title, row.second, icon, row.size)


def _output_marks(output: Output) -> tuple[Mark, ...]:
    tones = {"finished": "good", "stopped": "plain"}
    words = words_for("OutputStatus", output.status.value)
    icon = OUTPUT_ICONS[output.status.value]
    mark = Mark(tones.get(output.status.value, "plain"), words, icon)
    must = (Mark("plain", _("Must do"), "anchor"),) if output.must_do else ()
    return (mark, *must)


def _debt_sentence(row: TreeRow, debt: DebtRow | None) -> str:
    if row.status == "draft":
        return _("A draft carries no debt; it counts once it is active.")
    if row.status == "retired":
        return _("It is retired: what it owed is written off with its lesson.")
    if debt is None or not debt.outputs:
        return _("Nothing finished waits here for its proof.")
    size = sum(output.size for output in debt.outputs)
    finished = ngettext(
        "{days} day is finished and has waited up to {wait}.",
        "{days} days are finished and have waited up to {wait}.",
        1 if size == 1 else 2,
    ).format(days=number(size), wait=_wait(debt.waits))
    shown = _("{share} of the promised change is shown; the rest is still open.")
    if debt.evidence.share >= 1:
        shown = _("All of the promised change is shown.")
    return f"{finished} {shown.format(share=percent(debt.evidence.share))}"


def _wait(days: int) -> str:
    months = round(days / _MONTH)
    if months < 2:
        return ngettext("{n} day", "{n} days", days).format(n=days)
    return ngettext("{n} month", "{n} months", months).format(n=months)
