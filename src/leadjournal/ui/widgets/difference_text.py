"""Two texts as one: what came is underlined, what went is struck through, and both are said."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor

from leadjournal.base.formats import number
from leadjournal.base.words import _, ngettext
from leadjournal.rules.difference import Piece
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.reading_text import ReadingText

_FOLDED_FROM = 480
_KEPT = 160
_LONGEST_SPOKEN = 4_000


class DifferenceText(ReadingText):
    """Shows pieces; long stretches that stayed are folded until they are asked for."""

    def __init__(self, looks: Looks, name: str) -> None:
        self._pieces: Sequence[Piece] = ()
        self._folds = True
        super().__init__(looks, name)

    def show_pieces(self, pieces: Sequence[Piece], *, folded: bool) -> None:
        """Show a difference from its beginning."""
        self._pieces, self._folds = pieces, folded
        self.setAccessibleDescription(spoken(pieces))
        self._write()
        self.verticalScrollBar().setValue(0)

    def show_text(self, text: str) -> None:
        self._pieces = ()
        self.setAccessibleDescription("")
        super().show_text(text)

    def restyle(self) -> None:
        super().restyle()
        if self._pieces:
            at = self.verticalScrollBar().value()
            self._write()
            self.verticalScrollBar().setValue(at)

    def _write(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        last = len(self._pieces) - 1
        for at, piece in enumerate(self._pieces):
            if piece.kind != "same":
                cursor.insertText(_visible(piece.text), self._format(piece.kind))
            elif self._folds and is_long(piece):
                self._write_folded(cursor, piece.text, at == 0, at == last)
            else:
                cursor.insertText(piece.text, self._format("same"))
        cursor.endEditBlock()
        self.set_line_height()

    def _write_folded(self, cursor: QTextCursor, text: str, first: bool, last: bool) -> None:
        start = "" if first else _start(text)
        end = "" if last else _end(text)
        count = len(text[len(start) : len(text) - len(end)].split())
        words = ngettext("{count} word stayed", "{count} words stayed", count)
        cursor.insertText(start + ("\n" if start else ""), self._format("same"))
        cursor.insertText(f"⋯ {words.format(count=number(count))} ⋯", self._format("fold"))
        cursor.insertText(("\n" if end else "") + end, self._format("same"))

    def _format(self, kind: str) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFont(self.looks.font("small" if kind == "fold" else self._role))
        if kind == "added":
            form.setFontUnderline(True)
            form.setBackground(self.looks.colour("accent_soft"))
            form.setForeground(self.looks.colour("on_accent_soft"))
        elif kind == "removed":
            form.setFontStrikeOut(True)
            form.setBackground(self.looks.colour("danger_soft"))
            form.setForeground(self.looks.colour("on_danger_soft"))
        else:
            form.setForeground(self.looks.colour("text_3" if kind == "fold" else "text"))
        return form


def is_long(piece: Piece) -> bool:
    """Whether so much stayed in one go that it is folded."""
    return piece.kind == "same" and len(piece.text) > _FOLDED_FROM


def spoken(pieces: Sequence[Piece]) -> str:
    """What went and what came, in words."""
    said = []
    for piece in pieces:
        if piece.kind == "added":
            said.append(_("added: {words}").format(words=" ".join(piece.text.split())))
        elif piece.kind == "removed":
            said.append(_("removed: {words}").format(words=" ".join(piece.text.split())))
    return "; ".join(said)[:_LONGEST_SPOKEN]


def counted(pieces: Sequence[Piece]) -> str:
    """How many words came and went, to be read after a colon."""
    came = sum(len(piece.text.split()) for piece in pieces if piece.kind == "added")
    went = sum(len(piece.text.split()) for piece in pieces if piece.kind == "removed")
    said = []
    if came:
        words = ngettext("{count} word added", "{count} words added", came)
        said.append(words.format(count=number(came)))
    if went:
        words = ngettext("{count} word removed", "{count} words removed", went)
        said.append(words.format(count=number(went)))
    if not said and all(piece.kind == "same" for piece in pieces):
        return _("no difference")
    return ", ".join(said) or _("only spaces or line ends differ")


def _visible(text: str) -> str:
    """Line ends alone would not be seen."""
    return text if text.strip("\n") else text.replace("\n", "¶\n")


def _start(text: str) -> str:
    kept = text[:_KEPT]
    return kept[: max(kept.rfind(" "), kept.rfind("\n")) + 1].rstrip() or kept


def _end(text: str) -> str:
    kept = text[-_KEPT:]
    places = [place for place in (kept.find(" "), kept.find("\n")) if place >= 0]
    return kept[min(places, default=-1) + 1 :].lstrip("\n")
