"""A switch between a few ways to see the same thing, with or without icons."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy

from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import ToggleButton

_INSET = 2


class SegmentButton(ToggleButton):
    """One part of the switch."""

    kind = "seg"
    type_role = "small-m"
    ink = "text_2"
    chosen_ink = "text"

    def box_height(self) -> int:
        return max(28, self.looks.line(self.type_role) + 9)


class Segmented(QFrame):
    """Parts of which exactly one is chosen; arrow keys move between them."""

    chosen = Signal(object)

    def __init__(
        self,
        looks: Looks,
        name: str,
        parts: Sequence[tuple[object, str]],
        icons: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self.setProperty("cls", "seg")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._values = [value for value, _words in parts]
        self._icons = tuple(icons)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(_INSET, _INSET, _INSET, _INSET)
        row.setSpacing(0)
        for number, (_value, words) in enumerate(parts):
            button = SegmentButton(looks, words, self._icons[number] if self._icons else "")
            button.setAutoExclusive(True)
            self._group.addButton(button, number)
            row.addWidget(button)
        if parts:
            self._group.button(0).setChecked(True)
        self._group.idClicked.connect(lambda number: self.chosen.emit(self._values[number]))

    def show_icons(self, shown: bool) -> None:
        """Whether there is room for icons before the words."""
        for button, icon in zip(self._group.buttons(), self._icons, strict=False):
            wanted = icon if shown else ""
            if isinstance(button, SegmentButton) and button.icon_name != wanted:
                button.set_icon(wanted)

    def show_part(self, value: object, shown: bool) -> None:
        """Whether a part is there to be chosen."""
        self._group.button(self._values.index(value)).setVisible(shown)

    def value(self) -> object:
        """The chosen part."""
        return self._values[self._group.checkedId()]

    def set_value(self, value: object) -> None:
        """Show a part as chosen without telling anybody."""
        self._group.button(self._values.index(value)).setChecked(True)
