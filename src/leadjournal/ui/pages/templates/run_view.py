"""A guide on the screen: one question, how far it is, and what there is so far."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from leadjournal.base.words import _, ngettext
from leadjournal.ui.pages.templates.clearing import clear
from leadjournal.ui.pages.templates.link_editor import LinkEditor
from leadjournal.ui.pages.templates.question import Question
from leadjournal.ui.pages.templates.so_far import SoFar
from leadjournal.ui.pages.templates.walk import Walk
from leadjournal.ui.shape import Shape, shape_of
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.announce import announce
from leadjournal.ui.widgets.bars import StepProgress
from leadjournal.ui.widgets.buttons import (
    IconButton,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
)
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.scroll import ScrollPage
from leadjournal.ui.widgets.search_button import KeyCap

_COLUMN = 620
_EDGE = 28
_TIGHT = 420


class RunView(QWidget):
    """Shows a walk and tells what is wished; it knows no journal."""

    typed = Signal(str, object)
    settled = Signal(str, object)
    made = Signal(str, str)
    rename_wished = Signal(str, str)
    back_wanted = Signal()
    skip_wanted = Signal()
    next_wanted = Signal()
    step_wanted = Signal(str)
    short_wanted = Signal(bool)
    left = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self.looks = looks
        self.question: Question | None = None
        self._example_open = True
        self._walk: Walk | None = None
        self._count = Label(looks, "", "small-m")
        self._minutes = Label(looks, "", "small", "text_3", elide=True)
        self._progress = StepProgress(looks)
        self._body = ScrollPage(looks, spacing=0, edges=False)
        self.panel = SoFar(looks, self)
        self._make_buttons()
        self._column = QWidget()
        self._lay_out()
        self._listen()

    def show_walk(self, walk: Walk, note: str = "") -> None:
        """Show the question the walk is at."""
        if self._walk is None or self._walk.id != walk.id:
            self.panel.show_answers()
        self._walk = walk
        self._show_place(walk)
        self._show_question(walk, note)
        self.panel.show_walk(walk)
        self.close_drawer()

    def show_answers(self, walk: Walk) -> None:
        """The answers have grown: show them beside the question, which stays as it is."""
        self._walk = walk
        self._show_place(walk)
        self.panel.show_walk(walk)

    def take_focus(self) -> None:
        """Bring the keyboard to the answer."""
        if self.question is not None:
            self.question.editor.take_focus()

    def close_drawer(self) -> None:
        """Put the panel away where it lies over the page."""
        if self._is_drawer():
            self.panel.hide()

    def _show_place(self, walk: Walk) -> None:
        count, place = len(walk.steps), walk.place
        self._count.setText(_("Step {number} of {count}").format(number=place + 1, count=count))
        minutes = ngettext(
            "about {minutes} minute left; you can stop at any step",
            "about {minutes} minutes left; you can stop at any step",
            walk.minutes_left,
        )
        self._minutes.setText(minutes.format(minutes=walk.minutes_left))
        self._progress.set_step(place, count, self._count.text())
        last = walk.next_step() is None
        self._word_buttons()
        self.skip_button.setVisible(not walk.step.required and not last)

    def _word_buttons(self) -> None:
        last = self._walk is not None and self._walk.next_step() is None
        tight = self.width() < self.looks.scaled(_TIGHT)
        self.skip_button.setText(_("Skip") if tight else _("Skip for now"))
        following = _("Next") if tight else _("Next question")
        self.next_button.setText(_("Finish") if last else following)

    def _show_question(self, walk: Walk, note: str) -> None:
        step = walk.step
        question = Question(self.looks, step, note=note, example=self._example_open)
        question.show_answer(walk.answers.get(step.id))
        editor = question.editor
        editor.changed.connect(lambda value: self.typed.emit(step.id, value))
        editor.settled.connect(lambda value: self.settled.emit(step.id, value))
        if isinstance(editor, LinkEditor):
            editor.made.connect(lambda words: self.made.emit(step.id, words))
            editor.rename_wished.connect(lambda id_: self.rename_wished.emit(step.to, id_))
        question.example_folded.connect(self._keep_example)
        clear(self._body.column)
        self._body.column.addWidget(question)
        # Qt would show it a moment later, and keys pressed until then would be lost.
        question.show()
        self._body.verticalScrollBar().setValue(0)
        self.question = question
        announce(self, f"{self._count.text()}. {step.prompt}")

    def _keep_example(self, folded: bool) -> None:
        self._example_open = not folded

    def _make_buttons(self) -> None:
        looks = self.looks
        self.so_far_button = SecondaryButton(looks, _("So far"), "panel-right")
        self.leave_button = IconButton(looks, "x", _("Leave; the draft is kept (Esc)"), box=28)
        self.back_button = SecondaryButton(looks, _("Back"), "arrow-left")
        self.skip_button = QuietButton(looks, _("Skip for now"))
        self.next_button = PrimaryButton(looks, _("Next question"))
        self._keys = KeyCap(looks, _("Ctrl Enter"))
        self.back_button.setToolTip(_("Back (Alt+Left)"))

    def _listen(self) -> None:
        self.back_button.clicked.connect(self.back_wanted)
        self.skip_button.clicked.connect(self.skip_wanted)
        self.next_button.clicked.connect(self.next_wanted)
        self.leave_button.clicked.connect(self.left)
        self.so_far_button.clicked.connect(self._open_drawer)
        self.panel.closed.connect(self._shut_drawer)
        self.panel.step_wanted.connect(self.step_wanted)
        self.panel.short_wanted.connect(self.short_wanted)
        for keys, deed in (
            ("Ctrl+Return", self.next_wanted.emit),
            ("Ctrl+Enter", self.next_wanted.emit),
            ("Alt+Left", self.back_wanted.emit),
            ("Escape", self._escape),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)
        self.looks.changed.connect(self._take_shape)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._count)
        top.addWidget(self._minutes, 1)
        top.addWidget(self.so_far_button)
        top.addWidget(self.leave_button)
        footer = QHBoxLayout()
        footer.setSpacing(12)
        footer.addWidget(self.back_button)
        footer.addStretch()
        footer.addWidget(self.skip_button)
        footer.addWidget(self.next_button)
        footer.addWidget(self._keys)
        self._sheet = column = QVBoxLayout(self._column)
        column.setSpacing(0)
        column.addLayout(top)
        column.addSpacing(8)
        column.addWidget(self._progress)
        column.addSpacing(30)
        column.addWidget(self._body, 1)
        column.addSpacing(12)
        column.addLayout(footer)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._column, 1)

    def _is_drawer(self) -> bool:
        return self._shape() is not Shape.WIDE

    def _shape(self) -> Shape:
        return shape_of(self.window().width(), self.looks.factor)

    def _take_shape(self) -> None:
        drawer = self._is_drawer()
        self.so_far_button.setVisible(drawer)
        self.panel.set_drawer(drawer)
        self._keys.setVisible(self._shape() is not Shape.NARROW)
        if drawer and self._row.indexOf(self.panel) >= 0:
            self._row.removeWidget(self.panel)
            self.panel.hide()
        elif not drawer and self._row.indexOf(self.panel) < 0:
            self._row.addWidget(self.panel)
            self.panel.show()
        self._word_buttons()
        self._place()

    def _place(self) -> None:
        self.panel.fit(self.width())
        room = self.width() - (0 if self._is_drawer() else self.panel.width())
        edge = max(_EDGE, (room - self.looks.scaled(_COLUMN)) // 2)
        self._sheet.setContentsMargins(edge, 4, edge, 24)
        if self._is_drawer():
            left = self.width() - self.panel.width()
            self.panel.setGeometry(left, 0, self.panel.width(), self.height())

    def _open_drawer(self) -> None:
        self.panel.show()
        self.panel.raise_()
        self._place()
        self.panel.take_focus()

    def _shut_drawer(self) -> None:
        self.close_drawer()
        self.so_far_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _escape(self) -> None:
        if self._is_drawer() and self.panel.isVisible():
            self._shut_drawer()
        else:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or self.question is None:
            super().keyPressEvent(event)
            return
        focused = QApplication.focusWidget()
        if focused is not None and self.question.editor.isAncestorOf(focused):
            if not self.question.editor.enter_pressed():
                self.next_wanted.emit()
        elif isinstance(focused, QAbstractButton):
            focused.click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_shape()
