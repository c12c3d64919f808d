"""One indicator in the inspector: latest value, target, the way gone, the line and the numbers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leadjournal.base.words import _, ngettext
from leadjournal.ui.pages.outcomes.panel_parts import Choice, grid_of, more_button
from leadjournal.ui.pages.outcomes.sheets import Part, ReadingLine, Sign
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.bars import Meter
from leadjournal.ui.widgets.buttons import LinkButton
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.sparkline import Sparkline

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_TOP = Qt.AlignmentFlag.AlignTop

Wish = Callable[[str, object], None]


class SignBlock(QWidget):
    """A sign; its numbers unfold below it."""

    def __init__(
        self, looks: Looks, sign: Sign, outcome_id: str, wish: Wish, unfolded: set[str]
    ) -> None:
        super().__init__()
        self._unfolded = unfolded
        self.looks = looks
        self.sign = sign
        self._outcome_id = outcome_id
        self._wish = wish
        self._numbers: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self._column.addLayout(self._head())
        if sign.share is not None:
            meter = Meter(looks)
            meter.set_share(sign.share, sign.second)
            self._column.addWidget(meter)
        self._column.addLayout(self._under())
        self._column.addLayout(self._foot())
        if sign.warning:
            self._column.addWidget(Label(looks, sign.warning, "small-m", "danger", wrap=True))
        if sign.id in unfolded:
            self._unfold()

    def show_numbers(self) -> None:
        """Unfold the readings, or fold them again."""
        if self._numbers is None:
            self._unfold().show()
            self._unfolded.add(self.sign.id)
            return
        self._column.removeWidget(self._numbers)
        self._numbers.hide()
        self._numbers.deleteLater()
        self._numbers = None
        self._unfolded.discard(self.sign.id)

    def _unfold(self) -> QWidget:
        lines = [(_with_note(line), line.value, self._deeds(line)) for line in self.sign.readings]
        self._numbers = QWidget()
        self._numbers.setLayout(grid_of(self.looks, lines))
        self._column.addWidget(self._numbers)
        return self._numbers

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        sign = self.sign
        head.addWidget(Label(self.looks, sign.name, "small", "text", wrap=True), 1, _TOP)
        head.addWidget(Label(self.looks, sign.latest, "small-m"), 0, _TOP)
        if sign.target:
            head.addWidget(Label(self.looks, sign.target, "small", "text_3"), 0, _TOP)
        return head

    def _under(self) -> QHBoxLayout:
        under = QHBoxLayout()
        under.setSpacing(8)
        words = Label(self.looks, self.sign.second, "caption", "text_3", wrap=True)
        under.addWidget(words, 1, _TOP)
        if len(self.sign.values) > 1:
            said = ", ".join(line.value for line in reversed(self.sign.readings))
            under.addWidget(
                Sparkline(self.looks, self.sign.values, said, colour=self.sign.colour), 0, _RIGHT
            )
        return under

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(12)
        for label, do in self._links():
            link = LinkButton(self.looks, label)
            named = _("{indicator}: {action}").format(indicator=self.sign.name, action=label)
            link.setAccessibleName(named)
            link.clicked.connect(do)
            foot.addWidget(link)
        foot.addStretch()
        foot.addWidget(more_button(self.looks, self.sign.name, self._choices()))
        return foot

    def _links(self) -> list[tuple[str, Callable[[], None]]]:
        links = [(_("Add reading"), lambda: self._wish("add-reading", self._part()))]
        count = len(self.sign.readings)
        if count:
            words = ngettext("{n} reading", "{n} readings", count).format(n=count)
            links.append((words, self.show_numbers))
        return links

    def _choices(self) -> list[Choice]:
        return sign_choices(self._wish, self._part(), is_counted=self.sign.is_counted)

    def _deeds(self, line: ReadingLine) -> QWidget:
        choices = reading_choices(self._wish, Part(line.id, self._outcome_id))
        return more_button(self.looks, _("Reading of {day}").format(day=line.day), choices)

    def _part(self) -> Part:
        return Part(self.sign.id, self._outcome_id)


def sign_choices(wish: Wish, part: Part, *, is_counted: bool) -> list[Choice]:
    """What can be done with an indicator."""
    counted = Choice(_("Count answers…"), "list-checks", lambda: wish("count-answers", part))
    return [
        Choice(_("Add reading…"), "ruler", lambda: wish("add-reading", part)),
        *([counted] if is_counted else []),
        Choice(_("Paste readings…"), "copy", lambda: wish("paste-readings", part)),
        Choice(_("Change the target…"), "target", lambda: wish("change-target", part)),
        Choice(_("Edit indicator…"), "pencil", lambda: wish("edit-indicator", part)),
        Choice(_("Remove indicator"), "trash-2", lambda: wish("remove-indicator", part)),
    ]


def reading_choices(wish: Wish, part: Part) -> list[Choice]:
    """What can be done with a reading."""
    return [
        Choice(_("Edit reading…"), "pencil", lambda: wish("edit-reading", part)),
        Choice(_("Remove reading"), "trash-2", lambda: wish("remove-reading", part)),
    ]


def _with_note(line: ReadingLine) -> str:
    return f"{line.day} · {line.note}" if line.note else line.day
