"""The form by which finished work leaves the debt: it follows the day and what is ticked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, cast

from leadjournal.base.formats import days
from leadjournal.base.words import _, ngettext
from leadjournal.model.debt_exit import ExitWay
from leadjournal.ui.widgets.answers import DayAnswer
from leadjournal.ui.widgets.card import TintedCard
from leadjournal.ui.widgets.form import Form
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.option_list import OptionList
from leadjournal.ui.widgets.tick_list import TickList, TickRow

if TYPE_CHECKING:
    from leadjournal.services.debt_exits import DebtExits, Waiting
    from leadjournal.ui.theme.looks import Looks


class ExitForm:
    """Keeps an open form true: which ways are open, what each output owes, how much would leave."""

    def __init__(self, looks: Looks, form: Form, exits: DebtExits, outcome_id: str | None) -> None:
        self.form = form
        self._exits = exits
        self._outcome_id = outcome_id
        self._owed: dict[str, float] = {}
        self._ways = cast("OptionList", form.editor("way"))
        self._outputs = cast("TickList", form.editor("outputs"))
        self._day = cast("DayAnswer", form.editor("day"))
        card = TintedCard(looks, "debt")
        self.leaves = Label(looks, "", "small-m", card.ink, wrap=True)
        card.column.addWidget(self.leaves)
        form.add_below("outputs", card)
        self._ways.chosen.connect(lambda _way: self._say())
        self._outputs.ticked.connect(self._say)
        self._day.day_changed.connect(lambda _day: self.follow())
        self.follow()

    def follow(self) -> None:
        """Show what is true on the day that is chosen."""
        day = self._day.value()
        if day is None:
            return
        waiting = self._exits.waiting(self._outcome_id, day)
        for way in ExitWay:
            self._ways.close_way(way, waiting.closed.get(way, ""))
        self._owed = {one.id: one.days for one in waiting.outputs}
        self._outputs.show_rows([self._row(row) for row in self._outputs.rows()])
        self._say()

    def answers(self) -> tuple[ExitWay | None, Sequence[str], date | None]:
        """The way, the ticked outputs that owe on the day, and the day."""
        ticked = [id_ for id_ in self._outputs.value() if id_ in self._owed]
        return cast("ExitWay | None", self._ways.value()), ticked, self._day.value()

    def _row(self, row: TickRow) -> TickRow:
        owed = self._owed.get(row.value)
        return replace(row, right=_("owes nothing that day") if owed is None else days(owed))

    def _say(self) -> None:
        way, ticked, _day = self.answers()
        self.leaves.setText(leaving_words(way, [self._owed[id_] for id_ in ticked]))
        self.form.unfolded.emit()


def leaving_words(way: ExitWay | None, owed: Sequence[float]) -> str:
    """How much leaves the debt when the form is saved."""
    if not owed:
        return _("Nothing is ticked that owes something.")
    count, leaving = len(owed), days(sum(owed))
    if way in (ExitWay.STOPPED, ExitWay.REJECTED):
        words = ngettext(
            "{days} leave the debt with {n} output, and are written off.",
            "{days} leave the debt with {n} outputs, and are written off.",
            count,
        )
    else:
        words = ngettext(
            "{days} leave the debt with {n} output.",
            "{days} leave the debt with {n} outputs.",
            count,
        )
    return words.format(days=leaving, n=count)


def waiting_choices(waiting: Waiting) -> list[tuple[str, object]]:
    """The outputs that wait, to be ticked."""
    return [(one.title, one.id) for one in waiting.outputs]
