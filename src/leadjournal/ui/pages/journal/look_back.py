"""The days that are worth another look, above the list of entries."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from leadjournal.base.words import _
from leadjournal.ui.pages.journal.values import LookedBack
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import LinkButton
from leadjournal.ui.widgets.flow import FlowLayout


class LookBack(QWidget):
    """What was written a week, a month, a quarter and a year ago."""

    wished = Signal(str)

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._icon = QLabel()
        self._row = FlowLayout(self, gap=10)
        self._row.addWidget(self._icon)
        self._buttons: list[LinkButton] = []
        self.setAccessibleName(_("Look back"))
        self.hide()
        self._restyle()
        looks.changed.connect(self._restyle)

    def show_days(self, found: Sequence[LookedBack]) -> None:
        """Offer the entries found, each under its words."""
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(each) for each in found]
        for button in self._buttons:
            self._row.addWidget(button)
        self.setVisible(bool(found))

    def _button(self, found: LookedBack) -> LinkButton:
        button = LinkButton(self._looks, found.short)
        button.setToolTip(_("{when}: {title}").format(when=found.when, title=found.title))
        button.setAccessibleName(button.toolTip())
        button.clicked.connect(lambda: self.wished.emit(found.id))
        return button

    def _restyle(self) -> None:
        self._icon.setPixmap(self._looks.pixmap("history", 14, "text_3"))
        self._icon.setFixedHeight(max(24, self._looks.line("small-m") + 5))
        self._icon.setToolTip(_("Look back"))
