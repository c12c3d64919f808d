"""The page of one outcome: opened, read, worked on and left again, as a user does it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from leadjournal.model.catalogue import Ref
from leadjournal.model.indicator import Cause, IndicatorDraft, Preset, ReadingDraft
from leadjournal.model.outcome import Verdict
from leadjournal.services.journals import open_workspace
from leadjournal.services.workspace import Workspace
from leadjournal.ui.dialogs.computed import ComputedDialog
from leadjournal.ui.pages.outcomes.actions import acts_for
from leadjournal.ui.pages.outcomes.detail.definition import ReadinessBar
from leadjournal.ui.pages.outcomes.detail.view import OutcomeDetail
from leadjournal.ui.pages.outcomes.sheets import OutcomeSheet, OutputSheet, Part
from leadjournal.ui.shape import Shape
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.badge import Badge
from leadjournal.ui.widgets.buttons import IconButton
from leadjournal.ui.widgets.chart import Chart
from leadjournal.ui.widgets.label import Label
from tests.ui.outcomes.conftest import TODAY, Desk, open_desk

OUTCOME = "Nobody chases us"


@pytest.fixture
def opened(desk: Desk) -> Desk:
    desk.page.open_outcome(desk.row(OUTCOME).key)
    return desk


def view(desk: Desk) -> OutcomeDetail:
    return desk.page.opened.view


def words(desk: Desk) -> list[str]:
    """Everything that is written on the page, once it has come up."""
    QTest.qWait(0)
    found = [each.text() for each in view(desk).findChildren(Label) if each.isVisible()]
    return found + [each.text() for each in view(desk).findChildren(Badge) if each.isVisible()]


def sign(desk: Desk) -> Part:
    found = desk.workspace.indicators.of(desk.row(OUTCOME).key.id)[0].indicator
    return Part(found.id, found.outcome_id)


def test_it_is_opened_and_left_by_button_and_by_key(desk: Desk) -> None:
    desk.choose(OUTCOME)
    desk.press("Open outcome", desk.page.inspector)
    assert view(desk).isVisible()
    assert not desk.page.stage.isVisible()
    assert not desk.page.toolbar.isVisible()
    assert list(desk.page.trail()) == ["Outcome"]
    desk.press("All outcomes", view(desk))
    assert not view(desk).isVisible()
    assert desk.page.toolbar.isVisible()
    assert list(desk.page.trail()) == []
    desk.page.toolbar.views.set_value("list")
    desk.page.refresh()
    desk.choose(OUTCOME)
    QTest.keyClick(desk.page.tree, Qt.Key.Key_Return)
    assert view(desk).isVisible()
    QTest.keyClick(view(desk), Qt.Key.Key_Escape)
    assert not view(desk).isVisible()


def test_enter_on_an_output_looks_at_it_in_the_inspector(desk: Desk) -> None:
    desk.page.toolbar.views.set_value("list")
    desk.page.refresh()
    desk.choose("FAQ page")
    QTest.keyClick(desk.page.tree, Qt.Key.Key_Return)
    assert not view(desk).isVisible()
    assert isinstance(desk.page.inspector.sheet, OutputSheet)


def test_it_says_what_is_known_of_the_outcome(opened: Desk) -> None:
    said = words(opened)
    for each in (OUTCOME, "Outcome debt", "days of work", "Call script", "calls are shorter",
                 "Confidence 3 of 5", "Never reviewed: numbers alone count for 80%.", "Defined",
                 "What makes it testable"):  # fmt: skip
        assert each in said
    assert any(each.startswith("Readiness ") for each in said)
    assert "We keep homes warm" in said
    chart = view(opened).findChild(Chart)
    assert chart is not None
    assert chart.drawn()
    assert "Repeat contacts, per 100: 27, 74% of the way" in chart.accessibleDescription()


def test_readiness_names_what_is_missing(opened: Desk) -> None:
    bar = view(opened).findChild(ReadinessBar)
    assert bar is not None
    labels = [each.text() for each in bar.findChildren(Label)]
    assert "A why is linked" in labels
    assert labels[0] == "Readiness 4 of 7"
    opened.do("edit-outcome", OUTCOME)
    opened.fill(review_on=date(2026, 1, 15))
    QTest.qWait(0)
    bar = next(each for each in view(opened).findChildren(ReadinessBar) if each.isVisible())
    assert bar.findChildren(Label)[0].text() == "Readiness 5 of 7"


def test_a_reading_and_a_review_are_written_from_here(opened: Desk) -> None:
    opened.press("Add reading", view(opened))
    names = opened.dialog().form.names()
    opened.fill(**{names[0]: "25"})
    assert view(opened).isVisible()
    chart = view(opened).findChild(Chart)
    assert chart is not None
    assert "25, 84% of the way" in chart.accessibleDescription()
    opened.press("Review outcome", view(opened))
    opened.fill(verdict="real", voice="I knew my slot", next_on=date(2026, 1, 22))
    assert "I knew my slot" in words(opened)
    assert "next on 22 January 2026" in words(opened)
    assert view(opened).isVisible()


def test_what_is_known_since_the_last_review_stands_above_the_verdict(opened: Desk) -> None:
    opened.do("review", OUTCOME)
    opened.fill(verdict="partly", day=date(2025, 9, 1))
    opened.do("finish", "FAQ page")
    opened.fill()
    opened.do("review", OUTCOME)
    said = [each.text() for each in opened.dialog().findChildren(Label)]
    assert "Since the last review on 1 September" in said
    assert "Repeat contacts: 31 → 27, target 22, 74% of the way" in said
    assert "Finished: nothing since then" in said


def test_every_act_of_an_outcome_is_in_its_menu(opened: Desk) -> None:
    row = opened.row(OUTCOME)
    menu: QMenu = opened.page.inspector.menu_for(row, view(opened))
    labels = [action.text() for action in menu.actions() if action.text()]
    assert len(labels) == len(acts_for(row))
    for each in ("Paste readings…", "Readings from a file…", "Retire with a lesson…", "Versions…"):
        assert each in labels


def test_each_sign_has_a_menu_at_its_head(opened: Desk, qtbot: QtBot) -> None:
    buttons = view(opened).card.picture.findChildren(IconButton)
    assert [each.accessibleName() for each in buttons] == ["Repeat contacts"]
    buttons[0].click()
    (menu,) = [each for each in buttons[0].findChildren(QMenu) if each.isVisible()]
    assert [each.text() for each in menu.actions()] == [
        "Add reading…", "Paste readings…", "Change the target…", "Edit indicator…",
        "Remove indicator",
    ]  # fmt: skip
    menu.close()


def test_the_same_numbers_are_a_table_that_the_keyboard_walks(opened: Desk) -> None:
    card = view(opened).card
    card.switch.click()
    assert card.is_table()
    assert not card.picture.isVisible()
    assert card.table.hasFocus()
    model = card.table.cells
    heads = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(3)]
    assert heads == ["Day", "Repeat contacts", "What happened"]
    days = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert days == ["30 September", "29 August", "2 May"]
    assert model.index(2, 2).data() == "Finished: Call script"
    card.table.setCurrentIndex(model.index(0, 1))
    QTest.keyClick(card.table, Qt.Key.Key_Return)
    opened.fill(value="26")
    assert model.index(0, 1).data() == "26"
    assert card.is_table()
    card.switch.click()
    assert card.picture.isVisible()


def test_a_target_changes_with_its_reason_and_the_old_one_stays_before(opened: Desk) -> None:
    opened.page.do("change-target", sign(opened))
    assert opened.fill(new="24", valid_from=date(2025, 9, 15)).form.problem() == (
        "A reason is needed: it stays beside the old target."
    )
    opened.fill(reason="Two people fewer", cause=Cause.OUTSIDE)
    views = opened.workspace.indicators.of(sign(opened).of)
    assert views[0].target == 24
    assert opened.workspace.indicators.of(sign(opened).of, date(2025, 9, 1))[0].target == 22
    view(opened).card.switch.click()
    assert "Target 22 → 24 from 15 September" in words(opened)
    assert "Two people fewer. From outside, recorded on 31 October" in words(opened)
    opened.page.do("change-target", sign(opened))
    assert "worse" in opened.fill(new="50", reason="So").form.problem()


def test_an_indicator_that_cannot_be_measured_is_told_at_its_question(opened: Desk) -> None:
    opened.do("add-indicator", OUTCOME)
    dialog = opened.fill(name="Calls", baseline="9", target="9", direction="down")
    assert "needs a unit" in dialog.form.problem()
    opened.fill(unit="calls")
    assert "already" in dialog.form.problem()
    opened.fill(target="12")
    assert "lower is better" in dialog.form.problem()
    opened.fill(target="2")
    assert opened.open_forms() == 0
    opened.do("add-indicator", OUTCOME)
    assert "limit" in opened.fill(name="Length", guard="at-least").form.problem()


def test_a_score_fills_the_form_and_its_readings_are_counted(opened: Desk) -> None:
    opened.do("add-indicator", OUTCOME)
    form = opened.dialog().form
    form.editor("preset").set_value(Preset.RECOMMENDATION)  # type: ignore[attr-defined]
    assert form.editor("name").value() == "Recommendation score"  # type: ignore[attr-defined]
    form.editor("preset").set_value(Preset.SATISFACTION)  # type: ignore[attr-defined]
    assert form.editor("unit").value() == "%"  # type: ignore[attr-defined]
    form.editor("name").set_value("Happy callers")  # type: ignore[attr-defined]
    form.editor("preset").set_value(Preset.EFFORT)  # type: ignore[attr-defined]
    assert form.editor("name").value() == "Happy callers"  # type: ignore[attr-defined]
    opened.fill(preset=Preset.SATISFACTION)
    made = opened.workspace.indicators.of(sign(opened).of)[1].indicator
    opened.page.do("count-answers", Part(made.id, made.outcome_id))
    assert "at least one" in opened.fill().form.problem()
    assert "fewer" in opened.fill(answer_1="-1").form.problem()
    opened.fill(answer_5="3", answer_4="3", answer_3="2", answer_1="2")
    (reading,) = opened.workspace.indicators.of(sign(opened).of)[1].readings
    assert (reading.value, reading.day) == (60.0, TODAY)
    assert reading.note == "10 answers (1: 2, 2: 0, 3: 2, 4: 3, 5: 3)"
    assert opened.told.undoable[-1] == "Happy callers: 60%"


def test_an_overdue_test_is_flagged_and_what_it_showed_is_said(opened: Desk) -> None:
    row = opened.row("Call script")
    opened.page.do("edit-link", row)
    opened.fill(test_by=date(2025, 6, 1))
    assert "Test was due on 1 June" in words(opened)
    opened.page.do("test-link", row)
    assert opened.fill().form.problem()
    opened.fill(verdict=Verdict.PARTLY, verdict_because="Two of five", verdict_on=date(2099, 1, 1))
    assert "still to come" in opened.dialog().form.problem()
    opened.fill(verdict_on=date(2025, 6, 3))
    assert "Tested on 3 June: partly" in words(opened)
    opened.page.close_outcome()
    opened.page.toolbar.views.set_value("list")
    opened.page.refresh()
    opened.choose("Call script")
    sheet = opened.page.inspector.sheet
    assert isinstance(sheet, OutputSheet)
    assert sheet.links[0].showed == "Two of five"


def test_an_output_added_here_is_seen_here(opened: Desk) -> None:
    opened.press("Add", view(opened))
    opened.fill(title="Evening calls", so_that="they hear from us")
    assert view(opened).isVisible()
    assert "Evening calls" in words(opened)


def test_how_it_was_computed_is_told_of_debt_and_state(opened: Desk) -> None:
    for button in view(opened).findChildren(type(view(opened).back)):
        if button.text() == "How was this computed?":
            button.click()
    shown = opened.page.findChildren(ComputedDialog)
    assert [each.windowTitle() for each in shown] == [OUTCOME, OUTCOME]
    for each in shown:
        each.done(0)


def test_the_columns_follow_the_width(opened: Desk) -> None:
    page = opened.page

    def places() -> tuple[tuple[int, int], ...]:
        cards = (view(opened).card, view(opened)._first, view(opened)._second)
        found = (each.mapTo(view(opened), each.rect().topLeft()) for each in cards)
        return tuple((each.x(), each.y()) for each in found)

    chart, first, second = places()
    assert first[0] > chart[0]
    assert first[0] == second[0]
    page.resize(1024, 700)
    QTest.qWait(20)
    chart, first, second = places()
    assert chart[0] == first[0] < second[0]
    assert first[1] > chart[1]
    page.resize(640, 700)
    QTest.qWait(20)
    chart, first, second = places()
    assert chart[0] == first[0] == second[0]
    assert second[1] > first[1] > chart[1]
    assert not view(opened).add_reading.isVisible()
    assert view(opened)._shape is Shape.NARROW


def test_a_place_is_returned_to(opened: Desk) -> None:
    place = opened.page.place()
    opened.page.close_outcome()
    opened.page.return_to(place)
    assert view(opened).isVisible()
    opened.page.return_to({**place, "opened": "gone"})
    assert view(opened).isVisible()


def test_what_is_revealed_elsewhere_closes_it(opened: Desk) -> None:
    opened.page.reveal(Ref("output", opened.row("Call script").key.id))
    assert view(opened).isVisible()
    opened.page.reveal(Ref("output", opened.row("FAQ page").key.id))
    assert not view(opened).isVisible()


def test_an_outcome_that_is_removed_meanwhile_closes_its_page(opened: Desk) -> None:
    opened.do("remove-outcome", OUTCOME)
    assert not view(opened).isVisible()
    assert opened.page.stage.isVisible()
    assert list(opened.page.trail()) == []


def test_an_outcome_with_nothing_yet_says_what_is_missing(desk: Desk) -> None:
    desk.page.do("new-outcome", None)
    desk.fill(statement="Plain and new")
    desk.page.open_outcome(desk.row("Plain and new").key)
    said = words(desk)
    assert "Nothing is measured yet: what could be counted or asked?" in said
    assert "No output leads here yet." in said
    assert not view(desk).card.switch.isVisible()
    made = desk.workspace.indicators.add(
        IndicatorDraft(outcome_id=desk.row("Plain and new").key.id, name="Calls")
    )
    assert "No reading yet: Calls." in words(desk)
    desk.workspace.indicators.read(ReadingDraft(indicator_id=made.id, value=3, day=TODAY))
    assert view(desk).card.picture.isVisible()


@pytest.mark.parametrize("title", ["x" * 10_000, "שלום <b>&amp; e\u0301 \u202eabc\x07", "٣"])
def test_titles_of_any_kind_are_shown_whole(desk: Desk, title: str) -> None:
    desk.workspace.outcomes.edit(desk.row(OUTCOME).key.id, statement=title)
    desk.workspace.indicators.edit(sign_of(desk), name=title)
    desk.page.open_outcome(desk.page.rows[0].children[0].key)
    sheet = view(desk).sheet
    assert sheet is not None
    assert isinstance(sheet.outcome, OutcomeSheet)
    assert view(desk).head.statement.text() == desk.workspace.outcomes.all()[0].statement
    assert view(desk).findChild(Chart).drawn()  # type: ignore[union-attr]
    assert view(desk).minimumSizeHint().width() < 2_000


def sign_of(desk: Desk) -> str:
    outcome = desk.workspace.outcomes.all()[0]
    return desk.workspace.indicators.of(outcome.id)[0].indicator.id


@pytest.fixture
def reading_only(qtbot: QtBot, looks: Looks, workspace: Workspace) -> Iterator[Desk]:
    path, clock = workspace.path, workspace.clock
    workspace.close()
    reading = open_workspace(path, None, clock, read_only=True)
    yield from open_desk(qtbot, looks, reading)
    reading.close()


def test_a_journal_that_is_only_read_is_read_here_too(reading_only: Desk) -> None:
    reading_only.page.open_outcome(reading_only.row(OUTCOME).key)
    page = view(reading_only)
    assert page.isVisible()
    assert not page.main_act.isEnabled()
    assert not page.add_reading.isEnabled()
    assert page.card.picture.findChildren(IconButton) == []
    assert not page.card.add.isVisible()
    page.card.switch.click()
    page.card.table.setCurrentIndex(page.card.table.cells.index(0, 1))
    QTest.keyClick(page.card.table, Qt.Key.Key_Return)
    assert reading_only.open_forms() == 0
