"""The four ways out of the debt, through the forms of the page."""

from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from leadjournal.base.errors import UserMistake
from leadjournal.model.debt_exit import ExitWay
from leadjournal.model.indicator import ReadingDraft
from leadjournal.model.outcome import ReviewDraft, Verdict
from leadjournal.model.output import OutputDraft
from leadjournal.ui.dialogs.computed import ComputedDialog
from leadjournal.ui.pages.outcomes.actions import acts_for
from leadjournal.ui.pages.outcomes.exit_form import leaving_words
from leadjournal.ui.pages.outcomes.rows import RowKey
from leadjournal.ui.widgets.buttons import LinkButton
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.option_list import OptionList
from leadjournal.ui.widgets.tick_list import TickList
from tests.ui.outcomes.conftest import SPRING, TODAY, Desk

OUTCOME = "Nobody chases us"


def ways(desk: Desk) -> OptionList:
    return cast("OptionList", desk.dialog().form.editor("way"))


def outputs(desk: Desk) -> TickList:
    return cast("TickList", desk.dialog().form.editor("outputs"))


def says(desk: Desk) -> list[str]:
    return [label.text() for label in desk.dialog().form.findChildren(Label)]


def labels(desk: Desk, title: str) -> list[str]:
    return [act.label for act in acts_for(desk.row(title))]


def reach(desk: Desk) -> None:
    """The change is shown and confirmed."""
    row = desk.row(OUTCOME)
    (view,) = desk.workspace.indicators.of(row.key.id)
    desk.workspace.indicators.read(
        ReadingDraft(indicator_id=view.indicator.id, value=22.5, day=date(2025, 10, 30))
    )
    desk.workspace.outcomes.review(
        ReviewDraft(outcome_id=row.key.id, verdict=Verdict.REAL, day=date(2025, 10, 30))
    )


def a_second_output(desk: Desk) -> None:
    desk.workspace.outputs.add(
        OutputDraft(
            title="Evening calls", size=10, created_on=SPRING, finished_on=date(2025, 10, 20)
        ),
        desk.row(OUTCOME).key.id,
        "they hear from us first",
    )


def test_what_cannot_be_done_now_is_closed_and_says_why(desk: Desk) -> None:
    desk.do("leave-debt", OUTCOME)
    moved, stopped, rejected, accepted = ways(desk).buttons()
    assert not moved.isEnabled()
    assert moved.sentence().startswith("No review has said yet that it is real.")
    assert "90% is needed" in moved.accessibleDescription()
    assert all(button.isEnabled() for button in (stopped, rejected, accepted))
    assert ways(desk).value() is None


def test_it_says_before_saving_how_many_days_leave(desk: Desk) -> None:
    a_second_output(desk)
    desk.do("leave-debt", OUTCOME)
    assert [(row.title, row.ticked) for row in outputs(desk).rows()] == [
        ("Call script", True),
        ("Evening calls", True),
    ]
    owed = desk.row(OUTCOME).debt
    assert f"{owed:.1f} days leave the debt with 2 outputs." in says(desk)
    first = outputs(desk).rows()[0].value
    outputs(desk).set_value([first])
    assert any(words.endswith("leave the debt with 1 output.") for words in says(desk))
    QTest.mouseClick(ways(desk).buttons()[1], Qt.MouseButton.LeftButton)
    assert any(words.endswith("1 output, and are written off.") for words in says(desk))
    outputs(desk).set_value([])
    assert "Nothing is ticked that owes something." in says(desk)


def test_the_form_follows_the_day(desk: Desk) -> None:
    a_second_output(desk)
    reach(desk)
    desk.do("leave-debt", OUTCOME)
    assert ways(desk).buttons()[0].isEnabled()
    ways(desk).set_value(ExitWay.MOVED)
    desk.dialog().form.editor("day").set_value(date(2025, 10, 10))  # type: ignore[attr-defined]
    assert not ways(desk).buttons()[0].isEnabled()
    assert ways(desk).value() is None
    assert outputs(desk).rows()[1].right == "owes nothing that day"


