"""All promises as rows: open ones, what is in the way, and what is settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from leadjournal.base.formats import day_long
from leadjournal.base.words import _, isolated, ngettext
from leadjournal.ui.items.words import Mark

if TYPE_CHECKING:
    from leadjournal.model.action import Blocker
    from leadjournal.services.actions import PromiseRow

PROMISE, BLOCKER, SETTLED = "promise", "blocker", "settled"
HEADING, WORDS, FOLD = "heading", "words", "fold"
RECORDS = (PROMISE, BLOCKER, SETTLED)
_TOO_OFTEN = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the list; `warning` is said in the colour of what is due."""

    kind: str
    id: str = ""
    title: str = ""
    second: str = ""
    warning: str = ""
    icon: str = ""
    mark: Mark | None = None
    day: str = ""

    @property
    def is_chosen_from(self) -> bool:
        """Whether it can be chosen at all."""
        return self.kind in RECORDS or self.kind == FOLD

    @property
    def spoken(self) -> str:
        """All of it in words, for assistive technology."""
        badge = self.mark.words if self.mark else ""
        parts = [self.title, badge, self.second, self.warning, self.day]
        return ". ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Promised:
    """What the list is made of."""

    today: date
    promises: Sequence[PromiseRow]
    blockers: Sequence[Blocker]
    settled: Sequence[PromiseRow]
    names: dict[str, str]


def rows_of(known: Promised, *, unfolded: bool) -> list[Row]:
    """The rows from top to bottom."""
    rows = [Row(HEADING, title=_("Promises"))]
    rows += [_promise(each, known.today) for each in known.promises] or [
        Row(WORDS, title=_("Nothing is promised. Add what somebody will do, and by which day."))
    ]
    if known.blockers:
        rows.append(Row(HEADING, title=_("In the way")))
        rows += [_blocker(each, known) for each in known.blockers]
    if known.settled:
        rows.append(_fold(len(known.settled), unfolded))
    if unfolded:
        rows += [_settled(each, known.today) for each in known.settled]
    return rows


def state_of(known: Promised) -> str:
    """The promises in one sentence."""
    late = sum(1 for each in known.promises if each.due_on and each.due_on < known.today)
    count = len(known.promises)
    words = ngettext("{count} open promise", "{count} open promises", count).format(count=count)
    if not late:
        return words
    return _("{promises}, {late} overdue").format(promises=words, late=late)


def _promise(promise: PromiseRow, today: date) -> Row:
    is_due = promise.due_on is not None and promise.due_on <= today
    often = promise.carried >= _TOO_OFTEN
    moved = _moved(promise.carried)
    parts = [promise.owner or _("Nobody named yet"), _served(promise.outcome)]
    return Row(
        PROMISE,
        promise.id,
        promise.what,
        _together([*parts, "" if often else moved]),
        _("{moved}: do, delegate or drop?").format(moved=moved) if often else "",
        "circle",
        Mark("debt", _("Due"), "clock") if is_due else None,
        _day(promise.due_on, today) or _("No day"),
    )


def _settled(promise: PromiseRow, today: date) -> Row:
    dropped = bool(promise.dropped_because)
    reason = _("Dropped: {reason}").format(reason=promise.dropped_because) if dropped else _("Done")
    return Row(
        SETTLED,
        promise.id,
        promise.what,
        _together([reason, promise.owner, _served(promise.outcome)]),
        icon="minus" if dropped else "circle-check",
        day=_day(promise.settled_on, today),
    )


def _blocker(blocker: Blocker, known: Promised) -> Row:
    who = blocker.who or known.names.get(blocker.person_id or "", "")
    days = (known.today - blocker.opened_on).days
    since = ngettext("open for {count} day", "open for {count} days", days).format(count=days)
    return Row(
        BLOCKER,
        blocker.id,
        blocker.text,
        _together([who, since if days > 0 else _("open since today")]),
        icon="octagon-alert",
        day=_day(blocker.opened_on, known.today),
    )


def _fold(count: int, unfolded: bool) -> Row:
    words = (
        _("Hide what is settled")
        if unfolded
        else ngettext(
            "Show {count} settled promise", "Show {count} settled promises", count
        ).format(count=count)
    )
    return Row(FOLD, title=words, icon="chevron-down" if unfolded else "chevron-right")


def _moved(carried: int) -> str:
    if not carried:
        return ""
    return ngettext("moved once", "moved {count} times", carried).format(count=carried)


def _served(outcome: str) -> str:
    return _("for “{outcome}”").format(outcome=outcome) if outcome else ""


def _day(day: date | None, today: date) -> str:
    if day is None:
        return ""
    return _("Today") if day == today else day_long(day, today)


def _together(parts: Sequence[str]) -> str:
    return " · ".join(isolated(part) for part in parts if part)
