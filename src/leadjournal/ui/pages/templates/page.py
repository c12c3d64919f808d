"""Templates: the catalogue, a guide being walked, and what it left behind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from leadjournal.base import formats
from leadjournal.base.errors import NotFound, Problem
from leadjournal.base.words import _
from leadjournal.model.catalogue import Ref
from leadjournal.model.entry import EntryKind
from leadjournal.rules import guide
from leadjournal.rules.template import AREAS
from leadjournal.ui.page import Page
from leadjournal.ui.pages.templates.catalogue import (
    Catalogue,
    DraftWords,
    Group,
    TemplateWords,
)
from leadjournal.ui.pages.templates.finished import Finished
from leadjournal.ui.pages.templates.finished_words import finished_words
from leadjournal.ui.pages.templates.guide_run import GuideRun
from leadjournal.ui.pages.templates.run_view import RunView

if TYPE_CHECKING:
    from leadjournal.model.entry import Entry
    from leadjournal.model.reflection import Reflection
    from leadjournal.rules.template import Template
    from leadjournal.services.unsaved import Unsaved
    from leadjournal.ui.context import Context

_GUIDE = "guide:"


class TemplatesPage(Page):
    """Where guides are started, walked and finished."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._guides = context.workspace.guides
        self._done: Entry | None = None
        self.catalogue = Catalogue(context.looks)
        self.runner = RunView(context.looks)
        self.finished = Finished(context.looks)
        self._run = GuideRun(context, self.runner)
        self._views = QStackedWidget()
        for view in (self.catalogue, self.runner, self.finished):
            self._views.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._views)
        self.catalogue.started.connect(self.run)
        self.catalogue.resumed.connect(self.resume)
        self.catalogue.discarded.connect(self._discard)
        self._run.finished.connect(self._show_finished)
        self._run.left.connect(self.show_catalogue)
        self.finished.opened.connect(self._open_entry)
        self.finished.reopened.connect(self._reopen)
        self.finished.left.connect(self.show_catalogue)

    def run(self, template_id: str, given: Mapping[str, Any] | None = None) -> None:
        """Start a guide, or go on with today's draft of it; `given` answers are filled in."""
        self._try(lambda: self._guides.start(template_id, given=given))

    def resume(self, reflection_id: str) -> None:
        """Go on with a draft."""
        self._try(lambda: self._guides.get(reflection_id))

    def again(self, entry_id: str) -> None:
        """Reopen the answers behind an entry."""
        self._try(lambda: self._guides.again(entry_id))

    def show_catalogue(self) -> None:
        """Show what can be walked."""
        self._done = None
        self._views.setCurrentWidget(self.catalogue)
        self._fill_catalogue()
        self.catalogue.take_focus()
        self._tell_place()

    def begin(self, what: str = "") -> None:
        if what.startswith(_GUIDE):
            self.run(what.removeprefix(_GUIDE))

    def refresh(self) -> None:
        if self._run.walk is not None:
            self._run.refresh()
        elif self._done is not None:
            self._refresh_finished(self._done)
        else:
            self._fill_catalogue()

    def reveal(self, ref: Ref) -> None:
        if ref.kind != "reflection":
            return
        if self._guides.get(ref.id).finished is None:
            self.resume(ref.id)
        elif (entry := self._guides.written(ref.id)) is not None:
            self.context.go(Ref("entry", entry.id))

    def record(self) -> Ref | None:
        walk = self._run.walk
        return Ref("reflection", walk.id) if walk is not None else None

    def leave(self) -> None:
        self._run.save()

    def place(self) -> Mapping[str, Any]:
        # At which question it was left is kept with the guide's draft.
        walk = self._run.walk
        return {"guide": walk.id, "template": walk.template.id} if walk is not None else {}

    def return_to(self, place: Mapping[str, Any]) -> None:
        guide_id, template_id = place.get("guide"), place.get("template")
        if not isinstance(guide_id, str) or not isinstance(template_id, str):
            return
        try:
            if self._guides.get(guide_id).finished is None:
                self.resume(guide_id)
        except NotFound:
            # Without an answer its draft was let go when the page went.
            if not self.context.workspace.read_only:
                self.run(template_id)

    def unsaved(self) -> Sequence[Unsaved]:
        return self._run.unsaved()

    def let_unsaved_go(self) -> None:
        self._run.let_unsaved_go()

    def trail(self) -> Iterable[str]:
        if self._run.walk is not None:
            return (self._run.walk.template.title,)
        return (self._guides.get(self._done.reflection_id or "").title,) if self._done else ()

    def _try(self, begin: Any) -> None:
        try:
            self._run.save()
            self.context.save_state.speak_of_draft(True)
            draft = begin()
        except Problem as problem:
            self._tell_place()
            self.context.fail(problem)
            return
        self._done = None
        self._views.setCurrentWidget(self.runner)
        self._run.begin(draft)
        self._tell_place()

    def _tell_place(self) -> None:
        self.context.save_state.speak_of_draft(self._run.walk is not None and self.isVisible())
        self.context.title_changed()

    def _show_finished(self, entry: Entry) -> None:
        self._done = entry
        reflection = self._guides.get(entry.reflection_id or "")
        self.finished.show_entry(finished_words(entry, reflection))
        self._views.setCurrentWidget(self.finished)
        self.finished.open_button.setFocus()
        daily = entry.kind is EntryKind.DAILY
        saved = _("Check-in saved") if daily else _("{guide} saved")
        self.context.say_undoable(saved.format(guide=reflection.title))
        self._tell_place()

    def _refresh_finished(self, done: Entry) -> None:
        try:
            entry = self.context.workspace.entries.get(done.id)
            reflection = self._guides.get(entry.reflection_id or "")
        except NotFound:
            self._follow_undo(done.reflection_id or "")
            return
        if reflection.id != done.reflection_id:
            self._follow_undo(done.reflection_id or "")
        else:
            self.finished.show_entry(finished_words(entry, reflection))

    def _follow_undo(self, reflection_id: str) -> None:
        """Finishing was taken back: the draft is there again, or gone as well."""
        try:
            draft = self._guides.get(reflection_id)
        except NotFound:
            self.show_catalogue()
            return
        if draft.finished is None:
            self.resume(reflection_id)
        else:
            self.show_catalogue()

    def _open_entry(self) -> None:
        if self._done is not None:
            self.context.go(Ref("entry", self._done.id))

    def _reopen(self) -> None:
        if self._done is not None:
            self.again(self._done.id)

    def _discard(self, reflection_id: str) -> None:
        try:
            self._guides.discard(reflection_id)
        except Problem as problem:
            self.context.fail(problem)
            return
        self.context.say_undoable(_("Draft moved to the trash"))

    def _fill_catalogue(self) -> None:
        drafts = [self._draft_words(each) for each in self._guides.drafts()]
        self.catalogue.show_lists(drafts, self._groups())

    def _draft_words(self, draft: Reflection) -> DraftWords:
        template = self._guides.template_of(draft)
        count = len(guide.steps_of(template, draft.answers))
        second = _("{day}, {done} of {count} questions answered").format(
            day=formats.day_long(draft.day, self.context.workspace.clock.today()),
            done=len(guide.answered(template, draft.answers)),
            count=count,
        )
        return DraftWords(draft.id, draft.title, second, template.icon)

    def _groups(self) -> list[Group]:
        templates = self.context.workspace.templates.all()
        used = self._guides.last_used()
        groups = []
        for area, title in AREAS.items():
            rows = [self._words(each, used) for each in templates if each.area == area]
            if rows:
                groups.append(Group(_(title), rows))
        return groups

    def _words(self, template: Template, used: Mapping[str, Any]) -> TemplateWords:
        day = used.get(template.id)
        today = self.context.workspace.clock.today()
        last = _("Last used {day}").format(day=formats.day_short(day, today)) if day else ""
        return TemplateWords(
            template.id, template.title, template.purpose, template.icon, template.minutes, last
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.context.save_state.speak_of_draft(self._run.walk is not None)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.context.save_state.speak_of_draft(False)
        if not event.spontaneous() and self._run.let_go():
            self._run.end()