def test_work_leaves_by_the_way_that_was_chosen_and_can_be_undone(desk: Desk) -> None:
    a_second_output(desk)
    desk.do("leave-debt", "Evening calls")
    assert [row.ticked for row in outputs(desk).rows()] == [False, True]
    before = desk.row("Evening calls").debt
    desk.fill(way=ExitWay.ACCEPTED, reason="It costs little to keep")
    assert desk.open_forms() == 0
    assert desk.told.undoable == [f"{before:.1f} days left the debt".replace(".0", "")]
    assert desk.row("Evening calls").debt == 0
    assert desk.row("Call script").debt > 0
    (line,) = desk.workspace.ledger.on().exits
    assert (line.way, line.on, line.reason) == ("accepted", TODAY, "It costs little to keep")
    desk.workspace.history.undo()
    assert desk.row("Evening calls").debt == before


@pytest.mark.parametrize(
    ("answers", "field", "sentence"),
    [
        ({"reason": "Because"}, "way", "Choose the way it leaves the debt."),
        ({"way": ExitWay.ACCEPTED}, "reason", "The reason is needed: it is what stays."),
        (
            {"way": ExitWay.ACCEPTED, "reason": "Because", "outputs": ()},
            "outputs",
            "Tick at least one output.",
        ),
        (
            {"way": ExitWay.ACCEPTED, "reason": "Because", "day": date(2025, 11, 3)},
            "day",
            "3 November is still to come.",
        ),
    ],
)
def test_what_is_missing_is_said_at_its_question(
    desk: Desk, answers: dict[str, object], field: str, sentence: str
) -> None:
    desk.do("leave-debt", OUTCOME)
    form = desk.fill(**answers).form
    assert sentence in form.problem()
    assert form.editor(field).hasFocus() or form.editor(field).isAncestorOf(form.focusWidget())
    assert desk.workspace.debt_exits.all() == []


def test_moved_takes_it_out_once_it_is_shown(desk: Desk) -> None:
    reach(desk)
    desk.do("leave-debt", OUTCOME)
    desk.fill(way=ExitWay.MOVED, reason="They call us less")
    assert desk.row(OUTCOME).debt == 0
    badge = desk.row("Call script").badge
    assert badge is not None
    assert badge.words == "Moved"
    assert "Take out of the debt…" not in labels(desk, OUTCOME)


def test_an_output_without_an_outcome_can_only_stop_or_be_accepted(desk: Desk) -> None:
    desk.workspace.outputs.finish(desk.row("FAQ page").key.id, date(2025, 8, 1))
    desk.do("leave-debt", "FAQ page")
    assert [button.isEnabled() for button in ways(desk).buttons()] == [False, True, False, True]
    assert ways(desk).buttons()[0].sentence() == (
        "Work without an outcome has nothing that could move."
    )
    desk.fill(way=ExitWay.STOPPED, reason="Nobody read it")
    stopped = desk.workspace.outputs.get(desk.row("FAQ page").key.id)
    assert (stopped.stopped_on, stopped.stopped_because) == (TODAY, "Nobody read it")


def test_all_work_without_an_outcome_can_go_at_once(desk: Desk) -> None:
    desk.workspace.outputs.finish(desk.row("FAQ page").key.id, date(2025, 8, 1))
    group = next(row for row in desk.page.rows if row.key.kind == "no-outcome")
    assert "Take out of the debt…" in [act.label for act in acts_for(group)]
    desk.page.do("leave-debt", group)
    desk.fill(way=ExitWay.ACCEPTED, reason="We know")
    assert desk.row("FAQ page").debt == 0


def test_an_exit_can_be_taken_back_from_the_menu_and_the_inspector(desk: Desk) -> None:
    before = desk.row("Call script").debt
    desk.do("leave-debt", OUTCOME)
    desk.fill(way=ExitWay.REJECTED, reason="Shorter is not better")
    assert "Count it again" in labels(desk, "Call script")
    desk.choose("Call script")
    shown = [label.text() for label in desk.page.inspector.findChildren(Label)]
    assert "Shorter is not better" in shown
    links = desk.page.inspector.findChildren(LinkButton)
    next(link for link in links if link.text() == "Count it again").click()
    assert desk.told.undoable[-1] == "“Call script” counts again"
    assert desk.row("Call script").debt == before
    assert "Count it again" not in labels(desk, "Call script")


def test_stopped_work_counts_again_without_being_reopened(desk: Desk) -> None:
    desk.do("leave-debt", OUTCOME)
    desk.fill(way=ExitWay.STOPPED, reason="Nobody used it")
    desk.do("count-again", "Call script")
    row = desk.row("Call script")
    assert (row.status, row.debt > 0) == ("finished", True)


