"""The right side: one entry, its facts, its words, and what was done to it."""

import re
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from leadjournal.base.clock import Clock
from leadjournal.base.formats import clock_time, day_long, number
from leadjournal.base.words import _, ngettext
from leadjournal.ui.pages.journal.body import BodyEdit
from leadjournal.ui.pages.journal.details import Details
from leadjournal.ui.pages.journal.editor_bar import EditorBar
from leadjournal.ui.pages.journal.facts import FactsLine
from leadjournal.ui.pages.journal.formatting import ACTIONS
from leadjournal.ui.pages.journal.markdown_look import hanging
from leadjournal.ui.pages.journal.tags_row import TagsRow
from leadjournal.ui.pages.journal.title import TitleEdit
from leadjournal.ui.pages.journal.values import ShownEntry
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.scroll import ScrollPage

_COLUMN = 580
_COUNT_PAUSE = 400
_ABOVE = 22
_GAPS = (0, 10, 8, 14, 16)
_WORD = re.compile(r"\w+(?:[’'.\-]\w+)*")


class EntryEditor(QFrame):
    """Shows one entry and says what the user did to it; it stores nothing itself."""

    edited = Signal()
    left = Signal()
    fact_changed = Signal(str, object)

    def __init__(self, looks: Looks, clock: Clock) -> None:
        super().__init__()
        self._looks = looks
        self._clock = clock
        self._entry: ShownEntry | None = None
        self.bar = EditorBar(looks)
        self.facts = FactsLine(looks, clock)
        self.title = TitleEdit(looks)
        self.tags = TagsRow(looks)
        self.details = Details(looks)
        self.body = BodyEdit(looks)
        self._words = Label(looks, "", "small", "text_2")
        self._when = Label(looks, "", "small", "text_2", elide=True)
        self._scroll = ScrollPage(looks, spacing=0, edges=False)
        self._wanted_scroll: int | None = None
        self._sheet = _Sheet()
        self._lines: list[QHBoxLayout] = []
        self._count = QTimer(self)
        self._count.setSingleShot(True)
        self._count.setInterval(_COUNT_PAUSE)
        self._lay_out()
        self._connect()
        self._restyle()
        looks.changed.connect(self._restyle)

    def show_entry(self, entry: ShownEntry) -> None:
        """Open an entry; the editor's own undo begins here."""
        self.title.set_text(entry.title)
        self.body.set_text(entry.text)
        self._show_around(entry)
        self._count_words()
        self._wanted_scroll = None
        self._scroll.verticalScrollBar().setValue(0)

    def take_entry(self, entry: ShownEntry, *, words: bool) -> None:
        """Show what changed elsewhere; with `words` the text too, the cursor staying in place."""
        if words:
            if entry.title != self.title.text():
                self.title.set_text(entry.title)
            self.body.take_text(entry.text)
            self._count_words()
        self._show_around(entry)

    def title_and_text(self) -> tuple[str, str]:
        """What is written now."""
        return self.title.text(), self.body.text()

    def begin(self) -> None:
        """Put the cursor where an empty entry starts."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> dict[str, int | str]:
        """Where in the entry one is."""
        inside = self.window().focusWidget()
        part = next((name for name, edit in self._parts().items() if edit is inside), "")
        cursor = self.title.textCursor() if part == "title" else self.body.textCursor()
        scroll = self._scroll.verticalScrollBar().value()
        return {"part": part, "cursor": cursor.position(), "scroll": scroll}

    def return_to(self, place: Mapping[str, Any]) -> None:
        """Go where one was, as far as the entry is as long as it was."""
        parts = self._parts()
        edit = parts.get(str(place.get("part")), self.body)
        cursor = edit.textCursor()
        last = edit.document().characterCount() - 1
        cursor.setPosition(min(max(_whole(place.get("cursor")), 0), last))
        edit.setTextCursor(cursor)
        if place.get("part") in parts:
            edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll_to(_whole(place.get("scroll")))

    def _parts(self) -> dict[str, QTextEdit]:
        return {"title": self.title, "body": self.body}

    def _scroll_to(self, wanted: int) -> None:
        # Before it was laid out for the first time, a long entry cannot be scrolled that far.
        self._wanted_scroll = wanted
        self._scroll_on()

    def _scroll_on(self) -> None:
        bar, wanted = self._scroll.verticalScrollBar(), self._wanted_scroll
        if wanted is not None and bar.maximum() >= wanted:
            self._wanted_scroll = None
            bar.setValue(wanted)

    def set_read_only(self, yes: bool) -> None:
        """Whether the journal can only be read."""
        self.title.setReadOnly(yes)
        self.body.setReadOnly(yes)
        self.facts.setEnabled(not yes)
        self.tags.setEnabled(not yes)
        self.details.setEnabled(not yes)
        self.bar.set_ready(not yes)

    def _show_around(self, entry: ShownEntry) -> None:
        self._entry = entry
        self.facts.show_entry(entry)
        self.tags.show_entry(entry)
        self.details.show_entry(entry)
        self._show_when()

    def _show_when(self) -> None:
        entry = self._entry
        if self.body.broke_lines:
            self._when.setText(_("Very long lines are shown broken"))
        elif entry is None or entry.changed is None:
            self._when.setText(_("Stored as soon as something is written"))
        else:
            day = entry.changed.astimezone().date()
            today = self._clock.today()
            time = clock_time(entry.changed)
            words = _("Changed at {time}") if day == today else _("Changed on {day} at {time}")
            self._when.setText(words.format(day=day_long(day, today), time=time))

    def _count_words(self) -> None:
        count = sum(1 for _word in _WORD.finditer(self.body.text()))
        words = ngettext("{count} word", "{count} words", count)
        self._words.setText(words.format(count=number(count, 0)))

    def _lay_out(self) -> None:
        self._lay_out_sheet()
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(self._sheet, 1000)
        centred.addStretch(1)
        self._scroll.column.addLayout(centred)
        foot = QHBoxLayout()
        foot.setContentsMargins(25, 9, 24, 9)
        foot.setSpacing(12)
        foot.addWidget(self._words)
        foot.addStretch()
        foot.addWidget(self._when)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)

    def _lay_out_sheet(self) -> None:
        rows = QVBoxLayout(self._sheet)
        rows.setContentsMargins(0, _ABOVE, 0, 24)
        rows.setSpacing(0)
        for widget in (self.facts, self.title, self.tags, self.details, self.body):
            line = QHBoxLayout()
            line.addWidget(widget)
            rows.addLayout(line)
            self._lines.append(line)
        rows.addStretch()
        self.details.hide()

    def _connect(self) -> None:
        for edit in (self.title, self.body):
            edit.edited.connect(self.edited)
            edit.left.connect(self.left)
        self.body.edited.connect(self._count.start)
        self._count.timeout.connect(self._count_words)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._scroll_on)
        self.body.cursor_moved.connect(self._follow)
        self.title.done.connect(self._go_to_body)
        self._sheet.pressed_below.connect(self._go_to_end)
        self.facts.changed.connect(self.fact_changed)
        self.details.changed.connect(self.fact_changed)
        self.bar.details_toggled.connect(self.details.setVisible)
        self.bar.format_wished.connect(self.format)
        for keys, name in (("Ctrl+B", "bold"), ("Ctrl+I", "italic")):
            shortcut = QShortcut(QKeySequence(keys), self.body)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda wish=name: self.format(wish))

    def format(self, wish: str) -> None:
        """Put or take a mark around what is selected in the text."""
        if self.body.isReadOnly():
            return
        cursor = self.body.textCursor()
        ACTIONS[wish](cursor)
        self.body.setTextCursor(cursor)
        self.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_body(self) -> None:
        self.body.moveCursor(QTextCursor.MoveOperation.Start)
        self.body.setFocus(Qt.FocusReason.TabFocusReason)

    def _go_to_end(self) -> None:
        self.body.moveCursor(QTextCursor.MoveOperation.End)
        self.body.setFocus(Qt.FocusReason.MouseFocusReason)

    def _follow(self, at: QRectF) -> None:
        if not self.body.hasFocus():
            return
        line = self._looks.line("reading")
        point = self.body.mapTo(self._sheet, QPoint(0, round(at.center().y())))
        self._scroll.ensureVisible(0, point.y(), 0, 2 * line)

    def _restyle(self) -> None:
        # The text begins further left than the rest, so that the marks of headings hang beside it.
        side = hanging(self._looks)
        self._sheet.setMaximumWidth(self._looks.scaled(_COLUMN) + 2 * side)
        for line, above in zip(self._lines, _GAPS, strict=True):
            line.setContentsMargins(side, above, side, 0)
        self._lines[-1].setContentsMargins(0, _GAPS[-1], side + self._looks.scaled(16), 0)


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0


class _Sheet(QWidget):
    pressed_below = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.pressed_below.emit()
