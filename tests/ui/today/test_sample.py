"""Today on the sample journal, and on a journal that may only be read."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from leadjournal.base.clock import FixedClock
from leadjournal.services.journals import open_workspace
from leadjournal.services.samples import create_sample
from leadjournal.services.workspace import Workspace
from tests.ui.today.conftest import Day


@pytest.fixture
def sample(tmp_path: Path, clock: FixedClock) -> Iterator[Workspace]:
    path = tmp_path / "sample.leadjournal"
    with closing(create_sample(path, clock, keep_dates=True)) as made:
        yield made


def test_the_sample_shows_its_last_day(opened: Day, sample: Workspace) -> None:
    opened.desk.lay_open(sample, "today")
    opened.settle()
    view = opened.page.overview
    assert view.sentence.text().startswith("Week 39.")
    said = [block.accessibleName() for block in view.figures.blocks.values()]
    assert said[0].startswith("Outcome debt: 36 days of work. Falling since July.")
    assert said[1].startswith("Line of sight: 89% of outputs.")
    assert said[2].startswith("Momentum: 81 last full week.")
    assert len(opened.titles_waiting()) == 4
    assert view.why.button.statement.text().startswith("To make it easy for people")
    assert view.check_in.done.isVisible()


def test_a_journal_for_reading_takes_no_words(
    opened: Day, tmp_path: Path, clock: FixedClock, workspace: Workspace
) -> None:
    workspace.close()
    path = tmp_path / "nadia.leadjournal"
    with closing(open_workspace(path, None, clock, door="window", read_only=True)) as reading_only:
        opened.desk.lay_open(reading_only, "today")
        opened.settle()
        view = opened.page.overview
        assert not view.capture.editor.isEnabled()
        assert not view.check_in.isEnabled()
        opened.page.show_promises()
        assert not opened.page.promises.view.add.isEnabled()
        opened.desk.take_off()
