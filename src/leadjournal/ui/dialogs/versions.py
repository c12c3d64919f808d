"""Earlier versions of a text: which there are, what is different, and the way back to one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from leadjournal.base.errors import Problem
from leadjournal.base.formats import clock_time, day_and_time, day_long, number
from leadjournal.base.words import _, ngettext, shortened
from leadjournal.rules.difference import difference
from leadjournal.ui.dialogs.base import MARGIN, Dialog
from leadjournal.ui.items.history_list import HistoryList
from leadjournal.ui.items.history_rows import HistoryRow
from leadjournal.ui.own_copies import copy_out
from leadjournal.ui.widgets.announce import announce
from leadjournal.ui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from leadjournal.ui.widgets.difference_text import DifferenceText, counted, is_long
from leadjournal.ui.widgets.editors import ComboBox
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.scroll import ScrollPage
from leadjournal.ui.widgets.segmented import Segmented
from leadjournal.ui.widgets.wrapping_row import WrappingRow

if TYPE_CHECKING:
    from leadjournal.model.catalogue import Ref
    from leadjournal.services.versions import Version
    from leadjournal.ui.context import Context
    from leadjournal.ui.theme.looks import Looks

SINCE, STEP, WHOLE = "since", "step", "whole"

_WIDE, _TALL = 940, 600
_LIST = 276
_STACKED_BELOW = 720
_SIDES = 48
_LONGEST = 60


class ShownVersion(NamedTuple):
    """A version in words: when it was made, by which step, and the texts of its fields."""

    key: str
    made: str
    label: str
    values: dict[str, str]


class VersionsDialog(Dialog):
    """The versions, newest first, beside what is different in the one that is chosen."""

    restore_wished = Signal(str, str)

    def __init__(
        self,
        looks: Looks,
        parent: QWidget,
        title: str,
        fields: Sequence[tuple[str, str]],
        versions: Sequence[ShownVersion],
    ) -> None:
        super().__init__(looks, parent, title, width=_WIDE)
        self._versions = list(versions)
        self._shown: list[ShownVersion] = []
        self._all = False
        self.list = HistoryList(looks, _("Versions"))
        self.fields = ComboBox(looks, [(label, name) for name, label in fields])
        self.fields.setAccessibleName(_("Which text"))
        self.ways = Segmented(
            looks,
            _("What is shown"),
            [(SINCE, _("Since then")), (STEP, _("In this step")), (WHOLE, _("Whole text"))],
        )
        self._summary = Label(looks, "", "small-m", "text", wrap=True)
        self._legend = Label(
            looks, _("Underlined: added. Struck through: removed."), "caption", "text_3", wrap=True
        )
        self.text = DifferenceText(looks, _("Difference"))
        self.fold = LinkButton(looks, _("Show what stayed"))
        self.copy_button = LinkButton(looks, _("Copy the text"), "copy")
        self.close_button = SecondaryButton(looks, _("Close"))
        self.restore_button = PrimaryButton(looks, _("Restore this version"), "archive-restore")
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._connect()
        self._take_field()

    def version(self) -> ShownVersion | None:
        """The version that is chosen."""
        return next((each for each in self._shown if each.key == self.list.current()), None)

    def field(self) -> str:
        """The name of the text that is looked at."""
        return str(self.fields.value() or "")

    def summary(self) -> str:
        """How much is different, in words."""
        return self._summary.text()

    def set_writable(self, can_write: bool) -> None:
        """In a journal that is only read no version comes back."""
        self.restore_button.setVisible(can_write)
        if not can_write:
            self._summary.setToolTip(_("This journal is open for reading only."))

    def _take_field(self) -> None:
        """Show the versions in which this text is another than in the one before."""
        name, before = self.field(), None
        self._shown = []
        for version in reversed(self._versions):
            text = version.values.get(name, "")
            # An empty text is no version of it until there was something in it.
            if text != (before or ""):
                self._shown.insert(0, version)
            before = text
        newest = self._shown[0].key if self._shown else ""
        texts = [each.values.get(name, "") for each in self._shown]
        rows = [
            HistoryRow(
                each.key,
                each.made,
                f"{_('As it is now') if each.key == newest else each.label} · {_grown(old, new)}",
            )
            for each, new, old in zip(self._shown, texts, [*texts, ""][1:], strict=True)
        ]
        self.list.show_rows(rows)
        # The present text is known; what is looked for is the one before.
        self.list.choose(self._shown[1].key if len(self._shown) > 1 else newest)
        self._show()

    def _show(self) -> None:
        version = self.version()
        whole = self.ways.value() == WHOLE
        self.copy_button.setEnabled(version is not None)
        self.restore_button.setEnabled(version is not None and version is not self._shown[0])
        self._legend.setVisible(not whole and version is not None)
        if version is None:
            self._summary.setText(_("No earlier version is kept of this text."))
            self.text.show_text("")
            self.fold.hide()
        elif whole:
            self._summary.setText(_("The text as it was."))
            self.text.show_text(version.values[self.field()])
            self.fold.hide()
        else:
            self._show_difference(version)
        announce(self.text, self.summary())

    def _show_difference(self, version: ShownVersion) -> None:
        name, at = self.field(), self._shown.index(version)
        if self.ways.value() == SINCE:
            old, new = version.values[name], self._shown[0].values[name]
            sentence = _("Since this version: {what}.")
        else:
            earlier = self._shown[at + 1 : at + 2]
            old, new = (earlier[0].values[name] if earlier else ""), version.values[name]
            sentence = _("In this step: {what}.")
        pieces = difference(old, new)
        self._summary.setText(sentence.format(what=counted(pieces)))
        self.fold.setVisible(any(is_long(piece) for piece in pieces))
        self.fold.setText(_("Fold what stayed") if self._all else _("Show what stayed"))
        self.text.show_pieces(pieces, folded=not self._all)

    def _unfold(self) -> None:
        self._all = not self._all
        self._show()

    def _copy(self) -> None:
        version = self.version()
        if version is not None:
            copy_out(version.values[self.field()])
            self._summary.setText(_("The text of this version is copied."))
            announce(self.text, self.summary())

    def _restore(self) -> None:
        version = self.version()
        if version is not None:
            self.restore_wished.emit(version.key, self.field())

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.fields.setVisible(self.fields.count() > 1)
        column.addWidget(WrappingRow([self.ways], [self.fields]))
        column.addWidget(self._summary)
        column.addWidget(self._legend)
        column.addWidget(self.text, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.fold)
        foot.addStretch()
        foot.addWidget(self.copy_button)
        column.addLayout(foot)
        self._sides.setSpacing(20)
        self._sides.addWidget(self.list)
        self._sides.addWidget(right, 1)
        scroll = ScrollPage(self.looks, spacing=0, edges=False)
        scroll.column.addLayout(self._sides, 1)
        self.column.addWidget(scroll, 1)
        self.set_buttons(self.close_button, self.restore_button)

    def _connect(self) -> None:
        self.list.chosen.connect(lambda _key: self._show())
        self.fields.activated.connect(lambda _at: self._take_field())
        self.ways.chosen.connect(lambda _way: self._show())
        self.fold.clicked.connect(self._unfold)
        self.copy_button.clicked.connect(self._copy)
        self.close_button.clicked.connect(self.reject)
        self.restore_button.clicked.connect(self._restore)

    def fit(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        wide = min(self.looks.scaled(_WIDE), parent.width() - MARGIN)
        tall = min(self.looks.scaled(_TALL), parent.height() - MARGIN)
        stacked = wide < self.looks.scaled(_STACKED_BELOW)
        ways = QBoxLayout.Direction
        self._sides.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        rows = self.looks.line("body-m") + self.looks.line("small") + 16
        if stacked:
            self.list.setMinimumWidth(0)
            self.list.setMaximumWidth(16_777_215)
            self.list.setFixedHeight(round(2.5 * rows))
        else:
            self.list.setFixedWidth(self.looks.scaled(_LIST))
            self.list.setMinimumHeight(2 * rows)
            self.list.setMaximumHeight(16_777_215)
        self.setFixedWidth(wide)
        self._stack_buttons(wide - _SIDES)
        self.resize(wide, tall)
        self.list.scrollTo(self.list.currentIndex())


def show_versions(context: Context, parent: QWidget, ref: Ref) -> VersionsDialog | None:
    """Show the versions of a record's texts; one that is restored is told in the toast."""
    workspace = context.workspace
    try:
        found = workspace.versions.of(ref)
        fields = [(each.name, each.label) for each in workspace.versions.fields(ref)]
        title = workspace.shelf.title(ref)
    except Problem as problem:
        context.fail(problem)
        return None
    today = workspace.clock.today()
    dialog = VersionsDialog(
        context.looks,
        parent,
        _title(title),
        _most_changed_first(fields, found),
        _shown(found, today),
    )
    dialog.set_writable(not workspace.read_only)

    def restore(key: str, field: str) -> None:
        try:
            workspace.versions.restore(ref, key, field)
        except Problem as problem:
            context.fail(problem)
            return
        dialog.accept()
        context.say_undoable(_("The earlier version is back; the newer one is kept"))

    dialog.restore_wished.connect(restore)
    dialog.open()
    dialog.list.setFocus(Qt.FocusReason.OtherFocusReason)
    return dialog


