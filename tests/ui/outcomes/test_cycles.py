"""Closing a cycle on the page: three steps, what waits when it is left, and what follows."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from leadjournal.model.catalogue import Ref
from leadjournal.model.cycle import CycleChoice, CycleDraft
from leadjournal.model.outcome import OutcomeDraft, OutcomeStatus
from leadjournal.services.cycles import Score
from leadjournal.ui.dialogs.question import Question
from leadjournal.ui.locking import put_forms_by
from leadjournal.ui.pages.outcomes.cycles.closing import ClosingDialog
from leadjournal.ui.pages.outcomes.cycles.closing_form import LESSON, SCORES, SPAN
from leadjournal.ui.pages.outcomes.cycles.listing import ClosedCyclesDialog
from leadjournal.ui.pages.outcomes.cycles.score_row import ScoreRow
from leadjournal.ui.pages.outcomes.sheets import OutcomeSheet
from leadjournal.ui.widgets.label import Label
from tests.ui.outcomes.conftest import SPRING, TODAY, Desk

KEEP, CHANGE, STOP = CycleChoice
D = TypeVar("D", bound=QDialog)


@pytest.fixture
def three(desk: Desk) -> Desk:
    """The page with three active outcomes; the oldest is shown in part."""
    for days, statement in enumerate(("Slots are kept", "People go home on time"), start=1):
        day = SPRING + timedelta(days=days)
        draft = OutcomeDraft(statement=statement, created_on=day, active_on=day)
        desk.workspace.outcomes.add(draft)
    return desk


def shown(desk: Desk, kind: type[D]) -> D:
    found = [each for each in desk.page.findChildren(kind) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def begin(desk: Desk) -> ClosingDialog:
    desk.page.begin("close-cycle")
    return shown(desk, ClosingDialog)


def at_scores(desk: Desk) -> ClosingDialog:
    dialog = begin(desk)
    dialog.next_button.click()
    return dialog


def choose(row: ScoreRow, choice: CycleChoice, note: str = "") -> None:
    row.choice_editor.buttons()[list(CycleChoice).index(choice)].click()
    row.note_editor.set_value(note)


def press(key: Qt.Key, times: int = 1) -> None:
    for _turn in range(times):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)


def write(words: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, words)


def until_focused(qtbot: QtBot, widget: Callable[[], QWidget]) -> None:
    qtbot.waitUntil(lambda: QApplication.focusWidget() is widget())


def statuses(desk: Desk) -> list[str]:
    return [each.status for each in desk.workspace.outcomes.all()]


def test_a_cycle_is_closed_with_the_keyboard_alone(three: Desk, qtbot: QtBot) -> None:
    dialog = begin(three)
    until_focused(qtbot, lambda: dialog.form.span.editor("name"))
    press(Qt.Key.Key_Return)
    rows = dialog.form.rows
    assert [row.score_editor.text() for row in rows] == ["0.6", "0", "0"]
    assert QApplication.focusWidget() is rows[0].score_editor
    rows[0].score_editor.selectAll()
    write("0,5")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Right)
    assert rows[0].choice() is CHANGE
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is rows[0].note_editor
    write("Name the hour")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Right, 2)
    assert rows[1].choice() is STOP
    press(Qt.Key.Key_Tab)
    write("Nobody waited for it")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert dialog.form.step == LESSON
    assert "1 goes on, 1 is changed, 1 is stopped with its lesson" in dialog.form.outlook()
    write("Ask them first")
    press(Qt.Key.Key_Tab)
    while QApplication.focusWidget() is not dialog.next_button:
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    (closed,) = three.workspace.cycles.listing()
    assert (closed.cycle.name, closed.cycle.lesson) == ("2025 Q3", "Ask them first")
    found = [(one.score.score, one.score.choice, one.score.note) for one in closed.scores]
    assert found == [
        (0.5, CHANGE, "Name the hour"),
        (0, STOP, "Nobody waited for it"),
        (0, KEEP, ""),
    ]
    assert statuses(three) == ["active", "retired", "active"]
    assert three.told.undoable == [
        "Closed 2025 Q3: 1 goes on, 1 is changed, 1 is stopped with its lesson"
    ]
    three.workspace.history.undo()
    assert statuses(three) == ["active"] * 3
    assert three.workspace.cycles.listing() == []


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Score is needed."),
        ("much", "Score is a number, for example 2.5."),
        ("1.2", "Score must be at most 1."),
        ("-1", "Score must be at least 0."),
    ],
)
def test_a_wrong_score_is_told_in_its_row(three: Desk, typed: str, says: str) -> None:
    dialog = at_scores(three)
    row = dialog.form.rows[1]
    row.score_editor.setText(typed)
    dialog.next_button.click()
    assert dialog.form.step == SCORES
    assert (row.error(), dialog.form.problem()) == (says, says)
    assert dialog.focusWidget() is row.score_editor
    row.score_editor.setText("0.3")
    dialog.next_button.click()
    assert (dialog.form.step, dialog.form.problem()) == (LESSON, "")


def test_stopping_asks_for_what_was_learned(three: Desk) -> None:
    dialog = at_scores(three)
    row = dialog.form.rows[2]
    assert row.note_editor.placeholderText() == ""
    choose(row, STOP)
    assert row.note_editor.placeholderText() == "What was learned"
    dialog.next_button.click()
    assert row.error() == "What was learned is needed: it is what stays."
    assert dialog.focusWidget() is row.note_editor
    assert statuses(three) == ["active"] * 3


def test_a_cycle_needs_its_lesson_and_a_span_that_can_be(three: Desk) -> None:
    dialog = begin(three)
    dialog.form.span.set_values({"name": "Q", "since": TODAY, "until": SPRING, "closed_on": TODAY})
    dialog.next_button.click()
    assert dialog.form.step == SPAN
    assert dialog.form.problem() == "A cycle cannot end before it begins."
    dialog.form.begin_again()
    dialog.next_button.click()
    dialog.next_button.click()
    dialog.next_button.click()
    assert (dialog.form.step, dialog.form.problem()) == (LESSON, "Lesson is needed.")
    assert three.workspace.cycles.listing() == []


def test_what_is_shown_is_that_of_the_closing_day(three: Desk) -> None:
    dialog = at_scores(three)
    choose(dialog.form.rows[1], CHANGE, "Name the hour")
    dialog.back_button.click()
    dialog.form.span.editor("closed_on").set_value(date(2025, 9, 1))  # type: ignore[attr-defined]
    dialog.next_button.click()
    rows = dialog.form.rows
    assert rows[0].score_editor.text() == "0.4"
    assert (rows[1].choice(), rows[1].note_editor.text()) == (CHANGE, "Name the hour")


def half_filled(desk: Desk) -> ClosingDialog:
    dialog = begin(desk)
    dialog.form.span.editor("name").set_value("Summer")  # type: ignore[attr-defined]
    dialog.next_button.click()
    choose(dialog.form.rows[0], STOP, "Nobody")
    dialog.form.rows[1].score_editor.setText("half")
    dialog.form.lesson.set_values({"lesson": ""})
    return dialog


def leave(dialog: ClosingDialog) -> None:
    dialog.leave_button.click()


def escape(dialog: ClosingDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def lock(dialog: ClosingDialog) -> None:
    assert put_forms_by() == []
    dialog.done(0)


@pytest.mark.parametrize("go", [leave, escape, lock])
def test_half_filled_answers_wait(three: Desk, go: Callable[[ClosingDialog], None]) -> None:
    go(half_filled(three))
    assert three.workspace.cycles.listing() == []
    dialog = begin(three)
    assert dialog.again_button.isVisible()
    assert dialog.form.span.values()["name"] == "Summer"
    dialog.next_button.click()
    rows = dialog.form.rows
    assert (rows[0].choice(), rows[0].note_editor.text()) == (STOP, "Nobody")
    assert [row.score_editor.text() for row in rows] == ["0.6", "half", "0"]
    assert rows[2].choice() is KEEP
    dialog.again_button.click()
    assert dialog.form.step == SPAN
    dialog.next_button.click()
    assert [row.score_editor.text() for row in dialog.form.rows] == ["0.6", "0", "0"]
    leave(dialog)
    assert not begin(three).again_button.isVisible()


def test_an_untouched_score_follows_the_evidence_while_the_rest_waits(three: Desk) -> None:
    leave(half_filled(three))
    (indicator,) = three.workspace.indicators.of(three.workspace.outcomes.all()[0].id)
    three.workspace.indicators.edit_reading(indicator.readings[-1].id, value=41)
    dialog = at_scores(three)
    assert dialog.form.rows[0].score_editor.text() == "0"
    assert dialog.form.rows[0].note_editor.text() == "Nobody"


def closed_with_changes(desk: Desk, count: int) -> None:
    dialog = at_scores(desk)
    for row in dialog.form.rows[:count]:
        choose(row, CHANGE)
    dialog.next_button.click()
    dialog.form.lesson.set_values({"lesson": "Ask them first"})
    dialog.next_button.click()


def test_those_to_be_changed_open_one_after_another_when_that_is_wished(three: Desk) -> None:
    closed_with_changes(three, 2)
    question = shown(three, Question)
    assert question.verb.text() == "Change them now"
    question.verb.click()
    three.fill(statement="Nobody has to chase us")
    three.fill(statement="Slots are kept to the hour")
    assert three.open_forms() == 0
    statements = [each.statement for each in three.workspace.outcomes.all()]
    assert statements[:2] == ["Nobody has to chase us", "Slots are kept to the hour"]


def test_changing_may_wait_or_be_given_up(three: Desk) -> None:
    closed_with_changes(three, 2)
    shown(three, Question).keep.click()
    assert three.open_forms() == 0
    three.workspace.history.undo()
    closed_with_changes(three, 2)
    shown(three, Question).verb.click()
    three.dialog().cancel_button.click()
    assert three.open_forms() == 0


def test_without_an_outcome_the_lesson_alone_is_kept(three: Desk) -> None:
    for outcome in three.workspace.outcomes.all():
        three.workspace.outcomes.remove(outcome.id)
    dialog = at_scores(three)
    assert dialog.form.rows == []
    dialog.next_button.click()
    assert "no outcome is scored" in dialog.form.outlook()
    dialog.form.lesson.set_values({"lesson": "Begin"})
    dialog.next_button.click()
    assert [each.cycle.lesson for each in three.workspace.cycles.listing()] == ["Begin"]


def a_closed_cycle(desk: Desk) -> str:
    outcome = desk.workspace.outcomes.all()[0]
    draft = CycleDraft(
        name="2025 Q2 & more",
        since=date(2025, 4, 1),
        until=date(2025, 4, 1),
        closed_on=date(2025, 9, 1),
        lesson="Ask <b>them</b> first",
    )
    return desk.workspace.cycles.close(draft, [Score(outcome.id, 0.4, KEEP, "Go on")]).id


def said(dialog: QDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(Label)]


def test_the_closed_cycles_are_listed_corrected_and_removed(desk: Desk) -> None:
    desk.page.begin("closed-cycles")
    empty = shown(desk, ClosedCyclesDialog)
    assert any("No cycle was closed yet" in words for words in said(empty))
    empty.accept()
    a_closed_cycle(desk)
    desk.page.begin("closed-cycles")
    dialog = shown(desk, ClosedCyclesDialog)
    for words in ("2025 Q2 & more", "Ask <b>them</b> first", "0.4", "Nobody chases us", "Go on"):
        assert words in said(dialog)
    assert "1 April to 1 April, closed on 1 September" in said(dialog)
    desk.press("Edit…", dialog)
    desk.fill(lesson="Ask them twice")
    assert desk.workspace.cycles.listing()[0].cycle.lesson == "Ask them twice"
    desk.page.begin("closed-cycles")
    desk.press("Remove", shown(desk, ClosedCyclesDialog))
    assert desk.workspace.cycles.listing() == []
    assert desk.told.undoable == ["Moved the cycle “2025 Q2 & more” to the trash"]
    desk.workspace.history.undo()
    assert len(desk.workspace.cycles.listing()) == 1


def test_a_closed_cycle_is_shown_where_it_is_looked_for(desk: Desk) -> None:
    id_ = a_closed_cycle(desk)
    desk.page.reveal(Ref("cycle", id_))
    assert "2025 Q2 & more" in said(shown(desk, ClosedCyclesDialog))


def test_an_outcome_tells_its_scores(desk: Desk) -> None:
    a_closed_cycle(desk)
    desk.choose("Nobody chases us")
    sheet = desk.page.inspector.sheet
    assert isinstance(sheet, OutcomeSheet)
    found = {fact.label: fact.answer for fact in sheet.facts}
    assert found["Closed cycles"] == "2025 Q2 & more: 0.4, kept"


def test_the_toolbar_offers_both_and_a_journal_that_is_only_read_one(desk: Desk) -> None:
    toolbar = desk.page.toolbar
    assert toolbar.more.isVisible()
    for can_write in (True, False):
        toolbar.set_writable(can_write)
        menu = toolbar.more_menu()
        offered = {action.text(): action.isEnabled() for action in menu.actions()}
        assert offered["Close a cycle…"] is can_write
        assert offered["Closed cycles…"] is True
        menu.deleteLater()
    toolbar.set_writable(True)
    menu = toolbar.more_menu()
    next(each for each in menu.actions() if each.text() == "Close a cycle…").trigger()
    assert shown(desk, ClosingDialog).form.step == SPAN
    menu.deleteLater()


@pytest.mark.parametrize(("wide", "factor", "below"), [(1366, 1, 0), (640, 1, 1), (640, 2, 1)])
def test_the_rows_become_blocks_where_there_is_no_room(
    three: Desk, qtbot: QtBot, wide: int, factor: float, below: bool
) -> None:
    three.page.resize(wide, 768)
    three.page.context.looks.set_factor(factor)
    dialog = at_scores(three)
    row = dialog.form.rows[0]
    qtbot.waitUntil(lambda: (row.note_editor.mapTo(row, row.note_editor.rect().topLeft()).y()
                             > row.score_editor.mapTo(row, row.score_editor.rect().bottomLeft()).y()
                             ) == below)  # fmt: skip
    assert dialog.width() <= wide
    for widget in (row.score_editor, row.note_editor, *row.choice_editor.buttons()):
        left = widget.mapTo(row, widget.rect().topLeft()).x()
        assert left >= 0
        assert left + widget.width() <= row.width()
        assert widget.height() >= 24
    for each in dialog.findChildren(QWidget):
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert each.accessibleName() or each.property("text")
    three.page.context.looks.set_factor(1)


def test_a_stopped_outcome_is_retired_on_the_closing_day(desk: Desk) -> None:
    dialog = at_scores(desk)
    choose(dialog.form.rows[0], STOP, "It did not matter to them")
    dialog.next_button.click()
    dialog.form.lesson.set_values({"lesson": "Ask"})
    dialog.next_button.click()
    outcome = desk.workspace.outcomes.all()[0]
    assert outcome.status is OutcomeStatus.RETIRED
    assert (outcome.retired_on, outcome.retired_because) == (TODAY, "It did not matter to them")
