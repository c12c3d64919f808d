"""The map on the page of the sample journal: walked, traced, folded, filtered, linked and saved."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from leadjournal.base.clock import FixedClock
from leadjournal.model.catalogue import Ref
from leadjournal.model.link import LinkDraft
from leadjournal.model.objective import Objective
from leadjournal.model.outcome import OutcomeDraft
from leadjournal.model.output import OutputDraft
from leadjournal.model.why import WhyDraft
from leadjournal.rules.outcome_map import MapNode
from leadjournal.services.journals import create_workspace, open_workspace
from leadjournal.services.samples import create_sample
from leadjournal.services.workspace import Workspace
from leadjournal.ui.pages.outcomes.map.items import EdgeItem, NodeItem
from leadjournal.ui.pages.outcomes.map.moving_view import LEAST_ZOOM
from leadjournal.ui.pages.outcomes.map.node_look import NodeLook
from leadjournal.ui.pages.outcomes.map.view import MapView
from leadjournal.ui.pages.outcomes.rows import Filter
from leadjournal.ui.theme.looks import Looks
from tests.ui.outcomes.conftest import SPRING, Desk, open_desk

CLOCK = FixedClock(datetime(2025, 10, 31, 17, 42, tzinfo=UTC))
CHASE = "Customers stop having to chase us for news about their repair"
WARM = "A customer without heat is warm again after one visit"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("map") / "sample.leadjournal"
    create_sample(path, CLOCK, keep_dates=True).close()
    return path


@pytest.fixture
def nadia(qtbot: QtBot, looks: Looks, sample: Path, tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "sample.leadjournal"
    path.write_bytes(sample.read_bytes())
    workspace = open_workspace(path, None, CLOCK, door="window")
    yield from open_desk(qtbot, looks, workspace, "map")
    workspace.close()


def node(view: MapView, title: str) -> MapNode:
    found = [each for each in view.shown.nodes if each.title.startswith(title)]
    assert found, [each.title for each in view.shown.nodes]
    return found[0]


def there(view: MapView, title: str) -> bool:
    return any(each.title.startswith(title) for each in view.shown.nodes)


def item(view: MapView, title: str) -> NodeItem:
    found = view.item(node(view, title).id)
    assert found is not None
    return found


def title(view: MapView) -> str:
    return view.shown.node_of[view.current].title


def at(view: MapView, title: str) -> QPoint:
    """Where a node is on the screen, once it is seen."""
    found = item(view, title)
    view.ensureVisible(found)
    return view.mapFromScene(found.sceneBoundingRect().center())


def press(view: MapView, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(view, key)


def on_path(view: MapView) -> set[str]:
    return {
        each.node.title
        for each in view.scene().items()
        if isinstance(each, NodeItem) and each.shown.on_path
    }


def pale(view: MapView) -> set[str]:
    return {
        each.node.title
        for each in view.scene().items()
        if isinstance(each, NodeItem) and each.opacity() < 1
    }


def drag(view: MapView, start: str, end: str, *, drop: bool = True) -> None:
    """Press on one node, move to another, and let go."""
    viewport = view.viewport()
    far = at(view, end)
    near = at(view, start)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=near)
    far = view.mapFromScene(item(view, end).sceneBoundingRect().center())
    for step in range(1, 5):
        QTest.mouseMove(viewport, near + (far - near) * step / 4)
    if drop:
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=far)


def test_the_page_opens_with_the_map_at_the_heaviest_outcome(nadia: Desk) -> None:
    view = nadia.page.map
    assert view.isVisible()
    kinds = [each.kind for each in view.shown.nodes]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        "why": 3,
        "outcome": 6,
        "output": 19,
        "no-outcome": 1,
    }
    assert title(view) == CHASE
    assert on_path(view) == {
        CHASE,
        node(view, "We keep homes warm").title,
        "Phone-queue priority rules",
        "Call script rewrite",
        "Evening call-back promise",
        "Automatic “engineer on the way” texts",
    }
    tray = [each for each in view.shown.nodes if each.under == "no-outcome:"]
    assert [each.title for each in tray] == ["Customer FAQ page", "New leaflet for service plans"]
    assert all(each.waits_for_outcome for each in tray)
    assert node(view, "No outcome yet").debt_words == "13.4 days"


def test_what_is_said_of_the_node_the_keyboard_is_at(nadia: Desk) -> None:
    view = nadia.page.map
    assert view.accessibleName() == "Map of outcomes"
    said = view.accessibleDescription()
    assert said.startswith(f"Outcome: {CHASE}, Moving, 80% shown, 11.9 days owed, serves")
    assert said.endswith("4 outputs. The list has the same as a tree.")
    press(view, Qt.Key.Key_Right)
    assert "10 days of work, serves Customers stop" in view.accessibleDescription()


def test_the_arrows_walk_along_the_lines(nadia: Desk) -> None:
    view, page = nadia.page.map, nadia.page
    press(view, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert title(view) == "Call script rewrite"
    record = page.record()
    assert record is not None
    assert record.kind == "output"
    press(view, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert title(view).startswith("We keep homes warm")
    press(view, Qt.Key.Key_Right)
    assert title(view) == CHASE
    press(view, Qt.Key.Key_Right)
    assert title(view) == "Call script rewrite"
    press(view, Qt.Key.Key_Home)
    assert title(view) == "No-meeting mornings"
    press(view, Qt.Key.Key_End)
    assert title(view) == "New leaflet for service plans"
    press(view, Qt.Key.Key_Left)
    assert title(view) == "No outcome yet"
    press(view, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert title(view) == "New leaflet for service plans"


def test_enter_opens_what_is_chosen(nadia: Desk, qtbot: QtBot) -> None:
    view, page = nadia.page.map, nadia.page
    qtbot.waitExposed(page)
    page.stage.close_inspector()
    press(view, Qt.Key.Key_Left, Qt.Key.Key_Return)
    assert page.stage.inspecting()
    assert page.inspector.sheet is not None
    assert page.inspector.sheet.row.title.startswith("We keep homes warm")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.inspector.isAncestorOf(focused)


def test_a_double_click_opens_the_page_of_an_outcome_and_it_stays(nadia: Desk) -> None:
    view, page = nadia.page.map, nadia.page
    there = at(view, WARM)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=there)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=there)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=there)
    assert page.opened.key == nadia.row(WARM).key
    page.close_outcome()
    assert view.isVisible()
    assert title(view) == WARM


def test_what_the_mouse_is_over_says_what_it_is(nadia: Desk) -> None:
    view = nadia.page.map
    QTest.mouseMove(view.viewport(), at(view, WARM))
    assert item(view, WARM).shown.is_hovered
    assert view.viewport().toolTip().startswith(f"Outcome: {WARM}")
    QTest.mouseMove(view.viewport(), at(view, CHASE))
    assert not item(view, WARM).shown.is_hovered


def test_the_ring_follows_the_keyboard_and_not_the_mouse(nadia: Desk) -> None:
    view = nadia.page.map
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert item(view, CHASE).shown.has_ring
    assert item(view, CHASE).boundingRect().contains(item(view, CHASE).shape().boundingRect())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at(view, WARM))
    assert title(view) == WARM
    assert not item(view, WARM).shown.has_ring


def test_a_trace_pales_everything_else_until_escape(nadia: Desk) -> None:
    view = nadia.page.map
    assert pale(view) == set()
    press(view, Qt.Key.Key_T)
    assert WARM in pale(view)
    assert CHASE not in pale(view)
    press(view, Qt.Key.Key_Right)
    assert "Call script rewrite" in pale(view)
    press(view, Qt.Key.Key_Escape)
    assert pale(view) == set()


def test_branches_fold_and_unfold(nadia: Desk) -> None:
    view = nadia.page.map
    press(view, Qt.Key.Key_Space)
    assert node(view, "4 outputs, 53 days").under == view.current
    assert "Folded." in view.accessibleDescription()
    press(view, Qt.Key.Key_Right)
    assert title(view) == "4 outputs, 53 days"
    press(view, Qt.Key.Key_Return)
    assert title(view) == CHASE
    assert there(view, "Call script rewrite")
    press(view, Qt.Key.Key_Left)
    QTest.keyClicks(view, "-")
    assert there(view, "3 outcomes · 10 outputs, 119 days")
    assert len(view.shown.nodes) == 17
    QTest.keyClicks(view, "+")
    assert len(view.shown.nodes) == 29
    QTest.keyClicks(view, "-*")
    assert len(view.shown.nodes) == 29


def test_the_map_stays_where_it_is_while_a_branch_folds(nadia: Desk) -> None:
    nadia.page.resize(1280, 420)
    view = nadia.page.map
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = at(view, CHASE)
    view.set_folded(node(view, CHASE).id, True)
    assert 0 < bar.value() < bar.maximum()
    after = view.mapFromScene(item(view, CHASE).sceneBoundingRect().center())
    assert (after - before).manhattanLength() <= 2


def test_the_filter_of_the_page_is_the_maps_too(nadia: Desk) -> None:
    page = nadia.page
    owner = nadia.row(CHASE).owner
    page._filter_by(Filter(owner=owner))
    shown = [each.title for each in page.map.shown.nodes if each.kind == "outcome"]
    assert CHASE in shown
    assert len(shown) == len([1 for row in page.rows for each in row.children
                              if each.key.kind == "outcome" and each.owner == owner])  # fmt: skip
    assert not [each for each in page.map.shown.nodes if each.kind == "no-outcome"]
    page._filter_by(Filter())
    assert len(page.map.shown.nodes) == 29


def test_all_views_share_what_is_chosen(nadia: Desk) -> None:
    page = nadia.page
    QTest.mouseClick(page.map.viewport(), Qt.MouseButton.LeftButton, pos=at(page.map, WARM))
    page._view("list")
    key = page.tree.current_key()
    assert key == nadia.row(WARM).key
    page.tree.choose(nadia.row("Call script rewrite").key)
    page._view("map")
    assert title(page.map) == "Call script rewrite"


def test_the_view_is_remembered_and_search_shows_in_it(nadia: Desk) -> None:
    page = nadia.page
    for view in ("list", "ledger", "map"):
        page._view(view)
        place = page.place()
        page._view("list")
        page.return_to(place)
        assert page.toolbar.views.value() == view
    page.reveal(Ref("outcome", nadia.row(WARM).key.id))
    assert page.toolbar.views.value() == "map"
    assert title(page.map) == WARM
    # Stopped work without an outcome leads nowhere any more; the list still has it.
    page.reveal(Ref("output", nadia.row("Weekly performance pack").key.id))
    assert page.toolbar.views.value() == "list"
    page._view("ledger")
    page.reveal(Ref("outcome", nadia.row(CHASE).key.id))
    assert page.toolbar.views.value() == "list"


def test_zoom_by_buttons_keys_and_wheel(nadia: Desk) -> None:
    view, bar = nadia.page.map, nadia.page.toolbar
    bar.zoom_in.click()
    assert view.zoom() == pytest.approx(1.2)
    bar.zoom_out.click()
    QTest.keyClick(view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom() == pytest.approx(1 / 1.2)
    QTest.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom() == pytest.approx(1)
    middle = QPointF(view.viewport().rect().center())
    for turn, larger in ((120, True), (-240, False)):
        before = view.zoom()
        wheel = QWheelEvent(
            middle, view.viewport().mapToGlobal(middle), QPoint(), QPoint(0, turn),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view.viewport(), wheel)
        assert (view.zoom() > before) is larger
    for _step in range(20):
        bar.zoom_out.click()
    assert view.zoom() == pytest.approx(LEAST_ZOOM)
    bar.fit.click()
    whole = view.mapFromScene(view.sceneRect()).boundingRect()
    assert view.viewport().rect().adjusted(-2, -2, 2, 2).contains(whole)


def test_zoom_belongs_to_the_map_alone(nadia: Desk) -> None:
    bar = nadia.page.toolbar
    assert bar.fit.isVisible()
    nadia.page._view("list")
    assert not bar.fit.isVisible()
    nadia.page._view("map")
    nadia.page.resize(700, 700)
    assert not bar.fit.isVisible()
    words = [each.text() for each in bar.more_menu().actions()]
    assert "Show the whole map" in words
    assert "Export the map…" in words


def test_empty_ground_is_dragged_and_moves_the_map(nadia: Desk) -> None:
    view = nadia.page.map
    view.resize(500, 300)
    view.zoom_in()
    down, across = view.verticalScrollBar(), view.horizontalScrollBar()
    down.setValue(0)
    across.setValue(0)
    ground = QPoint(250, 8)
    assert view.scene().items(view.mapToScene(ground)) == []
    for button in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
        down.setValue(0)
        QTest.mousePress(view.viewport(), button, pos=QPoint(250, 200) if down.value() else ground)
        QTest.mouseMove(view.viewport(), ground - QPoint(0, 60))
        QTest.mouseRelease(view.viewport(), button, pos=ground - QPoint(0, 60))
        assert down.value() == 60
    assert view.current == node(view, CHASE).id


def test_the_names_of_the_columns_stay_while_the_map_moves(nadia: Desk) -> None:
    view = nadia.page.map
    captions = view._captions
    place = captions.geometry()
    view.verticalScrollBar().setValue(100)
    assert captions.isVisible()
    assert captions.geometry() == place
    assert place.bottom() < view.viewport().geometry().top() + 1
    assert [column for column, _left, _width in captions._spans] == [1, 2, 3]


def test_a_link_is_drawn_from_an_output_to_an_outcome(nadia: Desk) -> None:
    view = nadia.page.map
    drag(view, "Customer FAQ page", CHASE)
    nadia.fill(so_that="they need not ring")
    assert nadia.row("Customer FAQ page").key.under == nadia.row(CHASE).key.id
    assert node(view, "Customer FAQ page").under == node(view, CHASE).id
    assert nadia.told.undoable == ["Linked the output"]


def test_a_second_link_is_a_second_line_to_the_same_node(nadia: Desk) -> None:
    view = nadia.page.map
    drag(view, "Call script rewrite", WARM)
    nadia.fill(so_that="the right van comes")
    assert len([each for each in view.shown.nodes if each.title == "Call script rewrite"]) == 1
    lines = [
        each.edge
        for each in view.scene().items()
        if isinstance(each, EdgeItem) and each.edge.below == node(view, "Call script").id
    ]
    assert sorted(edge.is_main for edge in lines) == [False, True]
    assert view.shown.node_of[node(view, "Call script").under].title == CHASE


def test_an_outcome_is_dropped_on_another_why(nadia: Desk) -> None:
    view = nadia.page.map
    why = node(view, "To grow people")
    drag(view, CHASE, "To grow people")
    nadia.fill()
    assert node(view, CHASE).under == why.id
    nadia.workspace.history.undo()
    assert node(view, CHASE).under != why.id


def test_escape_or_a_place_that_fits_nothing_links_nothing(nadia: Desk) -> None:
    view = nadia.page.map
    drag(view, "Customer FAQ page", WARM, drop=False)
    assert item(view, WARM).shown.is_target
    press(view, Qt.Key.Key_Escape)
    assert not item(view, WARM).shown.is_target
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=at(view, WARM))
    drag(view, "Customer FAQ page", "New leaflet")
    drag(view, "Call script rewrite", CHASE)
    assert nadia.open_forms() == 0


def test_the_menu_is_that_of_the_list_and_what_the_map_can_do(nadia: Desk, qtbot: QtBot) -> None:
    view = nadia.page.map
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(view.viewport(), event)
    menus = [each for each in nadia.page.findChildren(QMenu) if each.isVisible()]
    assert len(menus) == 1
    words = [action.text() for action in menus[0].actions() if action.text()]
    assert words[:2] == ["Fold the branch", "Trace up and down"]
    assert "Link an output here…" in words
    next(each for each in menus[0].actions() if each.text() == "Fold the branch").trigger()
    assert there(view, "4 outputs, 53 days")
    menus[0].close()


def test_a_journal_that_is_only_read_draws_no_links(
    qtbot: QtBot, looks: Looks, sample: Path
) -> None:
    workspace = open_workspace(sample, None, CLOCK, read_only=True)
    for desk in open_desk(qtbot, looks, workspace, "map"):
        view = desk.page.map
        drag(view, "Customer FAQ page", CHASE, drop=False)
        assert not item(view, CHASE).shown.is_target
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=at(view, CHASE))
        assert desk.open_forms() == 0
        menu = desk.page.map_room.menu(
            node(view, CHASE).id, desk.page.inspector.menu_for(desk.row(CHASE), desk.page)
        )
        allowed = [each.text() for each in menu.actions() if each.isEnabled() and each.text()]
        assert "Fold the branch" in allowed
        assert "Edit outcome…" not in allowed
        menu.close()
        more = desk.page.toolbar.more_menu()
        assert [each.isEnabled() for each in more.actions() if each.text()][:2] == [False, False]
        assert desk.page.toolbar.more.isEnabled()
        more.close()
    workspace.close()


def test_the_map_is_saved_as_it_is_seen(nadia: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    page, file = nadia.page, tmp_path / "map.svg"
    page.begin("export-map")
    dialogs = page.findChildren(QFileDialog)
    assert [each.windowTitle() for each in dialogs] == ["Save the map"]
    dialogs[0].reject()
    page.map.set_folded(node(page.map, CHASE).id, True)
    page.map_room.file.write(page.map.shown, file)
    qtbot.waitUntil(lambda: bool(nadia.told.said))
    assert nadia.told.said == ["Saved the map as map.svg"]
    text = file.read_text(encoding="utf-8")
    assert "4 outputs, 53 days" in text
    assert "Call script rewrite" not in text
    missing = tmp_path / "gone" / "map.svg"
    page.map_room.file.write(page.map.shown, missing)
    qtbot.waitUntil(lambda: bool(nadia.told.problems))
    assert not missing.exists()


@pytest.fixture(scope="module")
def odd_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Very long titles, other scripts, one outcome of sixty outputs, one output of three."""
    path = tmp_path_factory.mktemp("odd") / "odd.leadjournal"
    space = create_workspace(path, "Odd", None, CLOCK)
    with space.outcomes.journal.writing("Fill"):
        _fill(space)
    space.close()
    return path


