import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from leadjournal.base.clock import FixedClock
from leadjournal.services.journals import open_workspace
from tests.support.journals import NOW, PASSPHRASE, new_workspace

WRITER = Path(__file__).with_name("writer.py")
KILLS = 6


def run_and_kill(path: Path, passphrase: str | None, saved: int) -> list[str]:
    """Let the child save so many entries, kill it, and give the ids it said it had saved."""
    child = subprocess.Popen(
        [sys.executable, str(WRITER), str(path), passphrase or ""],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    said = [child.stdout.readline().strip() for _count in range(saved)]
    child.kill()
    said += child.stdout.read().split("\n")[:-1]
    child.wait()
    child.stdout.close()
    return said


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_what_was_saved_survives_a_kill(tmp_path: Path, passphrase: str | None) -> None:
    space = new_workspace(tmp_path, passphrase=passphrase)
    space.close()
    chance = random.Random(7)
    said: list[str] = []
    for _kill in range(KILLS):
        said += run_and_kill(space.path, passphrase, chance.randint(1, 30))
        again = open_workspace(space.path, passphrase, FixedClock(NOW))
        there = {entry.id for entry in again.entries.all()}
        assert set(said) <= there
        assert len(there) - len(said) <= KILLS
        assert again.backups.check().ok
        again.close()
    if passphrase is not None:
        assert all(
            b"canary" not in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()
        )
