"""Chooses the door: the terminal for a command, the window for a journal or for nothing."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import closing
from difflib import get_close_matches
from pathlib import Path

from leadjournal.base.core_dumps import refuse_core_dumps
from leadjournal.base.ending import ENDING
from leadjournal.base.errors import MachineFault, Problem
from leadjournal.base.words import _
from leadjournal.cli.commands import COMMANDS as TERMINAL

COMMANDS: tuple[str, ...] = tuple(command.name for command in TERMINAL)
OPTIONS: tuple[str, ...] = ("--help", "-h", "--version")

_USERS_MISTAKE, _WRONG_USAGE, _MACHINES_FAULT = 1, 2, 3


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with the words of the command line; gives its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    refuse_core_dumps()
    try:
        if not words:
            return _open_window(None)
        if words[0] in COMMANDS or words[0] in OPTIONS:
            return _run_command(words)
        if _is_a_file(words[0]) and len(words) == 1:
            return _open_window(Path(words[0]))
    except Problem as problem:
        print(problem, file=sys.stderr)  # noqa: T201  # the terminal is where it was asked for
        return _MACHINES_FAULT if isinstance(problem, MachineFault) else _USERS_MISTAKE
    print(_unknown(words[0]), file=sys.stderr)  # noqa: T201
    return _WRONG_USAGE


def _is_a_file(word: str) -> bool:
    return word.endswith(ENDING) or (not word.startswith("-") and Path(word).exists())


def hold_collector() -> None:
    """Let the start go without the garbage collector; the window wakes it once it stands.

    What a start loads is never thrown away, and to walk through it again and again took a fifth
    of the time until Today was on the screen.
    """
    gc.disable()


def _open_window(path: Path | None) -> int:
    if _has_a_window(path):
        return 0
    hold_collector()
    from leadjournal.ui.application import run_window

    return run_window(path)


def _has_a_window(path: Path | None) -> bool:
    """Whether a window has the journal already; it comes forward, and this start is over."""
    from leadjournal.base import folders
    from leadjournal.base.local_door import ask
    from leadjournal.base.preferences import LAST_JOURNAL, Preferences

    journal = path or Preferences(folders.settings()).get(LAST_JOURNAL)
    if not journal:
        return False
    token = os.environ.get("XDG_ACTIVATION_TOKEN", "")
    answer = ask(Path(journal), {"ask": "show", "token": token})
    return answer is not None and "shown" in answer


def _run_command(words: list[str]) -> int:
    from leadjournal.cli.main import run

    return run(words, grab=_grab)


def _grab(journal: Path, folder: Path) -> Sequence[Path]:
    from leadjournal.base.clock import SystemClock
    from leadjournal.services.journals import open_workspace
    from leadjournal.ui.grab import grab_pages

    with closing(open_workspace(journal, None, SystemClock(), door="command")) as workspace:
        return grab_pages(workspace, folder)


def _unknown(word: str) -> str:
    if _is_a_file(word):
        return _("The window opens one journal; nothing may follow its name.")
    nearest = get_close_matches(word, COMMANDS, n=1, cutoff=0.5)
    sentence = _("“{word}” is neither a command nor a file.").format(word=word[:60])
    if nearest:
        return f"{sentence} " + _("Did you mean “{command}”?").format(command=nearest[0])
    return f"{sentence} " + _("The commands are: {commands}.").format(commands=", ".join(COMMANDS))
