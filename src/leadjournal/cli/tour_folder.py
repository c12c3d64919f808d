"""The folder of a tour: what an earlier tour made there is replaced, nothing else is touched."""

import hashlib
import json
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from leadjournal.base.clock import Clock
from leadjournal.base.errors import UserMistake
from leadjournal.base.files import cannot_write, write_atomically
from leadjournal.base.words import _
from leadjournal.services.journals import open_workspace

_NOTE = ".leadjournal-tour.json"
_BESIDE = ("", "-wal", "-shm", "-journal")


class TourFolder:
    """Remembers by their bytes the files a tour made, so that changed ones count as the user's."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made = self._read()

    def make_room(self, journal: Path, names: Iterable[str], clock: Clock) -> None:
        """Take away the earlier tour's journal; refuse when a file of somebody else is there."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except (OSError, ValueError) as fault:
            known = fault if isinstance(fault, OSError) else OSError(0, str(fault))
            raise cannot_write(self._folder, known) from fault
        self.refuse_foreign([journal.name, *names])
        if journal.exists():
            # Opening it tells, in its own sentence, when a window has it open.
            with closing(open_workspace(journal, None, clock, read_only=True)):
                pass
            for ending in _BESIDE:
                journal.with_name(f"{journal.name}{ending}").unlink(missing_ok=True)

    def refuse_foreign(self, names: Iterable[str]) -> None:
        """Refuse to write over a file that no earlier tour made, or that was changed since."""
        for name in names:
            file = self._folder / name
            present = file.exists() or file.is_symlink()
            if present and (file.is_symlink() or _digest(file) != self._made.get(name)):
                raise UserMistake(
                    _("{file} is already there, and no earlier tour made it so.").format(file=file),
                    _("It was left as it is."),
                    _("Choose another folder."),
                )

    def remember(self, files: Iterable[Path]) -> None:
        """Note what this tour made."""
        made = {file.name: _digest(file) for file in files}
        write_atomically(self._folder / _NOTE, json.dumps(made, indent=1).encode())

    def _read(self) -> dict[str, str]:
        try:
            noted = json.loads((self._folder / _NOTE).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return noted if isinstance(noted, dict) else {}


def _digest(file: Path) -> str:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""
