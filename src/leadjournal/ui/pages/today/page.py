"""Today: the check-in, a line to write, what waits, the figures and the why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from leadjournal.base.errors import InvalidValue, Problem
from leadjournal.base.formats import day_with_weekday
from leadjournal.base.words import _
from leadjournal.model.catalogue import Ref
from leadjournal.ui.autosave import Autosave
from leadjournal.ui.dialogs.computed import show_computed
from leadjournal.ui.line_draft import LineDraft
from leadjournal.ui.page import Page
from leadjournal.ui.pages.today import reading
from leadjournal.ui.pages.today.check_in_draft import CheckInDraft
from leadjournal.ui.pages.today.day_watch import DayWatch
from leadjournal.ui.pages.today.gathering import Gathering
from leadjournal.ui.pages.today.overview import Overview
from leadjournal.ui.pages.today.promises import PromisesRoom
from leadjournal.ui.pages.today.reading import DAILY, DEBT
from leadjournal.ui.pages.today.waiting import MOST
from leadjournal.ui.shape import shape_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from leadjournal.services.computed import HowComputed
    from leadjournal.services.jobs import Progress
    from leadjournal.services.today import Day, WaitingLine
    from leadjournal.services.unsaved import Unsaved
    from leadjournal.ui.context import Context


LINE = "today:line"
"""The name of the draft of the line that is written into a note."""


class TodayPage(Page):
    """Wires the day's views to the journal; All promises is a page inside it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        workspace = context.workspace
        self.overview = Overview(context.looks, reading.questions(workspace.templates.get(DAILY)))
        self.promises = PromisesRoom(context)
        self._lines: dict[str, WaitingLine] = {}
        self._rooms = QStackedWidget()
        self._rooms.addWidget(self.overview)
        self._rooms.addWidget(self.promises)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._rooms)
        self._draft = CheckInDraft(workspace)
        self._autosave = Autosave(
            self, context.jobs, context.save_state, self.overview.check_in.card.said,
            self._draft.keep,
        )  # fmt: skip
        self._autosave.watch(self.overview.check_in.card.line.editor)
        self._line = LineDraft(self, context, LINE, self.overview.capture.editor)
        self.overview.capture.show_line(self._line.kept())
        self._gathering = Gathering(self, context.jobs, workspace.today.day)
        self._watch = DayWatch(self, workspace.clock)
        self._connect()
        if workspace.read_only:
            self._allow_reading_only()

    def refresh(self) -> None:
        workspace = self.context.workspace
        today = workspace.clock.today()
        self.overview.date.setText(day_with_weekday(today))
        self.overview.check_in.show_check_in(reading.check_in(workspace, today))
        self.overview.why.show_why(reading.why(workspace))
        if self._in_promises():
            self.promises.refresh()
        self._gathering.ask()

    def reveal(self, ref: Ref) -> None:
        if ref.kind in ("action", "blocker"):
            self.show_promises()
            self.promises.reveal(ref)
        else:
            self.show_overview()

    def begin(self, what: str = "") -> None:
        if what == "promises":
            self.show_promises()
        else:
            self.show_overview()
            self.overview.capture.take_focus()

    def leave(self) -> None:
        self._autosave.flush()
        self._line.flush()

    def place(self) -> Mapping[str, Any]:
        if self._in_promises():
            return {"room": "promises"}
        inside = self.window().focusWidget()
        return {"writes": True} if inside is self.overview.capture.editor else {}

    def return_to(self, place: Mapping[str, Any]) -> None:
        if place.get("room") == "promises":
            self.show_promises()
        elif place.get("writes"):
            self.overview.capture.take_focus()

    def unsaved(self) -> Sequence[Unsaved]:
        waits = self._autosave.is_waiting
        said = self._draft.unsaved(self.overview.check_in.card.said()) if waits else ()
        return (*said, *self._line.unsaved())

    def let_unsaved_go(self) -> None:
        self._autosave.forget()
        self._line.let_go()

    def trail(self) -> Iterable[str]:
        return (_("All promises"),) if self._in_promises() else ()

    def show_promises(self) -> None:
        """Go to all promises."""
        self.promises.refresh()
        self._rooms.setCurrentWidget(self.promises)
        self.promises.take_focus()
        self.context.title_changed()

    def show_overview(self) -> None:
        """Go back to the day."""
        if self._in_promises():
            self._rooms.setCurrentWidget(self.overview)
            self.overview.waiting.all_promises.setFocus()
            self.context.title_changed()

    def _connect(self) -> None:
        view = self.overview
        view.check_in.touched.connect(self._autosave.touched)
        view.check_in.continued.connect(self._continue)
        view.check_in.edited.connect(self._edit_check_in)
        view.check_in.note_wanted.connect(
            lambda: self.context.open_page("journal").begin("new-entry")
        )
        view.capture.kept.connect(self._capture)
        view.waiting.opened.connect(self._open)
        view.waiting.all_wanted.connect(self.show_promises)
        view.figures.explained.connect(self._explain)
        view.why.opened.connect(self._open_why)
        view.why.write_wanted.connect(lambda: self.context.open_page("outcomes").begin("new-why"))
        self.promises.left.connect(self.show_overview)
        self._gathering.arrived.connect(self._show_day)
        self._gathering.failed.connect(self.context.fail)
        self._watch.turned.connect(self.refresh)
        self.context.looks.changed.connect(self._take_shape)

    def _show_day(self, read: Day) -> None:
        today = self.context.workspace.clock.today()
        draft = reading.draft_of(self.context.workspace, today)
        lines = reading.waiting(
            read.waiting, today, without=f"reflection:{draft.id}" if draft else "", most=MOST
        )
        self._lines = {reading.key_of(line): line for line in read.waiting}
        self.overview.sentence.setText(read.sentence)
        self.overview.waiting.show_lines(lines)
        self.overview.figures.show_figures(reading.figures(read.cards))

    def _continue(self) -> None:
        card = self.overview.check_in.card
        # First whatever is being saved beside the window: a day has one draft.
        self._autosave.flush()
        try:
            self._draft.keep(card.said())
        except InvalidValue as problem:
            card.set_error(str(problem))
        except Problem as problem:
            self.context.fail(problem)
        else:
            self._autosave.forget()
            self.context.run_guide(DAILY)

    def _edit_check_in(self) -> None:
        workspace = self.context.workspace
        entry = workspace.guides.checked_in(workspace.clock.today())
        if entry is None:
            return
        try:
            workspace.guides.again(entry.id)
        except Problem as problem:
            self.context.fail(problem)
        else:
            self.context.run_guide(DAILY)

    def _capture(self, text: str) -> None:
        try:
            self.context.workspace.entries.capture(text)
        except Problem as problem:
            self._line.refused(problem)
            self.context.fail(problem)
        else:
            self.overview.capture.clear()
            self._line.done()
            self.context.say_undoable(_("Kept as a note of today"))

    def _open(self, key: str) -> None:
        line = self._lines.get(key)
        if key == DEBT:
            self.context.open_page("outcomes").begin("ledger")
        elif line is not None and line.ref is not None:
            self._go(line.ref)

    def _go(self, ref: Ref) -> None:
        try:
            self.context.go(ref)
        except Problem as problem:
            # It was removed a moment ago; the lines are on their way.
            self.context.fail(problem)

    def _open_why(self, why_id: str) -> None:
        self._go(Ref("why", why_id))

    def _explain(self, figure_id: str) -> None:
        figures = self.context.workspace.figures
        ways: dict[str, Callable[[], HowComputed]] = {
            "debt": figures.computed_debt,
            "line-of-sight": figures.computed_line_of_sight,
            "momentum": figures.computed_momentum,
        }
        way = ways[figure_id]

        def job(_progress: Progress) -> HowComputed:
            return way()

        handle = self.context.jobs.prepare(job)
        handle.done.connect(self._show_computed)
        handle.failed.connect(self.context.fail)
        handle.begin()

    def _show_computed(self, how: object) -> None:
        show_computed(self.context.looks, self, cast("HowComputed", how))

    def _in_promises(self) -> bool:
        return self._rooms.currentWidget() is self.promises

    def _allow_reading_only(self) -> None:
        sentence = _("This journal is open for reading only.")
        self.overview.capture.set_read_only(sentence)
        self.overview.check_in.setEnabled(False)
        self.overview.check_in.setToolTip(sentence)
        self.overview.why.write.setEnabled(False)
        self.overview.why.write.setToolTip(sentence)

    def _take_shape(self) -> None:
        shape = shape_of(self.window().width(), self.context.looks.factor)
        self.overview.set_shape(shape)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_shape()
