"""The page of templates on a real journal, in a window of its own."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from leadjournal.base.errors import Problem
from leadjournal.base.preferences import Preferences
from leadjournal.model.catalogue import Ref
from leadjournal.model.outcome import OutcomeDraft
from leadjournal.services.workspace import Workspace
from leadjournal.ui.bridge import Bridge
from leadjournal.ui.context import Context
from leadjournal.ui.job_runner import JobRunner
from leadjournal.ui.pages.templates.page import TemplatesPage
from leadjournal.ui.save_state import SaveState
from leadjournal.ui.theme.looks import Looks
from tests.support.journals import new_workspace


@dataclass
class Said:
    """What the page told the window."""

    toasts: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    gone_to: list[Ref] = field(default_factory=list)


@pytest.fixture
def said() -> Said:
    return Said()


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    workspace = new_workspace(tmp_path)
    for statement in ("Warm after one visit", "Nobody has to chase us"):
        day = date(2025, 2, 17)
        workspace.outcomes.add(OutcomeDraft(statement=statement, created_on=day))
    workspace.people.named("Callum")
    yield workspace
    workspace.close()


@pytest.fixture
def page(
    qtbot: QtBot, looks: Looks, workspace: Workspace, said: Said, tmp_path: Path
) -> Iterator[TemplatesPage]:
    jobs = JobRunner()
    bridge = Bridge()
    context = Context(
        looks=looks,
        workspace=workspace,
        preferences=Preferences(tmp_path),
        jobs=jobs,
        save_state=SaveState(workspace.clock),
        say=said.toasts.append,
        say_undoable=said.toasts.append,
        fail=said.problems.append,
        go=said.gone_to.append,
        open_page=lambda page_id: made,
        run_guide=lambda template_id: made.begin(f"guide:{template_id}"),
        title_changed=lambda: None,
        do=lambda _command: None,
    )
    made = TemplatesPage(context)
    bridge.follow(workspace.events)
    bridge.changed.connect(context.save_state.saved)
    bridge.changed.connect(made.refresh)
    made.refresh()
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    bridge.let_go()
    made.leave()
    jobs.finish()
    made.close()
    made.deleteLater()
