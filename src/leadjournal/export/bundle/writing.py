"""Writing a bundle: a zip with a manifest, a page of explanation, and lists of records."""

import hashlib
import json
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from typing import BinaryIO

from leadjournal.base.errors import UserMistake
from leadjournal.base.resources import resource_text
from leadjournal.base.words import _
from leadjournal.export.bundle import limits, names
from leadjournal.export.bundle.lines import Values, as_line
from leadjournal.export.bundle.manifest import About, ListedFile, Manifest

Lists = Iterable[tuple[str, Iterable[Values]]]
"""Under the name of each kind, or part of the history, its records in their order."""

_SAME_MOMENT = (1980, 1, 1, 0, 0, 0)
_REGULAR_FILE = 0o100600 << 16
_LEVEL = 6


class _Archive:
    """The zip as it grows; counts what will have to be read again."""

    def __init__(self, file: BinaryIO) -> None:
        self._zip = zipfile.ZipFile(file, "w", allowZip64=False)
        self._total = 0

    def add(self, name: str, content: bytes) -> None:
        self._total += len(content)
        if self._total > limits.TOTAL:
            raise _too_large()
        info = zipfile.ZipInfo(name, _SAME_MOMENT)
        info.external_attr = _REGULAR_FILE
        info.compress_type = _way_to_pack(content)
        self._zip.writestr(info, content, compresslevel=_LEVEL)

    def close(self) -> None:
        self._zip.close()


def write(file: BinaryIO, about: About, lists: Lists, say: Callable[[int], None]) -> int:
    """Write everything into `file`; `say` is told how many records are written, as is the caller.

    Equal lists give equal bytes of every file but the manifest, which names the moment.
    """
    listed: list[ListedFile] = []
    done = 0
    # Closed in any case: an archive that is left open writes its end when it is forgotten.
    with closing(_Archive(file)) as archive:
        archive.add(names.README, resource_text("export", "bundle-readme.txt").encode())
        for table, records in lists:
            for part, (content, count) in enumerate(_parts(records), start=1):
                name = names.file_name(table, part)
                archive.add(name, content)
                listed.append(ListedFile(name, count, hashlib.sha256(content).hexdigest()))
                done += count
                say(done)
        plain = Manifest(about, tuple(listed)).plain()
        text = json.dumps(plain, ensure_ascii=False, indent=2)
        archive.add(names.MANIFEST, text.encode() + b"\n")
    return done


def _parts(records: Iterable[Values]) -> Iterator[tuple[bytes, int]]:
    """The lines of a kind, in as many files as it takes; at least one, though it be empty."""
    content, count, is_first = bytearray(), 0, True
    for values in records:
        line = as_line(values)
        if count and len(content) + len(line) > limits.PART:
            yield bytes(content), count
            content, count, is_first = bytearray(), 0, False
        content += line
        count += 1
    if count or is_first:
        yield bytes(content), count


def _way_to_pack(content: bytes) -> int:
    """Stored as it is where packing would make it look like a bomb to a careful reader."""
    if len(content) <= limits.RATIO_FROM:
        return zipfile.ZIP_DEFLATED
    packed = len(zlib.compress(content, _LEVEL))
    is_suspicious = len(content) > packed * limits.RATIO // 2
    return zipfile.ZIP_STORED if is_suspicious else zipfile.ZIP_DEFLATED


def _too_large() -> UserMistake:
    return UserMistake(
        _("There is more than the {size} MB that a bundle may hold.").format(
            size=limits.TOTAL // 1_000_000
        ),
        _("No bundle was written; your journal is unchanged."),
        _("Write it without the history, or make a backup."),
    )
