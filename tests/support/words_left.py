"""Every word that widgets, models, actions and the accessibility tree still hold."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_PARTS = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
)
_DEEPEST = 30


def places_with(words: str) -> list[str]:
    """Where in the whole program these words still stand."""
    found = [
        f"{type(each).__name__}: {text[:60]}"
        for each in QApplication.allWidgets()
        for text in _words_of(each)
        if words in text
    ]
    for window in QApplication.topLevelWidgets():
        root = QAccessible.queryAccessibleInterface(window)
        found += [f"heard: {text[:60]}" for text in _heard(root, 0) if words in text]
    return found


def _words_of(widget: QWidget) -> Iterator[str]:
    yield from (
        widget.accessibleName(), widget.accessibleDescription(), widget.toolTip(),
        widget.windowTitle(), widget.whatsThis(), widget.statusTip(),
    )  # fmt: skip
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield from (widget.text(), widget.placeholderText())
    elif isinstance(widget, QTextEdit | QPlainTextEdit):
        yield widget.toPlainText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _in_model(widget.model(), QModelIndex())
    yield from (action.text() for action in widget.actions())
    for child in _own_actions(widget):
        yield from (child.text(), child.toolTip())


def _own_actions(widget: QObject) -> Iterator[QAction]:
    yield from (each for each in widget.children() if isinstance(each, QAction))


def _in_model(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    # A list's own count of columns cannot be asked for.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for row in range(model.rowCount(parent)):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield str(model.data(index) or "")
            if column == 0:
                yield from _in_model(model, index)


def _heard(interface: QAccessibleInterface | None, depth: int) -> Iterator[str]:
    if interface is None or not interface.isValid() or depth > _DEEPEST:
        return
    yield from (interface.text(part) for part in _PARTS)
    for place in range(interface.childCount()):
        yield from _heard(interface.child(place), depth + 1)
