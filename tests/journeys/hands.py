"""A user's eyes and hands on the real window: only what is visible is read, clicked or typed in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, QElapsedTimer, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from leadjournal.services.workspace import Workspace
from leadjournal.ui.dialogs.form_dialog import FormDialog
from leadjournal.ui.endings import Endings
from leadjournal.ui.window import Window

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
_CLICKED = Qt.FocusPolicy.ClickFocus
_BETWEEN_KEYS = 25  # milliseconds
_LEFT = Qt.MouseButton.LeftButton

WidgetT = TypeVar("WidgetT", bound=QWidget)
Until = Callable[[Callable[[], bool]], bool]
"""Lets the window go on until something has happened; tells whether it has, in good time."""


class Hands:
    """Somebody who sits before the window."""

    def __init__(self, window: Window, until: Until) -> None:
        self.window = window
        self._until = until

    # What can be seen

    @property
    def front(self) -> QWidget:
        """The menu, the sheet or the dialog that lies on top, else the window."""
        popup, dialog = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        return popup or dialog or self.window

    @property
    def journal(self) -> Workspace:
        """The journal that is open, to compare with what the window says."""
        workspace = self.window.desk.workspace
        assert workspace is not None
        return workspace

    def wait(self, happened: Callable[[], object]) -> None:
        """Wait until it has happened."""
        assert self._until(lambda: bool(happened())), f"it did not happen: {self.sentences()}"

    def sentences(self) -> list[str]:
        """All words that stand on the front."""
        labels = [each.text() for each in self._visible(QLabel)]
        buttons = [each.text() for each in self._visible(QAbstractButton)]
        lines = [each.displayText() for each in self._visible(QLineEdit)]
        texts = [each.toPlainText() for each in self._visible(QTextEdit)]
        return [each for each in (*labels, *buttons, *lines, *texts) if each.strip()]

    def sees(self, words: str) -> bool:
        """Whether these words stand somewhere on the front."""
        return any(words in each for each in self.sentences())

    def until_seen(self, words: str) -> None:
        """Wait until these words stand on the front."""
        seen = self._until(lambda: self.sees(words))
        assert seen, f"“{words}” is not among {self.sentences()}"

    def cursor(self) -> tuple[str, int]:
        """The name of what is typed in, and behind how many letters the cursor stands."""
        at = self.focused()
        assert isinstance(at, QTextEdit | QLineEdit)
        place = at.textCursor().position() if isinstance(at, QTextEdit) else at.cursorPosition()
        return at.accessibleName(), place

    def is_asked(self) -> bool:
        """Whether a dialog or a menu lies on top and wants an answer."""
        return self.front is not self.window

    def scrolled(self) -> int:
        """How far what is typed in is scrolled."""
        above = self.focused().parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        assert isinstance(above, QScrollArea)
        return above.verticalScrollBar().value()

    def until_scrolled(self, wanted: int) -> None:
        """Wait until it is scrolled so far."""
        self.wait(lambda: self.scrolled() == wanted)

    def until_saved(self) -> str:
        """Wait until the head says that everything is on the disk; gives its words."""
        self.wait(lambda: self.save_state().startswith(("Saved ", "Draft saved ")))
        return self.save_state()

    def until_put_by(self, words: str) -> None:
        """Wait until the half-filled form on top is on the disk with these words."""
        form = self.front
        assert isinstance(form, FormDialog)
        self.wait(lambda: words in str(self.journal.drafts.peek(form.key)))

    def says_meanwhile(self, milliseconds: int, until: str = "\n") -> list[str]:
        """What the head says one after another, for so long or until it begins with some words."""
        timer, said = QElapsedTimer(), [self.save_state()]
        timer.start()
        while timer.elapsed() < milliseconds and not said[-1].startswith(until):
            QTest.qWait(_BETWEEN_KEYS)
            if self.save_state() != said[-1]:
                said.append(self.save_state())
        return said

    def choose_path(self, path: str) -> None:
        """The same as `choose_file`, told from afar."""
        self.choose_file(Path(path))

    def save_state(self) -> str:
        """What the head says about saving."""
        return self.window.room.save_state.words

    def complaints(self) -> list[str]:
        """What the front says is wrong, in its colour for that."""
        labels = [each for each in self._visible(QLabel) if each.property("ink") == "danger"]
        return [each.text() for each in labels if each.text()]

    def focused(self) -> QWidget:
        """Where keys arrive: at what lies open over the window, else at the focus."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            inside: QWidget | None = popup.focusWidget()
            return popup if inside is None else inside
        if QApplication.activeWindow() is not self.front:
            # Offscreen nobody brings the window forward again when what lay over it closes.
            self.front.activateWindow()
            self.wait(lambda: QApplication.activeWindow() is self.front)
        self.wait(lambda: (at := QApplication.focusWidget()) and at.window() is self.front)
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def button(self, words: str) -> QAbstractButton:
        """The button with these words, or with this name where it has an icon only."""
        return self._one(
            QAbstractButton,
            lambda each: words in (each.text().replace("&&", "&"), each.accessibleName()),
            words,
        )

    def row_button(self, words: str) -> QAbstractButton:
        """The row that can be pressed and begins with these words."""
        starts = lambda each: each.accessibleName().startswith(words)  # noqa: E731
        return self._one(QAbstractButton, starts, words)

    def editor(self, name: str) -> QWidget:
        """What is typed in under a label."""
        return self._one(
            QWidget,
            lambda each: each.focusPolicy() & _CLICKED and each.accessibleName() == name,
            name,
        )

    def view(self, name: str) -> QAbstractItemView:
        """The list or tree with this name."""
        return self._one(QAbstractItemView, lambda each: each.accessibleName() == name, name)

    # What can be done

    def press(self, words: str) -> None:
        """Click a button."""
        button = self.button(words)
        assert button.isEnabled(), f"“{words}” cannot be pressed now"
        self.click(button)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click a widget where it can be reached; it is scrolled into view before."""
        self._bring_into_view(widget)
        if isinstance(widget, QAbstractScrollArea):
            widget = widget.viewport()
        where = at or widget.rect().center()
        assert widget.visibleRegion().contains(where), f"{widget!r} cannot be reached"
        QTest.mouseClick(widget, _LEFT, Qt.KeyboardModifier.NoModifier, where)

    def type_in(self, text: str) -> None:
        """Type where the keyboard is."""
        for line_number, line in enumerate(text.split("\n")):
            if line_number:
                self.key(Key.Key_Return)
            for letter in line:
                QTest.keyClicks(self.focused(), letter)

    def type_for(self, name: str, text: str, seconds: float) -> list[tuple[str, float]]:
        """Type the text on and on; gives what stood there, and how many seconds ago."""
        self.click(self.editor(name))
        timer, typed = QElapsedTimer(), [("", 0.0)]
        timer.start()
        while timer.elapsed() < seconds * 1000:
            letter = text[len(typed[-1][0]) % len(text)]
            QTest.keyClicks(self.focused(), letter, delay=_BETWEEN_KEYS)
            typed.append((typed[-1][0] + letter, timer.elapsed() / 1000))
        end = timer.elapsed() / 1000
        return [(each, end - moment) for each, moment in typed]

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(self.focused(), key, held)

    def go_to_end(self, name: str) -> None:
        """Click into a text and go to its end."""
        self.click(self.editor(name), QPoint(5, 5))
        self.key(Key.Key_End, CTRL)

    def write(self, name: str, text: str) -> None:
        """Replace what stands under a label."""
        editor = self.editor(name)
        self.click(editor)
        self.key(Key.Key_A, CTRL)
        self.type_in(text)

    def save_form(self, words: str) -> None:
        """Press the main button of a form; it has to close."""
        self.press(words)
        self.wait(lambda: self.front is self.window or self.complaints())
        assert not self.complaints()

    def choose(self, name: str, words: str) -> None:
        """Choose an item of a list that unfolds, by typing how it begins."""
        self.editor(name).setFocus(Qt.FocusReason.TabFocusReason)
        self.type_in(words)

    def menu(self, words: str) -> None:
        """Go to an item of the menu that is open, with the arrow keys, and choose it."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = _action(menu, words)
        assert action.isEnabled(), f"“{words}” cannot be chosen now"
        for _step in menu.actions():
            if menu.activeAction() is not action:
                QTest.keyClick(menu, Key.Key_Down)
        assert menu.activeAction() is action
        QTest.keyClick(menu, Key.Key_Return)

    def row(self, name: str, words: str) -> None:
        """Click the row of a list or tree that begins with these words."""
        view = self.view(name)
        index = _index(view.model(), words)
        assert index is not None, f"no row “{words}” in {name}"
        view.scrollTo(index)
        self.click(view.viewport(), view.visualRect(index).center())

    def rows(self, name: str) -> list[str]:
        """The titles of the rows of a list."""
        model = self.view(name).model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def current(self, name: str) -> str:
        """The title of the row of a list that the keys have come to."""
        return str(self.view(name).currentIndex().data())

    def page(self, title: str) -> None:
        """Go to a page by the sidebar."""
        self.press(title)

    def do(self, words: str) -> None:
        """Find a command with Ctrl+K and do it."""
        self.key(Key.Key_K, CTRL)
        self.type_in(words)
        self.key(Key.Key_Return)

    def find(self, words: str) -> None:
        """Search with Ctrl+K."""
        self.key(Key.Key_K, CTRL)
        self.type_in(words)

    def escape(self) -> None:
        """Leave what lies on top."""
        self.key(Key.Key_Escape)

    def undo(self) -> str:
        """Take back the last step with Ctrl+Z; gives the name the menu had for it."""
        words = self.window.actions_.words("undo")
        self.window.setFocus()
        self.key(Key.Key_Z, CTRL)
        return words

    def choose_file(self, path: Path) -> None:
        """Name a file in the dialog that asks for one."""
        self.wait(lambda: isinstance(self.front, QFileDialog))
        line = self.front.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(line, QLineEdit)
        line.setFocus()
        line.setText(str(path))
        QTest.keyClick(line, Key.Key_Return)

    def session_ends(self) -> None:
        """The computer says that it is about to end the session."""
        application = QApplication.instance()
        assert application is not None
        (endings,) = application.findChildren(Endings)
        endings._save_for_session(None)  # type: ignore[arg-type]  # only Qt can make the real one

    def keep_lane_busy(self) -> None:
        """A job on the journal that does not come to an end."""
        self.window.room.jobs.prepare(lambda _progress: Event().wait(600)).begin()

    def go_wrong(self, words: str) -> None:
        """Something nobody expected happens inside, with words of the journal in its message."""

        def fail() -> None:
            raise ValueError(words)

        QTimer.singleShot(0, self.window, fail)

    def clipboard(self) -> str:
        """What was copied."""
        return QApplication.clipboard().text()

    def close(self) -> None:
        """Close the window with Ctrl+Q."""
        self.key(Key.Key_Q, CTRL)

    def _one(self, kind: type[WidgetT], fits: Callable[[WidgetT], object], words: str) -> WidgetT:
        found: list[WidgetT] = []

        def look() -> bool:
            found[:] = [each for each in self._visible(kind) if fits(each)]
            return bool(found)

        there = f"{self.sentences()}, {[each.accessibleName() for each in self._visible(kind)]}"
        assert self._until(look), f"no “{words}” among {there}"
        return found[0]

    def _visible(self, kind: type[WidgetT]) -> list[WidgetT]:
        front = self.front
        found = [each for each in front.findChildren(kind) if each.isVisible()]
        return [each for each in found if each.window() is front]

    def _bring_into_view(self, widget: QWidget) -> None:
        above = widget.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(widget)
            above = above.parentWidget()


def _action(menu: QMenu, words: str) -> QAction:
    for each in menu.actions():
        if each.text().partition("\t")[0] == words:
            return each
    raise AssertionError(f"no “{words}” among {[each.text() for each in menu.actions()]}")


def _index(
    model: QAbstractItemModel, words: str, under: QModelIndex | None = None
) -> QModelIndex | None:
    parent = under or QModelIndex()
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        if str(index.data()).startswith(words):
            return index
        deeper = _index(model, words, index) if model.rowCount(index) else None
        if deeper is not None:
            return deeper
    return None
