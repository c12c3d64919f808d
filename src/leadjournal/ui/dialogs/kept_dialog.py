"""A dialog in which something is typed: what is half done waits in the journal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from leadjournal.ui.dialogs.base import WIDE, Dialog
from leadjournal.ui.dialogs.kept_form import KeptForm, Typed

if TYPE_CHECKING:
    from leadjournal.services.unsaved import Unsaved
    from leadjournal.ui.context import Context

_OFTEN = 400
"""Milliseconds after which a change is noticed, on the screen alone; then it is saved soon."""


class KeptDialog(Dialog):
    """Keeps what is typed under `key` while it is open; a lock finds it by this class."""

    def __init__(
        self, context: Context, parent: QWidget, title: str, key: str, typed: Typed,
        *, width: int = WIDE,
    ) -> None:  # fmt: skip
        super().__init__(context.looks, parent, title, width=width)
        self.key = key
        self.kept = KeptForm(self, context, key, typed)
        self._often = QTimer(self)
        self._often.setInterval(_OFTEN)
        self._often.timeout.connect(self.kept.look)
        self.finished.connect(self._end)

    def watch(self) -> None:
        """Look from now on whether something was typed."""
        self._often.start()

    def put_by(self) -> bool:
        """Keep what was typed in the journal, for the next time; tells whether it is there."""
        return self.kept.flush()

    def unsaved(self) -> Sequence[Unsaved]:
        """What was typed, for another place than this journal."""
        return self.kept.unsaved()

    def _end(self) -> None:
        self._often.stop()
        self.kept.let_go()
