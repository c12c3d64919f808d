"""Where an entry is written: plain Markdown underneath, quiet headings and lists to the eye."""

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from leadjournal.base.formats import number
from leadjournal.base.words import _
from leadjournal.ui.pages.journal.body_formats import STYLED_UP_TO, BodyFormats
from leadjournal.ui.pages.journal.body_painting import paint_dots, paint_invitation
from leadjournal.ui.pages.journal.markdown_look import MarkdownLook
from leadjournal.ui.pages.journal.markdown_marks import line_of, next_mark
from leadjournal.ui.pages.journal.plain_text import (
    LONGEST_TEXT,
    change_between,
    has_endless_line,
    prepared,
    text_of,
)
from leadjournal.ui.pages.journal.text_history import Change, TextHistory, units
from leadjournal.ui.theme.looks import Looks

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_UNDO, _REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo


class BodyEdit(QTextEdit):
    """The text of an entry; it grows with its words and is scrolled by the page around it."""

    edited = Signal()
    left = Signal()
    refused = Signal(str)
    cursor_moved = Signal(QRectF)

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._look = MarkdownLook(looks, self.document())
        self._formats = BodyFormats(looks, self.document())
        self._changed: tuple[int, int] | None = None
        self._at_work = False
        self._stepping = False
        self._known = ""
        self.history = TextHistory()
        self.broke_lines = False
        self.setProperty("cls", "page")
        self.setProperty("reader", True)
        self.setAccessibleName(_("Text of the entry"))
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().setUndoRedoEnabled(False)
        self.document().contentsChange.connect(self._note_change)
        self.document().contentsChanged.connect(self._settle)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.cursorPositionChanged.connect(self._cursor_moved)
        self.restyle()
        looks.changed.connect(self.restyle)

    def text(self) -> str:
        """What is written, character by character."""
        return text_of(self.document())

    def set_text(self, text: str) -> None:
        """Show another text; its own undo begins here."""
        self.broke_lines = has_endless_line(text)
        shown = prepared(text)
        self._at_work = True
        self._attend(len(shown))
        self.setPlainText(shown)
        self._formats.format_all()
        self._at_work = False
        self._begin_anew(shown)
        self._show_active()
        self._fit()

    def take_text(self, text: str) -> None:
        """Show what the text became elsewhere; the cursor stays with its words."""
        new = prepared(text)
        change = change_between(self.text(), new)
        if not change.gone and not change.put:
            return
        self._at_work = True
        self._put(change)
        self._formats.format_all()
        self._at_work = False
        self._begin_anew(new)

    def undo(self) -> None:
        """Take back what was typed last."""
        self._step(self.history.undo())

    def redo(self) -> None:
        """Bring back what was taken back last."""
        self._step(self.history.redo())

    def restyle(self) -> None:
        """Take the font and the line heights of the present theme and text size."""
        font = self._looks.font("reading")
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._at_work = True
        self._formats.format_all()
        self._at_work = False
        self._look.rehighlight()

    def _begin_anew(self, text: str) -> None:
        self._known = text
        self.history.clear()
        self._forget_change()

    def _put(self, change: Change) -> int:
        cursor = QTextCursor(self.document())
        cursor.setPosition(change.start)
        cursor.setPosition(change.start + units(change.gone), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(change.put)
        return cursor.position()

    def _step(self, change: Change | None) -> None:
        if change is None:
            return
        self._stepping = True
        cursor = self.textCursor()
        cursor.setPosition(self._put(change))
        self.setTextCursor(cursor)
        self._stepping = False

    def _attend(self, length: int) -> None:
        wanted = self.document() if length <= STYLED_UP_TO else None
        if self._look.document() is not wanted:
            self._look.setDocument(wanted)

    def _note_change(self, start: int, _gone: int, put: int) -> None:
        if self._at_work:
            return
        first, last = self._changed or (start, start)
        self._changed = (min(first, start), max(last, start + put))

    def _settle(self) -> None:
        # A new look of a passage also says "changed", but only words make the document modified.
        if self._at_work or self._changed is None or not self.document().isModified():
            return
        first, last = self._changed
        self._at_work = True
        self._formats.fix(first, last)
        self._at_work = False
        self._forget_change()
        self._remember()
        self.edited.emit()

    def _remember(self) -> None:
        text = self.text()
        if not self._stepping:
            change = change_between(self._known, text)
            if change.gone or change.put:
                self.history.record(change)
        self._known = text

    def _forget_change(self) -> None:
        self._changed = None
        self.document().setModified(False)

    def _cursor_moved(self) -> None:
        self._show_active()
        self.cursor_moved.emit(QRectF(self.cursorRect()))

    def _show_active(self) -> None:
        self._look.set_active(self.textCursor().block() if self.hasFocus() else None)

    def _fit(self) -> None:
        tall = round(self.document().size().height())
        self.setFixedHeight(max(tall, 6 * self._looks.line("reading")) + 4)

    def _go_on(self) -> bool:
        """Enter inside a list or a quote: go on with it, or end it on an empty item."""
        cursor = self.textCursor()
        text = cursor.block().text()
        mark = next_mark(text)
        before = cursor.positionInBlock()
        if not mark or cursor.hasSelection() or before < line_of(text).mark:
            return False
        cursor.beginEditBlock()
        if line_of(text).mark >= len(text.rstrip()) and not text[line_of(text).mark :].strip():
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            cursor.removeSelectedText()
        else:
            cursor.insertText("\n" + mark)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        return True

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        if len(text) + self.document().characterCount() > LONGEST_TEXT:
            self.refused.emit(
                _("That is more than the {count} characters an entry can hold. "
                  "Nothing was pasted.").format(count=number(LONGEST_TEXT, 0))
            )  # fmt: skip
            return
        self.broke_lines = self.broke_lines or has_endless_line(text)
        self._attend(len(text) + self.document().characterCount())
        self.textCursor().insertText(prepared(text))
        self.ensureCursorVisible()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            # With nothing of its own to take back, the keys belong to the window's undo.
            nothing_left = event.matches(_UNDO) and not self.history.can_undo
            nothing_more = event.matches(_REDO) and not self.history.can_redo
            if nothing_left or nothing_more:
                event.ignore()
                return False
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, possible, step in (
            ("edit-undo", self.history.can_undo, self.undo),
            ("edit-redo", self.history.can_redo, self.redo),
        ):
            for action in menu.actions():
                if action.objectName() == name:
                    action.setEnabled(possible and not self.isReadOnly())
                    action.triggered.connect(step)
        menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(_UNDO) or event.matches(_REDO):
            self.undo() if event.matches(_UNDO) else self.redo()
            return
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            if not self._go_on():
                self.textCursor().insertBlock()
                self.ensureCursorVisible()
            event.accept()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.document().isEmpty():
            paint_invitation(self, self._looks, _("Write here"))
        paint_dots(self, self._looks, event.rect())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_active()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_active()
        self.left.emit()
