"""Documents of what the journal holds, and the records themselves; private things stay."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from leadjournal.base.errors import UserMistake
from leadjournal.base.formats import day_full
from leadjournal.base.words import _
from leadjournal.export import formats
from leadjournal.export.charts.outcome_map import OutcomeChart
from leadjournal.export.document import Document
from leadjournal.export.report import report
from leadjournal.model.catalogue import BY_ID, BY_RECORD, KINDS
from leadjournal.model.entry import Entry
from leadjournal.model.record import Record
from leadjournal.rules.outcome_map import OutcomeMap
from leadjournal.services.export_choice import OFFERED, ExportChoice, is_whole_copy
from leadjournal.services.export_material import material_of
from leadjournal.services.records import Choice
from leadjournal.services.selection import Selection, select
from leadjournal.services.shelf import values_of
from leadjournal.store.journal_file import Journal
from leadjournal.store.queries import records as queries

__all__ = ["ExportChoice", "ExportPreview", "Exporting"]


@dataclass(frozen=True, slots=True)
class ExportPreview:
    """Exactly what leaves: how many records of each kind, and what they are called."""

    counts: list[tuple[str, int]]
    entries: int
    private_left_out: int
    titles: list[str]
    private_included: int = 0
    kept_with_private: int = 0
    """Promises and blockers that stay behind with the private entry they were noted in."""


class Exporting:
    """Takes what was chosen out of the journal."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def kinds(self) -> list[Choice]:
        """The kinds to choose from; their parts come with them."""
        return [Choice(BY_RECORD[one].id, _(BY_RECORD[one].plural)) for one in OFFERED]

    def formats(self) -> list[Choice]:
        """The formats to choose from: the ending of the file, and what it is for.

        The map is not among them: it is written from where it is seen.
        """
        found = (each for each in formats.FORMATS if each.takes != "map")
        return [Choice(f".{each.ending}", each.label()) for each in found]

    def preview(self, choice: ExportChoice) -> ExportPreview:
        """What would leave."""
        selection = select(self._journal, choice)
        own = choice.include_private
        return ExportPreview(
            counts=_counts(selection),
            entries=len(selection.of(Entry)),
            private_left_out=0 if own else selection.private,
            titles=_titles(selection),
            private_included=selection.private if own else 0,
            kept_with_private=selection.kept_with_private,
        )

    def document(self, choice: ExportChoice) -> Document:
        """The report of what was chosen."""
        return report(material_of(self._journal, select(self._journal, choice)))

    def records(self, choice: ExportChoice) -> dict[str, Any]:
        """The chosen records as plain values by kind, and under “about” what they are.

        The owner's whole copy has every record of the journal, reflections and drafts among them.
        """
        selection = select(self._journal, choice)
        kinds = {kind: _plain(selection, kind) for kind in selection.kinds}
        if is_whole_copy(choice):
            kinds |= self._besides_entries()
        about = _about(selection, self._journal.clock.today())
        counts = {kind: len(found) for kind, found in kinds.items()}
        return {"about": {**about, "counts": counts}, **kinds}

    def write(self, choice: ExportChoice, path: Path) -> None:
        """Write what was chosen; the ending of `path` chooses the format."""
        self._refuse_the_journal(path)
        takes = formats.format_of(path).takes
        if takes == "records":
            formats.write_records(self.records(choice), path)
        elif takes == "map":
            self.write_map(self.map(choice), path)
        else:
            formats.write(self.document(choice), path)

    def is_map(self, path: Path) -> bool:
        """Whether the ending of a file asks for the map alone."""
        return formats.format_of(path).takes == "map"

    def map(self, choice: ExportChoice) -> OutcomeMap:
        """The map of what was chosen; empty where there is neither outcome nor output in it."""
        return material_of(self._journal, select(self._journal, choice)).map or OutcomeMap()

    def write_map(self, shown: OutcomeMap, path: Path) -> None:
        """Write a map as a picture, as it is shown."""
        self._refuse_the_journal(path)
        if not shown.nodes:
            raise UserMistake(
                _("There is no outcome to draw."),
                way_out=_("Write an outcome or an output first, or choose more of the journal."),
            )
        formats.write_map(OutcomeChart(_("Map of outcomes"), shown, ground="canvas"), path)

    def _besides_entries(self) -> dict[str, list[dict[str, Any]]]:
        with self._journal.reading() as session:
            return {
                kind.id: [values_of(one) for one in queries.every(session, kind.record)]
                for kind in KINDS
                if kind.record is not Entry
            }

    def _refuse_the_journal(self, path: Path) -> None:
        if _same_file(path, self._journal.path):
            raise UserMistake(
                _("{file} is the journal itself.").format(file=path),
                _("It was left as it is."),
                _("Choose another name for the document."),
            )


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _counts(selection: Selection) -> list[tuple[str, int]]:
    return [
        (_(BY_ID[kind].plural), len(selection.records[kind]))
        for kind in selection.kinds
        if BY_ID[kind].listed and selection.records[kind]
    ]


def _titles(selection: Selection) -> list[str]:
    return [
        _title(one)
        for record in OFFERED
        if BY_RECORD[record].id in selection.kinds
        for one in selection.of(record)
    ]


def _title(record: Record) -> str:
    kind = BY_RECORD[type(record)]
    title = str(getattr(record, kind.title))
    if isinstance(record, Entry):
        return ", ".join(part for part in (day_full(record.day), title) if part)
    return _("{kind}: {title}").format(kind=_(kind.label), title=title)


def _plain(selection: Selection, kind: str) -> list[dict[str, Any]]:
    found = [values_of(record) for record in selection.records[kind]]
    if kind == "entry":
        for values in found:
            values["tags"] = list(selection.tags.get(values["id"], ()))
            values["links"] = [
                {"kind": ref.kind, "id": ref.id, "title": title}
                for ref, title in selection.links.get(values["id"], ())
            ]
    return found


def _about(selection: Selection, today: date) -> dict[str, object]:
    choice = selection.choice
    about: dict[str, object] = {
        "journal": selection.journal,
        "made_on": today.isoformat(),
        "since": choice.since.isoformat() if choice.since else None,
        "until": choice.until.isoformat() if choice.until else None,
        "names": choice.names,
    }
    if choice.include_private:
        about["private_entries"] = selection.private
    return about
