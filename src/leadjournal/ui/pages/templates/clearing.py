"""Take every widget out of a layout, so that others can take their place."""

from PySide6.QtWidgets import QLayout


def clear(layout: QLayout) -> None:
    """Empty a layout; its widgets disappear at once and are freed when Qt is idle."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
