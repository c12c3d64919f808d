"""An Outcomes page on a real journal, told of changes as the window tells it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import Problem
from leadjournal.base.preferences import Preferences
from leadjournal.model.indicator import Direction, IndicatorDraft, ReadingDraft
from leadjournal.model.outcome import OutcomeDraft
from leadjournal.model.output import OutputDraft
from leadjournal.model.why import WhyDraft
from leadjournal.services.journals import create_workspace
from leadjournal.services.workspace import Workspace
from leadjournal.ui.bridge import Bridge
from leadjournal.ui.context import Context
from leadjournal.ui.dialogs.form_dialog import FormDialog
from leadjournal.ui.job_runner import JobRunner
from leadjournal.ui.pages.outcomes.page import OutcomesPage
from leadjournal.ui.pages.outcomes.places import every_row
from leadjournal.ui.pages.outcomes.rows import RowKey, TreeRow
from leadjournal.ui.save_state import SaveState
from leadjournal.ui.theme.looks import Looks

TODAY = date(2025, 10, 31)
SPRING = date(2025, 4, 1)


@dataclass
class Told:
    said: list[str] = field(default_factory=list)
    undoable: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass
class Desk:
    """The page, its journal, and what the page asked of the window."""

    page: OutcomesPage
    workspace: Workspace
    told: Told

    def row(self, title: str) -> TreeRow:
        return next(row for row in every_row(self.page.rows) if row.title == title)

    def titles(self) -> list[str]:
        return [row.title for row in every_row(self.page.rows)]

    def do(self, act: str, title: str) -> None:
        """What the context menu of a row does."""
        self.page.do(act, self.row(title))

    def dialog(self) -> FormDialog:
        """The form that is open."""
        shown = [each for each in self.page.findChildren(FormDialog) if each.isVisible()]
        assert len(shown) == 1
        return shown[0]

    def open_forms(self) -> int:
        return len([each for each in self.page.findChildren(FormDialog) if each.isVisible()])

    def fill(self, **values: object) -> FormDialog:
        """Answer some questions of the open form and save it."""
        dialog = self.dialog()
        for name, value in values.items():
            editor = dialog.form.editor(name)
            if isinstance(editor, QLineEdit):
                editor.setText(str(value))
            else:
                editor.set_value(value)  # type: ignore[attr-defined]
        QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
        return dialog

    def choose(self, title: str) -> None:
        self.page.tree.choose(self.row(title).key)

    def press(self, words: str, within: QWidget | None = None) -> None:
        """Press the button with these words."""
        buttons = (within or self.page).findChildren(QPushButton)
        found = [each for each in buttons if each.text() == words and each.isVisible()]
        assert found, [each.text() for each in buttons if each.isVisible()]
        found[0].click()


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    clock = FixedClock(datetime(2025, 10, 31, 17, 42, tzinfo=UTC))
    made = create_workspace(tmp_path / "j.leadjournal", "Nadia", None, clock, door="window")
    why = made.whys.add(WhyDraft(statement="We keep homes warm", since=SPRING))
    outcome = made.outcomes.add(
        OutcomeDraft(statement="Nobody chases us", created_on=SPRING, active_on=SPRING), why.id
    )
    indicator = made.indicators.add(
        IndicatorDraft(
            outcome_id=outcome.id,
            name="Repeat contacts",
            unit="per 100",
            baseline=41,
            target=22,
            direction=Direction.DOWN,
        )
    )
    for day, value in ((date(2025, 8, 29), 31), (date(2025, 9, 30), 27)):
        made.indicators.read(ReadingDraft(indicator_id=indicator.id, value=value, day=day))
    made.outputs.add(
        OutputDraft(title="Call script", size=3, created_on=SPRING, finished_on=date(2025, 5, 2)),
        outcome.id,
        "calls are shorter",
    )
    made.outputs.add(OutputDraft(title="FAQ page", created_on=SPRING))
    yield made
    made.close()


@pytest.fixture
def desk(qtbot: QtBot, looks: Looks, workspace: Workspace) -> Iterator[Desk]:
    yield from open_desk(qtbot, looks, workspace)


def open_desk(
    qtbot: QtBot, looks: Looks, workspace: Workspace, view: str = "list"
) -> Iterator[Desk]:
    told = Told()
    jobs = JobRunner()
    context = Context(
        looks=looks,
        workspace=workspace,
        preferences=Preferences(workspace.path.parent),
        jobs=jobs,
        save_state=SaveState(workspace.clock),
        say=told.said.append,
        say_undoable=told.undoable.append,
        fail=told.problems.append,
        go=lambda _ref: None,
        open_page=lambda _page: page,
        run_guide=lambda _template: None,
        title_changed=lambda: None,
        do=lambda _command: None,
    )
    page = OutcomesPage(context)
    bridge = Bridge()
    bridge.changed.connect(lambda _changed: page.refresh())
    bridge.follow(workspace.events)
    qtbot.addWidget(page)
    page.refresh()
    page.return_to({"view": view})
    page.resize(1280, 700)
    page.show()
    yield Desk(page, workspace, told)
    bridge.let_go()
    for dialog in page.findChildren(QDialog):
        dialog.done(0)
    QApplication.sendPostedEvents()


def key(kind: str, id_: str) -> RowKey:
    return RowKey(kind, id_)  # type: ignore[arg-type]
