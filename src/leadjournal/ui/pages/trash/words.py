"""What lies in the trash, in words."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from leadjournal.base.formats import clock_time, day_and_time, number
from leadjournal.base.words import _, ngettext
from leadjournal.model.catalogue import BY_ID, Ref
from leadjournal.ui.pages.trash.values import GoneRow

if TYPE_CHECKING:
    from leadjournal.services.trash import Gone

_HEADING = re.compile(r"^#{1,6} +", re.MULTILINE)


def key_of(ref: Ref) -> str:
    """A record as a key of the list."""
    return f"{ref.kind}:{ref.id}"


def ref_of(key: str) -> Ref:
    """The record of a key."""
    kind, _colon, id_ = key.partition(":")
    return Ref(kind, id_)


def row_of(gone: Gone, today: date, *, long: bool = False) -> GoneRow:
    """A row of the list; the long form is for the preview, in whole sentences."""
    when, left = (_removed(gone, today), _can_come_back(gone)) if long else (
        _removed_short(gone, today), _left(gone)
    )  # fmt: skip
    return GoneRow(
        key_of(gone.ref),
        " ".join(gone.title.split()),
        gone.label,
        BY_ID[gone.ref.kind].icon,
        when,
        left,
        _parts(gone.parts),
    )


def back_words(title: str, parts: int) -> str:
    """What was brought back, with its parts if it has some."""
    if not parts:
        return _("“{title}” is back.").format(title=title)
    return ngettext(
        "“{title}” is back, with {count} part.", "“{title}” is back, with {count} parts.", parts
    ).format(title=title, count=number(parts))


def state_words(count: int, words: str) -> str:
    """How much lies here, or how much of it was found."""
    if not count:
        return ""
    if words.strip():
        return ngettext("{count} found", "{count} found", count).format(count=number(count))
    sentence = ngettext(
        "{count} record, kept for 30 days", "{count} records, each kept for 30 days", count
    )
    return sentence.format(count=number(count))


def rest_of(text: str, title: str) -> str:
    """The words of a record after its title, without the signs that make headings of them."""
    rest = text.strip().removeprefix(title.strip()).strip()
    return _HEADING.sub("", rest)


def _parts(count: int) -> str:
    if not count:
        return ""
    words = ngettext("Comes back with {count} part.", "Comes back with {count} parts.", count)
    return words.format(count=number(count))


def _removed_short(gone: Gone, today: date) -> str:
    if gone.removed.astimezone().date() == today:
        return _("removed today at {time}").format(time=clock_time(gone.removed))
    return _("removed on {moment}").format(moment=day_and_time(gone.removed, today))


def _removed(gone: Gone, today: date) -> str:
    return _("Removed on {moment}.").format(moment=day_and_time(gone.removed, today))


def _left(gone: Gone) -> str:
    return ngettext("{count} day left", "{count} days left", gone.days_left).format(
        count=number(gone.days_left)
    )


def _can_come_back(gone: Gone) -> str:
    words = ngettext(
        "Can be restored for {count} more day.",
        "Can be restored for {count} more days.",
        gone.days_left,
    )
    return words.format(count=number(gone.days_left))
