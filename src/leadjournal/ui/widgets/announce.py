"""Say a sentence to people who hear the screen."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, sentence: str) -> None:
    """Have assistive technology read a sentence that appears without being focused."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
