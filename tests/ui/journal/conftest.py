"""A journal page on a real journal, told of changes as the window tells it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import Problem
from leadjournal.base.preferences import Preferences
from leadjournal.model.catalogue import Ref
from leadjournal.model.entry import Entry, EntryDraft, EntryKind, Movement, Privacy
from leadjournal.model.outcome import OutcomeDraft
from leadjournal.services.journals import create_workspace
from leadjournal.services.workspace import Workspace
from leadjournal.ui.context import Context
from leadjournal.ui.job_runner import JobRunner
from leadjournal.ui.page import Page
from leadjournal.ui.pages.journal.page import JournalPage
from leadjournal.ui.save_state import SaveState
from leadjournal.ui.theme.looks import Looks

TODAY = date(2025, 10, 31)


class Bell(QObject):
    rung = Signal()


@dataclass
class Told:
    said: list[str] = field(default_factory=list)
    undoable: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    went: list[Ref] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)


@dataclass
class Desk:
    """The page, its journal, and what the page asked of the window."""

    page: JournalPage
    workspace: Workspace
    told: Told
    save_state: SaveState
    jobs: JobRunner

    def entry(self, title: str) -> Entry:
        return next(each for each in self.workspace.entries.all() if each.title == title)

    def open(self, title: str) -> Entry:
        entry = self.entry(title)
        self.page.open_entry(entry.id)
        return entry

    def type_text(self, words: str) -> None:
        self.page.editor.body.setFocus()
        QTest.keyClicks(self.page.editor.body, words)

    def titles(self) -> list[str]:
        model = self.page.panel.model
        found = (model.entry(model.index(row)) for row in range(model.rowCount()))
        return [entry.title for entry in found if entry is not None]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    clock = FixedClock(datetime(2025, 10, 31, 17, 42, tzinfo=UTC))
    made = create_workspace(tmp_path / "j.leadjournal", "Nadia", None, clock, door="window")
    outcome = made.outcomes.add(OutcomeDraft(statement="Nobody chases us", created_on=TODAY))
    thanks = EntryDraft(
        day=date(2025, 10, 24),
        kind=EntryKind.WEEKLY,
        title="Thanks",
        text="He called.\n",
        direction=Movement.FORWARD,
        privacy=Privacy.SHAREABLE,
    )
    made.entries.add(thanks, tags=["review"], refs=[Ref("outcome", outcome.id)])
    made.entries.add(EntryDraft(day=date(2025, 10, 15), title="Frost", text="Playbook half."))
    made.entries.add(
        EntryDraft(day=date(2025, 9, 30), kind=EntryKind.MOMENT, title="Case", text="Mine.")
    )
    yield made
    made.close()


@pytest.fixture
def desk(qtbot: QtBot, looks: Looks, workspace: Workspace, tmp_path: Path) -> Iterator[Desk]:
    told = Told()
    jobs = JobRunner()
    state = SaveState(workspace.clock)

    def opened(page_id: str) -> Page:
        told.opened.append(page_id)
        return page

    context = Context(
        looks=looks,
        workspace=workspace,
        preferences=Preferences(tmp_path),
        jobs=jobs,
        save_state=state,
        say=told.said.append,
        say_undoable=told.undoable.append,
        fail=told.problems.append,
        go=told.went.append,
        open_page=opened,
        run_guide=told.opened.append,
        title_changed=lambda: None,
        do=lambda _command: None,
    )
    page = JournalPage(context)
    bell = Bell()
    # The bell brings a change from the writing thread to this one, as the window's bridge does.
    bell.rung.connect(page.refresh)
    leave = workspace.events.subscribe(lambda _changed: bell.rung.emit())
    qtbot.addWidget(page)
    page.resize(1280, 700)
    page.show()
    page.activateWindow()
    page.refresh()
    yield Desk(page, workspace, told, state, jobs)
    page.leave()
    jobs.finish()
    qtbot.wait(1)
    leave()
    bell.deleteLater()
