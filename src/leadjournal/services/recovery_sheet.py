"""The recovery sheet: one page with what is needed to open the file without this program."""

from __future__ import annotations

from pathlib import Path

from leadjournal import __version__
from leadjournal.base import folders
from leadjournal.base.files import write_atomically
from leadjournal.export.recovery_sheet import SheetFacts, render
from leadjournal.services.card import Card
from leadjournal.store.journal_file import Journal


class RecoverySheet:
    """Asks the open file what it is, and writes that down; the passphrase is never on it."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def facts(self) -> SheetFacts:
        """What the page says of the file."""
        journal, found = self._journal, self._journal.file_format()
        return SheetFacts(
            journal=Card(journal).name,
            file=journal.path.name,
            folder=str(journal.path.parent),
            backups=str(folders.backups(journal.path)),
            made_on=journal.clock.today(),
            program=__version__,
            application_id=found.application_id,
            schema=found.schema,
            page_size=found.page_size,
            cipher=found.cipher,
            cipher_name=found.cipher_name,
            cipher_version=found.cipher_version,
            reserve=found.reserve,
        )

    def write(self, path: Path) -> None:
        """Write the page as a PDF at `path`, whole or not at all."""
        write_atomically(path, render(self.facts()))
