"""The figures of the real sample journal, and of a journal that grows."""

from datetime import date, timedelta

import pytest

from leadjournal.base.clock import FixedClock
from leadjournal.model.link import LinkDraft
from leadjournal.model.outcome import Verdict
from leadjournal.rules.debt import OutputDebt
from leadjournal.services.samples import sample_tables
from leadjournal.services.workspace import Workspace
from tests.support.journals import TODAY
from tests.support.records import (
    a_review,
    a_why,
    ago,
    an_action,
    an_indicator,
    an_outcome,
    an_output,
)


def day(text: str) -> date:
    return date.fromisoformat(f"2025-{text}")


def percent(share: float | None) -> int | None:
    """A share as the tables print it."""
    return None if share is None else round(share * 100)


def names(space: Workspace) -> dict[str, str]:
    """The names O1 to O6 of the sample's outcomes by their ids."""
    known = {row["statement"]: row["id"] for row in sample_tables(None)["outcomes"]["outcomes"]}
    return {outcome.id: known[outcome.statement] for outcome in space.outcomes.all()}


@pytest.mark.parametrize(
    ("on", "sight", "effort", "finished", "debt", "unproven", "momentum", "red"),
    [
        ("02-28", (2, 4, 50), (13, 53, 25), 0, (0.0, 0.0, 0.0), None, 49, ""),
        ("03-31", (4, 7, 57), (19, 69, 28), 26, (26.0, 26.0, 0.0), 100, 59, ""),
        ("04-30", (6, 10, 60), (32, 92, 35), 69, (69.2, 68.6, 0.6), 99, 40, ""),
        ("05-30", (10, 14, 71), (85, 145, 59), 92, (91.4, 89.7, 1.7), 97, 56, "O6"),
        ("07-31", (15, 16, 94), (141, 151, 93), 151, (148.7, 140.8, 7.9), 93, 82, "O2 O6"),
        ("08-29", (15, 16, 94), (141, 151, 93), 151, (135.4, 126.1, 9.3), 83, 92, "O2"),
        ("10-31", (17, 19, 89), (161, 174, 93), 151, (36.1, 30.5, 5.6), 20, 81, ""),
    ],
)
def test_the_figures_of_each_month_end(
    larkmoor: Workspace,
    on: str,
    sight: tuple[int, int, int],
    effort: tuple[float, float, int],
    finished: int,
    debt: tuple[float, float, float],
    unproven: int | None,
    momentum: int,
    red: str,
) -> None:
    found = larkmoor.figures.on(day(on))
    line, owed, order = found.line_of_sight, found.debt, names(larkmoor)
    assert (line.reaching, line.outputs, percent(line.share)) == sight
    assert (line.size_reaching, line.size, percent(line.share_by_effort)) == effort
    assert owed.finished == finished
    assert tuple(round(part, 1) for part in (owed.total, owed.principal, owed.interest)) == debt
    assert percent(owed.unproven) == unproven
    assert found.momentum.value == momentum
    assert " ".join(order[one.id] for one in found.green_but_red) == red


@pytest.mark.parametrize(
    ("on", "rows"),
    [
        ("02-28", "0.0 3; 0.0 3; -; -; -; 0.0 5; 0.0"),
        ("03-31", "3.0 3; 13.0 3; 0.0 3; 0.0 3; -; 0.0 5; 10.0"),
        ("04-30", "2.8 3; 13.0 3; 0.0 3; 2.7 3; 0.0 3; 40.0 5; 10.6"),
        ("05-30", "11.7 3; 13.4 3; 0.0 3; 5.1 3; 0.0 3; 40.0 8; 21.2"),
        ("07-31", "10.7 3; 55.0 5; 9.4 3; 4.9 3; 10.3 3; 47.1 5; 11.2"),
        ("08-29", "5.0 3; 48.9 5; 8.8 3; 4.2 3; 9.9 3; 46.7 3; 11.9"),
        ("10-31", "2.1 3; 11.9 3; 1.1 3; 1.4 3; 2.2 3; 4.1 3; 13.4"),
    ],
)
def test_the_debt_and_the_rate_of_each_outcome(larkmoor: Workspace, on: str, rows: str) -> None:
    debt, order = larkmoor.figures.on(day(on)).debt, names(larkmoor)
    found = {
        order[row.id]: f"{row.days:.1f} {row.rate * 100:.0f}"
        for row in debt.rows
        if row.kind == "outcome"
    }
    printed = [found.get(f"O{number}", "-") for number in range(1, 7)]
    assert "; ".join([*printed, f"{debt.without_outcome:.1f}"]) == rows
    assert {row.rate for row in debt.rows if row.kind == "output"} <= {0.06}


