"""Before something is forgotten for good: what goes, what keeps the name, what still holds it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from leadjournal.base.formats import day_and_time, number
from leadjournal.base.words import _, isolated, ngettext, shortened
from leadjournal.ui.dialogs.sheet import SheetDialog
from leadjournal.ui.outside import open_folder
from leadjournal.ui.widgets.buttons import DangerButton, LinkButton, PrimaryButton
from leadjournal.ui.widgets.card import Well
from leadjournal.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from leadjournal.model.catalogue import Ref
    from leadjournal.services.forgetting import Forgetting
    from leadjournal.services.jobs import Progress
    from leadjournal.ui.context import Context
    from leadjournal.ui.theme.looks import Looks

_WIDE = 520
_SHOWN = 5
_LONGEST = 60
_LEAST = 80
_BESIDE_ICON = 10


class Mention(NamedTuple):
    """A text that speaks of what is forgotten and stays as it is."""

    ref: Ref
    title: str
    icon: str


class WhatGoes(NamedTuple):
    """What is forgotten, in words: what goes with it, who names it, which copies hold it."""

    title: str
    parts: int
    versions: int
    mentions: tuple[Mention, ...]
    copies: tuple[tuple[Path, str], ...]
    """Files with the day and time they were made."""


class ForgettingDialog(SheetDialog):
    """Says everything there is to know and keeps the record unless it is told otherwise."""

    mention_opened = Signal(object)
    forget_wished = Signal()

    def __init__(self, looks: Looks, parent: QWidget, going: WhatGoes) -> None:
        title = _("Forget “{title}” for good?").format(title=shortened(going.title, _LONGEST))
        super().__init__(looks, parent, title, width=_WIDE)
        column = self.sheet
        column.addWidget(Label(looks, _what_goes(going), "body", "text", wrap=True))
        sentence = _("Nothing brings it back: the list of undo ends here.")
        column.addWidget(Label(looks, sentence, "body", "text_2", wrap=True))
        if going.mentions:
            column.addSpacing(6)
            column.addWidget(self._mentions(going.mentions))
        column.addSpacing(6)
        column.addWidget(self._copies(going.copies))
        self.forget_button = DangerButton(looks, _("Forget for good"))
        self.keep_button = PrimaryButton(looks, _("Keep it"))
        self.forget_button.clicked.connect(self._forget)
        self.keep_button.clicked.connect(self.reject)
        self.finish(self.keep_button, left=self.forget_button)

    def reject(self) -> None:
        # Once it has begun, it stays until it has ended.
        if self.keep_button.isEnabled():
            super().reject()

    def _forget(self) -> None:
        for button in (self.forget_button, self.keep_button):
            button.setEnabled(False)
        self.forget_wished.emit()

    def _mentions(self, mentions: Sequence[Mention]) -> Well:
        well = Well(self.looks, spacing=4)
        count = len(mentions)
        words = ngettext(
            "{count} other text has the name in its own words and keeps it:",
            "{count} other texts have the name in their own words and keep it:",
            count,
        )
        well.column.addWidget(
            Label(self.looks, words.format(count=number(count)), "small-m", "text", wrap=True)
        )
        for mention in mentions[:_SHOWN]:
            link = _TitleLink(self.looks, mention.title, mention.icon)
            link.clicked.connect(lambda _on=False, ref=mention.ref: self._go(ref))
            well.column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self._say_more(well.column, count)
        return well

    def _copies(self, copies: Sequence[tuple[Path, str]]) -> Well:
        well = Well(self.looks, spacing=4)
        if not copies:
            words = _("No backup of this journal was found. Copies you made yourself keep it.")
            well.column.addWidget(Label(self.looks, words, "small", "text_2", wrap=True))
            return well
        count = len(copies)
        words = ngettext(
            "{count} backup may still hold it:", "{count} backups may still hold it:", count
        )
        well.column.addWidget(
            Label(self.looks, words.format(count=number(count)), "small-m", "text", wrap=True)
        )
        for path, made in copies[:_SHOWN]:
            line = _("{file}, {moment}").format(file=isolated(path.name), moment=made)
            well.column.addWidget(Label(self.looks, line, "small", "text", wrap=True))
        self._say_more(well.column, count)
        button = LinkButton(self.looks, _("Open the folder"), "folder-open")
        button.clicked.connect(lambda: open_folder(copies[0][0].parent))
        well.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return well

    def _say_more(self, column: QVBoxLayout, count: int) -> None:
        if count > _SHOWN:
            words = ngettext("and {count} more", "and {count} more", count - _SHOWN)
            more = Label(self.looks, words.format(count=number(count - _SHOWN)), "small", "text_2")
            column.addWidget(more)

    def _go(self, ref: Ref) -> None:
        self.reject()
        self.mention_opened.emit(ref)


class _TitleLink(LinkButton):
    """A title to go to; it is shortened where it has no room."""

    def __init__(self, looks: Looks, title: str, icon: str) -> None:
        self._title = " ".join(title.split())
        super().__init__(looks, self._title, icon)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._title)

    def sizeHint(self) -> QSize:
        beside = self.iconSize().width() + _BESIDE_ICON
        wide = self.fontMetrics().horizontalAdvance(self._title) + beside
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.looks.scaled(_LEAST), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - self.iconSize().width() - _BESIDE_ICON
        right = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self._title, right, room + 1)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(self._title if shown != self._title else "")


def ask_to_forget(
    context: Context, parent: QWidget, ref: Ref, then: Callable[[], object] = lambda: None
) -> None:
    """Tell what forgetting takes along, and forget when that is wanted; `then` follows it."""
    window = parent.window()

    def job(_progress: Progress) -> WhatGoes:
        return _going(context, ref, context.workspace.forgetting.preview(ref))

    def ask(going: WhatGoes) -> None:
        if not any(each.isVisible() for each in window.findChildren(ForgettingDialog)):
            _ask(context, window, ref, going, then)

    handle = context.jobs.prepare(job)
    handle.done.connect(ask)
    handle.failed.connect(context.fail)
    handle.begin()


def _ask(
    context: Context, window: QWidget, ref: Ref, going: WhatGoes, then: Callable[[], object]
) -> None:
    dialog = ForgettingDialog(context.looks, window, going)

    def forget() -> None:
        handle = context.jobs.prepare(lambda _progress: context.workspace.forgetting.forget(ref))
        handle.done.connect(say)
        handle.failed.connect(context.fail)
        handle.ended.connect(dialog.accept)
        handle.begin()

    def say(_nothing: object) -> None:
        then()
        words = _("“{title}” is forgotten for good")
        context.say(words.format(title=shortened(going.title, _LONGEST)))

    dialog.forget_wished.connect(forget)
    dialog.mention_opened.connect(context.go)
    dialog.open()


def _going(context: Context, ref: Ref, preview: Forgetting) -> WhatGoes:
    from leadjournal.model.catalogue import BY_ID

    shelf, today = context.workspace.shelf, context.workspace.clock.today()
    mentions = tuple(
        Mention(
            one, _told(one.kind, _(BY_ID[one.kind].label), shelf.title(one)), BY_ID[one.kind].icon
        )
        for one in preview.mentions
    )
    copies = sorted(((_made(path), path) for path in preview.backups), reverse=True)
    return WhatGoes(
        preview.title or _(BY_ID[ref.kind].label),
        preview.parts,
        preview.versions,
        mentions,
        tuple((path, day_and_time(made, today)) for made, path in copies),
    )


def _told(kind: str, label: str, title: str) -> str:
    """A record by its title; of what is no entry, what it is as well."""
    if not title:
        return label
    return (
        title if kind == "entry" else _("{kind}: {title}").format(kind=label, title=isolated(title))
    )


def _made(path: Path) -> datetime:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except OSError:
        return datetime.fromtimestamp(0).astimezone()


def _what_goes(going: WhatGoes) -> str:
    parts = ngettext("{count} part", "{count} parts", going.parts)
    versions = ngettext("{count} earlier version", "{count} earlier versions", going.versions)
    if going.parts and going.versions:
        sentence = _(
            "It leaves the journal, its search and its history, with {parts} and {versions}."
        )
    elif going.parts:
        sentence = _("It leaves the journal, its search and its history, with {parts}.")
    elif going.versions:
        sentence = _("It leaves the journal, its search and its history, with {versions}.")
    else:
        sentence = _("It leaves the journal, its search and its history.")
    return sentence.format(
        parts=parts.format(count=number(going.parts)),
        versions=versions.format(count=number(going.versions)),
    )
