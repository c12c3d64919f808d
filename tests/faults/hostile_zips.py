"""Bundles that want to harm: each is written byte by byte, and says what it should be told by."""

import stat
import struct
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from tests.support.bundles import Parcel

Make = Callable[[Parcel], bytes]

BLANKS = 200_000_000


def tied(parcel: Parcel, *extra: tuple[str | zipfile.ZipInfo, bytes], packed: bool = True) -> bytes:
    """The bundle with members that do not belong into it."""
    content = BytesIO()
    way = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(content, "w", way) as archive:
        for name, data in (*parcel.whole().items(), *extra):
            archive.writestr(name, data)
    return content.getvalue()


def named(name: str) -> Make:
    """A member of this name more, as it is written by programs that do not look."""

    def make(parcel: Parcel) -> bytes:
        stand_in = "q" * len(name.encode())
        return tied(parcel, (stand_in, b"harm")).replace(stand_in.encode(), name.encode())

    return make


def of_mode(name: str, mode: int) -> Make:
    """A member that is no file."""

    def make(parcel: Parcel) -> bytes:
        info = zipfile.ZipInfo(name)
        info.create_system = 3
        info.external_attr = (mode | 0o777) << 16
        return tied(parcel, (info, b"/etc/passwd"))

    return make


def twice(first: str, second: str) -> Make:
    """Two members that are one on some computers."""

    def make(parcel: Parcel) -> bytes:
        taken = parcel.files.get(first, b"{}\n")
        parcel.put(first, taken)
        if second != first:
            return tied(parcel, (second, taken))
        stand_in = "q" * len(second)
        return tied(parcel, (stand_in, taken)).replace(stand_in.encode(), second.encode())

    return make


def not_utf8(parcel: Parcel) -> bytes:
    """A name that claims to be UTF-8 and is not."""
    return tied(parcel, ("änderung", b"harm")).replace("änderung".encode(), b"\xff\xfenderung")


def encrypted(parcel: Parcel) -> bytes:
    """A member whose header says that it is encrypted."""
    info = zipfile.ZipInfo("why.jsonl")
    content = bytearray(tied(parcel.drop("why.jsonl"), (info, b"secret")))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.rfind(mark)
        content[at + place] |= 1
    return bytes(content)


def many(parcel: Parcel) -> bytes:
    """A hundred thousand members."""
    return tied(parcel, *((f"m{number}", b"") for number in range(100_000)), packed=False)


def bomb(parcel: Parcel) -> bytes:
    """200 MB of blanks in 195 kB."""
    return tied(parcel.put("entry.jsonl", b" " * BLANKS))


def small_bombs(parcel: Parcel) -> bytes:
    """Many members, each within the limits and suspicious only by how it grows."""
    for part in range(2, 12):
        parcel.put(f"entry.{part}.jsonl", b" " * 40_000_000)
    return tied(parcel)


def nested(parcel: Parcel) -> bytes:
    """A zip in the zip."""
    return tied(parcel, ("inner.zip", tied(parcel)))


def understated(parcel: Parcel) -> bytes:
    """A header that says ten bytes where 20 MB follow."""
    parcel.put("entry.jsonl", b" " * 20_000_000)
    return _with_size(tied(parcel), "entry.jsonl", 10)


def overstated(parcel: Parcel) -> bytes:
    """A header that says more than there is."""
    size = len(parcel.files["why.jsonl"])
    return _with_size(tied(parcel), "why.jsonl", size + 50)


def endless_line(parcel: Parcel) -> bytes:
    """A line of 40 MB that ends nowhere, packed so badly that it looks harmless."""
    block = bytes(range(32, 127)) * 11_000
    return tied(parcel.put("entry.jsonl", block * 38), packed=False)


def wrong_sum(parcel: Parcel) -> bytes:
    """A record that was changed without the manifest."""
    parcel.files["why.jsonl"] = parcel.files["why.jsonl"].replace(b"the", b"not", 1)
    return tied(parcel)


def other_packing(parcel: Parcel) -> bytes:
    """A member packed in a way that takes any amount of memory to unpack."""
    info = zipfile.ZipInfo("extra.bin")
    info.compress_type = zipfile.ZIP_LZMA
    return tied(parcel, (info, b"harm"))


