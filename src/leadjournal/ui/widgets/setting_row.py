"""One setting: what it is called, one sentence on it, and what it is changed with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.card import Card, Divider
from leadjournal.ui.widgets.label import Label

_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_GAP = 16
_LEAST_WORDS = 220
_TOP = Qt.AlignmentFlag.AlignTop


class SettingRow(QWidget):
    """Words at the left, the control at the right; below the words where there is no room."""

    def __init__(
        self, looks: Looks, title: str, sentence: str, control: QWidget | None = None
    ) -> None:
        super().__init__()
        self._looks = looks
        self._control = control
        self.title = Label(looks, title, "body-m", "text", wrap=True)
        self.sentence = Label(looks, sentence, "small", "text_2", wrap=True)
        self.sentence.setVisible(bool(sentence))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.sentence)
        words.addStretch()
        self._box = QBoxLayout(_BESIDE, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(_GAP)
        self._box.addLayout(words, 1)
        if control is not None:
            self._box.addWidget(control, 0, _TOP)
            self.title.setBuddy(control)
            if not control.accessibleName() and not getattr(control, "text", lambda: "")():
                control.setAccessibleName(title)
            control.setAccessibleDescription(sentence)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def say(self, sentence: str, colour: str = "text_2") -> None:
        """Say how it stands now."""
        self.sentence.setText(sentence)
        self.sentence.set_colour(colour)
        self.sentence.setVisible(bool(sentence))
        if self._control is not None:
            self._control.setAccessibleDescription(sentence)

    def _wrap(self) -> None:
        if self._control is None:
            return
        needs = self._looks.scaled(_LEAST_WORDS) + _GAP + self._control.sizeHint().width()
        wanted = _BESIDE if needs <= self.width() else _BELOW
        if wanted is not self._box.direction():
            self._box.setDirection(wanted)
            self._box.setSpacing(_GAP if wanted is _BESIDE else 8)
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        wide = self._control.minimumSizeHint().width() if self._control is not None else 0
        return QSize(max(wide, 120), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap()


class SettingCard(Card):
    """Settings that belong together, with thin lines between them."""

    def __init__(self, looks: Looks, rows: Sequence[QWidget] = ()) -> None:
        super().__init__(looks, spacing=14)
        for row in rows:
            self.add(row)

    def add(self, row: QWidget) -> None:
        """One more, below the others."""
        if self.column.count():
            self.column.addWidget(Divider(self.looks))
        self.column.addWidget(row)
