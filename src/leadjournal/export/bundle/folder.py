"""The files of a bundle that somebody unpacked; nothing is followed that leads elsewhere."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from leadjournal.base.words import _
from leadjournal.export.bundle.counting import CHUNK, Meter
from leadjournal.export.bundle.refusal import refused_file

# Not there on Windows, where no link can be made without asking and no device lies in a folder.
_WITH_CARE = (
    getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)


class FolderFiles:
    """Only files that the manifest names are opened; whatever else lies there does not matter."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._meter = Meter(folder.name)

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a file, piece by piece."""
        return self._meter.counted(name, self._read(name), None)

    def refuse_strangers(self, listed: set[str]) -> None:
        """A folder may hold anything besides."""

    def close(self) -> None:
        """Nothing is held open."""

    def _read(self, name: str) -> Iterator[bytes]:
        path = self._folder / name
        if path.parent.is_symlink() and path.parent != self._folder:
            raise refused_file(self._folder.name, name, _("is no file."))
        try:
            handle = os.open(path, os.O_RDONLY | _WITH_CARE)
        except OSError:
            raise refused_file(self._folder.name, name, _("cannot be found or read.")) from None
        try:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise refused_file(self._folder.name, name, _("is no file."))
            while chunk := os.read(handle, CHUNK):
                yield chunk
        finally:
            os.close(handle)
