"""The left side: a filter, what was written a year ago, and the entries by month."""

from datetime import date

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from leadjournal.base.clock import Clock
from leadjournal.base.formats import number
from leadjournal.base.words import _, ngettext
from leadjournal.ui.items.entries import EntryListModel, Finder, Reader
from leadjournal.ui.pages.journal.chips import Chip
from leadjournal.ui.pages.journal.day_popup import DayPopup
from leadjournal.ui.pages.journal.entry_list_view import EntryListView
from leadjournal.ui.pages.journal.filter_popup import FilterPopup
from leadjournal.ui.pages.journal.filter_words import filters_in_words
from leadjournal.ui.pages.journal.look_back import LookBack
from leadjournal.ui.pages.journal.values import Chosen, FilterChoices
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import IconButton, LinkButton
from leadjournal.ui.widgets.empty_state import EmptyState
from leadjournal.ui.widgets.filter_field import FilterField
from leadjournal.ui.widgets.flow import FlowLayout

_TYPING_PAUSE = 200


class ListPanel(QFrame):
    """Wishes leave as ids and words; rows come in through the model."""

    entry_chosen = Signal(str)
    text_changed = Signal(str)
    filters_changed = Signal(object)
    cleared = Signal()
    entry_wished = Signal()
    day_wished = Signal(object)
    month_shown = Signal(object)
    choices_wished = Signal()
    trash_wished = Signal()

    def __init__(self, looks: Looks, clock: Clock) -> None:
        super().__init__()
        self._looks = looks
        self._choices = FilterChoices()
        self._reading = False
        self.model = EntryListModel()
        self.field = FilterField(looks, _("Filter entries"))
        self.view = EntryListView(looks, clock, self.model)
        self.look_back = LookBack(looks)
        self.filters = FilterPopup(looks, self)
        self.days = DayPopup(looks, self)
        self._calendar = IconButton(looks, "calendar-days", _("Go to a day"))
        self._filter = IconButton(looks, "sliders-horizontal", _("Filters"))
        self._tags = QWidget()
        self._tag_row = FlowLayout(self._tags, gap=6)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_PAUSE)
        self._nothing = EmptyState(looks, "search", "", "", _("Clear"), action_icon="x", main=False)
        self._trash = LinkButton(looks, _("Trash"), "trash-2")
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def show_rows(self, read: Reader, find: Finder | None = None, *, keep: bool) -> None:
        """Take the rows; with `keep` what is still there keeps its place."""
        self._reading = True
        if keep:
            self.model.refresh(read, find)
        else:
            self.model.show(read, find)
        self._reading = False

    def show_count(self, count: int, query: str) -> None:
        """Say how many entries can be filtered, or that none was found."""
        words = ngettext("Filter {count} entry", "Filter {count} entries", count)
        self.field.setPlaceholderText(words.format(count=number(count, 0)))
        empty = self.model.rowCount() == 0
        self._stack.setCurrentIndex(1 if empty and query else 0)
        if empty and query:
            sentence = _("Nothing in the journal matches {query}.").format(query=query)
            self._nothing.set_words(_("No entry found"), sentence)

    def offer(self, choices: FilterChoices) -> None:
        """What the filters can be set to."""
        self._choices = choices
        self.filters.offer(choices)

    def show_filters(self, chosen: Chosen) -> None:
        """Show the filters in use below the field."""
        self.filters.show_chosen(chosen)
        while (item := self._tag_row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for icon, words, left in filters_in_words(chosen, self._choices):
            chip = Chip(self._looks, "good", words, icon, closable=True)
            chip.make_removable(_("Remove this filter"))
            chip.setToolTip(_("Remove this filter"))
            chip.clicked.connect(lambda _checked=False, rest=left: self.filters_changed.emit(rest))
            chip.removed.connect(lambda rest=left: self.filters_changed.emit(rest))
            self._tag_row.addWidget(chip)
        self._tags.setVisible(chosen != Chosen())

    def clear_text(self) -> None:
        """Take the filter's words away without telling anybody."""
        silent = self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(silent)
        self._pause.stop()

    def current(self) -> str:
        """The id of the entry the list stands on, or nothing."""
        entry = self.model.entry(self.view.currentIndex())
        return entry.id if entry is not None else ""

    def select(self, entry_id: str) -> bool:
        """Stand on an entry without telling anybody; whether the list holds it."""
        index = self.model.index_of(entry_id) if entry_id else QModelIndex()
        chooser = self.view.selectionModel()
        silent = chooser.blockSignals(True)
        self.view.setCurrentIndex(index)
        if not index.isValid():
            chooser.clear()
        chooser.blockSignals(silent)
        self.view.viewport().update()
        if index.isValid():
            self.view.scrollTo(index)
        return index.isValid()

    def go_to_day(self, day: date) -> None:
        """Stand on the newest entry of a day, or the one before it."""
        index = self.model.on_or_before(day)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(0)
        top.addWidget(self.field, 1)
        top.addSpacing(6)
        top.addWidget(self._calendar)
        top.addWidget(self._filter)
        head = QVBoxLayout()
        head.setContentsMargins(self._looks.measure("page_left"), 0, 10, 0)
        head.setSpacing(8)
        head.addLayout(top)
        head.addWidget(self._tags)
        head.addWidget(self.look_back)
        self._tags.hide()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(self._looks.measure("page_left"), 4, 10, 7)
        foot.addWidget(self._trash)
        foot.addStretch()
        column.addLayout(foot)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._pause.start)
        self.field.went_down.connect(self._enter_list)
        self._pause.timeout.connect(lambda: self.text_changed.emit(self.field.text()))
        self._filter.clicked.connect(self._open_filters)
        self._calendar.clicked.connect(self._open_days)
        self._trash.clicked.connect(self.trash_wished)
        self.filters.changed.connect(self.filters_changed)
        self.days.chosen.connect(self.day_wished)
        self.days.month_shown.connect(self.month_shown)
        self._nothing.acted.connect(self.cleared)
        self.look_back.wished.connect(self.entry_chosen)
        self.view.selectionModel().currentChanged.connect(self._moved)

    def _enter_list(self) -> None:
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.first())
        self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _open_filters(self) -> None:
        self.choices_wished.emit()
        self.filters.open_below(self._filter)

    def _open_days(self) -> None:
        entry = self.model.entry(self.view.currentIndex())
        if entry is not None:
            self.days.show_day(entry.day)
        self.days.open_below(self._calendar)

    def _moved(self, index: QModelIndex) -> None:
        # Rows that come and go move the list's place too; only the user's own move is a wish.
        entry = None if self._reading else self.model.entry(index)
        if entry is not None:
            self.entry_chosen.emit(entry.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.window().width() - self.mapTo(self.window(), self.rect().topRight()).x() <= 1:
            return
        painter = QPainter(self)
        painter.setPen(self._looks.colour("line"))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
        painter.end()
