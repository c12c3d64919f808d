"""What else is known of an entry; folded away until it is asked for."""

from datetime import datetime

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout

from leadjournal.base.formats import clock_time, day_full
from leadjournal.base.words import _
from leadjournal.ui.items.entry_words import (
    BEST_HOURS,
    DIRECTION_ICONS,
    best_hour_words,
    direction_words,
)
from leadjournal.ui.pages.journal.values import ShownEntry
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import LinkButton
from leadjournal.ui.widgets.card import Well
from leadjournal.ui.widgets.editors import ComboBox
from leadjournal.ui.widgets.field import Field
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.wrapping_row import WrappingRow

_BESIDE_FROM = 400


class Details(Well):
    """Direction, energy and best hour to say or to take back; when it was written."""

    changed = Signal(str, object)
    forget_wished = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks)
        unsaid = (_("Not said"), None)
        levels = [(_("{level} of 5").format(level=level), level) for level in range(1, 6)]
        self.direction = ComboBox(
            looks, [unsaid, *((direction_words(each), each) for each in DIRECTION_ICONS)]
        )
        self.energy = ComboBox(looks, [unsaid, *levels])
        self.best_hour = ComboBox(
            looks, [unsaid, *((best_hour_words(each), each) for each in BEST_HOURS)]
        )
        self._written = Label(looks, "", "caption", "text_3", wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._fields: list[Field[ComboBox]] = []
        boxes = (
            ("direction", _("Direction"), self.direction),
            ("energy", _("Energy"), self.energy),
            ("best_hour", _("Best hour"), self.best_hour),
        )
        for name, label, box in boxes:
            self._fields.append(Field(looks, label, box))
            box.activated.connect(
                lambda _at, name=name, box=box: self.changed.emit(name, box.value())
            )
        self._arrange()
        self.column.addLayout(self._grid)
        self._forget = LinkButton(looks, _("Forget this entry for good…"), "eraser")
        self._forget.clicked.connect(self.forget_wished)
        foot = WrappingRow([self._written], [self._forget])
        self.column.addWidget(foot)

    def show_entry(self, entry: ShownEntry) -> None:
        """Show what is known."""
        self.direction.set_value(entry.direction)
        self.energy.set_value(entry.energy)
        self.best_hour.set_value(entry.best_hour)
        self._written.setVisible(entry.created is not None)
        self._forget.setVisible(entry.created is not None)
        if entry.created is not None and entry.changed is not None:
            self._written.setText(
                _("Written {created}, last changed {changed}").format(
                    created=_moment(entry.created), changed=_moment(entry.changed)
                )
            )

    def _arrange(self) -> None:
        """Beside each other, or below where large letters leave no room."""
        beside = self.width() >= self.looks.scaled(_BESIDE_FROM)
        for place, each in enumerate(self._fields):
            self._grid.addWidget(each, *((0, place) if beside else (place, 0)))
            self._grid.setColumnStretch(place, int(beside or place == 0))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


def _moment(moment: datetime) -> str:
    return _("{day} at {time}").format(
        day=day_full(moment.astimezone().date()), time=clock_time(moment)
    )
