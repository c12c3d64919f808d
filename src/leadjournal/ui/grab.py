"""Pictures of every page, made without showing a window: for the tour and for the manual."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from leadjournal.base.errors import MachineFault
from leadjournal.base.preferences import Preferences
from leadjournal.base.words import _
from leadjournal.ui.desk import Room
from leadjournal.ui.job_runner import JobRunner
from leadjournal.ui.pages.registry import PAGES
from leadjournal.ui.save_state import SaveState
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.window import Window

if TYPE_CHECKING:
    from leadjournal.services.workspace import Workspace

_LOOK_AGAIN = 20
_AT_LEAST = 4


def grab_pages(
    workspace: Workspace,
    folder: Path,
    themes: Sequence[str] = ("light", "dark"),
    size: tuple[int, int] = (1366, 768),
) -> list[Path]:
    """Save a picture of every page in each theme in `folder`; the journal stays open."""
    application = _application()
    with tempfile.TemporaryDirectory() as settings:
        looks = Looks()
        looks.choose(themes[0])
        looks.apply()
        jobs = JobRunner()
        room = Room(looks, Preferences(Path(settings)), jobs, SaveState(workspace.clock))
        window = Window(room)
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.resize(*size)
        window.show()
        window.desk.lay_open(workspace, PAGES[0].id)
        room.save_state.saved()
        made = [path for theme in themes for path in _in_theme(window, theme, folder)]
        window.desk.take_off()
        jobs.finish()
        window.hide()
        window.deleteLater()
        looks.deleteLater()
        _settle(jobs)
    del application
    return made


def _in_theme(window: Window, theme: str, folder: Path) -> list[Path]:
    made = []
    window.room.looks.choose(theme)
    for page in PAGES:
        window.desk.open_page(page.id)
        made.append(_picture(window, folder / f"{page.id}-{theme}.png"))
        for view in page.views:
            window.desk.open_page(page.id).begin(view)
            made.append(_picture(window, folder / f"{page.id}-{view}-{theme}.png"))
    return made


def _picture(window: Window, path: Path) -> Path:
    _settle(window.room.jobs)
    if not window.grab().save(str(path)):
        raise MachineFault(_("{file} could not be written.").format(file=path))
    return path


def _settle(jobs: JobRunner) -> None:
    """Let the pages load what they load beside the window."""
    loop = QEventLoop()
    quiet = 0

    def look() -> None:
        nonlocal quiet
        quiet = 0 if jobs.is_busy else quiet + 1
        if quiet >= _AT_LEAST:
            loop.quit()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(_LOOK_AGAIN)
    loop.exec()
    timer.stop()


def _application() -> QApplication:
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    # Nothing is shown, so no display is needed either.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QApplication(["leadjournal"])
