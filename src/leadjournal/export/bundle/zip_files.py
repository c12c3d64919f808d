"""The files of a bundle in a zip, each looked at before any is read; none is ever unpacked."""

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from leadjournal.base.words import _
from leadjournal.export.bundle import limits, names
from leadjournal.export.bundle.counting import CHUNK, Meter, is_a_bomb
from leadjournal.export.bundle.refusal import refused, refused_file

_END, _END_SIZE, _LONGEST_COMMENT = b"PK\x05\x06", 22, 65_535
_LARGE_LOCATOR, _LOCATOR_SIZE = b"PK\x06\x07", 20
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, OverflowError,
    RuntimeError, IndexError, ValueError, OSError,
)  # fmt: skip
"""Everything with which the library tells that a zip is not sound."""


class ZipFiles:
    """The members of a zip by their names; a dangerous one refuses the whole."""

    def __init__(self, path: Path) -> None:
        self._name = path.name
        self._meter = Meter(path.name)
        if not stat.S_ISREG(path.stat().st_mode):
            raise refused(self._name, _("it is no file."))
        self._file = path.open("rb")
        try:
            self._zip = self._opened()
            self._members = self._sound_members()
        except BaseException:
            self._file.close()
            raise

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a file, piece by piece."""
        info = self._members.get(name)
        if info is None:
            raise refused_file(self._name, name, _("is missing."))
        return self._meter.counted(name, self._unpacked(info), info.compress_size)

    def refuse_strangers(self, listed: set[str]) -> None:
        """A bundle holds nothing but what its manifest names."""
        known = {*listed, names.MANIFEST, names.README, names.HISTORY}
        for name in self._members:
            if name not in known:
                raise refused_file(self._name, name, _("does not belong into a bundle."))

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _opened(self) -> zipfile.ZipFile:
        _refuse_long_directory(self._name, self._file)
        try:
            return zipfile.ZipFile(self._file)
        except UnicodeDecodeError as fault:
            name = fault.object.decode(errors="backslashreplace")
            raise refused_file(self._name, name, _("has a name that is not UTF-8.")) from None
        except _BROKEN:
            raise refused(self._name, _("it is damaged, or not a bundle.")) from None

    def _sound_members(self) -> dict[str, zipfile.ZipInfo]:
        infos = self._zip.infolist()
        if len(infos) > limits.FILES:
            raise _too_many(self._name)
        found: dict[str, zipfile.ZipInfo] = {}
        taken: set[str] = set()
        for info in infos:
            # The library cuts names at a NUL and turns backslashes; this is what was written.
            name = info.orig_filename
            fault = names.fault_of(name) or _fault_of_member(info)
            if not fault and names.comparable(name) in taken:
                fault = _("is there twice, or under names that some computers take for one.")
            if fault:
                raise refused_file(self._name, name, fault)
            taken.add(names.comparable(name))
            found[name] = info
        self._refuse_large(found)
        return found

    def _refuse_large(self, members: dict[str, zipfile.ZipInfo]) -> None:
        total = 0
        for name, info in members.items():
            total += info.file_size
            if (
                info.file_size > limits.FILE
                or total > limits.TOTAL
                or is_a_bomb(info.file_size, info.compress_size)
            ):
                raise self._meter.too_large(name)

    def _unpacked(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        size = 0
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(CHUNK):
                    size += len(chunk)
                    yield chunk
        except _BROKEN:
            raise refused_file(self._name, info.orig_filename, _("is damaged.")) from None
        if size != info.file_size:
            raise refused_file(self._name, info.orig_filename, _("is not of the size it claims."))


def _fault_of_member(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & _ENCRYPTED:
        return _("is encrypted.")
    mode = stat.S_IFMT(info.external_attr >> 16)
    if info.orig_filename.endswith("/"):
        return "" if mode in (0, stat.S_IFDIR) and not info.file_size else _("is no file.")
    if mode not in (0, stat.S_IFREG):
        return _("is no file.")
    return "" if info.compress_type in _PACKED else _("is packed in a way that cannot be read.")


def _refuse_long_directory(bundle: str, file: BinaryIO) -> None:
    """The library reads the whole list of members before it can be asked how long it is."""
    size = file.seek(0, 2)
    start = max(0, size - _END_SIZE - _LONGEST_COMMENT - _LOCATOR_SIZE)
    file.seek(start)
    tail = file.read()
    at = len(tail) - _END_SIZE
    if at < 0 or tail[at : at + 4] != _END or tail[-2:] != b"\x00\x00":
        at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_SIZE:
        raise refused(bundle, _("it is damaged, or not a bundle."))
    count, length = struct.unpack_from("<HL", tail, at + 10)
    is_large = tail[max(0, at - _LOCATOR_SIZE) :].startswith(_LARGE_LOCATOR)
    if is_large or count > limits.FILES or length > limits.DIRECTORY:
        raise _too_many(bundle)
    file.seek(0)


def _too_many(bundle: str) -> Exception:
    return refused(bundle, _("it holds more than {count} files.").format(count=f"{limits.FILES:,}"))
