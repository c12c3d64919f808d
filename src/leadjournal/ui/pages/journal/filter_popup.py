"""The panel in which the filters of the list are set."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.items.entry_words import KINDS, kind_full, privacy_words
from leadjournal.ui.pages.journal.popup import Popup
from leadjournal.ui.pages.journal.values import Chosen, FilterChoices, Named
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import LinkButton
from leadjournal.ui.widgets.editors import ComboBox, DayEdit
from leadjournal.ui.widgets.field import Field
from leadjournal.ui.widgets.label import Label

_BOX = 200


class FilterPopup(Popup):
    """Kind, tag, person, outcome, template, privacy, and a span of days."""

    changed = Signal(object)

    def __init__(self, looks: Looks, parent: QWidget) -> None:
        super().__init__(looks, _("Filters"), parent)
        self._kind = ComboBox(looks)
        self._tag = ComboBox(looks)
        self._person = ComboBox(looks)
        self._outcome = ComboBox(looks)
        self._template = ComboBox(looks)
        self._privacy = ComboBox(looks)
        self._since = DayEdit(looks, optional=True)
        self._until = DayEdit(looks, optional=True)
        self._filling = False
        self._clear = LinkButton(looks, _("Clear filters"))
        self._lay_out()
        self._connect()

    def offer(self, choices: FilterChoices) -> None:
        """Take what can be chosen now; what was chosen stays chosen where it can."""
        now = self.chosen()
        self._filling = True
        kinds = [Named(kind, kind_full(kind)) for kind in KINDS]
        privacies = [Named(each, privacy_words(each)) for each in ("private", "shareable")]
        _fill(self._kind, _("Any kind"), kinds)
        _fill(self._tag, _("Any tag"), [Named(tag, tag) for tag in choices.tags])
        _fill(self._person, _("Anybody"), choices.people)
        _fill(self._outcome, _("Any outcome"), choices.outcomes)
        _fill(self._template, _("Any template"), choices.templates)
        _fill(self._privacy, _("Private and shareable"), privacies)
        self._filling = False
        self.show_chosen(now)

    def show_chosen(self, chosen: Chosen) -> None:
        """Show filters without telling anybody."""
        self._filling = True
        for box, value in self._boxes(chosen):
            at = box.findData(value)
            box.setCurrentIndex(max(at, 0))
        self._since.set_day(chosen.since)
        self._until.set_day(chosen.until)
        self._clear.setEnabled(chosen != Chosen())
        self._filling = False

    def chosen(self) -> Chosen:
        """What is set now."""
        return Chosen(
            kind=str(self._kind.value() or ""),
            tag=str(self._tag.value() or ""),
            person=str(self._person.value() or ""),
            outcome=str(self._outcome.value() or ""),
            template=str(self._template.value() or ""),
            privacy=str(self._privacy.value() or ""),
            since=self._since.day(),
            until=self._until.day(),
        )

    def _boxes(self, chosen: Chosen) -> tuple[tuple[ComboBox, str], ...]:
        return (
            (self._kind, chosen.kind),
            (self._tag, chosen.tag),
            (self._person, chosen.person),
            (self._outcome, chosen.outcome),
            (self._template, chosen.template),
            (self._privacy, chosen.privacy),
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Label(self.looks, _("Filters"), "heading"), 1)
        head.addWidget(self._clear)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        fields: tuple[tuple[str, QWidget], ...] = (
            (_("Kind"), self._kind),
            (_("Privacy"), self._privacy),
            (_("Tag"), self._tag),
            (_("Person"), self._person),
            (_("Outcome"), self._outcome),
            (_("Template"), self._template),
            (_("From"), self._since),
            (_("Until"), self._until),
        )
        for number, (label, editor) in enumerate(fields):
            editor.setFixedWidth(self.looks.scaled(_BOX))
            grid.addWidget(Field(self.looks, label, editor), number // 2, number % 2)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.addLayout(head)
        self.column.addLayout(grid)

    def _connect(self) -> None:
        for box, _value in self._boxes(Chosen()):
            box.currentIndexChanged.connect(self._tell)
        self._since.day_changed.connect(self._tell)
        self._until.day_changed.connect(self._tell)
        self._clear.clicked.connect(self._take_back)

    def _take_back(self) -> None:
        self.show_chosen(Chosen())
        self.changed.emit(Chosen())

    def _tell(self) -> None:
        if not self._filling:
            self._clear.setEnabled(self.chosen() != Chosen())
            self.changed.emit(self.chosen())


def _fill(box: ComboBox, everything: str, choices: Iterable[Named]) -> None:
    box.clear()
    box.addItem(everything, "")
    for id_, words in choices:
        box.addItem(words, id_)
