"""What a child does with the passphrase of a journal."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from leadjournal.base.clock import FixedClock
from leadjournal.services.protection import change_protection
from tests.faults.harness.session_acts import say
from tests.support.journals import NOW


def protect(values: dict[str, Any]) -> None:
    """Give the journal another passphrase, or none."""
    say("ready")
    change_protection(Path(values["path"]), values["old"], values["new"], FixedClock(NOW))
    say("done")


SECRET_ACTS: dict[str, Callable[[dict[str, Any]], None]] = {"protect": protect}
