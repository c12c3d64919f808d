"""All promises, wired: what is wished for is asked, done and said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leadjournal.base.errors import Problem
from leadjournal.base.formats import day_long
from leadjournal.base.words import _, shortened
from leadjournal.model.action import ActionDraft, BlockerDraft
from leadjournal.model.catalogue import Ref
from leadjournal.ui.dialogs.choosing import Choosing
from leadjournal.ui.dialogs.form_dialog import FormDialog, FormWords
from leadjournal.ui.lens_watch import LensWatch, Watched
from leadjournal.ui.pages.today import promise_forms as forms
from leadjournal.ui.pages.today.promise_rows import BLOCKER, Promised, Row, rows_of, state_of
from leadjournal.ui.pages.today.promises_view import PromisesView
from leadjournal.ui.shape import shape_of
from leadjournal.ui.widgets.form import Form
from leadjournal.ui.widgets.form_fields import FormField

if TYPE_CHECKING:
    from datetime import date

    from leadjournal.ui.context import Context

_SETTLED = 500
_LONGEST = 48
_WHAT = Watched("what", "action")
_A_WEEK = timedelta(days=7)

Answers = dict[str, Any]


class PromisesRoom(QWidget):
    """Knows the journal; what it shows is in its view."""

    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._unfolded = False
        self._choosing = Choosing(context)
        self._deeds: dict[str, Callable[[Row], None]] = {
            "done": self._done,
            "close": self._close,
            "reopen": self._reopen,
            "move": self._move,
            "drop": self._drop,
            "edit": self._edit,
            "remove": self._remove,
        }
        self.view = PromisesView(context.looks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.view.left.connect(self.left)
        self.view.add_wanted.connect(self.add_promise)
        self.view.blocker_wanted.connect(self.add_blocker)
        self.view.folded.connect(self._fold)
        self.view.wished.connect(lambda act, row: self._deeds[act](row))
        context.looks.changed.connect(self._take_shape)
        if context.workspace.read_only:
            self.view.set_read_only(_("This journal is open for reading only."))

    def refresh(self) -> None:
        """Show what is promised now."""
        space = self.context.workspace
        known = Promised(
            self._today(),
            space.actions.promises(),
            space.blockers.open_ones(),
            space.actions.settled(_SETTLED),
            space.people.names(),
        )
        self.view.show_rows(rows_of(known, unfolded=self._unfolded), state_of(known))

    def reveal(self, ref: Ref) -> None:
        """Choose a promise or a blocker; a settled one unfolds the others."""
        self.refresh()
        if not self.view.list.choose(ref.id) and not self._unfolded:
            self._unfolded = True
            self.refresh()
            self.view.list.choose(ref.id)

    def take_focus(self) -> None:
        """Put the keyboard into the list."""
        self.view.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def add_promise(self) -> None:
        """Ask for a new promise."""

        def write(answers: Answers) -> None:
            made = self.context.workspace.actions.add(ActionDraft(**answers))
            self._say(_("Promise added"), made.id)

        words = FormWords(_("A new promise"), _("Add promise"))
        values = {"due_on": self._today() + _A_WEEK}
        self._ask(words, forms.promise_form(with_day=True), values, write, lens=_WHAT)

    def add_blocker(self) -> None:
        """Ask for something that is in the way."""

        def write(answers: Answers) -> None:
            made = self.context.workspace.blockers.add(BlockerDraft(**answers))
            self._say(_("Blocker added"), made.id)

        words = FormWords(_("A new blocker"), _("Add blocker"))
        self._ask(words, forms.blocker_form(), {"opened_on": self._today()}, write)

    def _done(self, row: Row) -> None:
        self._try(lambda: self.context.workspace.actions.done(row.id), _("Done: {what}"), row)

    def _close(self, row: Row) -> None:
        self._try(
            lambda: self.context.workspace.blockers.close(row.id), _("Out of the way: {what}"), row
        )

    def _reopen(self, row: Row) -> None:
        self._try(
            lambda: self.context.workspace.actions.reopen(row.id), _("Open again: {what}"), row
        )

    def _remove(self, row: Row) -> None:
        space = self.context.workspace
        service = space.blockers if row.kind == BLOCKER else space.actions
        self._try(lambda: service.remove(row.id), _("Moved to the trash: {what}"), row)

    def _move(self, row: Row) -> None:
        def write(answers: Answers) -> None:
            moved = self.context.workspace.actions.move(row.id, **answers_of_move(answers))
            day = day_long(cast("date", moved.due_on), self._today())
            self._say(_("Moved to {day}").format(day=day), row.id)

        due = self._due(row)
        words = FormWords(_("Move this promise"), _("Move"), row.title, row.id)
        values = {"to_due": max(due or self._today(), self._today()) + _A_WEEK}
        self._ask(words, forms.move_form(), values, write)

    def _drop(self, row: Row) -> None:
        def write(answers: Answers) -> None:
            self.context.workspace.actions.drop(row.id, answers["reason"])
            self._say(_("Dropped: {what}").format(what=shortened(row.title, _LONGEST)), "")

        words = FormWords(_("Drop this promise"), _("Drop"), row.title, row.id)
        self._ask(words, forms.drop_form(), {}, write)

    def _edit(self, row: Row) -> None:
        space = self.context.workspace
        service = space.blockers if row.kind == BLOCKER else space.actions
        try:
            record: Any = service.get(row.id)
        except Problem as problem:
            self.context.fail(problem)
            return
        if row.kind == BLOCKER:
            asked, title = forms.blocker_form(), _("Edit blocker")
        else:
            asked = forms.promise_form(with_day=record.due_on is None)
            title = _("Edit promise")

        def write(answers: Answers) -> None:
            if answers:
                service.edit(row.id, **answers)
                self._say(_("Saved"), row.id)

        values = {field.name: getattr(record, field.name) for field in asked}
        words = FormWords(title, _("Save"), about=row.id)
        lens = _WHAT._replace(record=row.id) if row.kind != BLOCKER else None
        self._ask(words, asked, values, write, only_changes=True, lens=lens)

    def _ask(
        self,
        words: FormWords,
        asked: list[FormField],
        values: Mapping[str, object],
        write: Callable[[Answers], None],
        *,
        only_changes: bool = False,
        lens: Watched | None = None,
    ) -> None:
        form = Form(self.context.looks, asked, choose=self._choosing)
        form.set_values(values)

        def save(filled: Form) -> None:
            if only_changes:
                self._choosing.save(filled.changes(), write, words.title)
            else:
                self._choosing.save(filled.values(), write, words.save)

        dialog = FormDialog(self.context, self, words, form, save)
        if lens is not None:
            LensWatch(self.context, form, lens)
        dialog.begin()

    def _try(self, deed: Callable[[], object], said: str, row: Row) -> None:
        try:
            deed()
        except Problem as problem:
            self.context.fail(problem)
        else:
            self._say(said.format(what=shortened(row.title, _LONGEST)), "")

    def _say(self, sentence: str, id_: str) -> None:
        self.refresh()
        if id_:
            self.view.list.choose(id_)
        self.context.say_undoable(sentence)

    def _due(self, row: Row) -> date | None:
        promises = self.context.workspace.actions.promises()
        return next((each.due_on for each in promises if each.id == row.id), None)

    def _fold(self) -> None:
        self._unfolded = not self._unfolded
        self.refresh()

    def _today(self) -> date:
        return self.context.workspace.clock.today()

    def _take_shape(self) -> None:
        self.view.set_shape(shape_of(self.window().width(), self.context.looks.factor))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_shape()


def answers_of_move(answers: Answers) -> Answers:
    """The answers of the form as the service takes them."""
    return {"to": answers["to_due"], "reason": answers.get("reason") or ""}
