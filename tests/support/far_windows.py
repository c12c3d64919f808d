"""Windows in processes of their own for a test, and a second start of the program beside them."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.cli.terminal import Said, environment
from tests.journeys.far_hands import FarHands

Begin = Callable[..., FarHands]
PATIENCE = 30


@contextmanager
def far_windows() -> Iterator[Begin]:
    """Starts windows; those that still run at the end are killed."""
    begun: list[FarHands] = []

    def begin(path: Path, seen: str = "Waiting for you") -> FarHands:
        begun.append(FarHands(path))
        begun[-1].do("until_seen", seen)
        return begun[-1]

    yield begin
    for far in begun:
        far.kill()


def second_start(
    *words: str | Path, folder: Path, through: tuple[str, ...] = (), home: Path | None = None
) -> Said:
    """Start the program as a user does, from a folder; `through` makes it another user's."""
    done = subprocess.run(
        [*through, sys.executable, "-m", "leadjournal", *map(str, words)],
        cwd=folder,
        env=environment()
        | {"PYTHONDONTWRITEBYTECODE": "1"}
        | ({"LEADJOURNAL_HOME": str(home)} if home else {}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    said = [line for line in done.stderr.splitlines(keepends=True) if "plugin" not in line]
    return Said(done.returncode, done.stdout, "".join(said))


def is_root() -> bool:
    """Whether the tests run with all rights."""
    return hasattr(os, "geteuid") and os.geteuid() == 0
