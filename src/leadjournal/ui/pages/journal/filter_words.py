"""The filters in use, as words that can be taken away one by one."""

from collections.abc import Iterator
from dataclasses import replace

from leadjournal.base.formats import day_short
from leadjournal.base.words import _
from leadjournal.ui.items.entry_words import KINDS, PRIVACY_ICONS, kind_full, privacy_words
from leadjournal.ui.pages.journal.values import Chosen, FilterChoices, Named


def filters_in_words(chosen: Chosen, choices: FilterChoices) -> Iterator[tuple[str, str, Chosen]]:
    """Icon, words and what is left without it, for each filter in use."""
    if chosen.kind:
        yield KINDS[chosen.kind].icon, kind_full(chosen.kind), replace(chosen, kind="")
    if chosen.privacy:
        words = privacy_words(chosen.privacy)
        yield PRIVACY_ICONS[chosen.privacy], words, replace(chosen, privacy="")
    if chosen.tag:
        yield "tag", chosen.tag, replace(chosen, tag="")
    if chosen.person:
        yield "user", _named(choices.people, chosen.person), replace(chosen, person="")
    if chosen.outcome:
        yield "waypoints", _named(choices.outcomes, chosen.outcome), replace(chosen, outcome="")
    if chosen.template:
        words = _named(choices.templates, chosen.template)
        yield "layout-template", words, replace(chosen, template="")
    if chosen.since:
        words = _("From {day}").format(day=f"{day_short(chosen.since)} {chosen.since.year}")
        yield "calendar", words, replace(chosen, since=None)
    if chosen.until:
        words = _("Until {day}").format(day=f"{day_short(chosen.until)} {chosen.until.year}")
        yield "calendar", words, replace(chosen, until=None)


def _named(choices: tuple[Named, ...], wanted: str) -> str:
    return next((words for id_, words in choices if id_ == wanted), _("Removed"))
