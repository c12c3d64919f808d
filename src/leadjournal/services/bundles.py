"""Everything out of the journal without loss, and back in: the bundle."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leadjournal import __version__
from leadjournal.base.errors import UserMistake
from leadjournal.base.files import appearing_whole
from leadjournal.base.words import _
from leadjournal.export.bundle import writing
from leadjournal.export.bundle.manifest import About
from leadjournal.model.catalogue import KINDS
from leadjournal.services.backups import Backups
from leadjournal.services.bundle_content import IMAGES, STEPS, VERSIONS, Content, content_of
from leadjournal.services.bundle_plan import Present, is_empty, plan
from leadjournal.services.bundle_preview import BundlePreview, History, TakenIn, preview_of
from leadjournal.services.card import Card
from leadjournal.services.jobs import Progress, Silent
from leadjournal.store import dump, faults
from leadjournal.store.changes import Row, write_back
from leadjournal.store.journal_file import Announcement, Journal
from leadjournal.store.migrations import SCHEMA

__all__ = ["BundlePreview", "Bundles", "History", "TakenIn", "Written"]

ENDING = ".zip"


@dataclass(frozen=True, slots=True)
class Written:
    """A bundle that was written, and how many records are in it."""

    path: Path
    records: int


class Bundles:
    """Writes bundles and takes them in."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def suggested_name(self) -> str:
        """A name for a bundle of this journal."""
        return f"{self._journal.path.stem}.bundle{ENDING}"

    def write(
        self, path: Path, *, with_history: bool = False, progress: Progress | None = None
    ) -> Written:
        """Write every record into a zip at `path`, readable by the user only, whole or not at all.

        With the history, the steps and earlier versions are in it too.
        """
        self._refuse_place(path)
        with self._journal.reading() as session:
            connection = session.connection()
            rows = dump.all_rows(connection)
            steps = dump.past_steps(connection) if with_history else []
            versions = dump.past_versions(connection) if with_history else []
        lists: list[tuple[str, Iterator[dict[str, Any]]]] = [
            (kind.id, _readable(kind.id, rows[kind.id])) for kind in KINDS
        ]
        if with_history:
            lists += [
                (STEPS, map(_step, steps)),
                (IMAGES, _images(steps)),
                (VERSIONS, map(_version, versions)),
            ]
        records = sum(len(each) for each in rows.values())
        images = sum(len(step.images) for step in steps)
        say = _saying(progress or Silent(), records + len(steps) + images + len(versions))
        with appearing_whole(path) as file:
            writing.write(file, self._about(with_history), lists, say)
        return Written(path, records)

    def preview(self, path: Path, progress: Progress | None = None) -> BundlePreview:
        """What an import of the bundle, a zip or a folder, would do; nothing is changed."""
        content = content_of(path, progress or Silent())
        with self._journal.reading() as session:
            connection = session.connection()
            planned = plan(content, dump.all_rows(connection))
            has_no_past = dump.has_no_past(connection)
        return preview_of(content, planned, takes_past=has_no_past)

    def take_in(self, path: Path, progress: Progress | None = None) -> TakenIn:
        """Take in what is new in one step that can be undone, or nothing when anything is wrong.

        A journal that is not empty is backed up before. An empty one that has no past takes over
        the bundle's, and then goes on with the bundle's own steps.
        """
        if self._journal.read_only:
            raise faults.read_only(self._journal.path)
        told = progress or Silent()
        content = content_of(path, told)
        with self._journal.reading() as session:
            present = dump.all_rows(session.connection())
            has_no_past = dump.has_no_past(session.connection())
        preview = preview_of(content, plan(content, present), takes_past=has_no_past)
        # The last moment at which it can be stopped, but for the copying of the backup.
        told.say(1, 1, _("Reading the bundle"))
        if preview.history is History.TAKEN:
            self._take_over(content)
            return TakenIn(preview, None)
        backup = self._backed_up(present, told) if preview.new else None
        self._journal.write_images(
            _label(), lambda connection: plan(content, dump.all_rows(connection)).images
        )
        return TakenIn(preview, backup)

    def _backed_up(self, present: Present, progress: Progress) -> Path | None:
        return None if is_empty(present) else Backups(self._journal).make(progress=progress)

    def _take_over(self, content: Content) -> None:
        """The past of the bundle becomes the journal's; so it is no step of its own."""
        self._journal.seal()
        with self._journal.aside() as connection:
            if not dump.has_no_past(connection):
                raise UserMistake(
                    _("The journal was written into meanwhile."),
                    _("Nothing was taken in."),
                    _("Try it once more."),
                )
            images = plan(content, dump.all_rows(connection)).images
            refs = write_back(connection, images, forwards=True)
            dump.put_past(connection, content.steps, content.versions)
        self._journal.announce(Announcement(_label(), tuple(refs)))

    def _about(self, with_history: bool) -> About:
        return About(
            journal=Card(self._journal).name,
            made=self._journal.clock.now().isoformat(timespec="seconds"),
            program=__version__,
            schema=SCHEMA,
            history=with_history,
        )

    def _refuse_place(self, path: Path) -> None:
        if path.suffix.lower() != ENDING:
            raise UserMistake(
                _("The name of a bundle ends in {ending}.").format(ending=ENDING),
                _("Nothing was written."),
                _("“{file}” would do.").format(file=f"{path.stem or 'journal'}.bundle{ENDING}"),
            )


def _label() -> str:
    return _("Import a bundle")


def _saying(progress: Progress, total: int) -> Callable[[int], None]:
    return lambda done: progress.say(done, total, _("Writing the bundle"))


def _readable(kind: str, rows: list[Row]) -> Iterator[dict[str, Any]]:
    return (dump.readable(kind, row) for row in rows)


def _step(step: dump.PastStep) -> dict[str, Any]:
    return {
        "id": step.id, "label": step.label, "made": step.made, "source": step.source,
        "schema": step.schema, "undone": step.undone,
    }  # fmt: skip


def _images(steps: list[dump.PastStep]) -> Iterator[dict[str, Any]]:
    for step in steps:
        for image in step.images:
            yield {
                "step": step.id, "kind": image.kind, "id": image.id,
                "before": image.before, "after": image.after,
            }  # fmt: skip


def _version(one: dump.PastVersion) -> dict[str, Any]:
    return {
        "record": one.record, "day": one.day, "kind": one.kind, "made": one.made,
        "label": one.label, "schema": one.schema, "image": one.image,
    }  # fmt: skip
