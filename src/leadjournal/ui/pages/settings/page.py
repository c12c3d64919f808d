"""Settings: sections at the left, one column at the right; every change is kept at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QStackedWidget, QVBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.page import Page
from leadjournal.ui.pages.settings.registry import SECTIONS
from leadjournal.ui.pages.settings.section import Section
from leadjournal.ui.shape import Shape, shape_of
from leadjournal.ui.widgets.buttons import NavButton
from leadjournal.ui.widgets.choices import Choice, ChoiceRow

if TYPE_CHECKING:
    from leadjournal.ui.context import Context

_LIST = 200
_GAP = 24
_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class SettingsPage(Page):
    """Builds a section when it is first shown and freshens it whenever it comes into view."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._ids = [spec.id for spec in SECTIONS]
        self._built: dict[str, Section] = {}
        self._list = QWidget()
        self._list.setAccessibleName(_("Sections"))
        self._group = QButtonGroup(self)
        choices = [Choice(spec.id, _(spec.title), spec.icon) for spec in SECTIONS]
        self._row = ChoiceRow(context.looks, _("Sections"), choices)
        self._stack = QStackedWidget()
        self._box = QBoxLayout(_BESIDE, self)
        self._lay_out()
        self._group.idClicked.connect(lambda number: self.show_section(self._ids[number]))
        self._row.chosen.connect(lambda section: self.show_section(str(section)))
        context.looks.changed.connect(self._take_shape)
        self._take_shape()
        self.show_section(self._ids[0])

    def section(self) -> Section:
        """The section in view."""
        return self._built[self._shown]

    def show_section(self, section_id: str) -> Section:
        """Bring a section into view; the first one when there is none of that name."""
        number = self._ids.index(section_id) if section_id in self._ids else 0
        self._shown = self._ids[number]
        if self._shown not in self._built:
            made = self._built[self._shown] = SECTIONS[number].build(self.context)
            self._stack.addWidget(made)
        self._stack.setCurrentWidget(self._built[self._shown])
        self._group.button(number).setChecked(True)
        self._row.set_value(self._shown)
        self.refresh()
        return self._built[self._shown]

    def refresh(self) -> None:
        self._built[self._shown].refresh()

    def begin(self, what: str = "") -> None:
        """Show the section that is named."""
        self.show_section(what)

    def place(self) -> Mapping[str, Any]:
        return {"section": self._shown}

    def return_to(self, place: Mapping[str, Any]) -> None:
        self.show_section(str(place.get("section", "")))

    def _lay_out(self) -> None:
        looks = self.context.looks
        left, right = looks.measure("page_left"), looks.measure("page_right")
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for number, spec in enumerate(SECTIONS):
            button = NavButton(looks, _(spec.title), spec.icon)
            self._group.addButton(button, number)
            column.addWidget(button)
        column.addStretch()
        self._box.setContentsMargins(left, 4, right, 0)
        self._box.addWidget(self._row)
        self._box.addWidget(self._list)
        self._box.addWidget(self._stack, 1)

    def _take_shape(self) -> None:
        narrow = shape_of(self.window().width(), self.context.looks.factor) is Shape.NARROW
        self._row.setVisible(narrow)
        self._list.setVisible(not narrow)
        self._list.setFixedWidth(self.context.looks.scaled(_LIST))
        self._box.setDirection(_BELOW if narrow else _BESIDE)
        self._box.setSpacing(16 if narrow else _GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_shape()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # What is counted here changes with every page; it is asked for when it is looked at.
        self.refresh()
