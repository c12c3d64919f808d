"""An open journal with everything a user can do in it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from leadjournal.base.clock import Clock
from leadjournal.services.actions import Actions, Blockers
from leadjournal.services.backups import Backups
from leadjournal.services.card import Card
from leadjournal.services.drafts import Drafts
from leadjournal.services.entries import AwayWeeks, Entries
from leadjournal.services.events import Changed, Events
from leadjournal.services.figures import FigureService
from leadjournal.services.forgetting import Forgetter
from leadjournal.services.guides import Guides
from leadjournal.services.history import History
from leadjournal.services.indicators import Indicators
from leadjournal.services.outcomes import Outcomes
from leadjournal.services.outputs import Outputs
from leadjournal.services.people import People, Teams
from leadjournal.services.references import References
from leadjournal.services.search import Search
from leadjournal.services.shelf import Shelf
from leadjournal.services.templates import Templates
from leadjournal.services.today import Today
from leadjournal.services.trash import Trash
from leadjournal.services.versions import Versions
from leadjournal.services.whys import Whys
from leadjournal.store.journal_file import Announcement, Journal

if TYPE_CHECKING:
    from leadjournal.services.exporting import Exporting


class Workspace:
    """One open journal: its records, figures, search, history and documents."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.events = Events()
        journal.announce = self._publish
        self.card = Card(journal)
        self.people = People(journal)
        self.teams = Teams(journal)
        self.whys = Whys(journal)
        self.outcomes = Outcomes(journal)
        self.indicators = Indicators(journal)
        self.outputs = Outputs(journal)
        self.entries = Entries(journal)
        self.actions = Actions(journal)
        self.blockers = Blockers(journal)
        self.away_weeks = AwayWeeks(journal)
        self.references = References(journal)
        self.templates = Templates()
        self.guides = Guides(journal)
        self.shelf = Shelf(journal)
        self.search = Search(journal)
        self.figures = FigureService(journal)
        self.today = Today(journal)
        self.history = History(journal)
        self.backups = Backups(journal)
        self.drafts = Drafts(journal)
        self.trash = Trash(journal)
        self.versions = Versions(journal)
        self.forgetting = Forgetter(journal)

    @cached_property
    def exporting(self) -> Exporting:
        """Documents out of the journal; at the start they would cost 35 ms and are not needed."""
        from leadjournal.services.exporting import Exporting

        return Exporting(self._journal)

    @property
    def path(self) -> Path:
        """Where the journal lies."""
        return self._journal.path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self._journal.read_only

    @property
    def is_encrypted(self) -> bool:
        """Whether the journal has a passphrase."""
        return self._journal.is_encrypted

    @property
    def passphrase(self) -> str | None:
        """What the journal was opened with, for opening it anew; never shown or logged."""
        return self._journal.passphrase

    @property
    def clock(self) -> Clock:
        """The present moment for everything in this journal."""
        return self._journal.clock

    def close(self) -> None:
        """Leave exactly one file behind."""
        self._journal.close()

    def _publish(self, announcement: Announcement) -> None:
        self.events.publish(Changed(announcement.label, announcement.refs, announcement.source))
