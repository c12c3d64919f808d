"""The head of the page: where one is, whether it is saved, search, lock and the menu."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.save_state import SaveState
from leadjournal.ui.shape import Shape
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.announce import announce
from leadjournal.ui.widgets.buttons import IconButton, LinkButton
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.search_button import SearchButton

_BOX = 34
_CHECK = 15
_ARROW = 15
_TRAIL_GAP = 8
_LEAST_PARENT = 48


class SaveWords(QWidget):
    """The save state in words; read out when it changes for the worse or back."""

    help_wanted = Signal()

    def __init__(self, looks: Looks, state: SaveState) -> None:
        super().__init__()
        self._looks = looks
        self._state = state
        self._had_failed = False
        self._icon = QLabel()
        self._words = Label(looks, "", "small", "text_3", elide=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._icon)
        row.addWidget(self._words)
        self._help = LinkButton(looks, _("Why?"))
        self._help.setAccessibleName(_("Why it is not saved, and what you can do"))
        self._help.clicked.connect(self.help_wanted)
        row.addWidget(self._help)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        state.changed.connect(self._show)
        looks.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        failed = self._state.has_failed
        colour = "danger" if failed else "text_3"
        self._words.setText(self._state.words)
        self._words.set_colour(colour)
        name = "circle-alert" if failed else "check"
        self._icon.setPixmap(self._looks.pixmap(name, _CHECK, colour))
        self._help.setVisible(failed)
        self.setVisible(bool(self._state.words))
        if failed != self._had_failed:
            self._had_failed = failed
            announce(self, self._state.words)


class _Trail(QWidget):
    """The page's title and, inside a page, the way there; the last word keeps its room longest."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_TRAIL_GAP)
        self._labels: list[Label] = []
        self._arrows: list[QLabel] = []
        looks.changed.connect(self._restyle)

    def show_words(self, title: str, trail: Iterable[str]) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._arrows, self._labels = [], []
        words = [title, *trail]
        for number, each in enumerate(words):
            last = number == len(words) - 1
            if number:
                self._arrows.append(QLabel())
                self._row.addWidget(self._arrows[-1])
            label = Label(self._looks, each, "title", "text" if last else "text_3", elide=True)
            self._row.addWidget(label, int(last))
            self._labels.append(label)
        self._restyle()

    def _restyle(self) -> None:
        for arrow in self._arrows:
            arrow.setPixmap(self._looks.pixmap("chevron-right", _ARROW, "text_3"))
        self._share_room()

    def _share_room(self) -> None:
        if not self._labels:
            return
        *before, last = self._labels
        between = self._looks.scaled(_ARROW) + 2 * _TRAIL_GAP
        left = self.width() - last.sizeHint().width() - between * len(before)
        for label, arrow in zip(before, self._arrows, strict=True):
            wished = label.sizeHint().width()
            seen = left >= min(wished, self._looks.scaled(_LEAST_PARENT))
            label.setVisible(seen)
            arrow.setVisible(seen)
            label.setMaximumWidth(max(min(wished, left), 0))
            left -= wished
        self.setToolTip(" › ".join(label.text() for label in self._labels) if before else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()


class Head(QWidget):
    """What stays at the top while pages change below."""

    search_wanted = Signal()
    lock_wanted = Signal()
    menu_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, looks: Looks, save_state: SaveState) -> None:
        super().__init__()
        self._looks = looks
        self._row, self._words = QHBoxLayout(self), QVBoxLayout()
        self._trail = _Trail(looks)
        self._search = SearchButton(looks, _("Search or run a command"), "Ctrl K")
        self._glass = IconButton(looks, "search", _("Search"), box=_BOX, size=18)
        self._lock = IconButton(looks, "lock", _("Lock the journal"), box=_BOX, size=18)
        self.menu_button = IconButton(looks, "ellipsis", _("Menu"), box=_BOX, size=18)
        self._save_words = SaveWords(looks, save_state)
        self._save_words.help_wanted.connect(self.help_wanted)
        self._below = False
        self._lay_out()
        self._search.clicked.connect(self.search_wanted)
        self._glass.clicked.connect(self.search_wanted)
        self._lock.clicked.connect(self.lock_wanted)
        self.menu_button.clicked.connect(self.menu_wanted)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        looks.changed.connect(self._restyle)
        self._restyle()
        self.set_shape(Shape.WIDE)
        self.set_lockable(False)

    def show_title(self, title: str, trail: Iterable[str] = ()) -> None:
        """Say which page this is."""
        self._trail.show_words(title, trail)

    def set_shape(self, shape: Shape) -> None:
        """Where there is little room, search is an icon and the save state a second line."""
        self._search.setVisible(shape is not Shape.NARROW)
        self._glass.setVisible(shape is Shape.NARROW)
        self._below = shape is Shape.NARROW
        self._place_save_words()
        self._restyle()

    def set_lockable(self, lockable: bool) -> None:
        """Only a journal with a passphrase can be locked."""
        self._lock.setVisible(lockable)

    def _lay_out(self) -> None:
        row = self._row
        row.setContentsMargins(self._looks.measure("page_left"), 0, 20, 0)
        row.setSpacing(0)
        self._words.setSpacing(0)
        self._words.addStretch()
        self._words.addWidget(self._trail)
        self._words.addStretch()
        row.addLayout(self._words, 1)
        row.addSpacing(18)
        row.addWidget(self._search)
        row.addWidget(self._glass)
        row.addSpacing(8)
        row.addWidget(self._lock)
        row.addWidget(self.menu_button)

    def _place_save_words(self) -> None:
        self._row.removeWidget(self._save_words)
        self._words.removeWidget(self._save_words)
        if self._below:
            self._words.insertWidget(2, self._save_words)
        else:
            self._row.insertWidget(1, self._save_words)

    def _restyle(self) -> None:
        lines = self._looks.line("title") + (self._looks.line("small") if self._below else 17)
        self.setFixedHeight(max(self._looks.measure("h_topbar"), lines + 19))
