from datetime import date

import pytest
from PySide6.QtCore import QDate, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QTextEdit
from pytestqt.qtbot import QtBot

from leadjournal.model.catalogue import Ref, kind_named
from leadjournal.services.workspace import Workspace
from leadjournal.ui.pages.journal.values import Chosen
from leadjournal.ui.theme.looks import Looks
from tests.ui.journal.conftest import TODAY, Desk


def end_of_text(desk: Desk) -> None:
    body = desk.page.editor.body
    body.setFocus()
    body.moveCursor(QTextCursor.MoveOperation.End)


def test_the_newest_entry_is_open_at_first(desk: Desk) -> None:
    assert desk.titles() == ["Thanks", "Frost", "Case"]
    assert desk.page.editor.title_and_text() == ("Thanks", "He called.\n")
    assert desk.page.panel.field.placeholderText() == "Filter 3 entries"


def test_text_is_in_the_journal_soon_after_the_last_key(desk: Desk, qtbot: QtBot) -> None:
    entry = desk.entry("Thanks")
    end_of_text(desk)
    desk.type_text("Real.")
    qtbot.waitUntil(
        lambda: desk.workspace.entries.get(entry.id).text == "He called.\nReal.", timeout=5_000
    )
    qtbot.waitUntil(lambda: desk.save_state.words.startswith("Saved"), timeout=1_000)


def test_leaving_the_field_saves_at_once(desk: Desk) -> None:
    entry = desk.entry("Thanks")
    end_of_text(desk)
    desk.type_text("Now.")
    desk.page.panel.field.setFocus()
    assert desk.workspace.entries.get(entry.id).text == "He called.\nNow."


def test_another_entry_saves_the_one_before(desk: Desk) -> None:
    entry = desk.entry("Thanks")
    end_of_text(desk)
    desk.type_text("Kept.")
    desk.open("Frost")
    assert desk.workspace.entries.get(entry.id).text == "He called.\nKept."
    assert desk.page.editor.title_and_text() == ("Frost", "Playbook half.")


def test_the_echo_of_a_save_leaves_the_cursor_alone(desk: Desk) -> None:
    body = desk.page.editor.body
    body.setFocus()
    cursor = body.textCursor()
    cursor.setPosition(2)
    body.setTextCursor(cursor)
    desk.type_text("x")
    desk.page.leave()
    assert body.textCursor().position() == 3
    assert body.text() == "Hex called.\n"
    assert body.history.can_undo


def test_undo_of_the_window_shows_the_text_before(desk: Desk) -> None:
    end_of_text(desk)
    desk.type_text("Too much.")
    desk.page.leave()
    assert desk.workspace.history.undo_label() == "Edit entry"
    desk.workspace.history.undo()
    assert desk.page.editor.body.text() == "He called.\n"


def test_typing_for_a_while_is_one_step(desk: Desk) -> None:
    before = desk.entry("Thanks").text
    end_of_text(desk)
    for word in ("One ", "two ", "three"):
        desk.type_text(word)
        desk.page._autosave.flush()
    assert desk.entry("Thanks").text == before + "One two three"
    desk.page.leave()
    desk.workspace.history.undo()
    assert desk.entry("Thanks").text == before


def test_a_change_from_elsewhere_is_shown_and_the_cursor_stays(desk: Desk) -> None:
    end_of_text(desk)
    desk.workspace.entries.edit(desk.entry("Thanks").id, text="First. He called.\n")
    assert desk.page.editor.body.text() == "First. He called.\n"
    assert desk.page.editor.body.textCursor().atEnd()


def test_an_untouched_new_entry_leaves_nothing_behind(desk: Desk) -> None:
    desk.page.begin("new-entry")
    assert desk.page.editor.title.hasFocus()
    desk.page.leave()
    desk.open("Frost")
    assert len(desk.workspace.entries.all()) == 3


