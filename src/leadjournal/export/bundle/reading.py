"""Reading a bundle: a zip or a folder, never unpacked to the disk, counted at every step."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

from leadjournal.base.errors import MachineFault, MissingFile
from leadjournal.base.words import _
from leadjournal.export.bundle import limits, manifest, names
from leadjournal.export.bundle.folder import FolderFiles
from leadjournal.export.bundle.lines import LineFault, Values, values_of
from leadjournal.export.bundle.manifest import ListedFile, Manifest, ManifestFault
from leadjournal.export.bundle.refusal import (
    RefusedBundle,
    refused_file,
    refused_line,
)
from leadjournal.export.bundle.zip_files import ZipFiles


class BundleReader(AbstractContextManager["BundleReader"]):
    """An open bundle: its manifest, and its records file by file, line by line."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        try:
            self._files = FolderFiles(path) if path.is_dir() else ZipFiles(path)
        except (OSError, ValueError) as fault:
            raise _cannot_read(path, fault) from fault
        try:
            self.manifest = self._manifest()
            self._files.refuse_strangers({file.name for file in self.manifest.files})
        except BaseException:
            self._files.close()
            raise

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._files.close()

    def records(self, file: ListedFile) -> Iterator[tuple[int, Values]]:
        """The number of each line and the record on it; at the end the checksum has to match."""
        digest, number = hashlib.sha256(), 0
        for line in self._lines(file.name, digest.update):
            number += 1
            try:
                yield number, values_of(line)
            except LineFault as fault:
                raise self.refused_line(file.name, number, str(fault)) from None
        if digest.hexdigest() != file.sha256 or number != file.records:
            raise refused_file(self.name, file.name, _("is not as it was written."))

    def refused_line(self, name: str, line: int, reason: str) -> RefusedBundle:
        """The sentence for a record that cannot be taken in."""
        return refused_line(self.name, name, line, reason)

    def _lines(self, name: str, look_at: Callable[[bytes], object]) -> Iterator[bytes]:
        begun = bytearray()
        for chunk in self._files.chunks(name):
            look_at(chunk)
            *ended, rest = chunk.split(b"\n")
            for line in ended:
                yield bytes(begun + line)
                begun.clear()
            begun += rest
            if len(begun) > limits.LINE:
                raise refused_file(self.name, name, _("has a line without an end."))
        if begun:
            yield bytes(begun)

    def _manifest(self) -> Manifest:
        content = bytearray()
        for chunk in self._files.chunks(names.MANIFEST):
            content += chunk
            if len(content) > limits.MANIFEST:
                raise refused_file(self.name, names.MANIFEST, _("is longer than a manifest is."))
        try:
            return manifest.read(values_of(bytes(content)))
        except ManifestFault as fault:
            raise refused_file(self.name, names.MANIFEST, str(fault)) from None
        except LineFault:
            raise refused_file(self.name, names.MANIFEST, _("cannot be read.")) from None


def _cannot_read(path: Path, fault: OSError | ValueError) -> MachineFault:
    return MissingFile(
        _("{file} cannot be read: {reason}.").format(
            file=path, reason=getattr(fault, "strerror", None) or _("the name is impossible")
        ),
        _("Nothing was taken in."),
        _("Check the name and whether you may read it."),
    )
