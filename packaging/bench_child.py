"""One start, told in moments: what it was asked to show is painted, and what it weighs then."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from leadjournal.base.clock import Clock
    from leadjournal.services.workspace import Workspace
    from leadjournal.ui.desk import Room
    from leadjournal.ui.doorway import Doorway
    from leadjournal.ui.page import Page
    from leadjournal.ui.pages.today.page import TodayPage
    from leadjournal.ui.window import Window


IDLE = 30
"""Seconds in which nothing happens."""


def memory() -> float:
    """Resident memory of this process in MiB."""
    told = Path("/proc/self/statm")
    if told.exists():
        pages = int(told.read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
    return _most_memory()


def _most_memory() -> float:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def tell(**moments: float) -> None:
    """Print what was seen and end at once."""
    sys.stdout.write(json.dumps({**moments, "memory": memory()}) + "\n")
    sys.stdout.flush()
    os._exit(0)


def when_painted(widgets: list[QWidget], then: Callable[[], object]) -> None:
    """Call `then` once, after each of the widgets has been painted."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Look(QObject):
        def __init__(self, parent: QObject) -> None:
            super().__init__(parent)
            self.left = set(map(id, widgets))

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Paint and id(watched) in self.left:
                self.left.discard(id(watched))
                if not self.left:
                    QTimer.singleShot(0, then)
            return False

    look = Look(widgets[0])
    for widget in widgets:
        widget.installEventFilter(look)
        widget.update()


def idle_for(seconds: int) -> None:
    """Let the window be, then tell the processor time it used meanwhile."""
    from PySide6.QtCore import QTimer

    def begin() -> None:
        before = time.process_time()
        QTimer.singleShot(seconds * 1000, lambda: tell(used=time.process_time() - before))

    # What a start leaves to be done has to be over.
    QTimer.singleShot(8_000, begin)


def bare_idle() -> None:
    """The floor of idling: a label in a window."""
    from PySide6.QtWidgets import QApplication, QLabel

    application = QApplication(sys.argv[:1])
    label = QLabel("leadjournal")
    label.show()
    idle_for(IDLE)
    application.exec()


def idle(journal: str) -> None:
    """Open on Today, and then nobody touches it."""
    run(journal, lambda window: key_on_today(window, lambda: idle_for(IDLE)))


def bare() -> None:
    """The floor: a label in a window."""
    from PySide6.QtWidgets import QApplication, QLabel

    application = QApplication(sys.argv[:1])
    label = QLabel("leadjournal")
    label.resize(1280, 690)
    when_painted([label], lambda: tell(at_paint=time.time()))
    label.show()
    application.exec()


def imports() -> None:
    """What the libraries weigh before a journal is open."""
    for module in (
        "PySide6.QtSvg",
        "PySide6.QtWidgets",
        "leadjournal.services.journals",
        "leadjournal.ui.application",
        "leadjournal.ui.pages.today.page",
    ):
        import_module(module)
    tell(modules=float(len(sys.modules)))


def run(journal: str, look: Callable[[Window], object]) -> None:
    """Start the program as a user does, with `look` given its window."""
    from leadjournal.app import hold_collector

    hold_collector()
    from leadjournal.ui import application

    make = application.make_window

    def made(room: Room, clock: Clock) -> tuple[Window, Doorway]:
        window, doorway = make(room, clock)
        look(window)
        return window, doorway

    application.make_window = made  # the bench looks over its shoulder
    application.run_window(Path(journal))


def shell(journal: str) -> None:
    """Until sidebar, head and title are painted in the shipped fonts and theme."""

    def look(window: Window) -> None:
        desk = window.desk
        parts: list[QWidget] = [desk.navigation, desk.head]
        when_painted(parts, lambda: tell(at_paint=time.time()))

    run(journal, look)


def today(journal: str) -> None:
    """Until Today's lines and figures are painted and a typed key shows."""
    run(journal, lambda window: key_on_today(window, lambda: tell(at_key=time.time())))


def outcomes(journal: str) -> None:
    """From Today to the Outcomes page, until what it shows first is painted."""

    def look(window: Window) -> None:
        # What a start leaves to be done has to be over.
        key_on_today(window, lambda: QTimer.singleShot(3_000, lambda: go(window)))

    def go(window: Window) -> None:
        begun = time.perf_counter()
        window.desk.open_page("outcomes")
        page = cast("Page", window.desk.pages.page())
        areas = [area for area in page.findChildren(QAbstractScrollArea) if area.isVisible()]
        largest = max(areas, key=lambda area: area.width() * area.height())
        when_painted([largest.viewport()], lambda: tell(opened=time.perf_counter() - begun))

    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QAbstractScrollArea

    run(journal, look)


