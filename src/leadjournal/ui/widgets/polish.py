"""Make the style sheet look at a widget again after a property of it changed."""

from PySide6.QtWidgets import QWidget


def repolish(widget: QWidget) -> None:
    """Apply the rules that match the widget's properties now."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
