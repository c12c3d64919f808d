"""A searchable list of records: typing narrows it, Enter takes the marked one."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from leadjournal.base.words import _
from leadjournal.ui.pages.journal.popup import Popup
from leadjournal.ui.pages.journal.values import Linked
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.label import Label

_WIDE, _TALL = 380, 300
_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class RecordPopup(Popup):
    """Outcomes, whys, outputs and people to link an entry to."""

    chosen = Signal(str, str)

    def __init__(self, looks: Looks, parent: QWidget) -> None:
        super().__init__(looks, _("Link to"), parent)
        self._records: Sequence[Linked] = ()
        self._field = QLineEdit()
        self._field.setProperty("cls", "field")
        self._field.setPlaceholderText(_("Outcome, why, output or person"))
        self._field.setAccessibleName(_("Find a record to link"))
        self._list = QListWidget()
        self._list.setAccessibleName(_("Records"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._none = Label(looks, "", "small", "text_3", wrap=True)
        self._field.textChanged.connect(self._narrow)
        self._field.installEventFilter(self)
        self._list.itemClicked.connect(self._take)
        self.column.addWidget(self._field)
        self.column.addWidget(self._none)
        self.column.addWidget(self._list, 1)
        self.setFocusProxy(self._field)

    def offer(self, records: Sequence[Linked]) -> None:
        """Take what can be linked."""
        self._records = records
        self._restyle()
        self._field.clear()
        self._narrow("")
        self._field.setFocus()

    def _restyle(self) -> None:
        self._field.setFont(self.looks.font("body"))
        self._field.setFixedHeight(self.looks.height("h_control"))
        self._list.setFont(self.looks.font("body"))
        self.setFixedSize(self.looks.scaled(_WIDE), self.looks.scaled(_TALL))

    def _narrow(self, typed: str) -> None:
        words = typed.casefold().split()
        self._list.clear()
        for record in self._records:
            if all(word in record.words.casefold() for word in words):
                item = QListWidgetItem(self.looks.icon(record.icon), record.words)
                item.setData(Qt.ItemDataRole.UserRole, (record.kind, record.id))
                item.setToolTip(record.words)
                item.setSizeHint(QSize(0, self.looks.height("h_target_min") - 4))
                self._list.addItem(item)
        self._list.setCurrentRow(0)
        empty = self._list.count() == 0
        self._list.setVisible(not empty)
        self._none.setVisible(empty)
        if self._records:
            self._none.setText(_("Nothing is called “{words}”.").format(words=typed))
        else:
            self._none.setText(_("There is nothing to link to yet. Outcomes, whys and people "
                                 "appear here once they are in the journal."))  # fmt: skip

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        kind, id_ = item.data(Qt.ItemDataRole.UserRole)
        self.close()
        self.chosen.emit(kind, id_)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _KEYS:
                self._list.event(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self._list.currentItem())
                return True
        return super().eventFilter(watched, event)
