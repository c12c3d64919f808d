"""The sidebar with the pages; a narrow rail of icons where there is little room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from leadjournal.base.words import _, isolated
from leadjournal.ui.page import PageSpec
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import NavButton, RailButton
from leadjournal.ui.widgets.label import Label

_MARK = 28
_MARK_ROOM = 38
_PADDING = 12
_BETWEEN = 2
_BETWEEN_GROUPS = 12


class _Name(QWidget):
    """The mark, whose journal this is, and where it is."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._mark = QLabel()
        self._words = QWidget()
        self.name = Label(looks, "leadjournal", "body-m", "text", elide=True)
        self._where = Label(looks, _("Only on this computer"), "caption", "text_3", elide=True)
        lines = QVBoxLayout(self._words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.name)
        lines.addWidget(self._where)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(10)
        self._row.addWidget(self._mark)
        self._row.addWidget(self._words, 1)
        looks.changed.connect(self.restyle)

    def set_narrow(self, narrow: bool) -> None:
        self._words.setVisible(not narrow)
        self._row.setContentsMargins(*((6, 2, 0, 8) if narrow else (8, 2, 0, 7)))
        self.restyle()

    def restyle(self) -> None:
        size = _MARK
        if self._words.isHidden():
            # In the rail it grows no wider than the buttons below it.
            size = min(_MARK, round(_MARK_ROOM / self._looks.factor))
        self._mark.setPixmap(self._looks.mark(size))


class Navigation(QFrame):
    """Shows the pages by name and, when narrow, by icon."""

    chosen = Signal(str)

    def __init__(self, looks: Looks, pages: Sequence[PageSpec]) -> None:
        super().__init__()
        self._looks = looks
        pages = [page for page in pages if page.in_sidebar]
        self._pages = [page.id for page in pages]
        self._narrow = False
        self.setProperty("cls", "sidebar")
        self.setAccessibleName(_("Pages"))
        self._name = _Name(looks)
        self._wide_group, self._narrow_group = QButtonGroup(self), QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, 12, _PADDING, _PADDING)
        column.setSpacing(_BETWEEN)
        column.addWidget(self._name)
        column.addSpacing(8)
        self._add_pages(column, pages)
        for group in (self._wide_group, self._narrow_group):
            group.idClicked.connect(lambda number: self.chosen.emit(self._pages[number]))
        looks.changed.connect(self._resize)
        self.set_narrow(False)

    def set_name(self, name: str) -> None:
        """Say whose journal is open."""
        self._name.name.setText(isolated(name))

    def set_narrow(self, narrow: bool) -> None:
        """Show icons only, or icons with words."""
        focused = self._focused_page()
        self._narrow = narrow
        self._name.set_narrow(narrow)
        for number in range(len(self._pages)):
            self._wide_group.button(number).setVisible(not narrow)
            self._narrow_group.button(number).setVisible(narrow)
        self._resize()
        if focused >= 0:
            self._shown_group().button(focused).setFocus(Qt.FocusReason.OtherFocusReason)

    def mark(self, page_id: str) -> None:
        """Show which page is open; none, when it has no place here."""
        for group in (self._wide_group, self._narrow_group):
            if page_id in self._pages:
                group.button(self._pages.index(page_id)).setChecked(True)
            elif (before := group.checkedButton()) is not None:
                group.setExclusive(False)
                before.setChecked(False)
                group.setExclusive(True)

    def button(self, page_id: str) -> QWidget:
        """The button of a page, as it is shown now."""
        return self._shown_group().button(self._pages.index(page_id))

    def _add_pages(self, column: QVBoxLayout, pages: Sequence[PageSpec]) -> None:
        group = pages[0].group if pages else 0
        stretched = False
        for number, page in enumerate(pages):
            if page.at_end and not stretched:
                column.addStretch()
                stretched = True
            elif page.group != group:
                column.addSpacing(_BETWEEN_GROUPS)
                group = page.group
            wide = NavButton(self._looks, _(page.title), page.icon)
            narrow = RailButton(self._looks, page.icon, _(page.title))
            self._wide_group.addButton(wide, number)
            self._narrow_group.addButton(narrow, number)
            column.addWidget(wide)
            column.addWidget(narrow)
        if not stretched:
            column.addStretch()

    def _shown_group(self) -> QButtonGroup:
        return self._narrow_group if self._narrow else self._wide_group

    def _focused_page(self) -> int:
        for number in range(len(self._pages)):
            if self._shown_group().button(number).hasFocus():
                return number
        return -1

    def _resize(self) -> None:
        looks = self._looks
        if self._narrow:
            needed = self._narrow_group.button(0).width() + 2 * _PADDING if self._pages else 0
            self.setFixedWidth(max(looks.measure("w_rail"), needed))
        else:
            self.setFixedWidth(looks.scaled(looks.measure("w_sidebar")))
