"""What stands in an editor as plain values, whether it is an answer yet or not."""

from __future__ import annotations

from typing import Any, Protocol, runtime_checkable

from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLineEdit, QTextEdit, QWidget

from leadjournal.ui.widgets.choices import ChoiceRow
from leadjournal.ui.widgets.option_list import OptionList
from leadjournal.ui.widgets.tick_list import TickList


@runtime_checkable
class Typed(Protocol):
    """An editor put together from others, which tells itself what stands in it."""

    def typed(self) -> Any:
        """What was typed, as plain values."""

    def type_in(self, typed: Any) -> None:
        """Type the same again; what does not fit is passed over."""


def typed_in(editor: QWidget) -> Any:
    """Text, a number or yes and no; what can be written as JSON."""
    if isinstance(editor, Typed):
        return editor.typed()
    if isinstance(editor, QTextEdit):
        return editor.toPlainText()
    if isinstance(editor, QLineEdit):
        return editor.text()
    if isinstance(editor, QDateEdit):
        return editor.lineEdit().text()
    if isinstance(editor, QComboBox):
        return editor.currentText() if editor.isEditable() else editor.currentIndex()
    if isinstance(editor, QCheckBox):
        return editor.isChecked()
    if isinstance(editor, ChoiceRow | OptionList):
        return editor.number()
    if isinstance(editor, TickList):
        return list(editor.value())
    return None


def type_into(editor: QWidget, typed: Any) -> None:
    """Put it back; what an editor of another kind held is passed over."""
    if isinstance(editor, Typed):
        editor.type_in(typed)
    elif isinstance(editor, QTextEdit) and isinstance(typed, str):
        editor.setPlainText(typed)
    elif isinstance(editor, QLineEdit) and isinstance(typed, str):
        editor.setText(typed)
    elif isinstance(editor, QDateEdit) and isinstance(typed, str):
        editor.lineEdit().setText(typed)
        editor.interpretText()
    elif isinstance(editor, QComboBox):
        _choose(editor, typed)
    elif isinstance(editor, QCheckBox) and isinstance(typed, bool):
        editor.setChecked(typed)
    elif isinstance(editor, ChoiceRow | OptionList) and isinstance(typed, int):
        editor.choose_number(typed)
    elif isinstance(editor, TickList) and isinstance(typed, list):
        editor.set_value(typed)


def _choose(editor: QComboBox, typed: Any) -> None:
    if editor.isEditable() and isinstance(typed, str):
        editor.setCurrentIndex(editor.findText(typed))
        editor.setEditText(typed)
    elif isinstance(typed, int) and typed < editor.count():
        editor.setCurrentIndex(typed)