def test_rejecting_retires_the_outcome_and_writes_its_work_off(desk: Desk) -> None:
    owed = desk.row(OUTCOME).debt
    desk.do("reject", OUTCOME)
    assert any(f"{owed:.1f} days leave the debt" in words for words in _dialog_words(desk))
    form = desk.fill(reason="  ").form
    assert form.problem() == "The reason is needed: it is what stays."
    desk.fill(reason="They still ring, whatever we do")
    row = desk.row(OUTCOME)
    assert (row.status, row.debt) == ("retired", 0)
    (gone,) = desk.workspace.ledger.on().written_off
    assert (gone.because, gone.lesson) == ("rejected", "They still ring, whatever we do")
    assert len(desk.told.undoable) == 1
    desk.workspace.history.undo()
    assert desk.row(OUTCOME).debt == owed


def test_the_ledger_offers_the_way_out_beside_what_is_owed(desk: Desk) -> None:
    desk.choose(OUTCOME)
    links = [each.text() for each in desk.page.inspector.findChildren(LinkButton)]
    assert "Take out of the debt…" in links
    desk.press("Take out of the debt…", desk.page.inspector)
    assert ways(desk).isVisible()


def test_nothing_owed_is_said_and_nothing_asked(desk: Desk) -> None:
    desk.do("leave-debt", "FAQ page")
    assert desk.open_forms() == 0
    (problem,) = desk.told.problems
    assert isinstance(problem, UserMistake)
    assert str(problem) == "Nothing finished waits here for its proof."


def test_how_it_was_computed_tells_of_the_exits(desk: Desk) -> None:
    desk.do("leave-debt", OUTCOME)
    desk.fill(way=ExitWay.ACCEPTED, reason="We know")
    desk.page.do("explain", None)
    (dialog,) = desk.page.findChildren(ComputedDialog)
    words = [label.text() for label in dialog.findChildren(Label)]
    assert any(each.startswith("Accepted knowingly: ") for each in words)
    dialog.done(0)


def test_the_whole_form_is_answered_with_the_keyboard(desk: Desk, qtbot: QtBot) -> None:
    a_second_output(desk)
    desk.do("leave-debt", OUTCOME)
    dialog = desk.dialog()
    dialog.activateWindow()
    first = ways(desk).buttons()[1]
    qtbot.waitUntil(first.hasFocus)
    QTest.keyClick(first, Qt.Key.Key_Space)
    QTest.keyClick(first, Qt.Key.Key_Down)
    QTest.keyClick(ways(desk).buttons()[2], Qt.Key.Key_Down)
    assert ways(desk).value() is ExitWay.ACCEPTED
    QTest.keyClick(ways(desk).buttons()[3], Qt.Key.Key_Tab)
    assert dialog.focusWidget() is outputs(desk)
    QTest.keyClick(outputs(desk), Qt.Key.Key_Space)
    assert [row.ticked for row in outputs(desk).rows()] == [False, True]


def test_half_an_answer_is_there_again_the_next_time(desk: Desk) -> None:
    desk.do("leave-debt", OUTCOME)
    ways(desk).set_value(ExitWay.ACCEPTED)
    outputs(desk).set_value([])
    assert desk.dialog().put_by()
    desk.dialog().done(0)
    desk.do("leave-debt", OUTCOME)
    assert (ways(desk).value(), outputs(desk).value()) == (ExitWay.ACCEPTED, ())


def test_the_ledger_shows_where_an_output_went(desk: Desk) -> None:
    desk.do("leave-debt", OUTCOME)
    desk.fill(way=ExitWay.ACCEPTED, reason="We know")
    desk.press("Debt ledger")
    rows = desk.page.ledger.rows.rows()
    assert [row.title for row in rows] == ["Out of the debt: accepted", "Call script"]
    assert rows[1].reason == "Accepted on 31 October. We know"
    desk.page.ledger.rows.opened.emit(RowKey("output", desk.row("Call script").key.id))
    assert desk.page.inspector.sheet is not None
    assert desk.page.inspector.sheet.row.title == "Call script"


def _dialog_words(desk: Desk) -> list[str]:
    return [label.text() for label in desk.dialog().findChildren(Label)]


def test_words_of_one_and_of_several_outputs() -> None:
    assert leaving_words(None, [1.0]) == "1 day leave the debt with 1 output."
