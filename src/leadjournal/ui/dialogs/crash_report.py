"""What nobody expected: told in a sentence, with exactly what a report would hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from leadjournal.base.errors import Bug
from leadjournal.base.words import _
from leadjournal.ui.dialogs.sheet import SheetDialog
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.announce import announce
from leadjournal.ui.widgets.buttons import PrimaryButton, SecondaryButton
from leadjournal.ui.widgets.card import Well
from leadjournal.ui.widgets.label import Label

_WIDE = 640


def report_on(bug: Bug, versions: Mapping[str, str]) -> str:
    """What could be shared: the kind of the error, places in the code, versions; nothing else."""
    known = {"Qt": qVersion(), **versions}
    lines = sorted((f"{name} {value}" for name, value in known.items()), key=str.casefold)
    return "\n".join([bug.where, "", *lines])


class CrashReport(SheetDialog):
    """Shows the report, copies it when asked, and sends nothing."""

    backups_wanted = Signal()
    restart_wanted = Signal()

    def __init__(self, looks: Looks, parent: QWidget, bug: Bug, report: str) -> None:
        super().__init__(looks, parent, bug.happened, width=_WIDE)
        self._report = report
        self.sheet.addWidget(Label(looks, f"{bug.safe} {bug.way_out}", "body", "text_2", wrap=True))
        self.sheet.addSpacing(4)
        sentence = _(
            "This is all a report would say. It holds nothing you wrote, no names and no folders, "
            "and nothing is sent: copy it if you want to tell of it."
        )
        self.sheet.addWidget(Label(looks, sentence, "body", "text_2", wrap=True))
        well = Well(looks, spacing=2)
        for line in report.split("\n"):
            well.column.addWidget(Label(looks, line or " ", "small", "text", wrap=True))
        well.setAccessibleName(report)
        self.sheet.addWidget(well)
        self.copy = SecondaryButton(looks, _("Copy"), "copy")
        self.backups = SecondaryButton(looks, _("Open backups folder"), "folder-open")
        self.restart = SecondaryButton(looks, _("Restart leadjournal"), "rotate-cw")
        self.copy.clicked.connect(self._copy)
        self.backups.clicked.connect(self.backups_wanted)
        self.restart.clicked.connect(self._restart)
        close = PrimaryButton(looks, _("Go on"))
        close.clicked.connect(self.accept)
        self.finish(self.copy, self.backups, self.restart, close)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self.copy.setText(_("Copied"))
        announce(self, _("Copied"))

    def _restart(self) -> None:
        self.accept()
        self.restart_wanted.emit()


def tell_of_bug(
    looks: Looks,
    window: QWidget,
    bug: Bug,
    *,
    backups: Callable[[], object],
    restart: Callable[[], object],
) -> CrashReport:
    """Show the report of a bug; the program goes on meanwhile."""
    from leadjournal.services.about import versions

    dialog = CrashReport(looks, window, bug, report_on(bug, versions()))
    dialog.backups_wanted.connect(backups)
    dialog.restart_wanted.connect(restart)
    dialog.open()
    return dialog
