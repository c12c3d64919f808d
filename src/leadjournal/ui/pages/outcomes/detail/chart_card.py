"""The card of the signs: as a chart, or as a table of the same numbers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from leadjournal.base.words import _
from leadjournal.ui.pages.outcomes.detail.picture import SignPicture
from leadjournal.ui.pages.outcomes.detail.values import DetailSheet, SignSeen
from leadjournal.ui.pages.outcomes.panel_parts import Choice, more_button
from leadjournal.ui.pages.outcomes.sheets import Part
from leadjournal.ui.pages.outcomes.signs import Wish, reading_choices, sign_choices
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import IconButton, LinkButton
from leadjournal.ui.widgets.card import Card, Divider
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.table import Cell, Column, Table

_TOP = Qt.AlignmentFlag.AlignTop
_MOST_ROWS = 24


class NumbersTable(Table):
    """The days with what each sign said; a reading is edited from its cell."""

    cell_wished = Signal(str, QPoint)
    opened = Signal(str)

    def __init__(self, looks: Looks) -> None:
        name = _("Readings, finished work and reviews by day")
        super().__init__(looks, name, most_rows=_MOST_ROWS)
        self.doubleClicked.connect(lambda _index: self._open())

    def _open(self) -> None:
        cell = self.current_cell()
        if cell is not None and cell.about:
            self.opened.emit(cell.about)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        if by_mouse:
            self.setCurrentIndex(self.indexAt(event.pos()))
        cell = self.current_cell()
        if cell is None or not cell.about:
            return
        box = self.visualRect(self.currentIndex())
        at = event.globalPos() if by_mouse else self.viewport().mapToGlobal(box.center())
        self.cell_wished.emit(cell.about, at)


class ChartCard(Card):
    """One time axis for all signs; `wish` says what is wanted of a sign or a reading."""

    def __init__(self, looks: Looks, wish: Wish) -> None:
        super().__init__(looks, spacing=10)
        self._wish = wish
        self._sheet: DetailSheet | None = None
        self._can_write = True
        self.picture = SignPicture(looks, self._menu_of)
        self.table = NumbersTable(looks)
        self._signs = QVBoxLayout()
        self._signs.setSpacing(8)
        self._below = QWidget()
        self._below.setLayout(self._signs)
        self._signs.setContentsMargins(0, 0, 0, 0)
        self._silent = Label(looks, "", "small", "text_3", wrap=True)
        self.switch = LinkButton(looks, _("As a table"))
        self.add = LinkButton(looks, _("Add indicator"))
        self._as_table = False
        self._lay_out()
        self.switch.clicked.connect(self._turn)
        self.add.clicked.connect(self._add)
        self.table.opened.connect(lambda id_: self._of_reading("edit-reading", id_))
        self.table.cell_wished.connect(self._unfold)

    def show_sheet(self, sheet: DetailSheet, *, can_write: bool) -> None:
        """Show the signs of an outcome; chart or table stays as it was."""
        self._sheet, self._can_write = sheet, can_write
        self.picture.show_picture(sheet.picture, with_menus=can_write)
        self.add.setVisible(can_write)
        self.switch.setVisible(bool(sheet.days))
        silent = [sign.name for sign in sheet.signs if not sign.has_readings]
        words = _("No reading yet: {signs}.").format(signs=", ".join(silent)) if silent else ""
        if not sheet.signs:
            words = _("Nothing is measured yet: what could be counted or asked?")
        self._silent.setText(words)
        self._silent.setVisible(bool(words))
        self._fill_table(sheet)
        self._fill_signs(sheet)
        self._show_form()

    def is_table(self) -> bool:
        """Whether the numbers are shown instead of the chart."""
        return self._as_table

    def _turn(self) -> None:
        self._as_table = not self._as_table
        self._show_form()
        if self._as_table:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_form(self) -> None:
        sheet = self._sheet
        as_table = self._as_table and sheet is not None and bool(sheet.days)
        self.switch.setText(_("As a chart") if as_table else _("As a table"))
        self.picture.setVisible(not as_table and sheet is not None and sheet.picture is not None)
        self.table.setVisible(as_table)
        silent = sheet is not None and any(not sign.has_readings for sign in sheet.signs)
        self._below.setVisible(sheet is not None and bool(sheet.signs) and (as_table or silent))

    def _fill_table(self, sheet: DetailSheet) -> None:
        names = {sign.id: sign.name for sign in sheet.signs}
        shown = sheet.picture.signs if sheet.picture is not None else ()
        signs = [Column(names[id_], is_number=True) for id_ in shown]
        columns = [Column(_("Day")), *signs, Column(_("What happened"))]
        rows = []
        for row in sheet.days:
            cells = [Cell(row.day, "text_2")]
            for one in row.readings:
                if one is None:
                    cells.append(Cell("–", "text_3"))
                else:
                    cells.append(Cell(one.words, about=one.id))
            rows.append((*cells, Cell(row.happened, "text_2")))
        self.table.show_rows(columns, rows)

    def _fill_signs(self, sheet: DetailSheet) -> None:
        while (item := self._signs.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for sign in sheet.signs:
            self._signs.addWidget(Divider(self.looks))
            self._signs.addWidget(self._sign(sign))

    def _sign(self, sign: SignSeen) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(Label(self.looks, sign.name, "small-m", wrap=True), 1, _TOP)
        if self._can_write:
            top.addWidget(self._menu_of(sign.id), 0, _TOP)
        column.addLayout(top)
        second = " · ".join(part for part in (sign.kind, sign.aim) if part)
        column.addWidget(Label(self.looks, second, "caption", "text_3", wrap=True))
        for change in sign.changes:
            column.addWidget(Label(self.looks, change.label, "small", "text", wrap=True))
            column.addWidget(Label(self.looks, change.answer, "caption", "text_3", wrap=True))
        return holder

    def _menu_of(self, id_: str) -> IconButton:
        sheet = self._sheet
        if sheet is None:
            raise LookupError(id_)
        sign = next(sign for sign in sheet.signs if sign.id == id_)
        part = Part(id_, sheet.outcome.row.key.id)
        choices = sign_choices(self._wish, part, is_counted=sign.preset)
        return more_button(self.looks, sign.name, choices)

    def _unfold(self, id_: str, at: QPoint) -> None:
        if self._sheet is None or not self._can_write:
            return
        part = Part(id_, self._sheet.outcome.row.key.id)
        menu = QMenu(self.table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for choice in reading_choices(self._wish, part):
            _offer(menu, self.looks, choice)
        menu.popup(at)

    def _of_reading(self, act: str, id_: str) -> None:
        if self._sheet is not None and self._can_write:
            self._wish(act, Part(id_, self._sheet.outcome.row.key.id))

    def _add(self) -> None:
        if self._sheet is not None:
            self._wish("add-indicator", self._sheet.outcome.row)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(16)
        foot.addWidget(self.switch)
        foot.addWidget(self.add)
        foot.addStretch()
        for widget in (self.picture, self.table, self._silent, self._below):
            self.column.addWidget(widget)
        self.column.addLayout(foot)


def _offer(menu: QMenu, looks: Looks, choice: Choice) -> None:
    action = menu.addAction(looks.icon(choice.icon), choice.label)
    do: Callable[[], None] = choice.do
    action.triggered.connect(lambda _checked=False: do())
