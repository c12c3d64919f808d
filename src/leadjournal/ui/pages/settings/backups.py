"""Backups: how old the newest is, where they lie, and what each of them holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from leadjournal.base import folders
from leadjournal.base.words import _
from leadjournal.ui.outside import not_opened, open_folder
from leadjournal.ui.pages.settings.section import Section
from leadjournal.ui.widgets.backup_card import BackupCard
from leadjournal.ui.widgets.buttons import SecondaryButton
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.setting_row import SettingRow

if TYPE_CHECKING:
    from leadjournal.services.backup_list import Backup
    from leadjournal.services.jobs import Progress
    from leadjournal.ui.context import Context
    from leadjournal.ui.job_runner import Handle


class BackupsSection(Section):
    """The rows are there at once; what is in each follows when it was looked at."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            _("Backups"),
            _("Made every half hour while you write, when the journal closes, and before anything "
              "that cannot be undone. Older ones make room: of each of 12 days, 10 weeks and 9 "
              "months the newest stays."),
        )  # fmt: skip
        looks = context.looks
        self._handle: Handle | None = None
        self.make = SecondaryButton(looks, _("Make a backup now"), "database-backup")
        self.open_folder = SecondaryButton(looks, _("Open the folder"), "folder-open")
        self.check = SecondaryButton(looks, _("Check the journal"), "clipboard-check")
        self.age = SettingRow(looks, _("Newest backup"), "", self.make)
        self.place = SettingRow(looks, _("Where they lie"), "", self.open_folder)
        sentence = _("Looks through a copy of the file, its references and its search.")
        self.soundness = SettingRow(looks, _("Is all in order?"), sentence, self.check)
        self.add_card([self.age, self.place, self.soundness])
        self.add(Label(looks, _("Choose one to see what is in it, or to restore it."),
                       "small", "text_2", wrap=True))  # fmt: skip
        self.card = BackupCard(looks)
        self.add(self.card)
        self.finish()
        self.make.clicked.connect(lambda: context.do("backup"))
        self.check.clicked.connect(lambda: context.do("check"))
        self.open_folder.clicked.connect(self._show_folder)
        self.card.chosen.connect(lambda file: context.do(f"restore-backup:{file}"))

    def refresh(self) -> None:
        backups = self.context.workspace.backups
        self.age.say(f"{backups.last_verified_words()}.")
        self.place.say(str(self._folder()))
        self._show(backups.found())
        if self._handle is not None:
            self._handle.drop()

        def job(progress: Progress) -> list[Backup]:
            return backups.listing(progress)

        self._handle = self.context.jobs.prepare(job, journal=False)
        self._handle.done.connect(self._show)
        self._handle.failed.connect(self.context.fail)
        self._handle.begin()

    def _show(self, listed: list[Backup]) -> None:
        self.card.say("" if listed else _("There is no backup yet."))
        self.card.show_backups(listed, self.context.workspace.clock.now())

    def _show_folder(self) -> None:
        if not open_folder(self._folder()):
            self.context.say(not_opened(self._folder()))

    def _folder(self) -> Path:
        return folders.backups(self.context.workspace.path)
