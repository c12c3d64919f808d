"""The row above the tree: which view, what is owed in words, the filter, and what can be added."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from leadjournal.base.words import _, later
from leadjournal.ui.items.words import WORDS, words_for
from leadjournal.ui.pages.outcomes.room import Room
from leadjournal.ui.pages.outcomes.rows import Filter, TreeRow, outcome_rows
from leadjournal.ui.shape import Shape
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import IconButton, PrimaryButton, QuietButton, SecondaryButton
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.segmented import Segmented
from leadjournal.ui.widgets.wrapping_row import WrappingRow

MAP, LIST, LEDGER, FIGURES = "map", "list", "ledger", "figures"
MILESTONES, OBJECTIVES = "milestones", "objectives"
VIEWS = (MAP, LIST, LEDGER, MILESTONES, FIGURES, OBJECTIVES)
STATES = tuple(WORDS["OutcomeState"])
_WITH_ICONS = 1240


_MORE = (
    (later("New why…"), "new-why", "compass"),
    (later("New output…"), "new-output", "package"),
    (later("Plan a milestone…"), "new-milestone", "target"),
    (later("New objective…"), "new-objective", "flag"),
    (later("Import objectives…"), "import-objectives", "upload"),
)


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


class MapWish(NamedTuple):
    """Something that can be done with the map: its words, its icon and its id."""

    words: str
    icon: str
    id: str


class Toolbar(QWidget):
    """Emits which view is wanted, what to filter by and what to add."""

    view_chosen = Signal(object)
    filter_chosen = Signal(object)
    wished = Signal(str)
    panel_toggled = Signal()
    map_wished = Signal(str)
    """Something to be done with the map, by the id of the wish."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self.looks = looks
        self._choices = Choices()
        self._filter = Filter()
        self._shape = Shape.WIDE
        self._is_empty = False
        self.map_wishes: Callable[[], Sequence[MapWish]] = tuple
        self._owed = ""
        self._can_write = True
        parts = [
            (MAP, _("Map")),
            (LIST, _("List")),
            (LEDGER, _("Debt ledger")),
            (MILESTONES, _("Milestones")),
            (FIGURES, _("Figures")),
            (OBJECTIVES, _("Objectives")),
        ]
        icons = ("waypoints", "list", "hourglass", "target", "gauge", "flag")
        self.views = Segmented(looks, _("View"), parts, icons)
        self._total = Label(looks, "", "small", "text_2", elide=True)
        self._filter_button = QuietButton(looks, _("Filter"), "sliders-horizontal")
        self.zoom_out = IconButton(looks, "zoom-out", _("Show more of the map"), size=18)
        self.zoom_in = IconButton(looks, "zoom-in", _("Show the map larger"), size=18)
        self.fit = IconButton(looks, "maximize", _("Show the whole map"), size=18)
        self.new_output = SecondaryButton(looks, _("New output"), "plus")
        self.new_why = SecondaryButton(looks, _("New why"), "plus")
        self.new_outcome = PrimaryButton(looks, _("New outcome"), "plus")
        self.more = IconButton(looks, "ellipsis", _("More actions"))
        self.panel = IconButton(looks, "panel-right", _("Show details"))
        self._lay_out()
        self._connect()

    def show_total(self, sentence: str) -> None:
        """Say in words what is owed."""
        self._owed = sentence
        self._total.setText(sentence)

    def total(self) -> str:
        """What is said of the debt."""
        return self._total.text()

    def enter(self, room: Room | None) -> None:
        """Show the buttons and the sentence of a view of its own, or those of the outcomes."""
        self._own.setVisible(room is None)
        for tools in self._tools:
            tools.setVisible(room is not None and tools is room.tools)
        if room is None:
            self._total.setText("" if self._is_empty else self._owed)
            return
        if room.tools not in self._tools:
            self._tools.append(room.tools)
            self._row.add(room.tools)
        self._total.setText(room.sentence())

    def offer_objectives(self, offered: bool) -> None:
        """Only who reports in objectives sees a view of them."""
        self.views.show_part(OBJECTIVES, offered or self.views.value() == OBJECTIVES)

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
        self._is_empty = empty
        self.arrange()

    def set_shape(self, shape: Shape) -> None:
        """Keep what there is room for; the rest is under More."""
        self._shape = shape
        self.arrange()

    def arrange(self) -> None:
        """Show what belongs to the view and has room."""
        wide, on_map = self._shape is Shape.WIDE, self.is_on_map()
        narrow = self._shape is Shape.NARROW
        # Where there is more to look at than to add, the sentence has their room.
        adding = wide and self.views.value() == LIST
        self.new_why.setVisible(adding)
        self.new_output.setVisible(adding)
        self._total.setVisible(not narrow)
        self.panel.setVisible(self._shape is Shape.MIDDLE)
        # With all its parts the switch would leave no room for what is owed.
        self.views.show_icons(not narrow and self.width() >= self.looks.scaled(_WITH_ICONS))
        for button in (self.zoom_out, self.zoom_in, self.fit):
            button.setVisible(on_map and not narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def is_on_map(self) -> bool:
        """Whether the map is looked at."""
        return self.views.value() == MAP and not self._is_empty

    def set_writable(self, can_write: bool) -> None:
        """Adding is not possible in a journal that is only read."""
        self._can_write = can_write
        for button in (self.new_outcome, self.new_why, self.new_output):
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

    def more_menu(self) -> QMenu:
        """What has no button of its own here: adding, what the map can do, and cycles."""
        menu = QMenu(self.more)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for label, wish, icon in _MORE:
            action = menu.addAction(self.looks.icon(icon), _(label))
            action.setEnabled(self._can_write)
            action.triggered.connect(lambda _checked=False, wish=wish: self.wished.emit(wish))
        if self.is_on_map():
            menu.addSeparator()
            zoom = _zoom_wishes() if self.zoom_in.isHidden() else []
            for label, icon, wish in [*zoom, *self.map_wishes()]:
                action = menu.addAction(self.looks.icon(icon), label)
                action.triggered.connect(
                    lambda _checked=False, wish=wish: self.map_wished.emit(wish)
                )
        menu.addSeparator()
        close = menu.addAction(self.looks.icon("calendar-range"), _("Close a cycle…"))
        close.setEnabled(self._can_write)
        close.triggered.connect(lambda: self.wished.emit("close-cycle"))
        closed = menu.addAction(self.looks.icon("history"), _("Closed cycles…"))
        closed.triggered.connect(lambda: self.wished.emit("closed-cycles"))
        return menu

    def _unfold_more(self) -> None:
        self.more_menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _connect(self) -> None:
        self.views.chosen.connect(self.view_chosen)
        self.zoom_out.clicked.connect(lambda: self.map_wished.emit("zoom-out"))
        self.zoom_in.clicked.connect(lambda: self.map_wished.emit("zoom-in"))
        self.fit.clicked.connect(lambda: self.map_wished.emit("fit"))
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
            self._filter_button, self.zoom_out, self.zoom_in, self.fit, self.new_why,
            self.new_output, self.panel, self.new_outcome,
        )  # fmt: skip
        self._own = QWidget()
        own = QHBoxLayout(self._own)
        own.setContentsMargins(0, 0, 0, 0)
        own.setSpacing(8)
        for button in buttons:
            own.addWidget(button)
        # Below the views they stand at its left and not all over the row.
        own.addStretch()
        self._tools: list[QWidget] = []
        self._total.setContentsMargins(8, 0, 0, 0)
        self._row = WrappingRow([self.views, self._total], [self.more, self._own])
        row.addWidget(self._row)


def _zoom_wishes() -> list[MapWish]:
    return [
        MapWish(_("Show more of the map"), "zoom-out", "zoom-out"),
        MapWish(_("Show the map larger"), "zoom-in", "zoom-in"),
        MapWish(_("Show the whole map"), "maximize", "fit"),
    ]
