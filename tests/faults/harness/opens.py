"""F21: while SQLite has the journal open nobody else opens its file.

Closing a second handle would take SQLite's locks away, whoever had opened it. SQLite tells itself
apart: it alone opens with O_NOFOLLOW. Another SQLite in the same process would do so too, so none
may be loaded.
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.faults.harness.judging import broken, judge, saved
from tests.faults.harness.machine import strace
from tests.faults.harness.outcome import Control, Outcome, Probe, Scene
from tests.faults.harness.trace import Operation, operations, watching
from tests.support.journals import PASSPHRASE

_CALLS = "openat,write,close"
_SQLITE = "O_NOFOLLOW"


def opened_by_others(session: list[Operation], path: Path) -> Iterator[str]:
    """Whoever opens or closes the journal while one of SQLite's handles on it is open."""
    held: list[int] = []
    for one in session:
        if one.path != str(path):
            continue
        if one.call == "open" and _SQLITE in one.flags:
            held.append(one.handle)
        elif one.call == "close" and one.handle in held:
            held.remove(one.handle)
        elif one.call in ("open", "close") and held:
            yield f"somebody did {one.call} the file{one.flags}"


def watch_a_session(passphrase: str | None, scene: Scene, times: int) -> Outcome:
    """Open, save, search, back up, export, check, re-key, restore, close; and after a kill."""
    outcome, seen = Outcome(), 0
    for number in range(times):
        path = scene.journal(scene.folder / str(number), passphrase)
        said: set[str] = set()
        for act in ("work_and_be_killed", "whole_session"):
            session, lines = _traced(scene, act, path, passphrase)
            said |= saved(lines)
            outcome.faults += broken(lines)
            outcome.faults += [f"{act}: {who}" for who in opened_by_others(session, path)]
            outcome.faults += [line for line in lines if line.startswith("foreign ")]
        session, lines = _traced(scene, "careless_session", path, passphrase)
        outcome.faults += broken(lines)
        seen += any(opened_by_others(session, path))
        outcome.take_in(judge(path, passphrase, said, in_flight=2))
    outcome.controls.append(Control("a handle opened and closed by Python is seen", seen, times))
    return outcome


def _traced(
    scene: Scene, act: str, path: Path, passphrase: str | None
) -> tuple[list[Operation], list[str]]:
    log = scene.folder / f"{act}.trace"
    child = scene.children.start(
        act, {"path": path, "passphrase": passphrase}, home=scene.folder,
        strace=watching(log, _CALLS),
    )  # fmt: skip
    lines = child.rest()
    return operations(log), lines


PROBES = tuple(
    Probe(
        "F21", f"who opens the file, {name}", partial(watch_a_session, secret), short, 3, (strace,)
    )
    for name, secret, short in (("plain", None, 1), ("encrypted", PASSPHRASE, 0))
)
