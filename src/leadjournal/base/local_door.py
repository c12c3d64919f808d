"""The door of a window that has a journal: how it is found, and how to ask something there.

One greeting from the window, one line of JSON each way, nothing of the journal in any of them.
The window's side is `ui/local_door.py`; this one is for starts and commands, and loads no Qt.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from leadjournal.base import folders
from leadjournal.base.errors import MachineFault
from leadjournal.base.words import _

if sys.platform == "win32":
    from leadjournal.base.named_pipe import NamedPipe as Wire
else:
    from leadjournal.base.unix_socket import UnixSocket as Wire
    from leadjournal.base.unix_socket import is_own

VERSION = 1
LONGEST = 8_500_000
"""Bytes of the longest line that a window takes."""
_LONGEST_ANSWER = 65_536

_GREETED_WITHIN = 1.5
_ANSWERED_WITHIN = 10.0

Message = dict[str, Any]


def greeting() -> Message:
    """What a window says first: whoever is not greeted knocked at a window that hangs."""
    return {"leadjournal": VERSION}


def line_of(message: Message) -> bytes:
    """A message as it travels."""
    text = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass") + b"\n"


def message_of(line: bytes) -> Message | None:
    """The message in a line; nothing when it is none."""
    try:
        message = json.loads(line.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError):
        return None
    return message if isinstance(message, dict) else None


def addresses(journal: Path) -> tuple[str, ...]:
    """Where the window with this journal listens: by the file's path, and by the file itself.

    The second finds it under a second name or another mount. Nothing when no place is safe.
    """
    names = [f"path {_real(journal)}"]
    with suppress(OSError, ValueError):
        found = journal.stat()
        names.append(f"file {found.st_dev} {found.st_ino}")
    return tuple(address for name in names if (address := _address(name)))


def is_same_journal(one: Path, other: Path) -> bool:
    """Whether two names lead to one file."""
    with suppress(OSError, ValueError):
        return one.samefile(other)
    return _real(one) == _real(other)


def is_alive(address: str) -> bool:
    """Whether a window listens there, be it that it hangs; a dead one's socket refuses."""
    try:
        Wire(address).close()
    except (FileNotFoundError, ConnectionRefusedError):
        return False
    except OSError:
        # So many wait at a window that hangs that it takes nobody more.
        return True
    return True


def sweep() -> None:
    """Take away the sockets of windows that were killed; nobody else would."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        for place in folders.doors().iterdir():
            if place.is_socket() and not is_alive(str(place)):
                place.unlink()


def ask(journal: Path, wish: Message) -> Message | None:
    """What the window that has this journal answers; nothing when there is none, or it hangs.

    A window that took the wish and gave no answer is a fault: nobody knows what it did.
    """
    line = line_of({**wish, "journal": _real(journal)})
    for address in addresses(journal):
        try:
            with closing(Wire(address)) as wire:
                if message_of(wire.read(_GREETED_WITHIN, _LONGEST_ANSWER)) != greeting():
                    continue
                answer = _answer(wire, line)
        except TimeoutError:
            return None
        except OSError:
            continue
        if answer is None:
            raise _no_answer(journal)
        if "elsewhere" not in answer:
            return answer
    return None


def _answer(wire: Wire, line: bytes) -> Message | None:
    try:
        wire.write(line, _ANSWERED_WITHIN)
        return message_of(wire.read(_ANSWERED_WITHIN, _LONGEST_ANSWER))
    except OSError:
        return None


def _no_answer(journal: Path) -> MachineFault:
    return MachineFault(
        _("The window that has {file} open did not answer.").format(file=journal),
        _("It may have done all the same what it was asked."),
        _("Look there before you try again."),
    )


def _real(journal: Path) -> str:
    try:
        return os.path.realpath(journal)
    except (OSError, ValueError):
        return str(journal)


def _address(name: str) -> str | None:
    mark = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:24]
    if sys.platform == "win32":
        user = hashlib.sha256(os.fsencode(Path.home())).hexdigest()[:8]
        return rf"\\.\pipe\leadjournal-{user}-{mark}"
    else:
        folder = folders.doors()
        return str(folder / mark) if is_own(folder) else None
