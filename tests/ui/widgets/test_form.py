from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from leadjournal.base.errors import InvalidValue, UserMistake
from leadjournal.model.indicator import IndicatorDraft
from leadjournal.model.outcome import OutcomeDraft, ReviewDraft
from leadjournal.model.output import SIZES, OutputDraft
from leadjournal.model.why import WhyDraft
from leadjournal.ui.context import Context
from leadjournal.ui.dialogs.form_dialog import FormDialog, FormWords
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.answers import NumberAnswer
from leadjournal.ui.widgets.form import Form
from leadjournal.ui.widgets.form_fields import FormField, fields_of


@pytest.mark.parametrize(
    ("draft", "name", "kind", "optional"),
    [
        (OutcomeDraft, "statement", "lines", False),
        (OutcomeDraft, "beneficiary", "line", True),
        (OutcomeDraft, "effect_delay_months", "whole", False),
        (OutcomeDraft, "open_goal", "flag", False),
        (OutcomeDraft, "owner_id", "record", True),
        (OutcomeDraft, "due_on", "day", True),
        (OutcomeDraft, "created_on", "day", False),
        (WhyDraft, "behaviours", "list", True),
        (WhyDraft, "resonance", "scale", True),
        (IndicatorDraft, "baseline", "number", True),
        (IndicatorDraft, "rhythm", "choice", False),
        (OutputDraft, "note", "lines", True),
    ],
)
def test_a_question_is_read_from_the_draft(
    draft: type, name: str, kind: str, optional: bool
) -> None:
    (asked,) = fields_of(draft, [name])
    assert (asked.kind, asked.optional) == (kind, optional)


def test_a_question_has_its_label_hint_choices_and_what_it_points_at() -> None:
    (verdict,) = fields_of(ReviewDraft, ["verdict"])
    assert verdict.label == "Verdict"
    assert [words for words, _value in verdict.choices] == ["Real", "Partly", "Not real"]
    (size,) = fields_of(OutputDraft, ["size"])
    assert size.hint == "S is 3 days, M is 10, L is 30."
    assert size.default == 10
    assert fields_of(OutcomeDraft, ["team_id"])[0].record == "team"


@pytest.fixture
def form(qtbot: QtBot, looks: Looks) -> Form:
    made = Form(
        looks,
        fields_of(OutputDraft, ["title", "size", "stage", "must_do"], stands_for={"size": SIZES}),
        fields_of(OutputDraft, ["created_on", "due_on", "note"]),
    )
    qtbot.addWidget(made)
    made.show()
    return made


def test_answers_come_back_as_values(form: Form) -> None:
    values = {
        "title": "Van list",
        "size": 3.0,
        "stage": "idea",
        "must_do": True,
        "created_on": date(2025, 3, 1),
        "due_on": date(2025, 4, 1),
        "note": "two\nlines",
    }
    form.set_values(values)
    assert form.values() == values
    assert OutputDraft(**form.values()).title == "Van list"


def test_only_what_was_changed_is_a_change(form: Form) -> None:
    form.set_values({"title": "Van list", "created_on": date(2025, 3, 1)})
    assert form.changes() == {}
    assert not form.dirty()
    form.editor("title").set_value("Van stock list")  # type: ignore[attr-defined]
    assert form.changes() == {"title": "Van stock list"}
    assert form.dirty()


def test_a_day_may_be_none_where_that_is_an_answer(form: Form) -> None:
    form.set_values({"due_on": None})
    assert form.values()["due_on"] is None


def test_what_is_wrong_stands_at_its_question_and_unfolds_it(form: Form) -> None:
    with pytest.raises(InvalidValue) as wrong:
        OutputDraft(**{**form.values(), "title": "x", "note": 3})
    form.show_problem(wrong.value)
    assert form.problem().startswith("Note")
    assert form.editor("note").isVisible()
    form.show_problem(UserMistake("The disk is elsewhere."))
    assert form.problem() == "The disk is elsewhere."
    form.clear_problem()
    assert form.problem() == ""


@pytest.mark.parametrize(
    ("typed", "value"),
    [("2.5", 2.5), ("2,5", 2.5), ("1,200.5", 1200.5), ("", None), (" 7 ", 7.0), ("\u22123", -3.0),
     ("l", 30.0), ("S", 3.0)],
)  # fmt: skip
def test_a_number_is_read_as_people_write_it(
    qtbot: QtBot, looks: Looks, typed: str, value: float | None
) -> None:
    answer = NumberAnswer(looks, fields_of(OutputDraft, ["size"], stands_for={"size": SIZES})[0])
    qtbot.addWidget(answer)
    answer.setText(typed)
    assert answer.value() == value


