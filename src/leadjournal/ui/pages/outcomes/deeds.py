"""How an act of the page is done: a form, a service, a sentence in the toast."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from PySide6.QtWidgets import QWidget

from leadjournal.base.errors import InvalidValue, Problem
from leadjournal.base.words import _, isolated
from leadjournal.ui.dialogs.choosing import Choosing
from leadjournal.ui.dialogs.form_dialog import FormDialog, FormWords
from leadjournal.ui.lens_watch import LensWatch, Watched
from leadjournal.ui.pages.outcomes.forms import Asked
from leadjournal.ui.pages.outcomes.rows import RowKey, TreeRow
from leadjournal.ui.pages.outcomes.sheets import Part
from leadjournal.ui.widgets.form import Form

if TYPE_CHECKING:
    from leadjournal.services.workspace import Workspace
    from leadjournal.ui.context import Context

Deed = Callable[[object], object]
Answers = dict[str, Any]
"""Answers by the names of their fields; the draft checks them."""

Write = Callable[[Answers], None]
Dress = Callable[[FormDialog], None]


class Ending(NamedTuple):
    """How a record is given up: what is asked, what is said, and how its fields are named."""

    title: str
    verb: str
    said: str
    asked: Asked
    fields: str


_LONGEST = 60


class Deeds:
    """What the deeds of whys, outcomes, signs and outputs share."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        reveal: Callable[[RowKey], None],
        begin: Callable[[str, str], None],
    ) -> None:
        self.context = context
        self.parent = parent
        self.reveal = reveal
        self.begin = begin
        self.choosing = Choosing(context)

    @property
    def workspace(self) -> Workspace:
        """The open journal."""
        return self.context.workspace

    @property
    def today(self) -> date:
        """The user's day."""
        return self.workspace.clock.today()

    def table(self) -> dict[str, Deed]:
        """What each act does."""
        return {}

    def add(
        self,
        words: FormWords,
        asked: Asked,
        values: Mapping[str, object],
        write: Write,
        dress: Dress | None = None,
    ) -> Form:
        """Ask for something new and write all answers; the open form comes back.

        `dress` adds to the form what it needs.
        """

        def save(form: Form) -> None:
            self.choosing.save(form.values(), write, words.save)

        def again(text: str) -> None:
            field, _kind = asked.lens or ("", "")
            self.add(words, asked, {**values, field: text}, write, dress)

        return self._ask(words, asked, values, save, again=again, dress=dress).form

    def edit(
        self,
        words: FormWords,
        asked: Asked,
        record: object,
        write: Write,
        again: Callable[[str], None] | None = None,
    ) -> FormDialog:
        """Ask with the present values and write only what was changed.

        `again` begins another record of the kind with words that a hint took out of this one.
        """
        names = [field.name for field in (*asked.first, *asked.more)]
        values = {name: getattr(record, name) for name in names}
        about = str(getattr(record, "id", ""))
        return self.edit_values(words._replace(about=about), asked, values, write, again)

    def edit_values(
        self,
        words: FormWords,
        asked: Asked,
        values: Mapping[str, object],
        write: Write,
        again: Callable[[str], None] | None = None,
    ) -> FormDialog:
        """The same for what is put together from several records; `words.about` names the one."""

        def save(form: Form) -> None:
            if changes := form.changes():
                self.choosing.save(changes, write, words.title)

        return self._ask(words, asked, values, save, words.about, again)

    def _ask(
        self,
        words: FormWords,
        asked: Asked,
        values: Mapping[str, object],
        save: Callable[[Form], None],
        record: str = "",
        again: Callable[[str], None] | None = None,
        dress: Dress | None = None,
    ) -> FormDialog:
        dialog = self.dialog(words, asked, values, save)
        if dress is not None:
            dress(dialog)
        if asked.lens is not None:
            self._look(dialog, Watched(*asked.lens, record=record), again)
        dialog.begin()
        return dialog

    def dialog(
        self,
        words: FormWords,
        asked: Asked,
        values: Mapping[str, object],
        save: Callable[[Form], None],
    ) -> FormDialog:
        """The form in its dialog, filled and not yet shown."""
        form = Form(self.context.looks, asked.first, asked.more, choose=self.choosing)
        form.set_values(values)
        return FormDialog(self.context, self.parent, words, form, save)

    def _look(
        self, dialog: FormDialog, watched: Watched, again: Callable[[str], None] | None
    ) -> None:
        if watched.record:
            known = self.workspace.lens.known(watched.kind, watched.record)
            watched = watched._replace(known=known)

        def go_on(kind: str, text: str) -> None:
            same = again if kind == watched.kind and again is not None else None
            begin = same or partial(self.begin, kind)
            # One form at a time: the next one opens when this one is closed.
            dialog.finished.connect(lambda _result: begin(text))

        LensWatch(self.context, dialog.form, watched).made_from.connect(go_on)

    def give_up(self, row: TreeRow, ending: Ending, do: Callable[..., object]) -> None:
        """Ask for the day and the lesson, and give the record up with them.

        Answers to rarer questions of the ending are handed on by their names.
        """
        rarer = [asked.name for asked in ending.asked.more]

        def write(values: Answers) -> None:
            lesson = lesson_in(values, f"{ending.fields}_because")
            day = cast(date, values[f"{ending.fields}_on"])
            do(row.key.id, day, lesson, **{name: values.get(name) for name in rarer})
            self.context.say_undoable(ending.said.format(title=shortened(row.title)))

        words = FormWords(
            ending.title,
            ending.verb,
            _("What it owes is written off, and the lesson stays in the debt ledger."),
            row.key.id,
        )
        self.add(words, ending.asked, {f"{ending.fields}_on": self.today}, write)

    def attempt(self, do: Callable[[], object], sentence: str) -> None:
        """Do something at once and say so, with a way to take it back."""
        try:
            do()
        except Problem as problem:
            self.context.fail(problem)
        else:
            self.context.say_undoable(sentence)


def shortened(title: str) -> str:
    """A title as it stands in a sentence."""
    short = title if len(title) <= _LONGEST else title[: _LONGEST - 1].rstrip() + "…"
    return isolated(short)


def lesson_in(values: Mapping[str, object], name: str) -> str:
    """The lesson, which is what is kept of work that is given up."""
    lesson = str(values.get(name) or "").strip()
    if not lesson:
        raise InvalidValue(_("What was learned is needed: it is what stays."), field=name)
    return lesson


def begun_with(target: object) -> str:
    """The words a new record begins with, if there are any."""
    return target if isinstance(target, str) else ""


def part_of(target: object) -> Part:
    """The part of a record an act was wished for."""
    if not isinstance(target, Part):
        raise TypeError(f"{target!r} is no part")
    return target


def row_of(target: object) -> TreeRow:
    """The row an act was wished for."""
    if not isinstance(target, TreeRow):
        raise TypeError(f"{target!r} is no row")
    return target
