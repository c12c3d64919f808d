"""Stores what the editor holds: a new entry when its first words are there, then its changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from leadjournal.model.entry import EntryDraft
from leadjournal.model.record import clean
from leadjournal.ui.pages.journal.values import ShownEntry

if TYPE_CHECKING:
    from leadjournal.model.entry import Entry
    from leadjournal.services.entries import Entries
    from leadjournal.services.unsaved import Unsaved

SOURCE = "journal-editor"
_FACTS = ("day", "kind", "direction", "energy", "best_hour", "privacy")


class EntryKeeper:
    """Knows the entry that is open and which words of it were stored last."""

    def __init__(self, entries: Entries, entry: ShownEntry) -> None:
        self._entries = entries
        self._entry = entry
        self.id = entry.id
        self._known = (entry.title, entry.text)

    def save(self, words: str) -> None:
        """Store title and text; the title is the first line."""
        title, _end, text = words.partition("\n")
        if self.id:
            self._known = _stored(title, text)
            self._entries.edit(
                self.id, join=f"entry:{self.id}", source=SOURCE, title=title, text=text
            )
        elif title.strip() or text.strip():
            self._add(title, text)

    def store(self, title: str, text: str) -> str:
        """Store the entry even when it has no words yet, because something is linked to it."""
        if not self.id:
            self._add(title, text)
        return self.id

    def change(self, field: str, value: Any) -> None:
        """Change a fact of the entry; of one that is not stored yet it is kept for later."""
        self._entry = replace(self._entry, **{field: value})
        if self.id:
            self._entries.edit(self.id, source=SOURCE, **{field: value})

    def draft(self) -> ShownEntry:
        """The entry as it was opened, with the facts changed since."""
        return self._entry

    def unsaved(self, title: str, text: str) -> Unsaved:
        """The entry as it should be, for another place than this journal."""
        from leadjournal.services.unsaved import Unsaved

        facts = {name: getattr(self._entry, name) for name in _FACTS}
        facts["day"] = facts["day"].isoformat()
        return Unsaved.of_entry(self.id, facts, title, text)

    def has_other_words(self, record: Entry) -> bool:
        """Whether the words in the journal are not the ones stored from here."""
        if (record.title, record.text) == self._known:
            return False
        self._known = (record.title, record.text)
        return True

    def _add(self, title: str, text: str) -> None:
        facts = {name: getattr(self._entry, name) for name in _FACTS}
        made = self._entries.add(EntryDraft(title=title, text=text, **facts))
        self._known = _stored(title, text)
        self.id = made.id


def _stored(title: str, text: str) -> tuple[str, str]:
    return " ".join(clean(title).split()), clean(text)
