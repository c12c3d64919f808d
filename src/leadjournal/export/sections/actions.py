"""Promises: what is open, what was kept, moved and dropped."""

from collections.abc import Sequence

from leadjournal.base.words import _, ngettext
from leadjournal.export.blocks import Block, Heading, Paragraph, Table
from leadjournal.export.material import Material
from leadjournal.export.sections import words
from leadjournal.model.action import Action

_LAST = "9999"


def sections(material: Material) -> tuple[Block, ...]:
    """The promises of the period by what became of them."""
    actions = material.records.actions
    if not material.shows("action") or not actions:
        return ()
    on = material.on
    dropped = [one for one in actions if words.is_dropped(one, on)]
    kept = [one for one in actions if words.is_kept(one, on) and one not in dropped]
    settled = {one.id for one in (*kept, *dropped)}
    still_open = [one for one in actions if one.id not in settled]
    return (
        Heading(1, _("Promises")),
        Paragraph(_summary(kept, dropped, still_open)),
        *_open(material, still_open),
        *_moved(material, actions),
        *_dropped(material, dropped),
        *_kept(material, kept),
    )


def _summary(kept: list[Action], dropped: list[Action], still_open: list[Action]) -> str:
    on_time = sum(1 for one in kept if one.done_on and one.due_on and one.done_on <= one.due_on)
    late = sum(1 for one in kept if one.done_on and one.due_on and one.done_on > one.due_on)
    parts = [
        ngettext("{count} open", "{count} open", len(still_open)).format(count=len(still_open)),
        _("{count} kept by their day").format(count=on_time),
        _("{count} kept later").format(count=late) if late else "",
        _("{count} kept that had no day").format(count=len(kept) - on_time - late)
        if len(kept) > on_time + late
        else "",
        _("{count} dropped with a reason").format(count=len(dropped)) if dropped else "",
    ]
    return _("{parts}.").format(parts=", ".join(part for part in parts if part))


def _open(material: Material, actions: list[Action]) -> list[Block]:
    if not actions:
        return []
    ordered = sorted(actions, key=lambda one: str(one.due_on or _LAST))
    rows = tuple(
        (
            one.what,
            material.titled(one.owner_id) or words.NOTHING,
            material.titled(one.outcome_id) or words.NOTHING,
            material.day(one.due_on) or _("no day"),
        )
        for one in ordered
    )
    columns = (_("What"), _("Who"), _("For the outcome"), _("Due"))
    return [Heading(2, _("Open")), Table(columns, rows)]


def _moved(material: Material, actions: Sequence[Action]) -> list[Block]:
    rows = tuple(
        (
            one.what,
            _("{old} to {new}").format(
                old=material.day(move.from_due) or _("no day"),
                new=material.day(move.to_due) or _("no day"),
            ),
            move.reason or words.NOTHING,
        )
        for one in actions
        for move in material.moves_of.get(one.id, ())
    )
    columns = (_("What"), _("From and to"), _("Why"))
    return [Heading(2, _("Moved")), Table(columns, rows)] if rows else []


def _dropped(material: Material, actions: list[Action]) -> list[Block]:
    rows = tuple(
        (one.what, material.day(one.dropped_on), one.dropped_because or words.NOTHING)
        for one in actions
    )
    columns = (_("What"), _("Dropped on"), _("Why"))
    return [Heading(2, _("Dropped")), Table(columns, rows)] if rows else []


def _kept(material: Material, actions: list[Action]) -> list[Block]:
    newest_first = sorted(actions, key=lambda one: str(one.done_on), reverse=True)
    rows = tuple(
        (
            one.what,
            material.titled(one.owner_id) or words.NOTHING,
            material.day(one.due_on) or words.NOTHING,
            material.day(one.done_on),
        )
        for one in newest_first
    )
    columns = (_("What"), _("Who"), _("Due"), _("Kept on"))
    return [Heading(2, _("Kept")), Table(columns, rows)] if rows else []
