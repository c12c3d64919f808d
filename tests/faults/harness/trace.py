"""What strace wrote down, as operations on files; a line on standard output is one as well."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CHANGES = "openat,pwrite64,write,fsync,fdatasync,ftruncate,unlink,rename,close"
"""The calls that make a difference to what is on the disk."""

_CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')


@dataclass(frozen=True, slots=True)
class Operation:
    """One call that succeeded: on which file, where, with what."""

    call: str
    path: str = ""
    content: bytes = b""
    offset: int = 0
    flags: str = ""
    target: str = ""
    handle: int = -1


def watching(log: Path, calls: str = CHANGES) -> list[str]:
    """The options that let strace write these calls down whole."""
    return ["-xx", "-s", "200000", "-e", f"trace={calls}", "-e", "signal=none",
            "-o", str(log)]  # fmt: skip


def operations(log: Path) -> list[Operation]:
    """Every call of the log, in its order, with the file's name instead of its number."""
    return list(_named(log))


def _named(log: Path) -> Iterator[Operation]:
    names: dict[int, str] = {1: "said"}
    with log.open(encoding="ascii") as lines:
        for line in lines:
            if "<unfinished" in line:
                raise ValueError("the trace has calls of several threads at once")
            match = _CALL.match(line)
            if match is None or int(match[3]) < 0:
                continue
            call, words, result = match[1], match[2], int(match[3])
            if call == "openat":
                names[result] = _texts(words)[0].decode()
                flags = words.rpartition('"')[2]
                yield Operation("open", names[result], flags=flags, handle=result)
            elif call in ("unlink", "rename"):
                path, *rest = (text.decode() for text in _texts(words))
                yield Operation(call, path, target="".join(rest))
            else:
                yield _on_file(call, words, names)


def _on_file(call: str, words: str, names: dict[int, str]) -> Operation:
    number = int(words.partition(",")[0])
    name = names.get(number, "")
    if call in ("pwrite64", "write"):
        offset = int(words.rpartition(",")[2]) if call == "pwrite64" else -1
        return Operation("write", name, _texts(words)[0], offset)
    if call == "ftruncate":
        return Operation("truncate", name, offset=int(words.rpartition(",")[2]))
    if call == "close":
        names.pop(number, None)
        return Operation("close", name, handle=number)
    return Operation("sync", name)


def _texts(words: str) -> list[bytes]:
    found = []
    for text, cut in _TEXT.findall(words):
        if cut:
            raise ValueError("strace cut a text short")
        found.append(bytes.fromhex(text.replace("\\x", "")))
    return found
