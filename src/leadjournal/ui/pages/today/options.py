"""The check-in's answers: beside each other, and below each other where the line is full."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from leadjournal.ui.pages.today.values import Option
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import ChoiceButton
from leadjournal.ui.widgets.flow import FlowLayout


class Options(QWidget):
    """At most one is chosen; arrow keys move between them."""

    chosen = Signal(str)

    def __init__(self, looks: Looks, name: str, options: Sequence[Option]) -> None:
        super().__init__()
        self._options = tuple(options)
        self._group = QButtonGroup(self)
        flow = FlowLayout(self)
        for number, option in enumerate(self._options):
            button = ChoiceButton(looks, option.words, option.icon)
            self._group.addButton(button, number)
            flow.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)
        self._group.idClicked.connect(lambda number: self.chosen.emit(self._options[number].id))

    def value(self) -> str:
        """The id of the chosen answer, or nothing."""
        number = self._group.checkedId()
        return self._options[number].id if number >= 0 else ""

    def set_value(self, value: str) -> None:
        """Show an answer without telling anybody; nothing takes the choice back."""
        self._group.setExclusive(False)
        for number, option in enumerate(self._options):
            self._group.button(number).setChecked(option.id == value)
        self._group.setExclusive(True)
