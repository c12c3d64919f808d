"""Choosing the record a question points at; a person or a team may be made on the way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter

from leadjournal.base.errors import InvalidValue
from leadjournal.base.words import _
from leadjournal.ui.widgets.editors import ComboBox
from leadjournal.ui.widgets.form_fields import FormField

if TYPE_CHECKING:
    from leadjournal.services.workspace import Workspace
    from leadjournal.ui.theme.looks import Looks

_MADE_HERE = ("person", "team")
_SHOWN = 12


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
        if self._asked.record in _MADE_HERE:
            return NewName(self._asked.record, text)
        raise InvalidValue(
            _("There is no “{words}” to choose.").format(words=text[:60]), field=self._asked.name
        )

    def set_value(self, value: object) -> None:
        """Choose a record; None chooses nothing."""
        place = self.findData(value) if value is not None else -1
        self.setCurrentIndex(place)
        if place < 0:
            self.setEditText("")

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling the form must not change an answer on the way.
        event.ignore()


def _placeholder(asked: FormField) -> str:
    if asked.record in _MADE_HERE:
        return _("Choose or type a new name")
    return _("None") if asked.optional else _("Choose or type to find")


class Choosing:
    """Makes the editors that choose records, and the records that were named anew."""

    def __init__(self, workspace: Workspace, looks: Looks) -> None:
        self._workspace = workspace
        self._looks = looks

    def __call__(self, asked: FormField) -> RecordAnswer:
        """The editor for a question that points at a record."""
        return RecordAnswer(self._looks, asked, self._choices(asked.record))

    def made(self, values: Mapping[str, object]) -> dict[str, Any]:
        """The answers with ids in the place of new names."""
        return {name: self._id(value) for name, value in values.items()}

    def _id(self, value: object) -> object:
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
        }
        return [(choice.words, cast(object, choice.id)) for choice in services[kind]()]