def test_a_new_entry_is_stored_with_its_first_words(desk: Desk, qtbot: QtBot) -> None:
    desk.page.new_entry()
    QTest.keyClicks(desk.page.editor.title, "Board talk")
    QTest.keyClick(desk.page.editor.title, Qt.Key.Key_Return)
    QTest.keyClicks(desk.page.editor.body, "It went well.")
    qtbot.waitUntil(lambda: len(desk.workspace.entries.all()) == 4, timeout=2_000)
    desk.page.leave()
    entry = desk.entry("Board talk")
    assert (entry.text, entry.day, entry.privacy) == ("It went well.", TODAY, "private")
    qtbot.waitUntil(lambda: desk.titles()[0] == "Board talk", timeout=1_000)
    assert desk.page.panel.current() == entry.id


def test_a_removed_entry_can_come_back(desk: Desk) -> None:
    desk.open("Frost")
    desk.page.editor.bar.remove.click()
    assert desk.told.undoable == ["“Frost” moved to the trash"]
    assert desk.titles() == ["Thanks", "Case"]
    assert desk.page.editor.title.text() == "Case"
    desk.workspace.history.undo()
    assert desk.titles() == ["Thanks", "Frost", "Case"]


def test_an_open_entry_that_vanishes_makes_room_for_another(desk: Desk) -> None:
    entry = desk.open("Frost")
    desk.workspace.entries.remove(entry.id)
    assert desk.page.editor.title.text() == "Thanks"
    assert desk.page.panel.current() == desk.entry("Thanks").id


def test_words_filter_the_list_and_clear_brings_all_back(desk: Desk, qtbot: QtBot) -> None:
    desk.page.panel.field.setText("playbook")
    qtbot.waitUntil(lambda: desk.titles() == ["Frost"], timeout=1_000)
    desk.page.panel.field.setText('no "such* (thing')
    qtbot.waitUntil(lambda: desk.titles() == [], timeout=1_000)
    assert desk.page.listing.query() == '“no "such* (thing”'
    desk.page.panel.cleared.emit()
    assert desk.titles() == ["Thanks", "Frost", "Case"]
    assert desk.page.panel.field.text() == ""


@pytest.mark.parametrize(
    ("chosen", "titles"),
    [
        (Chosen(kind="weekly"), ["Thanks"]),
        (Chosen(tag="review"), ["Thanks"]),
        (Chosen(privacy="private"), ["Frost", "Case"]),
        (Chosen(since=date(2025, 10, 1), until=date(2025, 10, 20)), ["Frost"]),
        (Chosen(person="nobody"), []),
        (Chosen(template="daily-reflection"), []),
    ],
)
def test_filters_narrow_the_list(desk: Desk, chosen: Chosen, titles: list[str]) -> None:
    desk.page.panel.filters_changed.emit(chosen)
    assert desk.titles() == titles


def test_an_outcome_filters_what_is_linked_to_it(desk: Desk) -> None:
    outcome = desk.workspace.outcomes.choices()[0]
    desk.page.panel.filters_changed.emit(Chosen(outcome=outcome.id))
    assert desk.titles() == ["Thanks"]


def test_the_switch_shows_one_group(desk: Desk) -> None:
    desk.page.toolbar.group_chosen.emit("moments")
    assert desk.titles() == ["Case"]
    desk.page.new_entry()
    assert desk.page._keeper is not None
    assert desk.page._keeper.draft().kind == "moment"


def test_facts_are_changed_where_they_stand(desk: Desk) -> None:
    entry = desk.open("Frost")
    editor = desk.page.editor
    editor.fact_changed.emit("energy", 4)
    editor.fact_changed.emit("day", date(2025, 10, 16))
    stored = desk.workspace.entries.get(entry.id)
    assert (stored.energy, stored.day) == (4, date(2025, 10, 16))
    assert editor.facts.energy.text() == "Energy 4 of 5"
    assert editor.facts.day.text() == "Thursday, 16 October"


def test_tags_links_and_privacy_are_chips(desk: Desk) -> None:
    entry = desk.entry("Thanks")
    row = desk.page.editor.tags
    assert [chip.text() for chip in row.chips()] == ["Nobody chases us", "review", "Shareable"]
    row.chips()[0].click()
    assert [ref.kind for ref in desk.told.went] == ["outcome"]
    row.chips()[2].click()
    assert desk.workspace.entries.get(entry.id).privacy == "private"
    QTest.keyClick(row.chips()[1], Qt.Key.Key_Backspace)
    assert desk.workspace.entries.tags(entry.id) == []
    QTest.keyClick(row.chips()[0], Qt.Key.Key_Delete)
    assert desk.workspace.entries.links(entry.id) == []
    assert [chip.text() for chip in row.chips()] == ["Private"]


