"""Search: every word that was ever written, in any kind of record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from leadjournal.base.words import _
from leadjournal.model.catalogue import BY_ID, Ref
from leadjournal.model.record import clean
from leadjournal.rules.search_terms import full_text_query
from leadjournal.store.journal_file import Journal
from leadjournal.store.queries import search as queries
from leadjournal.store.queries.values import day as read_day

HIT_BEGINS, HIT_ENDS = queries.HIT_BEGINS, queries.HIT_ENDS


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found; hits in the snippet stand between HIT_BEGINS and HIT_ENDS."""

    ref: Ref
    title: str
    snippet: str
    day: date | None
    kind: str
    icon: str


class Search:
    """Finds records by words and filters."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def find(  # noqa: PLR0913 - one argument a filter
        self,
        words: str,
        *,
        kinds: Sequence[str] = (),
        tag: str | None = None,
        person: str | None = None,
        outcome: str | None = None,
        since: date | None = None,
        until: date | None = None,
        limit: int = 50,
    ) -> list[Hit]:
        """What holds all the words, best first; the last word counts as a beginning."""
        match = full_text_query(words)
        if match is None:
            return []
        with self._journal.reading() as session:
            rows = queries.ranked(
                session,
                match,
                kinds=kinds,
                tag=None if tag is None else clean(tag),
                person=person,
                outcome=outcome,
                since=since,
                until=until,
                limit=limit,
            )
        return [_hit(*row) for row in rows]


def _hit(kind_id: str, id_: str, title: str, day: str, snippet: str) -> Hit:
    kind = BY_ID[kind_id]
    plain = " ".join(snippet.split())
    return Hit(
        Ref(kind_id, id_), title or _(kind.label), plain, read_day(day), _(kind.label), kind.icon
    )
