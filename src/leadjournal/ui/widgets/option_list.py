"""Ways to choose from, below each other, each with a sentence on what it means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.label import Label

_PASSES_MOUSE = Qt.WidgetAttribute.WA_TransparentForMouseEvents


class Option(NamedTuple):
    """One way: what it stands for, its name, and what it means."""

    value: object
    title: str
    sentence: str


class OptionButton(QAbstractButton):
    """One way in a box of its own; the chosen one is edged, a closed one says why."""

    def __init__(self, looks: Looks, option: Option) -> None:
        super().__init__()
        self.looks = looks
        self._option = option
        self._title = Label(looks, option.title, "body-m", wrap=True)
        self._sentence = Label(looks, option.sentence, "small", "text_2", wrap=True)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(13, 8, 13, 9)
        column.setSpacing(1)
        for label in (self._title, self._sentence):
            label.setAttribute(_PASSES_MOUSE)
            column.addWidget(label)
        self.toggled.connect(lambda _on: self._colour())
        self.set_closed("")

    def set_closed(self, why: str) -> None:
        """It cannot be chosen now, and says why; without a reason it can."""
        self.setEnabled(not why)
        self._sentence.setText(why or self._option.sentence)
        self.setAccessibleName(self._option.title)
        self.setAccessibleDescription(self._sentence.text())
        self.setToolTip(why)
        self._colour()

    def sentence(self) -> str:
        """What is said below its name."""
        return self._sentence.text()

    def _colour(self) -> None:
        chosen, open_ = self.isChecked(), self.isEnabled()
        title = "on_accent_soft" if chosen else "text" if open_ else "text_3"
        self._title.set_colour(title)
        self._sentence.set_colour("on_accent_soft" if chosen else "text_2" if open_ else "text_3")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        looks, chosen = self.looks, self.isChecked()
        ground = "accent_soft" if chosen else "surface"
        if not self.isEnabled() or (not chosen and (self.underMouse() or self.isDown())):
            ground = "sunken"
        edge = "accent" if chosen else "line_strong" if self.isEnabled() else "line"
        wide = 2 if chosen else looks.theme.measure("border_control")
        radius = looks.theme.measure("radius_control")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(looks.colour(edge), wide))
        painter.setBrush(looks.colour(ground))
        half = wide / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius
        )
        painter.end()


class OptionList(QWidget):
    """Exactly one is chosen once something was chosen; arrow keys move between them."""

    chosen = Signal(object)

    def __init__(self, looks: Looks, name: str, options: Sequence[Option]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._values = [option.value for option in options]
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for number, option in enumerate(options):
            button = OptionButton(looks, option)
            self._group.addButton(button, number)
            column.addWidget(button)
        self._group.idToggled.connect(self._tell)
        self._lead_focus()

    def value(self) -> object:
        """What was chosen, or None."""
        number = self._group.checkedId()
        return self._values[number] if number >= 0 else None

    def set_value(self, value: object) -> None:
        """Show a choice; None takes the choice back."""
        self.choose_number(self._values.index(value) if value in self._values else -1)

    def close_way(self, value: object, why: str) -> None:
        """Say of a way that it cannot be taken now, or open it with an empty reason."""
        button = self.buttons()[self._values.index(value)]
        if why and button.isChecked():
            self.set_value(None)
        button.set_closed(why)
        self._lead_focus()

    def number(self) -> int:
        """The place of the choice, or -1."""
        return self._group.checkedId()

    def choose_number(self, number: int) -> None:
        """Show the choice at a place; -1 takes the choice back."""
        self._group.setExclusive(False)
        for place, button in enumerate(self.buttons()):
            button.setChecked(place == number)
        self._group.setExclusive(True)
        self._lead_focus()

    def buttons(self) -> list[OptionButton]:
        """The ways, in their order."""
        found = (self._group.button(number) for number in range(len(self._values)))
        return [button for button in found if isinstance(button, OptionButton)]

    def _lead_focus(self) -> None:
        """The keyboard comes to the chosen way, else to the first that can be chosen."""
        buttons = self.buttons()
        open_ = [button for button in buttons if button.isEnabled()]
        chosen = [button for button in open_ if button.isChecked()]
        for button in (*chosen, *open_)[:1]:
            self.setFocusProxy(button)

    def _tell(self, _number: int, on: bool) -> None:
        if on:
            self._lead_focus()
            self.chosen.emit(self.value())
