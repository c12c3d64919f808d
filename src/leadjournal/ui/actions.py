"""The commands as actions of the window: shortcuts that work, a menu, words that follow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from leadjournal.base.words import _
from leadjournal.ui.commands import GROUPS, Command, Needs
from leadjournal.ui.theme.looks import Looks


class Actions(QWidget):
    """Invisible owner of the window's actions; `asked` says which command is wanted."""

    asked = Signal(str)

    def __init__(self, looks: Looks, window: QWidget, commands: Sequence[Command]) -> None:
        super().__init__(window)
        self.hide()
        self._looks = looks
        self._commands = {command.id: command for command in commands}
        self._actions: dict[str, QAction] = {}
        self._menu: QMenu | None = None
        for command in commands:
            self._actions[command.id] = self._made(command, window)

    def action(self, command_id: str) -> QAction:
        """The action of a command."""
        return self._actions[command_id]

    def words(self, command_id: str) -> str:
        """What the command says now; undo and redo name their step."""
        return self._actions[command_id].text().replace("&&", "&")

    def working(self) -> list[Command]:
        """The commands that would do something now."""
        return [each for each in self._commands.values() if self._actions[each.id].isEnabled()]

    def allow(self, met: frozenset[Needs]) -> None:
        """Switch on what can work now, and off what cannot."""
        for command in self._commands.values():
            self._actions[command.id].setEnabled(command.needs in met)

    def name_steps(self, undo: str | None, redo: str | None) -> None:
        """Say what undo and redo would do."""
        self._name("undo", _("Undo"), undo)
        self._name("redo", _("Redo"), redo)

    def menu(self, parent: QWidget) -> QMenu:
        """Every command by its group, as a menu that is shown by `popup`."""
        # Drawn here and not before: half a hundred pictures would hold up the first paint.
        self._draw_icons()
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = QMenu(parent)
        self._menu.setFont(self._looks.font("body"))
        for group in GROUPS:
            part = self._menu.addMenu(_(group))
            part.setFont(self._looks.font("body"))
            members = [each for each in self._commands.values() if each.group == group]
            for command, before in zip(members, [None, *members], strict=False):
                if before is not None and before.section != command.section:
                    part.addSeparator()
                part.addAction(self._actions[command.id])
        return self._menu

    def _made(self, command: Command, window: QWidget) -> QAction:
        action = QAction(_(command.words), window)
        if command.shortcut:
            action.setShortcut(QKeySequence(command.shortcut))
        action.setIconVisibleInMenu(True)
        action.setProperty("anywhere", command.anywhere)
        action.triggered.connect(lambda: self.asked.emit(command.id))
        window.addAction(action)
        return action

    def _name(self, command_id: str, word: str, label: str | None) -> None:
        words = _("{undo} {step}").format(undo=word, step=label) if label else word
        self._actions[command_id].setText(words.replace("&", "&&"))

    def _draw_icons(self) -> None:
        for command in self._commands.values():
            self._actions[command.id].setIcon(self._looks.icon(command.icon))
