"""The passphrase of a journal: given, changed, taken away; and the copies that need none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from leadjournal.base.formats import number
from leadjournal.base.words import _, isolated, ngettext
from leadjournal.rules.passphrase import is_same
from leadjournal.ui.dialogs.sheet import SheetDialog
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.buttons import DangerButton, PrimaryButton, SecondaryButton
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.new_passphrase import NewPassphrase
from leadjournal.ui.widgets.passphrase import PassphraseField, Said

_WIDE = 480
_SHOWN = 8


class ChoosePassphrase(SheetDialog):
    """A new passphrase; where there is one, it is asked for first."""

    chosen = Signal(str)

    def __init__(self, looks: Looks, parent: QWidget, present: str | None) -> None:
        title = (
            _("Give this journal a passphrase") if present is None else _("Change the passphrase")
        )
        super().__init__(looks, parent, title, width=_WIDE)
        self._present = present
        self.old = PassphraseField(looks, label=_("Present passphrase"))
        self.new = NewPassphrase(looks, "" if present is None else _("New passphrase"))
        for sentence in _sentences_on_choosing(present is not None):
            self.sheet.addWidget(Label(looks, sentence, "body", "text_2", wrap=True))
        self.sheet.addSpacing(6)
        self.old.setVisible(present is not None)
        self.sheet.addWidget(self.old)
        self.sheet.addWidget(self.new)
        verb = _("Give the passphrase") if present is None else _("Change the passphrase")
        self.verb = PrimaryButton(looks, verb)
        self.keep = SecondaryButton(looks, _("Cancel"))
        self.finish(self.keep, self.verb)
        self.verb.clicked.connect(self._choose)
        self.new.entered.connect(self._choose)
        self.old.editor.returnPressed.connect(self._go_on)
        # What has just been shown is measured by its layout in its next turn.
        self.new.reshaped.connect(lambda: QTimer.singleShot(0, self, self.fit))
        self.keep.clicked.connect(self.reject)

    def _go_on(self) -> None:
        if self._present is not None and _is_right(self.old, self._present):
            self.new.first.editor.setFocus(Qt.FocusReason.TabFocusReason)
        self.fit()

    def _choose(self) -> None:
        if self._present is not None and not _is_right(self.old, self._present):
            self.fit()
            return
        chosen = self.new.chosen(_("Choose a passphrase."))
        self.fit()
        if chosen is not None:
            self.chosen.emit(chosen)
            self.accept()


class RemovePassphrase(SheetDialog):
    """What is safe is the default; what opens the journal to everybody has to be looked for."""

    def __init__(self, looks: Looks, parent: QWidget, present: str, entries: int) -> None:
        super().__init__(looks, parent, _("Remove the passphrase?"), width=_WIDE)
        self._present = present
        for sentence in _sentences_on_removing(entries):
            self.sheet.addWidget(Label(looks, sentence, "body", "text_2", wrap=True))
        self.sheet.addSpacing(6)
        self.old = PassphraseField(looks, label=_("Present passphrase"))
        self.sheet.addWidget(self.old)
        self.verb = DangerButton(looks, _("Remove the passphrase"))
        self.keep = PrimaryButton(looks, _("Keep it"))
        self.finish(self.keep, left=self.verb)
        self.verb.clicked.connect(self._remove)
        self.old.editor.returnPressed.connect(self._point_at_verb)
        self.keep.clicked.connect(self.reject)

    def _point_at_verb(self) -> None:
        # What opens the journal to everybody takes a second look, and a second Enter.
        if _is_right(self.old, self._present):
            self.verb.setFocus(Qt.FocusReason.TabFocusReason)
        self.fit()

    def _remove(self) -> None:
        right = _is_right(self.old, self._present)
        self.fit()
        if right:
            self.accept()


class ReadableCopies(SheetDialog):
    """The backups of an encrypted journal that anybody can read, with the offer to delete them."""

    def __init__(self, looks: Looks, parent: QWidget, copies: Sequence[Path]) -> None:
        count = len(copies)
        title = ngettext(
            "{count} copy of this journal can be read by anybody",
            "{count} copies of this journal can be read by anybody",
            count,
        ).format(count=number(count))
        super().__init__(looks, parent, title, width=_WIDE)
        sentence = ngettext(
            "It was made before the journal had its passphrase and opens without one. Deleting it "
            "cannot be undone; a backup with the passphrase is made first. Copies you put "
            "elsewhere stay.",
            "They were made before the journal had its passphrase and open without one. Deleting "
            "them cannot be undone; a backup with the passphrase is made first. Copies you put "
            "elsewhere stay.",
            count,
        )
        self.sheet.addWidget(Label(looks, sentence, "body", "text_2", wrap=True))
        for path in copies[:_SHOWN]:
            self.sheet.addWidget(Label(looks, isolated(path.name), "small", "text", wrap=True))
        if count > _SHOWN:
            more = _("and {count} more").format(count=number(count - _SHOWN))
            self.sheet.addWidget(Label(looks, more, "small", "text_2"))
        verb = ngettext("Delete this copy", "Delete these {count} copies", count)
        self.verb = DangerButton(looks, verb.format(count=number(count)))
        self.keep = PrimaryButton(looks, ngettext("Keep it", "Keep them", count))
        self.verb.clicked.connect(self.accept)
        self.keep.clicked.connect(self.reject)
        self.finish(self.keep, left=self.verb)


def _is_right(field: PassphraseField, present: str) -> bool:
    if is_same(field.text(), present):
        field.say(None)
        return True
    words = _("This is not the present passphrase.") if field.text() else _("Type it first.")
    field.say(Said(words, "circle-alert", "danger"))
    field.editor.setFocus()
    field.editor.selectAll()
    return False


def _sentences_on_choosing(has_one: bool) -> list[str]:
    lost = _("Nobody can restore it for you, so keep a copy in a safe place.")
    if has_one:
        return [
            _("The journal is written anew under the new passphrase. Backups made before open with "
              "the present one.") + " " + lost,
        ]  # fmt: skip
    return [
        _("The journal is written anew so that nobody can read it without the passphrase.")
        + " "
        + lost
    ]


def _sentences_on_removing(entries: int) -> list[str]:
    words = ngettext(
        "{count} entry and everything else in the journal can then be read by whoever has this "
        "computer or a copy of the file.",
        "{count} entries and everything else in the journal can then be read by whoever has this "
        "computer or a copy of the file.",
        entries,
    )
    if not entries:
        words = _("Everything in the journal can then be read by whoever has this computer or a "
                  "copy of the file.")  # fmt: skip
    kept = _("The file as it is now is kept among the backups, with its passphrase.")
    return [words.format(count=number(entries)), kept]
