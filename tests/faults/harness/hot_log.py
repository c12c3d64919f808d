"""F28: a log with two hundred commits that nobody took in, and the wrong hands open the journal."""

from contextlib import closing, suppress
from functools import partial
from pathlib import Path

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import Problem
from leadjournal.services.journals import needs_passphrase, open_workspace
from tests.faults.harness.driving import connection, driver_error
from tests.faults.harness.judging import broken, judge, readable_canary, saved
from tests.faults.harness.outcome import Outcome, Probe, Scene
from tests.support.journals import NOW, PASSPHRASE

_COMMITS = 200


def wrong_hands(passphrase: str | None, scene: Scene, times: int) -> Outcome:
    """After a kill: a wrong passphrase, none, another SQLite; then the right one finds all."""
    outcome = Outcome()
    for number in range(times):
        path = scene.journal(scene.folder / str(number), passphrase)
        child = scene.children.start(
            "write_into_the_log",
            {"path": path, "passphrase": passphrase, "saves": _COMMITS},
            home=scene.folder,
        )
        lines = child.rest()
        outcome.faults += broken(lines)
        if path.with_name(f"{path.name}-wal").stat().st_size < path.stat().st_size:
            outcome.faults.append("the log holds too little to prove anything")
        for hands in (_wrong_passphrase, _none, _another_sqlite, _driver_without_key):
            outcome.faults += hands(scene, path, passphrase)
        unread = readable_canary(path.parent) if passphrase else []
        outcome.faults += [f"the canary can be read in {file}" for file in unread]
        outcome.take_in(judge(path, passphrase, saved(lines), in_flight=0))
    return outcome


def _wrong_passphrase(_scene: Scene, path: Path, passphrase: str | None) -> list[str]:
    with suppress(Problem):
        open_workspace(path, f"{passphrase} not", FixedClock(NOW)).close()
        return ["a wrong passphrase opened the journal"]
    return []


def _none(_scene: Scene, path: Path, passphrase: str | None) -> list[str]:
    if needs_passphrase(path) != (passphrase is not None):
        return ["it is not told right whether a passphrase is needed"]
    if passphrase is None:
        return []
    with suppress(Problem):
        open_workspace(path, None, FixedClock(NOW)).close()
        return ["the journal opened without its passphrase"]
    return []


def _another_sqlite(scene: Scene, path: Path, _passphrase: str | None) -> list[str]:
    return broken(scene.children.start("peek", {"path": path}, home=scene.folder).rest())


def _driver_without_key(_scene: Scene, path: Path, passphrase: str | None) -> list[str]:
    if passphrase is None:
        return []
    with closing(connection(path, None)) as raw, suppress(driver_error):
        raw.execute("SELECT count(*) FROM entry").fetchone()
        return ["the driver reads it without a key"]
    return []


PROBES = tuple(
    Probe("F28", f"wrong hands on a hot log, {name}", partial(wrong_hands, secret), 1, 10)
    for name, secret in (("plain", None), ("encrypted", PASSPHRASE))
)
