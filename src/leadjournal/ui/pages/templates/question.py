"""One question: its words, its help, the answer, what is wrong with it, an example."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.rules.template import Step
from leadjournal.ui.pages.templates.choice_editor import (
    ChoiceEditor,
    ChoicesEditor,
    ScaleEditor,
)
from leadjournal.ui.pages.templates.editor import (
    AnswerEditor,
    DateEditor,
    ListEditor,
    LongEditor,
    NumberEditor,
    ShortEditor,
)
from leadjournal.ui.pages.templates.link_editor import LinkEditor
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.announce import announce
from leadjournal.ui.widgets.buttons import IconButton, LinkButton
from leadjournal.ui.widgets.card import Well
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.note import Note

EDITORS: dict[str, type[AnswerEditor]] = {
    "short": ShortEditor,
    "long": LongEditor,
    "list": ListEditor,
    "number": NumberEditor,
    "date": DateEditor,
    "scale": ScaleEditor,
    "choice": ChoiceEditor,
    "choices": ChoicesEditor,
    "link": LinkEditor,
}


class Example(Well):
    """How another team answered; it can be folded away."""

    folded = Signal(bool)

    def __init__(self, looks: Looks, words: str, *, open_: bool) -> None:
        super().__init__(looks, spacing=4)
        self._quote = Label(looks, words, "quote-italic", "text_2", wrap=True)
        self._fold = IconButton(looks, "chevron-up", "", box=28)
        self._fold.clicked.connect(lambda: self._open(self._quote.isHidden()))
        head = QHBoxLayout()
        head.addWidget(Label(looks, _("Example from another team"), "small-m", "text_2"), 1)
        head.addWidget(self._fold)
        self.column.setContentsMargins(16, 8, 8, 8)
        self.column.addLayout(head)
        self.column.addWidget(self._quote)
        self._show(open_)

    def _open(self, open_: bool) -> None:
        self._show(open_)
        self.folded.emit(not open_)

    def _show(self, open_: bool) -> None:
        self._quote.setVisible(open_)
        self.column.setContentsMargins(16, 8, 8, 12 if open_ else 8)
        self._fold.set_icon("chevron-up" if open_ else "chevron-down")
        self._fold.set_name(_("Hide the example") if open_ else _("Show the example"))


class Question(QWidget):
    """One step of a guide on the screen."""

    example_folded = Signal(bool)

    def __init__(self, looks: Looks, step: Step, *, note: str = "", example: bool = True) -> None:
        super().__init__()
        self.looks = looks
        self.step = step
        self.editor = EDITORS[step.kind](looks, step)
        self._fault = Label(looks, "", "small", "danger", wrap=True)
        self._fault.hide()
        self.clear_button = LinkButton(looks, _("Clear the answer"))
        self.clear_button.clicked.connect(self._take_back)
        self._lay_out(note, example)
        self.editor.changed.connect(self._look)
        self.editor.settled.connect(self._look)

    def show_answer(self, value: object) -> None:
        """Show what was answered so far."""
        self.editor.set_value(value)
        self._show_clear(value)

    def complain(self, sentence: str) -> None:
        """Say what is wrong, below the answer; an empty sentence takes it back."""
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    @property
    def complaint(self) -> str:
        """What is said to be wrong."""
        return self._fault.text()

    def _lay_out(self, note: str, example: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(self.looks, self.step.prompt, "question", wrap=True))
        column.addSpacing(4)
        column.addWidget(Label(self.looks, self.step.help, "body", "text_2", wrap=True))
        column.addSpacing(16)
        column.addWidget(self.editor)
        column.addSpacing(4)
        column.addLayout(self._foot())
        column.addWidget(self._fault)
        if note:
            column.addSpacing(12)
            column.addWidget(Note(self.looks, note, dismissable=False))
        if self.step.example:
            shown = Example(self.looks, self._example_words(), open_=example)
            shown.folded.connect(self.example_folded)
            column.addSpacing(12)
            column.addWidget(shown)
        column.addStretch()

    def _foot(self) -> QHBoxLayout:
        needed = _("Needed to finish") if self.step.required else _("Optional")
        saved = _("Saved as you type") if self.editor.typed else _("Saved at once")
        foot = QHBoxLayout()
        foot.addWidget(Label(self.looks, saved, "small", "text_3"))
        foot.addStretch()
        foot.addWidget(self.clear_button)
        foot.addSpacing(12)
        foot.addWidget(Label(self.looks, needed, "small", "text_3"))
        return foot

    def _example_words(self) -> str:
        words = {choice.id: choice.words for choice in self.step.choices}
        return words.get(self.step.example, self.step.example)

    def _look(self, value: object) -> None:
        self.complain("")
        self._show_clear(value)

    def _show_clear(self, value: object) -> None:
        chosen = self.step.kind in ("choice", "choices", "scale", "date")
        answered = value not in (None, "", [])
        self.clear_button.setVisible(chosen and answered and not self.step.required)

    def _take_back(self) -> None:
        self.editor.set_value(None)
        self.editor.settled.emit(None)
        self.editor.take_focus()
