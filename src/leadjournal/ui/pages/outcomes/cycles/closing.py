"""The dialog that closes a cycle, in three steps that are kept until it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from leadjournal.base.errors import Problem
from leadjournal.base.words import _
from leadjournal.ui.dialogs.base import MARGIN
from leadjournal.ui.dialogs.kept_dialog import KeptDialog
from leadjournal.ui.pages.outcomes.cycles.closing_form import LESSON, SCORES, SPAN, ClosingForm
from leadjournal.ui.pages.outcomes.cycles.words import what_happens
from leadjournal.ui.widgets.announce import announce
from leadjournal.ui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.wrapping_row import WrappingRow

if TYPE_CHECKING:
    from leadjournal.ui.context import Context

_KEY = "close-cycle"
_WIDE, _TALL = 820, 600
_SIDES = 48


class ClosingDialog(KeptDialog):
    """Asks step by step; `closed` tells what was said of it and which outcomes are changed."""

    closed = Signal(str, list)

    def __init__(self, context: Context, parent: QWidget) -> None:
        self._cycles = context.workspace.cycles
        looks = context.looks
        self.form = ClosingForm(looks, self._cycles.proposal(), self._cycles.standings)
        super().__init__(context, parent, _("Close a cycle"), _KEY, self.form, width=_WIDE)
        self._step = Label(looks, "", "small-m", "text_2", wrap=True)
        self._resumed = Label(looks, _("Picked up where you stopped."), "small", "text_2")
        self.again_button = LinkButton(looks, _("Begin again"), "undo-2")
        self._kept_row = WrappingRow([self._resumed], [self.again_button])
        self.leave_button = SecondaryButton(looks, _("Leave for now"))
        self.back_button = SecondaryButton(looks, _("Back"))
        self.next_button = PrimaryButton(looks, _("Next"))
        for widget in (self._step, self._kept_row, self.form):
            self.column.addWidget(widget)
        self.column.setStretchFactor(self.form, 1)
        self.set_buttons(self.leave_button, self.back_button, self.next_button)
        self.leave_button.clicked.connect(self.reject)
        self.back_button.clicked.connect(lambda: self._go(self.form.step - 1))
        self.next_button.clicked.connect(self.go_on)
        self.again_button.clicked.connect(self._begin_again)

    def begin(self) -> None:
        """Show it, filled as far as it was; the program goes on."""
        self._kept_row.setVisible(self.kept.take_up())
        self._go(SPAN)
        self.open()
        self.form.focus_first()
        self.watch()

    def go_on(self) -> None:
        """Check the step and show the next one; at the last, close the cycle."""
        self.form.clear_problem()
        try:
            if self.form.step == SPAN:
                self._cycles.refuse_span(self.form.span.values())
            elif self.form.step == SCORES:
                self._cycles.refuse_scores(self.form.scores())
            else:
                self._close()
                return
        except Problem as problem:
            self.form.show_problem(problem)
            self._say_step()
            return
        self._go(self.form.step + 1)

    def reject(self) -> None:
        # Nothing is lost: what was typed is taken up again the next time.
        self.put_by()
        super().reject()

    def _close(self) -> None:
        made = self._cycles.close(self.form.draft(), self.form.scores())
        self.kept.forget()
        happens = what_happens(row.choice() for row in self.form.rows)
        said = _("Closed {cycle}: {what}").format(cycle=made.name, what=happens)
        self.accept()
        self.closed.emit(said, self.form.changed_outcomes())

    def _go(self, step: int) -> None:
        self.form.go(step)
        self._say_step()
        self.form.focus_first()
        announce(self, self._step.text())

    def _say_step(self) -> None:
        step = self.form.step
        titles = (_("the cycle"), _("how each outcome stands"), _("what was learned"))
        words = _("Step {n} of 3: {title}")
        self._step.setText(words.format(n=step + 1, title=titles[step]))
        self.back_button.setVisible(step > SPAN)
        self.next_button.setText(_("Close the cycle") if step == LESSON else _("Next"))
        self.fit()

    def _begin_again(self) -> None:
        self.kept.forget()
        self.form.begin_again()
        self.kept.take_up()
        self._kept_row.hide()
        self._go(SPAN)

    def fit(self) -> None:
        """Stay as large in each step, so that its buttons stay where they are."""
        parent = self.parentWidget()
        if parent is None:
            return
        wide = min(self.looks.scaled(_WIDE), parent.width() - MARGIN)
        self.setFixedWidth(wide)
        self._stack_buttons(wide - _SIDES)
        self.resize(wide, min(self.looks.scaled(_TALL), parent.height() - MARGIN))
