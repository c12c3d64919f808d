"""The questions at the end of a cycle in three steps: the cycle, its outcomes, the lesson."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from leadjournal.base.errors import InvalidValue, Problem
from leadjournal.base.words import _
from leadjournal.model.cycle import CycleChoice, CycleDraft
from leadjournal.ui.pages.outcomes.cycles.score_row import ScoreRow
from leadjournal.ui.pages.outcomes.cycles.words import what_happens
from leadjournal.ui.widgets.card import Divider, Well
from leadjournal.ui.widgets.form import Form
from leadjournal.ui.widgets.form_fields import fields_of
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.scroll import ScrollPage

if TYPE_CHECKING:
    from leadjournal.services.cycles import Proposal, Score, Standing
    from leadjournal.ui.theme.looks import Looks

Standings = Callable[[date, date], Sequence["Standing"]]
"""The outcomes to score, by the last day of the cycle and its closing day."""

SPAN, SCORES, LESSON = range(3)
_SPAN_NAMES = ["name", "since", "until", "closed_on"]
_SCROLL_BAR = 14
_ABOVE = 10
_AIR = 12


class ClosingForm(QStackedWidget):
    """One step at a time; everything typed in all of them can be taken down and typed again."""

    def __init__(self, looks: Looks, proposal: Proposal, standings: Standings) -> None:
        super().__init__()
        self.looks = looks
        self._proposal = proposal
        self._standings = standings
        self._said: dict[str, dict[str, Any]] = {}
        self._shown_for: tuple[date, date] | None = None
        self.rows: list[ScoreRow] = []
        self.span = Form(looks, fields_of(CycleDraft, _SPAN_NAMES))
        self.lesson = Form(looks, fields_of(CycleDraft, ["lesson"]))
        self._fill()
        self._outlook = Label(looks, "", "body", "text", wrap=True)
        self._wrong = Label(looks, "", "small", "danger", wrap=True)
        self._wrong.hide()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(16)
        self._pages = [ScrollPage(looks, spacing=16, edges=False) for _step in range(3)]
        self._lay_out()
        self.show_rows()

    @property
    def step(self) -> int:
        """Which step is shown: SPAN, SCORES or LESSON."""
        return self.currentIndex()

    def go(self, step: int) -> None:
        """Show a step, with what follows from the ones before."""
        if step == SCORES:
            self.show_rows()
        if step == LESSON:
            words = _("When you close it: {what}. Kept outcomes go on with their history.")
            happens = what_happens(row.choice() for row in self.rows)
            self._outlook.setText(words.format(what=happens))
        self.setCurrentIndex(step)

    def focus_first(self) -> None:
        """Put the cursor into the first question of the step."""
        if self.step == SCORES and self.rows:
            self.rows[0].score_editor.setFocus()
        elif self.step != SCORES:
            (self.span if self.step == SPAN else self.lesson).focus_first()

    def scores(self) -> list[Score]:
        """What each outcome is given."""
        return [row.score() for row in self.rows]

    def changed_outcomes(self) -> list[str]:
        """The outcomes that go on otherwise than before."""
        return [row.outcome_id for row in self.rows if row.choice() is CycleChoice.CHANGE]

    def draft(self) -> CycleDraft:
        """The cycle as it is to be closed."""
        return CycleDraft(**self.span.values(), **self.lesson.values())

    def show_rows(self) -> None:
        """One row for each outcome of the span; what was typed into a row comes with it."""
        values = self.span.values()
        span = (cast("date", values["until"]), cast("date", values["closed_on"]))
        if span == self._shown_for:
            return
        self._take_down()
        while item := self._rows.takeAt(0):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._shown_for = span
        today = self._proposal.closed_on
        self.rows = [ScoreRow(self.looks, each, today) for each in self._standings(*span)]
        for place, row in enumerate(self.rows):
            row.show_typed(self._said.get(row.outcome_id, {}))
            if place:
                self._rows.addWidget(Divider(self.looks))
            self._rows.addWidget(row)
        self._say_what_is_asked()

    def typed(self) -> dict[str, Any]:
        """What was typed in all three steps; nothing where all is as it was proposed."""
        from leadjournal.services.cycles import field_of

        self._take_down()
        rows = {
            field_of(name, outcome): value
            for outcome, said in self._said.items()
            for name, value in said.items()
        }
        return {**self.span.typed(), **rows, **self.lesson.typed()}

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """Type the same again."""
        self.span.show_typed({name: typed[name] for name in _SPAN_NAMES if name in typed})
        self.lesson.show_typed({name: typed[name] for name in ("lesson",) if name in typed})
        for key, value in typed.items():
            name, _blank, outcome = key.partition(" ")
            if outcome:
                self._said.setdefault(outcome, {})[name] = value
        for row in self.rows:
            row.show_typed(self._said.get(row.outcome_id, {}))
        self.show_rows()

    def begin_again(self) -> None:
        """Forget what was typed and show what is proposed."""
        self._fill()
        self._said = {}
        for row in self.rows:
            row.show_typed({})
        self.clear_problem()
        self.show_rows()
        self.go(SPAN)

    def show_problem(self, problem: Problem) -> None:
        """Show the step and the answer that is wrong."""
        self.clear_problem()
        name = (problem.field or "") if isinstance(problem, InvalidValue) else ""
        asked, _blank, outcome = name.partition(" ")
        row = next((each for each in self.rows if each.outcome_id == outcome), None)
        if row is not None:
            self.go(SCORES)
            row.set_error(asked, str(problem))
            self._bring_into_view(row.field(asked))
        elif name in _SPAN_NAMES:
            self.go(SPAN)
            self.span.show_problem(problem)
        elif self.step == SCORES:
            self._wrong.setText(str(problem))
            self._wrong.show()
        else:
            (self.span if self.step == SPAN else self.lesson).show_problem(problem)

    def clear_problem(self) -> None:
        """Take back what was said to be wrong."""
        self._wrong.hide()
        self._wrong.setText("")
        for form in (self.span, self.lesson):
            form.clear_problem()
        for row in self.rows:
            row.clear_errors()

    def problem(self) -> str:
        """What is said to be wrong."""
        said = [self.span.problem(), self.lesson.problem(), self._wrong.text()]
        return " ".join([*said, *(row.error() for row in self.rows)]).strip()

    def outlook(self) -> str:
        """What closing will do, in words."""
        return self._outlook.text()

    def _take_down(self) -> None:
        for row in self.rows:
            self._said.pop(row.outcome_id, None)
            if typed := row.typed():
                self._said[row.outcome_id] = typed

    def _fill(self) -> None:
        self.span.set_values({name: getattr(self._proposal, name) for name in _SPAN_NAMES})
        self.lesson.set_values({})

    def _say_what_is_asked(self) -> None:
        words = _("From 0, nothing has changed, to 1, all of it has. Proposed is what is shown.")
        if not self.rows:
            words = _("No outcome was active in these days: the lesson alone is kept.")
        self._asked.setText(words)

    def _bring_into_view(self, field: QWidget) -> None:
        # What is wrong makes a field taller, which is so after the next layout only.
        page = self._pages[SCORES]
        QTimer.singleShot(0, field, lambda: page.ensureWidgetVisible(field, 0, _AIR))

    def _lay_out(self) -> None:
        self._asked = Label(self.looks, "", "small", "text_2", wrap=True)
        well = Well(self.looks)
        well.column.addWidget(self._outlook)
        parts: tuple[tuple[QWidget, ...], ...] = (
            (self.span,),
            (self._asked, self._wrong),
            (self.lesson, well),
        )
        for page, widgets in zip(self._pages, parts, strict=True):
            page.column.setContentsMargins(2, _ABOVE, _SCROLL_BAR, 2)
            for widget in widgets:
                page.column.addWidget(widget)
        for form in (self.span, self.lesson):
            # What is left of the page belongs below all of it, not below the form.
            form.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._pages[SCORES].column.addLayout(self._rows)
        for page in self._pages:
            page.column.addStretch()
            self.addWidget(page)
