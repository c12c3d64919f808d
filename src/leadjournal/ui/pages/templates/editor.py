"""What an answer is given in: what all kinds of answers share, and the typed kinds."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QDoubleValidator
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.rules.template import SHORT_LIMIT, Step
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.editors import DayEdit, LineEdit, TextArea


class AnswerEditor(QWidget):
    """Takes one answer; `changed` tells each new value, `settled` those chosen in one go."""

    changed = Signal(object)
    settled = Signal(object)

    typed = False
    """Whether the answer grows key by key."""

    def __init__(self, looks: Looks, step: Step) -> None:
        super().__init__()
        self.looks = looks
        self.step = step
        self.setAccessibleName(step.prompt)
        # Else it would keep the height of answers that are no longer shown.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)

    def set_value(self, value: object) -> None:
        """Show an answer without telling anybody."""

    def take_focus(self) -> None:
        """Bring the keyboard to the first place to answer in."""
        self.setFocus()

    def enter_pressed(self) -> bool:
        """Use Enter for the answer itself; False lets it lead to the next question."""
        return False

    def name(self, widget: QWidget) -> None:
        """Let assistive technology read the question where the answer is given."""
        widget.setAccessibleName(self.step.prompt)
        widget.setAccessibleDescription(self.step.help)


class ShortEditor(AnswerEditor):
    """One line."""

    typed = True

    def __init__(self, looks: Looks, step: Step) -> None:
        super().__init__(looks, step)
        self.line = LineEdit(looks)
        self.line.setMaxLength(SHORT_LIMIT)
        self.name(self.line)
        self.column.addWidget(self.line)
        self.line.textEdited.connect(lambda text: self.changed.emit(self.value_of(text)))

    def value_of(self, text: str) -> object:
        """The answer that a text in the field stands for."""
        return text

    def set_value(self, value: object) -> None:
        self.line.setText(str(value) if value is not None else "")

    def take_focus(self) -> None:
        self.line.setFocus()
        self.line.end(False)


class LongEditor(AnswerEditor):
    """Several lines."""

    typed = True

    def __init__(self, looks: Looks, step: Step) -> None:
        super().__init__(looks, step)
        self.area = TextArea(looks, role="reading", lines=3)
        self.name(self.area)
        self.column.addWidget(self.area)
        self.area.textChanged.connect(lambda: self.changed.emit(self.value()))

    def value(self) -> object:
        """What was typed."""
        return self.area.text()

    def set_value(self, value: object) -> None:
        silent = self.area.blockSignals(True)
        self.area.set_text(self.text_of(value))
        self.area.blockSignals(silent)

    def text_of(self, value: object) -> str:
        """The answer as it stands in the field."""
        return str(value) if value is not None else ""

    def take_focus(self) -> None:
        self.area.setFocus()


class ListEditor(LongEditor):
    """One item on each line."""

    def value(self) -> object:
        return [line for line in self.area.text().split("\n") if line.strip()]

    def text_of(self, value: object) -> str:
        return "\n".join(str(each) for each in value) if isinstance(value, list) else ""


class NumberEditor(ShortEditor):
    """A number; what is none is not taken."""

    def __init__(self, looks: Looks, step: Step) -> None:
        super().__init__(looks, step)
        self.line.setValidator(QDoubleValidator(self))
        self.line.setPlaceholderText(_("A number"))

    def value_of(self, text: str) -> object:
        try:
            return float(text.replace(",", "."))
        except ValueError:
            return None

    def set_value(self, value: object) -> None:
        self.line.setText(f"{value:g}" if isinstance(value, int | float) else "")


class DateEditor(AnswerEditor):
    """A day, or none yet."""

    def __init__(self, looks: Looks, step: Step) -> None:
        super().__init__(looks, step)
        self.day = DayEdit(looks, optional=True)
        self.name(self.day)
        self.column.addWidget(self.day)
        self.day.day_changed.connect(
            lambda day: self.settled.emit(day.isoformat() if day else None)
        )

    def set_value(self, value: object) -> None:
        silent = self.day.blockSignals(True)
        self.day.set_day(date.fromisoformat(value) if isinstance(value, str) else None)
        self.day.blockSignals(silent)

    def take_focus(self) -> None:
        self.day.setFocus()
