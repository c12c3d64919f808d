"""The window: the desk, or one of the few screens that come before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, QPoint, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from leadjournal.base.preferences import TEXT_SIZE, THEME, WINDOW
from leadjournal.base.words import _
from leadjournal.ui.actions import Actions
from leadjournal.ui.commands import COMMANDS, Command, Needs, page_command
from leadjournal.ui.desk import Desk, Room
from leadjournal.ui.page import PageSpec
from leadjournal.ui.pages.registry import PAGES
from leadjournal.ui.widgets.focus_ring import FocusRing

SMALLEST = (640, 480)
USUAL = (1280, 690)


def commands_for(specs: Sequence[PageSpec]) -> list[Command]:
    """The commands of the window, those that show a page first in View."""
    pages = [
        page_command(spec.id, spec.title, spec.icon, _keys_of(spec, number))
        for number, spec in enumerate(specs, start=1)
    ]
    return [*(each for each in COMMANDS if each.group in ("Journal", "Edit")), *pages,
            *(each for each in COMMANDS if each.group not in ("Journal", "Edit"))]  # fmt: skip


def _keys_of(spec: PageSpec, number: int) -> str:
    """The keys of a page: its own, or Ctrl with its number where it stands in the sidebar."""
    return spec.shortcut or (f"Ctrl+{number}" if spec.in_sidebar else "")


class Window(QMainWindow):
    """One window, one journal."""

    first_painted = Signal()

    def __init__(self, room: Room, specs: Sequence[PageSpec] = PAGES) -> None:
        super().__init__()
        self.room = room
        self._was_painted = False
        self._may_close: Callable[[], bool] = lambda: True
        self._lockable = False
        self.desk = Desk(room, specs)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.desk)
        self.setCentralWidget(self._stack)
        self._commands = commands_for(specs)
        self.actions_ = Actions(room.looks, self, self._commands)
        self._ring = FocusRing(room.looks, self)
        self._deeds: dict[str, Callable[[], object]] = self._own_deeds(specs)
        self._deeds_about: dict[str, Callable[[str], object]] = {}
        self.setWindowTitle("leadjournal")
        self.setMinimumSize(*SMALLEST)
        self._take_size()
        self.actions_.asked.connect(self.do)
        self.desk.steps_changed.connect(self.follow_steps)
        self.desk.wished.connect(self.do)
        self.desk.head.search_wanted.connect(lambda: self.do("palette"))
        self.desk.head.lock_wanted.connect(lambda: self.do("lock"))
        self.desk.head.menu_wanted.connect(lambda: self.do("menu"))
        self.follow_steps()

    def teach(self, deeds: dict[str, Callable[[], object]]) -> None:
        """Say what further commands do."""
        self._deeds.update(deeds)

    def teach_about(self, deeds: dict[str, Callable[[str], object]]) -> None:
        """Say what commands do that are about one thing, which they are told."""
        self._deeds_about.update(deeds)

    def commands(self) -> list[Command]:
        """Every command of the window."""
        return list(self._commands)

    def deeds(self) -> frozenset[str]:
        """The commands the window knows how to do."""
        return frozenset(self._deeds)

    def do(self, command_id: str) -> None:
        """Do what a command says; after a colon stands what it is about."""
        name, _colon, about = command_id.partition(":")
        if about:
            self._deeds_about[name](about)
        else:
            self._deeds[command_id]()

    def ask_before_closing(self, may_close: Callable[[], bool]) -> None:
        """Call this before the window closes; it closes when the answer is yes."""
        self._may_close = may_close

    def show_desk(self) -> None:
        """Bring the desk to the front and free the screen before it."""
        before = self.front()
        self._stack.setCurrentWidget(self.desk)
        self._drop(before)
        self.follow_steps()

    def show_screen(self, screen: QWidget) -> None:
        """Bring a screen of its own to the front."""
        before = self.front()
        self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        self._drop(before)
        self.follow_steps()

    def front(self) -> QWidget | None:
        """The screen that is shown instead of the desk."""
        shown = self._stack.currentWidget()
        return None if shown is self.desk else shown

    def set_lockable(self, lockable: bool) -> None:
        """Whether the open journal has a passphrase."""
        self._lockable = lockable
        self.desk.head.set_lockable(lockable)
        self.follow_steps()

    def follow_steps(self) -> None:
        """Commands say and allow what is possible now."""
        met = self.desk.needs_met() if self.front() is None else frozenset((Needs.NOTHING,))
        if self._lockable and Needs.JOURNAL in met:
            met |= {Needs.LOCK}
        if Needs.WRITING in met:
            met |= {Needs.PROTECTED if self._lockable else Needs.UNPROTECTED}
        self.actions_.allow(met)
        history = self.desk.workspace.history if self.desk.workspace is not None else None
        self.actions_.name_steps(
            history.undo_label() if history else None, history.redo_label() if history else None
        )

    def _own_deeds(self, specs: Sequence[PageSpec]) -> dict[str, Callable[[], object]]:
        desk = self.desk
        deeds: dict[str, Callable[[], object]] = {
            "undo": desk.undo,
            "redo": desk.redo,
            "new-entry": lambda: desk.open_page("journal").begin("new-entry"),
            "new-outcome": lambda: desk.open_page("outcomes").begin("new-outcome"),
            "export-map": lambda: desk.open_page("outcomes").begin("export-map"),
            "close-cycle": lambda: desk.open_page("outcomes").begin("close-cycle"),
            "closed-cycles": lambda: desk.open_page("outcomes").begin("closed-cycles"),
            "new-milestone": lambda: desk.open_page("outcomes").begin("new-milestone"),
            "new-objective": lambda: desk.open_page("outcomes").begin("new-objective"),
            "import-objectives": lambda: desk.open_page("outcomes").begin("import-objectives"),
            "daily-reflection": lambda: desk.run_guide("daily-reflection"),
            "message": desk.take_message_focus,
            "menu": self._open_menu,
            "quit": self.close,
            "larger": lambda: self._step_text(1),
            "smaller": lambda: self._step_text(-1),
            "normal": lambda: self._take_text("100"),
        }
        for spec in specs:
            deeds[f"page-{spec.id}"] = lambda id_=spec.id: desk.open_page(id_)  # type: ignore[misc]
        for theme in THEME.choices:
            deeds[f"theme-{theme}"] = lambda theme=theme: self._take_theme(theme)  # type: ignore[misc]
        return deeds

    def _take_theme(self, theme: str) -> None:
        self.room.remember(THEME, theme)
        self.room.looks.choose(theme)

    def _step_text(self, by: int) -> None:
        sizes = TEXT_SIZE.choices
        now = sizes.index(self.room.preferences.get(TEXT_SIZE)) + by
        self._take_text(sizes[min(max(now, 0), len(sizes) - 1)])

    def _take_text(self, size: str) -> None:
        self.room.remember(TEXT_SIZE, size)
        self.room.looks.set_factor(int(size) / 100)
        self.desk.toast.say(_("Text size {size}%").format(size=size), icon="type")

    def _open_menu(self) -> None:
        button = self.desk.head.menu_button
        if self.front() is not None:
            self.actions_.menu(self).popup(self.mapToGlobal(QPoint(24, 24)))
            return
        menu = self.actions_.menu(self)
        right = button.mapToGlobal(QPoint(button.width(), button.height() + 4))
        menu.popup(QPoint(right.x() - menu.sizeHint().width(), right.y()))

    def _drop(self, screen: QWidget | None) -> None:
        if screen is not None:
            self._stack.removeWidget(screen)
            screen.deleteLater()

    def _take_size(self) -> None:
        stored = self.room.preferences.get(WINDOW)
        if not (stored and self.restoreGeometry(QByteArray.fromHex(stored.encode()))):
            self.resize(*USUAL)

    def closeEvent(self, event: QCloseEvent) -> None:
        geometry = self.saveGeometry().toHex().data()
        if not self._may_close():
            event.ignore()
            return
        self.room.remember(WINDOW, bytes(geometry).decode("ascii"))
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # The children paint in the same round; what is heavy comes after it.
            QTimer.singleShot(0, self, self.first_painted.emit)
