"""The day's check-in: a card with the first questions, one line once it is done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from leadjournal.base.words import _, ngettext
from leadjournal.ui.pages.today.options import Options
from leadjournal.ui.pages.today.values import CheckIn, Questions, Stage
from leadjournal.ui.shape import Shape
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import IconButton, LinkButton, PrimaryButton, QuietButton
from leadjournal.ui.widgets.card import Card
from leadjournal.ui.widgets.editors import LineEdit
from leadjournal.ui.widgets.field import Field
from leadjournal.ui.widgets.label import Label

_PADDING = (24, 20, 20, 18)
_ICON = 18
_NOTHING_SAID = "\n"


class CheckInCard(Card):
    """Asks the first two questions; what was typed is never overwritten by a refresh."""

    touched = Signal()
    continued = Signal()
    note_wanted = Signal()

    padding = _PADDING

    def __init__(self, looks: Looks, questions: Questions) -> None:
        super().__init__(looks, spacing=0)
        self._shown = _NOTHING_SAID
        self._more = 0
        self._minutes = 0
        self._shape = Shape.WIDE
        self.question = Label(looks, questions.question, "question", wrap=True)
        self.help = Label(looks, questions.help, "small", "text_3", wrap=True)
        self.options = Options(looks, questions.question, questions.options)
        self.line = Field(looks, questions.line, LineEdit(looks))
        self.go_on = PrimaryButton(looks, _("Continue check-in"))
        self.coming = Label(looks, "", "small", "text_3", elide=True)
        self.note = QuietButton(looks, _("Free note"), "pen-line")
        self.note_icon = IconButton(looks, "pen-line", _("Free note"))
        self._lay_out()
        self.options.chosen.connect(lambda _id: self.touched.emit())
        self.line.editor.textEdited.connect(self._typed)
        self.line.editor.returnPressed.connect(self.continued)
        self.go_on.clicked.connect(self.continued)
        self.note.clicked.connect(self.note_wanted)
        self.note_icon.clicked.connect(self.note_wanted)

    def show_check_in(self, check_in: CheckIn) -> None:
        """Show how far it is; answers given here and not kept yet stay."""
        is_kept = self.said() == self._shown
        self._shown = f"{check_in.direction}\n{check_in.line}"
        if is_kept and self.said() != self._shown:
            self.options.set_value(check_in.direction)
            self.line.editor.setText(check_in.line)
        begun = check_in.stage is Stage.BEGUN
        self.go_on.setText(_("Continue where you left off") if begun else _("Continue check-in"))
        self._more, self._minutes = check_in.more, check_in.minutes
        self._say_what_comes()

    def said(self) -> str:
        """The chosen answer on the first line, the small thing on the second."""
        return f"{self.options.value()}\n{self.line.editor.text().strip()}"

    def set_error(self, sentence: str) -> None:
        """Say what is wrong with the line."""
        self.line.set_error(sentence)

    def set_shape(self, shape: Shape) -> None:
        """Say less where there is less room."""
        self._shape = shape
        self.note.setVisible(shape is Shape.WIDE)
        self.note_icon.setVisible(shape is not Shape.WIDE)
        self._say_what_comes()

    def _typed(self) -> None:
        self.line.clear_error()
        self.touched.emit()

    def _say_what_comes(self) -> None:
        if not self._more:
            self.coming.setText(_("Everything is answered"))
            return
        words = (
            ngettext("{count} more, about {time}", "{count} more, about {time}", self._more)
            if self._shape is Shape.NARROW
            else ngettext(
                "{count} more short question, about {time}",
                "{count} more short questions, about {time}",
                self._more,
            )
        )
        time = ngettext("{count} minute", "{count} minutes", self._minutes)
        self.coming.setText(words.format(count=self._more, time=time.format(count=self._minutes)))

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self.go_on)
        foot.addWidget(self.coming, 1)
        foot.addWidget(self.note)
        foot.addWidget(self.note_icon)
        self.column.addWidget(self.question)
        self.column.addWidget(self.help)
        self.column.addSpacing(14)
        self.column.addWidget(self.options)
        self.column.addSpacing(16)
        self.column.addWidget(self.line)
        self.column.addSpacing(12)
        self.column.addLayout(foot)


class CheckedIn(Card):
    """One line: when the check-in was made, with a way to change it."""

    edited = Signal()
    continued = Signal()
    note_wanted = Signal()

    padding = (20, 10, 16, 10)

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks, spacing=0)
        self._icon = QLabel()
        self.words = Label(looks, "", "body-m", elide=True)
        self.edit = LinkButton(looks, _("Edit"))
        self.go_on = LinkButton(looks, _("Continue where you left off"))
        self.note = QuietButton(looks, _("Free note"), "pen-line")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addWidget(self.words, 1)
        row.addWidget(self.edit)
        row.addWidget(self.go_on)
        row.addWidget(self.note)
        self.column.addLayout(row)
        self.edit.clicked.connect(self.edited)
        self.go_on.clicked.connect(self.continued)
        self.note.clicked.connect(self.note_wanted)
        self._restyle()
        looks.changed.connect(self._restyle)

    def show_check_in(self, check_in: CheckIn) -> None:
        """Show when it was made."""
        reopened = check_in.stage is Stage.REOPENED
        said = (
            _("Checked in at {time}; you are changing it")
            if reopened
            else _("Checked in at {time}")
        )
        self.words.setText(said.format(time=check_in.time))
        self.edit.setVisible(not reopened)
        self.go_on.setVisible(reopened)

    def _restyle(self) -> None:
        self._icon.setPixmap(self.looks.pixmap("circle-check", _ICON, "accent", 1.75))


class CheckInPlace(QWidget):
    """The card or the line, whichever the day needs."""

    touched = Signal()
    continued = Signal()
    edited = Signal()
    note_wanted = Signal()

    def __init__(self, looks: Looks, questions: Questions) -> None:
        super().__init__()
        self.card = CheckInCard(looks, questions)
        self.done = CheckedIn(looks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.card)
        column.addWidget(self.done)
        self.done.hide()
        self.card.touched.connect(self.touched)
        for part in (self.card, self.done):
            part.continued.connect(self.continued)
            part.note_wanted.connect(self.note_wanted)
        self.done.edited.connect(self.edited)

    def show_check_in(self, check_in: CheckIn) -> None:
        """Show how far the day's check-in is."""
        is_done = check_in.stage in (Stage.DONE, Stage.REOPENED)
        self.card.setVisible(not is_done)
        self.done.setVisible(is_done)
        if is_done:
            self.done.show_check_in(check_in)
        else:
            self.card.show_check_in(check_in)
