"""F23: the clock leaps; backups go on, rotate, and are not removed in masses."""

import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from leadjournal.base.clock import FixedClock
from leadjournal.services.workspace import Workspace
from tests.cli.terminal import environment
from tests.support.journals import NOW, new_workspace

DAY = timedelta(days=1)
LEAPS = {
    "three years back": NOW - 3 * 365 * DAY,
    "thirty years on": NOW + 30 * 365 * DAY,
    "1970": datetime(1970, 1, 1, 0, 0, 30, tzinfo=UTC),
    "2038": datetime(2038, 1, 19, 3, 14, 8, tzinfo=UTC),
}


def copies_in(space: Workspace) -> set[Path]:
    return set((space.path.parent / "backups").iterdir())


def grown(folder: Path) -> tuple[Workspace, FixedClock]:
    """A journal with four backups a day over three weeks, thinned each time."""
    clock = FixedClock(NOW)
    space = new_workspace(folder)
    space.entries.journal.clock = clock
    first = space.backups.make()
    for number in range(84):
        clock.moment = NOW + number * DAY / 4
        copy = first.with_name(f"a {clock.moment.astimezone():%Y-%m-%d %H%M%S}.leadjournal")
        if not copy.exists():
            shutil.copy(first, copy)
    # The copies are looked at once, as they would have been when they were made.
    assert all(one.opens for one in space.backups.listing())
    space.backups.thin()
    return space, clock


@pytest.mark.parametrize("leap", LEAPS)
def test_backups_survive_a_leap_and_still_rotate(tmp_path: Path, leap: str) -> None:
    space, clock = grown(tmp_path)
    before = copies_in(space)
    assert 20 < len(before) < 40
    clock.moment = LEAPS[leap]
    for _day in range(4):
        for _turn in range(3):
            clock.moment += timedelta(hours=2)
            space.entries.capture("Written under a wrong clock")
            assert space.backups.make().exists()
            space.backups.thin()
            assert before <= copies_in(space)
        clock.moment += DAY
    new = copies_in(space) - before
    # Two days stay whole, of the two before them one each.
    assert 3 <= len(new) < 12
    clock.moment = NOW + 21 * DAY
    space.entries.capture("The clock is right again")
    space.backups.make()
    space.backups.thin()
    assert len(before & copies_in(space)) > 20
    assert space.backups.last_verified() == clock.moment
    space.close()


def test_summer_time_ends_and_two_backups_have_the_same_wall_time(tmp_path: Path) -> None:
    space = new_workspace(tmp_path)
    clock = FixedClock(NOW)
    space.entries.journal.clock = clock
    made = [space.backups.make() for _turn in range(3)]
    assert len(set(made)) == 3
    assert len(space.backups.listing()) == 3
    assert space.backups.thin() == []
    space.close()


@pytest.mark.skipif(shutil.which("faketime") is None, reason="faketime is not installed here")
@pytest.mark.parametrize("when", ["1970-01-02 00:00:00", "2038-01-20 00:00:00", "2056-01-01"])
def test_a_whole_process_under_another_clock(tmp_path: Path, when: str) -> None:
    space = new_workspace(tmp_path)
    space.backups.make()
    space.close()
    before = copies_in(space)
    done = subprocess.run(
        ["faketime", when, sys.executable, "-m", "leadjournal", "backup", "-j", str(space.path)],
        env=environment(),
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert before < copies_in(space)
