"""The lens over the forms of the page: what it says while one writes, and what it does about it."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from leadjournal.ui.lens_watch import LensWatch
from leadjournal.ui.widgets.buttons import Button
from leadjournal.ui.widgets.lens_hints import LensHints
from tests.ui.outcomes.conftest import TODAY, Desk


def hints(desk: Desk) -> LensHints:
    (found,) = desk.dialog().findChildren(LensHints)
    return found


def rules(desk: Desk) -> list[str]:
    return [line.rule for line in hints(desk).lines]


@pytest.fixture
def write(desk: Desk, qtbot: QtBot) -> Callable[..., None]:
    """Type into the open form, and wait until the lens has looked."""

    def typed(**values: object) -> None:
        watch = desk.dialog().findChildren(LensWatch)[0]
        before = hints(desk).lines
        for name, value in values.items():
            desk.dialog().form.editor(name).set_value(value)  # type: ignore[attr-defined]
        qtbot.waitUntil(lambda: hints(desk).lines != before, timeout=3_000)
        assert watch.hints is hints(desk)

    return typed


def link(desk: Desk, words: str) -> Button:
    found = [each for each in hints(desk).findChildren(Button) if each.text() == words]
    assert found, [each.text() for each in hints(desk).findChildren(Button)]
    return found[0]


def test_a_moment_after_the_last_key_a_hint_is_there(
    desk: Desk, write: Callable[..., None]
) -> None:
    desk.page.do("new-outcome", None)
    assert rules(desk) == []
    write(statement="Launch the new customer portal")
    assert rules(desk)[0] == "output-verb-start"
    assert hints(desk).isVisible()
    assert len(hints(desk).shown()) <= 2
    write(statement="")
    assert not hints(desk).isVisible()


def test_nothing_blocks_saving(desk: Desk, write: Callable[..., None]) -> None:
    desk.page.do("new-outcome", None)
    write(statement="Launch the new customer portal")
    desk.fill()
    assert "Launch the new customer portal" in desk.titles()


def test_two_things_at_once_become_an_output_and_an_outcome(
    desk: Desk, write: Callable[..., None]
) -> None:
    desk.page.do("new-outcome", None)
    write(statement="Ship the reminder texts so that patients stop missing appointments")
    link(desk, "Split here").click()
    desk.fill()
    assert "Patients stop missing appointments" in desk.titles()
    desk.fill()
    assert "Ship the reminder texts" in desk.titles()


def test_an_output_written_as_an_outcome_moves_and_no_word_is_lost(
    desk: Desk, write: Callable[..., None]
) -> None:
    desk.page.do("new-outcome", None)
    write(statement="Launch the new customer portal")
    link(desk, "Move to Outputs").click()
    dialog = desk.dialog()
    assert dialog.form.editor("statement").value() == ""  # type: ignore[attr-defined]
    dialog.reject()
    if dialog.isVisible():
        dialog.discard_button.click()
    assert desk.dialog().form.values()["title"] == "Launch the new customer portal"


def test_two_changes_become_two_outcomes(desk: Desk, write: Callable[..., None]) -> None:
    desk.page.do("new-outcome", None)
    write(statement="Customers trust our word and planners leave on time")
    link(desk, "Make two").click()
    desk.fill()
    desk.fill()
    assert {"Customers trust our word", "Planners leave on time"} <= set(desk.titles())


def test_a_review_in_ninety_days(desk: Desk, write: Callable[..., None]) -> None:
    desk.page.do("new-outcome", None)
    write(statement="Half of the customers hear back the same day, by the end of May")
    link(desk, "In 90 days").click()
    day = desk.dialog().form.values()["review_on"]
    assert (day - TODAY).days == 90
    assert "no-review-date" not in rules(desk)


def test_a_hint_is_muted_for_this_text_or_everywhere(
    desk: Desk, write: Callable[..., None]
) -> None:
    desk.do("edit-outcome", "Nobody chases us")
    write(statement="Launch the new customer portal")
    hints(desk).mute_wished.emit("output-verb-start", False)
    assert "output-verb-start" not in rules(desk)
    muted = desk.workspace.muted_hints
    outcome = desk.row("Nobody chases us").key.id
    assert muted.muted() == frozenset()
    assert muted.muted(outcome) == {"output-verb-start"}
    rest = rules(desk)
    hints(desk).mute_wished.emit(rest[0], True)
    assert muted.muted() == {rest[0]}
    desk.dialog().reject()
    desk.dialog().discard_button.click()


def test_the_menu_of_a_hint_offers_both_ways(desk: Desk, write: Callable[..., None]) -> None:
    desk.page.do("new-outcome", None)
    write(statement="Launch the new customer portal")
    link(desk, "Not now").click()
    menu = hints(desk).findChildren(QMenu)[0]
    assert [action.text() for action in menu.actions()] == [
        "Not for this text",
        "Never show this hint",
    ]
    menu.actions()[1].trigger()
    menu.close()
    assert desk.workspace.muted_hints.muted() == {"output-verb-start"}
    desk.dialog().reject()
    desk.dialog().discard_button.click()


def test_what_is_known_of_the_record_counts(desk: Desk, write: Callable[..., None]) -> None:
    desk.do("edit-outcome", "Nobody chases us")
    write(statement="Customers trust our word")
    assert "no-measure" not in rules(desk)
    desk.dialog().reject()
    desk.dialog().discard_button.click()
    desk.page.do("new-outcome", None)
    write(statement="Customers trust our word")
    assert "no-measure" in rules(desk)
    desk.dialog().reject()
    desk.dialog().discard_button.click()


def test_an_output_without_an_outcome_is_asked_where_it_leads(
    desk: Desk, write: Callable[..., None]
) -> None:
    desk.page.do("new-output", None)
    write(title="Weekly performance pack")
    assert rules(desk) == ["output-without-so-that"]
    write(so_that="planners see the morning coming")
    assert rules(desk) == []
    desk.dialog().reject()
    desk.dialog().discard_button.click()


def test_an_indicator_that_only_rises_becomes_a_share(
    desk: Desk, write: Callable[..., None]
) -> None:
    desk.do("add-indicator", "Nobody chases us")
    write(name="Total app downloads")
    link(desk, "Turn into a share").click()
    assert desk.dialog().form.values()["name"].startswith("Share of app downloads")
    desk.dialog().reject()
    desk.dialog().discard_button.click()
