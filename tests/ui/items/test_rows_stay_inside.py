"""No words, however odd, are drawn outside their row or cut where they have room."""

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from leadjournal.base.clock import FixedClock
from leadjournal.base.formats import day_long
from leadjournal.ui.items.entries import EntryListModel
from leadjournal.ui.items.entry_rows import EntryRows
from leadjournal.ui.items.painting import RowPainter
from leadjournal.ui.items.rows_model import ROW
from leadjournal.ui.pages.journal.chips import Chip
from leadjournal.ui.pages.today.promise_delegate import PromiseDelegate
from leadjournal.ui.pages.today.promise_rows import PROMISE, Row
from leadjournal.ui.theme.looks import Looks
from tests.ui.journal.test_entry_list import Row as EntryRow
from tests.ui.journal.test_entry_list import reader

CLOCK = FixedClock(datetime(2025, 10, 31, 17, 30, tzinfo=UTC))
ODD = {"endless": "x" * 400, "stacked": "Z" + "\u0351\u0316" * 60}
GROUND = 0xFF123456
_NOWHERE = QModelIndex()


class _OneRow(QAbstractListModel):
    def __init__(self, row: Row) -> None:
        super().__init__()
        self._row = row

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 1

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        return self._row if role == ROW else None


def _outside_is_untouched(
    delegate: EntryRows | PromiseDelegate, index: QModelIndex, rect: QRect
) -> bool:
    image = QImage(rect.width() + 400, rect.height() + 200, QImage.Format.Format_ARGB32)
    image.fill(GROUND)
    option = QStyleOptionViewItem()
    option.rect = rect
    painter = QPainter(image)
    delegate.paint(painter, option, index)
    painter.end()
    painted = any(
        image.pixel(x, y) != GROUND
        for x in range(rect.left(), rect.right(), 3)
        for y in range(rect.top(), rect.bottom(), 3)
    )
    return painted and all(
        image.pixel(x, y) == GROUND
        for x in range(image.width())
        for y in range(image.height())
        if not rect.contains(x, y)
    )


@pytest.mark.parametrize("odd", ODD)
def test_an_entry_stays_in_its_row(looks: Looks, odd: str) -> None:
    words = ODD[odd]
    model = EntryListModel()
    model.show(reader([EntryRow("a", date(2025, 10, 31), words, first_words=words)]))
    assert _outside_is_untouched(EntryRows(looks, CLOCK), model.index(1), QRect(20, 90, 300, 84))


@pytest.mark.parametrize("odd", ODD)
def test_a_promise_stays_in_its_row(looks: Looks, odd: str) -> None:
    words = ODD[odd]
    model = _OneRow(Row(PROMISE, "a", words, words, icon="circle", day="31 October"))
    assert _outside_is_untouched(PromiseDelegate(looks), model.index(0), QRect(20, 90, 300, 54))


def test_words_are_whole_in_the_width_they_ask_for(looks: Looks) -> None:
    image = QImage(10, 10, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    rows = RowPainter(looks, painter)
    metrics = QFontMetrics(looks.font("small"))
    first = date(2024, 1, 1)
    days = [day_long(first + timedelta(days=n), date(2025, 10, 31)) for n in range(366)]
    cut = [
        day
        for day in days
        if metrics.elidedText(day, Qt.TextElideMode.ElideRight, rows.width_of(day, "small")) != day
    ]
    painter.end()
    assert cut == []


def test_a_name_that_turns_the_line_is_isolated_in_its_chip(looks: Looks) -> None:
    chip = Chip(looks, "good", "\u202eNadia", "user")
    assert chip.text() == "\u2068\u202eNadia\u2069"
    assert chip.accessibleName() == "\u202eNadia"
    chip.deleteLater()
