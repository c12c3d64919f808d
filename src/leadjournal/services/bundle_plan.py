"""What an import would do to the journal as it stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from leadjournal.base.words import _
from leadjournal.model.catalogue import BY_ID, KINDS
from leadjournal.services.bundle_content import Content, Incoming
from leadjournal.store.changes import Image, Row
from leadjournal.store.dump import POINTERS

Present = dict[str, list[Row]]
"""The journal's rows by kind."""

_ONE_OF_EACH = {
    "tag": ("name",),
    "away-week": ("monday",),
    "reference": ("from_id", "to_id", "passage"),
}
"""Of these a journal needs no second one that says the same under another id."""


@dataclass(slots=True)
class Share:
    """Of one kind: how many are new, are there already, and are there with other values."""

    new: int = 0
    same: int = 0
    different: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """The images that would be written, and what each kind has its share in."""

    images: list[Image] = field(default_factory=list)
    shares: dict[str, Share] = field(default_factory=dict)


def is_empty(present: Present) -> bool:
    """Whether the journal holds nothing but its own name."""
    return not any(rows for kind, rows in present.items() if kind != "journal")


def plan(content: Content, present: Present) -> Plan:
    """Every record that is not there yet; what is there stays as it is.

    An empty journal takes the name and owner of the bundle's.
    """
    return _Planning(content, present).plan()


class _Planning:
    def __init__(self, content: Content, present: Present) -> None:
        self._content = content
        self._takes_name = is_empty(present)
        self._rows = {row["id"]: row for rows in present.values() for row in rows}
        self._kinds = {row["id"]: kind for kind, rows in present.items() for row in rows}
        self._alike = {
            (kind, *(row[name] for name in names)): row["id"]
            for kind, names in _ONE_OF_EACH.items()
            for row in present[kind]
        }
        self._twins: dict[str, str] = {}
        self._plan = Plan(shares={kind.id: Share() for kind in KINDS})

    def plan(self) -> Plan:
        known = self._kinds | {each.row["id"]: each.kind for each in self._content.records}
        for each in self._content.records:
            if self._kinds.get(each.row["id"], each.kind) != each.kind:
                raise self._content.fault(each, _("its id is that of another record."))
            self._take(each, known)
        return self._plan

    def _take(self, each: Incoming, known: dict[str, str]) -> None:
        share = self._plan.shares[each.kind]
        before = self._rows.get(each.row["id"])
        row = self._pointing_at_ours(each)
        if before == row or (before is None and self._has_a_twin(each.kind, row)):
            share.same += 1
        elif before is not None and not (each.kind == "journal" and self._takes_name):
            share.different += 1
        else:
            self._refuse_dangling(each, row, known)
            share.new += 1
            self._plan.images.append(Image(each.kind, row["id"], before, row))

    def _pointing_at_ours(self, each: Incoming) -> Row:
        """A reference to a tag that has another id here points at the one that is here."""
        if each.kind == "reference" and each.row["to_id"] in self._twins:
            return {**each.row, "to_id": self._twins[each.row["to_id"]]}
        return each.row

    def _has_a_twin(self, kind: str, row: Row) -> bool:
        names: Sequence[str] = _ONE_OF_EACH.get(kind, ())
        twin = self._alike.get((kind, *(row[name] for name in names))) if names else None
        if twin is not None and kind == "tag":
            self._twins[row["id"]] = twin
        return twin is not None

    def _refuse_dangling(self, each: Incoming, row: Row, known: dict[str, str]) -> None:
        for column, kind, id_ in _pointers(each.kind, row):
            if known.get(id_) != kind:
                reason = _("what its “{name}” names is neither in the bundle nor in the journal.")
                raise self._content.fault(each, reason.format(name=column))


def _pointers(kind: str, row: Row) -> Iterable[tuple[str, str, str]]:
    """The columns that name another record, of which kind it has to be, and its id."""
    for column, target in POINTERS[kind]:
        if row[column] is not None:
            yield column, target, row[column]
    if kind == "reference":
        for end in ("from", "to"):
            is_known = row[f"{end}_kind"] in BY_ID
            yield f"{end}_id", row[f"{end}_kind"] if is_known else "", row[f"{end}_id"]
