"""So that nothing is lost: where one was, what could not be saved, and how the last time ended."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from leadjournal.base.errors import Problem
from leadjournal.base.formats import clock_time, day_long
from leadjournal.base.words import _, isolated
from leadjournal.ui.last_place import LastPlaces, Place

if TYPE_CHECKING:
    from leadjournal.services.workspace import Workspace
    from leadjournal.ui.failures import ProblemCard
    from leadjournal.ui.job_runner import JobRunner
    from leadjournal.ui.page_stack import PageStack
    from leadjournal.ui.save_state import SaveState


class Keeping(QObject):
    """Looks after the words and the place while a journal lies on the desk."""

    def __init__(
        self,
        places: LastPlaces,
        jobs: JobRunner,
        save_state: SaveState,
        pages: PageStack,
        card: ProblemCard,
        fail: Callable[[Problem], None],
    ) -> None:
        super().__init__(pages)
        self._places = places
        self._jobs = jobs
        self._save_state = save_state
        self._pages = pages
        self._card = card
        self._fail = fail
        self._workspace: Workspace | None = None
        self._tells_unsaved = False
        save_state.changed.connect(self._follow_saving)
        # The place comes first: where words are called saved, a kill finds the cursor as well.
        save_state.writing.connect(self.note_place)

    def begin(self, workspace: Workspace) -> Place | None:
        """A journal was opened; gives where one was in it."""
        self._workspace = workspace
        # Before the first page reads: what was typed last may be put by somewhere else.
        back = self._bring_back(workspace)
        if workspace.ended_too_early or back:
            self._card.note(*_words_on_end(workspace, back))
        return self._places.of(workspace.path)

    def keep_all(self) -> bool:
        """Save what is being written, or put it by elsewhere; tells whether it is safe now."""
        self._pages.save()
        unsaved = self._pages.unsaved()
        if self._workspace is None or not unsaved:
            return True
        from leadjournal.services import rescue

        kept = rescue.keep(self._workspace, unsaved)
        self._pages.let_unsaved_go()
        return kept

    def end(self) -> None:
        """The journal is taken off: save or put by what is written, and remember the place."""
        self.keep_all()
        if self._note_place():
            self._places.write()
        self._workspace = None

    def note_place(self) -> None:
        """Remember, beside the window, where one is."""
        if self._note_place():
            self._jobs.prepare(lambda _progress: self._places.write()).begin()

    def tell_unsaved(self) -> None:
        """Show again why something is not saved, and what can be done."""
        if (problem := self._save_state.problem) is not None:
            self._tells_unsaved = True
            self._fail(problem)

    def _follow_saving(self) -> None:
        state = self._save_state
        if state.has_failed:
            self.tell_unsaved()
        elif self._tells_unsaved and not state.is_waiting:
            self._tells_unsaved = False
            self._card.dismiss()
        if not state.is_waiting:
            self.note_place()

    def _bring_back(self, workspace: Workspace) -> int:
        from leadjournal.services import rescue

        try:
            return rescue.bring_back(workspace)
        except Problem as problem:
            self._fail(problem)
            return 0

    def _note_place(self) -> bool:
        page = self._pages.page()
        if self._workspace is None or page is None:
            return False
        place = Place(self._pages.page_id(), page.place())
        return self._places.note(self._workspace.path, place)


def _words_on_end(workspace: Workspace, back: int) -> tuple[str, str]:
    """What to say after the program ended before it could save or close the journal."""
    rest = [_("What you typed last is back in its place.")] if back else []
    if not workspace.ended_too_early:
        return rest[0], ""
    if (changed := workspace.last_changed) is not None:
        day, today = changed.astimezone().date(), workspace.clock.today()
        everything = (
            _("Everything up to {time} is here.")
            if day == today
            else _("Everything up to {time} on {day} is here.")
        )
        rest.insert(0, everything.format(time=clock_time(changed), day=day_long(day, today)))
    for log in workspace.put_by:
        words = _("A log of another journal lay beside this one; it was put by as {file}.")
        rest.append(words.format(file=isolated(log.name)))
    return _("leadjournal ended unexpectedly the last time."), " ".join(rest)