def test_a_new_tag_is_typed_and_entered(desk: Desk) -> None:
    entry = desk.open("Frost")
    row = desk.page.editor.tags
    row._adder.click()
    QTest.keyClicks(row._field, "winter")
    QTest.keyClick(row._field, Qt.Key.Key_Return)
    assert desk.workspace.entries.tags(entry.id) == ["winter"]


def test_linking_stores_a_new_entry_first(desk: Desk) -> None:
    outcome = desk.workspace.outcomes.choices()[0]
    desk.page.new_entry()
    desk.page.changes.records.chosen.emit("outcome", outcome.id)
    assert len(desk.workspace.entries.all()) == 4
    assert desk.page.editor.tags.chips()[0].text() == "Nobody chases us"


def test_reveal_clears_filters_that_hide_the_entry(desk: Desk) -> None:
    desk.page.panel.filters_changed.emit(Chosen(kind="weekly"))
    entry = desk.entry("Case")
    desk.page.reveal(Ref("entry", entry.id))
    assert desk.page.panel.current() == entry.id
    assert desk.page.editor.title.text() == "Case"


def set_room(workspace: Workspace, pages: int) -> None:
    """Let the file grow to so many pages and no further, as a full disk would."""
    with workspace._journal.reading() as session:
        session.connection().exec_driver_sql(f"PRAGMA max_page_count={pages}")


def test_a_save_that_fails_keeps_the_text_and_the_place(desk: Desk) -> None:
    entry = desk.entry("Thanks")
    end_of_text(desk)
    set_room(desk.workspace, 1)
    words = "Still here. " * 20_000
    desk.page.editor.body.insertPlainText(words)
    desk.open("Frost")
    assert desk.save_state.words.startswith("Not saved: ")
    assert desk.page.editor.body.text().endswith(words[-12:])
    assert desk.page.panel.current() == entry.id
    set_room(desk.workspace, 1_000_000)
    desk.open("Frost")
    assert "Still here." in desk.workspace.entries.get(entry.id).text
    assert desk.page.editor.title.text() == "Frost"


def test_a_hostile_title_stays_one_line_of_three_hundred(desk: Desk) -> None:
    desk.page.new_entry()
    desk.page.editor.title.setFocus()
    desk.page.editor.title.insertPlainText("a\u00a0b\u2028c " + "x" * 100_000)
    desk.page.leave()
    stored = max(desk.workspace.entries.all(), key=lambda each: len(each.title))
    assert len(stored.title) <= 300
    assert stored.title.startswith("a b c x")


def test_no_entry_yet_is_said_in_a_sentence_with_one_button(desk: Desk) -> None:
    for entry in desk.workspace.entries.all():
        desk.workspace.entries.remove(entry.id)
    assert desk.page.room.none_yet.isVisible()
    desk.page.room.none_yet.acted.emit()
    assert desk.page.editor.title.isVisible()


@pytest.mark.parametrize(("width", "both"), [(1366, True), (1024, True), (640, False)])
def test_list_and_editor_share_the_room_there_is(desk: Desk, width: int, both: bool) -> None:
    desk.page.resize(width, 700)
    desk.open("Frost")
    assert desk.page.editor.isVisible()
    assert desk.page.panel.isVisible() is both
    if not both:
        desk.page.editor.bar.back.click()
        assert desk.page.panel.isVisible()
        assert not desk.page.editor.isVisible()


def test_days_with_entries_are_marked_in_the_calendar(desk: Desk) -> None:
    desk.page.panel.month_shown.emit(date(2025, 10, 1))
    calendar = desk.page.panel.days._calendar
    assert calendar.dateTextFormat(QDate(2025, 10, 24)).fontUnderline()
    assert not calendar.dateTextFormat(QDate(2025, 10, 23)).fontUnderline()
    desk.page.panel.day_wished.emit(date(2025, 10, 20))
    assert desk.page.editor.title.text() == "Frost"


