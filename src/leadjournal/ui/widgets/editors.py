"""What a person types or chooses in: one line, several lines, a list, a day, a passphrase."""

from datetime import date

from PySide6.QtCore import QDate, QDateTime, QEvent, QObject, Qt, QTime, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QValidator,
)
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QSizePolicy, QTextEdit, QWidget

from leadjournal.base.words import _
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import IconButton
from leadjournal.ui.widgets.calendar import dress_calendar
from leadjournal.ui.widgets.day_text import day_in

_NO_DAY = QDate(1900, 1, 1)
_MARK = 16
_MARK_RIGHT = 11
_DAY_KEYS = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_F4,
    Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape,
)  # fmt: skip
_MINIMUM_HEIGHT = QTextBlockFormat.LineHeightTypes.MinimumHeight.value


class LineEdit(QLineEdit):
    """One line of text."""

    def __init__(self, looks: Looks, text: str = "", placeholder: str = "") -> None:
        super().__init__(text)
        self.looks = looks
        self.setProperty("cls", "field")
        self.setPlaceholderText(placeholder)
        self.restyle()
        looks.changed.connect(self.restyle)

    def restyle(self) -> None:
        """Take the font and the height of the present text size."""
        self.setFont(self.looks.font("body"))
        self.setFixedHeight(self.looks.height("h_field"))


class _Eye(IconButton):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() != Qt.Key.Key_Escape:
            # What a button leaves goes to the widget around it: that is the secret line.
            event.accept()


class PassphraseEdit(LineEdit):
    """One secret line, with an eye that shows it while it is open."""

    revealed = Signal(bool)

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks)
        self.eye = _Eye(looks, "eye", _("Show passphrase"), box=28)
        self.eye.setParent(self)
        self.eye.setCheckable(True)
        self.eye.setCursor(Qt.CursorShape.ArrowCursor)
        self.eye.toggled.connect(self._show)
        self._show(False)

    def _show(self, shown: bool) -> None:
        modes = QLineEdit.EchoMode
        self.setEchoMode(modes.Normal if shown else modes.Password)
        self.eye.set_icon("eye-off" if shown else "eye")
        self.eye.set_name(_("Hide passphrase") if shown else _("Show passphrase"))
        self.revealed.emit(shown)

    def restyle(self) -> None:
        super().restyle()
        # The eye takes its new size in the same round; after it, it can be put right.
        QTimer.singleShot(0, self, self._place_eye)

    def _place_eye(self) -> None:
        side = self.eye.width()
        self.setTextMargins(0, 0, side, 0)
        self.eye.move(self.width() - side - 5, (self.height() - side) // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_eye()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # What Enter means here is told by `returnPressed`, never by a dialog's main button.
            event.accept()


class TextArea(QTextEdit):
    """Several lines of plain text; it grows with its words between two numbers of lines."""

    def __init__(
        self,
        looks: Looks,
        text: str = "",
        *,
        role: str = "body",
        lines: int = 3,
        most_lines: int = 12,
        look: str = "field",
    ) -> None:
        super().__init__()
        self.looks = looks
        self._role = role
        self._lines = lines
        self._most_lines = most_lines
        self.setProperty("cls", look)
        self.setProperty("roomy", role == "reading" and look == "field")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.set_text(text)
        self.restyle()
        looks.changed.connect(self.restyle)

    def text(self) -> str:
        """What was typed."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Replace the words; this begins a new undo history."""
        if text != self.toPlainText() or not text:
            self.setPlainText(text)
            self._set_line_height()

    def restyle(self) -> None:
        """Take the font and the line height of the present text size."""
        font = self.looks.font(self._role)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._set_line_height()
        self._fit()

    def _set_line_height(self) -> None:
        # MinimumHeight, because a fixed one would cut tall letters of other scripts.
        block = QTextBlockFormat()
        block.setLineHeight(self.looks.line(self._role), _MINIMUM_HEIGHT)
        silent = self.blockSignals(True)
        self.document().setUndoRedoEnabled(False)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(block)
        self.document().setUndoRedoEnabled(True)
        self.blockSignals(silent)

    def _fit(self) -> None:
        line = self.looks.line(self._role)
        words = round(self.document().size().height()) - 4
        held = min(max(words, self._lines * line), self._most_lines * line)
        overflows = words > self._most_lines * line
        policies = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policies.ScrollBarAsNeeded if overflows else policies.ScrollBarAlwaysOff
        )
        self.setFixedHeight(held + self._edges())

    def _edges(self) -> int:
        if self.property("cls") != "field":
            return 4
        return 2 * (10 if self.property("roomy") else 8)


