"""One outcome at the end of a cycle: how it stands, its score, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from leadjournal.base.errors import InvalidValue
from leadjournal.base.words import _, shortened
from leadjournal.model.cycle import CycleChoice, CycleScoreDraft
from leadjournal.ui.pages.outcomes.cycles.words import standing_words
from leadjournal.ui.widgets.answers import LinesAnswer, NumberAnswer, WordsAnswer
from leadjournal.ui.widgets.field import Field
from leadjournal.ui.widgets.form_fields import fields_of
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.typed import type_into, typed_in

if TYPE_CHECKING:
    from leadjournal.services.cycles import Score, Standing
    from leadjournal.ui.theme.looks import Looks

_NAMES = ["score", "choice", "note"]
_SCORE_WIDE = 76
_NOTE_LEAST = 240
_GAP = 16
_UNLIMITED = 16_777_215
_LONGEST = 80


class ScoreRow(QWidget):
    """Three answers beside each other, or below where there is no room."""

    def __init__(self, looks: Looks, standing: Standing, today: date) -> None:
        super().__init__()
        self.looks = looks
        self.outcome_id = standing.outcome_id
        score, choice, note = fields_of(CycleScoreDraft, _NAMES)
        self.score_editor = NumberAnswer(looks, score)
        self.choice_editor = WordsAnswer(looks, choice)
        self.note_editor = LinesAnswer(looks, lines=1)
        self._fields: dict[str, Field[Any]] = {
            "score": Field(looks, score.label, self.score_editor),
            "choice": Field(looks, choice.label, self.choice_editor),
            "note": Field(looks, note.label, self.note_editor),
        }
        self._name_for_ears(standing.statement)
        self.score_editor.set_value(standing.score)
        self.choice_editor.set_value(standing.choice)
        self._untouched = {name: typed_in(self.editor(name)) for name in _NAMES}
        self._first = QWidget()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out(standing, today)
        self.choice_editor.chosen.connect(lambda _choice: self._ask_why())
        looks.changed.connect(self._arrange)
        self._ask_why()

    def editor(self, name: str) -> QWidget:
        """What score, choice or note is answered in."""
        return cast("QWidget", self._fields[name].editor)

    def field(self, name: str) -> QWidget:
        """An answer with its label and what is wrong with it."""
        return self._fields[name]

    def choice(self) -> CycleChoice:
        """What becomes of the outcome, as it is chosen now."""
        return cast("CycleChoice", self.choice_editor.value() or CycleChoice.KEEP)

    def score(self) -> Score:
        """What the outcome is given; raises `InvalidValue` at the answer that is none."""
        from leadjournal.services.cycles import Score, field_of

        field = field_of("score", self.outcome_id)
        try:
            value = self.score_editor.value()
        except InvalidValue as fault:
            raise InvalidValue(fault.happened, field=field) from None
        if value is None:
            words = _("{field} is needed.").format(field=self._fields["score"].label)
            raise InvalidValue(words, field=field)
        return Score(self.outcome_id, value, self.choice(), self.note_editor.value())

    def typed(self) -> dict[str, Any]:
        """The answers that are other than those proposed, as they were typed."""
        now = {name: typed_in(self.editor(name)) for name in _NAMES}
        return {name: value for name, value in now.items() if value != self._untouched[name]}

    def show_typed(self, typed: Mapping[str, Any]) -> None:
        """Type the same again; what was not typed is as it is proposed."""
        for name in _NAMES:
            type_into(self.editor(name), typed.get(name, self._untouched[name]))
        self._ask_why()

    def set_error(self, name: str, sentence: str) -> None:
        """Say at an answer what is wrong with it, and bring the cursor there."""
        self._fields[name].set_error(sentence)
        self.editor(name).setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_errors(self) -> None:
        """Take back what was said to be wrong."""
        for field in self._fields.values():
            field.clear_error()

    def error(self) -> str:
        """What is said to be wrong."""
        return " ".join(field.error for field in self._fields.values() if field.error)

    def _ask_why(self) -> None:
        self.note_editor.setPlaceholderText(
            {
                CycleChoice.KEEP: "",
                CycleChoice.CHANGE: _("What will be different"),
                CycleChoice.STOP: _("What was learned"),
            }[self.choice()]
        )

    def _name_for_ears(self, statement: str) -> None:
        # Without the statement, one row could not be told from another.
        for field in self._fields.values():
            words = _("{field} of “{title}”")
            title = shortened(statement, _LONGEST)
            field.editor.setAccessibleName(words.format(field=field.label, title=title))

    def _lay_out(self, standing: Standing, today: date) -> None:
        beside = QHBoxLayout(self._first)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(_GAP)
        top = Qt.AlignmentFlag.AlignTop
        beside.addWidget(self._fields["score"], 0, top)
        beside.addWidget(self._fields["choice"], 1, top)
        self._line.setSpacing(_GAP)
        self._line.addWidget(self._first, 0, top)
        self._line.addWidget(self._fields["note"], 1, top)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Label(self.looks, standing.statement, "body-m", "text", wrap=True))
        words = standing_words(standing, today)
        column.addWidget(Label(self.looks, words, "small", "text_2", wrap=True))
        column.addSpacing(8)
        column.addLayout(self._line)
        self._arrange()

    def _arrange(self) -> None:
        score = self.looks.scaled(_SCORE_WIDE)
        self._fields["score"].setFixedWidth(score)
        buttons = self.choice_editor.buttons()
        choices = sum(button.sizeHint().width() + 8 for button in buttons) - 8
        first = score + _GAP + choices
        fits = first + _GAP + self.looks.scaled(_NOTE_LEAST) <= self.width()
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.LeftToRight if fits else ways.TopToBottom)
        self._line.setSpacing(_GAP if fits else 8)
        if fits:
            self._first.setFixedWidth(first)
        else:
            self._first.setMinimumWidth(0)
            self._first.setMaximumWidth(_UNLIMITED)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
