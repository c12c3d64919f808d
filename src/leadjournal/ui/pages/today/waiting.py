"""What waits for the user: at most four lines, and the way to all promises."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.pages.today.values import Waiting
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import LinkButton
from leadjournal.ui.widgets.card import Card
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.list_row import ListCard, ListRow, RowWords

MOST = 4


class WaitingList(QWidget):
    """Emits the key of the line that was opened."""

    opened = Signal(str)
    all_wanted = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._lines: tuple[Waiting, ...] | None = None
        self.card = ListCard(looks)
        self.nothing = Card(looks)
        self.sentence = Label(looks, _("One moment…"), "body", "text_2", wrap=True)
        self.nothing.column.addWidget(self.sentence)
        self.all_promises = LinkButton(looks, _("All promises"))
        self.all_promises.clicked.connect(self.all_wanted)
        top = QHBoxLayout()
        top.addWidget(Label(looks, _("Waiting for you"), "heading"))
        top.addStretch()
        top.addWidget(self.all_promises)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.card)
        column.addWidget(self.nothing)
        self.card.hide()

    def show_lines(self, lines: Sequence[Waiting]) -> None:
        """Show these lines; the one with the focus keeps it."""
        if tuple(lines) == self._lines:
            return
        focused = self._focused_key()
        self._lines = tuple(lines)
        rows = [self._row(line) for line in lines]
        self.card.set_rows(rows)
        self.card.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.sentence.setText(_("Nothing waits for you. What is due turns up here."))
        before: QWidget = self.all_promises
        for row in rows:
            # Tab goes from above to below, although the lines are younger than what follows.
            QWidget.setTabOrder(before, row)
            before = row
        for line, row in zip(lines, rows, strict=True):
            if line.key == focused:
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focused_key(self) -> str:
        for line, row in zip(self._lines or (), self.card.rows(), strict=True):
            if row.hasFocus():
                return line.key
        return ""

    def _row(self, line: Waiting) -> ListRow:
        badge = ("debt", _("Due"), "clock") if line.is_due else None
        row = ListRow(self._looks, RowWords(line.title, line.second, line.icon, badge, line.day))
        row.clicked.connect(lambda: self.opened.emit(line.key))
        return row
