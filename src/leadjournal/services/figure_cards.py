"""The three figures of Today in words: value, badge, a sentence and the points of a small line."""

from collections.abc import Sequence
from dataclasses import dataclass

from leadjournal.base.formats import month_name, number
from leadjournal.base.words import _, ngettext
from leadjournal.rules.debt import Debt
from leadjournal.rules.trend import trend
from leadjournal.services.figures import FigurePoint, Figures

SMALLEST_STEP = 0.5


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


def figure_cards(figures: Figures, points: Sequence[FigurePoint]) -> tuple[FigureCard, ...]:
    """Outcome debt, line of sight and momentum, with their last months."""
    return (
        _debt_card(figures, points),
        _sight_card(figures, points),
        _momentum_card(figures, points),
    )


def _since(points: Sequence[FigurePoint]) -> str:
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


def _debt_card(figures: Figures, points: Sequence[FigurePoint]) -> FigureCard:
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


def _sight_card(figures: Figures, points: Sequence[FigurePoint]) -> FigureCard:
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


def _momentum_card(figures: Figures, points: Sequence[FigurePoint]) -> FigureCard:
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
