"""What leaves the journal: the records of a choice, without what is private, names as asked.

Every document, every file of records and the preview are made from this one selection, so that
what is shown before is what leaves.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar, cast

from leadjournal.model.catalogue import BY_ID, BY_RECORD, KINDS, Kind, Ref
from leadjournal.model.entry import Entry, EntryKind, Privacy
from leadjournal.model.journal_card import CARD_ID, JournalCard
from leadjournal.model.person import Person
from leadjournal.model.record import Record
from leadjournal.model.reference import Reference
from leadjournal.rules.names import PersonName, Style, name_hider, stand_ins, tag_hider
from leadjournal.services.export_choice import ExportChoice, checked, entry_kinds_of, kinds_of
from leadjournal.services.export_period import is_in_period
from leadjournal.services.renaming import Rename, person_for_others, renamed
from leadjournal.store.journal_file import Journal
from leadjournal.store.queries import records as queries

_FROM_ENTRIES = ("action", "blocker")
_PEOPLE = {"person": ("owner_id", "person_id"), "team": ("team_id",)}
_ALWAYS_NAMED = ("why", "objective", "outcome", "output", "person", "team")

R = TypeVar("R", bound=Record)
Records = dict[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Selection:
    """The records that leave, and what a reader needs to understand them.

    `records` also holds what explains others, such as the outcome of a promise; only `kinds`
    are shown. `private` counts the private entries in reach, which stay behind unless this is
    the owner's own copy; `kept_with_private` the actions and blockers that stay with them.
    """

    choice: ExportChoice
    on: date
    journal: str
    writer: str
    kinds: tuple[str, ...]
    records: Mapping[str, Sequence[Record]]
    tags: Mapping[str, Sequence[str]]
    links: Mapping[str, Sequence[tuple[Ref, str]]]
    titles: Mapping[Ref, str]
    rename: Rename
    private: int
    kept_with_private: int
    hides_days: bool
    """Whether some check-ins stay behind, so that no week may be told by its days."""

    def of(self, record: type[R]) -> Sequence[R]:
        """The records of a kind that leave, or explain others that do."""
        return cast("Sequence[R]", self.records.get(BY_RECORD[record].id, ()))


def select(journal: Journal, choice: ExportChoice) -> Selection:
    """Everything that leaves with a choice."""
    everything, card = _read(journal)
    tags = _tags(everything)
    reach = _entries_in_reach(everything["entry"], checked(choice), tags)
    private = {one.id for one in everything["entry"] if one.privacy is not Privacy.SHAREABLE}
    behind = set[str]() if choice.include_private else private | _written_in(private, everything)
    leaving, kept = _leaving(everything, reach, choice, behind)
    leaving |= _people_of(leaving, everything, card)
    rename, rename_tag, names = _naming(everything["person"], choice, card)
    shown = _shown(leaving, choice, names, rename)
    titles = _titles(everything, shown, rename, names)
    today = journal.clock.today()
    return Selection(
        choice=choice,
        on=min(choice.until or today, today),
        journal=rename(card.name),
        writer=names.get(card.owner_id or "", ""),
        kinds=kinds_of(choice),
        records=shown,
        tags={one.id: [rename_tag(tag) for tag in tags.get(one.id, ())] for one in shown["entry"]},
        links=_links(everything, shown, titles),
        titles=titles,
        rename=rename,
        private=sum(1 for one in reach if one.id in private),
        kept_with_private=kept,
        hides_days=any(
            one.id in behind and one.kind is EntryKind.DAILY and one.direction is not None
            for one in everything["entry"]
        ),
    )


def _read(journal: Journal) -> tuple[Records, JournalCard]:
    with journal.reading() as session:
        everything: Records = {
            kind.id: list(queries.every(session, kind.record))
            for kind in KINDS
            if kind.id not in ("journal", "reflection", "muted-hint")
        }
        card = session.get(JournalCard, CARD_ID)
    everything["entry"].sort(key=lambda entry: (entry.day, entry.created))
    return everything, card or JournalCard(id=CARD_ID, name=journal.path.stem)


def _tags(everything: Records) -> dict[str, list[str]]:
    names = {tag.id: tag.name for tag in everything["tag"]}
    found: dict[str, list[str]] = {}
    for reference in everything["reference"]:
        if reference.to_kind == "tag" and reference.to_id in names:
            found.setdefault(reference.from_id, []).append(names[reference.to_id])
    return found


def _entries_in_reach(
    entries: Sequence[Entry], choice: ExportChoice, tags: Mapping[str, Sequence[str]]
) -> list[Entry]:
    if "entry" not in kinds_of(choice):
        return []
    kinds = entry_kinds_of(choice) if "entry" not in choice.kinds else frozenset[str]()
    wanted = {tag.removeprefix("#").casefold() for tag in choice.tags}
    return [
        entry
        for entry in entries
        if (not kinds or entry.kind.value in kinds)
        and (not wanted or any(tag.casefold() in wanted for tag in tags.get(entry.id, ())))
        and is_in_period(entry, choice.since, choice.until)
    ]


def _written_in(private: set[str], everything: Records) -> set[str]:
    """Promises and blockers that were noted in a private entry: their words are its words."""
    return {
        reference.from_id
        for reference in everything["reference"]
        if reference.from_kind in _FROM_ENTRIES and reference.to_id in private
    }


def _leaving(
    everything: Records, reach: Iterable[Entry], choice: ExportChoice, behind: set[str]
) -> tuple[Records, int]:
    leaving: Records = {"entry": [one for one in reach if one.id not in behind]}
    kept = 0
    for kind in KINDS:
        if kind.id in leaving or kind.id not in everything or kind.id in ("tag", "reference"):
            continue
        parents = _parents(kind, leaving)
        found = [
            one
            for one in everything[kind.id]
            if is_in_period(one, choice.since, choice.until)
            and all(getattr(one, column) in ids for column, ids in parents)
        ]
        leaving[kind.id] = [one for one in found if one.id not in behind]
        kept += len(found) - len(leaving[kind.id]) if kind.id in kinds_of(choice) else 0
    return leaving, kept


def _parents(kind: Kind, leaving: Records) -> list[tuple[str, set[str]]]:
    """The columns of a part that name what it belongs to, and the ids of those that leave."""
    return [
        (column, {one.id for one in leaving[parent.id]})
        for parent in KINDS
        for part, column in parent.parts
        if part == kind.id
    ]


def _people_of(leaving: Records, everything: Records, card: JournalCard) -> Records:
    """The people and teams of what leaves; who is named nowhere else stays behind."""
    entries = {one.id for one in leaving["entry"]}
    wanted = {card.owner_id} | {
        reference.to_id for reference in everything["reference"] if reference.from_id in entries
    }
    records = [one for kind, found in leaving.items() if kind not in _PEOPLE for one in found]
    people: Records = {}
    for kind, columns in _PEOPLE.items():
        wanted |= {getattr(one, column, None) for one in records for column in columns}
        people[kind] = [one for one in everything[kind] if one.id in wanted]
        records += people[kind]
    return people


def _shown(
    leaving: Records,
    choice: ExportChoice,
    names: Mapping[str, str],
    rename: Rename,
) -> Records:
    """The records as others see them; the owner's own copy with all names is the journal's."""
    style = cast("Style", choice.names)
    shown = leaving
    if style != "keep":
        shown = {kind: [renamed(one, rename) for one in found] for kind, found in leaving.items()}
    if style == "keep" and choice.include_private:
        return shown
    people: list[Person] = leaving["person"]
    return shown | {
        "person": [person_for_others(one, style, names[one.id], rename) for one in people]
    }


def _naming(
    people: Sequence[Person], choice: ExportChoice, card: JournalCard
) -> tuple[Rename, Rename, dict[str, str]]:
    """How names are shown, in texts, in tags and by id; the owner is the first person of all."""
    style = cast("Style", choice.names)
    named = [
        PersonName(one.id, one.first_name, one.full_name)
        for one in sorted(people, key=lambda one: one.id != card.owner_id)
    ]
    return name_hider(named, style), tag_hider(named, style), stand_ins(named, style)


def _titles(
    everything: Records,
    shown: Records,
    rename: Rename,
    names: Mapping[str, str],
) -> dict[Ref, str]:
    """What records are called; of what may be private only what leaves has a title."""
    titles: dict[Ref, str] = {}
    for kind in _ALWAYS_NAMED:
        column = BY_ID[kind].title
        titles |= {Ref(kind, one.id): rename(getattr(one, column)) for one in everything[kind]}
    for kind in ("action", "blocker", "entry"):
        column = BY_ID[kind].title
        titles |= {Ref(kind, one.id): getattr(one, column) for one in shown[kind]}
    return titles | {Ref("person", id_): name for id_, name in names.items()}


def _links(
    everything: Records, shown: Records, titles: Mapping[Ref, str]
) -> dict[str, list[tuple[Ref, str]]]:
    """What each entry points at, in words; nothing that stays behind is named."""
    entries = {one.id for one in shown["entry"]}
    found: dict[str, list[tuple[Ref, str]]] = {}
    references: list[Reference] = everything["reference"]
    for one in references:
        target = Ref(one.to_kind, one.to_id)
        if one.from_id in entries and titles.get(target):
            found.setdefault(one.from_id, []).append((target, titles[target]))
    return found
