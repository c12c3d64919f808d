"""What can be walked: drafts to go on with, then every template by area."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leadjournal.base.words import _, ngettext
from leadjournal.ui.pages.templates.clearing import clear
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import IconButton
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.list_row import ListCard, ListRow, RowWords
from leadjournal.ui.widgets.scroll import ScrollPage

_NARROW = 480
"""Below this width, at normal text size, what is told of a template lies below its title."""


class DraftWords(NamedTuple):
    """A draft to go on with."""

    id: str
    title: str
    second: str
    icon: str


class TemplateWords(NamedTuple):
    """A template to start."""

    id: str
    title: str
    purpose: str
    icon: str
    minutes: int
    last_used: str


class Group(NamedTuple):
    """The templates of one area."""

    title: str
    templates: Sequence[TemplateWords]


class Catalogue(ScrollPage):
    """The page's first view."""

    resumed = Signal(str)
    discarded = Signal(str)
    started = Signal(str)

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks)
        self._looks = looks
        self._rows: list[ListRow] = []
        self._lists: tuple[Sequence[DraftWords], Sequence[Group]] = ((), ())
        self._is_narrow = False
        self.column.addStretch()
        looks.changed.connect(self._take_width)

    def show_lists(self, drafts: Sequence[DraftWords], groups: Sequence[Group]) -> None:
        """Show these drafts and templates and no others."""
        self._lists = drafts, groups
        self._fill()

    def _take_width(self) -> None:
        is_narrow = self.width() < self._looks.scaled(_NARROW)
        if is_narrow is self._is_narrow:
            return
        self._is_narrow = is_narrow
        at = next((n for n, row in enumerate(self._rows) if row.hasFocus()), None)
        self._fill()
        if at is not None:
            self._rows[at].setFocus()

    def _fill(self) -> None:
        drafts, groups = self._lists
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        self._rows = []
        if drafts:
            self._add_card(column, _("To go on with"), [self._draft(each) for each in drafts])
        for group in groups:
            self._add_card(column, group.title, [self._template(each) for each in group.templates])
        clear(self.column)
        self.column.addWidget(sheet)
        sheet.show()
        self.column.addStretch()

    def rows(self) -> list[ListRow]:
        """The rows in their order, drafts first."""
        return self._rows

    def take_focus(self) -> None:
        """Bring the keyboard to the first row."""
        if self._rows:
            self._rows[0].setFocus()

    def _add_card(self, column: QVBoxLayout, title: str, rows: list[ListRow]) -> None:
        if column.count():
            column.addSpacing(12)
        column.addWidget(Label(self._looks, title, "heading"))
        card = ListCard(self._looks)
        card.set_rows(rows)
        column.addWidget(card)
        self._rows += rows

    def _draft(self, draft: DraftWords) -> ListRow:
        row = ListRow(self._looks, RowWords(draft.title, draft.second, draft.icon))
        row.clicked.connect(lambda: self.resumed.emit(draft.id))
        name = _("Discard the draft of {guide}").format(guide=draft.title)
        discard = IconButton(self._looks, "trash-2", name)
        discard.clicked.connect(lambda: self.discarded.emit(draft.id))
        row.row.addWidget(discard)
        return row

    def _template(self, template: TemplateWords) -> ListRow:
        minutes = ngettext("{minutes} minute", "{minutes} minutes", template.minutes)
        told = minutes.format(minutes=template.minutes)
        row = self._narrow_row(template, told) if self._is_narrow else self._row(template, told)
        row.clicked.connect(lambda: self.started.emit(template.id))
        return row

    def _row(self, template: TemplateWords, minutes: str) -> ListRow:
        words = RowWords(template.title, template.purpose, template.icon, None, template.last_used)
        row = ListRow(self._looks, words)
        label = Label(self._looks, minutes, "small", "text_2")
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.row.insertWidget(2, label)
        row.setAccessibleName(f"{row.accessibleName()}. {minutes}")
        return row

    def _narrow_row(self, template: TemplateWords, minutes: str) -> ListRow:
        # Beside them there would be no room for the title.
        below = " · ".join(each for each in (minutes, template.last_used) if each)
        row = ListRow(self._looks, RowWords(template.title, below, template.icon))
        row.setToolTip(template.purpose)
        row.setAccessibleName(f"{template.title}. {template.purpose}. {below}")
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_width()
