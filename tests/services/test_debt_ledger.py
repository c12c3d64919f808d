"""What the ledger of outcome debt shows: of the sample journal, and after exits."""

from datetime import date

from leadjournal.model.debt_exit import ExitWay
from leadjournal.model.outcome import Verdict
from leadjournal.services.workspace import Workspace
from tests.support.journals import TODAY
from tests.support.records import a_review, ago, an_indicator, an_outcome, an_output


def test_the_ledger_of_the_sample(larkmoor: Workspace) -> None:
    ledger = larkmoor.ledger.on(date(2025, 10, 31))
    printed = [f"{value:.1f}" for value in (ledger.total, ledger.principal, ledger.interest)]
    assert printed == ["36.1", "30.5", "5.6"]
    assert (ledger.band, ledger.people) == ("light", 9)
    assert f"{ledger.capacity_months:.2f}" == "0.22"
    assert ledger.sentence == "If nothing changes, this will be 40.8 days in three months."
    assert [f"{line.row.days:.1f}" for line in ledger.owed] == [
        "13.4", "11.9", "4.1", "2.2", "2.1", "1.4", "1.1",
    ]  # fmt: skip
    assert ledger.owed[0].row.kind == "output"
    assert ledger.owed[0].causes[1] == "1%: no lagging indicator of the effect has a reading"
    assert [line.causes for line in ledger.owed[1:2]] == [
        ("3%: every month that finished work waits",)
    ]
    (gone,) = ledger.written_off
    assert (gone.title, gone.days, gone.on) == ("Weekly performance pack", 10, date(2025, 6, 13))
    assert gone.lesson
    assert (ledger.moved, ledger.accepted) == ((), ())
    assert [point.day.month for point in ledger.history] == [2, 3, 4, 5, 6, 7, 8, 9, 10]
    assert f"{ledger.history[5].total:.1f}" == "148.7"


def test_the_exit_of_the_sample_is_kept_with_what_it_owed(larkmoor: Workspace) -> None:
    (line,) = larkmoor.ledger.on().exits
    assert (line.output, line.way, line.on) == (
        "Weekly performance pack",
        "stopped",
        date(2025, 6, 13),
    )
    assert f"{line.days:.1f}" == "11.2"
    assert (line.counts, line.note, line.outcome) == (True, "", "")


def test_exits_stay_in_the_ledger_and_say_when_they_count_no_more(space: Workspace) -> None:
    outcome = an_outcome(space)
    an_indicator(space, outcome, (ago(20), 95.0), horizon="lagging")
    a_review(space, outcome, ago(15))
    an_output(space, "Checklist", outcome, finished_on=ago(70))
    faq = an_output(space, "FAQ page", finished_on=ago(70))
    space.debt_exits.leave(outcome.id, ExitWay.MOVED, ago(10), "Callers say so")
    space.debt_exits.leave(None, ExitWay.ACCEPTED, ago(5), "Ruth asked", [faq.id])
    ledger = space.ledger.on()
    assert [(row.title, row.reason) for row in ledger.moved] == [("Checklist", "Callers say so")]
    assert [(row.title, row.reason) for row in ledger.accepted] == [("FAQ page", "Ruth asked")]
    assert [(line.output, line.outcome, line.counts) for line in ledger.exits] == [
        ("FAQ page", "", True),
        ("Checklist", "Warm after one visit", True),
    ]
    assert ledger.sentence == "Nothing finished waits for its proof."
    assert space.ledger.on(ago(7)).accepted == ()

    a_review(space, outcome, ago(1), Verdict.NOT_REAL)
    ledger = space.ledger.on()
    assert ledger.moved == ()
    assert [line.row.title for line in ledger.owed] == ["Warm after one visit"]
    assert [(line.counts, line.note) for line in ledger.exits[1:]] == [
        (False, "A review of 30 October said not real, so the work counts again.")
    ]


def test_an_empty_journal_has_an_empty_ledger(space: Workspace) -> None:
    ledger = space.ledger.on()
    assert (ledger.total, ledger.owed, ledger.exits, ledger.unproven) == (0, (), (), None)
    assert [point.day for point in ledger.history] == [TODAY]
