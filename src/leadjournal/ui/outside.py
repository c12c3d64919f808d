"""What the desktop opens for us: a folder in its file manager, a document in its viewer."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from leadjournal.base.words import _, isolated


def open_folder(folder: Path) -> bool:
    """Show a folder, or the one around it while it is not there yet; tells whether it worked."""
    return open_file(folder if folder.exists() else folder.parent)


def open_file(file: Path) -> bool:
    """Open a file with the program that is meant for it; tells whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


def not_opened(path: Path) -> str:
    """What is said where there is no such program."""
    return _("No program to open it was found. It lies at {path}.").format(path=isolated(str(path)))