@pytest.mark.parametrize("typed", ["many", "1.2.3", "2 apples", "\x00", "٣x"])
def test_what_is_no_number_is_told_in_a_sentence(qtbot: QtBot, looks: Looks, typed: str) -> None:
    answer = NumberAnswer(looks, FormField("days", "Days", "whole"))
    qtbot.addWidget(answer)
    answer.setText(typed)
    with pytest.raises(InvalidValue, match="Days is a whole number"):
        answer.value()


def test_the_dialog_saves_or_says_what_is_wrong(
    qtbot: QtBot, looks: Looks, context: Context
) -> None:
    window = QWidget()
    window.resize(1024, 700)
    qtbot.addWidget(window)
    window.show()
    saved: list[OutputDraft] = []
    form = Form(looks, fields_of(OutputDraft, ["title", "size", "created_on"]))
    dialog = FormDialog(
        context,
        window,
        FormWords("New output", "Add output", "Something made."),
        form,
        lambda asked: saved.append(OutputDraft(**asked.values())),
    )
    dialog.begin()
    dialog.save()
    assert form.problem() == "Output is needed."
    assert dialog.isVisible()
    QTest.keyClicks(form.editor("title"), "Van list")
    with qtbot.waitSignal(dialog.saved):
        QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert [each.title for each in saved] == ["Van list"]


@pytest.mark.parametrize("size", [(640, 480), (1280, 700)])
@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_the_dialog_fits_into_its_window(
    qtbot: QtBot, looks: Looks, context: Context, size: tuple[int, int], factor: float
) -> None:
    looks.set_factor(factor)
    window = QWidget()
    window.resize(*size)
    qtbot.addWidget(window)
    window.show()
    names = ["statement", "beneficiary", "from_state", "to_state", "due_on", "review_on"]
    form = Form(looks, fields_of(OutcomeDraft, names))
    dialog = FormDialog(context, window, FormWords("New outcome", "Add"), form, lambda _form: None)
    dialog.begin()
    assert dialog.width() <= window.width()
    assert dialog.height() <= window.height()
    dialog.done(0)


_ALL = ["title", "size", "stage", "must_do", "created_on", "due_on", "note"]


def _output_dialog(looks: Looks, context: Context, window: QWidget) -> FormDialog:
    form = Form(looks, fields_of(OutputDraft, _ALL[:3]), fields_of(OutputDraft, _ALL[3:]))
    return FormDialog(context, window, FormWords("New output", "Add"), form, lambda _form: None)


def test_a_half_filled_form_is_taken_up_where_one_stopped(
    qtbot: QtBot, looks: Looks, context: Context
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1024, 700)
    window.show()
    first = _output_dialog(looks, context, window)
    first.begin()
    QTest.keyClicks(first.form.editor("title"), "Van list")
    QTest.keyClicks(first.form.editor("size"), "many")
    first.form.editor("must_do").setChecked(True)  # type: ignore[attr-defined]
    first.form.editor("note").setPlainText("for Dmitri")  # type: ignore[attr-defined]
    typed = first.form.typed()
    first.put_by()
    first.done(0)
    second = _output_dialog(looks, context, window)
    second.begin()
    assert second.form.typed() == typed
    assert second._resumed.isVisible()
    second.cancel_button.click()
    assert second.asks_to_leave()
    second.discard_button.click()
    third = _output_dialog(looks, context, window)
    third.begin()
    assert third.form.typed() == {}
    third.done(0)


def test_a_form_that_the_disk_refuses_is_told_and_saved_when_it_can_be(
    qtbot: QtBot, looks: Looks, context: Context
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1024, 700)
    window.show()
    path = context.workspace.path
    dialog = _output_dialog(looks, context, window)
    dialog.begin()
    away = path.rename(path.with_name("away.leadjournal"))
    QTest.keyClicks(dialog.form.editor("title"), "Van list")
    qtbot.waitUntil(lambda: context.save_state.has_failed, timeout=20_000)
    assert context.save_state.words.startswith("Not saved: ")
    assert not dialog.put_by()
    away.rename(path)
    qtbot.waitUntil(lambda: not context.save_state.is_waiting, timeout=20_000)
    kept = context.workspace.drafts.peek(dialog.key)
    assert kept is not None
    assert kept["title"] == "Van list"
    dialog.done(0)
    qtbot.waitUntil(lambda: not context.jobs.is_busy)
