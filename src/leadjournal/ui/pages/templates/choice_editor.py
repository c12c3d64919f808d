"""Answers that are chosen: one of a few, several of a few, a point between two words."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.rules.template import SCALE_LIMITS, Step
from leadjournal.ui.pages.templates.editor import AnswerEditor
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import ChoiceButton
from leadjournal.ui.widgets.flow import FlowLayout
from leadjournal.ui.widgets.label import Label

_POINT_WIDE = 56
_POINT_GAP = 8


class _Options(QWidget):
    """As tall as the lines its options take at the present width."""

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class ChoiceEditor(AnswerEditor):
    """Option buttons, of which one is chosen; arrow keys move, digits choose."""

    exclusive = True

    def __init__(self, looks: Looks, step: Step) -> None:
        super().__init__(looks, step)
        self._values: list[object] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(self.exclusive)
        self._group.idClicked.connect(lambda _number: self.settled.emit(self.value()))
        self.lay_out()

    def lay_out(self) -> None:
        """Put the options where they belong."""
        holder = _Options()
        flow = FlowLayout(holder)
        for choice in self.step.choices:
            flow.addWidget(self.option(choice.id, choice.words, choice.icon))
        self.column.addWidget(holder)

    def option(self, value: object, words: str, icon: str = "") -> ChoiceButton:
        """One more option."""
        button = ChoiceButton(self.looks, words, icon)
        button.setAutoExclusive(self.exclusive)
        button.setAccessibleDescription(self.step.prompt)
        self._group.addButton(button, len(self._values))
        self._values.append(value)
        return button

    def value(self) -> object:
        """What is chosen."""
        number = self._group.checkedId()
        return self._values[number] if number >= 0 else None

    def set_value(self, value: object) -> None:
        self._group.setExclusive(False)
        for number, each in enumerate(self._values):
            self._group.button(number).setChecked(self.holds(value, each))
        self._group.setExclusive(self.exclusive)

    def holds(self, value: object, option: object) -> bool:
        """Whether an option belongs to an answer."""
        return value is not None and value == option

    def take_focus(self) -> None:
        chosen = max(self._group.checkedId(), 0)
        self._group.button(chosen).setFocus(Qt.FocusReason.TabFocusReason)

    def buttons(self) -> Sequence[ChoiceButton]:
        """The options in their order."""
        found = (self._group.button(number) for number in range(len(self._values)))
        return [button for button in found if isinstance(button, ChoiceButton)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(self._values) and not event.modifiers():
            button = self._group.button(number)
            button.setFocus(Qt.FocusReason.TabFocusReason)
            button.click()
        else:
            super().keyPressEvent(event)


class ChoicesEditor(ChoiceEditor):
    """Option buttons, of which any number is chosen."""

    exclusive = False

    def value(self) -> object:
        checked = [self._group.button(number).isChecked() for number in range(len(self._values))]
        return [value for value, chosen in zip(self._values, checked, strict=True) if chosen]

    def holds(self, value: object, option: object) -> bool:
        return isinstance(value, list) and option in value


class ScaleEditor(ChoiceEditor):
    """Five points between two words."""

    def lay_out(self) -> None:
        low, high = SCALE_LIMITS
        row = QHBoxLayout()
        row.setSpacing(_POINT_GAP)
        for point in range(low, high + 1):
            button = self.option(point, str(point))
            button.setAccessibleName(self._spoken(point))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        ends = QHBoxLayout()
        ends.addWidget(Label(self.looks, self.step.low, "small", "text_2"))
        ends.addStretch()
        ends.addWidget(Label(self.looks, self.step.high, "small", "text_2"))
        self._scale = QWidget()
        column = QVBoxLayout(self._scale)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addLayout(ends)
        self.column.addWidget(self._scale)
        self._fit()
        self.looks.changed.connect(self._fit)

    def _fit(self) -> None:
        points = len(self.buttons())
        wide = self.looks.scaled(_POINT_WIDE)
        self._scale.setMaximumWidth(points * wide + (points - 1) * _POINT_GAP)

    def _spoken(self, point: int) -> str:
        low, high = SCALE_LIMITS
        if point == low:
            return _("{point}, {words}").format(point=point, words=self.step.low)
        if point == high:
            return _("{point}, {words}").format(point=point, words=self.step.high)
        return str(point)
