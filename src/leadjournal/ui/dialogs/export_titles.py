"""What leaves, title by title, however many there are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QFrame, QListView

from leadjournal.base.words import _
from leadjournal.ui.theme.looks import Looks

_LINES_SEEN = 8
_NOWHERE = QModelIndex()


class _Titles(QAbstractListModel):
    """The titles; one that has no room is read in full in its tip."""

    def __init__(self) -> None:
        super().__init__()
        self._titles: Sequence[str] = ()

    def show(self, titles: Sequence[str]) -> None:
        self.beginResetModel()
        self._titles = titles
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._titles)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._titles[index.row()]
        return None


class TitleList(QListView):
    """Every title in a list of its own that scrolls; nothing is left out of it."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._titles = _Titles()
        self.setModel(self._titles)
        self.setAccessibleName(_("Exactly this leaves"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        looks.changed.connect(self._restyle)
        self._restyle()

    def show_titles(self, titles: Sequence[str]) -> None:
        """Show these, from the first."""
        self._titles.show(titles)
        self.setVisible(bool(titles))
        self._fit()

    def titles(self) -> list[str]:
        """What can be read here."""
        return [self._titles.index(row).data() for row in range(self._titles.rowCount())]

    def _restyle(self) -> None:
        self.setFont(self._looks.font("small"))
        self._fit()

    def _fit(self) -> None:
        seen = min(self._titles.rowCount(), _LINES_SEEN)
        self.setFixedHeight(max(self.sizeHintForRow(0), self._looks.line("small")) * seen + 4)