@pytest.mark.parametrize(
    ("on", "shares"),
    [
        ("02-28", "0.00 0.00 - - - 0.00"),
        ("03-31", "0.00 0.00 0.00 0.02 - 0.00"),
        ("04-30", "0.06 0.00 0.00 0.08 0.00 0.00"),
        ("05-30", "0.11 0.00 0.08 0.15 0.02 0.00"),
        ("07-31", "0.21 0.00 0.28 0.19 0.21 0.00"),
        ("08-29", "0.64 0.13 0.33 0.33 0.26 0.00"),
        ("10-31", "0.86 0.80 0.92 0.79 0.84 0.92"),
    ],
)
def test_the_evidence_of_each_outcome(larkmoor: Workspace, on: str, shares: str) -> None:
    rows, order = larkmoor.figures.on(day(on)).debt.rows, names(larkmoor)
    found = {order[row.id]: row.evidence.share for row in rows if row.kind == "outcome"}
    printed = [f"{found[key]:.2f}" if key in found else "-" for key in sorted(order.values())]
    assert " ".join(printed) == shares


def outputs_of_o2(space: Workspace, on: date) -> tuple[dict[str, OutputDebt], float, float]:
    """What the outputs of the second outcome owe on a day, its rate and its evidence."""
    order = names(space)
    row = next(row for row in space.figures.on(on).debt.rows if order.get(row.id) == "O2")
    return {each.title.split()[0]: each for each in row.outputs}, row.rate, row.evidence.share


def test_the_worked_example_of_july(larkmoor: Workspace) -> None:
    outputs, rate, evidence = outputs_of_o2(larkmoor, day("07-31"))
    assert sorted((each.size, each.waits, each.months) for each in outputs.values()) == [
        (3, 125, 3), (10, 41, 0), (10, 132, 3), (30, 13, 0),
    ]  # fmt: skip
    assert (rate, evidence) == (0.05, 0.0)
    assert sum(each.days for each in outputs.values()) == pytest.approx(13 * 1.157625 + 40)


def test_the_worked_example_of_october(larkmoor: Workspace) -> None:
    outputs, rate, evidence = outputs_of_o2(larkmoor, day("10-31"))
    assert evidence == pytest.approx((16 / 19 + 0.6 / 0.8) / 2)
    grown = 13 * 1.03**6 + 10 * 1.03**3 + 30 * 1.03**2
    assert sum(each.days for each in outputs.values()) == pytest.approx((1 - evidence) * grown)
    assert (rate, round((1 - evidence) * grown, 1)) == (0.03, 11.9)


def test_the_sentences_under_the_tables(larkmoor: Workspace) -> None:
    found = larkmoor.figures.on(day("10-31"))
    assert (found.people, round(found.capacity_months or 0, 2), found.band) == (9, 0.22, "light")
    assert round(found.debt.in_three_months, 1) == 40.8
    (gone,) = found.debt.written_off
    assert (gone.title, gone.days, gone.on) == ("Weekly performance pack", 10, day("06-13"))
    largest = max(found.debt.rows, key=lambda row: row.days)
    assert (largest.title, round(largest.interest, 1)) == ("Customer FAQ page", 3.4)


def test_momentum_of_the_worked_weeks(larkmoor: Workspace) -> None:
    spring = larkmoor.figures.on(day("05-04")).momentum
    assert (spring.value, spring.band) == (36, "losing-speed")
    assert [round(week.mean, 2) for week in spring.weeks] == [
        0.0, -0.07, -0.44, -0.39, -0.11, -0.41,
    ]  # fmt: skip
    autumn = larkmoor.figures.on(day("11-02")).momentum
    assert (autumn.value, autumn.band) == (80, "strong")


