"""The figures of all outcomes as cards, from a real journal and from made-up values."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from leadjournal.base.clock import FixedClock
from leadjournal.model.debt_sign import SignPair
from leadjournal.model.indicator import (
    Cause,
    ChangeOf,
    IndicatorChangeDraft,
    IndicatorDraft,
    IndicatorKind,
    ReadingDraft,
)
from leadjournal.model.outcome import OutcomeDraft, ReviewDraft, Verdict
from leadjournal.model.output import OutputDraft
from leadjournal.services.journals import open_workspace
from leadjournal.services.samples import create_sample
from leadjournal.services.workspace import Workspace
from leadjournal.ui.dialogs.computed import ComputedDialog
from leadjournal.ui.items.words import Mark
from leadjournal.ui.pages.outcomes.figures.card import MOST_LINES, FigureCard
from leadjournal.ui.pages.outcomes.figures.lamps import LampRow
from leadjournal.ui.pages.outcomes.figures.values import FigureLine, FigureSeen, LampSeen
from leadjournal.ui.pages.outcomes.figures.view import FiguresView
from leadjournal.ui.pages.outcomes.rows import RowKey
from leadjournal.ui.shape import Shape
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import LinkButton
from tests.ui.outcomes.conftest import SPRING, TODAY, Desk, open_desk

OUTCOME = "Nobody chases us"
IDS = [
    "loops", "held", "signs", "waiting", "flat", "stale", "targets", "swaps", "focus", "phrasing",
]  # fmt: skip


@pytest.fixture
def figures(desk: Desk) -> Desk:
    desk.press("Figures")
    return desk


def card(desk: Desk, id_: str) -> FigureCard:
    return desk.page.figures.cards()[id_]


def seen(desk: Desk, id_: str) -> FigureSeen:
    return card(desk, id_).seen


def lamps(desk: Desk) -> dict[str, LampSeen]:
    return {lamp.pair: lamp for lamp in seen(desk, "signs").lamps}


def test_every_figure_has_a_card_with_its_finding(figures: Desk) -> None:
    assert list(figures.page.figures.cards()) == IDS
    assert all(one.seen.sentence for one in figures.page.figures.cards().values())


def test_a_review_closes_the_loop(figures: Desk) -> None:
    loops = seen(figures, "loops")
    assert (loops.number, loops.sentence) == (
        "0 of 1",
        "1 active outcome was not reviewed in the last 90 days.",
    )
    (line,) = loops.lines
    assert (line.title, line.act) == (OUTCOME, "review")
    figures.press("Review now", card(figures, "loops"))
    figures.fill(verdict=Verdict.REAL)
    assert seen(figures, "loops").number == "1 of 1"
    assert seen(figures, "loops").lines == ()


def test_a_line_leads_to_its_record(figures: Desk) -> None:
    (row,) = card(figures, "loops").rows()
    figures.page.tree.choose(figures.row("FAQ page").key)
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert figures.page.inspector.sheet is not None
    assert figures.page.inspector.sheet.row.title == OUTCOME
    assert figures.page.figures.isVisible()


def test_waiting_is_told_by_what_it_costs(figures: Desk) -> None:
    waiting = seen(figures, "waiting")
    assert waiting.sentence.startswith("Waiting three more months costs 0.")
    (line,) = waiting.lines
    assert line.title == OUTCOME
    assert line.right.startswith("+ 0.")


@pytest.mark.parametrize("id_", IDS)
def test_each_card_says_how_it_was_computed(figures: Desk, id_: str) -> None:
    QTest.mouseClick(card(figures, id_).explain, Qt.MouseButton.LeftButton)
    (dialog,) = figures.page.findChildren(ComputedDialog)
    assert dialog.windowTitle() == seen(figures, id_).title
    dialog.done(0)


def test_a_debt_sign_is_set_up_changed_and_taken_down(figures: Desk) -> None:
    assert lamps(figures)["growth-and-profit"].lamp == "not-set-up"
    fast, slow = _two_indicators(figures.workspace)
    links = card(figures, "signs").findChildren(LinkButton)
    QTest.mouseClick(links[0], Qt.MouseButton.LeftButton)
    figures.fill(fast_id=fast, slow_id=fast)
    assert "another one" in figures.dialog().form.problem()
    figures.fill(slow_id=slow)
    lamp = lamps(figures)["growth-and-profit"]
    assert (lamp.lamp, lamp.mark.words, lamp.is_chosen) == ("on", "On", True)
    assert lamp.second == "Calls taken, 100%; Plans kept, 0%"
    assert "1 fast number pleases" in seen(figures, "signs").sentence
    figures.page.do("set-up-sign", "growth-and-profit")
    figures.fill(delay_weeks=4)
    (sign,) = figures.workspace.debt_signs.all()
    assert (sign.pair, sign.delay_weeks) == (SignPair.GROWTH_AND_PROFIT, 4)
    figures.page.do("take-down-sign", "growth-and-profit")
    assert lamps(figures)["growth-and-profit"].lamp == "not-set-up"
    assert figures.told.undoable == ["Took down the sign “Growth and profit”"]


def test_the_fifth_sign_cannot_be_set_up(figures: Desk) -> None:
    lamp = lamps(figures)["outputs-and-evidence"]
    assert not lamp.can_choose
    row = card(figures, "signs").findChildren(LampRow)[-1]
    assert row.accessibleName().startswith("Outputs finished and evidence: ")


def test_a_lowered_target_leads_to_its_outcome(figures: Desk) -> None:
    (view,) = figures.workspace.indicators.of(figures.row(OUTCOME).key.id)
    figures.workspace.indicators.change(
        IndicatorChangeDraft(
            indicator_id=view.indicator.id,
            what=ChangeOf.TARGET,
            old=22,
            new=30,
            valid_from=TODAY,
            recorded_on=TODAY,
            reason="It is winter",
            cause=Cause.INSIDE,
        )
    )
    targets = seen(figures, "targets")
    assert (targets.number, targets.unit) == ("1 of 1", "change of a target")
    (line,) = targets.lines
    assert (line.title, line.second) == (
        "Repeat contacts",
        "31 October: from 22 to 30. It is winter",
    )


def test_a_swap_is_listed_with_its_reason(figures: Desk) -> None:
    outcome = figures.row(OUTCOME).key.id
    other = figures.workspace.outputs.add(
        OutputDraft(title="Evening calls", created_on=SPRING), outcome, "they hear first"
    )
    figures.do("stop", "Call script")
    figures.fill(stopped_because="Shorter is not better", replaced_by=other.id)
    swaps = seen(figures, "swaps")
    assert swaps.sentence == "1 output made way for another one, and its outcome was kept."
    (line,) = swaps.lines
    assert line.title == "Call script made way for Evening calls"
    assert line.second == "31 October. Shorter is not better"


def test_a_new_output_says_in_whose_place_it_comes(figures: Desk) -> None:
    figures.do("stop", "Call script")
    figures.fill(stopped_because="Shorter is not better")
    figures.do("add-output", OUTCOME)
    instead = figures.dialog().form.editor("replaces_id")
    stopped = figures.row("Call script").key.id
    assert [instead.itemData(n) for n in range(instead.count())] == [None, stopped]  # type: ignore[attr-defined]
    figures.fill(title="Evening calls", replaces_id=stopped)
    assert len(seen(figures, "swaps").lines) == 1


def test_only_stopped_outputs_of_the_chosen_outcome_are_offered(figures: Desk) -> None:
    figures.do("stop", "Call script")
    figures.fill(stopped_because="Shorter is not better")
    figures.page.do("new-output", None)
    form = figures.dialog().form
    instead = form.editor("replaces_id")
    assert instead.count() == 1  # type: ignore[attr-defined]
    form.editor("outcome_id").set_value(figures.row(OUTCOME).key.id)  # type: ignore[attr-defined]
    assert instead.count() == 2  # type: ignore[attr-defined]


def test_much_delivered_without_effect_asks_for_a_review(figures: Desk) -> None:
    space, outcome = figures.workspace, figures.row(OUTCOME).key.id
    space.outputs.add(
        OutputDraft(title="New board", size=30, created_on=SPRING, finished_on=date(2025, 5, 1)),
        outcome,
    )
    space.outcomes.review(
        ReviewDraft(outcome_id=outcome, verdict=Verdict.NOT_REAL, day=date(2025, 10, 1))
    )
    (line,) = seen(figures, "flat").lines
    assert (line.second, line.act) == ("33 days in 2 outputs, 0% shown", "review")


def test_an_outcome_that_is_due_far_ahead_is_stale(figures: Desk) -> None:
    outcome = figures.row(OUTCOME).key.id
    figures.workspace.outcomes.edit(outcome, due_on=date(2027, 6, 30))
    (line,) = seen(figures, "stale").lines
    assert "more than 4 quarters ahead" in line.second


def test_too_many_outcomes_of_a_team_lead_to_its_outcomes(figures: Desk) -> None:
    team = figures.workspace.teams.named("the Desk")
    for number in range(4):
        figures.workspace.outcomes.add(
            OutcomeDraft(
                statement=f"Customers say {number}",
                created_on=SPRING,
                active_on=SPRING,
                team_id=team.id,
            )
        )
    (line,) = seen(figures, "focus").lines
    assert (line.title, line.second) == (
        "the Desk",
        "4 active outcomes. What goes in exchange?",
    )
    (row,) = card(figures, "focus").rows()
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert figures.page.toolbar.views.value() == "list"
    assert figures.page.tree.isVisible()


def test_phrasing_is_judged_by_the_lens(figures: Desk) -> None:
    assert seen(figures, "phrasing").sentence == (
        "Every outcome written in the last twelve months names a change."
    )
    figures.workspace.outcomes.add(
        OutcomeDraft(statement="Roll out the new scheduling board", created_on=date(2025, 6, 2))
    )
    phrasing = seen(figures, "phrasing")
    assert phrasing.sentence.startswith("1 of 2 new outcomes of the last twelve months name")
    assert phrasing.drawing is not None
    assert phrasing.drawing.table()[1][-1] == ("30 Apr 2025", "100%")


def test_the_place_is_kept(figures: Desk) -> None:
    place = figures.page.place()
    figures.press("List")
    figures.page.return_to(place)
    assert figures.page.figures.isVisible()


def test_the_figures_of_the_sample(qtbot: QtBot, looks: Looks, tmp_path: Path) -> None:
    clock = FixedClock(datetime(2025, 10, 31, 17, 0, tzinfo=UTC))
    space = create_sample(tmp_path / "s.leadjournal", clock, keep_dates=True)
    for desk in open_desk(qtbot, looks, space):
        desk.press("Figures")
        assert seen(desk, "loops").number == "6 of 6"
        assert seen(desk, "waiting").sentence == (
            "Waiting three more months costs 4.7 days of work."
        )
        assert [line.title for line in seen(desk, "waiting").lines[:2]] == [
            "Customer FAQ page",
            "Customers stop having to chase us for news about their repair",
        ]
        words = {lamp.pair: lamp.mark.words for lamp in lamps(desk).values()}
        assert words == {
            "growth-and-profit": "Not set up",
            "efficiency-and-loss": "Off",
            "engagement-and-leavers": "Off",
            "revenue-and-cash": "Not set up",
            "outputs-and-evidence": "Off",
        }
        assert seen(desk, "targets").number == "0 of 1"
    space.close()


def test_a_journal_that_is_only_read_offers_nothing_to_change(
    qtbot: QtBot, looks: Looks, workspace: Workspace
) -> None:
    path, clock = workspace.path, workspace.clock
    workspace.close()
    space = open_workspace(path, None, clock, read_only=True)
    for desk in open_desk(qtbot, looks, space):
        desk.press("Figures")
        links = card(desk, "signs").findChildren(LinkButton)
        assert links
        assert not any(link.isEnabled() for link in links)
    space.close()


LAMPS = tuple(
    LampSeen(state, state, f"Sign {state}", "A, 80%; B, 20%", Mark("plain", state, ""), True, True)
    for state in ("on", "off", "too-little-data", "not-set-up")
)
LINES = tuple(
    FigureLine(f"Outcome {n}", "Second", RowKey("outcome", str(n)), act="review") for n in range(7)
)
SEEN = (
    FigureSeen("loops", "Loop closed", "A sentence", "6 of 6", "outcomes", LINES),
    FigureSeen("signs", "Debt signs", "Another one", lamps=LAMPS),
    FigureSeen("swaps", "Swaps", "No output has made way for another one yet."),
)


@pytest.fixture
def view(qtbot: QtBot, looks: Looks) -> FiguresView:
    made = FiguresView(looks)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show_figures(SEEN, can_write=True)
    made.show()
    return made


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
@pytest.mark.parametrize(("shape", "factor"), [(Shape.WIDE, 1.0), (Shape.NARROW, 2.0)])
def test_cards_are_painted_in_every_form(
    view: FiguresView, qtbot: QtBot, looks: Looks, theme: str, shape: Shape, factor: float
) -> None:
    looks.choose(theme)
    looks.set_factor(factor)
    view.set_shape(shape)
    cards = list(view.cards().values())
    wide = shape is Shape.WIDE
    qtbot.waitUntil(lambda: (cards[0].y() == cards[1].y()) == wide)
    assert not view.grab().isNull()


def test_a_long_list_is_shown_in_part_and_explained_in_full(
    view: FiguresView, qtbot: QtBot
) -> None:
    loops = view.cards()["loops"]
    assert len(loops.rows()) == MOST_LINES
    (more,) = [link for link in loops.findChildren(LinkButton) if link.text() == "3 more"]
    with qtbot.waitSignal(view.wished) as wished:
        QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    assert wished.args == ["explain-figure", "loops"]


def test_showing_the_same_again_moves_nothing(view: FiguresView) -> None:
    before = view.cards()["signs"]
    view.show_figures(SEEN, can_write=True)
    assert view.cards()["signs"] is before
    before.explain.setFocus(Qt.FocusReason.TabFocusReason)
    view.show_figures(SEEN[1:], can_write=True)
    assert view.cards()["signs"] is not before


def _two_indicators(space: Workspace) -> tuple[str, str]:
    outcome = space.outcomes.all()[0]
    made = []
    for name, values in (("Calls taken", (20, 100)), ("Plans kept", (0, 0))):
        indicator = space.indicators.add(
            IndicatorDraft(
                outcome_id=outcome.id,
                name=name,
                kind=IndicatorKind.ACTIVITY,
                unit="%",
                baseline=0,
                target=100,
            )
        )
        for day, value in zip((date(2025, 6, 30), date(2025, 10, 30)), values, strict=True):
            space.indicators.read(ReadingDraft(indicator_id=indicator.id, value=value, day=day))
        made.append(indicator.id)
    return made[0], made[1]
