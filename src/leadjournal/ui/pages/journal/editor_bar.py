"""The row above an entry: how words look, what it is linked to, versions, details, removal."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import IconButton, QuietButton
from leadjournal.ui.widgets.wrapping_row import WrappingRow

_MARGINS = (20, 0, 16, 6)
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
        self._words = _("Link outcome")
        self.link = QuietButton(looks, self._words, "waypoints", height=28)
        self.link.setAccessibleName(self._words)
        self.link.setToolTip(_("Link to an outcome, a why, an output or a person"))
        self.versions = IconButton(looks, "history", _("Versions"), box=_BOX)
        self.details = IconButton(looks, "panel-right", _("Details"), box=_BOX)
        self.details.setCheckable(True)
        self.remove = IconButton(looks, "trash-2", _("Move this entry to the trash"), box=_BOX)
        self._lay_out()
        self._connect()
        looks.changed.connect(self._fit)

    def set_ready(self, ready: bool) -> None:
        """Whether there is an entry these buttons can act on."""
        for button in (*self._formats, self.link, self.details, self.remove):
            button.setEnabled(ready)

    def _lay_out(self) -> None:
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
        self._row = WrappingRow(
            [self.back, *self._formats, _Stroke(self._looks), self.link],
            [self.versions, self.details, self.remove],
            gap=2,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(*_MARGINS)
        column.addWidget(self._row)

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_wished)
        self.link.clicked.connect(self.link_wished)
        self.versions.clicked.connect(self.versions_wished)
        self.details.toggled.connect(self.details_toggled)
        self.remove.clicked.connect(self.remove_wished)

    def _fit(self) -> None:
        """Where large letters leave no room, the link has its icon only; the tooltip says it."""
        left, _top, right, _bottom = _MARGINS
        self._show_link(self._words)
        if self._row.minimumSizeHint().width() > self.width() - left - right:
            self._show_link("")

    def _show_link(self, words: str) -> None:
        if words != self.link.text():
            self.link.setText(words)
            self.link.restyle()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

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
