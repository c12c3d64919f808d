"""The trash: what was removed in the last thirty days, to be found, read and brought back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from leadjournal.base.errors import Problem
from leadjournal.base.formats import number
from leadjournal.base.words import _, ngettext, shortened
from leadjournal.model.catalogue import Ref
from leadjournal.ui.dialogs.forgetting import ask_to_forget
from leadjournal.ui.dialogs.question import Question
from leadjournal.ui.page import Page
from leadjournal.ui.pages.trash.values import GoneSheet
from leadjournal.ui.pages.trash.view import TrashView
from leadjournal.ui.pages.trash.words import (
    back_words,
    key_of,
    ref_of,
    rest_of,
    row_of,
    state_words,
)
from leadjournal.ui.shape import shape_of

if TYPE_CHECKING:
    from leadjournal.services.jobs import Progress
    from leadjournal.services.trash import Gone
    from leadjournal.ui.context import Context
    from leadjournal.ui.job_runner import Job

_LONGEST = 60


class TrashPage(Page):
    """Wires the list and the preview to the trash of the journal."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._words = ""
        self._gone: dict[str, Gone] = {}
        self._wanted = ""
        self.view = TrashView(context.looks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.view.set_writable(not context.workspace.read_only)
        self.view.words_changed.connect(self._search)
        self.view.chosen.connect(self._show_sheet)
        self.view.restore_wished.connect(self._restore)
        self.view.forget_wished.connect(self._forget)
        self.view.empty_wished.connect(self._ask_to_empty)
        context.looks.changed.connect(self._take_shape)

    def refresh(self) -> None:
        words, trash = self._words, self.context.workspace.trash

        def job(_progress: Progress) -> tuple[str, list[Gone]]:
            return words, trash.listing(words)

        handle = self.context.jobs.prepare(job)
        handle.done.connect(self._show)
        handle.failed.connect(self.context.fail)
        handle.begin()

    def reveal(self, ref: Ref) -> None:
        self._wanted = key_of(ref)
        self.refresh()

    def trail(self) -> Iterable[str]:
        sheet = self.view.preview.sheet()
        return (sheet.row.title,) if sheet is not None and self.view.is_alone() else ()

    def foot(self) -> int:
        return self.view.preview.foot() if self.view.preview.isVisible() else 0

    def _show(self, answer: tuple[str, list[Gone]]) -> None:
        words, found = answer
        if words != self._words:
            return
        today = self.context.workspace.clock.today()
        self._gone = {key_of(gone.ref): gone for gone in found}
        rows = [row_of(gone, today) for gone in found]
        self.view.show_rows(rows, words, state_words(len(found), words))
        if self._wanted and self.view.list.choose(self._wanted):
            self._wanted = ""
        if key := self.view.list.current():
            self._show_sheet(key)
        self.context.title_changed()

    def _show_sheet(self, key: str) -> None:
        gone = self._gone.get(key)
        if gone is None:
            return
        row = row_of(gone, self.context.workspace.clock.today(), long=True)
        self.view.show_sheet(GoneSheet(row, rest_of(gone.text, gone.title)))
        self.context.title_changed()

    def _search(self, words: str) -> None:
        if words != self._words:
            self._words = words
            self.refresh()

    def _restore(self, key: str) -> None:
        gone = self._gone[key]
        try:
            restored = self.context.workspace.trash.restore(gone.ref)
        except Problem as problem:
            self.context.fail(problem)
            return
        said = back_words(shortened(gone.title, _LONGEST), gone.parts)
        self.context.say_undoable(" ".join([said, *restored.left_out]))
        self.view.go_to_list()

    def _forget(self, key: str) -> None:
        ask_to_forget(self.context, self, ref_of(key), self.view.go_to_list)

    def _ask_to_empty(self) -> None:
        trash = self.context.workspace.trash
        self._run_for_all(lambda _progress: trash.count(), self._ask_to_empty_all)

    def _ask_to_empty_all(self, count: int) -> None:
        words = ngettext(
            "{count} record goes for good with its parts and earlier versions, also what the "
            "search does not show now. Undo ends here. Backups made before still hold it.",
            "{count} records go for good with their parts and earlier versions, also those the "
            "search does not show now. Undo ends here. Backups made before still hold them.",
            count,
        )
        question = Question(
            self.context.looks, self, _("Empty the trash?"), words.format(count=number(count)),
            _("Empty the trash"), keep=_("Keep everything"), danger=True,
        )  # fmt: skip
        question.accepted.connect(self._empty)
        question.open()

    def _empty(self) -> None:
        trash = self.context.workspace.trash
        self._run_for_all(lambda _progress: trash.empty(), self._say_empty)

    def _run_for_all(self, job: Job, then: Callable[[int], None]) -> None:
        self.view.empty_button.setEnabled(False)
        handle = self.context.jobs.prepare(job)
        handle.done.connect(then)
        handle.failed.connect(self.context.fail)
        handle.ended.connect(lambda: self.view.empty_button.setEnabled(True))
        handle.begin()

    def _say_empty(self, count: int) -> None:
        self.view.go_to_list()
        words = ngettext(
            "The trash is empty: {count} record went for good",
            "The trash is empty: {count} records went for good",
            count,
        )
        self.context.say(words.format(count=number(count)))

    def _take_shape(self) -> None:
        self.view.set_shape(shape_of(self.window().width(), self.context.looks.factor))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_shape()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take_shape()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.view.go_to_list()
