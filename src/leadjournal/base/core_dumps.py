"""A crash must not leave the memory of the program, with the journal in it, on the disk."""

import ctypes
import sys
from contextlib import suppress

_PR_SET_DUMPABLE = 4
_SEM_FAILCRITICALERRORS, _SEM_NOGPFAULTERRORBOX = 0x0001, 0x0002


def refuse_core_dumps() -> None:
    """From now on no memory is written out when the process dies, as far as the system lets us.

    On Linux other programs of the same user cannot read the memory either.
    """
    if sys.platform == "win32":
        mode = _SEM_FAILCRITICALERRORS | _SEM_NOGPFAULTERRORBOX
        ctypes.windll.kernel32.SetErrorMode(mode)
        return
    import resource

    with suppress(OSError, ValueError):
        # The lower of the two limits is the one that counts.
        _lower, upper = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, upper))
    if sys.platform == "linux":
        # A system that pipes cores to a program asks this, and not the limit alone.
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
