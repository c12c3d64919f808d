"""A child process that writes entries until it is killed, saying each one it has saved."""

import sys
from datetime import date
from pathlib import Path

from leadjournal.base.clock import SystemClock
from leadjournal.model.entry import EntryDraft
from leadjournal.services.journals import open_workspace


def main() -> None:
    path, passphrase = Path(sys.argv[1]), sys.argv[2] or None
    space = open_workspace(path, passphrase, SystemClock())
    print("ready", flush=True)
    for number in range(100_000):
        made = space.entries.add(
            EntryDraft(day=date(2025, 10, 31), title=f"number {number}", text="canary " * 40)
        )
        print(made.id, flush=True)


if __name__ == "__main__":
    main()
