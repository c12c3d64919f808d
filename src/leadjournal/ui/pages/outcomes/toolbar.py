"""The row above the tree: which view, what is owed in words, the filter, and what can be added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from leadjournal.base.words import _
from leadjournal.ui.items.words import WORDS, words_for
from leadjournal.ui.pages.outcomes.rows import Filter, TreeRow, outcome_rows
from leadjournal.ui.shape import Shape
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import IconButton, PrimaryButton, QuietButton, SecondaryButton
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.segmented import Segmented
from leadjournal.ui.widgets.wrapping_row import WrappingRow

LIST, LEDGER, FIGURES = "list", "ledger", "figures"
STATES = tuple(WORDS["OutcomeState"])


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to filter by."""

    teams: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    states: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return max(len(self.teams), len(self.owners), len(self.states)) > 1


def choices_of(rows: Sequence[TreeRow]) -> Choices:
    """The teams, owners and states of some outcomes."""
    outcomes = outcome_rows(rows)
    return Choices(
        teams=tuple(sorted({row.team for row in outcomes if row.team})),
        owners=tuple(sorted({row.owner for row in outcomes if row.owner})),
        states=tuple(state for state in STATES if state in {row.state for row in outcomes}),
    )


class Toolbar(QWidget):
    """Emits which view is wanted, what to filter by and what to add."""

    view_chosen = Signal(object)
    filter_chosen = Signal(object)
    wished = Signal(str)
    panel_toggled = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self.looks = looks
        self._choices = Choices()
        self._filter = Filter()
        parts = [(LIST, _("List")), (LEDGER, _("Debt ledger")), (FIGURES, _("Figures"))]
        self.views = Segmented(looks, _("View"), parts)
        self._total = Label(looks, "", "small", "text_2", elide=True)
        self._filter_button = QuietButton(looks, _("Filter"), "sliders-horizontal")
        self.new_output = SecondaryButton(looks, _("New output"), "plus")
        self.new_why = SecondaryButton(looks, _("New why"), "plus")
        self.new_outcome = PrimaryButton(looks, _("New outcome"), "plus")
        self.more = IconButton(looks, "ellipsis", _("More"))
        self.panel = IconButton(looks, "panel-right", _("Show details"))
        self._lay_out()
        self._connect()

    def show_total(self, sentence: str) -> None:
        """Say in words what is owed."""
        self._total.setText(sentence)

    def total(self) -> str:
        """What is said of the debt."""
        return self._total.text()

    def show_choices(self, choices: Choices, chosen: Filter) -> None:
        """Offer what there is to filter by; nothing where there is only one of each."""
        self._choices, self._filter = choices, chosen
        # The figures are about everything.
        filters = self.views.value() != FIGURES
        self._filter_button.setVisible(filters and (bool(choices) or bool(chosen)))
        state = words_for("OutcomeState", chosen.state) if chosen.state else ""
        named = [part for part in (chosen.team, chosen.owner, state) if part]
        words = _("Filter: {what}").format(what=", ".join(named)) if named else _("Filter")
        self._filter_button.setText(words)
        self._filter_button.restyle()

    def set_empty(self, empty: bool) -> None:
        """While there is nothing to look at, the page's one main button is in its middle."""
        for part in (self.views, self.new_outcome):
            part.setVisible(not empty)
        self._total.setText("" if empty else self._total.text())

    def set_shape(self, shape: Shape) -> None:
        """Keep what there is room for; the rest is under More."""
        wide = shape is Shape.WIDE
        self.new_why.setVisible(wide)
        self.new_output.setVisible(wide)
        self.more.setVisible(not wide)
        self._total.setVisible(shape is not Shape.NARROW)
        self.panel.setVisible(shape is Shape.MIDDLE)

    def set_writable(self, can_write: bool) -> None:
        """Adding is not possible in a journal that is only read."""
        for button in (self.new_outcome, self.new_why, self.new_output, self.more):
            button.setEnabled(can_write)
            button.setToolTip("" if can_write else _("This journal is open for reading only."))

    def filter_menu(self) -> QMenu:
        """Team, owner and state, each with all of them first."""
        menu = QMenu(self._filter_button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        states = [(words_for("OutcomeState", state), state) for state in self._choices.states]
        self._part(menu, _("Every team"), "team", [(name, name) for name in self._choices.teams])
        owners = [(name, name) for name in self._choices.owners]
        self._part(menu, _("Every owner"), "owner", owners)
        self._part(menu, _("Every state"), "state", states)
        return menu

    def _part(
        self, menu: QMenu, everyone: str, field: str, values: Sequence[tuple[str, str]]
    ) -> None:
        present = str(getattr(self._filter, field))
        if len(values) < 2 and not present:
            return
        if not menu.isEmpty():
            menu.addSeparator()
        group = QActionGroup(menu)
        for words, value in [(everyone, ""), *values]:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(value == present)
            group.addAction(action)
            wanted = replace(self._filter, **{field: value})
            action.triggered.connect(
                lambda _checked=False, wanted=wanted: self.filter_chosen.emit(wanted)
            )

    def _unfold_filter(self) -> None:
        self.filter_menu().popup(
            self._filter_button.mapToGlobal(QPoint(0, self._filter_button.height()))
        )

    def _unfold_more(self) -> None:
        menu = QMenu(self.more)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for label, wish in ((_("New why…"), "new-why"), (_("New output…"), "new-output")):
            action = menu.addAction(self.looks.icon("plus"), label)
            action.triggered.connect(lambda _checked=False, wish=wish: self.wished.emit(wish))
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _connect(self) -> None:
        self.views.chosen.connect(self.view_chosen)
        self._filter_button.clicked.connect(self._unfold_filter)
        self.more.clicked.connect(self._unfold_more)
        self.panel.clicked.connect(self.panel_toggled)
        self.new_outcome.clicked.connect(lambda: self.wished.emit("new-outcome"))
        self.new_why.clicked.connect(lambda: self.wished.emit("new-why"))
        self.new_output.clicked.connect(lambda: self.wished.emit("new-output"))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(
            self.looks.measure("page_left"), 0, self.looks.measure("page_right"), 10
        )
        buttons = (
            self._filter_button, self.new_why, self.new_output, self.more, self.panel,
            self.new_outcome,
        )  # fmt: skip
        self._total.setContentsMargins(8, 0, 0, 0)
        row.addWidget(WrappingRow([self.views, self._total], buttons))