def unlock(journal: str, words: str) -> None:
    """The same, from Enter on the passphrase."""
    from PySide6.QtWidgets import QLineEdit

    def look(window: Window) -> None:
        def entered() -> None:
            screen = window.front()
            if screen is None:
                raise SystemExit("There is no passphrase to type.")
            found = screen.findChildren(QLineEdit)
            field = found[0]
            field.setText(words)
            begun = time.time()
            field.returnPressed.emit()
            key_on_today(window, lambda: tell(took_key=time.time() - begun))

        window.first_painted.connect(entered)

    run(journal, look)


def key_on_today(window: Window, then: Callable[[], object]) -> None:
    """Wait for Today's lines and figures, type a key into capture, wait until it shows."""
    from PySide6.QtCore import QTimer

    timer = QTimer(window)

    def there() -> None:
        page = window.desk.pages.page()
        if page is not None:
            timer.stop()
            watch(page)  # type: ignore[arg-type]  # the first page is Today

    def watch(page: TodayPage) -> None:
        view = page.overview

        def arrived() -> None:
            when_painted([view.waiting, view.figures], lambda: press(page))

        if page._gathering._is_under_way:
            page._gathering.arrived.connect(lambda _read: arrived())
        else:
            # The answer was faster than this timer.
            arrived()

    def press(page: TodayPage) -> None:
        from PySide6.QtCore import QEvent, Qt
        from PySide6.QtGui import QKeyEvent
        from PySide6.QtWidgets import QApplication

        editor = page.overview.capture.editor
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_X, Qt.KeyboardModifier.NoModifier, "x")
        QApplication.sendEvent(editor, key)
        if editor.text() != "x":
            raise SystemExit("The key was lost.")
        when_painted([editor], then)

    timer.timeout.connect(there)
    timer.start(1)


class Watchdog:
    """Beats in the window's thread, saves an entry at every tenth beat, and keeps the longest gap.

    Between two beats the window could not answer a key.
    """

    def __init__(self, workspace: Workspace) -> None:
        from PySide6.QtCore import QTimer

        self._workspace = workspace
        self._entry = workspace.entries.listing()[0].id
        self._beats = 0
        self._last = time.perf_counter()
        self.longest = 0.0
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(5)

    def take(self) -> float:
        """The longest gap since it was asked last, in seconds."""
        longest, self.longest = self.longest, 0.0
        return longest

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now
        self._beats += 1
        if self._beats % 10 == 0:
            text = f"Typed meanwhile, {self._beats}. " * 20
            self._workspace.entries.edit(self._entry, join="bench", text=text)


def waits(journal: str, words: str) -> None:
    """The longest gaps of the window: at rest, during a backup, during a check."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from leadjournal.base.clock import SystemClock
    from leadjournal.services.journals import open_workspace
    from leadjournal.ui.job_runner import JobRunner

    application = QApplication(sys.argv[:1])
    workspace = open_workspace(Path(journal), words or None, SystemClock(), door="window")
    jobs = JobRunner()
    dog = Watchdog(workspace)
    moments: dict[str, float] = {}

    def then(name: str, job: Callable[..., object], go_on: Callable[[], object]) -> None:
        begun = time.perf_counter()

        def ended(_result: object) -> None:
            moments[name] = dog.take()
            moments.setdefault("took", time.perf_counter() - begun)
            go_on()

        dog.take()
        handle = jobs.prepare(job, journal=False)
        handle.done.connect(ended)
        handle.failed.connect(lambda problem: sys.exit(str(problem)))
        handle.begin()

    def rested() -> None:
        moments["idle"] = dog.take()
        then("backup", lambda _progress: backed_up(), look_through)

    def backed_up() -> None:
        workspace.backups.make()
        workspace.backups.thin()

    def look_through() -> None:
        then("check", lambda _progress: workspace.backups.check(), lambda: tell(**moments))

    QTimer.singleShot(1_000, rested)
    application.exec()


def main() -> None:
    """Do what the first word says."""
    kinds: dict[str, Callable[..., None]] = {
        "bare": bare, "imports": imports, "shell": shell, "today": today, "unlock": unlock,
        "waits": waits, "outcomes": outcomes,
        "bare_idle": bare_idle, "idle": idle,
    }  # fmt: skip
    kinds[sys.argv[1]](*sys.argv[2:])


if __name__ == "__main__":
    main()
