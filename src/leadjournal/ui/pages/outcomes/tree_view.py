"""The tree on the page: it keeps what was unfolded, chosen and scrolled through every refresh."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import (
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from leadjournal.base.words import _
from leadjournal.ui.items.painted_list import paint_rows
from leadjournal.ui.pages.outcomes.rows import RowKey, TreeRow
from leadjournal.ui.pages.outcomes.tree_delegate import TreeDelegate
from leadjournal.ui.pages.outcomes.tree_model import MIME, TreeModel
from leadjournal.ui.theme.looks import Looks

INDENT = 22


class TreeView(QTreeView):
    """Emits what was chosen and what is wished; knows nothing of the journal."""

    chosen = Signal(object)
    opened = Signal(object)
    entered = Signal(object)
    menu_wished = Signal(object, QPoint)
    link_wished = Signal(str, str)

    def __init__(self, looks: Looks, painted: TreeDelegate | None = None, name: str = "") -> None:
        super().__init__()
        self.looks = looks
        self._rows = TreeModel(self)
        self._painted = painted or TreeDelegate(looks)
        self._folded: set[RowKey] = set()
        self._quiet = False
        self.setModel(self._rows)
        self.setItemDelegate(self._painted)
        self.setHeaderHidden(True)
        paint_rows(self, self._painted, name or _("Whys, outcomes and outputs"))
        self.setUniformRowHeights(False)
        self.setExpandsOnDoubleClick(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.LinkAction)
        self.setDropIndicatorShown(False)
        self.collapsed.connect(lambda index: self._remember(index, folded=True))
        self.expanded.connect(lambda index: self._remember(index, folded=False))
        self.clicked.connect(self._open)
        self._restyle()
        looks.changed.connect(self._restyle)

    def show_rows(self, rows: Sequence[TreeRow]) -> None:
        """Show these rows; what is chosen, folded and scrolled stays where it can."""
        key, at = self.current_key(), self.verticalScrollBar().value()
        self._quiet = True
        if not self._rows.set_rows(rows):
            self._unfold_rest()
            if key is not None:
                self._choose(key)
            self.verticalScrollBar().setValue(at)
        self._quiet = False
        if key is not None and self.current_key() != key:
            self.chosen.emit(self.current_key())

    def current_key(self) -> RowKey | None:
        """What is chosen."""
        row = self._rows.row_at(self.currentIndex())
        return row.key if row is not None else None

    def choose(self, key: RowKey) -> bool:
        """Bring a row into view and choose it; answers whether it is there."""
        return self._choose(key, show=True)

    def choose_quietly(self, key: RowKey) -> None:
        """Choose a row without telling anybody."""
        if self.current_key() != key:
            self._quiet = True
            self._choose(key)
            self._quiet = False

    def _choose(self, key: RowKey, *, show: bool = False) -> bool:
        index = self._rows.index_of(key)
        if not index.isValid():
            return False
        above = index.parent()
        while above.isValid():
            self.expand(above)
            above = above.parent()
        self.setCurrentIndex(index)
        if show:
            self.scrollTo(index)
        return True

    def _unfold_rest(self) -> None:
        self.expandAll()
        for key in list(self._folded):
            index = self._rows.index_of(key)
            if index.isValid():
                self.collapse(index)

    def _remember(self, index: QModelIndex, *, folded: bool) -> None:
        row = self._rows.row_at(index)
        if row is None:
            return
        if folded:
            self._folded.add(row.key)
        elif not self._quiet:
            self._folded.discard(row.key)

    def _restyle(self) -> None:
        self.setIndentation(self.looks.scaled(INDENT))
        self._painted.indent = self.indentation()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        row = self._rows.row_at(index)
        if row is not None:
            self.opened.emit(row.key)

    def _output_over(self, event: QDropEvent) -> tuple[str, TreeRow] | None:
        if not event.mimeData().hasFormat(MIME):
            return None
        dragged = bytes(event.mimeData().data(MIME).data()).decode()
        index = self.indexAt(event.position().toPoint())
        row = self._rows.row_at(index)
        if row is not None and row.key.kind == "output" and row.key.under:
            index = index.parent()
            row = self._rows.row_at(index)
        if not dragged or row is None or row.key.kind != "outcome":
            return None
        self._painted.drop_on = QPersistentModelIndex(index)
        return dragged, row

    def _end_drag(self) -> None:
        self._painted.drop_on = None
        self.viewport().update()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self._quiet:
            self.chosen.emit(self.current_key())

    def drawBranches(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        # Qt fills this part of a chosen row; the row's own box says that it is chosen.
        painter.fillRect(rect, self.looks.colour("canvas"))
        row = self._rows.row_at(index)
        if row is None or not row.children:
            return
        name = "chevron-down" if self.isExpanded(cast(QModelIndex, index)) else "chevron-right"
        size = self.looks.scaled(14)
        left = rect.right() - self.indentation() + (self.indentation() - size) // 2
        picture = self.looks.pixmap(name, 14, "text_3")
        grouped = row.key.kind in ("why", "no-why", "no-outcome")
        middle = rect.center().y() + (6 if grouped else 0)
        painter.drawPixmap(left, middle - size // 2, picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def updateGeometries(self) -> None:
        self._fit()
        super().updateGeometries()

    def _fit(self) -> None:
        if self._painted.room != self.viewport().width():
            self._painted.room = self.viewport().width()
            self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._rows.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            self.entered.emit(self.current_key())
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        row = self._rows.row_at(index)
        if row is None:
            return
        self.setCurrentIndex(index)
        box = self.visualRect(index)
        at = event.globalPos() if by_mouse else self.viewport().mapToGlobal(box.center())
        self.menu_wished.emit(row, at)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._end_drag()
        if self._output_over(event) is None:
            event.ignore()
        else:
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._end_drag()

    def dropEvent(self, event: QDropEvent) -> None:
        found = self._output_over(event)
        self._end_drag()
        if found is None:
            event.ignore()
            return
        event.acceptProposedAction()
        self.link_wished.emit(found[0], found[1].key.id)
