"""The desk: sidebar, head and one page; a journal is laid open on it and taken off again."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leadjournal.base.errors import Bug, CannotSave, JournalMoved, NotFound, Problem
from leadjournal.base.preferences import LAST_PAGE, Preferences, Setting
from leadjournal.base.words import _
from leadjournal.rules.days import monday_of
from leadjournal.ui.bridge import Bridge
from leadjournal.ui.commands import Needs
from leadjournal.ui.context import Context
from leadjournal.ui.failures import ProblemCard
from leadjournal.ui.head import Head
from leadjournal.ui.job_runner import JobRunner
from leadjournal.ui.keeping import Keeping
from leadjournal.ui.last_place import LastPlaces, Place
from leadjournal.ui.navigation import Navigation
from leadjournal.ui.page import Page, PageSpec
from leadjournal.ui.page_stack import PageStack
from leadjournal.ui.pages.registry import HOMES, SHOWN_APART
from leadjournal.ui.save_state import SaveState
from leadjournal.ui.shape import Shape, shape_of
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.toast import Toast
from leadjournal.ui.widgets.way import Way

if TYPE_CHECKING:
    from leadjournal.model.catalogue import Ref
    from leadjournal.services.events import Changed
    from leadjournal.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Room:
    """What the window has for everything in it."""

    looks: Looks
    preferences: Preferences
    jobs: JobRunner
    save_state: SaveState

    def remember(self, setting: Setting, value: str) -> None:
        """Keep a setting; where that cannot be, nobody is stopped for it."""
        with suppress(Problem):
            self.preferences.choose(setting, value)


class Desk(QWidget):
    """Shows pages and brings what happens in the journal to them."""

    steps_changed = Signal()
    broke = Signal(object)
    """Something happened that nobody expected: a `Bug` that knows where."""
    wished = Signal(str)
    """A page asks for a command of the window."""

    def __init__(self, room: Room, specs: Sequence[PageSpec]) -> None:
        super().__init__()
        self.room = room
        self.workspace: Workspace | None = None
        self._context: Context | None = None
        self._is_sample = False
        self._bridge = Bridge(self)
        self.navigation = Navigation(room.looks, specs)
        self.head = Head(room.looks, room.save_state)
        self.pages = PageStack(specs)
        self.toast = Toast(room.looks, self.pages)
        self.toast.foot = self._foot
        self.problems = ProblemCard(room.looks, self.pages)
        places = LastPlaces(room.preferences, room.remember)
        self.keeping = Keeping(
            places, room.jobs, room.save_state, self.pages, self.problems, self.fail
        )
        self._lay_out()
        self.navigation.chosen.connect(self._choose)
        self.toast.undone.connect(self.undo)
        self._bridge.changed.connect(self._tell)
        room.looks.changed.connect(self._take_shape)
        self.head.help_wanted.connect(self.keeping.tell_unsaved)

    def await_journal(self, name: str, page_id: str) -> None:
        """Show whose journal is about to be laid open, and the page it will be open at."""
        self.navigation.set_name(name)
        self.navigation.mark(page_id)
        self.head.show_title(_(self.pages.spec(page_id).title))

    def lay_open(self, workspace: Workspace, page_id: str) -> None:
        """Show this journal where it was left, or on a page when that is not known."""
        self.workspace = workspace
        self._context = self._made_context(workspace)
        self._bridge.follow(workspace.events)
        card = workspace.card.get()
        self._is_sample = card.sample
        self.navigation.set_name(card.name)
        self.room.save_state.opened(read_only=workspace.read_only)
        place = self.keeping.begin(workspace)
        if place is not None and self.pages.knows(place.page):
            self.open_page(place.page)
            self._return_to(place)
            # On the way there the page had shown something else for a moment.
            self.keeping.note_place()
        else:
            self.open_page(page_id)
        self.steps_changed.emit()

    def take_off(self) -> None:
        """Save, let go of the journal and free its pages; the journal itself stays open.

        What its disk refuses is put by elsewhere and brought back when it is opened again.
        """
        self.keeping.end()
        self._bridge.let_go()
        self.pages.clear()
        self.toast.forget()
        self.problems.forget()
        self.head.show_title("")
        self.navigation.set_name("")
        self.room.save_state.clear()
        self.workspace = self._context = None

    @property
    def context(self) -> Context | None:
        """What the pages were given, while a journal is open."""
        return self._context

    def open_page(self, page_id: str) -> Page:
        """Bring a page to the front."""
        if self._context is None:
            raise Bug("A page was asked for while no journal is open")
        before = self.pages.page()
        page = self.pages.show_page(page_id, self._context)
        if page is not before:
            self.toast.leave()
        # A page that comes to the front would cover what is still being told.
        self.toast.raise_()
        self.problems.raise_()
        self.navigation.mark(page_id)
        self._show_title()
        if self.pages.spec(page_id).in_sidebar:
            self.room.remember(LAST_PAGE, page_id)
        self.keeping.note_place()
        return page

    def _choose(self, page_id: str) -> None:
        if self._context is not None:
            self.open_page(page_id)
            return
        # The journal is still being opened: it will be laid open at this page.
        self.room.remember(LAST_PAGE, page_id)
        self.navigation.mark(page_id)
        self.head.show_title(_(self.pages.spec(page_id).title))

    def go(self, ref: Ref) -> None:
        """Show the page of a record and bring the record into view."""
        place = self._place_of(ref)
        page_id = HOMES.get(place.kind)
        if page_id is not None:
            self.open_page(page_id).reveal(place)

    def run_guide(self, template_id: str) -> None:
        """Start, or resume, a guide."""
        self.open_page("templates").begin(f"guide:{template_id}")

    def undo(self) -> None:
        """Take back the last step and show what changed."""
        if self.workspace is not None:
            self.pages.save()
            self._say_step(_("Taken back: {step}"), self.workspace.history.undo())

    def redo(self) -> None:
        """Bring back the step that was taken back last and show what changed."""
        if self.workspace is not None:
            self.pages.save()
            self._say_step(_("Brought back: {step}"), self.workspace.history.redo())

    def needs_met(self) -> frozenset[Needs]:
        """What commands can count on now."""
        met = {Needs.NOTHING}
        if self.workspace is not None:
            met.add(Needs.JOURNAL)
            met.update({Needs.SAMPLE} if self._is_sample else ())
            if not self.workspace.read_only:
                met.add(Needs.WRITING)
                met.add(Needs.AWAY if self._is_away(self.workspace) else Needs.COUNTED)
                met.update({Needs.UNDO} if self.workspace.history.undo_label() else ())
                met.update({Needs.REDO} if self.workspace.history.redo_label() else ())
        return frozenset(met)

    def fail(self, problem: Problem) -> None:
        """Tell of a problem without stopping the user; what nobody expected is told apart."""
        if isinstance(problem, Bug) and problem.where:
            self.broke.emit(problem)
        else:
            self.problems.tell(problem, self._way_out(problem))

    def backups_changed(self) -> None:
        """A backup was made or deleted; that is no step of the journal."""
        self.pages.tell(frozenset(("backup",)))

    def messages_tall(self) -> int:
        """How much of the lower edge messages take up, in pixels."""
        shown = [each for each in (self.problems, self.toast) if each.isVisible()]
        return max((self.pages.height() - each.y() for each in shown), default=0)

    def take_message_focus(self) -> None:
        """Bring the keyboard to the message at the bottom, if there is one."""
        if self.problems.isVisible():
            self.problems.take_focus()
        else:
            self.toast.take_focus()

    def _foot(self) -> int:
        page = self.pages.page()
        return page.foot() if page is not None else 0

    def _made_context(self, workspace: Workspace) -> Context:
        return Context(
            looks=self.room.looks,
            workspace=workspace,
            preferences=self.room.preferences,
            jobs=self.room.jobs,
            save_state=self.room.save_state,
            say=self.toast.say,
            say_undoable=lambda sentence: self.toast.say(sentence, undo=True),
            fail=self.fail,
            go=self.go,
            open_page=self.open_page,
            run_guide=self.run_guide,
            title_changed=self._show_place,
            do=self.wished.emit,
        )

    def _tell(self, changed: Changed) -> None:
        self.room.save_state.saved()
        self.pages.tell(changed.kinds)
        if self.workspace is not None and "journal" in changed.kinds:
            self.navigation.set_name(self.workspace.card.name)
        self.steps_changed.emit()
        self.keeping.note_place()

    def _way_out(self, problem: Problem) -> Way | None:
        if self.workspace is None or not isinstance(problem, CannotSave | JournalMoved | Bug):
            return None
        words = _("Save a copy elsewhere…")
        return Way(words, lambda: self.wished.emit("copy-elsewhere"))

    def _return_to(self, place: Place) -> None:
        page = self.pages.page()
        try:
            if page is not None:
                page.return_to(place.values)
        except Problem as problem:
            self.fail(problem)
        self._show_title()

    def _say_step(self, sentence: str, changed: Changed | None) -> None:
        if changed is None:
            return
        self.toast.say(sentence.format(step=changed.label), icon="undo-2")
        self._reveal(changed.refs)

    def _reveal(self, refs: Sequence[Ref]) -> None:
        shown = self.pages.page()
        stays = self.pages.spec(self.pages.page_id()).stays_for if shown is not None else ()
        places = list(dict.fromkeys(self._place_of(ref) for ref in refs))
        # A tag or a person is seldom what a step was about.
        for place in sorted(places, key=lambda each: each.kind in ("tag", "person", "team")):
            # What the step had made is gone now; then the page alone is shown.
            with suppress(NotFound):
                if shown is not None and place.kind in stays:
                    shown.reveal(place)
                    return
                if place.kind in HOMES:
                    self.go(place)
                    return

    def _place_of(self, ref: Ref) -> Ref:
        """The record on whose page a record is shown."""
        if self.workspace is None or ref.kind in SHOWN_APART:
            return ref
        return self.workspace.shelf.owner_of(ref)

    def _is_away(self, workspace: Workspace) -> bool:
        monday = monday_of(workspace.clock.today())
        return any(week.monday == monday for week in workspace.away_weeks.all())

    def _show_place(self) -> None:
        self._show_title()
        self.keeping.note_place()

    def _show_title(self) -> None:
        if (page := self.pages.page()) is not None:
            title = _(self.pages.spec(self.pages.page_id()).title)
            self.head.show_title(title, page.trail())

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.head)
        right.addWidget(self.pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addLayout(right, 1)

    def _take_shape(self) -> None:
        shape = shape_of(self.width(), self.room.looks.factor)
        self.navigation.set_narrow(shape is not Shape.WIDE)
        self.head.set_shape(shape)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_shape()
