"""What the desktop opens for us: a folder in its file manager, a document in its viewer."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_folder(folder: Path) -> None:
    """Show a folder, or the one around it while it is not there yet."""
    open_file(folder if folder.exists() else folder.parent)


def open_file(file: Path) -> None:
    """Open a file with the program that is meant for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
