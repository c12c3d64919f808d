"""What Today shows: what waits, the figures in a sentence each, and the day in a sentence."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from leadjournal.base.formats import day_long, month_name, number
from leadjournal.base.words import _, ngettext
from leadjournal.model.catalogue import Ref
from leadjournal.model.outcome import Outcome
from leadjournal.model.output import Output
from leadjournal.rules.debt import CAPACITY_DAYS, Debt, band
from leadjournal.rules.facts import Facts
from leadjournal.rules.standing import is_active, last_review
from leadjournal.rules.trend import trend
from leadjournal.services.actions import Actions
from leadjournal.services.figures import FigurePoint, Figures, FigureService
from leadjournal.store.journal_file import Journal
from leadjournal.store.queries import records
from leadjournal.store.queries import reflections as reflection_queries

LOOK_AHEAD = timedelta(days=28)
REVIEW_AFTER = timedelta(days=90)
MOVED_WITHIN = timedelta(days=31)
SMALLEST_STEP = 0.5


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
class FigureCard:
    """One of the three figures: its words, its badge and the points of its small line."""

    id: str
    label: str
    value: str
    unit: str
    badge: str
    badge_kind: str
    badge_icon: str
    sentence: str
    points: tuple[float, ...]


class Today:
    """Puts the day together from what the journal holds."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._figures = FigureService(journal)

    def waiting(self, limit: int | None = None) -> list[WaitingLine]:
        """What is due within four weeks, oldest promise first, then what has no day."""
        today = self._journal.clock.today()
        with self._journal.reading() as session:
            facts = self._figures.facts()
            outcomes = records.every(session, Outcome)
        lines = [
            *self._reviews(facts, outcomes, today),
            *self._actions(today),
            *self._outputs(today),
            *self._drafts(),
            *self._debt(facts, today),
        ]
        lines.sort(key=lambda line: (line.due is None, line.due or today))
        return lines[:limit]

    def sentence(self) -> str:
        """The day in a sentence: the week of the journal and what has moved."""
        today = self._journal.clock.today()
        facts = self._figures.facts()
        if facts.first_week is None:
            return _("A new journal. One line is enough for a beginning.")
        week = max(1, (today - facts.first_week).days // 7 + 1)
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

    def cards(self) -> list[FigureCard]:
        """Outcome debt, line of sight and momentum."""
        facts = self._figures.facts()
        figures = self._figures.on(facts=facts)
        points = self._figures.history(facts=facts)
        return [_debt_card(figures, points), _sight_card(figures, points),
                _momentum_card(figures, points)]  # fmt: skip

    def _reviews(self, facts: Facts, outcomes: Iterable[Outcome], today: date) -> list[WaitingLine]:
        lines = []
        for outcome in outcomes:
            fact = facts.outcome_by_id[outcome.id]
            if not is_active(fact, today):
                continue
            review = last_review(fact, today)
            due = outcome.review_on or (
                (review.day if review else outcome.created_on) + REVIEW_AFTER
            )
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
                        _("Review: {outcome}").format(outcome=outcome.statement),
                        last,
                        due,
                        due < today,
                    )
                )
        return lines

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
            outputs = records.every(session, Output)
        return [
            WaitingLine(
                Ref("output", output.id),
                "package",
                output.title,
                _("Output, {days} days of work, not finished yet").format(days=number(output.size)),
                output.due_on,
                output.due_on < today,
            )
            for output in outputs
            if output.due_on is not None
            and output.due_on <= today + LOOK_AHEAD
            and output.finished_on is None
            and output.stopped_on is None
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

    def _debt(self, facts: Facts, today: date) -> list[WaitingLine]:
        now = self._figures.on(today, facts)
        before = self._figures.on(today - timedelta(days=30), facts)
        people = max(1, now.people)
        grown = band(before.debt.total / (people * CAPACITY_DAYS))
        order = ("light", "worth-a-look", "heavy")
        if order.index(now.band) <= order.index(grown):
            return []
        return [
            WaitingLine(
                None,
                "hourglass",
                _("Outcome debt has grown to {days} days").format(days=number(now.debt.total)),
                _("A month ago it was {days} days").format(days=number(before.debt.total)),
                None,
                False,
            )
        ]


def _moved(facts: Facts, today: date) -> set[str]:
    moved = facts.movements_between(today - MOVED_WITHIN, today)
    return {movement.outcome for movement in moved if movement.better}


def _since(points: list[FigurePoint]) -> str:
    going = trend([(point.day, point.debt) for point in points], within=SMALLEST_STEP)
    if going.way == "level" or going.since is None:
        return ""
    month = month_name(going.since.month)
    return (
        _("Rising since {month}.") if going.way == "rising" else _("Falling since {month}.")
    ).format(month=month)


def _largest(debt: Debt) -> str:
    owed = sorted((row for row in debt.rows if row.days >= 1), key=lambda row: -row.days)[:2]
    if not owed:
        return _("Finished work has shown what it changed.")
    titles = [_("“{title}”").format(title=_shortened(row.title)) for row in owed]
    if len(titles) == 1:
        return _("Most of it: {title}.").format(title=titles[0])
    return _("Most of it: {first} and {second}.").format(first=titles[0], second=titles[1])


def _shortened(title: str, most: int = 34) -> str:
    if len(title) <= most:
        return title
    return title[:most].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"


def _debt_card(figures: Figures, points: list[FigurePoint]) -> FigureCard:
    words = {
        "light": (_("Light"), "good"),
        "worth-a-look": (_("Worth a look"), "debt"),
        "heavy": (_("Heavy"), "debt"),
    }
    badge, kind = words[figures.band]
    going = _since(points)
    rising = going.startswith(_("Rising since {month}.").split("{", 1)[0])
    sentence = f"{going} {_largest(figures.debt)}".strip()
    if not figures.debt.finished:
        badge, kind, sentence = "", "plain", _("Nothing is finished yet, so nothing waits.")
    return FigureCard(
        "debt",
        _("Outcome debt"),
        number(round(figures.debt.total), 0),
        ngettext("day of work", "days of work", round(figures.debt.total)),
        badge,
        kind,
        "trending-up" if rising else "arrow-down-right" if going else "",
        sentence,
        tuple(point.debt for point in points),
    )


def _sight_card(figures: Figures, points: list[FigurePoint]) -> FigureCard:
    sight = figures.line_of_sight
    repairs = len(sight.repairs)
    titles = [repair.title for repair in sight.repairs if repair.kind == "output"][:2]
    if sight.share is None:
        sentence = _("Write down an output to see where it leads.")
    elif titles:
        sentence = ngettext(
            "{titles} leads to no outcome yet.", "{titles} lead to no outcome yet.", len(titles)
        ).format(titles=_(" and ").join(_shortened(title) for title in titles))
    elif repairs:
        sentence = _("Some outcomes have no why yet.")
    else:
        sentence = _("Every output leads to a why.")
    return FigureCard(
        "line-of-sight",
        _("Line of sight"),
        f"{sight.share * 100:.0f}%" if sight.share is not None else "–",
        _("of outputs"),
        ngettext("{count} to repair", "{count} to repair", repairs).format(count=repairs)
        if repairs
        else "",
        "debt" if repairs else "good",
        "unlink" if repairs else "",
        sentence,
        tuple(point.line_of_sight for point in points if point.line_of_sight is not None),
    )


def _momentum_card(figures: Figures, points: list[FigurePoint]) -> FigureCard:
    words = {
        "too-early": ("", "plain", ""),
        "sliding-back": (_("Sliding back"), "bad", "arrow-down-right"),
        "losing-speed": (_("Losing speed"), "debt", "arrow-down-right"),
        "steady": (_("Steady"), "plain", "minus"),
        "gaining": (_("Gaining"), "good", "trending-up"),
        "strong": (_("Strong"), "good", "trending-up"),
    }
    badge, kind, icon = words[figures.momentum.band]
    value = figures.momentum.value
    return FigureCard(
        "momentum",
        _("Momentum"),
        "–" if value is None else str(value),
        _("last full week") if value is not None else "",
        badge,
        kind,
        icon,
        _("Too early to say: three weeks with something noted are needed.")
        if value is None
        else _("Fifty is standing still."),
        tuple(point.momentum for point in points if point.momentum is not None),
    )