def _title(title: str) -> str:
    if not title:
        return _("Versions")
    return _("Versions of “{title}”").format(title=shortened(title, _LONGEST))


def _most_changed_first(
    fields: Sequence[tuple[str, str]], versions: Sequence[Version]
) -> list[tuple[str, str]]:
    """The texts in which there was ever a word, those with most versions first."""

    def changes(name: str) -> int:
        texts = [version.values.get(name, "") for version in versions]
        return sum(1 for one, other in zip(texts, [*texts[1:], ""], strict=True) if one != other)

    used = [field for field in fields if changes(field[0])]
    return sorted(used or fields[:1], key=lambda field: -changes(field[0]))


def _shown(versions: Sequence[Version], today: date) -> list[ShownVersion]:
    """In words; what was made within the same minute is told apart by its seconds."""
    times = Counter(_when(each, today) for each in versions)
    return [
        ShownVersion(
            each.key, _when(each, today, exactly=times[_when(each, today)] > 1), each.label,
            each.values,
        )
        for each in versions
    ]  # fmt: skip


def _grown(old: str, new: str) -> str:
    more = len(new.split()) - len(old.split())
    if more > 0:
        words = ngettext("{count} word more", "{count} words more", more)
    elif more < 0:
        words = ngettext("{count} word fewer", "{count} words fewer", -more)
    else:
        words = _("as many words")
    return words.format(count=number(abs(more)))


def _when(version: Version, today: date, *, exactly: bool = False) -> str:
    if exactly:
        made = version.made.astimezone()
        words = _("{day} at {time}")
        return words.format(day=day_long(made.date(), today), time=f"{made:%H:%M:%S}")
    if version.made.astimezone().date() == today:
        return _("Today at {time}").format(time=clock_time(version.made))
    return day_and_time(version.made, today)
