"""A bundle read as a whole: every record looked at, nothing changed yet."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leadjournal.base.words import _
from leadjournal.export.bundle.manifest import About, ListedFile
from leadjournal.export.bundle.names import table_of
from leadjournal.export.bundle.reading import BundleReader
from leadjournal.export.bundle.refusal import refused_file, refused_line, shown
from leadjournal.model.catalogue import BY_ID, KINDS
from leadjournal.services.bundle_rows import (
    RowFault,
    UnknownName,
    number_of,
    row_of,
    step_of,
    version_of,
)
from leadjournal.services.jobs import Progress
from leadjournal.store.changes import Row
from leadjournal.store.dump import PastStep, PastVersion

Values = dict[str, Any]

STEPS, IMAGES, VERSIONS = "history/step", "history/image", "history/version"
_OFTEN = 500


@dataclass(frozen=True, slots=True)
class Incoming:
    """A record on its way in, and where it stands in the bundle."""

    kind: str
    row: Row
    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Content:
    """Everything in a bundle."""

    bundle: str
    about: About
    records: tuple[Incoming, ...]
    steps: tuple[PastStep, ...] = ()
    versions: tuple[PastVersion, ...] = ()

    def fault(self, record: Incoming, reason: str) -> Exception:
        """The sentence that refuses the bundle for the sake of a record."""
        return refused_line(self.bundle, record.file, record.line, reason)


def content_of(path: Path, progress: Progress) -> Content:
    """Read a bundle, or refuse it naming the file and the line that stand in the way."""
    with BundleReader(path) as reader:
        return _Reading(reader, progress).content()


class _Reading:
    def __init__(self, reader: BundleReader, progress: Progress) -> None:
        self._reader = reader
        self._progress = progress
        self._total = sum(file.records for file in reader.manifest.files)
        self._done = 0
        self._files: dict[str, list[ListedFile]] = {}
        for file in reader.manifest.files:
            self._files.setdefault(table_of(file.name), []).append(file)

    def content(self) -> Content:
        self._refuse_unknown()
        records = tuple(each for kind in KINDS for each in self._records(kind.id))
        content = Content(self._reader.name, self._reader.manifest.about, records)
        _refuse_twins(content)
        if not content.about.history:
            return content
        steps, versions = tuple(self._steps()), tuple(self._versions())
        return Content(content.bundle, content.about, records, steps, versions)

    def _refuse_unknown(self) -> None:
        past = (STEPS, IMAGES, VERSIONS) if self._reader.manifest.about.history else ()
        for table, (first, *_more) in self._files.items():
            if table not in BY_ID and table not in past:
                reason = _("is not known to this version; leadjournal {version} wrote it.")
                version = shown(self._reader.manifest.about.program)
                raise refused_file(self._reader.name, first.name, reason.format(version=version))

    def _lines(self, table: str) -> Iterator[tuple[str, int, Values]]:
        for file in self._files.get(table, ()):
            for line, values in self._reader.records(file):
                self._done += 1
                if self._done % _OFTEN == 0:
                    self._progress.say(self._done, self._total, _("Reading the bundle"))
                yield file.name, line, values

    def _records(self, kind: str) -> Iterator[Incoming]:
        for file, line, values in self._lines(kind):
            with self._place(file, line):
                row = row_of(kind, values)
            yield Incoming(kind, row, file, line)

    def _steps(self) -> Iterator[PastStep]:
        images = self._lines(IMAGES)
        waiting = next(images, None)
        last = 0
        for file, line, values in self._lines(STEPS):
            with self._place(file, line):
                last = _next_step(values, last)
            own: list[Values] = []
            while waiting is not None and waiting[2].get("step") == last:
                own.append(waiting[2])
                waiting = next(images, None)
            with self._place(file, line):
                step = step_of(values, own)
            yield step
        if waiting is not None:
            with self._place(*waiting[:2]):
                raise RowFault(_("it belongs to no step."))

    def _versions(self) -> Iterator[PastVersion]:
        taken: set[tuple[str, str]] = set()
        for file, line, values in self._lines(VERSIONS):
            with self._place(file, line):
                found = version_of(values)
                if (found.record, found.day) in taken:
                    raise RowFault(_("it is there twice."))
            taken.add((found.record, found.day))
            yield found

    @contextmanager
    def _place(self, file: str, line: int) -> Iterator[None]:
        try:
            yield
        except UnknownName as unknown:
            reason = _("“{name}” is not known to this version; leadjournal {version} wrote it.")
            version = shown(self._reader.manifest.about.program)
            reason = reason.format(name=shown(unknown.name), version=version)
            raise self._reader.refused_line(file, line, reason) from None
        except RowFault as fault:
            raise self._reader.refused_line(file, line, str(fault)) from None


def _next_step(values: Values, last: int) -> int:
    if (step := number_of(values, "id")) <= last:
        raise RowFault(_("it is not in its order."))
    return step


def _refuse_twins(content: Content) -> None:
    ids: set[str] = set()
    tags: set[str] = set()
    for each in content.records:
        if each.row["id"] in ids or (each.kind == "tag" and each.row["name"] in tags):
            raise content.fault(each, _("it is there twice."))
        ids.add(each.row["id"])
        if each.kind == "tag":
            tags.add(each.row["name"])
