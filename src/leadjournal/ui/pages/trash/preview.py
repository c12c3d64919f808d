"""What lies in the trash, to be read before it comes back or goes for good."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from leadjournal.base.words import _
from leadjournal.ui.pages.trash.values import GoneSheet
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import DangerButton, LinkButton, PrimaryButton
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.reading_text import ReadingText
from leadjournal.ui.widgets.scroll import ScrollPage
from leadjournal.ui.widgets.wrapping_row import WrappingRow

_EDGE = 20


class GonePreview(QFrame):
    """One sheet at a time; says that it is to be restored or forgotten."""

    restore_wished = Signal(str)
    forget_wished = Signal(str)
    left = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._sheet: GoneSheet | None = None
        self.setProperty("cls", "side-panel")
        self._back = LinkButton(looks, _("All of the trash"), "arrow-left")
        self._kind = Label(looks, "", "small-m", "accent")
        self._title = Label(looks, "", "heading", "text", wrap=True)
        self._facts = Label(looks, "", "small", "text_2", wrap=True)
        self.text = ReadingText(looks, _("What it holds"))
        self._empty = Label(looks, _("It holds no other words."), "small", "text_3", wrap=True)
        self.restore = PrimaryButton(looks, _("Restore"), "archive-restore")
        self.forget = DangerButton(looks, _("Forget for good…"))
        self._lay_out()
        self.restore.clicked.connect(lambda: self._wish(self.restore_wished))
        self.forget.clicked.connect(lambda: self._wish(self.forget_wished))
        self._back.clicked.connect(self.left)

    def show_sheet(self, sheet: GoneSheet) -> None:
        """Show what is known of something that was removed."""
        self._sheet = sheet
        row = sheet.row
        self._kind.setText(row.kind)
        self._title.setText(row.title)
        self._facts.setText(" ".join(part for part in (row.when, row.left, row.parts) if part))
        self.text.setVisible(bool(sheet.text))
        self._empty.setVisible(not sheet.text)
        if sheet.text != self.text.toPlainText():
            self.text.show_text(sheet.text)

    def sheet(self) -> GoneSheet | None:
        """What is shown."""
        return self._sheet

    def facts(self) -> str:
        """What is said about when it was removed and what comes back with it."""
        return self._facts.text()

    def set_alone(self, alone: bool) -> None:
        """Stand alone on the page with a way back, or beside the list."""
        self._back.setVisible(alone)

    def set_writable(self, can_write: bool, why_not: str) -> None:
        """Whether something can come back or go at all."""
        for button in (self.restore, self.forget):
            button.setEnabled(can_write)
            button.setToolTip("" if can_write else why_not)

    def take_focus(self) -> None:
        """Bring the keyboard here."""
        self.restore.setFocus(Qt.FocusReason.TabFocusReason)

    def foot(self) -> int:
        """How tall the row of what can be done is, with the edge below it, in pixels."""
        return self.height() - self._deeds.geometry().top()

    def _wish(self, wish: object) -> None:
        if self._sheet is not None:
            wish.emit(self._sheet.row.key)  # type: ignore[attr-defined]

    def _lay_out(self) -> None:
        # Large letters in a low window leave the words no room: then all of it scrolls.
        scroll = ScrollPage(self._looks, spacing=8, edges=False)
        for widget in (self._kind, self._title, self._facts):
            scroll.column.addWidget(widget)
        scroll.column.addSpacing(8)
        scroll.column.addWidget(self.text, 1)
        scroll.column.addWidget(self._empty)
        scroll.column.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 12, _EDGE, 16)
        column.setSpacing(8)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(scroll, 1)
        self._deeds = WrappingRow([self.restore], [self.forget])
        column.addWidget(self._deeds)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
