"""The line above a list in which its rows are filtered."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from leadjournal.ui.theme.looks import Looks


class FilterField(QLineEdit):
    """One line that filters the list by words; Escape empties it, Down goes on to the list."""

    went_down = Signal()

    def __init__(self, looks: Looks, name: str) -> None:
        super().__init__()
        self._looks = looks
        self.setProperty("cls", "field")
        self.setAccessibleName(name)
        self.setClearButtonEnabled(False)
        self._icon = QAction(self)
        self._icon.setEnabled(False)
        self.addAction(self._icon, QLineEdit.ActionPosition.LeadingPosition)
        self._restyle()
        looks.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.setFont(self._looks.font("small"))
        self.setFixedHeight(self._looks.height("h_control", "small"))
        picture = self._looks.pixmap("search", 16)
        self._icon.setIcon(picture)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        else:
            super().keyPressEvent(event)
