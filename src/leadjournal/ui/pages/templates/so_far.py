"""What somebody has so far: the answers, what comes next, and every step to go to."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.rules.template import Step
from leadjournal.ui.pages.templates.clearing import clear
from leadjournal.ui.pages.templates.walk import Walk
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import IconButton, QuietButton, SecondaryButton
from leadjournal.ui.widgets.card import Divider
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.list_row import ListRow, RowWords
from leadjournal.ui.widgets.scroll import ScrollPage

_WIDE = 296
_NEXT = 3


class SoFar(QFrame):
    """The panel beside the questions."""

    step_wanted = Signal(str)
    short_wanted = Signal(bool)
    closed = Signal()

    def __init__(self, looks: Looks, parent: QWidget) -> None:
        super().__init__(parent)
        self._looks = looks
        self._walk: Walk | None = None
        self._all = False
        self.setProperty("cls", "side-panel")
        self._title = Label(looks, "", "heading", wrap=True)
        self._which = Label(looks, "", "small", "text_3")
        self._close = IconButton(looks, "x", _("Close"), box=28)
        self._body = ScrollPage(looks, spacing=0, edges=False)
        self._all_button = SecondaryButton(looks, _("All steps"), "list")
        self._short = QuietButton(looks, _("Short mode"))
        self._all_button.clicked.connect(self._turn)
        self._short.clicked.connect(self._ask_short)
        self._close.clicked.connect(self.closed)
        self._lay_out()

    def show_walk(self, walk: Walk) -> None:
        """Show where somebody is."""
        self._walk = walk
        self._title.setText(_("All steps") if self._all else _("What you have so far"))
        place = walk.place
        before = _("Steps 1 to {last}").format(last=place) if place > 1 else _("Step 1")
        self._which.setText(before if place else _("The first question"))
        self._which.setVisible(not self._all)
        self._all_button.setText(_("Answers so far") if self._all else _("All steps"))
        self._short.setText(_("All questions") if walk.short else _("Short mode"))
        self._short.setToolTip(
            _("Ask the optional questions too")
            if walk.short
            else _("Ask only what is needed to finish")
        )
        self._fill(walk)

    def set_drawer(self, drawer: bool) -> None:
        """As a drawer it lies over the page and can be closed."""
        self._close.setVisible(drawer)

    def show_answers(self) -> None:
        """Go back to the answers, away from the list of all steps."""
        self._all = False

    def take_focus(self) -> None:
        """Bring the keyboard here."""
        self._all_button.setFocus()

    def _fill(self, walk: Walk) -> None:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(0)
        if self._all:
            for number, step in enumerate(walk.steps, start=1):
                column.addWidget(self._row(walk, number, step))
        else:
            self._add_answers(walk, column)
        column.addStretch()
        clear(self._body.column)
        self._body.column.addWidget(sheet)
        sheet.show()

    def _add_answers(self, walk: Walk, column: QVBoxLayout) -> None:
        done = [step for step in walk.steps[: walk.place] if walk.is_answered(step)]
        later = [step for step in walk.coming if walk.is_answered(step)]
        for step in [*done, *later]:
            column.addWidget(Label(self._looks, step.short_words, "small-m", "text_3", wrap=True))
            column.addWidget(Label(self._looks, walk.words(step), "small", "text", wrap=True))
            column.addSpacing(14)
        if coming := walk.coming[:_NEXT]:
            self._add_next(coming, column, divided=bool(done or later))

    def _add_next(self, coming: Sequence[Step], column: QVBoxLayout, *, divided: bool) -> None:
        if divided:
            column.addWidget(Divider(self._looks))
            column.addSpacing(15)
        column.addWidget(Label(self._looks, _("Next"), "small-m", "text_3"))
        for step in coming:
            column.addSpacing(3)
            column.addWidget(Label(self._looks, step.prompt, "small", "text_2", wrap=True))

    def _row(self, walk: Walk, number: int, step: Step) -> ListRow:
        second = _("Needed to finish") if step.required else _("Optional")
        icon = "circle-dashed"
        if walk.is_answered(step):
            icon, second = "circle-check", " ".join(walk.words(step).split())
        if step is walk.step:
            icon = "circle-dot"
        title = _("{number}. {question}").format(number=number, question=step.short_words)
        row = ListRow(self._looks, RowWords(title, second, icon))
        row.row.setContentsMargins(4, 0, 4, 0)
        row.setToolTip(step.prompt)
        row.clicked.connect(lambda: self.step_wanted.emit(step.id))
        return row

    def _turn(self) -> None:
        self._all = not self._all
        if self._walk is not None:
            self.show_walk(self._walk)

    def _ask_short(self) -> None:
        if self._walk is not None:
            self.short_wanted.emit(not self._walk.short)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._close)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        buttons.addWidget(self._all_button)
        buttons.addWidget(self._short)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 14, 24)
        column.setSpacing(0)
        column.addLayout(top)
        column.addSpacing(4)
        column.addWidget(self._which)
        column.addSpacing(14)
        column.addWidget(self._body, 1)
        column.addSpacing(12)
        column.addLayout(buttons)

    def fit(self, room: int) -> None:
        """Be as wide as the panel is at this text size, and never wider than the room."""
        self.setFixedWidth(min(self._looks.scaled(_WIDE), room))
