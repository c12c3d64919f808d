"""What a command is given: the clock, the preferences, and what makes pictures for the tour."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import typer

from leadjournal.base.clock import Clock
from leadjournal.base.preferences import Preferences

Grab = Callable[[Path, Path], Sequence[Path]]
"""Opens the journal at the first path, saves a picture of every page in the folder at the
second, and names the files."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """What surrounds a command; `grab` is there only where pictures can be made."""

    clock: Clock
    preferences: Preferences
    grab: Grab | None = None


def terminal_of(context: typer.Context) -> Terminal:
    """What the program's start gave to this command."""
    return cast("Terminal", context.obj)
