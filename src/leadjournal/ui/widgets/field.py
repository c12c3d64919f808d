"""A label, what is typed under it, and a hint or what is wrong."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.polish import repolish

EditorT = TypeVar("EditorT", bound=QWidget)

_ERROR_ICON = 14


class Field(QWidget, Generic[EditorT]):
    """One question of a form; `editor` is what the answer is typed in."""

    def __init__(
        self,
        looks: Looks,
        label: str,
        editor: EditorT,
        *,
        hint: str = "",
        optional: bool = False,
    ) -> None:
        super().__init__()
        self.looks = looks
        self.editor = editor
        self._hint = hint
        self._error = ""
        self._label = Label(looks, label, "small-m")
        self._label.setBuddy(editor)
        self._mark = QLabel()
        self._below = Label(looks, hint, "caption", "text_3", wrap=True)
        editor.setAccessibleName(label)
        self.setFocusProxy(editor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._lay_out(_("Optional") if optional else "")
        self._show_below()
        looks.changed.connect(self._show_below)

    @property
    def label(self) -> str:
        """The question."""
        return self._label.text()

    @property
    def error(self) -> str:
        """What is wrong with the answer, or nothing."""
        return self._error

    def set_error(self, sentence: str) -> None:
        """Say what is wrong in the place of the hint; an empty sentence takes it back."""
        self._error = sentence
        self._show_below()

    def add_below(self, widget: QWidget) -> None:
        """Put something under the answer and its hint."""
        self._column.addWidget(widget)

    def clear_error(self) -> None:
        """Show the hint again."""
        self.set_error("")

    def _lay_out(self, optional: str) -> None:
        top = QHBoxLayout()
        top.addWidget(self._label, 1)
        if optional:
            top.addWidget(Label(self.looks, optional, "small", "text_3"))
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._below, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(top)
        self._column.addSpacing(5)
        self._column.addWidget(self.editor)
        self._column.addSpacing(4)
        self._column.addLayout(below)

    def _show_below(self) -> None:
        wrong = bool(self._error)
        self._mark.setVisible(wrong)
        if wrong:
            self._mark.setPixmap(self.looks.pixmap("circle-alert", _ERROR_ICON, "danger"))
        self._below.setText(self._error or self._hint)
        self._below.set_colour("danger" if wrong else "text_3")
        self._below.setVisible(bool(self._error or self._hint))
        self.editor.setAccessibleDescription(self._error or self._hint)
        if self.editor.property("wrong") != wrong:
            self.editor.setProperty("wrong", wrong)
            repolish(self.editor)


def row_of(fields: Sequence[QWidget], *, spacing: int = 20) -> QHBoxLayout:
    """Fields beside each other, their labels on one line."""
    row = QHBoxLayout()
    row.setSpacing(spacing)
    for field in fields:
        row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
    return row
