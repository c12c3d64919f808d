"""What is painted over the text: the dots of lists, and the invitation to write."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTextEdit

from leadjournal.ui.pages.journal.markdown_look import hanging
from leadjournal.ui.pages.journal.markdown_marks import BULLET, line_of
from leadjournal.ui.theme.looks import Looks

_DOT = "•"


def paint_dots(edit: QTextEdit, looks: Looks, seen: QRect) -> None:
    """A dot in the place of each list mark that is in sight."""
    painter = QPainter(edit.viewport())
    painter.setFont(looks.font("reading"))
    painter.setPen(looks.colour("text_2"))
    layout = edit.document().documentLayout()
    block = edit.cursorForPosition(seen.topLeft()).block()
    while block.isValid() and layout.blockBoundingRect(block).top() <= seen.bottom():
        lines = block.layout()
        if lines.lineCount() and line_of(block.text()).kind == BULLET:
            first, at = lines.lineAt(0), lines.position()
            place = QPointF(at.x() + first.x(), at.y() + first.y() + first.ascent())
            painter.drawText(place, _DOT)
        block = block.next()
    painter.end()


def paint_invitation(edit: QTextEdit, looks: Looks, words: str) -> None:
    """Words where the text will begin; Qt would paint them at the edge of the widget."""
    painter = QPainter(edit.viewport())
    painter.setFont(looks.font("reading"))
    painter.setPen(looks.colour("text_3"))
    place = edit.viewport().rect().adjusted(hanging(looks), 0, 0, 0)
    painter.drawText(place, Qt.AlignmentFlag.AlignTop, words)
    painter.end()
