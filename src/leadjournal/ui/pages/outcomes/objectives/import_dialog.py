"""Objectives from a table: every row is shown with what comes of it before anything is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from leadjournal.base.errors import Problem
from leadjournal.base.words import _, isolated
from leadjournal.ui.dialogs.base import Dialog
from leadjournal.ui.pages.outcomes.objectives.import_lines import (
    COLUMNS,
    ImportRows,
    counted,
    summary,
)
from leadjournal.ui.pages.outcomes.tables import orders, signs
from leadjournal.ui.widgets.buttons import PrimaryButton, SecondaryButton
from leadjournal.ui.widgets.editors import ComboBox
from leadjournal.ui.widgets.field import Field
from leadjournal.ui.widgets.flow import FlowLayout
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from leadjournal.rules.objective_table import Understood, Wanted
    from leadjournal.services.jobs import Progress
    from leadjournal.services.objective_import import TakenObjectives
    from leadjournal.ui.context import Context

_WIDE = 960
_ROWS = 9


class ImportDialog(Dialog):
    """What a file says of objectives; `taken` tells how much of it came in."""

    taken = Signal(object)

    def __init__(self, context: Context, parent: QWidget, path: Path) -> None:
        super().__init__(context.looks, parent, _("Import objectives"), width=_WIDE)
        looks = context.looks
        self._context = context
        self._service = context.workspace.objective_import
        self._people = {one.id: one.first_name for one in context.workspace.people.all()}
        self._path = path
        self._content = ""
        self._understood: Understood | None = None
        self._is_taking = False
        self.order = ComboBox(looks, orders())
        self.sign = ComboBox(looks, signs())
        self._asked: dict[str, Field[Any]] = {
            "order": Field(looks, _("Days are written"), self.order),
            "sign": Field(looks, _("Decimals are written"), self.sign),
        }
        self._options = QWidget()
        self._flow = FlowLayout(self._options, gap=16)
        self.said = Label(looks, "", "small-m", "text_2", wrap=True)
        self.table = Table(looks, _("What was understood"), most_rows=_ROWS)
        self.leave_out = QCheckBox(_("Leave out the rows with faults"))
        self.cancel = SecondaryButton(looks, _("Cancel"))
        self.take = PrimaryButton(looks, counted(0, 0))
        self._lay_out()
        self._connect()
        self._open()

    def _open(self) -> None:
        service, path = self._service, self._path
        for widget in (self._options, self.table, self.leave_out):
            widget.hide()
        self.said.setText(_("Reading “{file}”…").format(file=isolated(path.name)))
        self._show_taking()

        def job(_progress: Progress) -> str:
            return service.file(path)

        self._run(job, self._take_content, beside=True)

    def _take_content(self, content: object) -> None:
        self._content = str(content)
        self._read()

    def _read(self) -> None:
        """Understand the text with what was said so far; the last answer is the one shown."""
        service, content, wanted = self._service, self._content, self._wanted()

        def job(_progress: Progress) -> Understood:
            return service.understand(content, wanted)

        self._run(job, self._show)

    def _wanted(self) -> Wanted:
        from leadjournal.rules.objective_table import Wanted

        return Wanted(cast(Any, self.order.value()), cast(Any, self.sign.value()))

    def _run(
        self,
        job: Callable[[Progress], object],
        then: Callable[[Any], None],
        *,
        beside: bool = False,
    ) -> None:
        # What looks into the journal waits for its turn there, so answers come in their order.
        handle = self._context.jobs.prepare(job, journal=not beside)
        handle.setParent(self)
        handle.done.connect(then)
        handle.failed.connect(self._tell)
        handle.begin()

    def _show(self, understood: Understood) -> None:
        self._understood = understood
        problem = " ".join(part for part in (understood.problem, understood.needed) if part)
        self.said.setText(problem or summary(understood))
        self.said.set_colour("danger" if problem else "text_2")
        columns = [Column(_(name), is_number=is_number) for name, is_number in COLUMNS]
        rows: Sequence[Any] = ImportRows(understood, self._people)
        self.table.setVisible(bool(understood.lines))
        self.table.show_rows(columns, rows)
        for name, field in self._asked.items():
            field.setVisible(name in understood.asks)
        self._options.setVisible(bool(understood.asks))
        self._options.updateGeometry()
        # Without a row that could be taken, leaving out the others leads nowhere.
        self.leave_out.setVisible(bool(understood.faults and understood.taken))
        if not understood.faults:
            self.leave_out.setChecked(False)
        self._show_taking()
        self.fit()

    def _show_taking(self) -> None:
        found = self._understood
        counts = (len(found.coming), found.results) if found is not None else (0, 0)
        is_clear = found is not None and (not found.faults or self.leave_out.isChecked())
        self.take.setText(counted(*counts))
        self.take.setEnabled(any(counts) and is_clear and not self._is_taking)

    def _take_in(self) -> None:
        found, service = self._understood, self._service
        if found is None or self._is_taking:
            return
        self._is_taking = True
        self._show_taking()

        def job(_progress: Progress) -> TakenObjectives:
            return service.take_in(found)

        self._run(job, self._end)

    def _end(self, taken: TakenObjectives) -> None:
        self._is_taking = False
        self.accept()
        self.taken.emit(taken)

    def _tell(self, problem: Problem) -> None:
        self._is_taking = False
        self._understood = None
        self.said.setText(str(problem))
        self.said.set_colour("danger")
        self._show_taking()
        self.fit()

    def reject(self) -> None:
        # What is being written is written as a whole; it takes seconds at most.
        if not self._is_taking:
            super().reject()

    def _connect(self) -> None:
        for editor in (self.order, self.sign):
            editor.activated.connect(lambda _place: self._read())
        self.leave_out.toggled.connect(lambda _on: self._show_taking())
        self.cancel.clicked.connect(self.reject)
        self.take.clicked.connect(self._take_in)

    def _lay_out(self) -> None:
        policy = self._options.sizePolicy()
        policy.setHeightForWidth(True)
        self._options.setSizePolicy(policy)
        for field in self._asked.values():
            self._flow.addWidget(field)
        self.leave_out.setFont(self.looks.font("body"))
        for widget in (self._options, self.said, self.table, self.leave_out):
            self.column.addWidget(widget)
        self.column.addStretch()
        self.set_buttons(self.cancel, self.take)