def _fill(space: Workspace) -> None:
    first = space.whys.add(WhyDraft(statement="x" * 10_000, since=SPRING))
    space.whys.add(WhyDraft(statement="Nobody serves this", since=SPRING))
    outcomes = [
        _outcome(space, words, first.id)
        for words in ("word " * 2_000, "מסיימים יום רגיל", "Z̴̢a̷lgo e̵x̸t", "Sixty")
    ]
    _outcome(space, "Without a why", None)
    for number in range(60):
        _output(space, f"Output {number}", outcomes[3])
    shared = _output(space, "Serves three", outcomes[0])
    for other in outcomes[1:3]:
        space.outputs.link(
            LinkDraft(output_id=shared, outcome_id=other, main=False, since=SPRING, so_that="so")
        )
    _output(space, "ملصق " * 2_000, outcomes[1])


@pytest.fixture
def odd(qtbot: QtBot, looks: Looks, odd_file: Path, tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "odd.leadjournal"
    path.write_bytes(odd_file.read_bytes())
    space = open_workspace(path, None, CLOCK, door="window")
    yield from open_desk(qtbot, looks, space, "map")
    space.close()


def _outcome(space: Workspace, words: str, why: str | None) -> str:
    draft = OutcomeDraft(statement=words, created_on=SPRING, active_on=SPRING)
    return space.outcomes.add(draft, why).id


def _output(space: Workspace, words: str, under: str) -> str:
    finished = date(2025, 5, 5)
    draft = OutputDraft(title=words, size=3, created_on=SPRING, finished_on=finished)
    return space.outputs.add(draft, under, "it shows").id


def test_odd_titles_and_counts_are_shown_whole_or_cut(odd: Desk) -> None:
    view = odd.page.map
    assert title(view) == "Sixty"
    assert len([each for each in view.shown.nodes if each.title.startswith("Output ")]) == 60
    view.choose(node(view, "Without a why").id)
    assert there(view, "60 outputs, 180 days")
    assert node(view, "No why yet").kind == "no-why"
    assert "no outcome yet" in node(view, "Nobody serves this").second
    shared = [each for each in view.shown.edges if each.below == node(view, "Serves three").id]
    assert [edge.is_main for edge in shared] == [True, False, False]
    look = NodeLook(odd.page.context.looks)
    assert max(look.height(each) for each in view.shown.nodes) < 130
    assert not view.grab().isNull()
    view.unfold_all()
    assert len([each for each in view.shown.nodes if each.title.startswith("Output ")]) == 60
    assert not view.grab().isNull()


def test_the_menu_of_what_is_no_record(odd: Desk) -> None:
    view = odd.page.map
    view.choose(node(view, "Without a why").id)
    fold = node(view, "60 outputs")
    odd.page._map_menu(fold.id, QPoint(10, 10))
    menus = [each for each in odd.page.findChildren(QMenu) if each.isVisible()]
    assert [action.text() for action in menus[0].actions()] == [
        "Unfold the branch",
        "Trace up and down",
    ]
    menus[0].actions()[0].trigger()
    assert there(view, "Output 59")
    menus[0].close()


def test_objectives_stand_leftmost_where_there_are_any(odd: Desk) -> None:
    space, view = odd.workspace, odd.page.map
    with space.outcomes.journal.writing("Objectives") as session:
        first = Objective(text="Grow", created_on=SPRING)
        second = Objective(text="Keep", created_on=SPRING)
        session.add_all([first, second])
        session.flush()
        # An import may bring a circle.
        first.parent_id, second.parent_id = second.id, first.id
        session.add_all([first, second])
    space.outcomes.edit(odd.row("Sixty").key.id, objective_id=first.id)
    assert not there(view, "Grow")
    odd.page.stage.close_inspector()
    QApplication.processEvents()
    grow = item(view, "Grow")
    assert grow.place.x == 0
    assert item(view, "Nobody serves this").place.x > grow.place.right
    view.choose(node(view, "Grow").id)
    assert "Sixty" in on_path(view)
    assert "Keep" in on_path(view)
    press(view, Qt.Key.Key_Right)
    assert title(view) == "Sixty"
    press(view, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert title(view) in ("Grow", "Keep")


def test_objectives_are_shown_where_they_have_room_or_are_asked_for(nadia: Desk) -> None:
    view, bar = nadia.page.map, nadia.page.toolbar

    def wish(words: str) -> None:
        menu = bar.more_menu()
        next(each for each in menu.actions() if each.text() == words).trigger()
        menu.close()

    assert view.has_objectives()
    assert not view.shows_objectives()
    wish("Show objectives")
    assert len([each for each in view.shown.nodes if each.kind == "objective"]) == 4
    assert title(view) == CHASE
    press(view, Qt.Key.Key_Left, Qt.Key.Key_Left)
    objective = view.current
    assert view.shown.node_of[objective].kind == "objective"
    nadia.page.refresh()
    assert view.current == objective
    wish("Hide objectives")
    assert not view.shows_objectives()
    nadia.page.refresh()
    assert title(view).startswith("We keep homes warm")


def test_large_text_and_another_theme_keep_the_map_whole(nadia: Desk, looks: Looks) -> None:
    view = nadia.page.map
    small = item(view, CHASE).place
    looks.set_factor(2.0)
    large = item(view, CHASE).place
    assert large.width == 2 * small.width
    assert large.height > 1.7 * small.height
    assert title(view) == CHASE
    looks.choose("dark")
    assert item(view, CHASE).place == large
    looks.choose("light")
    looks.set_factor(1.0)
