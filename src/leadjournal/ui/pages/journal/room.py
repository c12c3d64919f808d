"""How list and editor share the page: beside each other, or one at a time where it is narrow."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.pages.journal.editor import EntryEditor
from leadjournal.ui.pages.journal.list_panel import ListPanel
from leadjournal.ui.pages.journal.toolbar import JournalToolbar
from leadjournal.ui.shape import Shape
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import LinkButton
from leadjournal.ui.widgets.empty_state import EmptyState

_LIST = {Shape.WIDE: 324, Shape.MIDDLE: 272}
_UNLIMITED = 16_777_215


class JournalRoom(QWidget):
    """Toolbar, list and editor; or the words that there is nothing yet."""

    trash_wished = Signal()

    def __init__(
        self, looks: Looks, toolbar: JournalToolbar, panel: ListPanel, editor: EntryEditor
    ) -> None:
        super().__init__()
        self._looks = looks
        self._toolbar = toolbar
        self._panel = panel
        self._shape = Shape.NARROW
        self._writing = False
        self.none_yet = EmptyState(
            looks,
            "notebook-pen",
            _("No entry yet"),
            _("Write down what happened, what moved and what you learned. "
              "It stays on this computer."),
            _("New entry"),
        )  # fmt: skip
        self.none_chosen = EmptyState(
            looks, "pen-line", _("No entry is open"), _("Choose one from the list.")
        )
        self._editor = editor
        self._right = QStackedWidget()
        self._right.addWidget(editor)
        self._right.addWidget(self.none_chosen)
        self._whole = QStackedWidget()
        self._whole.addWidget(self._list_and_editor())
        self._whole.addWidget(self._nothing_yet(looks))
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._whole)
        self._share()

    def _list_and_editor(self) -> QWidget:
        sides = QHBoxLayout()
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(0)
        sides.addWidget(self._panel)
        sides.addWidget(self._right, 1)
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._toolbar)
        column.addLayout(sides, 1)
        return both

    def _nothing_yet(self, looks: Looks) -> QWidget:
        """Whoever has removed everything looks for it here."""
        trash = LinkButton(looks, _("Trash"), "trash-2")
        trash.clicked.connect(self.trash_wished)
        foot = QHBoxLayout()
        foot.setContentsMargins(looks.measure("page_left"), 4, 10, 7)
        foot.addWidget(trash)
        foot.addStretch()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.none_yet, 1)
        column.addLayout(foot)
        return page

    def show_empty(self, empty: bool) -> None:
        """Whether the journal holds no entry and none is being written."""
        self._whole.setCurrentIndex(1 if empty else 0)

    def show_entry(self, open_: bool) -> None:
        """Whether an entry is open."""
        self._right.setCurrentIndex(0 if open_ else 1)
        if not open_:
            self._writing = False
        self._share()

    def go_to_editor(self, writing: bool) -> None:
        """Where only one of them has room: the entry, or the list."""
        self._writing = writing
        self._share()

    def set_shape(self, shape: Shape) -> None:
        """Take the layout of the window."""
        self._shape = shape
        self._share()

    def _share(self) -> None:
        narrow = self._shape is Shape.NARROW
        self._panel.setVisible(not narrow or not self._writing)
        self._right.setVisible(not narrow or self._writing)
        self._toolbar.setVisible(not narrow or not self._writing)
        self._toolbar.set_wide(self._shape is Shape.WIDE)
        self._editor.bar.back.setVisible(narrow)
        policy = QSizePolicy.Policy.Expanding if narrow else QSizePolicy.Policy.Fixed
        self._panel.setSizePolicy(policy, QSizePolicy.Policy.Expanding)
        if narrow:
            self._panel.setMinimumWidth(0)
            self._panel.setMaximumWidth(_UNLIMITED)
        else:
            self._panel.setFixedWidth(self._looks.scaled(_LIST[self._shape]))
