"""The guide in the window, walked by keyboard, left, resumed, finished and taken back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from leadjournal.model.catalogue import Ref
from leadjournal.model.entry import Entry, Movement
from leadjournal.services.workspace import Workspace
from leadjournal.ui.dialogs.form_dialog import FormDialog
from leadjournal.ui.pages.templates.catalogue import Catalogue
from leadjournal.ui.pages.templates.link_editor import LinkEditor
from leadjournal.ui.pages.templates.page import TemplatesPage
from leadjournal.ui.pages.templates.question import Question
from leadjournal.ui.widgets.buttons import IconButton
from leadjournal.ui.widgets.label import Label
from tests.support.journals import TODAY
from tests.ui.templates.conftest import Said

GUIDE = "daily-reflection"
WHOLE = {
    "direction": "forward",
    "win": "Greta closed the oldest case",
    "energy": 4,
    "tomorrow": "Ten minutes with Ines",
}


def question(page: TemplatesPage) -> Question:
    assert page.runner.question is not None
    return page.runner.question


def shown(page: TemplatesPage) -> str:
    return question(page).step.id


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier or Qt.KeyboardModifier.NoModifier)


def write(qtbot: QtBot, words: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, words)


def words_on(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(Label) if label.isVisible()]


def checked_in(workspace: Workspace) -> Entry:
    entry = workspace.guides.checked_in(TODAY)
    assert entry is not None
    return entry


def test_the_catalogue_shows_the_daily_check_in(page: TemplatesPage) -> None:
    words = words_on(page.catalogue)
    assert "Reflections" in words
    assert "Daily check-in" in words
    assert "5 minutes" in words
    assert "To go on with" not in words


def test_a_check_in_by_keyboard_alone(
    page: TemplatesPage, workspace: Workspace, qtbot: QtBot, said: Said
) -> None:
    page.catalogue.take_focus()
    press(qtbot, Qt.Key.Key_Space)
    assert list(page.trail()) == ["Daily check-in"]
    press(qtbot, Qt.Key.Key_1)
    press(qtbot, Qt.Key.Key_Return)
    write(qtbot, "Greta closed the oldest case")
    press(qtbot, Qt.Key.Key_Return)
    write(qtbot, "chase")
    press(qtbot, Qt.Key.Key_Return)
    assert shown(page) == "outcome"
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    write(qtbot, "Obi waits")
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_4)
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Right)
    press(qtbot, Qt.Key.Key_Return)
    write(qtbot, "Priya")
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)
    write(qtbot, "Rest")
    assert page.runner.next_button.text() == "Finish"
    press(qtbot, Qt.Key.Key_Return)

    entry = checked_in(workspace)
    assert (entry.title, entry.direction) == ("Greta closed the oldest case", Movement.FORWARD)
    titles = {each.title for each in workspace.entries.links(entry.id)}
    assert titles == {"Nobody has to chase us", "Priya"}
    assert workspace.blockers.all()[0].text == "Obi waits"
    assert said.toasts == ["Check-in saved"]
    assert "Obi waits" in words_on(page.finished)
    assert page.finished.open_button.hasFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert [ref.id for ref in said.gone_to] == [entry.id]


def test_what_is_typed_is_saved_and_escape_keeps_the_draft(
    page: TemplatesPage, workspace: Workspace, qtbot: QtBot
) -> None:
    page.run(GUIDE, {"direction": "none"})
    assert shown(page) == "win"
    write(qtbot, "I protected the morning")
    qtbot.waitUntil(lambda: "win" in workspace.guides.drafts()[0].answers, timeout=5000)
    state = page.context.save_state
    qtbot.waitUntil(lambda: state.words.startswith("Draft saved"), timeout=5000)
    write(qtbot, " twice")
    press(qtbot, Qt.Key.Key_Escape)
    assert list(page.trail()) == []
    assert "To go on with" in words_on(page.catalogue)
    page.catalogue.rows()[0].click()
    assert shown(page) == "win"
    assert workspace.guides.drafts()[0].answers["win"] == "I protected the morning twice"


def test_saving_while_typing_leaves_the_cursor_where_it_is(
    page: TemplatesPage, workspace: Workspace, qtbot: QtBot
) -> None:
    page.run(GUIDE, {"direction": "none"})
    before = question(page)
    write(qtbot, "One")
    qtbot.waitUntil(lambda: "win" in workspace.guides.drafts()[0].answers, timeout=5000)
    write(qtbot, " two")
    assert question(page) is before
    page.leave()
    assert workspace.guides.drafts()[0].answers["win"] == "One two"


def test_back_skip_and_next_walk_through_the_questions(page: TemplatesPage, qtbot: QtBot) -> None:
    page.run(GUIDE, {"direction": "forward", "win": "A"})
    page.runner.skip_button.click()
    assert shown(page) == "setback"
    press(qtbot, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shown(page) == "outcome"
    page.runner.back_button.click()
    assert shown(page) == "win"
    assert not page.runner.skip_button.isVisible()
    page.runner.back_button.click()
    page.runner.back_button.click()
    assert list(page.trail()) == []


def test_finishing_too_early_names_the_question_and_goes_there(
    page: TemplatesPage, workspace: Workspace
) -> None:
    page.run(GUIDE, {"direction": "forward", "win": "A", "energy": 2})
    for _step in range(7):
        page.runner.next_button.click()
    assert shown(page) == "tomorrow"
    assert "still needs an answer" in question(page).complaint
    assert workspace.guides.checked_in(TODAY) is None


def test_short_mode_asks_only_what_is_needed(page: TemplatesPage) -> None:
    page.run(GUIDE, {"direction": "forward", "win": "A"})
    page.runner.short_wanted.emit(True)
    assert shown(page) == "energy"
    assert "Step 3 of 4" in words_on(page.runner)
    page.runner.short_wanted.emit(False)
    assert shown(page) == "outcome"


def test_all_steps_lead_to_any_question(page: TemplatesPage) -> None:
    page.run(GUIDE, {"direction": "forward", "win": "A"})
    page.runner.step_wanted.emit("tomorrow")
    assert shown(page) == "tomorrow"
    assert "Forward" in words_on(page.runner.panel)


def test_undo_of_the_finish_brings_the_last_question_back(
    page: TemplatesPage, workspace: Workspace
) -> None:
    page.run(GUIDE, WHOLE)
    for _step in range(7):
        page.runner.next_button.click()
    assert checked_in(workspace).title == WHOLE["win"]
    workspace.history.undo()
    assert workspace.guides.checked_in(TODAY) is None
    assert shown(page) == "tomorrow"
    assert list(page.trail()) == ["Daily check-in"]


def test_undo_of_the_guide_leads_back_to_the_catalogue(
    page: TemplatesPage, workspace: Workspace
) -> None:
    page.run(GUIDE, WHOLE)
    workspace.history.undo()
    assert list(page.trail()) == []
    workspace.history.redo()
    assert "To go on with" in words_on(page.catalogue)


def test_a_finished_check_in_is_reopened_with_its_answers(
    page: TemplatesPage, workspace: Workspace
) -> None:
    entry = workspace.guides.finish(workspace.guides.start(GUIDE, given=WHOLE).id)
    page.run(GUIDE)
    assert shown(page) == "direction"
    assert any("takes the new answers" in words for words in words_on(page.runner))
    page.runner.settled.emit("direction", "backward")
    for _step in range(9):
        page.runner.next_button.click()
    assert checked_in(workspace).id == entry.id
    assert checked_in(workspace).direction is Movement.BACKWARD


def test_a_draft_that_was_found_goes_on_and_a_finished_one_shows_its_entry(
    page: TemplatesPage, workspace: Workspace, said: Said
) -> None:
    draft = workspace.guides.start(GUIDE, given=WHOLE)
    page.reveal(Ref("reflection", draft.id))
    assert list(page.trail()) == ["Daily check-in"]
    assert said.gone_to == []
    entry = workspace.guides.finish(draft.id)
    page.reveal(Ref("reflection", draft.id))
    assert said.gone_to == [Ref("entry", entry.id)]


def test_a_draft_is_discarded_with_undo(
    page: TemplatesPage, workspace: Workspace, said: Said
) -> None:
    draft = workspace.guides.start(GUIDE, given=WHOLE)
    page.catalogue.discarded.emit(draft.id)
    assert workspace.guides.drafts() == []
    assert said.toasts == ["Draft moved to the trash"]


def test_a_chosen_record_can_be_taken_away(page: TemplatesPage, workspace: Workspace) -> None:
    outcome = workspace.outcomes.choices()[0]
    page.run(GUIDE, {"direction": "forward", "win": "A", "outcome": outcome.id})
    page.runner.step_wanted.emit("outcome")
    editor = question(page).editor
    assert isinstance(editor, LinkEditor)
    assert not editor.line.isVisible()
    editor.settled.emit(None)
    assert "outcome" not in workspace.guides.drafts()[0].answers


def test_somebody_is_renamed_where_they_are_an_answer(
    page: TemplatesPage, workspace: Workspace, said: Said
) -> None:
    callum = workspace.people.choices()[0]
    page.run(GUIDE, {**WHOLE, "helped": callum.id})
    page.runner.step_wanted.emit("helped")
    buttons = question(page).editor.findChildren(IconButton)
    next(each for each in buttons if each.accessibleName() == "Rename Callum…").click()
    (dialog,) = page.findChildren(FormDialog)
    dialog.form.editor("first_name").set_value("Cal")  # type: ignore[attr-defined]
    dialog.save()
    assert workspace.people.get(callum.id).first_name == "Cal"
    assert said.toasts == ["Renamed to Cal"]
    names = [each.accessibleName() for each in question(page).editor.findChildren(IconButton)]
    assert "Rename Cal…" in names
    workspace.history.undo()
    names = [each.accessibleName() for each in question(page).editor.findChildren(IconButton)]
    assert "Rename Callum…" in names


def test_the_panel_is_a_drawer_where_there_is_little_room(
    page: TemplatesPage, qtbot: QtBot
) -> None:
    page.run(GUIDE, {"direction": "forward", "win": "A"})
    assert page.runner.panel.isVisible()
    page.resize(700, 700)
    assert not page.runner.panel.isVisible()
    page.runner.so_far_button.click()
    assert page.runner.panel.isVisible()
    press(qtbot, Qt.Key.Key_Escape)
    assert not page.runner.panel.isVisible()
    assert list(page.trail()) == ["Daily check-in"]


def test_an_unknown_guide_is_told_and_the_catalogue_stays(page: TemplatesPage, said: Said) -> None:
    page.begin("guide:nothing")
    assert "There is no template" in str(said.problems[0])
    assert list(page.trail()) == []


def test_a_guide_left_without_an_answer_leaves_nothing(
    page: TemplatesPage, workspace: Workspace, said: Said
) -> None:
    undo = workspace.history.undo_label()
    page.run(GUIDE)
    assert len(workspace.guides.drafts()) == 1
    page.runner.left.emit()
    assert workspace.guides.drafts() == []
    assert workspace.history.undo_label() == undo
    page.run(GUIDE)
    page.hide()
    assert workspace.guides.drafts() == []
    assert page.trail() == ()
    page.show()
    assert said.toasts == []
    page.run(GUIDE, {"direction": "none"})
    page.hide()
    assert len(workspace.guides.drafts()) == 1
    page.show()


def test_in_little_room_the_time_it_takes_lies_below_the_title(
    page: TemplatesPage, qtbot: QtBot
) -> None:
    catalogue = page.findChildren(Catalogue)[0]
    catalogue.rows()[0].setFocus()
    page.context.looks.set_factor(2.0)
    page.resize(640, 700)
    qtbot.waitUntil(lambda: "minute" in words_on(catalogue.rows()[0])[1])
    assert len(words_on(catalogue.rows()[0])) == 2
    page.context.looks.set_factor(1.0)
    page.resize(1200, 700)
    qtbot.waitUntil(lambda: len(words_on(catalogue.rows()[0])) > 2)
