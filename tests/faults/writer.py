"""A child process that writes entries until it is killed, saying each one it has saved."""

import sys
from datetime import date
from pathlib import Path

from leadjournal.base.clock import SystemClock
from leadjournal.model.entry import EntryDraft
from leadjournal.services.journals import open_workspace


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    path, passphrase = Path(sys.argv[1]), sys.argv[2] or None
    space = open_workspace(path, passphrase, SystemClock())
    say("ready")
    for number in range(100_000):
        made = space.entries.add(
            EntryDraft(day=date(2025, 10, 31), title=f"number {number}", text="canary " * 40)
        )
        say(made.id)


if __name__ == "__main__":
    main()
