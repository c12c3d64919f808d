"""What the outcome says, with its state, its last verdict, its why and when it is due."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.pages.outcomes.detail.room import marks_of
from leadjournal.ui.pages.outcomes.detail.values import DetailSheet
from leadjournal.ui.pages.outcomes.signs import Wish
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.badge import Badge
from leadjournal.ui.widgets.buttons import LinkButton
from leadjournal.ui.widgets.flow import FlowLayout
from leadjournal.ui.widgets.label import Label

_LONGEST_WHY = 60


class DetailHead(QWidget):
    """The statement in the words of reading, badges under it, and what the state was found by."""

    def __init__(self, looks: Looks, wish: Wish) -> None:
        super().__init__()
        self._looks = looks
        self._wish = wish
        self._sheet: DetailSheet | None = None
        self.statement = Label(looks, "", "entry", wrap=True)
        selectable = Qt.TextInteractionFlag.TextSelectableByMouse
        self.statement.setTextInteractionFlags(selectable)
        self._badges = QWidget()
        self._flow = FlowLayout(self._badges, gap=8)
        policy = self._badges.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(QSizePolicy.Policy.Fixed)
        self._badges.setSizePolicy(policy)
        self._state = Label(looks, "", "small", "text_2", wrap=True)
        self._how = LinkButton(looks, _("How was this computed?"))
        self._lesson = Label(looks, "", "quote", "text_2", wrap=True)
        self._how.setAccessibleName(_("How was the state computed?"))
        self._how.clicked.connect(self._explain)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(6)
        why = QHBoxLayout()
        why.setSpacing(12)
        why.addWidget(self._state, 1)
        why.addWidget(self._how, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.statement)
        column.addWidget(self._badges)
        column.addLayout(why)
        column.addWidget(self._lesson)

    def show_sheet(self, sheet: DetailSheet) -> None:
        """Show an outcome."""
        self._sheet = sheet
        self.statement.setText(sheet.outcome.statement)
        self._fill_badges(sheet)
        self._state.setText(" ".join([sheet.state, *sheet.hints]))
        lesson = sheet.outcome.lesson
        self._lesson.setText(_("Learned: {lesson}").format(lesson=lesson) if lesson else "")
        self._lesson.setVisible(bool(lesson))

    def _fill_badges(self, sheet: DetailSheet) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for mark in marks_of(sheet.outcome):
            badge = Badge(self._looks, mark.tone, _cut(mark.words), mark.icon)
            badge.setToolTip(mark.words if len(mark.words) > _LONGEST_WHY else "")
            self._flow.addWidget(badge)
        if sheet.outcome.due:
            due = Label(self._looks, sheet.outcome.due, "small", "text_2")
            due.setContentsMargins(0, 2, 0, 0)
            self._flow.addWidget(due)
        self._badges.updateGeometry()

    def _explain(self) -> None:
        if self._sheet is not None:
            self._wish("explain-state", self._sheet.outcome.row)


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST_WHY else words[: _LONGEST_WHY - 1].rstrip() + "…"
