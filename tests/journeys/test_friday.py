"""Story 2: a Friday in the sample journal; every step is taken back by its name."""

from datetime import date, timedelta
from pathlib import Path

from leadjournal.base.clock import FixedClock
from leadjournal.base.formats import fixed, number
from tests.journeys.conftest import Start
from tests.journeys.hands import Hands

TREE = "Whys, outcomes and outputs"
OUTCOME = "Customers stop having to chase us"
OUTPUT = "Winter readiness playbook"
PROMISE = "Decide whether the call-time chart stays away"


def taken_back(user: Hands, label: str) -> None:
    """Undo names the step, and says afterwards that it is gone."""
    assert user.undo() == f"Undo {label}"
    user.until_seen(f"Taken back: {label}")


def debt_on_outcomes(user: Hands) -> float:
    """The total as the Outcomes page says it, which is what the journal computes."""
    total = user.journal.figures.on().debt.total
    user.until_seen(f"Outcome debt {fixed(total)} days")
    return total


def debt_on_today(user: Hands) -> None:
    """The total on Today is the same one, in whole days."""
    user.page("Today")
    user.until_seen(number(round(user.journal.figures.on().debt.total), 0))


def outcome_id(user: Hands) -> str:
    outcomes = user.journal.outcomes.all()
    return next(each.id for each in outcomes if each.statement.startswith(OUTCOME))


def readings(user: Hands) -> int:
    return sum(len(view.readings) for view in user.journal.indicators.of(outcome_id(user)))


def add_two_readings(user: Hands) -> None:
    user.page("Outcomes")
    user.press("List")
    user.row(TREE, OUTCOME)
    user.until_seen("Calls answered within 60 seconds")
    user.press("Open outcome")
    user.press("Add reading")
    user.write("Calls answered within 60 seconds", "71")
    user.write("Service-plan cancellations per month", "2,4")
    user.save_form("Add readings")
    user.press("All outcomes")


def review(user: Hands) -> None:
    user.row(TREE, OUTCOME)
    user.press("Open outcome")
    user.press("Review outcome")
    user.press("Not real")
    user.write("In the beneficiary's own words", "I still ring you twice")
    user.save_form("Save review")
    user.press("All outcomes")


def test_readings_and_a_review_that_finds_it_not_real(
    start: Start, sample: Path, clock: FixedClock
) -> None:
    clock.moment += timedelta(days=7)
    user = start(sample)
    user.until_seen("Waiting for you")
    debt_on_today(user)
    user.page("Outcomes")
    at_first = debt_on_outcomes(user)

    before = readings(user)
    add_two_readings(user)
    assert readings(user) == before + 2
    after_readings = debt_on_outcomes(user)

    review(user)
    user.until_seen("I still ring you twice")
    grown = debt_on_outcomes(user)
    assert grown > after_readings + 5
    debt_on_today(user)

    taken_back(user, "Review outcome")
    user.page("Outcomes")
    assert debt_on_outcomes(user) == after_readings
    taken_back(user, "Add readings")
    assert readings(user) == before
    user.page("Outcomes")
    assert debt_on_outcomes(user) == at_first


def test_an_output_is_finished_and_reopened_by_undo(start: Start, sample: Path) -> None:
    user = start(sample)
    user.until_seen("Waiting for you")
    user.page("Outcomes")
    user.press("List")
    user.row(TREE, OUTPUT)
    user.press("Finish")
    user.press("Finish")
    user.until_seen(f"Finished “{OUTPUT}”")
    output = next(each for each in user.journal.outputs.all() if each.title == OUTPUT)
    assert output.finished_on == date(2025, 10, 31)
    assert debt_on_outcomes(user) > 0
    taken_back(user, "Finish output")
    assert user.journal.outputs.get(output.id).finished_on is None


def promises(user: Hands) -> list[str]:
    return [each.what for each in user.journal.actions.promises()]


def test_promises_are_made_kept_moved_and_dropped(start: Start, sample: Path) -> None:
    user = start(sample)
    user.until_seen("Waiting for you")
    user.press("All promises")
    user.until_seen("Add a promise")

    user.press("Add a promise")
    user.write("What", "Stop the weekly pack")
    user.choose("Type", "Remove")
    user.save_form("Add promise")
    user.until_seen("Promise added")
    made = next(each for each in user.journal.actions.promises() if "weekly pack" in each.what)
    assert user.journal.actions.get(made.id).type == "remove"
    assert "Stop the weekly pack" in user.rows("All promises")

    user.row("All promises", PROMISE)
    user.press("Done")
    user.until_seen("Done: ")
    assert PROMISE not in promises(user)
    taken_back(user, "Mark an action done")
    assert PROMISE in promises(user)

    user.row("All promises", PROMISE)
    user.press("Move…")
    user.write("Why it moves", "Ines is ill")
    user.save_form("Move")
    user.until_seen("Moved to 21 November")
    taken_back(user, "Move an action")

    user.row("All promises", PROMISE)
    user.press("Drop…")
    user.press("Drop")
    assert user.complaints()
    user.write("Why you drop it", "Nobody misses the chart")
    user.save_form("Drop")
    user.until_seen("Dropped: ")
    assert PROMISE not in promises(user)
    taken_back(user, "Drop an action")
    assert PROMISE in user.rows("All promises")
