"""Every page builds, refreshes as often as it is asked to, and is freed."""

import gc
import weakref
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from leadjournal.services.journals import create_workspace, open_workspace
from leadjournal.services.workspace import Workspace
from leadjournal.ui.pages.registry import HOMES, PAGES
from leadjournal.ui.window import Window
from tests.support.windows import CLOCK

IDS = [page.id for page in PAGES]


@pytest.fixture(params=["empty", "sample"])
def workspace(request: pytest.FixtureRequest, tmp_path: Path, sample: Path) -> Iterator[Workspace]:
    if request.param == "empty":
        opened = create_workspace(tmp_path / "a.leadjournal", "Mine", None, CLOCK, door="window")
    else:
        opened = open_workspace(sample, None, CLOCK, door="window")
    with closing(opened) as made:
        yield made


@pytest.mark.parametrize("page_id", IDS)
def test_a_page_builds_refreshes_and_is_freed(
    qtbot: QtBot, window: Window, workspace: Workspace, page_id: str
) -> None:
    window.desk.lay_open(workspace, page_id)
    page = window.desk.pages.page()
    assert page is not None
    page.refresh()
    page.refresh()
    qtbot.waitUntil(lambda: not window.room.jobs.is_busy)
    page.refresh()
    qtbot.waitUntil(lambda: not window.room.jobs.is_busy)
    gone = weakref.ref(page)
    del page
    window.desk.take_off()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert gone() is None


def test_a_page_is_shown_in_every_look(qtbot: QtBot, window: Window, sample: Path) -> None:
    with closing(open_workspace(sample, None, CLOCK, door="window")) as workspace:
        window.desk.lay_open(workspace, IDS[0])
        for page_id in IDS:
            window.desk.open_page(page_id)
            for theme, factor in (("dark", 1.0), ("high-contrast", 2.0), ("light", 0.8)):
                window.room.looks.choose(theme)
                window.room.looks.set_factor(factor)
                assert not window.grab().isNull()
        qtbot.waitUntil(lambda: not window.room.jobs.is_busy)
        window.room.looks.set_factor(1.0)
        window.desk.take_off()


def test_records_are_brought_into_view_by_pages_that_are_there() -> None:
    assert set(HOMES.values()) <= set(IDS)
    shown = {page.id: page.kinds for page in PAGES}
    assert [kind for kind, page_id in HOMES.items() if kind not in shown[page_id]] == []
