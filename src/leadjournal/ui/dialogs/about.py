"""What this program is, and whose work is in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from leadjournal import __version__
from leadjournal.base.words import _
from leadjournal.ui.dialogs.sheet import SheetDialog
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.card import Well
from leadjournal.ui.widgets.label import Label

_MARK = 40


class AboutDialog(SheetDialog):
    """Version, promise and licences."""

    def __init__(self, looks: Looks, parent: QWidget) -> None:
        super().__init__(looks, parent, _("About leadjournal"), width=480)
        version = _("Version {version}, Qt {qt}").format(version=__version__, qt=qVersion())
        promise = _("A private journal for people who lead. It stays on this computer: no account, "
                    "no network, nothing is sent anywhere.")  # fmt: skip
        self.sheet.addLayout(self._head(version, promise))
        self.sheet.addSpacing(6)
        well = Well(looks, spacing=4)
        for sentence in _licences():
            well.column.addWidget(Label(looks, sentence, "small", "text_2", wrap=True))
        self.sheet.addWidget(well)
        self.finish()

    def _head(self, version: str, promise: str) -> QHBoxLayout:
        mark = QLabel()
        mark.setPixmap(self.looks.mark(_MARK))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(self.looks, version, "small-m", "text"))
        words.addWidget(Label(self.looks, promise, "small", "text_2", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row


def _licences() -> list[str]:
    return [
        _("leadjournal: MIT licence, the leadjournal contributors."),
        _("Inter and Literata: SIL Open Font Licence. Lucide icons: ISC licence."),
        _("Qt and PySide6: GNU LGPL version 3. SQLCipher: BSD licence. SQLite: public domain."),
        _("Typst: Apache licence 2.0. SQLModel, Pydantic, SQLAlchemy, Typer, Rich, markdown-it-py "
          "and platformdirs: MIT licence. Jinja: BSD licence."),
    ]  # fmt: skip
