"""What Today shows: what waits, the figures in a sentence each, and the day in a sentence."""

from dataclasses import dataclass
from datetime import date, timedelta

from leadjournal.base.formats import day_long, days, days_of_work
from leadjournal.base.words import _, ngettext
from leadjournal.model.catalogue import Ref
from leadjournal.rules.beliefs import untested
from leadjournal.rules.debt import CAPACITY_DAYS, band, debt
from leadjournal.rules.facts import Facts
from leadjournal.rules.standing import is_active, last_review
from leadjournal.rules.weeks import weeks_of
from leadjournal.services.actions import Actions
from leadjournal.services.figure_cards import FigureCard, figure_cards
from leadjournal.services.figures import Figures, FigureService
from leadjournal.store.journal_file import Journal
from leadjournal.store.queries import milestones as milestone_queries
from leadjournal.store.queries import reflections as reflection_queries
from leadjournal.store.queries import today as queries

LOOK_AHEAD = timedelta(days=28)
REVIEW_AFTER = timedelta(days=90)
MOVED_WITHIN = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """One line of "Waiting for you": where it leads, what it is, since or until when."""

    ref: Ref | None
    icon: str
    title: str
    second: str
    due: date | None
    overdue: bool


@dataclass(frozen=True, slots=True)
class Day:
    """What Today shows of one reading of the journal."""

    sentence: str
    waiting: tuple[WaitingLine, ...]
    cards: tuple[FigureCard, ...]


class Today:
    """Puts the day together from what the journal holds."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._figures = FigureService(journal)

    def day(self) -> Day:
        """What Today shows, from one reading of the facts."""
        facts = self._figures.facts()
        figures = self._figures.on(facts=facts)
        return Day(
            self._sentence(facts),
            tuple(self._waiting(facts, figures)),
            figure_cards(figures, self._figures.history(facts=facts)),
        )

    def waiting(self, limit: int | None = None) -> list[WaitingLine]:
        """What is due within four weeks, oldest promise first, then what has no day."""
        facts = self._figures.facts()
        return self._waiting(facts, self._figures.on(facts=facts))[:limit]

    def sentence(self) -> str:
        """The day in a sentence: the week of the journal and what has moved."""
        return self._sentence(self._figures.facts())

    def cards(self) -> tuple[FigureCard, ...]:
        """Outcome debt, line of sight and momentum."""
        return self.day().cards

    def _waiting(self, facts: Facts, figures: Figures) -> list[WaitingLine]:
        today = self._journal.clock.today()
        lines = [
            *self._reviews(facts, today),
            *self._tests(facts, today),
            *self._actions(today),
            *self._outputs(today),
            *self._milestones(today),
            *self._drafts(),
            *self._debt(facts, figures),
        ]
        lines.sort(key=lambda line: (line.due is None, line.due or today))
        return lines

    def _sentence(self, facts: Facts) -> str:
        today = self._journal.clock.today()
        first = weeks_of(facts).first
        if first is None:
            return _("A new journal. One line is enough for a beginning.")
        week = max(1, (today - first).days // 7 + 1)
        active = [outcome for outcome in facts.outcomes if is_active(outcome, today)]
        words = _("Week {week}.").format(week=week)
        if not active:
            return words
        moved = _moved(facts, today) & {outcome.id for outcome in active}
        return f"{words} " + ngettext(
            "{moved} of {count} outcome has moved in the last month.",
            "{moved} of {count} outcomes have moved in the last month.",
            len(active),
        ).format(moved=len(moved), count=len(active))

    def _reviews(self, facts: Facts, today: date) -> list[WaitingLine]:
        with self._journal.reading() as session:
            said = queries.next_reviews(session)
        lines = []
        for outcome in facts.outcomes:
            if not is_active(outcome, today):
                continue
            review = last_review(outcome, today)
            due = said[outcome.id] or (review.day if review else outcome.created_on) + REVIEW_AFTER
            if due <= today + LOOK_AHEAD:
                last = (
                    _("Last review on {day}").format(day=day_long(review.day, today))
                    if review
                    else _("Never reviewed")
                )
                lines.append(
                    WaitingLine(
                        Ref("outcome", outcome.id),
                        "clipboard-check",
                        _("Review: {outcome}").format(outcome=outcome.title),
                        last,
                        due,
                        due < today,
                    )
                )
        return lines

    def _tests(self, facts: Facts, today: date) -> list[WaitingLine]:
        """The beliefs that were to be tested by a day that has passed."""
        return [
            WaitingLine(
                Ref("link", link.id),
                "flask-conical",
                _("Test the belief: {output}").format(output=facts.output_by_id[link.output].title),
                _("Does it lead to “{outcome}”?").format(
                    outcome=facts.outcome_by_id[link.outcome].title
                ),
                link.test_by,
                True,
            )
            for link in untested(facts, today)
        ]

    def _actions(self, today: date) -> list[WaitingLine]:
        lines = []
        for row in Actions(self._journal).promises():
            if row.due_on is None or row.due_on > today + LOOK_AHEAD:
                continue
            carried = ngettext("moved once", "moved {count} times", row.carried).format(
                count=row.carried
            )
            parts = [row.owner, row.outcome, carried if row.carried else ""]
            lines.append(
                WaitingLine(
                    Ref("action", row.id),
                    "list-checks",
                    row.what,
                    " · ".join(part for part in parts if part) or _("Nobody named yet"),
                    row.due_on,
                    row.due_on < today,
                )
            )
        return lines

    def _outputs(self, today: date) -> list[WaitingLine]:
        with self._journal.reading() as session:
            outputs = queries.due_outputs(session, today + LOOK_AHEAD)
        return [
            WaitingLine(
                Ref("output", output.id),
                "package",
                output.title,
                _("Output, {days}, not finished yet").format(days=days_of_work(output.size)),
                output.due_on,
                output.due_on < today,
            )
            for output in outputs
        ]

    def _milestones(self, today: date) -> list[WaitingLine]:
        with self._journal.reading() as session:
            coming = milestone_queries.due(session, today + LOOK_AHEAD)
        return [
            WaitingLine(
                Ref("milestone", milestone.id),
                "target",
                milestone.what,
                _("Milestone for: {outcome}").format(outcome=milestone.outcome)
                if milestone.outcome
                else _("Milestone, for no outcome yet"),
                milestone.due_on,
                milestone.due_on < today,
            )
            for milestone in coming
        ]

    def _drafts(self) -> list[WaitingLine]:
        with self._journal.reading() as session:
            drafts = reflection_queries.drafts(session)
        return [
            WaitingLine(
                Ref("reflection", draft.id),
                "layout-template",
                _("Continue: {title}").format(title=draft.title),
                _("Begun on {day}").format(day=day_long(draft.day)),
                None,
                False,
            )
            for draft in drafts
        ]

    def _debt(self, facts: Facts, now: Figures) -> list[WaitingLine]:
        before = debt(facts, now.on - timedelta(days=30))
        people = max(1, now.people)
        grown = band(before.total / (people * CAPACITY_DAYS))
        order = ("light", "worth-a-look", "heavy")
        if order.index(now.band) <= order.index(grown):
            return []
        return [
            WaitingLine(
                None,
                "hourglass",
                _("Outcome debt has grown to {days}").format(days=days(now.debt.total)),
                _("A month ago it was {days}").format(days=days(before.total)),
                None,
                False,
            )
        ]


def _moved(facts: Facts, today: date) -> set[str]:
    moved = weeks_of(facts).movements_between(today - MOVED_WITHIN, today)
    return {movement.outcome for movement in moved if movement.better}
