"""The grades of objectives over all cycles, the newest cycle first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from leadjournal.base.words import _
from leadjournal.ui.items.words import words_of
from leadjournal.ui.pages.outcomes.objectives.rungs import grade_mark
from leadjournal.ui.pages.outcomes.rows import RowKey
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.list_row import ListCard, ListRow, RowWords
from leadjournal.ui.widgets.scroll import ScrollPage

if TYPE_CHECKING:
    from leadjournal.services.objectives import ObjectiveNode


class GradesList(ScrollPage):
    """One card a cycle; `opened` asks for an objective."""

    opened = Signal(object)

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks, spacing=8, edges=False)
        self._looks = looks
        self._shown: list[ObjectiveNode] | None = None
        self.column.setContentsMargins(0, 0, 16, 20)
        self.setAccessibleName(_("Grades"))

    def show_grades(self, nodes: Sequence[ObjectiveNode]) -> None:
        """Show these objectives under their cycles."""
        if self._shown == list(nodes):
            return
        self._shown = list(nodes)
        while (item := self.column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for cycle in sorted({node.cycle for node in nodes}, reverse=True):
            name = cycle or _("No cycle")
            self.column.addWidget(Label(self._looks, name, "heading", "text", wrap=True))
            card = ListCard(self._looks)
            card.set_rows([self._row(node) for node in nodes if node.cycle == cycle])
            self.column.addWidget(card)
        self.column.addStretch()

    def _row(self, node: ObjectiveNode) -> ListRow:
        second = [words_of(node.level), words_of(node.ambition), node.owner]
        mark = grade_mark(node.grade, stretch=node.ambition == "stretch")
        words = RowWords(
            node.text,
            " · ".join(part for part in second if part),
            "flag",
            (mark.tone, mark.words, mark.icon) if mark else ("plain", _("Open"), "circle-dashed"),
        )
        row = ListRow(self._looks, words)
        row.clicked.connect(lambda: self.opened.emit(RowKey("objective", node.id)))
        return row
