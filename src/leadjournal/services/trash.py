"""The trash: what was removed in the last thirty days, and the way back."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime

from leadjournal.base.errors import NotFound, UserMistake
from leadjournal.base.words import _, isolated
from leadjournal.model.catalogue import BY_ID, Ref
from leadjournal.services.events import Changed
from leadjournal.services.row_words import words_in
from leadjournal.store import trash
from leadjournal.store.changes import Row
from leadjournal.store.journal_file import Announcement, Journal
from leadjournal.store.steps import UNDO_DAYS

_EXCERPT = 200


@dataclass(frozen=True, slots=True)
class Gone:
    """Something removed: what it was, since when, and how long it can come back."""

    ref: Ref
    label: str
    title: str
    removed: datetime
    days_left: int
    parts: int
    excerpt: str
    text: str
    """All that was written in it."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back, and in sentences what could not."""

    changed: Changed
    left_out: tuple[str, ...]


class Trash:
    """Everything that was removed, whatever its kind, whole with its parts and links."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def count(self) -> int:
        """How much lies in the trash."""
        return len(self._gone())

    def listing(self, words: str = "") -> list[Gone]:
        """What was removed, newest first; only what holds every one of the words, if any."""
        wanted = _folded(words).split()
        return [
            self._in_words(gone)
            for gone in self._gone()
            if all(word in _folded(_text(gone.ref, gone.row)) for word in wanted)
        ]

    def restore(self, ref: Ref) -> Restored:
        """Bring a record back with its parts and links, as one step that can be undone."""
        gone = self._find(ref)
        label = _("Restore {kind}").format(kind=_(BY_ID[ref.kind].label).lower())
        with self._journal.reading() as session:
            back = trash.way_back(session.connection(), gone)
        if back.twin and not back.images:
            raise UserMistake(
                _("There is a {kind} called “{title}” in the journal already.").format(
                    kind=_(BY_ID[ref.kind].label).lower(), title=isolated(_title(ref, gone.row))
                ),
                _("Nothing was changed."),
                _("The one in the trash is no longer needed."),
            )
        if not back.twin and all(image.id != ref.id for image in back.images):
            raise NotFound(
                _("“{title}” belongs to something that is not in the journal.").format(
                    title=isolated(_title(ref, gone.row))
                ),
                _("It stays in the trash."),
                _("Restore first what it belongs to."),
            )
        announcement = self._journal.write_images(label, lambda _connection: back.images)
        refs = announcement.refs if announcement is not None else (ref,)
        return Restored(
            Changed(label, refs), tuple(_left_out(one, row) for one, row in back.left_out)
        )

    def records_of(self, ref: Ref) -> tuple[Ref, ...]:
        """A removed record and all that went with it."""
        gone = self._find(ref)
        return (gone.ref, *gone.with_it)

    def empty(self) -> int:
        """Forget for good everything that lies here; gives how much it was."""
        gone = self._gone()
        if gone:
            refs = tuple(ref for one in gone for ref in (one.ref, *one.with_it))
            self._journal.forget({ref.id for ref in refs})
            self._journal.announce(Announcement(_("Empty the trash"), refs))
        return len(gone)

    def _gone(self) -> list[trash.Gone]:
        with self._journal.reading() as session:
            found = trash.everything_gone(session.connection(), self._journal.clock.now())
        return [gone for gone in found if BY_ID[gone.ref.kind].listed]

    def _find(self, ref: Ref) -> trash.Gone:
        for gone in self._gone():
            if gone.ref == ref:
                return gone
        raise NotFound(
            _("This is not in the trash."), way_out=_("It may have been restored or forgotten.")
        )

    def _in_words(self, gone: trash.Gone) -> Gone:
        age = self._journal.clock.now() - gone.removed
        ref, kind = gone.ref, BY_ID[gone.ref.kind]
        texts = [words_in(ref.kind, gone.row, name) for name in kind.texts if name != kind.title]
        parts = [ref for ref in gone.with_it if BY_ID[ref.kind].listed and ref.kind != "tag"]
        return Gone(
            gone.ref,
            _(kind.label),
            _title(gone.ref, gone.row),
            gone.removed,
            min(UNDO_DAYS, max(0, UNDO_DAYS - age.days)),
            len(parts),
            " ".join(" ".join(texts).split())[:_EXCERPT],
            _text(gone.ref, gone.row, between="\n\n"),
        )


def _title(ref: Ref, row: Row) -> str:
    kind = BY_ID[ref.kind]
    words = " ".join(_text(ref, row).split())
    return str(row[kind.title] or "") or words[:80] or _(kind.label)


def _text(ref: Ref, row: Row, between: str = " ") -> str:
    kind = BY_ID[ref.kind]
    names = sorted(kind.texts, key=lambda name: name != kind.title)
    found = (words_in(ref.kind, row, name) for name in names)
    return between.join(words for words in found if words)


def _left_out(ref: Ref, row: Row) -> str:
    if ref.kind == "reference":
        other = BY_ID.get(row["to_kind"])
        return _("A link to a record that is gone ({kind}) could not come back.").format(
            kind=_(other.label).lower() if other else row["to_kind"]
        )
    return _("{kind} “{title}” could not come back: what it belongs to is gone.").format(
        kind=_(BY_ID[ref.kind].label), title=isolated(_title(ref, row))
    )


def _folded(words: str) -> str:
    """Without capitals and accents, as the search does it."""
    plain = unicodedata.normalize("NFD", words.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
