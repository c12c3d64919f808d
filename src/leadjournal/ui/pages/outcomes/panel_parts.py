"""What the panels of the inspector are put together from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.items.words import Mark
from leadjournal.ui.pages.outcomes.sheets import Fact, Way
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.badge import Badge
from leadjournal.ui.widgets.buttons import IconButton, LinkButton
from leadjournal.ui.widgets.card import TintedCard
from leadjournal.ui.widgets.flow import FlowLayout
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.list_row import ListRow, RowWords

_TOP = Qt.AlignmentFlag.AlignTop


class Choice(NamedTuple):
    """One line of a small menu."""

    label: str
    icon: str
    do: Callable[[], None]


class Section(QWidget):
    """A heading with an optional way to add, and what stands under it."""

    def __init__(self, looks: Looks, title: str = "", note: str = "") -> None:
        super().__init__()
        self.looks = looks
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        if title:
            self.head.addWidget(Label(looks, title, "heading", "text"))
            self.head.addWidget(Label(looks, note, "small", "text_3", elide=True), 1)
            self.column.addLayout(self.head)

    def offer(self, label: str, do: Callable[[], None]) -> LinkButton:
        """A link at the right of the heading."""
        link = LinkButton(self.looks, label)
        link.clicked.connect(do)
        self.head.addWidget(link)
        return link

    def say(self, words: str, role: str = "small", ink: str = "text_2") -> Label:
        """A paragraph."""
        label = Label(self.looks, words, role, ink, wrap=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(label)
        return label


class Picture(QLabel):
    """An icon that follows the theme."""

    def __init__(self, looks: Looks, name: str, size: int, ink: str) -> None:
        super().__init__()
        self._looks, self._name, self._size, self._ink = looks, name, size, ink
        self._restyle()
        looks.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.setPixmap(self._looks.pixmap(self._name, self._size, self._ink))


def more_button(looks: Looks, name: str, choices: Sequence[Choice]) -> IconButton:
    """Three dots that unfold a menu."""
    button = IconButton(looks, "ellipsis", name, box=24)

    def unfold() -> None:
        menu = QMenu(button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for choice in choices:
            action = menu.addAction(looks.icon(choice.icon), choice.label)
            action.triggered.connect(lambda _checked=False, do=choice.do: do())
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    button.clicked.connect(unfold)
    return button


def marks_row(looks: Looks, marks: Sequence[Mark]) -> QWidget:
    """Badges beside each other."""
    holder = QWidget()
    flow = FlowLayout(holder, gap=6)
    for mark in marks:
        flow.addWidget(Badge(looks, *mark))
    policy = holder.sizePolicy()
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder


def facts_section(looks: Looks, facts: Sequence[Fact], title: str = "") -> Section:
    """Small questions with their answers below them."""
    section = Section(looks, title)
    for fact in facts:
        pair = QVBoxLayout()
        pair.setSpacing(0)
        pair.addWidget(Label(looks, fact.label, "caption", "text_3"))
        answer = Label(looks, fact.answer, "small", "text", wrap=True)
        answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        pair.addWidget(answer)
        section.column.addLayout(pair)
    return section


def debt_card(
    looks: Looks, number: str, sentence: str, ways: Sequence[tuple[str, Callable[[], None]]]
) -> TintedCard:
    """The debt of one record, in days and in a sentence, with what can be done about it."""
    card = TintedCard(looks, "debt", spacing=4)
    top = QHBoxLayout()
    top.setSpacing(8)
    top.addWidget(Label(looks, number, "figure", card.ink))
    unit = Label(looks, _("days of work in debt"), "small", card.ink, elide=True)
    top.addWidget(unit, 1, Qt.AlignmentFlag.AlignBottom)
    card.column.addLayout(top)
    card.column.addWidget(Label(looks, sentence, "small", card.ink, wrap=True))
    for words, do in ways:
        link = LinkButton(looks, words)
        link.clicked.connect(do)
        card.column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
    return card


def way_row(looks: Looks, way: Way, open_: Callable[[], None]) -> ListRow:
    """A line that leads to another record."""
    row = ListRow(looks, RowWords(way.title, way.second, way.icon))
    row.setToolTip("\n".join(part for part in (way.title, way.second) if part))
    if way.size:
        size = Label(looks, way.size, "small", "text_2")
        size.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.row.addWidget(size)
        row.setAccessibleName(f"{row.accessibleName()}. {way.size}")
    row.row.setContentsMargins(4, 0, 4, 0)
    row.row.setSpacing(8)
    row.clicked.connect(open_)
    return row


def grid_of(looks: Looks, lines: Sequence[tuple[str, str, QWidget | None]]) -> QGridLayout:
    """A small table: a day, a value and what can be done with it."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(0)
    grid.setColumnStretch(0, 1)
    for place, (left, right, deed) in enumerate(lines):
        grid.addWidget(Label(looks, left, "small", "text_2", elide=True), place, 0)
        grid.addWidget(Label(looks, right, "small-m"), place, 1, Qt.AlignmentFlag.AlignRight)
        if deed is not None:
            grid.addWidget(deed, place, 2, _TOP)
    return grid
