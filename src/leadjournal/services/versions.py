"""Earlier versions of every text, and the way back to one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from leadjournal.base.errors import NotFound
from leadjournal.base.words import _
from leadjournal.model.catalogue import BY_ID, Ref
from leadjournal.services.events import Changed
from leadjournal.services.row_words import words_in
from leadjournal.store.changes import Image, Row, as_stored, row_of
from leadjournal.store.journal_file import Journal
from leadjournal.store.versions import Past, past_of


@dataclass(frozen=True, slots=True)
class Field:
    """A text of a record that has versions: its name in the record, its words on screen."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Version:
    """What the texts of a record were after a step, until the next version."""

    key: str
    made: datetime
    label: str
    values: dict[str, str]


class Versions:
    """The history of every text in the journal."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def fields(self, ref: Ref) -> list[Field]:
        """The texts of a kind that have versions."""
        kind = BY_ID[ref.kind]
        fields = kind.draft.model_fields
        return [Field(name, _(str(fields[name].title))) for name in kind.texts]

    def of(self, ref: Ref) -> list[Version]:
        """Every version that is kept, newest first; the first one is what stands there now."""
        return [version for version, _row in self._kept(ref)]

    def restore(self, ref: Ref, key: str, field: str) -> Changed:
        """Give one text the words of a version; the words it has now become a version too."""
        row = next((row for version, row in self._kept(ref) if version.key == key), None)
        if row is None or field not in BY_ID[ref.kind].texts:
            raise NotFound(
                _("This version is no longer kept."), way_out=_("Choose another version.")
            )
        label = _("Restore a version of {kind}").format(kind=_(BY_ID[ref.kind].label).lower())
        announcement = self._journal.write_images(
            label,
            lambda connection: [
                self._image(row_of(connection, ref.kind, ref.id), ref, field, row[field])
            ],
        )
        return Changed(label, announcement.refs if announcement is not None else ())

    def _kept(self, ref: Ref) -> list[tuple[Version, Row]]:
        with self._journal.reading() as session:
            past = past_of(session.connection(), ref.id)
            present = row_of(session.connection(), ref.kind, ref.id)
        if present is not None:
            made = _aware(datetime.fromisoformat(str(present["changed"])))
            past.append(Past("now", made, _("As it is now"), present))
        return list(_different(ref, past))[::-1]

    def _image(self, present: Row | None, ref: Ref, field: str, stored: Any) -> Image:
        if present is None:
            raise NotFound(
                _("This record is not in the journal."), way_out=_("Restore it from the trash.")
            )
        if present[field] == stored:
            return Image(ref.kind, ref.id, present, present)
        now = as_stored(ref.kind, "changed", self._journal.clock.now())
        return Image(ref.kind, ref.id, present, {**present, field: stored, "changed": now})


def _different(ref: Ref, past: list[Past]) -> Iterator[tuple[Version, Row]]:
    """Versions whose texts differ from those of the version before."""
    before: dict[str, str] | None = None
    for one in past:
        values = {name: words_in(ref.kind, one.row, name) for name in BY_ID[ref.kind].texts}
        if values != before:
            yield Version(one.key, one.made, one.label, values), one.row
            before = values


def _aware(moment: datetime) -> datetime:
    return moment.replace(tzinfo=moment.tzinfo or UTC)
