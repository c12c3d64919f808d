"""An open journal with everything a user can do in it."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from leadjournal.base.clock import Clock
from leadjournal.services.actions import Actions, Blockers
from leadjournal.services.backups import Backups
from leadjournal.services.card import Card
from leadjournal.services.cycles import Cycles
from leadjournal.services.debt_exits import DebtExits
from leadjournal.services.debt_signs import DebtSigns
from leadjournal.services.drafts import Drafts
from leadjournal.services.entries import AwayWeeks, Entries
from leadjournal.services.events import Changed, Events
from leadjournal.services.figures import FigureService
from leadjournal.services.forgetting import Forgetter
from leadjournal.services.guides import Guides
from leadjournal.services.history import History
from leadjournal.services.indicators import Indicators
from leadjournal.services.milestones import Milestones
from leadjournal.services.muted_hints import MutedHints
from leadjournal.services.objectives import Objectives
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
    from leadjournal.services.bundles import Bundles
    from leadjournal.services.debt_ledger import LedgerService
    from leadjournal.services.exporting import Exporting
    from leadjournal.services.lens import Lens
    from leadjournal.services.objective_import import ObjectiveImport
    from leadjournal.services.outcome_charts import OutcomeCharts
    from leadjournal.services.outcome_figures import OutcomeFigureService
    from leadjournal.services.reading_import import ReadingImport
    from leadjournal.services.recovery_sheet import RecoverySheet


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
        self.cycles = Cycles(journal)
        self.indicators = Indicators(journal)
        self.outputs = Outputs(journal)
        self.objectives = Objectives(journal)
        self.debt_exits = DebtExits(journal)
        self.milestones = Milestones(journal)
        self.debt_signs = DebtSigns(journal)
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
        self.muted_hints = MutedHints(journal)

    @cached_property
    def bundles(self) -> Bundles:
        """Everything out without loss and back in; like documents, not needed at the start."""
        from leadjournal.services.bundles import Bundles

        return Bundles(self._journal)

    @cached_property
    def exporting(self) -> Exporting:
        """Documents out of the journal; at the start they would cost 35 ms and are not needed."""
        from leadjournal.services.exporting import Exporting

        return Exporting(self._journal)

    @cached_property
    def outcome_charts(self) -> OutcomeCharts:
        """The signs of an outcome over time, drawn when one is opened."""
        from leadjournal.services.outcome_charts import OutcomeCharts

        return OutcomeCharts(self._journal)

    @cached_property
    def lens(self) -> Lens:
        """Hints on what is written; its rules and words are not needed at the start."""
        from leadjournal.services.lens import Lens

        return Lens(self._journal)

    @cached_property
    def ledger(self) -> LedgerService:
        """Outcome debt with what left it and how it went."""
        from leadjournal.services.debt_ledger import LedgerService

        return LedgerService(self._journal)

    @cached_property
    def outcome_figures(self) -> OutcomeFigureService:
        """The figures of one outcome, and of all outcomes together."""
        from leadjournal.services.outcome_figures import OutcomeFigureService

        return OutcomeFigureService(self._journal)

    @cached_property
    def reading_import(self) -> ReadingImport:
        """Readings from a table that was pasted or is in a file."""
        from leadjournal.services.reading_import import ReadingImport

        return ReadingImport(self._journal)

    @cached_property
    def objective_import(self) -> ObjectiveImport:
        """Objectives from a table of another program; rarely needed."""
        from leadjournal.services.objective_import import ObjectiveImport

        return ObjectiveImport(self._journal)

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
    def identity(self) -> str:
        """What this journal and all its copies have in common."""
        return self._journal.identity

    @property
    def passphrase(self) -> str | None:
        """What the journal was opened with, for opening it anew; never shown or logged."""
        return self._journal.passphrase

    @property
    def put_by(self) -> tuple[Path, ...]:
        """Logs of another journal that lay beside this one and were put by when it was opened."""
        return self._journal.put_by

    @property
    def ended_too_early(self) -> bool:
        """Whether the program that had the journal open last did not come to close it."""
        return self._journal.ended_too_early

    @property
    def last_changed(self) -> datetime | None:
        """When the last change was made, aware, in UTC; None in a journal without any."""
        return self._journal.last_changed()

    @cached_property
    def recovery_sheet(self) -> RecoverySheet:
        """The page that tells how to open the file without this program."""
        from leadjournal.services.recovery_sheet import RecoverySheet

        return RecoverySheet(self._journal)

    def copy_to(self, target: Path) -> None:
        """A verified copy of what is saved, whole or not at all."""
        self._journal.copy_to(target)

    @property
    def clock(self) -> Clock:
        """The present moment for everything in this journal."""
        return self._journal.clock

    def close(self) -> None:
        """Leave exactly one file behind."""
        self._journal.close()

    def _publish(self, announcement: Announcement) -> None:
        self.events.publish(Changed(announcement.label, announcement.refs, announcement.source))
