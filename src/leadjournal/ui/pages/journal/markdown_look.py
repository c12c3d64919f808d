"""How Markdown looks while it is written: headings, lists, quotes, passages; marks stay faint."""

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QSyntaxHighlighter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextDocument,
)

from leadjournal.ui.pages.journal.markdown_marks import (
    BLANK,
    BODY,
    BULLET,
    HEADING,
    NUMBER,
    QUOTE,
    line_of,
    spans_of,
)
from leadjournal.ui.theme.looks import Looks

_HANGING = 32

_HEADING_ROLES = {1: "title", 2: "heading"}
_SMALL_HEADING = "small-m"
_ABOVE_HEADING = 8
_HEADING_LINE = 26
_GAP_LINE = 8
_QUOTE_LEFT = 18
_AFTER_ITEM = 2
_WIDER = 2
_AT_LEAST = QTextBlockFormat.LineHeightTypes.MinimumHeight.value
_EXACTLY = QTextBlockFormat.LineHeightTypes.FixedHeight.value


def heading_role(level: int) -> str:
    """The type role of a heading; a template's questions are small ones."""
    return _HEADING_ROLES.get(level, _SMALL_HEADING)


def hanging(looks: Looks) -> int:
    """How far a heading's mark may hang into the margin left of the text."""
    return looks.scaled(_HANGING)


class MarkdownLook(QSyntaxHighlighter):
    """Colours and fonts of passages; they belong to the look and never to the document."""

    def __init__(self, looks: Looks, document: QTextDocument) -> None:
        super().__init__(document)
        self._looks = looks
        self._active = -1

    def set_active(self, block: QTextBlock | None) -> None:
        """Tell in which paragraph one writes; its heading shows its mark."""
        active = -1 if block is None else block.blockNumber()
        if self.document() is None or active == self._active:
            return
        before, self._active = self._active, active
        for changed in map(self.document().findBlockByNumber, (before, active)):
            if changed.isValid() and line_of(changed.text()).kind == HEADING:
                self.rehighlightBlock(changed)

    def _mark_format(self, colour: QColor | None = None) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(colour or self._looks.colour("text_3"))
        return made

    def _show_heading(self, text: str, mark: int, level: int) -> None:
        role = heading_role(level)
        words = QTextCharFormat()
        words.setFont(self._looks.font(role))
        words.setForeground(self._looks.colour("text" if role != _SMALL_HEADING else "text_3"))
        self.setFormat(0, _units(text, len(text)), words)
        if self.currentBlock().blockNumber() != self._active:
            words.setForeground(QColor(Qt.GlobalColor.transparent))
        self.setFormat(0, mark, words)

    def _show_spans(self, text: str, ground: QTextCharFormat) -> None:
        for look, start, length, before, after in spans_of(text):
            marked = QTextCharFormat(ground)
            self._give_look(marked, look)
            self.setFormat(_units(text, start), _units(text[start:], length), marked)
            faint = QTextCharFormat(marked)
            faint.setForeground(self._looks.colour("text_3"))
            self.setFormat(_units(text, start), before, faint)
            end = start + length
            self.setFormat(_units(text, end - after), _units(text[end - after :], after), faint)

    def _give_look(self, passage: QTextCharFormat, look: str) -> None:
        if look == "bold":
            passage.setFontWeight(QFont.Weight.Medium)
            passage.setForeground(self._looks.colour("text"))
        elif look == "italic":
            passage.setFontItalic(True)
        elif look == "link":
            passage.setForeground(self._looks.colour("link"))
        else:
            passage.setBackground(self._looks.colour("sunken"))

    def highlightBlock(self, text: str) -> None:
        kind, mark, level = line_of(text)
        ground = QTextCharFormat()
        if kind == HEADING:
            self._show_heading(text, mark, level)
            return
        if kind == QUOTE:
            ground.setFontItalic(True)
            ground.setForeground(self._looks.colour("text_2"))
            self.setFormat(0, _units(text, len(text)), ground)
        self._show_spans(text, ground)
        if kind == BULLET:
            # A dot is painted in its place.
            hidden = self._mark_format(QColor(Qt.GlobalColor.transparent))
            hidden.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            hidden.setFontLetterSpacing(self._looks.scaled(_WIDER))
            self.setFormat(0, mark, hidden)
        elif mark:
            self.setFormat(0, mark, self._mark_format())


def block_format(looks: Looks, block: QTextBlock) -> QTextBlockFormat:
    """How tall a paragraph's lines are and where it stands, from its text and its neighbours."""
    text = block.text()
    kind, mark, level = line_of(text)
    made = QTextBlockFormat()
    made.setLineHeight(looks.line("reading"), _AT_LEAST)
    if kind == HEADING:
        _hang_heading(looks, made, text[:mark], level)
        made.setTopMargin(looks.scaled(_ABOVE_HEADING) if _has_text(block.previous()) else 0)
    elif kind in (BULLET, NUMBER):
        width = QFontMetricsF(looks.font("reading")).horizontalAdvance(text[:mark])
        width += mark * looks.scaled(_WIDER) if kind == BULLET else 0
        made.setLeftMargin(hanging(looks) + width)
        made.setTextIndent(-width)
        made.setBottomMargin(looks.scaled(_AFTER_ITEM))
        return made
    elif kind == QUOTE:
        width = QFontMetricsF(looks.font("quote-italic")).horizontalAdvance(text[:mark])
        made.setLeftMargin(hanging(looks) + looks.scaled(_QUOTE_LEFT))
        made.setTextIndent(-width)
        return made
    elif kind == BLANK and _is_gap(block):
        made.setLineHeight(looks.scaled(_GAP_LINE), _EXACTLY)
    if kind != HEADING:
        made.setLeftMargin(hanging(looks))
    return made


def _hang_heading(looks: Looks, made: QTextBlockFormat, mark: str, level: int) -> None:
    metrics = QFontMetricsF(looks.font(heading_role(level)))
    made.setLineHeight(max(looks.scaled(_HEADING_LINE), metrics.height()), _AT_LEAST)
    made.setLeftMargin(hanging(looks))
    made.setTextIndent(-min(metrics.horizontalAdvance(mark), hanging(looks)))


def _is_gap(block: QTextBlock) -> bool:
    # The empty line Markdown asks for around a heading is not a paragraph of its own.
    after, before = block.next(), block.previous()
    if not _has_text(after) or not _has_text(before):
        return False
    return HEADING in (line_of(after.text()).kind, line_of(before.text()).kind)


def _has_text(block: QTextBlock) -> bool:
    return block.isValid() and line_of(block.text()).kind != BLANK


def is_plain(block: QTextBlock) -> bool:
    """Whether a paragraph has the look every paragraph starts with."""
    kind = line_of(block.text()).kind
    return kind == BODY or (kind == BLANK and not _is_gap(block))


def _units(text: str, count: int) -> int:
    # Qt counts UTF-16 units; most lines hold none that differ.
    part = text[:count]
    return len(part) if part.isascii() else len(part.encode("utf-16-le")) // 2
