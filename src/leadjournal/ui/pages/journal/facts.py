"""The line above the title: day, kind, direction, energy; each can be changed where it stands."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from leadjournal.base.clock import Clock
from leadjournal.base.formats import day_full, day_with_weekday
from leadjournal.base.words import _
from leadjournal.ui.items.entry_words import (
    DIRECTION_ICONS,
    KINDS,
    direction_words,
    kind_full,
)
from leadjournal.ui.pages.journal.chips import FactButton
from leadjournal.ui.pages.journal.day_popup import DayPopup
from leadjournal.ui.pages.journal.values import ShownEntry
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.flow import FlowLayout

_GAP = 16
_LEVELS = range(1, 6)


def energy_words(energy: int) -> str:
    """Energy 4 of 5."""
    return _("Energy {level} of 5").format(level=energy)


class FactsLine(QWidget):
    """Emits the name of a field and its new value."""

    changed = Signal(str, object)

    def __init__(self, looks: Looks, clock: Clock) -> None:
        super().__init__()
        self._looks = looks
        self._clock = clock
        self._shown: ShownEntry | None = None
        self.day = FactButton(looks, _("Date"))
        self.kind = FactButton(looks, _("Kind"))
        self.direction = FactButton(looks, _("Direction"))
        self.energy = FactButton(looks, _("Energy"))
        self._days = DayPopup(looks, self, name=_("Day of the entry"))
        self._days.chosen.connect(lambda day: self.changed.emit("day", day))
        row = FlowLayout(self, gap=_GAP)
        for button in (self.day, self.kind, self.direction, self.energy):
            row.addWidget(button)
        self.day.clicked.connect(self._open_days)
        self.kind.clicked.connect(self._open_kinds)
        self.direction.clicked.connect(self._open_directions)
        self.energy.clicked.connect(self._open_levels)

    def show_entry(self, entry: ShownEntry) -> None:
        """Say the facts of an entry; what is not known is not there."""
        self._shown = entry
        this_year = entry.day.year == self._clock.today().year
        day = day_with_weekday(entry.day) if this_year else day_full(entry.day)
        self.day.show_fact(day, "calendar")
        self.kind.show_fact(kind_full(entry.kind), KINDS[entry.kind].icon)
        self.direction.setVisible(entry.direction is not None)
        if entry.direction is not None:
            icon = DIRECTION_ICONS[entry.direction]
            self.direction.show_fact(direction_words(entry.direction), icon)
        self.energy.setVisible(entry.energy is not None)
        if entry.energy is not None:
            self.energy.show_fact(energy_words(entry.energy), "battery-medium")
        self.updateGeometry()

    def _open_days(self) -> None:
        if self._shown is not None:
            self._days.show_day(self._shown.day)
            self._days.open_below(self.day)

    def _open_kinds(self) -> None:
        choices = [(kind, kind_full(kind), look.icon) for kind, look in KINDS.items()]
        self._open_menu(self.kind, "kind", choices)

    def _open_directions(self) -> None:
        choices: list[tuple[object, str, str]] = [
            (name, direction_words(name), icon) for name, icon in DIRECTION_ICONS.items()
        ]
        self._open_menu(self.direction, "direction", [*choices, (None, _("Not said"), "")])

    def _open_levels(self) -> None:
        choices: list[tuple[object, str, str]] = [
            (level, energy_words(level), "") for level in _LEVELS
        ]
        self._open_menu(self.energy, "energy", [*choices, (None, _("Not said"), "")])

    def _open_menu(
        self, opener: FactButton, field: str, choices: Sequence[tuple[object, str, str]]
    ) -> None:
        menu = self.menu_of(field, choices)
        menu.popup(opener.mapToGlobal(QPoint(0, opener.height() + 2)))

    def menu_of(self, field: str, choices: Sequence[tuple[object, str, str]]) -> QMenu:
        """The values a fact can take, the present one marked."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        group = QActionGroup(menu)
        for value, words, icon in choices:
            action = menu.addAction(words)
            if icon:
                action.setIcon(self._looks.icon(icon))
            action.setCheckable(True)
            action.setChecked(getattr(self._shown, field, None) == value)
            group.addAction(action)
            action.triggered.connect(lambda _on=False, value=value: self.changed.emit(field, value))
        return menu