def broken_stream(parcel: Parcel) -> bytes:
    """A member whose packed bytes are noise."""
    content = tied(parcel)
    at = content.index(b"entry.jsonl") + 200
    return content[:at] + bytes(100) + content[at + 100 :]


def long_directory(parcel: Parcel) -> bytes:
    """An end that says that the list of members is as long as the file."""
    content = tied(parcel)
    at = content.rfind(b"PK\x05\x06")
    return content[: at + 12] + struct.pack("<L", 4_000_000_000) + content[at + 16 :]


def local_name_differs(parcel: Parcel) -> bytes:
    """Another name before the member than in the list at the end."""
    content = tied(parcel)
    at = content.index(b"why.jsonl")
    return content[:at] + b"wha.jsonl" + content[at + 9 :]


def _with_size(content: bytes, name: str, size: int) -> bytes:
    """The same zip with another unpacked size, and its checksum left as it was."""
    changed = bytearray(content)
    for mark, to_size, to_name in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        at = -1
        while (at := content.find(mark, at + 1)) >= 0:
            if content[at + to_name :].startswith(name.encode()):
                struct.pack_into("<L", changed, at + to_size, size)
    return bytes(changed)


HOSTILE: tuple[tuple[str, Make, str], ...] = (
    ("upwards", named("../../evil.txt"), "evil.txt"),
    ("upwards inside", named("history/../../evil"), "history/../../evil"),
    ("absolute", named("/etc/cron.d/evil"), "/etc/cron.d/evil"),
    ("drive", named("C:\\evil.txt"), "C:\\evil.txt"),
    ("drive with slash", named("C:/evil.txt"), "C:/evil.txt"),
    ("backslashes", named("history\\..\\evil"), "history\\..\\evil"),
    ("stream", named("entry.jsonl:evil"), "entry.jsonl:evil"),
    ("nul", named("why.jsonl\x00.exe"), "why.jsonl�.exe"),
    ("control", named("why\x1b[2J"), "why�[2J"),
    ("reserved", named("CON"), "CON"),
    ("reserved with ending", named("aux.jsonl"), "aux.jsonl"),
    ("reserved inside", named("history/lpt1.txt"), "history/lpt1.txt"),
    ("dot at the end", named("why.jsonl."), "why.jsonl."),
    ("empty part", named("history//x"), "history//x"),
    ("symlink", of_mode("link", stat.S_IFLNK), "link"),
    ("device", of_mode("sda", stat.S_IFBLK), "sda"),
    ("terminal", of_mode("tty", stat.S_IFCHR), "tty"),
    ("pipe", of_mode("pipe", stat.S_IFIFO), "pipe"),
    ("socket", of_mode("socket", stat.S_IFSOCK), "socket"),
    ("twice", twice("why.jsonl", "why.jsonl"), "why.jsonl"),
    ("case", twice("why.jsonl", "WHY.jsonl"), "WHY.jsonl"),
    ("form", twice("why.jsonl", "ｗhy.jsonl"), "ｗhy.jsonl"),
    ("not utf-8", not_utf8, "\\xff\\xfenderung"),
    ("encrypted", encrypted, "why.jsonl"),
    ("many", many, "10,000 files"),
    ("bomb", bomb, "entry.jsonl"),
    ("small bombs", small_bombs, "entry.2.jsonl"),
    ("nested", nested, "inner.zip"),
    ("understated", understated, "entry.jsonl"),
    ("overstated", overstated, "why.jsonl"),
    ("endless line", endless_line, "entry.jsonl"),
    ("wrong sum", wrong_sum, "why.jsonl"),
    ("other packing", other_packing, "extra.bin"),
    ("broken stream", broken_stream, "entry.jsonl"),
    ("long directory", long_directory, "10,000 files"),
    ("other name before", local_name_differs, "why.jsonl"),
)
"""What it is, how it is made, and what the refusal has to name."""


def hostile(path: Path, parcel: Parcel, make: Make) -> Path:
    """Write a hostile bundle."""
    path.write_bytes(make(parcel))
    return path
