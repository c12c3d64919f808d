"""The row above an entry: how words look, what it is linked to, versions, details, removal."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import IconButton, QuietButton

_HEIGHT = 34
_BOX = 28


class EditorBar(QFrame):
    """Buttons act on the text beside them and never take its focus by a click."""

    format_wished = Signal(str)
    link_wished = Signal()
    versions_wished = Signal()
    details_toggled = Signal(bool)
    remove_wished = Signal()
    back_wished = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._formats: list[IconButton] = []
        self.back = IconButton(looks, "arrow-left", _("Back to the list"), box=_BOX)
        self.back.hide()
        self.link = QuietButton(looks, _("Link outcome"), "waypoints", height=28)
        self.link.setToolTip(_("Link to an outcome, a why, an output or a person"))
        self.versions = IconButton(looks, "history", _("Versions"), box=_BOX)
        self.details = IconButton(looks, "panel-right", _("Details"), box=_BOX)
        self.details.setCheckable(True)
        self.remove = IconButton(looks, "trash-2", _("Move this entry to the trash"), box=_BOX)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(20, 0, 16, 6)
        self._row.setSpacing(2)
        self._lay_out()
        self._connect()

    def set_ready(self, ready: bool) -> None:
        """Whether there is an entry these buttons can act on."""
        for button in (*self._formats, self.link, self.details, self.remove):
            button.setEnabled(ready)

    def _lay_out(self) -> None:
        self._row.addWidget(self.back)
        for name, icon, words in (
            ("bold", "bold", _("Bold (Ctrl+B)")),
            ("italic", "italic", _("Italic (Ctrl+I)")),
            ("list", "list", _("List")),
            ("quote", "quote", _("Quote")),
            ("link", "link", _("Link to an address")),
        ):
            button = IconButton(self._looks, icon, words, box=_BOX)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _on=False, wish=name: self.format_wished.emit(wish))
            self._formats.append(button)
            self._row.addWidget(button)
        self._row.addWidget(_Stroke(self._looks))
        self._row.addWidget(self.link)
        self._row.addStretch()
        self._row.addWidget(self.versions)
        self._row.addWidget(self.details)
        self._row.addWidget(self.remove)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_wished)
        self.link.clicked.connect(self.link_wished)
        self.versions.clicked.connect(self.versions_wished)
        self.details.toggled.connect(self.details_toggled)
        self.remove.clicked.connect(self.remove_wished)

    def sizeHint(self) -> QSize:
        tall = max(_HEIGHT, self._looks.scaled(_BOX) + 6)
        return QSize(super().sizeHint().width(), tall)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self._looks.colour("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()


class _Stroke(QWidget):
    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.setFixedSize(17, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._looks.colour("line"))
        painter.drawLine(8, 0, 8, self.height())
        painter.end()
