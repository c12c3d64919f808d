"""Readings from a table: what was understood is shown line by line before anything is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from leadjournal.base.errors import Problem
from leadjournal.base.formats import number
from leadjournal.base.words import _, isolated, ngettext
from leadjournal.ui.dialogs.base import Dialog
from leadjournal.ui.pages.outcomes.readings_lines import COLUMNS, PreviewRows, summary
from leadjournal.ui.pages.outcomes.tables import orders, signs
from leadjournal.ui.widgets.buttons import PrimaryButton, SecondaryButton
from leadjournal.ui.widgets.editors import ComboBox, DayEdit, TextArea
from leadjournal.ui.widgets.field import Field
from leadjournal.ui.widgets.flow import FlowLayout
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from leadjournal.rules.reading_table import Understood, Wanted
    from leadjournal.services.jobs import Progress
    from leadjournal.services.reading_import import TakenReadings
    from leadjournal.ui.context import Context

_WIDE = 760
_SOON = 250
"""Milliseconds after the last key before a pasted text is read."""
_LINES = 4
_ROWS = 9


class ReadingsDialog(Dialog):
    """Pasted or out of a file; `taken` tells how many readings were added."""

    taken = Signal(object)

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        title: str,
        outcome_id: str,
        indicator_id: str = "",
        path: Path | None = None,
    ) -> None:
        super().__init__(context.looks, parent, title, width=_WIDE)
        self._context = context
        self._service = context.workspace.reading_import
        self._known = self._service.known(outcome_id)
        self._indicator_id = indicator_id or (self._known[0].id if self._known else "")
        self._path = path
        self._content = ""
        self._understood: Understood | None = None
        self._asked: dict[str, Field[Any]] = {}
        self._round = 0
        self._is_taking = False
        looks = context.looks
        self.text = TextArea(looks, lines=_LINES, most_lines=_LINES)
        self.text.setPlaceholderText(_("2025-02-28    41\n2025-03-31    42"))
        self._text = Field(
            looks, _("Paste one or more columns here"), self.text,
            hint=_("Days and values; values alone; or a column for each indicator, with its name."),
        )  # fmt: skip
        self._text.setVisible(path is None)
        self._options = QWidget()
        self._flow = FlowLayout(self._options, gap=16)
        self.said = Label(looks, "", "small-m", "text_2", wrap=True)
        self.table = Table(looks, _("What was understood"), most_rows=_ROWS)
        self.leave_out = QCheckBox(_("Leave out the lines with faults"))
        self.cancel = SecondaryButton(looks, _("Cancel"))
        self.take = PrimaryButton(looks, _("Add readings"))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._lay_out()
        self._connect()
        self._show(None)
        if path is not None:
            self._open(path)

    def understood(self) -> Understood | None:
        """What was understood of the present text."""
        return self._understood

    def asks(self) -> dict[str, QWidget]:
        """What the table itself could not tell, and where it is said."""
        return {name: cast(QWidget, field.editor) for name, field in self._asked.items()}

    def _open(self, path: Path) -> None:
        service = self._service
        self.said.setText(_("Reading “{file}”…").format(file=isolated(path.name)))

        def job(_progress: Progress) -> str:
            return service.file(path)

        self._run(job, self._take_content, beside=True)

    def _take_content(self, content: object) -> None:
        self._content = str(content)
        self._read()

    def _read(self) -> None:
        """Read the present text with what was said so far, beside the window."""
        content = self._content if self._path is not None else self.text.text()
        service, known, wanted = self._service, self._known, self._wanted()
        self._round += 1
        this_round = self._round

        def job(_progress: Progress) -> Understood:
            return service.understand(content, known, wanted)

        def show(found: object) -> None:
            if this_round == self._round:
                self._show(cast("Understood", found) if content.strip() else None)

        self._run(job, show, beside=True)

    def _wanted(self) -> Wanted:
        from leadjournal.rules.reading_table import Wanted

        said = {name: _answer_of(field.editor) for name, field in self._asked.items()}
        today = self._context.workspace.clock.today()
        return Wanted(
            today,
            indicator=str(said.get("indicator") or self._indicator_id),
            start=cast(Any, said.get("start")),
            order=cast(Any, said.get("order") or "dmy"),
            sign=cast(Any, said.get("sign") or "."),
        )

    def _run(
        self, job: Callable[[Progress], object], then: Callable[[object], None], *, beside: bool
    ) -> None:
        handle = self._context.jobs.prepare(job, journal=not beside)
        handle.done.connect(then)
        handle.failed.connect(self._tell)
        handle.progressed.connect(self._report)
        handle.begin()

    def _show(self, understood: Understood | None) -> None:
        self._understood = understood
        if understood is not None and understood.problem:
            self.said.setText(understood.problem)
            self.said.set_colour("danger")
        else:
            self.said.setText(summary(understood) if understood is not None else "")
            self.said.set_colour("text_2")
        lines = understood.lines if understood is not None else ()
        names = {one.id: one.name for one in self._known}
        today = self._context.workspace.clock.today()
        columns = [Column(_(name), is_number=is_number) for name, is_number in COLUMNS]
        rows: Sequence[Any] = PreviewRows(lines, names, today)
        self.table.setVisible(bool(lines))
        self.table.show_rows(columns, rows)
        self.said.setVisible(bool(self.said.text()))
        self._ask(understood.asks if understood is not None else frozenset())
        has_faults = bool(understood is not None and understood.faults)
        self.leave_out.setVisible(has_faults)
        if not has_faults:
            self.leave_out.setChecked(False)
        self._show_taking()
        self.fit()

    def _show_taking(self) -> None:
        found = self._understood
        count = len(found.taken) if found is not None else 0
        is_clear = found is not None and (not found.faults or self.leave_out.isChecked())
        words = ngettext("Add {n} reading", "Add {n} readings", count).format(n=number(count, 0))
        self.take.setText(words if count else _("Add readings"))
        self.take.setEnabled(bool(count) and is_clear and not self._is_taking)

    def _ask(self, asks: frozenset[Any]) -> None:
        """Ask what the table cannot tell; what was answered stays while it is asked."""
        makers: dict[str, Callable[[], Field[Any]]] = {
            "indicator": self._ask_indicator,
            "start": self._ask_start,
            "order": self._ask_order,
            "sign": self._ask_sign,
        }
        for name, make in makers.items():
            if name in asks and name not in self._asked:
                self._asked[name] = make()
                self._flow.addWidget(self._asked[name])
                self._asked[name].show()
            elif name in self._asked:
                self._asked[name].setVisible(name in asks)
        self._options.setVisible(bool(asks))
        self._options.updateGeometry()

    def _ask_indicator(self) -> Field[Any]:
        choices: list[tuple[str, object]] = [(one.name, one.id) for one in self._known]
        return self._choice(_("The values are of"), choices, self._indicator_id)

    def _ask_start(self) -> Field[Any]:
        editor = DayEdit(self.looks, optional=True)
        editor.day_changed.connect(lambda _day: self._soon.start())
        return Field(self.looks, _("Day of the first value"), editor)

    def _ask_order(self) -> Field[Any]:
        return self._choice(_("Days are written"), orders(), "dmy")

    def _ask_sign(self) -> Field[Any]:
        return self._choice(_("Decimals are written"), signs(), ".")

    def _choice(self, label: str, choices: list[tuple[str, object]], chosen: str) -> Field[Any]:
        editor = ComboBox(self.looks, choices)
        editor.set_value(chosen)
        editor.activated.connect(lambda _place: self._read())
        return Field(self.looks, label, editor)

    def _take_in(self) -> None:
        found = self._understood
        if found is None or self._is_taking:
            return
        service, lines = self._service, found.taken
        source = self._path.name if self._path is not None else ""
        self._is_taking = True
        self._show_taking()

        def job(progress: Progress) -> TakenReadings:
            return service.take_in(lines, source, progress)

        self._run(job, self._end, beside=False)

    def _report(self, done: int, total: int, _words: str) -> None:
        share = 100 * done // max(1, total)
        self.take.setText(_("Adding… {percent}%").format(percent=share))

    def _end(self, taken: object) -> None:
        self._is_taking = False
        self.taken.emit(taken)
        self.accept()

    def _tell(self, problem: Problem) -> None:
        self._is_taking = False
        self._understood = None
        self.said.setText(str(problem))
        self.said.set_colour("danger")
        self.said.show()
        self._show_taking()
        self.fit()

    def reject(self) -> None:
        # What is being written is written as a whole; it takes seconds at most.
        if not self._is_taking:
            super().reject()

    def done(self, result: int) -> None:
        self._soon.stop()
        self._round += 1
        super().done(result)

    def _connect(self) -> None:
        self.text.textChanged.connect(self._soon.start)
        self._soon.timeout.connect(self._read)
        self.leave_out.toggled.connect(lambda _on: self._show_taking())
        self.cancel.clicked.connect(self.reject)
        self.take.clicked.connect(self._take_in)

    def _lay_out(self) -> None:
        policy = self._options.sizePolicy()
        policy.setHeightForWidth(True)
        self._options.setSizePolicy(policy)
        self.leave_out.setFont(self.looks.font("body"))
        for widget in (self._text, self._options, self.said, self.table, self.leave_out):
            self.column.addWidget(widget)
        self.column.addStretch()
        self.set_buttons(self.cancel, self.take)


def _answer_of(editor: QWidget) -> object:
    return editor.day() if isinstance(editor, DayEdit) else cast(ComboBox, editor).value()
