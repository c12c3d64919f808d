"""Below the title: linked records, tags, whether it may be shared, and a place for a new tag."""

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QSizePolicy, QWidget

from leadjournal.base.words import _
from leadjournal.ui.items.entry_words import PRIVACY_ICONS, privacy_words
from leadjournal.ui.pages.journal.chips import Chip
from leadjournal.ui.pages.journal.values import Linked, ShownEntry
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.flow import FlowLayout

_TONES = {"outcome": "good", "why": "why"}
_FIELD = 150
LONGEST = 60


class TagField(QLineEdit):
    """Where a new tag is typed; Enter or a comma adds it, Escape leaves."""

    added = Signal(str)
    left = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self.setProperty("cls", "field")
        self.setMaxLength(LONGEST)
        self.setPlaceholderText(_("Tag"))
        self.setAccessibleName(_("New tag"))
        self._restyle()
        looks.changed.connect(self._restyle)

    def offer(self, names: Iterable[str]) -> None:
        """Complete from these."""
        self._names.setStringList(list(names))

    def take(self) -> None:
        """Add what is typed, if anything is."""
        name = self.text().strip()
        self.clear()
        if name:
            self.added.emit(name)

    def _restyle(self) -> None:
        self.setFont(self._looks.font("caption"))
        tall = max(self._looks.measure("h_target_min"), self._looks.line("caption-m") + 8)
        self.setFixedSize(self._looks.scaled(_FIELD), tall)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.text() == ",":
            self.take()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.take()
            self.left.emit()


class TagsRow(QWidget):
    """Chips; pressing a record goes there, pressing the privacy turns it round."""

    record_wished = Signal(str, str)
    unlink_wished = Signal(str, str)
    tag_wished = Signal(str)
    tags_changed = Signal(list)
    share_wished = Signal(bool)

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._entry: ShownEntry | None = None
        self._row = FlowLayout(self, gap=7)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._chips: list[Chip] = []
        self._field = TagField(looks)
        self._field.added.connect(self._add_tag)
        self._field.left.connect(self._close_field)
        self._adder = Chip(looks, "plain", _("Add tag"), "plus")
        self._adder.clicked.connect(self._open_field)
        self._field.hide()

    @property
    def field(self) -> TagField:
        """Where a new tag is typed."""
        return self._field

    def names(self) -> tuple[str, ...]:
        """The tags of the entry as they are shown."""
        return self._entry.tags if self._entry is not None else ()

    def take_up(self, words: str) -> None:
        """Show a tag that was begun before, or that could not be added."""
        self._field.setText(words)
        self._adder.hide()
        self._field.show()
        self._row.invalidate()

    def show_entry(self, entry: ShownEntry) -> None:
        """Show the chips of an entry."""
        before = self._entry
        self._entry = entry
        if before is not None and _marks(before) == _marks(entry):
            return
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        while self._row.takeAt(0) is not None:
            pass
        self._chips = [self._record_chip(each) for each in entry.links]
        self._chips += [self._tag_chip(name) for name in entry.tags]
        self._chips.append(self._privacy_chip(entry))
        for widget in (*self._chips, self._adder, self._field):
            self._row.addWidget(widget)
        self.updateGeometry()

    def offer_tags(self, names: Iterable[str]) -> None:
        """Complete new tags from these."""
        self._field.offer(names)

    def chips(self) -> list[Chip]:
        """What is shown, in order, without the place for a new tag."""
        return list(self._chips)

    def _record_chip(self, linked: Linked) -> Chip:
        chip = Chip(self._looks, _TONES.get(linked.kind, "plain"), linked.words, linked.icon)
        chip.make_removable(_("Remove this link"))
        chip.setToolTip(linked.words)
        chip.clicked.connect(lambda: self.record_wished.emit(linked.kind, linked.id))
        chip.removed.connect(lambda: self.unlink_wished.emit(linked.kind, linked.id))
        return chip

    def _tag_chip(self, name: str) -> Chip:
        chip = Chip(self._looks, "plain", name, "tag")
        chip.make_removable(_("Remove this tag"))
        chip.setToolTip(_("Show entries with this tag"))
        chip.clicked.connect(lambda: self.tag_wished.emit(name))
        chip.removed.connect(lambda: self._remove_tag(name))
        return chip

    def _privacy_chip(self, entry: ShownEntry) -> Chip:
        shared = entry.privacy == "shareable"
        words, icon = privacy_words(entry.privacy), PRIVACY_ICONS[entry.privacy]
        chip = Chip(self._looks, "plain", words, icon)
        chip.setToolTip(
            _("May enter a document for others; press to make it private")
            if shared
            else _("Never enters a document for others; press to make it shareable")
        )
        chip.clicked.connect(lambda: self.share_wished.emit(not shared))
        return chip

    def _open_field(self) -> None:
        self._adder.hide()
        self._field.show()
        self._field.setFocus()
        self._row.invalidate()

    def _close_field(self) -> None:
        if self._field.text():
            return
        self._field.hide()
        self._adder.show()
        self._row.invalidate()

    def _add_tag(self, name: str) -> None:
        if self._entry is not None and name not in self._entry.tags:
            self.tags_changed.emit([*self._entry.tags, name])

    def _remove_tag(self, name: str) -> None:
        if self._entry is not None:
            self.tags_changed.emit([each for each in self._entry.tags if each != name])


def _marks(entry: ShownEntry) -> tuple[object, ...]:
    return (entry.id, entry.links, entry.tags, entry.privacy)
