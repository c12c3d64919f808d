"""A small table as an answer: rows of the same questions, added and taken away one by one."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from leadjournal.base.errors import InvalidValue
from leadjournal.base.words import _
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.answers import Answer, Chooser, answer_for
from leadjournal.ui.widgets.buttons import IconButton, LinkButton
from leadjournal.ui.widgets.field import Field
from leadjournal.ui.widgets.form_fields import FormField
from leadjournal.ui.widgets.typed import type_into, typed_in

Row = dict[str, Any]
"""The answers of one row by the names of its questions; a row that is known has its `id` too."""


class AnswerRow(QFrame):
    """The questions of one row, with a way to take it away."""

    removed = Signal()

    def __init__(self, looks: Looks, asked: FormField, number: int, choose: Chooser | None) -> None:
        super().__init__()
        self.setProperty("cls", "well")
        self._asked = asked
        self._id = ""
        self.editors = {column.name: answer_for(looks, column, choose) for column in asked.columns}
        self.remove_button = IconButton(
            looks, "x", _("Take away row {number}").format(number=number), box=24
        )
        self.remove_button.clicked.connect(self.removed)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(10)
        for place, question in enumerate(asked.columns):
            optional = question.optional and question.kind != "choice"
            field = Field(looks, question.label, self.editors[question.name], optional=optional)
            if place:
                column.addWidget(field)
                continue
            top = QHBoxLayout()
            top.setSpacing(8)
            top.addWidget(field, 1)
            top.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignTop)
            column.addLayout(top)

    def value(self) -> Row | None:
        """The answers; None for a row in which nothing was answered."""
        found: Row = {name: self._answer(name).value() for name in self.editors}
        if self._id:
            return {"id": self._id, **found}
        begun = {question.name: question.default for question in self._asked.columns}
        is_blank = all(not value or value == begun[name] for name, value in found.items())
        return None if is_blank else found

    def set_value(self, row: Row) -> None:
        """Show a row; questions without an answer get their default."""
        self._id = str(row.get("id", ""))
        for question in self._asked.columns:
            value = row.get(question.name, question.default)
            self._answer(question.name).set_value(value)

    def typed(self) -> Row:
        """What stands in the row as it was typed."""
        return {"id": self._id, **{name: typed_in(each) for name, each in self.editors.items()}}

    def type_in(self, typed: Row) -> None:
        """Type the same again."""
        self._id = str(typed.get("id", ""))
        for name, editor in self.editors.items():
            if name in typed:
                type_into(editor, typed[name])

    def _answer(self, name: str) -> Answer:
        return cast("Answer", self.editors[name])


class RowsAnswer(QWidget):
    """Rows below each other; its value is a list of rows, what is wrong is told at the whole."""

    resized = Signal()

    def __init__(self, looks: Looks, asked: FormField, choose: Chooser | None) -> None:
        super().__init__()
        self._looks = looks
        self._asked = asked
        self._choose = choose
        self._rows: list[AnswerRow] = []
        self.add_button = LinkButton(looks, _("Add"), "plus")
        self.add_button.clicked.connect(self._add_wished)
        self.setFocusProxy(self.add_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def rows(self) -> list[AnswerRow]:
        """The rows on screen."""
        return list(self._rows)

    def value(self) -> list[Row]:
        try:
            found = [row.value() for row in self._rows]
        except InvalidValue as wrong:
            raise InvalidValue(wrong.happened, field=self._asked.name) from wrong
        filled = [row for row in found if row is not None]
        for row in filled:
            for question in self._asked.columns:
                if not question.optional and row[question.name] in (None, ""):
                    raise InvalidValue(
                        _("{field} is needed.").format(field=question.label),
                        field=self._asked.name,
                    )
        return filled

    def set_value(self, value: object) -> None:
        self._clear()
        for row in cast("list[Row]", value or []):
            self._add().set_value(row)
        self._announce()

    def typed(self) -> list[Row]:
        """What stands in every row as it was typed."""
        return [row.typed() for row in self._rows]

    def type_in(self, typed: object) -> None:
        """Type the same rows again."""
        self._clear()
        for row in typed if isinstance(typed, list) else []:
            if isinstance(row, dict):
                self._add().type_in(row)
        self._announce()

    def add_row(self) -> AnswerRow:
        """One more row, with nothing in it."""
        row = self._add()
        row.set_value({})
        self._announce()
        return row

    def _add_wished(self) -> None:
        row = self.add_row()
        first = next(iter(row.editors.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> AnswerRow:
        row = AnswerRow(self._looks, self._asked, len(self._rows) + 1, self._choose)
        row.removed.connect(lambda: self._remove(row))
        self._column.insertWidget(len(self._rows), row)
        self._rows.append(row)
        self._put_in_tab_order(row)
        return row

    def _put_in_tab_order(self, row: AnswerRow) -> None:
        # What is made later would be reached last; a row belongs before the button that adds one.
        inside = []
        widget = row.nextInFocusChain()
        while widget is not None and row.isAncestorOf(widget):
            inside.append(widget)
            widget = widget.nextInFocusChain()
        before = self.add_button.previousInFocusChain() or self
        for each in inside:
            QWidget.setTabOrder(before, each)
            before = each
        QWidget.setTabOrder(before, self.add_button)

    def _remove(self, row: AnswerRow) -> None:
        self._take_away(row)
        self._announce()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        for row in list(self._rows):
            self._take_away(row)

    def _take_away(self, row: AnswerRow) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _announce(self) -> None:
        # After the layout knows of the row, so that who listens can measure.
        QTimer.singleShot(0, self, self.resized.emit)
