"""What locking does before the journal is closed: it asks nobody and leaves no words behind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDrag, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget

from leadjournal.base.formats import clock_time
from leadjournal.base.words import _, ngettext
from leadjournal.rules.locking import Why

if TYPE_CHECKING:
    from leadjournal.services.unsaved import Unsaved
    from leadjournal.ui.pages.unlock.page import LockWords

_MOST_TURNS = 8
"""Closing one thing may open another; a few times is enough for all that can follow."""


def reason_words(why: Why, at: datetime, minutes: int) -> str:
    """Why the journal is locked and since when, in one sentence."""
    time = clock_time(at)
    if why is Why.IDLE:
        words = ngettext(
            "Locked at {time} after {n} minute without a key or the mouse.",
            "Locked at {time} after {n} minutes without a key or the mouse.",
            minutes,
        )
        return words.format(time=time, n=minutes)
    sentences = {
        Why.SLEEP: _("Locked at {time}, because the computer went to sleep."),
        Why.SCREEN: _("Locked at {time}, because the screen was locked or another user came."),
    }
    return sentences.get(why, _("Locked at {time} by you.")).format(time=time)


def first_words(path: Path, why: str, now: datetime) -> LockWords:
    """What the lock says of a journal that was not open yet."""
    from leadjournal.base.backups import last_verified_words
    from leadjournal.ui.pages.unlock.page import LockWords

    return LockWords(path.stem, why, foot=last_verified_words(path, now))


def words_again(path: Path, name: str, reason: str, unsaved: str, now: datetime) -> LockWords:
    """What the lock says of a journal that was open: why it is not, and whether all is saved."""
    saved = "" if unsaved else _("Everything was saved first.")
    why = f"{reason}\n{saved}".rstrip()
    return first_words(path, why, now)._replace(name=name, unsaved=unsaved)


def close_all_above(window: QWidget) -> None:
    """Close every dialog, menu, list and drag over the window, without a question."""
    if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
        QDrag.cancel()
    QToolTip.hideText()
    _close_palette(window)
    for _turn in range(_MOST_TURNS):
        if (popup := QApplication.activePopupWidget()) is not None:
            popup.hide()
            continue
        above = list(_above(window))
        if not above:
            return
        for each in above:
            _put_away(each)


def _close_palette(window: QWidget) -> None:
    # It lies on the window and not above it, but what it found would stay too.
    from leadjournal.ui.dialogs.palette import Palette

    for each in window.findChildren(Palette):
        each.close_it(give_focus_back=False)


def _above(window: QWidget) -> Iterator[QWidget]:
    for each in QApplication.topLevelWidgets():
        if each is not window and each.isVisible():
            yield each


def _put_away(widget: QWidget) -> None:
    if isinstance(widget, QDialog):
        # Past what it may ask when it is rejected or closed.
        widget.done(QDialog.DialogCode.Rejected)
    else:
        widget.close()
    if widget.isVisible():
        widget.hide()
        widget.deleteLater()


def put_forms_by() -> list[Unsaved]:
    """Keep what was typed into open forms inside the journal; gives what it could not take."""
    from leadjournal.ui.dialogs.kept_dialog import KeptDialog

    left: list[Unsaved] = []
    for each in QApplication.topLevelWidgets():
        if isinstance(each, KeptDialog) and each.isVisible() and not each.put_by():
            left.extend(each.unsaved())
    return left
