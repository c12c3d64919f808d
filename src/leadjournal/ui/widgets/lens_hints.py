"""The hints of the lens under a text: at most two at first, each with what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QVBoxLayout, QWidget

from leadjournal.base.words import _, ngettext
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.announce import announce
from leadjournal.ui.widgets.buttons import LinkButton
from leadjournal.ui.widgets.card import TintedCard
from leadjournal.ui.widgets.flow import FlowLayout
from leadjournal.ui.widgets.label import Label

AT_FIRST = 2
_ICON = 15
_TOP = Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class HintLine:
    """One hint in words: the rule it comes from, its sentence, and its quick fix if it has one."""

    rule: str
    message: str
    fix: str = ""
    questions: tuple[str, ...] = ()
    our_words: str = ""
    """A phrase that may be declared to be understood here."""


class LensHints(QWidget):
    """Shows hints quietly; emits which is to be mended or muted, and that its height changed."""

    fix_wished = Signal(str)
    mute_wished = Signal(str, bool)
    words_understood = Signal(str)
    resized = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self.looks = looks
        self._lines: tuple[HintLine, ...] = ()
        self._at_first = AT_FIRST
        self._all = False
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 6, 0, 0)
        self._box.setSpacing(0)
        self._card: TintedCard | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(_("Hints"))
        self.hide()

    @property
    def lines(self) -> tuple[HintLine, ...]:
        """Every hint, also those behind “more”."""
        return self._lines

    def shown(self) -> tuple[HintLine, ...]:
        """The hints that are on screen."""
        return self._lines if self._all else self._lines[: self._at_first]

    def show_hints(self, lines: Sequence[HintLine], at_first: int = AT_FIRST) -> None:
        """Show other hints; the same ones again change nothing."""
        if tuple(lines) == self._lines and at_first == self._at_first:
            return
        new = [line.message for line in lines[:at_first] if line not in self._lines]
        self._lines, self._at_first, self._all = tuple(lines), at_first, False
        self._fill()
        if new:
            announce(self, _("Hint: {sentence}").format(sentence=" ".join(new)))

    def _show_all(self) -> None:
        self._all = True
        self._fill()

    def _fill(self) -> None:
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
            self._card = None
        shown = self.shown()
        if shown:
            self._card = self._filled(shown)
            self._box.addWidget(self._card)
            # Qt would show it a moment later, and the height would be wrong until then.
            self._card.show()
        self.setVisible(bool(shown))
        self.updateGeometry()
        QTimer.singleShot(0, self, self.resized.emit)

    def _filled(self, shown: Sequence[HintLine]) -> TintedCard:
        card = TintedCard(self.looks, "note", spacing=8)
        card.column.setContentsMargins(12, 9, 12, 9)
        for line in shown:
            card.column.addWidget(_HintRow(self, line, card.ink))
        hidden = len(self._lines) - len(shown)
        if hidden:
            words = ngettext("{n} more hint", "{n} more hints", hidden).format(n=hidden)
            more = LinkButton(self.looks, words)
            more.clicked.connect(self._show_all)
            card.column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        return card


class _HintRow(QWidget):
    """One hint with its links."""

    def __init__(self, hints: LensHints, line: HintLine, ink: str) -> None:
        super().__init__()
        self._hints, self._line, self._ink = hints, line, ink
        looks = hints.looks
        self._picture = QLabel()
        self._restyle()
        looks.changed.connect(self._restyle)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(looks, line.message, "small", ink, wrap=True))
        for question in line.questions:
            words.addWidget(Label(looks, f"· {question}", "small", ink, wrap=True))
        words.addWidget(self._links())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._picture, 0, _TOP)
        row.addLayout(words, 1)

    def _links(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, gap=12)
        if self._line.fix:
            fix = LinkButton(self._hints.looks, self._line.fix)
            fix.clicked.connect(lambda: self._hints.fix_wished.emit(self._line.rule))
            flow.addWidget(fix)
        self._mute = LinkButton(self._hints.looks, _("Not now"))
        self._mute.setAccessibleDescription(self._line.message)
        self._mute.clicked.connect(self._unfold)
        flow.addWidget(self._mute)
        return holder

    def _unfold(self) -> None:
        mute_menu(self._hints, self._line, self).popup(
            self._mute.mapToGlobal(QPoint(0, self._mute.height()))
        )

    def _restyle(self) -> None:
        self._picture.setPixmap(self._hints.looks.pixmap("lightbulb", _ICON, self._ink))


def mute_menu(hints: LensHints, line: HintLine, parent: QWidget) -> QMenu:
    """Mute a hint for this text or everywhere, or declare its words to be understood."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.setFont(hints.looks.font("body"))
    menu.addAction(_("Not for this text")).triggered.connect(
        lambda: hints.mute_wished.emit(line.rule, False)
    )
    menu.addAction(_("Never show this hint")).triggered.connect(
        lambda: hints.mute_wished.emit(line.rule, True)
    )
    if line.our_words:
        words = _("We use “{phrase}” here").format(phrase=line.our_words).replace("&", "&&")
        menu.addAction(words).triggered.connect(lambda: hints.words_understood.emit(line.our_words))
    return menu
