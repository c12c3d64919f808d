"""Once a week the journal is looked through, and what can be mended is mended without a word."""

from datetime import timedelta
from pathlib import Path

from leadjournal.base.clock import FixedClock
from leadjournal.base.preferences import LAST_CHECK
from leadjournal.services.journals import create_workspace
from leadjournal.store.engine import connect
from tests.journeys.conftest import Start
from tests.journeys.hands import Hands


def make_the_index_drift(path: Path) -> None:
    connection = connect(path, "rw", None)
    connection.execute("DELETE FROM search_text WHERE title = 'The harbour'")
    connection.close()


def opened(user: Hands) -> Hands:
    user.wait(lambda: user.window.desk.workspace is not None)
    user.wait(lambda: not user.window.room.jobs.is_busy)
    return user


def found(user: Hands) -> int:
    return len(user.journal.search.find("harbour"))


def test_an_index_that_drifted_is_mended_within_the_week(
    start: Start, tmp_path: Path, clock: FixedClock
) -> None:
    path = tmp_path / "mine" / "mine.leadjournal"
    space = create_workspace(path, "Mine", None, clock)
    space.entries.capture("The harbour")
    space.close()
    user = opened(start(path))
    first = user.window.room.preferences.get(LAST_CHECK)
    assert first == f"{clock.today()} {path}"
    user.close()
    make_the_index_drift(path)
    clock.moment += timedelta(days=6)
    user = opened(start(path))
    assert found(user) == 0
    user.close()
    clock.moment += timedelta(days=2)
    user = opened(start(path))
    user.wait(lambda: user.window.room.preferences.get(LAST_CHECK) != first)
    assert found(user) == 1
    assert not user.is_asked()
    user.close()
