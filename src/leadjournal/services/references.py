"""References: what a record points at, and what points at it."""

from collections.abc import Iterable
from dataclasses import dataclass

from leadjournal.base.errors import NotFound, UserMistake
from leadjournal.base.words import _
from leadjournal.model.catalogue import BY_ID, Ref
from leadjournal.model.record import clean
from leadjournal.model.reference import Reference, Tag
from leadjournal.store.journal_file import Journal
from leadjournal.store.queries import entries as queries
from leadjournal.store.queries import records


@dataclass(frozen=True, slots=True)
class LinkedRecord:
    """A record at the other end of a reference, in words."""

    ref: Ref
    title: str
    icon: str
    kind: str


class References:
    """Pointers between records of any kind; the catalogue says which pairs make sense."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def of(self, id_: str) -> list[LinkedRecord]:
        """What a record points at, tags left out."""
        with self._journal.reading() as session:
            found = queries.references_from(session, id_)
            refs = [Ref(one.to_kind, one.to_id) for one in found if one.to_kind != "tag"]
        return self._in_words(refs)

    def back(self, id_: str) -> list[LinkedRecord]:
        """What points at a record."""
        with self._journal.reading() as session:
            found = queries.references_to(session, id_)
            refs = [Ref(one.from_kind, one.from_id) for one in found]
        return self._in_words(refs)

    def add(self, source: Ref, target: Ref, passage: str = "") -> None:
        """Point from one record to another; pointing twice changes nothing."""
        if target.kind not in BY_ID[source.kind].refers_to:
            raise UserMistake(_("These two records cannot be linked."))
        with self._journal.writing(_("Link a record")) as session:
            for end in (source, target):
                if records.one(session, BY_ID[end.kind].record, end.id) is None:
                    raise NotFound(_("One of these two records is not in the journal."))
            present = queries.references_from(session, source.id)
            if any(one.to_id == target.id for one in present):
                return
            session.add(
                Reference(
                    from_kind=source.kind,
                    from_id=source.id,
                    to_kind=target.kind,
                    to_id=target.id,
                    passage=passage,
                )
            )

    def remove(self, source: Ref, target: Ref) -> None:
        """Point there no longer."""
        with self._journal.writing(_("Unlink a record")) as session:
            for one in queries.references_from(session, source.id):
                if one.to_id == target.id:
                    session.delete(one)

    def tags(self, id_: str) -> list[str]:
        """The tags of a record."""
        with self._journal.reading() as session:
            return queries.tags_of(session, id_)

    def set_tags(self, source: Ref, names: Iterable[str]) -> None:
        """Give a record exactly these tags; a tag nobody uses any more is removed."""
        wanted = list(dict.fromkeys(name for raw in names if (name := _tag(raw))))
        with self._journal.writing(_("Change tags")) as session:
            for one in queries.references_from(session, source.id):
                if one.to_kind != "tag":
                    continue
                tag = session.get(Tag, one.to_id)
                if tag is not None and tag.name in wanted:
                    wanted.remove(tag.name)
                    continue
                session.delete(one)
                session.flush()
                if tag is not None and not queries.references_to(session, tag.id):
                    session.delete(tag)
            for name in wanted:
                tag = queries.tag_named(session, name) or Tag(name=name)
                session.add(tag)
                session.flush()
                self.add(source, Ref("tag", tag.id))

    def _in_words(self, refs: Iterable[Ref]) -> list[LinkedRecord]:
        linked = []
        with self._journal.reading() as session:
            for ref in refs:
                kind = BY_ID[ref.kind]
                record = records.one(session, kind.record, ref.id)
                if record is not None:
                    title = str(getattr(record, kind.title)) or _(kind.label)
                    linked.append(LinkedRecord(ref, title, kind.icon, _(kind.label)))
        return linked


def _tag(raw: str) -> str:
    return " ".join(clean(raw).replace("#", " ").split())[:60].rstrip()
