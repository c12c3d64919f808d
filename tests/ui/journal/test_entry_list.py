from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from leadjournal.base.clock import FixedClock
from leadjournal.ui.items.entries import PAGE, EntryListModel, Reader
from leadjournal.ui.pages.journal.list_panel import ListPanel
from leadjournal.ui.theme.looks import Looks

NEWEST = date(2025, 10, 31)
CLOCK = FixedClock(datetime(2025, 10, 31, 17, 42, tzinfo=UTC))


@dataclass(frozen=True)
class Row:
    id: str
    day: date
    title: str = "Title"
    kind: str = "note"
    first_words: str = "Some words were written"
    direction: str | None = "forward"
    privacy: str = "private"


def rows(count: int) -> list[Row]:
    return [Row(str(n), NEWEST - timedelta(days=n // 2), f"Entry {n}") for n in range(count)]


def reader(all_rows: Sequence[Row]) -> Reader:
    return lambda start, count: all_rows[start : start + count]


def words(model: EntryListModel) -> list[str]:
    return [str(model.data(model.index(row))) for row in range(model.rowCount())]


def test_months_stand_before_their_entries(qtmodeltester: ModelTester) -> None:
    model = EntryListModel()
    model.show(reader([Row("a", NEWEST, "A"), Row("b", date(2025, 9, 30), "B")]))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert words(model) == ["October 2025", "A", "September 2025", "B"]
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsEnabled
    spoken = model.data(model.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "A, Friday, 31 October 2025, Note, Forward"


def test_rows_are_read_in_pages(qtmodeltester: ModelTester) -> None:
    model = EntryListModel()
    model.show(reader(rows(PAGE + 30)))
    first = model.rowCount()
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    while model.canFetchMore():
        model.fetchMore()
    assert first < model.rowCount()
    assert len([w for w in words(model) if w.startswith("Entry")]) == PAGE + 30
    assert len(set(words(model))) == model.rowCount()


def test_a_change_exchanges_only_the_rows_it_touches(qtbot: QtBot) -> None:
    model = EntryListModel()
    kept = rows(20)
    model.show(reader(kept))
    gone: list[tuple[int, int]] = []
    model.rowsRemoved.connect(lambda _parent, first, last: gone.append((first, last)))
    changed = [replace(kept[0], title="Other"), *kept[1:5], *kept[6:]]
    model.refresh(reader(changed))
    assert len(gone) == 1
    assert gone[0][0] == gone[0][1]
    assert words(model)[1] == "Other"
    assert "Entry 5" not in words(model)


def test_the_entry_beside_a_removed_one_is_the_next_or_the_last() -> None:
    model = EntryListModel()
    model.show(reader(rows(3)))
    assert (model.neighbour("0"), model.neighbour("2")) == ("1", "1")
    assert model.neighbour("x") is None


def test_a_day_leads_to_its_entry_or_the_one_before() -> None:
    model = EntryListModel()
    model.show(reader(rows(PAGE * 3)))
    found = model.entry(model.on_or_before(NEWEST - timedelta(days=PAGE)))
    assert found is not None
    assert found.id == str(PAGE * 2)
    assert not model.on_or_before(date(1990, 1, 1)).isValid()


def test_an_entry_far_down_is_found_with_one_read() -> None:
    all_rows, asked = rows(PAGE * 4), []

    def read(start: int, count: int) -> Sequence[Row]:
        asked.append((start, count))
        return all_rows[start : start + count]

    model = EntryListModel()
    model.show(read, lambda entry_id: int(entry_id) if int(entry_id) < len(all_rows) else None)
    far = model.entry(model.index_of(str(PAGE * 3)))
    assert far is not None
    assert far.id == str(PAGE * 3)
    assert not model.index_of(str(PAGE * 9)).isValid()
    assert asked == [(0, PAGE), (PAGE, PAGE * 3)]


def test_keys_move_from_entry_to_entry_over_the_months(qtbot: QtBot, looks: Looks) -> None:
    panel = ListPanel(looks, CLOCK)
    qtbot.addWidget(panel)
    panel.resize(324, 700)
    panel.show()
    panel.show_rows(
        reader([Row("a", NEWEST), Row("b", date(2025, 9, 30)), Row("c", date(2025, 8, 1))]),
        keep=False,
    )
    panel.select("a")
    chosen: list[str] = []
    panel.entry_chosen.connect(chosen.append)
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    QTest.keyClick(panel.view, Qt.Key.Key_Up)
    assert chosen == ["b", "c", "b"]


def test_ten_thousand_entries_scroll_to_their_end(qtbot: QtBot, looks: Looks) -> None:
    panel = ListPanel(looks, CLOCK)
    qtbot.addWidget(panel)
    panel.resize(324, 700)
    panel.show()
    panel.show_rows(reader(rows(10_000)), keep=False)
    QApplication.processEvents()
    bar = panel.view.verticalScrollBar()
    while panel.model.canFetchMore():
        bar.setValue(bar.maximum())
        QApplication.processEvents()
    assert "Entry 9999" in words(panel.model)