def test_everything_that_takes_the_keyboard_has_a_name(desk: Desk) -> None:
    kinds = (QAbstractButton, QLineEdit, QTextEdit, QAbstractItemView)
    nameless = [
        widget
        for kind in kinds
        for widget in desk.page.findChildren(kind)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and type(widget).__module__.startswith("leadjournal")
        and not widget.accessibleName()
        and not getattr(widget, "text", str)()
    ]
    assert [(each, each.parent()) for each in nameless] == []


@pytest.mark.parametrize("width", [1366, 1024, 640])
@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_no_words_are_cut(
    desk: Desk, looks: Looks, qtbot: QtBot, width: int, factor: float
) -> None:
    looks.set_factor(factor)
    desk.page.resize(round(width * factor), 700)
    desk.open("Thanks")
    desk.page.editor.bar.details.click()
    qtbot.wait(20)
    kinds: tuple[type[QAbstractButton] | type[QLabel], ...] = (QAbstractButton, QLabel)
    cut = [
        widget
        for kind in kinds
        for widget in desk.page.findChildren(kind)
        if widget.isVisible()
        and not isinstance(widget.parent(), QLineEdit)
        and (
            widget.width() < widget.minimumSizeHint().width()
            or widget.height() < widget.minimumSizeHint().height()
        )
    ]
    assert [(each, each.size(), each.minimumSizeHint()) for each in cut] == []


def test_keys_of_the_text_go_to_the_window_when_it_has_nothing_to_take_back(desk: Desk) -> None:
    body = desk.page.editor.body
    end_of_text(desk)
    undo = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
    )
    undo.ignore()
    body.event(undo)
    assert not undo.isAccepted()
    desk.type_text("x")
    body.event(undo)
    assert undo.isAccepted()
    QTest.keyClick(body, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert body.text() == "He called.\n"
    QTest.keyClick(
        body,
        Qt.Key.Key_Z,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert body.text() == "He called.\nx"


def test_down_in_the_filter_goes_on_to_the_list(desk: Desk) -> None:
    desk.page.panel.field.setFocus()
    QTest.keyClick(desk.page.panel.field, Qt.Key.Key_Down)
    assert desk.page.panel.view.hasFocus()


def test_a_tag_or_a_person_that_was_found_filters_the_list(desk: Desk) -> None:
    (tag,) = desk.workspace.shelf.listing(kind_named("tag"))
    desk.page.reveal(Ref("tag", tag.id))
    assert desk.titles() == ["Thanks"]
    greta = desk.workspace.people.named("Greta")
    desk.workspace.entries.link(desk.entry("Frost").id, Ref("person", greta.id))
    desk.page.reveal(Ref("person", greta.id))
    assert desk.titles() == ["Frost"]


def test_half_a_tag_is_kept_and_there_again(desk: Desk) -> None:
    desk.open("Frost")
    place = desk.page.place()
    field = desk.page.editor.tags.field
    desk.page.editor.tags._open_field()
    QTest.keyClicks(field, "wint")
    desk.page.leave()
    assert desk.workspace.drafts.peek("journal:tag") == {"line": "wint"}
    field.clear()
    desk.page.return_to(place)
    assert field.text() == "wint"
    assert field.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert desk.workspace.entries.tags(desk.entry("Frost").id) == ["wint"]
    assert desk.workspace.drafts.peek("journal:tag") is None


def test_a_tag_that_cannot_be_added_stays_in_its_field(desk: Desk) -> None:
    entry = desk.open("Frost")
    desk.page.editor.tags._open_field()
    QTest.keyClicks(desk.page.editor.tags.field, "winter")
    away = desk.workspace.path.rename(desk.workspace.path.with_name("away"))
    QTest.keyClick(desk.page.editor.tags.field, Qt.Key.Key_Return)
    assert desk.told.problems
    assert desk.page.editor.tags.field.text() == "winter"
    away.rename(desk.workspace.path)
    QTest.keyClick(desk.page.editor.tags.field, Qt.Key.Key_Return)
    assert desk.workspace.entries.tags(entry.id) == ["winter"]
