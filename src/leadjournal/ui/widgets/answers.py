"""Editors that hold the answer to one question of a form, whatever its kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Protocol, cast

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from leadjournal.base.errors import InvalidValue
from leadjournal.base.formats import number
from leadjournal.base.words import _
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.choices import Choice, ChoiceRow
from leadjournal.ui.widgets.editors import ComboBox, DayEdit, LineEdit, TextArea
from leadjournal.ui.widgets.form_fields import FormField
from leadjournal.ui.widgets.option_list import Option, OptionList
from leadjournal.ui.widgets.tick_list import TickList, TickRow

_FEW = 3
_SHORT = 24
_TICK_SIDES = 32
_TICK_LEAST = 96


class Answer(Protocol):
    """An editor of a form; its `value` may raise `InvalidValue` in a sentence."""

    def value(self) -> object:
        """What was answered, or None."""

    def set_value(self, value: object) -> None:
        """Show an answer."""


Chooser = Callable[[FormField], QWidget]
"""Makes the editor that chooses a record; the widget is an `Answer`."""


class LineAnswer(LineEdit):
    """One line."""

    def value(self) -> str:
        return self.text()

    def set_value(self, value: object) -> None:
        self.setText("" if value is None else str(value))


class LinesAnswer(TextArea):
    """A few lines."""

    def __init__(self, looks: Looks, lines: int = 2) -> None:
        super().__init__(looks, lines=lines)

    def value(self) -> str:
        return self.text()

    def set_value(self, value: object) -> None:
        self.set_text("" if value is None else str(value))


class ListAnswer(TextArea):
    """One thing a line."""

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks, lines=2)

    def value(self) -> list[str]:
        return [line.strip() for line in self.text().split("\n") if line.strip()]

    def set_value(self, value: object) -> None:
        self.set_text("\n".join(cast("list[str]", value or [])))


class NumberAnswer(LineEdit):
    """A number, typed with a point or a comma, or a letter that stands for one."""

    def __init__(self, looks: Looks, asked: FormField) -> None:
        super().__init__(looks)
        self._asked = asked
        self._letters: Mapping[str, float] = {
            letter.casefold(): meant for letter, meant in asked.stands_for.items()
        }

    def value(self) -> float | int | None:
        text = self.text().strip().replace("\u2212", "-")
        if not text:
            return None
        if text.casefold() in self._letters:
            return self._letters[text.casefold()]
        try:
            return int(text) if self._asked.kind == "whole" else float(_plain(text))
        except ValueError:
            raise InvalidValue(self._sentence(), field=self._asked.name) from None

    def set_value(self, value: object) -> None:
        self.setText("" if value is None else number(cast("float", value), 6).replace(",", ""))

    def _sentence(self) -> str:
        if self._asked.kind == "whole":
            return _("{field} is a whole number, for example 3.").format(field=self._asked.label)
        return _("{field} is a number, for example 2.5.").format(field=self._asked.label)


def _plain(text: str) -> str:
    # 2,5 is two and a half; 1,200.5 has a comma between its thousands.
    return text.replace(",", "") if "." in text else text.replace(",", ".")


class ScaleAnswer(ChoiceRow):
    """One to five; the hint has the words for both ends."""

    def __init__(self, looks: Looks, asked: FormField) -> None:
        super().__init__(looks, asked.label, [Choice(n, str(n)) for n in range(1, 6)])


class WordsAnswer(ChoiceRow):
    """One of two or three short words."""

    def __init__(self, looks: Looks, asked: FormField) -> None:
        choices = [Choice(value, words) for words, value in asked.choices]
        super().__init__(looks, asked.label, choices)


class ChoiceAnswer(ComboBox):
    """One of a few words."""

    def __init__(self, looks: Looks, asked: FormField) -> None:
        self._none = [(_("None"), None)] if asked.optional else []
        super().__init__(looks, [*self._none, *asked.choices])
        # What is chosen from may be longer than any form is wide.
        self.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def set_choices(self, choices: Sequence[tuple[str, object]]) -> None:
        """Offer others."""
        self.clear()
        for words, value in (*self._none, *choices):
            self.addItem(words, value)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling the form must not change an answer on the way.
        event.ignore()


class DayAnswer(DayEdit):
    """A day, or none where that is an answer."""

    def __init__(self, looks: Looks, asked: FormField) -> None:
        super().__init__(looks, optional=asked.optional)

    def value(self) -> date | None:
        return self.day()

    def set_value(self, value: object) -> None:
        self.set_day(cast("date | None", value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class FlagAnswer(QCheckBox):
    """Yes or no."""

    def __init__(self, looks: Looks) -> None:
        super().__init__(_("Yes"))
        self._looks = looks
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._restyle()
        looks.changed.connect(self._restyle)

    def value(self) -> bool:
        return self.isChecked()

    def set_value(self, value: object) -> None:
        self.setChecked(bool(value))

    def _restyle(self) -> None:
        self.setFont(self._looks.font("body"))


def _choice(looks: Looks, asked: FormField) -> QWidget:
    signs = sum(len(words) for words, _value in asked.choices)
    short = len(asked.choices) <= _FEW and signs <= _SHORT and not asked.optional
    return (WordsAnswer if short else ChoiceAnswer)(looks, asked)


def _options(looks: Looks, asked: FormField) -> QWidget:
    options = [
        Option(value, words, sentence)
        for (words, value), sentence in zip(asked.choices, asked.sentences, strict=True)
    ]
    return OptionList(looks, asked.label, options)


def _ticks(looks: Looks, asked: FormField) -> QWidget:
    rights = asked.sentences or ("",) * len(asked.choices)
    rows = [
        TickRow(str(value), words, right)
        for (words, value), right in zip(asked.choices, rights, strict=True)
    ]
    return TickList(looks, asked.label, rows)


_MAKERS: dict[str, Callable[[Looks, FormField], QWidget]] = {
    "line": lambda looks, asked: LineAnswer(looks),
    "lines": lambda looks, asked: LinesAnswer(looks),
    "list": lambda looks, asked: ListAnswer(looks),
    "number": NumberAnswer,
    "whole": NumberAnswer,
    "scale": ScaleAnswer,
    "day": DayAnswer,
    "choice": _choice,
    "flag": lambda looks, asked: FlagAnswer(looks),
    "option": _options,
    "ticks": _ticks,
}


def answer_for(looks: Looks, asked: FormField, choose: Chooser | None) -> QWidget:
    """The editor for a question; a record is chosen with the chooser that is given."""
    if asked.kind == "record" and choose is not None:
        return choose(asked)
    return _MAKERS[asked.kind](looks, asked)
