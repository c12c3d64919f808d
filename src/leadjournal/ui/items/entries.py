"""The list of entries as Qt sees it: plain rows in pages, a heading before each month."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from leadjournal.base.formats import day_full, month_and_year
from leadjournal.base.words import _
from leadjournal.ui.items.entry_words import direction_words, kind_full

PAGE = 200
ITEM_ROLE = Qt.ItemDataRole.UserRole

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ListedEntry(Protocol):
    """What the list shows of an entry."""

    @property
    def id(self) -> str: ...
    @property
    def day(self) -> date: ...
    @property
    def kind(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def first_words(self) -> str: ...
    @property
    def direction(self) -> str | None: ...
    @property
    def privacy(self) -> str: ...


class MonthHeading(NamedTuple):
    """The row before the entries of a month."""

    year: int
    month: int

    @property
    def words(self) -> str:
        """October 2025."""
        return month_and_year(date(self.year, self.month, 1))


Item = MonthHeading | ListedEntry
Reader = Callable[[int, int], Sequence[ListedEntry]]
"""Gives the rows from an offset, at most so many."""

Finder = Callable[[str], int | None]
"""Gives the place of an entry in the whole list, from 0; nothing when it is not in it."""


def heading_of(entry: ListedEntry) -> MonthHeading:
    """The month an entry stands under."""
    return MonthHeading(entry.day.year, entry.day.month)


def shown_title(title: str) -> str:
    """The title of an entry, or words in its place."""
    return title or _("Untitled")


class EntryListModel(QAbstractListModel):
    """Entries newest first; more of them are read when the list is scrolled to its end."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[Item] = []
        self._rows: dict[str, int] = {}
        self._loaded = 0
        self._complete = True
        self._read: Reader = _nothing
        self._find: Finder = _nowhere

    def show(self, read: Reader, find: Finder | None = None) -> None:
        """Take the rows of another filter; `find` leads to those that are not read yet."""
        self._read, self._find = read, find or _nowhere
        entries = list(read(0, PAGE))
        self.beginResetModel()
        self._items = _with_headings(entries, None)
        self._count(len(entries), PAGE)
        self.endResetModel()

    def refresh(self, read: Reader | None = None, find: Finder | None = None) -> None:
        """Read again what is shown; rows that are still there keep their place and selection."""
        self._read, self._find = read or self._read, find or self._find
        wanted = max(self._loaded, PAGE)
        entries = list(self._read(0, wanted))
        self._become(_with_headings(entries, None))
        self._count(len(entries), wanted)

    def update(self, entry: ListedEntry) -> bool:
        """Show one entry as it is now; whether it could stay where it stands."""
        row = self._rows.get(entry.id)
        if row is None:
            return False
        before = self._items[row]
        if isinstance(before, MonthHeading) or before.day != entry.day:
            return False
        self._items[row] = entry
        self.dataChanged.emit(self.index(row), self.index(row))
        return True

    def item(self, row: int) -> Item:
        """What stands in a row."""
        return self._items[row]

    def entry(self, index: _Index) -> ListedEntry | None:
        """The entry at an index, if it is one."""
        item = self._items[index.row()] if index.isValid() else None
        return None if isinstance(item, MonthHeading) else item

    def index_of(self, entry_id: str) -> QModelIndex:
        """Where an entry stands; the rows before it are read when it is further down."""
        if entry_id not in self._rows and not self._complete:
            place = self._find(entry_id)
            if place is not None and place >= self._loaded:
                self._fetch(place + PAGE - self._loaded)
        row = self._rows.get(entry_id)
        return self.index(row) if row is not None else QModelIndex()

    def first(self) -> QModelIndex:
        """The newest entry."""
        return self.index(1) if len(self._items) > 1 else QModelIndex()

    def on_or_before(self, day: date) -> QModelIndex:
        """The newest entry of a day, or the last one before it."""
        at = 0
        while True:
            while at < len(self._items):
                item = self._items[at]
                if not isinstance(item, MonthHeading) and item.day <= day:
                    return self.index(at)
                at += 1
            if self._complete:
                return QModelIndex()
            # Ever more at once: the first entry of many years is a few reads away.
            self._fetch(max(PAGE, self._loaded))

    def neighbour(self, entry_id: str) -> str | None:
        """The entry after this one, or before it when it is the last."""
        row = self._rows.get(entry_id)
        if row is None:
            return None
        after = range(row + 1, len(self._items))
        before = range(row - 1, -1, -1)
        for near in (*after, *before):
            item = self._items[near]
            if not isinstance(item, MonthHeading):
                return str(item.id)
        return None

    def _fetch(self, wanted: int) -> None:
        entries = list(self._read(self._loaded, wanted))
        last = self._items[-1] if self._items else None
        more = _with_headings(entries, last)
        if more:
            start = len(self._items)
            self.beginInsertRows(_NOWHERE, start, start + len(more) - 1)
            self._items.extend(more)
            self.endInsertRows()
        self._count(self._loaded + len(entries), self._loaded + wanted)

    def _count(self, got: int, wanted: int) -> None:
        self._loaded = got
        self._complete = got < wanted
        self._number()

    def _number(self) -> None:
        self._rows = {
            item.id: row
            for row, item in enumerate(self._items)
            if not isinstance(item, MonthHeading)
        }

    def _become(self, items: list[Item]) -> None:
        # Only the rows between the common start and the common end are exchanged, so that the
        # selection and the place of the list survive a change of one entry.
        old = [_key(item) for item in self._items]
        new = [_key(item) for item in items]
        start = _common(old, new)
        end = _common(old[start:][::-1], new[start:][::-1])
        if len(old) - end > start:
            self.beginRemoveRows(_NOWHERE, start, len(old) - end - 1)
            del self._items[start : len(old) - end]
            self.endRemoveRows()
        if len(new) - end > start:
            self.beginInsertRows(_NOWHERE, start, len(new) - end - 1)
            self._items[start:start] = items[start : len(new) - end]
            self.endInsertRows()
        for row, item in enumerate(items):
            if self._items[row] != item:
                self._items[row] = item
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._items)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        childless = Qt.ItemFlag.ItemNeverHasChildren
        if isinstance(self._items[index.row()], MonthHeading):
            return childless
        return childless | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item = self._items[index.row()]
        if role == ITEM_ROLE:
            return item
        if isinstance(item, MonthHeading):
            return item.words if role in _SPOKEN else None
        if role == Qt.ItemDataRole.DisplayRole:
            return shown_title(item.title)
        return _spoken(item) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def canFetchMore(self, parent: _Index = _NOWHERE) -> bool:
        return not parent.isValid() and not self._complete

    def fetchMore(self, parent: _Index = _NOWHERE) -> None:
        if self.canFetchMore(parent):
            self._fetch(PAGE)


_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


def _nothing(_offset: int, _limit: int) -> Sequence[ListedEntry]:
    return ()


def _nowhere(_entry_id: str) -> int | None:
    return None


def _key(item: Item) -> object:
    return item if isinstance(item, MonthHeading) else item.id


def _common(some: list[object], others: list[object]) -> int:
    for number, (one, other) in enumerate(zip(some, others, strict=False)):
        if one != other:
            return number
    return min(len(some), len(others))


def _with_headings(entries: Sequence[ListedEntry], before: Item | None) -> list[Item]:
    items: list[Item] = []
    month = None
    if before is not None and not isinstance(before, MonthHeading):
        month = heading_of(before)
    for entry in entries:
        heading = heading_of(entry)
        if heading != month:
            items.append(heading)
            month = heading
        items.append(entry)
    return items


def _spoken(entry: ListedEntry) -> str:
    parts = [shown_title(entry.title), day_full(entry.day), kind_full(entry.kind)]
    if entry.direction:
        parts.append(direction_words(entry.direction))
    return ", ".join(parts)
