"""Choosing the record a question points at; a person or a team may be made on the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from leadjournal.base.errors import InvalidValue
from leadjournal.base.words import _, isolated
from leadjournal.ui.dialogs.naming import NAMED, Naming
from leadjournal.ui.widgets.buttons import IconButton
from leadjournal.ui.widgets.editors import ComboBox
from leadjournal.ui.widgets.form_fields import FormField

if TYPE_CHECKING:
    from leadjournal.ui.context import Context
    from leadjournal.ui.theme.looks import Looks

_SHOWN = 12
_BOX = 28
_CHEVRON = 16
_BESIDE = 17


class NewName(NamedTuple):
    """A name that is not in the journal yet."""

    kind: str
    name: str


class RecordAnswer(ComboBox):
    """One of the journal's records, found by typing some of its words."""

    def __init__(self, looks: Looks, asked: FormField, choices: list[tuple[str, object]]) -> None:
        super().__init__(looks, choices)
        self._asked = asked
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(_SHOWN)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        found = QCompleter(self.model(), self)
        found.setFilterMode(Qt.MatchFlag.MatchContains)
        found.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        found.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(found)
        line = self.lineEdit()
        if line is not None:
            line.setPlaceholderText(_placeholder(asked))
        self.setCurrentIndex(-1)

    def value(self) -> object:
        """The id of what was chosen, the name of what is to be made, or None."""
        text = " ".join(self.currentText().split())
        if not text:
            return None
        place = self.currentIndex()
        if place >= 0 and self.itemText(place) == self.currentText():
            return self.itemData(place)
        exact = self.findText(text, Qt.MatchFlag.MatchFixedString)
        if exact >= 0:
            return self.itemData(exact)
        if self._asked.record in NAMED:
            return NewName(self._asked.record, text)
        raise InvalidValue(
            _("There is no “{words}” to choose.").format(words=isolated(text[:60])),
            field=self._asked.name,
        )

    def set_value(self, value: object) -> None:
        """Choose a record; None chooses nothing."""
        place = self.findData(value) if value is not None else -1
        self.setCurrentIndex(place)
        if place < 0:
            self.setEditText("")
        line = self.lineEdit()
        if line is not None:
            # Words longer than the field are read from their beginning.
            line.setCursorPosition(0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling the form must not change an answer on the way.
        event.ignore()


class NamedAnswer(RecordAnswer):
    """A person or a team; whoever is chosen can be renamed, removed or forgotten from here."""

    rename_wished = Signal(str)
    remove_wished = Signal(str)
    forget_wished = Signal(str)
    restore_wished = Signal(str)

    def __init__(self, looks: Looks, asked: FormField, choices: list[tuple[str, object]]) -> None:
        super().__init__(looks, asked, choices)
        self.record = asked.record
        self.rename_button = IconButton(looks, "pencil", "", box=_BOX)
        self.remove_button = IconButton(looks, "trash-2", "", box=_BOX)
        self.forget_button = IconButton(looks, "eraser", "", box=_BOX)
        self.restore_button = IconButton(looks, "undo-2", "", box=_BOX)
        self._gone = ""
        before: QWidget = self
        for button, wish in (
            (self.rename_button, self.rename_wished),
            (self.remove_button, self.remove_wished),
            (self.forget_button, self.forget_wished),
            (self.restore_button, self.restore_wished),
        ):
            button.setParent(self)
            button.setCursor(Qt.CursorShape.ArrowCursor)
            button.clicked.connect(lambda _down=False, wish=wish: self._wish(wish))
            QWidget.setTabOrder(before, button)
            before = button
        self.editTextChanged.connect(self._follow)
        self._follow()

    def chosen(self) -> str:
        """The id of who is chosen, or nothing."""
        value = self.value()
        return value if isinstance(value, str) else ""

    def set_choices(self, choices: list[tuple[str, object]]) -> None:
        """Offer others; who is chosen stays, if still there, and what is typed too."""
        value = self.value()
        self.clear()
        for words, id_ in choices:
            self.addItem(words, id_)
        self.set_value(None if isinstance(value, NewName) else value)
        if isinstance(value, NewName):
            self.setEditText(value.name)

    def offer_back(self, id_: str, name: str) -> None:
        """Somebody was just removed here and can be brought back, until another is chosen."""
        self._gone = id_
        self.restore_button.set_name(_("Bring back {name}").format(name=isolated(name)))
        self._follow()
        self.restore_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        super().restyle()
        # The buttons take their new size in the same round; after it, they can be put right.
        QTimer.singleShot(0, self, self._place)

    def _wish(self, wish: SignalInstance) -> None:
        if named := self.chosen() or self._gone:
            wish.emit(named)

    def _follow(self) -> None:
        chosen = bool(self.chosen())
        name = self.currentText()
        inside = isolated(name)
        self.rename_button.set_name(_("Rename {name}…").format(name=inside))
        self.remove_button.set_name(_("Move {name} to the trash").format(name=inside))
        self.forget_button.set_name(_("Forget {name} for good…").format(name=inside))
        for button in (self.rename_button, self.remove_button, self.forget_button):
            button.setVisible(chosen)
        self._gone = "" if name else self._gone
        self.restore_button.setVisible(bool(self._gone))
        self._place()

    def _shown_buttons(self) -> list[IconButton]:
        buttons = (self.rename_button, self.remove_button, self.forget_button)
        return [each for each in (*buttons, self.restore_button) if not each.isHidden()]

    def _place(self) -> None:
        side, line = self.rename_button.width(), self.lineEdit()
        right = self.width() - self.looks.scaled(_CHEVRON) - _BESIDE
        top = (self.height() - side) // 2
        shown = self._shown_buttons()
        for place, button in enumerate(reversed(shown), start=1):
            button.move(right - place * side, top)
            button.raise_()
        if line is not None:
            line.setTextMargins(0, 0, len(shown) * side, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self._wish(self.rename_wished)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()


def _placeholder(asked: FormField) -> str:
    if asked.record in NAMED:
        return _("Choose or type a new name")
    return _("None") if asked.optional else _("Choose or type to find")


def _names_anew(value: object) -> bool:
    """Whether an answer, or a row of it, is a name that is not in the journal yet."""
    if isinstance(value, list):
        rows = [row for row in value if isinstance(row, dict)]
        return any(isinstance(each, NewName) for row in rows for each in row.values())
    return isinstance(value, NewName)


class Choosing:
    """Makes the editors that choose records, and the records that were named anew."""

    def __init__(self, context: Context) -> None:
        self._workspace = context.workspace
        self._looks = context.looks
        self._naming = Naming(context)

    def __call__(self, asked: FormField) -> RecordAnswer:
        """The editor for a question that points at a record."""
        choices = self._choices(asked.record)
        if asked.record not in NAMED:
            return RecordAnswer(self._looks, asked, choices)
        answer = NamedAnswer(self._looks, asked, choices)
        if self._naming.allowed:
            answer.rename_wished.connect(lambda id_: self._ask(self._naming.rename, answer, id_))
            answer.remove_wished.connect(lambda id_: self._remove(answer, id_))
            answer.forget_wished.connect(lambda id_: self._ask(self._naming.forget, answer, id_))
            answer.restore_wished.connect(lambda id_: self._restore(answer, id_))
        return answer

    def save(
        self, values: Mapping[str, object], write: Callable[[dict[str, Any]], object], label: str
    ) -> None:
        """Write the answers; whoever is named anew is made in the same step, or not at all."""
        if not any(_names_anew(value) for value in values.values()):
            write(dict(values))
            return
        with self._workspace.history.one_step(label):
            write({name: self._id(value) for name, value in values.items()})

    def _ask(
        self,
        ask: Callable[[QWidget, str, str, Callable[[], object]], None],
        answer: NamedAnswer,
        id_: str,
    ) -> None:
        ask(answer, answer.record, id_, lambda: self._offer_again(answer))

    def _remove(self, answer: NamedAnswer, id_: str) -> None:
        name = answer.currentText()

        def follow() -> None:
            self._offer_again(answer)
            answer.offer_back(id_, name)

        self._naming.remove(answer, answer.record, id_, follow)

    def _restore(self, answer: NamedAnswer, id_: str) -> None:
        def follow() -> None:
            self._offer_again(answer)
            answer.set_value(id_)
            answer.setFocus(Qt.FocusReason.OtherFocusReason)

        self._naming.restore(answer, answer.record, id_, follow)

    def _offer_again(self, answer: NamedAnswer) -> None:
        for each in answer.window().findChildren(NamedAnswer):
            if each.record == answer.record:
                each.set_choices(self._choices(each.record))

    def _id(self, value: object) -> object:
        if isinstance(value, list) and _names_anew(value):
            return [{name: self._id(each) for name, each in row.items()} for row in value]
        if not isinstance(value, NewName):
            return value
        if value.kind == "person":
            return self._workspace.people.named(value.name).id
        return self._workspace.teams.named(value.name).id

    def _choices(self, kind: str) -> list[tuple[str, object]]:
        services = {
            "person": self._workspace.people.choices,
            "team": self._workspace.teams.choices,
            "why": self._workspace.whys.choices,
            "outcome": self._workspace.outcomes.choices,
            "output": self._workspace.outputs.choices,
            "objective": self._workspace.objectives.choices,
            "indicator": self._workspace.indicators.choices,
        }
        return [(choice.words, cast(object, choice.id)) for choice in services[kind]()]