def grown(space: Workspace) -> Workspace:
    """A journal with something of everything that figures depend on."""
    space.entries.capture("Begun", ago(150))
    outcome = an_outcome(space, "Warm", why=a_why(space))
    output = an_output(space, "Checklist", outcome, finished_on=ago(100))
    an_output(space, "Alone", finished_on=ago(90))
    an_indicator(space, outcome, (ago(80), 10.0), (ago(40), 35.0))
    a_review(space, outcome, ago(35), Verdict.PARTLY)
    an_action(space, due_on=ago(20), done_on=ago(20))
    an_action(space, "Late", due_on=ago(15))
    assert output.finished_on == ago(100)
    return space


def test_what_is_done_today_does_not_change_the_figures_of_the_past(
    space: Workspace, clock: FixedClock
) -> None:
    grown(space)
    past = [ago(days) for days in (1, 5, 14, 30, 36, 70, 120)]
    before = [space.figures.on(on) for on in past]
    outcome, output = space.outcomes.all()[0], space.outputs.all()[0]
    other = an_outcome(space, "Another", created_on=TODAY, active_on=TODAY)
    space.outputs.link(LinkDraft(output_id=output.id, outcome_id=other.id, since=TODAY))
    space.outputs.unlink(space.outputs.links(output.id)[-1].id)
    space.outputs.stop(space.outputs.all()[1].id, TODAY, "Nobody reads it")
    space.outcomes.set_why(outcome.id, None)
    indicator = space.indicators.of(outcome.id)[0].indicator
    space.indicators.edit(indicator.id, target=40, weight=5)
    an_indicator(space, outcome, (TODAY, 90.0), name="New")
    a_review(space, outcome, TODAY, Verdict.NOT_REAL)
    late = space.actions.promises()[0]
    space.actions.move(late.id, TODAY + timedelta(days=3), "Late")
    space.outcomes.retire(outcome.id, TODAY, "Learned")
    space.entries.capture("Something new")
    assert [space.figures.on(on) for on in past] == before
    assert space.figures.on().debt.total != before[0].debt.total


def test_the_first_entry_written_late_does_not_cut_off_the_weeks_before_it(
    space: Workspace, clock: FixedClock
) -> None:
    created = clock.moment
    for week in range(4):
        for offset in (0, 1):
            clock.moment = created + timedelta(weeks=week)
            an_action(space, due_on=clock.today() + timedelta(days=offset),
                      done_on=clock.today())  # fmt: skip
    clock.moment = created + timedelta(weeks=5)
    before = space.figures.on().momentum
    assert before.value is not None
    space.entries.capture("The first entry")
    assert space.figures.on().momentum == before


def test_figures_have_a_history_of_month_ends_and_today(larkmoor: Workspace) -> None:
    points = larkmoor.figures.history()
    assert [point.day.isoformat() for point in points] == [
        "2025-02-28", "2025-03-31", "2025-04-30", "2025-05-30", "2025-06-30", "2025-07-31",
        "2025-08-29", "2025-09-30", "2025-10-31",
    ]  # fmt: skip
    assert [round(points[index].debt, 1) for index in (5, 6, 8)] == [148.7, 135.4, 36.1]
    later = larkmoor.figures.history(months=2, on=day("11-02"))
    assert [point.day for point in later] == [day("09-30"), day("10-31"), day("11-02")]


def test_a_journal_has_no_history_before_its_first_day(space: Workspace) -> None:
    assert [point.day for point in space.figures.history()] == [TODAY]
    space.entries.capture("Begun", ago(40))
    assert [point.day for point in space.figures.history()] == [date(2025, 9, 30), TODAY]


def test_an_entry_dated_in_the_future_leaves_today_in_the_history(
    space: Workspace,
) -> None:
    space.entries.capture("Plan", TODAY + timedelta(days=30))
    assert [point.day for point in space.figures.history()] == [TODAY]


def test_an_empty_journal_has_figures_too(space: Workspace) -> None:
    found = space.figures.on()
    assert (found.debt.total, found.momentum.value, found.line_of_sight.share) == (0, None, None)
    assert (found.green_but_red, found.people, found.capacity_months) == ((), 0, None)
    assert space.figures.on(date(1900, 1, 1)).debt.total == 0
    assert space.figures.on(date(2199, 12, 31)).momentum.value is None


def test_a_team_of_nobody_known_counts_as_one_person(space: Workspace) -> None:
    an_output(space, size=30, finished_on=TODAY)
    found = space.figures.on()
    assert (found.capacity_months, found.band) == (None, "heavy")
