"""F1: kill -9 while entries are written."""

import time
from functools import partial
from random import Random

from tests.faults.harness.judging import broken, judge, readable_canary, saved
from tests.faults.harness.outcome import Control, Outcome, Probe, Scene
from tests.support.journals import PASSPHRASE

_A_JOURNAL = 10
"""A new journal after so many kills, for a check takes longer the more there is in it."""


def kill_while_writing(passphrase: str | None, scene: Scene, times: int) -> Outcome:
    """Kill after 0.1 to 0.4 seconds; then everything said to be saved is there."""
    outcome, chance, said = Outcome(), Random(times), set[str]()
    path = scene.folder
    for number in range(times):
        folder = scene.folder / str(number // _A_JOURNAL)
        if number % _A_JOURNAL == 0:
            path, said = scene.journal(folder, passphrase), set()
        child = scene.children.start(
            "write",
            {"path": path, "passphrase": passphrase, "begin": number * 100_000},
            home=scene.folder,
        )
        lines = [child.line()]
        time.sleep(chance.uniform(0.1, 0.4))
        lines += child.kill()
        said |= saved(lines)
        outcome.faults += broken(lines)
        unread = [] if passphrase is None else readable_canary(folder)
        outcome.faults += [f"the canary can be read in {file}" for file in unread]
        outcome.take_in(judge(path, passphrase, said, in_flight=number % _A_JOURNAL + 1))
    if passphrase is None:
        found = {file.parent for file in readable_canary(scene.folder)}
        journals = -(-times // _A_JOURNAL)
        outcome.controls.append(
            Control("plain journals in which the canary is found", len(found), journals)
        )
    else:
        outcome.faults += [f"the canary is in {file}" for file in readable_canary(scene.folder)]
    outcome.notes.append(f"{len(said)} saved in the last journal")
    return outcome


PROBES = tuple(
    Probe("F1", f"kill while writing, {name}", partial(kill_while_writing, passphrase), 4, 200)
    for name, passphrase in (("plain", None), ("encrypted", PASSPHRASE))
)
