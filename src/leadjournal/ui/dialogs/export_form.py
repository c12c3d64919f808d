"""What of the journal is to leave: period, kinds, tags, whose copy, names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leadjournal.base.words import _, ngettext
from leadjournal.rules import periods
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import ChoiceButton
from leadjournal.ui.widgets.choices import Choice, ChoiceRow
from leadjournal.ui.widgets.editors import ComboBox, DayEdit
from leadjournal.ui.widgets.field import Field
from leadjournal.ui.widgets.flow import FlowLayout
from leadjournal.ui.widgets.label import Label

if TYPE_CHECKING:
    from leadjournal.services.exporting import ExportChoice

_OWN_DAYS = "own"


class Picks(QWidget):
    """Any number of a few words; none means all."""

    changed = Signal()

    def __init__(self, looks: Looks, name: str, words: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._buttons: list[tuple[str, ChoiceButton]] = []
        holder = QWidget()
        flow = FlowLayout(holder)
        for value, shown in words:
            button = ChoiceButton(looks, shown)
            button.setAutoExclusive(False)
            button.toggled.connect(self.changed)
            flow.addWidget(button)
            self._buttons.append((value, button))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(Label(looks, name, "small-m", wrap=True))
        column.addWidget(holder)

    def values(self) -> tuple[str, ...]:
        """What was picked."""
        return tuple(value for value, button in self._buttons if button.isChecked())


class ExportForm(QWidget):
    """The choices; `changed` when any of them changes."""

    changed = Signal()

    def __init__(
        self,
        looks: Looks,
        today: date,
        kinds: Sequence[tuple[str, str]],
        entry_kinds: Sequence[tuple[str, str]],
        tags: Sequence[str],
    ) -> None:
        super().__init__()
        self._today = today
        self._spans = _named_spans()
        self._period = ComboBox(looks, [(words, id_) for id_, words, _ignored in self._spans])
        self._since = DayEdit(looks, None, optional=True)
        self._until = DayEdit(looks, None, optional=True)
        self._kinds = Picks(looks, _("Only these kinds of record (none chosen means all)"), kinds)
        self._entry_kinds = Picks(looks, _("Only these kinds of entry"), entry_kinds)
        self._tags = Picks(looks, _("Only these tags"), [(tag, tag) for tag in tags])
        self._whose = ChoiceRow(looks, _("Whose copy"), _copies(0))
        self._names = ComboBox(looks, _ways_of_names())
        self._lay_out(looks, bool(tags))
        self._connect()
        self._whose.set_value("others")
        self._period.set_value("this-quarter")
        self._take_span()

    def choice(self) -> ExportChoice:
        """What was chosen."""
        from leadjournal.services.exporting import ExportChoice

        return ExportChoice(
            since=self._since.day(),
            until=self._until.day(),
            kinds=self._chosen_kinds(),
            tags=self._tags.values(),
            include_private=self._whose.value() == "own",
            names=str(self._names.value()),
        )

    def _chosen_kinds(self) -> tuple[str, ...]:
        entry_kinds = self._entry_kinds.values()
        # Some kinds of entry are fewer than all entries.
        kinds = (kind for kind in self._kinds.values() if kind != "entry" or not entry_kinds)
        return (*kinds, *entry_kinds)

    def count_private(self, count: int) -> None:
        """Say at the choice how many private entries it is about."""
        for button, choice in zip(self._whose.buttons(), _copies(count), strict=True):
            button.setText(choice.text)
            button.updateGeometry()

    def _lay_out(self, looks: Looks, with_tags: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(Field(looks, _("Period"), self._period))
        days = FlowLayout(gap=20)
        days.addWidget(Field(looks, _("From"), self._since))
        days.addWidget(Field(looks, _("Until"), self._until))
        column.addLayout(days)
        column.addWidget(self._kinds)
        column.addWidget(self._entry_kinds)
        column.addWidget(self._tags)
        self._tags.setVisible(with_tags)
        whose = QVBoxLayout()
        whose.setSpacing(5)
        whose.addWidget(Label(looks, _("Who is it for"), "small-m"))
        whose.addWidget(self._whose)
        column.addLayout(whose)
        column.addWidget(Field(looks, _("Names of people"), self._names))

    def _connect(self) -> None:
        self._period.currentIndexChanged.connect(self._take_span)
        self._since.day_changed.connect(self._own_days)
        self._until.day_changed.connect(self._own_days)
        self._kinds.changed.connect(self.changed)
        self._entry_kinds.changed.connect(self.changed)
        self._tags.changed.connect(self.changed)
        self._whose.chosen.connect(self.changed)
        self._names.currentIndexChanged.connect(self.changed)

    def _take_span(self) -> None:
        named = self._period.value()
        span = next((make for id_, _shown, make in self._spans if id_ == named), None)
        if span is not None:
            days = span(self._today)
            for editor, day in ((self._since, days.since), (self._until, days.until)):
                editor.blockSignals(True)
                editor.set_day(day)
                editor.blockSignals(False)
        self.changed.emit()

    def _own_days(self) -> None:
        self._period.blockSignals(True)
        self._period.set_value(_OWN_DAYS)
        self._period.blockSignals(False)
        self.changed.emit()


def _named_spans() -> list[tuple[str, str, Callable[[date], periods.Span] | None]]:
    return [
        ("this-week", _("This week"), periods.this_week),
        ("this-month", _("This month"), periods.this_month),
        ("last-month", _("Last month"), periods.last_month),
        ("this-quarter", _("This quarter"), periods.this_quarter),
        ("last-quarter", _("Last quarter"), periods.last_quarter),
        ("this-year", _("This year"), periods.this_year),
        ("everything", _("Everything"), periods.everything),
        (_OWN_DAYS, _("Days of my own"), None),
    ]


def _copies(count: int) -> list[Choice]:
    own = ngettext(
        "My own copy: {count} private entry too", "My own copy: {count} private entries too", count
    )
    return [
        Choice("others", _("Somebody else"), "eye"),
        Choice("own", own.format(count=count), "lock-keyhole"),
    ]


def _ways_of_names() -> list[tuple[str, object]]:
    return [
        (_("Keep them"), "keep"),
        (_("Initials only"), "initials"),
        (_("Person 1, Person 2 …"), "persons"),
    ]
