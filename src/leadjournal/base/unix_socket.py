"""A socket of Linux and macOS between programs of one user."""

import os
import socket
import stat
import time
from contextlib import suppress
from pathlib import Path

_REACHED_WITHIN = 1.0
_PART = 65_536


class UnixSocket:
    """One end; whatever does not happen in its time is an `OSError`."""

    def __init__(self, address: str) -> None:
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._socket.settimeout(_REACHED_WITHIN)
            self._socket.connect(address)
        except BaseException:
            self._socket.close()
            raise

    def write(self, line: bytes, seconds: float) -> None:
        """Send a line."""
        self._socket.settimeout(seconds)
        self._socket.sendall(line)

    def read(self, seconds: float, longest: int) -> bytes:
        """The next line, of at most so many bytes."""
        end, heard = time.monotonic() + seconds, b""
        while b"\n" not in heard:
            self._socket.settimeout(max(end - time.monotonic(), 0.001))
            part = self._socket.recv(_PART)
            heard += part
            if not part or len(heard) > longest:
                raise ConnectionError("no line came")
        return heard.partition(b"\n")[0]

    def close(self) -> None:
        """Hang up."""
        self._socket.close()


def is_own(folder: Path) -> bool:
    """Whether nobody but this user can put anything into the folder; it is made if need be."""
    try:
        with suppress(FileExistsError):
            folder.mkdir(mode=0o700)
        found = folder.lstat()
    except OSError:
        return False
    is_private = not found.st_mode & 0o077
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and is_private
