"""Today on an empty journal: capture, check-in, what waits, figures, why, and another day."""

from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from leadjournal.model.action import ActionDraft
from leadjournal.model.why import WhyDraft
from leadjournal.ui.dialogs.computed import ComputedDialog
from leadjournal.ui.dialogs.form_dialog import FormDialog
from leadjournal.ui.pages.today.day_watch import DayWatch
from leadjournal.ui.pages.today.page import LINE
from tests.ui.today.conftest import Day

TODAY = date(2025, 10, 31)
DAILY = "daily-reflection"


def choose(day: Day, place: int) -> None:
    day.page.overview.check_in.card.options.findChildren(QAbstractButton)[place].click()


def say(day: Day, words: str) -> None:
    day.type_into(day.page.overview.check_in.card.line.editor, words)


def capture(day: Day, words: str) -> None:
    editor = day.page.overview.capture.editor
    day.type_into(editor, words)
    day.press(editor, Qt.Key.Key_Return)


def test_an_empty_journal_is_greeted_in_words(day: Day) -> None:
    view = day.page.overview
    assert view.date.text() == "Friday, 31 October"
    assert view.sentence.text() == "A new journal. One line is enough for a beginning."
    assert view.waiting.sentence.text() == "Nothing waits for you. What is due turns up here."
    assert view.check_in.card.coming.text() == "7 more short questions, about 3 minutes"
    said = [block.accessibleName() for block in view.figures.blocks.values()]
    assert said == [
        "Outcome debt: 0 days of work. Nothing is finished yet, so nothing waits.",
        "Line of sight: Write down an output to see where it leads.",
        "Momentum: Too early to say: three weeks with something noted are needed.",
    ]


def test_a_captured_line_is_a_note_that_can_be_taken_back(day: Day) -> None:
    capture(day, "He renewed")
    assert [entry.title for entry in day.workspace.entries.all()] == ["He renewed"]
    assert day.page.overview.capture.text() == ""
    assert day.desk.toast.text() == "Kept as a note of today"
    day.desk.toast.undone.emit()
    day.settle()
    assert day.workspace.entries.all() == []
    assert day.shown == "today"


def test_a_line_that_cannot_be_kept_stays(day: Day) -> None:
    editor = day.page.overview.capture.editor
    editor.setMaxLength(3_000_000)
    editor.setText("a" * 2_000_001)
    day.press(editor, Qt.Key.Key_Return)
    assert len(day.page.overview.capture.text()) == 2_000_001
    assert day.desk.problems.isVisible()
    assert day.room.save_state.has_failed
    editor.clear()


def test_a_line_without_enter_stays_and_is_on_the_disk_when_the_page_goes(day: Day) -> None:
    day.type_into(day.page.overview.capture.editor, "Half a thou")
    assert day.room.save_state.words == "Saving…"
    day.desk.open_page("journal")
    assert day.workspace.drafts.peek(LINE) == {"line": "Half a thou"}
    assert day.workspace.entries.all() == []
    assert day.page.overview.capture.text() == "Half a thou"
    assert day.room.save_state.words.startswith("Saved ")


def test_a_line_that_was_begun_before_is_there_again_until_it_is_kept(opened: Day) -> None:
    opened.workspace.drafts.keep(LINE, {"line": "Half a thou"})
    opened.desk.lay_open(opened.workspace, "today")
    opened.settle()
    editor = opened.page.overview.capture.editor
    assert editor.text() == "Half a thou"
    opened.press(editor, Qt.Key.Key_Return)
    assert [entry.title for entry in opened.workspace.entries.all()] == ["Half a thou"]
    assert opened.workspace.drafts.peek(LINE) is None


def test_a_refresh_keeps_what_is_typed_and_the_focus(day: Day) -> None:
    editor = day.page.overview.capture.editor
    day.type_into(editor, "Still writ")
    say(day, "And here")
    day.page.overview.capture.take_focus()
    day.refresh()
    assert editor.text() == "Still writ"
    assert day.page.overview.check_in.card.line.editor.text() == "And here"
    assert editor.hasFocus()
    editor.clear()


def test_continue_hands_the_answers_to_the_guide(day: Day) -> None:
    choose(day, 0)
    say(day, "He renewed")
    day.page.overview.check_in.card.go_on.click()
    assert day.shown == "templates"
    draft = day.workspace.guides.drafts()[0]
    assert draft.answers == {"direction": "forward", "win": "He renewed"}
    assert draft.position == "outcome"


def test_continue_without_an_answer_begins_at_the_first_question(day: Day) -> None:
    day.page.overview.check_in.card.go_on.click()
    assert day.shown == "templates"
    assert day.workspace.guides.drafts()[0].position == "direction"


def test_a_line_that_is_too_long_is_told_and_stays(day: Day) -> None:
    say(day, "a" * 161)
    card = day.page.overview.check_in.card
    card.go_on.click()
    assert day.shown == "today"
    assert "160" in card.line.error
    assert card.line.editor.text() == "a" * 161
    day.page.overview.check_in.card.line.editor.clear()
    day.page.leave()


def test_answers_on_the_card_are_kept_as_a_draft(day: Day) -> None:
    choose(day, 2)
    say(day, "The board was down")
    day.page.leave()
    day.settle()
    draft = day.workspace.guides.drafts()[0]
    assert draft.answers == {"direction": "backward", "win": "The board was down"}
    assert day.titles_waiting() == []
    day.page.overview.check_in.card.line.editor.clear()
    day.page.overview.check_in.touched.emit()
    day.page.leave()
    assert day.workspace.guides.drafts()[0].answers == {"direction": "backward"}


