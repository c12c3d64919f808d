"""What a person chooses before anything leaves the journal."""

from dataclasses import dataclass
from datetime import date

from leadjournal.base.errors import InvalidValue
from leadjournal.base.words import _
from leadjournal.model.action import Action, Blocker
from leadjournal.model.catalogue import BY_ID, KINDS
from leadjournal.model.cycle import Cycle
from leadjournal.model.entry import Entry, EntryKind
from leadjournal.model.milestone import Milestone
from leadjournal.model.objective import Objective
from leadjournal.model.outcome import Outcome
from leadjournal.model.output import Output
from leadjournal.model.record import Record
from leadjournal.model.why import Why
from leadjournal.rules.names import STYLES

OFFERED: tuple[type[Record], ...] = (
    Why, Outcome, Output, Milestone, Objective, Cycle, Action, Blocker, Entry,
)  # fmt: skip
"""What the dialog offers; parts such as readings come with what they belong to."""
_NEVER = ("journal", "tag", "reflection", "reference", "muted-hint")
"""Tags and links leave inside their entry; the answers of a reflection are its entry's text;
which hints are not wanted concerns nobody else.

As records they are only in a whole copy for the owner.
"""
LEAVING: tuple[str, ...] = tuple(kind.id for kind in KINDS if kind.id not in _NEVER)


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What to take out of the journal; empty values take everything.

    `kinds` holds kinds of record, kinds of entry, or both. With tags, the entries with any of
    them are taken, and other records only where their kind is chosen too.
    """

    since: date | None = None
    until: date | None = None
    kinds: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    include_private: bool = False
    names: str = "keep"


def checked(choice: ExportChoice) -> ExportChoice:
    """The same choice, or the user's mistake in a sentence."""
    known = (*LEAVING, *(kind.value for kind in EntryKind))
    for kind in choice.kinds:
        if kind not in known:
            raise InvalidValue(
                _("“{kind}” is nothing that can be exported by itself.").format(kind=kind[:40]),
                way_out=_("There are: {kinds}.").format(kinds=", ".join(known)),
                field="kinds",
            )
    if choice.names not in STYLES:
        raise InvalidValue(
            _("“{word}” is no way to show names.").format(word=choice.names[:40]),
            way_out=_("There are: {ways}.").format(ways=", ".join(STYLES)),
            field="names",
        )
    if choice.since is not None and choice.until is not None and choice.since > choice.until:
        raise InvalidValue(_("The period ends before it begins."), field="until")
    return choice


def kinds_of(choice: ExportChoice) -> tuple[str, ...]:
    """The kinds of record that leave with a choice, parts included, in the catalogue's order."""
    if not choice.kinds and not choice.tags:
        return LEAVING
    wanted = {"entry"} if not choice.kinds or entry_kinds_of(choice) else set[str]()
    for kind in choice.kinds:
        wanted |= _with_parts(kind) if kind in BY_ID else set()
    return tuple(kind for kind in LEAVING if kind in wanted)


def is_whole_copy(choice: ExportChoice) -> bool:
    """Whether the owner takes everything: nothing chosen, nothing hidden, nothing left behind."""
    return choice == ExportChoice(include_private=True)


def entry_kinds_of(choice: ExportChoice) -> frozenset[str]:
    """The kinds of entry that are wanted; empty when all are."""
    return frozenset(kind for kind in choice.kinds if kind not in BY_ID)


def _with_parts(kind: str) -> set[str]:
    parts = (part for part, _column in BY_ID[kind].parts)
    return {kind}.union(*(_with_parts(part) for part in parts))
