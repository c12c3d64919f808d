"""A few answers beside each other, of which one is chosen."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import ChoiceButton
from leadjournal.ui.widgets.flow import FlowLayout


class Choice(NamedTuple):
    """One answer: what it stands for, its words and its icon."""

    value: object
    text: str
    icon: str = ""


class ChoiceRow(QWidget):
    """Choice buttons in a row; arrow keys move between them."""

    chosen = Signal(object)

    def __init__(self, looks: Looks, name: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._values = [choice.value for choice in choices]
        self._group = QButtonGroup(self)
        row = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for number, choice in enumerate(choices):
            button = ChoiceButton(looks, choice.text, choice.icon)
            self._group.addButton(button, number)
            row.addWidget(button)
        self._group.idClicked.connect(lambda number: self.chosen.emit(self._values[number]))

    def value(self) -> object:
        """What was chosen, or None."""
        number = self._group.checkedId()
        return self._values[number] if number >= 0 else None

    def set_value(self, value: object) -> None:
        """Show a choice without telling anybody; None takes the choice back."""
        self._group.setExclusive(False)
        for number, each in enumerate(self._values):
            self._group.button(number).setChecked(value is not None and each == value)
        self._group.setExclusive(True)

    def number(self) -> int:
        """The place of the choice in the row, or -1."""
        return self._group.checkedId()

    def choose_number(self, number: int) -> None:
        """Show the choice at a place; -1 takes the choice back."""
        self.set_value(self._values[number] if 0 <= number < len(self._values) else None)

    def buttons(self) -> list[ChoiceButton]:
        """The buttons, in the order of the choices."""
        found = (self._group.button(number) for number in range(len(self._values)))
        return [button for button in found if isinstance(button, ChoiceButton)]
