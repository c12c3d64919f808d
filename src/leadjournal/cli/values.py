"""Words of the command line that name days, numbers, people, outcomes and kinds."""

from datetime import date

from leadjournal.base.errors import InvalidValue
from leadjournal.base.formats import read_day
from leadjournal.base.words import _
from leadjournal.model.catalogue import BY_ID, Kind
from leadjournal.model.entry import EntryKind
from leadjournal.model.record import FIRST_DAY, LAST_DAY
from leadjournal.services.records import Choice
from leadjournal.services.workspace import Workspace

_MOST = 10_000


def day_of(text: str | None) -> date | None:
    """The day that was written, if one was."""
    if text is None:
        return None
    day = read_day(text)
    if not FIRST_DAY <= day <= LAST_DAY:
        raise InvalidValue(
            _("{day} is too far away.").format(day=day),
            way_out=_("Days from {first} to {last} can be used.").format(
                first=FIRST_DAY, last=LAST_DAY
            ),
        )
    return day


def period(since: str | None, until: str | None) -> tuple[date | None, date | None]:
    """The first and the last day of a period, each of which may be open."""
    first, last = day_of(since), day_of(until)
    if first and last and first > last:
        raise InvalidValue(
            _("The period ends on {until}, before it begins on {since}.").format(
                since=first, until=last
            )
        )
    return first, last


def count_of(text: str, option: str) -> int:
    """A whole number from 1 on."""
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
    if not 1 <= number <= _MOST:
        raise InvalidValue(
            _("“{text}” is not a number for {option}.").format(text=text[:40], option=option),
            way_out=_("Write a whole number from 1 to {most}.").format(most=_MOST),
        )
    return number


def entry_kind_of(word: str) -> EntryKind:
    """The kind of entry with this name."""
    known = {kind.value: kind for kind in EntryKind}
    if word.strip().lower() not in known:
        raise InvalidValue(
            _("There is no kind of entry called “{word}”.").format(word=word[:40]),
            way_out=_("There are: {kinds}.").format(kinds=", ".join(known)),
        )
    return known[word.strip().lower()]


def person_of(workspace: Workspace, words: str | None) -> str | None:
    """The id of a person named by id, first name or full name."""
    if words is None:
        return None
    named = [
        Choice(person.id, name)
        for person in workspace.people.all()
        for name in (person.first_name, person.full_name)
    ]
    return _one(named, words, BY_ID["person"])


def outcome_of(workspace: Workspace, words: str | None) -> str | None:
    """The id of an outcome named by id or by words of its statement."""
    if words is None:
        return None
    return _one(workspace.outcomes.choices(active=False), words, BY_ID["outcome"])


def _one(choices: list[Choice], words: str, kind: Kind) -> str:
    """The id of the one record that is called so, or whose words hold these."""
    wanted = " ".join(words.split()).casefold()
    same = {one.id for one in choices if one.words.casefold() == wanted}
    near = {
        one.id for one in choices if one.id.startswith(wanted) or wanted in one.words.casefold()
    }
    found = (same or near) if wanted else set()
    if len(found) == 1:
        return found.pop()
    sentence = (
        _("There is no {kind} called “{words}”.")
        if not found
        else _("“{words}” may be more than one {kind}.")
    )
    raise InvalidValue(
        sentence.format(kind=_(kind.label).lower(), words=words[:60]),
        way_out=_("“leadjournal list {kind}” shows them all.").format(kind=kind.id),
    )
