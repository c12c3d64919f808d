"""The palette: type a few letters, and do a command or go to what was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QListView, QStackedWidget, QVBoxLayout, QWidget

from leadjournal.base.formats import day_short
from leadjournal.base.words import _
from leadjournal.rules.nearness import nearness
from leadjournal.ui.actions import Actions
from leadjournal.ui.context import Context
from leadjournal.ui.dialogs.base import Scrim
from leadjournal.ui.items.palette_rows import PaletteDelegate, PaletteModel, PaletteRow
from leadjournal.ui.widgets.announce import announce
from leadjournal.ui.widgets.buttons import SecondaryButton
from leadjournal.ui.widgets.editors import LineEdit
from leadjournal.ui.widgets.label import Label

if TYPE_CHECKING:
    from leadjournal.services.jobs import Progress
    from leadjournal.services.search import Hit

_WIDE = 560
_FROM_TOP = 96
_MOST_TALL = 460
_PAUSE = 40
_LIMIT = 50
_MOST_COMMANDS = 6
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class _ClickableScrim(Scrim):
    clicked = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()


class Palette(QFrame):
    """Part of the window, above everything; the focus goes back where it came from."""

    def __init__(self, context: Context, window: QWidget, actions: Actions) -> None:
        super().__init__(window)
        self._context = context
        self._actions = actions
        self._window = window
        self._before = QApplication.focusWidget()
        self._hits: list[Hit] = []
        self._asked_for = ""
        self.setProperty("cls", "overlay")
        self.setAccessibleName(_("Search or run a command"))
        looks = context.looks
        self._scrim = _ClickableScrim(looks, window)
        self._scrim.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
        self.edit = LineEdit(looks, "", _("Search or run a command"))
        self.edit.setAccessibleName(_("Search or run a command"))
        self.model = PaletteModel()
        self._delegate = PaletteDelegate(looks)
        self._list = QListView()
        self._nothing = Label(looks, "", "body", "text_2", wrap=True)
        self._clear = SecondaryButton(looks, _("Clear"))
        self._stack = QStackedWidget()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._lay_out()
        self._connect()
        self.hide()

    def open(self) -> None:
        """Show it above the window; this does not wait."""
        self._scrim.raise_()
        self.raise_()
        self.show()
        self._show_rows()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_it(self, *, give_focus_back: bool = True) -> None:
        """Put it away."""
        self._pause.stop()
        self._window.removeEventFilter(self)
        self.hide()
        self._scrim.deleteLater()
        self.deleteLater()
        if give_focus_back and self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def rows(self) -> list[PaletteRow]:
        """What is offered now."""
        return [self.model.row_at(number) for number in range(self.model.rowCount())]

    def _connect(self) -> None:
        self.edit.textChanged.connect(self._typed)
        self.edit.installEventFilter(self)
        self._window.installEventFilter(self)
        self._pause.timeout.connect(self._search)
        self._list.clicked.connect(self._choose)
        self._clear.clicked.connect(self._start_over)
        self._scrim.clicked.connect(self.close_it)

    def _typed(self) -> None:
        self._pause.start()
        if not self.edit.text().strip():
            self._hits = []
        self._show_rows()

    def _start_over(self) -> None:
        self.edit.clear()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _search(self) -> None:
        words = self.edit.text().strip()
        search = self._context.workspace.search
        if not words:
            return

        def job(_progress: Progress) -> tuple[str, list[Hit]]:
            return words, search.find(words, limit=_LIMIT)

        handle = self._context.jobs.prepare(job)
        handle.done.connect(self._found)
        handle.failed.connect(self._context.fail)
        handle.begin()

    def _found(self, answer: tuple[str, list[Hit]]) -> None:
        words, hits = answer
        if words == self.edit.text().strip():
            self._hits = hits
            self._asked_for = words
            self._show_rows()

    def _show_rows(self) -> None:
        typed = self.edit.text().strip()
        rows = [*self._command_rows(typed), *self._hit_rows()]
        self.model.set_rows(rows)
        nothing = not rows and typed == self._asked_for
        if nothing:
            self._nothing.setText(_("Nothing found for “{words}”.").format(words=typed))
            announce(self, self._nothing.text())
        self._stack.setCurrentIndex(int(nothing))
        self._take(self.model.next_choice(0, 1))
        self._place()

    def _command_rows(self, typed: str) -> list[PaletteRow]:
        found = []
        for command in self._actions.working():
            words = self._actions.words(command.id)
            near = nearness(typed, words) if typed else 0
            if near is not None and command.id not in ("palette", "menu", "message"):
                keys = self._actions.action(command.id).shortcut().toString()
                row = PaletteRow(words, command.icon, command=command.id, keys=keys)
                found.append((near, row))
        if not found:
            return []
        if typed:
            found = sorted(found, key=lambda pair: -pair[0])[:_MOST_COMMANDS]
        return [PaletteRow(_("Commands")), *(row for _near, row in found)]

    def _hit_rows(self) -> list[PaletteRow]:
        from leadjournal.model.catalogue import BY_ID

        groups: dict[str, list[PaletteRow]] = {}
        today = self._context.workspace.clock.today()
        for hit in self._hits:
            day = day_short(hit.day, today) if hit.day else ""
            row = PaletteRow(
                hit.title or hit.kind, hit.icon, ref=hit.ref, snippet=hit.snippet, day=day
            )
            groups.setdefault(hit.ref.kind, []).append(row)
        first = {"entry": 0, "person": 1}
        ordered = sorted(groups, key=lambda kind: first.get(kind, 2))
        rows: list[PaletteRow] = []
        for kind in ordered:
            rows += [PaletteRow(_(BY_ID[kind].plural)), *groups[kind]]
        return rows

    def _choose(self, index: QModelIndex) -> None:
        row = self.model.row_at(index.row())
        if row.ref is not None:
            self.close_it(give_focus_back=False)
            self._context.go(row.ref)
        elif row.command:
            self.close_it()
            self._actions.action(row.command).trigger()

    def _move(self, step: int) -> None:
        last = self.model.rowCount() - 1
        wanted = min(max(self._list.currentIndex().row() + step, 0), last)
        way = 1 if step > 0 else -1
        found = self.model.next_choice(wanted, way)
        self._take(found if found >= 0 else self.model.next_choice(wanted, -way))

    def _take(self, number: int) -> None:
        if number < 0:
            return
        index = self.model.index(number)
        self._list.setCurrentIndex(index)
        self._list.scrollTo(self.model.index(number - 1 if number == 1 else number))
        announce(self._list, self.model.row_at(number).said)

    def _lay_out(self) -> None:
        self._list.setModel(self.model)
        self._list.setItemDelegate(self._delegate)
        self._list.setAccessibleName(_("Results"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.setContentsMargins(12, 16, 12, 12)
        column.setSpacing(12)
        column.addWidget(self._nothing)
        column.addWidget(self._clear)
        column.addStretch()
        self._stack.addWidget(self._list)
        self._stack.addWidget(empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 12, 12, 12)
        whole.setSpacing(8)
        whole.addWidget(self.edit)
        whole.addWidget(self._stack, 1)

    def _place(self) -> None:
        window, looks = self._window, self._context.looks
        wide = min(looks.scaled(_WIDE), window.width() - 32)
        top = min(_FROM_TOP, window.height() // 8)
        room = min(looks.scaled(_MOST_TALL), window.height() - top - 24)
        rows = self.model.rowCount()
        needed = sum(self._list.sizeHintForRow(row) for row in range(rows)) + 8
        if self._stack.currentIndex() == 1:
            needed = self._nothing.sizeHint().height() + self._clear.height() + 48
        tall = min(room, self.edit.height() + 24 + 8 + max(needed, 40))
        self.setGeometry((window.width() - wide) // 2, top, wide, tall)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._place()
        elif watched is self.edit and event.type() == QEvent.Type.KeyPress:
            return isinstance(event, QKeyEvent) and self._took_key(event)
        elif watched is self.edit and event.type() == QEvent.Type.FocusOut and self.isVisible():
            # Clear and the list are part of it; anything else means the user has gone on.
            QTimer.singleShot(0, self, self._close_when_left)
        return super().eventFilter(watched, event)

    def _took_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_it()
        elif key in _STEPS:
            self._move(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._list.currentIndex().isValid():
            self._choose(self._list.currentIndex())
        else:
            return False
        return True

    def _close_when_left(self) -> None:
        now = QApplication.focusWidget()
        if self.isVisible() and now is not None and not self.isAncestorOf(now):
            self.close_it(give_focus_back=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
        else:
            super().keyPressEvent(event)
