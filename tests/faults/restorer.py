"""A child that restores a backup again and again, each time killed at a later change of a name."""

import os
import shutil
import sys
from collections.abc import Callable
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

from leadjournal.base.clock import FixedClock
from leadjournal.services.restoring import restore
from tests.support.journals import NOW

CALLS = ("link", "unlink", "rename", "replace", "mkdir")
_KILLED = 9


def _no_second_names(*_names: object, **_more: object) -> None:
    raise OSError("this disk knows no second names")


def _killed_at(turn: int) -> None:
    """From here on the system ends this process just before its nth change of a name."""
    turns = count(1)

    def watched(call: Callable[..., Any]) -> Callable[..., Any]:
        def act(*arguments: Any, **more: Any) -> Any:
            if next(turns) == turn:
                os._exit(_KILLED)
            return call(*arguments, **more)

        return act

    for name in CALLS:
        setattr(os, name, watched(getattr(os, name)))


def main() -> None:
    template, out, links = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] == "links"
    if not links:
        os.link = _no_second_names
    for turn in count(1):
        folder = Path(shutil.copytree(template, out / str(turn)))
        (backup,) = (folder / "backups").glob("*.leadjournal")
        child = os.fork()
        if child == 0:
            _killed_at(turn)
            clock = FixedClock(NOW + timedelta(hours=2))
            restore(folder / "a.leadjournal", backup, None, clock).workspace.close()
            os._exit(0)
        if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != _KILLED:
            return


if __name__ == "__main__":
    main()
