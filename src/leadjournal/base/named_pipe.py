"""A named pipe of Windows, read with a patience of one's own, which Python's files do not have.

Whoever made the pipe learns who calls and can do nothing in the caller's name.
"""

import ctypes
import msvcrt
import os
import time
from io import FileIO

_SYSTEM = ctypes.windll  # type: ignore[attr-defined]  # there on Windows only
_KERNEL = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined]  # as above
_READ_AND_WRITE = 0xC0000000
_OPEN_EXISTING = 3
_IDENTIFICATION = 0x00100000 | 0x00010000
"""SECURITY_SQOS_PRESENT and SECURITY_IDENTIFICATION; without them the other end may act as us."""
_NO_HANDLE = ctypes.c_void_p(-1).value
_LOOK_AGAIN = 0.02
_PART = 65_536
_ANYBODY = -1


class NamedPipe:
    """One end of a pipe to a window of this user."""

    def __init__(self, address: str) -> None:
        self._file = FileIO(_opened(address), "r+")
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


def _opened(address: str) -> int:
    """A file descriptor on the pipe."""
    create = _KERNEL.CreateFileW
    create.restype = ctypes.c_void_p
    create.argtypes = (
        ctypes.c_wchar_p, ctypes.c_ulong, ctypes.c_ulong, ctypes.c_void_p,
        ctypes.c_ulong, ctypes.c_ulong, ctypes.c_void_p,
    )  # fmt: skip
    handle = create(address, _READ_AND_WRITE, 0, None, _OPEN_EXISTING, _IDENTIFICATION, None)
    if handle in (None, _NO_HANDLE):
        raise ctypes.WinError(ctypes.get_last_error())  # type: ignore[attr-defined]  # as above
    descriptor: int = msvcrt.open_osfhandle(handle, os.O_RDWR)  # type: ignore[attr-defined]  # as above
    return descriptor
