"""Walks a guide in the window: shows, saves and moves, until it is finished or left."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from leadjournal.base.errors import NotFound, Problem
from leadjournal.base.formats import clock_time
from leadjournal.base.words import _, ngettext
from leadjournal.model.record import clean
from leadjournal.rules.answers import fault_of
from leadjournal.ui.autosave import Autosave
from leadjournal.ui.dialogs.naming import Naming
from leadjournal.ui.pages.templates.link_editor import LinkChoice, LinkEditor
from leadjournal.ui.pages.templates.walk import Walk

if TYPE_CHECKING:
    from leadjournal.model.reflection import Reflection
    from leadjournal.services.unsaved import Unsaved
    from leadjournal.ui.context import Context
    from leadjournal.ui.pages.templates.run_view import RunView

SOURCE = "guide"


class GuideRun(QObject):
    """Between the view, which knows no journal, and the guides, which know no view."""

    finished = Signal(object)
    left = Signal()

    def __init__(self, context: Context, view: RunView) -> None:
        super().__init__(view)
        self._context = context
        self._guides = context.workspace.guides
        self._view = view
        self._note = ""
        self._typed: tuple[str, object] | None = None
        self._writing = False
        self.walk: Walk | None = None
        self._autosave = Autosave(
            self, context.jobs, context.save_state, self._typed_text, self._save_typed
        )
        view.typed.connect(self._take_typed)
        view.settled.connect(self._take)
        view.made.connect(self._make)
        view.rename_wished.connect(self._rename)
        view.next_wanted.connect(self._next)
        view.skip_wanted.connect(self._next)
        view.back_wanted.connect(self._back)
        view.step_wanted.connect(self.go)
        view.short_wanted.connect(self._set_short)
        view.left.connect(self.leave)

    def begin(self, draft: Reflection) -> None:
        """Walk this draft from where it was left."""
        self.save()
        template = self._guides.template_of(draft)
        links = dict(self._guides.link_words(template))
        self.walk = Walk(draft.id, template, dict(draft.answers), draft.position, links=links)
        self._note = self._note_on(draft)
        self._show()

    def refresh(self) -> None:
        """The journal has changed: show it, unless it is only what was typed here."""
        if self.walk is None or self._writing or self._autosave.is_waiting:
            return
        try:
            draft = self._guides.get(self.walk.id)
        except NotFound:
            self.end()
            return
        if draft.finished is not None:
            self.end()
            return
        links = dict(self._guides.link_words(self.walk.template))
        present = {name: _stored(each) for name, each in self.walk.answers.items()}
        if draft.answers != present or links != self.walk.links:
            self.walk.answers, self.walk.links = dict(draft.answers), links
            self._show()

    def save(self) -> bool:
        """Put on the disk what was typed; tells whether all of it is there."""
        return self._autosave.flush()

    def unsaved(self) -> Sequence[Unsaved]:
        """The answer that could not be saved."""
        if self.walk is None or self._typed is None or not self._autosave.is_waiting:
            return ()
        from leadjournal.services.unsaved import Unsaved

        step_id, value = self._typed
        step = self.walk.template.step(step_id)
        words = f"{step.prompt}\n\n{self.walk.words(step)}" if step is not None else ""
        return (Unsaved.of_answer(self.walk.id, step_id, value, words),)

    def let_unsaved_go(self) -> None:
        """It is safe elsewhere."""
        self._autosave.forget()

    def leave(self) -> None:
        """Stop here; a draft with answers is kept. What cannot be saved stays on the screen."""
        if self.save():
            self.let_go()
            self.end()

    def let_go(self) -> bool:
        """Remove the draft if nothing was answered; whether that was so."""
        if self.walk is None or not self.save():
            return False
        try:
            with self._own_change():
                return self._guides.let_go(self.walk.id)
        except NotFound:
            return False

    def go(self, step_id: str, complaint: str = "") -> None:
        """Show a question."""
        walk = self._present()
        if not self.save():
            return
        walk.position = step_id
        try:
            with self._own_change():
                self._guides.move(walk.id, step_id, source=SOURCE)
        except Problem as problem:
            self._context.fail(problem)
        self._show(complaint)

    def _show(self, complaint: str = "") -> None:
        walk = self._present()
        self._view.show_walk(walk, self._note if walk.place == 0 else "")
        question = self._view.question
        if question is not None and isinstance(question.editor, LinkEditor):
            self._offer(question.editor)
        if question is not None:
            question.complain(complaint)
        self._view.take_focus()

    def _offer(self, editor: LinkEditor) -> None:
        kind = editor.step.to
        choices = [LinkChoice(each.id, each.words) for each in self._guides.choices(kind)]
        known = {each.id for each in choices}
        # A record that was retired since is no longer offered, and yet stays chosen.
        value = self._present().answers.get(editor.step.id, [])
        for id_ in value if isinstance(value, list) else [value]:
            if id_ not in known and id_ in self._present().links:
                choices.append(LinkChoice(id_, self._present().links[id_]))
        editor.offer(choices, can_make=self._guides.can_make(kind))

    def _take_typed(self, step_id: str, value: object) -> None:
        walk = self._present()
        step = walk.template.step(step_id)
        if step is not None and (fault := fault_of(step, value)):
            self._complain(fault)
            return
        walk.take(step_id, value)
        self._typed = (step_id, value)
        self._autosave.touched()

    def _take(self, step_id: str, value: object) -> None:
        walk = self._present()
        try:
            with self._own_change():
                self._guides.answer(walk.id, step_id, value, source=SOURCE)
        except Problem as problem:
            self._complain(problem.happened)
            return
        walk.take(step_id, value)
        self._view.show_answers(walk)

    def _make(self, step_id: str, words: str) -> None:
        walk = self._present()
        try:
            with self._own_change():
                made = self._guides.make(walk.id, step_id, words, source=SOURCE)
        except Problem as problem:
            self._complain(str(problem))
            return
        walk.answers = dict(self._guides.get(walk.id).answers)
        walk.links[made.id] = made.words
        self._show()

    def _rename(self, kind: str, id_: str) -> None:
        if self.save():
            Naming(self._context).rename(self._view, kind, id_, self.refresh)

    def _next(self) -> None:
        step = self._present().next_step()
        if step is None:
            self._finish()
        else:
            self.go(step.id)

    def _back(self) -> None:
        step = self._present().previous_step()
        if step is None:
            self.leave()
        else:
            self.go(step.id)

    def _set_short(self, short: bool) -> None:
        if self.save():
            self._present().short = short
            self._show()

    def _finish(self) -> None:
        walk = self._present()
        if not self.save():
            return
        if lacking := walk.missing:
            sentence = ngettext(
                "This question still needs an answer; then you can finish.",
                "{count} questions still need an answer; this is the first of them.",
                len(lacking),
            )
            self.go(lacking[0].id, sentence.format(count=len(lacking)))
            return
        self._context.save_state.speak_of_draft(False)
        try:
            with self._own_change():
                entry = self._guides.finish(walk.id)
        except Problem as problem:
            self._context.save_state.speak_of_draft(True)
            self._context.fail(problem)
            return
        self.walk = None
        self.finished.emit(entry)

    @contextmanager
    def _own_change(self) -> Iterator[None]:
        """What is written here is on the screen already: its event is only an echo."""
        self._writing = True
        try:
            yield
        finally:
            self._writing = False

    def end(self) -> None:
        """No guide is walked any more."""
        self._autosave.forget()
        self.walk = None
        self.left.emit()

    def _complain(self, sentence: str) -> None:
        if self._view.question is not None:
            self._view.question.complain(sentence)

    def _note_on(self, draft: Reflection) -> str:
        entry = self._guides.rewrites(draft.id)
        if entry is None:
            return ""
        return _(
            "You finished this at {time}. When you finish again, the entry takes the new answers; "
            "what you added to it by hand stays."
        ).format(time=clock_time(entry.created))

    def _present(self) -> Walk:
        if self.walk is None:
            raise NotFound(_("No guide is open."))
        return self.walk

    def _typed_text(self) -> str:
        return json.dumps([self.walk.id if self.walk else "", self._typed])

    def _save_typed(self, text: str) -> object:
        id_, typed = json.loads(text)
        step_id, value = typed
        return self._guides.answer(id_, step_id, value, source=SOURCE)


def _stored(value: object) -> object:
    """The value as the journal keeps it."""
    if isinstance(value, str):
        return clean(value)
    return [_stored(each) for each in value] if isinstance(value, list) else value