def test_looking_at_the_card_makes_no_draft(day: Day) -> None:
    day.page.overview.check_in.touched.emit()
    day.page.leave()
    assert day.workspace.guides.drafts() == []


def test_a_half_walked_guide_is_continued(day: Day) -> None:
    draft = day.workspace.guides.start(DAILY, given={"direction": "none", "energy": 3})
    day.settle()
    card = day.page.overview.check_in.card
    assert card.go_on.text() == "Continue where you left off"
    assert card.coming.text().startswith("6 more short questions")
    assert card.said() == "none\n"
    card.go_on.click()
    assert day.workspace.guides.drafts()[0].id == draft.id


def finish_check_in(day: Day) -> None:
    given = {"direction": "forward", "win": "He renewed", "energy": 4, "tomorrow": "Ring Obi"}
    day.workspace.guides.finish(day.workspace.guides.start(DAILY, given=given).id)
    day.settle()


def test_after_the_check_in_there_is_one_line_with_edit(day: Day) -> None:
    finish_check_in(day)
    done = day.page.overview.check_in.done
    assert done.isVisible()
    time = day.clock.now().astimezone().strftime("%H:%M")
    assert done.words.text() == f"Checked in at {time}"
    done.edit.click()
    assert day.shown == "templates"
    assert day.workspace.guides.drafts()[0].answers["win"] == "He renewed"
    day.desk.open_page("today")
    day.settle()
    assert done.go_on.isVisible()
    done.go_on.click()
    assert day.shown == "templates"


def test_a_free_note_is_begun_in_the_journal(day: Day) -> None:
    day.page.overview.check_in.card.note.click()
    assert day.shown == "journal"


def test_yesterdays_draft_waits_and_is_resumed(day: Day) -> None:
    yesterday = TODAY - timedelta(days=1)
    draft = day.workspace.guides.start(DAILY, yesterday, {"direction": "none"})
    day.settle()
    assert day.titles_waiting() == ["Continue: Daily check-in"]
    day.page.overview.waiting.card.rows()[0].click()
    assert day.shown == "templates"
    assert day.workspace.guides.drafts()[0].id == draft.id


def test_what_is_due_says_so_and_leads_to_its_promise(day: Day) -> None:
    actions = day.workspace.actions
    made = actions.add(ActionDraft(what="Ring the planner", due_on=TODAY))
    actions.add(ActionDraft(what="Write the playbook", due_on=TODAY + timedelta(days=14)))
    day.settle()
    names = [row.accessibleName() for row in day.page.overview.waiting.card.rows()]
    assert names == [
        "Ring the planner. Nobody named yet. Due. Today",
        "Write the playbook. Nobody named yet. 14 November",
    ]
    day.page.overview.waiting.card.rows()[0].click()
    chosen = day.page.promises.view.list.current()
    assert chosen is not None
    assert chosen.id == made.id
    assert list(day.page.trail()) == ["All promises"]


def test_at_most_four_lines_wait(day: Day) -> None:
    for number in range(6):
        due = TODAY + timedelta(days=number)
        day.workspace.actions.add(ActionDraft(what=f"Promise {number}", due_on=due))
    day.settle()
    assert day.titles_waiting() == [f"Promise {number}" for number in range(4)]


def test_a_line_whose_record_is_gone_is_told(day: Day) -> None:
    draft = day.workspace.guides.start(DAILY, TODAY - timedelta(days=1), {"direction": "none"})
    day.settle()
    opened = day.page.overview.waiting.card.rows()[0]
    day.workspace.guides.discard(draft.id)
    opened.click()
    assert day.desk.problems.isVisible()
    day.settle()


def test_each_figure_explains_itself(day: Day) -> None:
    titles = []
    for block in day.page.overview.figures.blocks.values():
        block.explained.emit()
        day.settle()
        dialog = day.dialog()
        assert isinstance(dialog, ComputedDialog)
        titles.append(dialog.title.text())
        dialog.accept()
    assert titles == ["Outcome debt", "Line of sight", "Momentum"]


def test_the_why_leads_to_itself(day: Day) -> None:
    day.workspace.whys.add(WhyDraft(statement="So that nobody is left cold", since=TODAY))
    day.settle()
    view = day.page.overview.why
    assert view.button.statement.text() == "So that nobody is left cold"
    view.button.click()
    assert day.shown == "outcomes"


def test_a_missing_why_is_written_in_outcomes(day: Day) -> None:
    day.page.overview.why.write.click()
    assert day.shown == "outcomes"
    for each in QApplication.topLevelWidgets():
        if isinstance(each, FormDialog) and each.isVisible():
            each.reject()
    assert day.workspace.whys.all() == []


def test_another_day_shows_its_own_date_and_check_in(day: Day) -> None:
    finish_check_in(day)
    watch = day.page.findChild(DayWatch)
    assert isinstance(watch, DayWatch)
    watch.look()
    assert day.page.overview.check_in.done.isVisible()
    day.clock.moment = datetime(2025, 11, 1, 0, 0, 1, tzinfo=UTC)
    watch.look()
    day.settle()
    assert day.page.overview.date.text() == "Saturday, 1 November"
    assert day.page.overview.check_in.card.isVisible()
    assert day.page.overview.check_in.card.said() == "\n"


def test_begin_puts_the_cursor_into_capture(day: Day) -> None:
    day.page.begin()
    assert day.page.overview.capture.editor.hasFocus()
    day.page.begin("promises")
    assert list(day.page.trail()) == ["All promises"]
