"""A form made from the questions of a draft; what is wrong stands at its question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leadjournal.base.errors import InvalidValue, Problem
from leadjournal.base.words import _
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.answers import Answer, Chooser, answer_for
from leadjournal.ui.widgets.buttons import LinkButton
from leadjournal.ui.widgets.field import Field
from leadjournal.ui.widgets.form_fields import FormField
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.rows_answer import RowsAnswer
from leadjournal.ui.widgets.typed import type_into, typed_in

_GAP = 16


class Form(QWidget):
    """Questions below each other; the rarer ones are folded into "More"."""

    unfolded = Signal()
    """It is taller than before: rarer questions are shown, or something stands under one."""

    def __init__(
        self,
        looks: Looks,
        fields: Sequence[FormField],
        more: Sequence[FormField] = (),
        *,
        choose: Chooser | None = None,
    ) -> None:
        super().__init__()
        self.looks = looks
        self._choose = choose
        self._answers: dict[str, QWidget] = {}
        self._rows: dict[str, Field[QWidget]] = {}
        self._more_names = {field.name for field in more}
        self._wrong = Label(looks, "", "small", "danger", wrap=True)
        self._wrong.hide()
        self._more = QWidget()
        self._unfold = LinkButton(looks, _("More"), "chevron-down")
        self._unfold.setVisible(bool(more))
        self._unfold.clicked.connect(self._show_more)
        self._lay_out(fields, more)
        self._shown: dict[str, object] = {}
        self._untouched: dict[str, Any] = {}
        self.set_values({})

    def names(self) -> list[str]:
        """The questions, in their order."""
        return list(self._answers)

    def editor(self, name: str) -> QWidget:
        """What a question is answered in."""
        return self._answers[name]

    def add_below(self, name: str, widget: QWidget) -> None:
        """Put something under a question, such as hints."""
        self._rows[name].add_below(widget)

    def set_values(self, values: Mapping[str, object]) -> None:
        """Show answers; questions without one get their default."""
        for name in self._answers:
            self._answer(name).set_value(values.get(name, self._defaults[name]))
        self._shown = {name: self._answer(name).value() for name in self._answers}
        self._untouched = {name: typed_in(editor) for name, editor in self._answers.items()}

    def values(self) -> dict[str, Any]:
        """The answers; what is not answered and may not be nothing is left out."""
        found: dict[str, object] = {}
        for name in self._answers:
            value = self._answer(name).value()
            if value is not None or self._optional[name]:
                found[name] = value
        return found

    def changes(self) -> dict[str, Any]:
        """Only the answers that are other than those shown at first."""
        values = {name: self._answer(name).value() for name in self._answers}
        return {name: value for name, value in values.items() if value != self._shown[name]}

    def dirty(self) -> bool:
        """Whether something was answered since the form was filled."""
        try:
            return bool(self.changes())
        except InvalidValue:
            return True

    def typed(self) -> dict[str, Any]:
        """What stands in every answer as it was typed, finished or not; nothing if untouched."""
        now = {name: typed_in(editor) for name, editor in self._answers.items()}
        return now if now != self._untouched else {}

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """Type the same again; answers this form does not ask for are passed over."""
        for name, value in typed.items():
            if name in self._answers and value != typed_in(self._answers[name]):
                type_into(self._answers[name], value)
                if name in self._more_names:
                    self._show_more()

    def show_problem(self, problem: Problem) -> None:
        """Say what is wrong at its question, or above the form when it is about the whole."""
        self.clear_problem()
        name = problem.field if isinstance(problem, InvalidValue) else None
        if name is None or name not in self._rows:
            self._wrong.setText(str(problem))
            self._wrong.show()
            return
        if name in self._more_names:
            self._show_more()
        self._rows[name].set_error(str(problem))
        self._answers[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def problem(self) -> str:
        """What is wrong, as it is shown."""
        shown = [row.error for row in self._rows.values() if row.error]
        return " ".join([*shown, self._wrong.text()]).strip()

    def clear_problem(self) -> None:
        """Take back what was said to be wrong."""
        self._wrong.setText("")
        self._wrong.hide()
        for row in self._rows.values():
            row.clear_error()

    def focus_first(self) -> None:
        """Put the cursor into the first question."""
        first = next(iter(self._answers.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, fields: Sequence[FormField], more: Sequence[FormField]) -> None:
        self._defaults = {field.name: field.default for field in (*fields, *more)}
        self._optional = {field.name: field.optional for field in (*fields, *more)}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(self._wrong)
        self._add(column, fields)
        column.addWidget(self._unfold, 0, Qt.AlignmentFlag.AlignLeft)
        folded = QVBoxLayout(self._more)
        folded.setContentsMargins(0, 0, 0, 0)
        folded.setSpacing(_GAP)
        self._add(folded, more)
        self._more.hide()
        column.addWidget(self._more)
        column.addStretch()

    def _add(self, column: QVBoxLayout, fields: Sequence[FormField]) -> None:
        for asked in fields:
            editor = self._editor(asked)
            optional = asked.optional and asked.kind not in ("day", "choice", "flag", "ticks")
            row = Field(self.looks, asked.label, editor, hint=asked.hint, optional=optional)
            self._answers[asked.name] = editor
            self._rows[asked.name] = row
            column.addWidget(row)

    def _editor(self, asked: FormField) -> QWidget:
        if asked.kind != "rows":
            return answer_for(self.looks, asked, self._choose)
        rows = RowsAnswer(self.looks, asked, self._choose)
        rows.resized.connect(self.unfolded)
        return rows

    def _answer(self, name: str) -> Answer:
        return cast("Answer", self._answers[name])

    def _show_more(self) -> None:
        self._unfold.hide()
        self._more.show()
        self.unfolded.emit()
