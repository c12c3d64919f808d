"""A named pipe of Windows, read with a patience of one's own, which Python's files do not have."""

import ctypes
import msvcrt
import time
from io import FileIO

_SYSTEM = ctypes.windll  # type: ignore[attr-defined]  # there on Windows only
_LOOK_AGAIN = 0.02
_PART = 65_536
_ANYBODY = -1


class NamedPipe:
    """One end of a pipe to a window of this user."""

    def __init__(self, address: str) -> None:
        self._file = FileIO(address, "r+")
        self._handle = msvcrt.get_osfhandle(self._file.fileno())  # type: ignore[attr-defined]  # Windows
        # Windows brings a window forward only when the program in front lets it.
        _SYSTEM.user32.AllowSetForegroundWindow(_ANYBODY)

    def write(self, line: bytes, seconds: float) -> None:
        """Send a line; a pipe takes it in parts while the other end reads."""
        end = time.monotonic() + seconds
        while line:
            sent = self._file.write(line[:_PART]) or 0
            line = line[sent:]
            if line and time.monotonic() > end:
                raise TimeoutError("the line was not taken")

    def read(self, seconds: float, longest: int) -> bytes:
        """The next line, of at most so many bytes."""
        end, heard = time.monotonic() + seconds, b""
        while b"\n" not in heard:
            waiting = self._waiting()
            if waiting:
                heard += self._file.read(waiting)
            elif time.monotonic() > end:
                raise TimeoutError("no line came")
            else:
                time.sleep(_LOOK_AGAIN)
            if len(heard) > longest:
                raise ConnectionError("the line is too long")
        return heard.partition(b"\n")[0]

    def close(self) -> None:
        """Hang up."""
        self._file.close()

    def _waiting(self) -> int:
        count = ctypes.c_ulong()
        looked = _SYSTEM.kernel32.PeekNamedPipe(
            ctypes.c_void_p(self._handle), None, 0, None, ctypes.byref(count), None
        )
        if not looked:
            raise ConnectionError("the other end is gone")
        return count.value
