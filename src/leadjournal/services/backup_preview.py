"""What a backup would bring back, and what of the present journal it lacks."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from leadjournal.base.formats import day_long, number
from leadjournal.base.words import _, isolated, ngettext
from leadjournal.model.catalogue import KINDS
from leadjournal.store.contents import contents_of, glimpse

_NEWEST = 3


@dataclass(frozen=True, slots=True)
class BackupPreview:
    """What a backup holds; `only_here` are the entries of the present journal that it lacks.

    None where the present journal cannot be read.
    """

    counts: dict[str, int]
    newest: tuple[tuple[date, str], ...]
    only_here: int | None = None

    def lines(self, today: date, *, with_titles: bool) -> list[str]:
        """The preview in sentences; titles only where the journal is open anyway."""
        lines = [_("It holds {records}.").format(records=records_in_words(self.counts))]
        days = [
            _("“{title}” ({day})").format(title=isolated(title), day=day_long(day, today))
            if with_titles and title
            else day_long(day, today)
            for day, title in self.newest
        ]
        if days:
            lines.append(
                ngettext("Its newest entry: {entries}.", "Its newest entries: {entries}.",
                         len(days)).format(entries="; ".join(dict.fromkeys(days)))
            )  # fmt: skip
        if self.only_here:
            lines.append(
                ngettext(
                    "{count} entry of the present journal is not in it.",
                    "{count} entries of the present journal are not in it.",
                    self.only_here,
                ).format(count=number(self.only_here))
            )
        elif self.only_here == 0:
            lines.append(_("It has every entry of the present journal, as it was then."))
        return lines


def records_in_words(counts: dict[str, int]) -> str:
    """2 outcomes, 1 entry: so many of each kind that has a list of its own."""
    found = [
        ngettext("{count} {kind}", "{count} {kinds}", counts[kind.id]).format(
            count=number(counts[kind.id]), kind=_(kind.label).lower(), kinds=_(kind.plural).lower()
        )
        for kind in KINDS
        if kind.listed and counts.get(kind.id)
    ]
    return ", ".join(found) or _("no records")


def preview(backup: Path, passphrase: str | None, present: frozenset[str] | None) -> BackupPreview:
    """Look into a backup; `present` are the ids of the entries the journal has now."""
    contents = contents_of(backup, passphrase, thoroughly=True)
    seen = glimpse(backup, passphrase, _NEWEST)
    lacking = None if present is None else len(present - seen.entries)
    return BackupPreview(contents.counts, seen.newest, lacking)