class ComboBox(QComboBox):
    """One of a list; each item has words and a value."""

    def __init__(self, looks: Looks, items: list[tuple[str, object]] | None = None) -> None:
        super().__init__()
        self.looks = looks
        self.setProperty("cls", "field")
        for words, value in items or []:
            self.addItem(words, value)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.restyle()
        looks.changed.connect(self.restyle)

    def value(self) -> object:
        """The value of the chosen item."""
        return self.currentData()

    def set_value(self, value: object) -> None:
        """Choose the item with that value; nothing is chosen when there is none."""
        self.setCurrentIndex(self.findData(value))

    def restyle(self) -> None:
        """Take the font and the height of the present text size."""
        self.setFont(self.looks.font("body"))
        self.setFixedHeight(self.looks.height("h_field"))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_mark(self, self.looks, "chevron-down")


class DayEdit(QDateEdit):
    """A day, typed as text or picked from a calendar; with `optional` it may be no day."""

    day_changed = Signal(object)

    def __init__(self, looks: Looks, day: date | None = None, *, optional: bool = False) -> None:
        super().__init__()
        self.looks = looks
        self.setProperty("cls", "field")
        self.setCalendarPopup(True)
        self.setDisplayFormat("d MMMM yyyy")
        # Half a day is none: what is typed counts when it is read, not key by key.
        self.setKeyboardTracking(False)
        if optional:
            self.setMinimumDate(_NO_DAY)
            self.setSpecialValueText(_("No day"))
        self.set_day(day)
        self.calendarWidget().installEventFilter(self)
        self._edge_calendar()
        self.restyle()
        looks.changed.connect(self.restyle)
        self.dateChanged.connect(lambda: self.day_changed.emit(self._day()))

    def day(self) -> date | None:
        """The chosen day, or the one that is just typed."""
        self.interpretText()
        return self._day()

    def set_day(self, day: date | None) -> None:
        """Show a day; without one, no day or today where a day is needed."""
        if day is not None:
            self.setDate(QDate(day.year, day.month, day.day))
        elif self.specialValueText():
            self.setDate(_NO_DAY)
        else:
            self.setDate(QDate.currentDate())

    def restyle(self) -> None:
        """Take the font and the height of the present text size."""
        self.setFont(self.looks.font("body"))
        # The line inside keeps the font it was made with unless it is told.
        self.lineEdit().setFont(self.looks.font("body"))
        dress_calendar(self.calendarWidget(), self.looks)
        self.setFixedHeight(self.looks.height("h_field"))

    def _day(self) -> date | None:
        chosen = self.date()
        if chosen == _NO_DAY:
            return None
        return date(chosen.year(), chosen.month(), chosen.day())

    def _typed(self, text: str) -> date | None:
        return day_in(text, self.locale(), (self._day() or date.today()).year)

    def _edge_calendar(self) -> None:
        sheet = self.calendarWidget().parentWidget()
        layout = sheet.layout() if sheet is not None else None
        if sheet is not None and layout is not None:
            sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            layout.setContentsMargins(6, 6, 6, 6)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self._day() is None:
            today = QDate.currentDate()
            self.calendarWidget().setCurrentPage(today.year(), today.month())
        return super().eventFilter(watched, event)

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        is_read = text.strip() in ("", self.specialValueText()) or self._typed(text) is not None
        states = QValidator.State
        return (states.Acceptable if is_read else states.Intermediate, text, place)

    def dateTimeFromText(self, text: str) -> QDateTime:
        found = self.date()
        if typed := self._typed(text):
            found = QDate(typed.year, typed.month, typed.day)
        elif self.specialValueText() and text.strip() in ("", self.specialValueText()):
            found = _NO_DAY
        return QDateTime(found, QTime(0, 0))

    def stepBy(self, steps: int) -> None:
        if self._day() is None:
            self.setDate(QDate.currentDate())
        else:
            super().stepBy(steps)

    def stepEnabled(self) -> QDateEdit.StepEnabledFlag:
        flags = QDateEdit.StepEnabledFlag
        return flags.StepUpEnabled | flags.StepDownEnabled

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _DAY_KEYS:
            super().keyPressEvent(event)
        else:
            # Past Qt's own keys, which go from part to part and turn a typed 14 into another day.
            QLineEdit.keyPressEvent(self.lineEdit(), event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.lineEdit().selectAll()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _paint_mark(self, self.looks, "calendar")


def _paint_mark(editor: QWidget, looks: Looks, icon: str) -> None:
    # A styled edge takes the arrow away, so it is drawn here in the theme's colour.
    picture = looks.pixmap(icon, _MARK, "text_2" if editor.isEnabled() else "text_3")
    size = looks.scaled(_MARK)
    painter = QPainter(editor)
    x = editor.width() - _MARK_RIGHT - size
    painter.drawPixmap(x, (editor.height() - size) // 2, picture)
    painter.end()
