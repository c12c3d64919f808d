"""The row above list and editor: which entries, a template, a new entry."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import IconButton, PrimaryButton, SecondaryButton
from leadjournal.ui.widgets.segmented import Segmented
from leadjournal.ui.widgets.wrapping_row import WrappingRow

_BELOW = 10


class JournalToolbar(QWidget):
    """What can be done on the whole page."""

    group_chosen = Signal(object)
    template_wished = Signal()
    entry_wished = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self.groups = Segmented(
            looks,
            _("Which entries"),
            [
                ("all", _("All")),
                ("reflections", _("Reflections")),
                ("moments", _("Moments")),
                ("notes", _("Notes")),
            ],
        )
        self._template = SecondaryButton(looks, _("From a template"), "layout-template")
        self._template_icon = IconButton(looks, "layout-template", _("From a template"))
        self._new = PrimaryButton(looks, _("New entry"), "plus")
        self.groups.chosen.connect(self.group_chosen)
        for button in (self._template, self._template_icon):
            button.clicked.connect(self.template_wished)
        self._new.clicked.connect(self.entry_wished)
        row = QHBoxLayout(self)
        row.setContentsMargins(looks.measure("page_left"), 0, 20, _BELOW)
        buttons = (self._template, self._template_icon, self._new)
        row.addWidget(WrappingRow([self.groups], buttons))
        self.set_wide(False)

    def set_wide(self, wide: bool) -> None:
        """Whether the secondary button has room for its words."""
        self._template.setVisible(wide)
        self._template_icon.setVisible(not wide)
