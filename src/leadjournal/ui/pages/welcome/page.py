"""The first screen: a name, a passphrase or knowingly none, and then one writes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leadjournal.base.errors import Problem
from leadjournal.base.words import _
from leadjournal.ui.pages.welcome.picture import PANEL, Panel
from leadjournal.ui.shape import Shape, shape_of
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.bars import Meter
from leadjournal.ui.widgets.buttons import PrimaryButton, QuietButton
from leadjournal.ui.widgets.card import Divider
from leadjournal.ui.widgets.editors import LineEdit
from leadjournal.ui.widgets.field import Field
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.list_row import PathRow
from leadjournal.ui.widgets.middle_column import MiddleColumn
from leadjournal.ui.widgets.new_passphrase import NewPassphrase
from leadjournal.ui.widgets.note import Note

_FORM = 480


class WelcomeScreen(QWidget):
    """Wishes: a new journal by name and passphrase, a look around, or a journal one has."""

    started = Signal(str, str)
    look_around = Signal()
    open_other = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._panel = Panel(looks)
        self._form = MiddleColumn(looks, _FORM)
        self._name = Field(
            looks, _("Name"), LineEdit(looks), hint=_("You can have several journals.")
        )
        self._name.editor.setText(_("My journal"))
        self._name.editor.setMaxLength(120)
        self._passphrase = NewPassphrase(looks, optional=True)
        self._start = PrimaryButton(looks, _("Start writing"), height=40)
        self._plain = QuietButton(looks, _("Start without a passphrase"), height=40)
        sentence = _("Without one, whoever has this computer or a copy of the file can read it.")
        self._without = Label(looks, sentence, "caption", "text_3", wrap=True)
        self._plain.setAccessibleDescription(sentence)
        self._sample = PathRow(
            looks, _("Look around first"),
            _("A sample journal of nine months; remove it in one step"), "book-open",
        )  # fmt: skip
        self._other = PathRow(
            looks, _("Open a journal you already have"),
            _("From this computer, a backup or a stick"), "folder-open",
        )  # fmt: skip
        self._progress = Meter(looks)
        self._said = Label(looks, "", "small", "text_2", wrap=True)
        self._lay_out()
        self._connect()

    def wait(self, words: str, done: int = 0, total: int = 0) -> None:
        """Something is being made: nothing else can be asked for until it is."""
        self._allow(False)
        self._said.setText(words)
        self._said.show()
        self._said.set_colour("text_2")
        self._progress.setVisible(total > 0)
        if total > 0:
            self._progress.set_share(done / total, words)

    def refuse(self, problem: Problem) -> None:
        """What was asked for did not work; everything can be tried again."""
        self._allow(True)
        self._progress.hide()
        self._said.setText(str(problem))
        self._said.set_colour("danger")
        self._said.show()

    def take_focus(self) -> None:
        """Bring the keyboard to the name, which may be typed over at once."""
        self._name.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._name.editor.selectAll()

    def _connect(self) -> None:
        self._start.clicked.connect(self._begin)
        self._plain.clicked.connect(self._begin_plain)
        self._sample.clicked.connect(self.look_around)
        self._other.clicked.connect(self.open_other)
        self._name.editor.returnPressed.connect(self._begin)
        self._passphrase.entered.connect(self._begin)
        self._name.editor.textEdited.connect(self._name.clear_error)

    def _begin(self) -> None:
        chosen = self._passphrase.chosen(_("Choose a passphrase, or start without one."))
        if chosen is not None:
            self._start_with(chosen)

    def _begin_plain(self) -> None:
        self._passphrase.clear()
        self._start_with("")

    def _start_with(self, passphrase: str) -> None:
        name = " ".join(self._name.editor.text().split())
        if not name:
            self._name.set_error(_("Give your journal a name."))
            self._name.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._start.isEnabled():
            self.started.emit(name, passphrase)

    def _allow(self, allowed: bool) -> None:
        asked: list[QWidget] = [self._name, self._passphrase, self._start, self._plain]
        for widget in [*asked, self._sample, self._other]:
            widget.setEnabled(allowed)

    def _lay_out(self) -> None:
        looks, form = self._looks, self._form.middle
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._panel)
        row.addWidget(self._form, 1)
        form.addWidget(Label(looks, _("Your journal, on this computer only"), "display", wrap=True))
        form.addSpacing(6)
        form.addWidget(
            Label(looks, _("No account, no network. Write your first page in a minute."), "body",
                  "text_2", wrap=True)
        )  # fmt: skip
        form.addSpacing(26)
        form.addWidget(self._name)
        form.addSpacing(16)
        form.addWidget(self._passphrase)
        form.addSpacing(12)
        form.addWidget(
            Note(looks, _("The passphrase turns your pages into text that nobody else can read. "
                          "Nobody can restore it for you, so keep a copy in a safe place."),
                 icon="info", dismissable=False)
        )  # fmt: skip
        form.addSpacing(22)
        form.addLayout(self._starts())
        form.addSpacing(6)
        form.addWidget(self._without)
        form.addSpacing(10)
        form.addWidget(self._said)
        form.addWidget(self._progress)
        form.addSpacing(14)
        form.addWidget(Divider(looks))
        form.addSpacing(18)
        form.addWidget(self._sample)
        form.addSpacing(8)
        form.addWidget(self._other)
        self._said.hide()
        self._progress.hide()

    def _starts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._start)
        row.addWidget(self._plain)
        row.addStretch()
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shape = shape_of(self.width(), self._looks.factor)
        self._panel.setVisible(shape is Shape.WIDE and self.width() - PANEL > _FORM)
