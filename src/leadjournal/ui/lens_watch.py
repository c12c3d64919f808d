"""The lens over the fields of a form: it looks a moment after the last key, and never blocks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from leadjournal.base.errors import InvalidValue, Problem
from leadjournal.base.preferences import HINTS
from leadjournal.rules.lens.record import Subject
from leadjournal.ui.lens_subjects import subject_of
from leadjournal.ui.widgets.lens_hints import HintLine, LensHints

if TYPE_CHECKING:
    from leadjournal.rules.lens.fixes import Fix
    from leadjournal.rules.lens.looking import Hint
    from leadjournal.ui.context import Context
    from leadjournal.ui.widgets.form import Form

AFTER = 400
"""Milliseconds after the last key."""


class Watched(NamedTuple):
    """A field of a form and the kind of text it holds; what the journal knows of its record."""

    field: str
    kind: str
    record: str = ""
    known: Subject | None = None


class LensWatch(QObject):
    """Looks at one field and shows hints under it."""

    made_from = Signal(str, str)
    """A quick fix has words left that want a record of their own: of which kind, and the words."""

    def __init__(self, context: Context, form: Form, watched: Watched) -> None:
        super().__init__(form)
        self._context = context
        self._form = form
        self._watched = watched
        self._muted_here: set[str] = set()
        self._hints: dict[str, Hint] = {}
        self._surroundings = context.workspace.lens.surroundings(watched.record)
        self.hints = LensHints(context.looks)
        form.add_below(watched.field, self.hints)
        self.hints.resized.connect(form.unfolded)
        self.hints.fix_wished.connect(self._mend)
        self.hints.mute_wished.connect(self._mute)
        self.hints.words_understood.connect(self._understand)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER)
        self._timer.timeout.connect(self.look)
        if context.preferences.get(HINTS) == "no":
            return
        for name in form.names():
            _when_changed(form.editor(name), self._timer.start)
        if self._text():
            self._timer.start()

    def look(self) -> None:
        """Look now; a form that is empty is left alone."""
        from leadjournal.rules.lens.looking import first_two, look
        from leadjournal.rules.lens.table import RECORD_RULES
        from leadjournal.services.lens_words import lens_words

        text = self._text()
        found: tuple[Hint, ...] = ()
        if text.strip():
            found = look(
                text,
                self._watched.kind,
                lens_words(),
                subject_of(self._watched.kind, self._answers(), self._watched.known),
                replace(
                    self._surroundings, muted=self._surroundings.muted | frozenset(self._muted_here)
                ),
            )
        if not self._watched.record:
            # What is still to be asked further down in a new form is said after the rest.
            found = tuple(sorted(found, key=lambda hint: hint.rule in RECORD_RULES))
        first = first_two(found)
        self._hints = {hint.rule: hint for hint in found}
        ordered = [*first, *(hint for hint in found if hint not in first)]
        self.hints.show_hints([_line(hint) for hint in ordered], len(first))

    def keep_muted(self, record: str) -> None:
        """What was muted before the record was there is muted for it from now on."""
        for rule in sorted(self._muted_here):
            self._context.workspace.muted_hints.mute(rule, record)

    def _text(self) -> str:
        return str(_value(self._form.editor(self._watched.field)) or "")

    def _answers(self) -> dict[str, object]:
        return {name: _value(self._form.editor(name)) for name in self._form.names()}

    def _mute(self, rule: str, everywhere: bool) -> None:
        record = "" if everywhere else self._watched.record
        self._muted_here.add(rule)
        if everywhere or record:
            self._attempt(lambda: self._context.workspace.muted_hints.mute(rule, record))
            self._muted_here.discard(rule)
        self._read_again()

    def _understand(self, phrase: str) -> None:
        self._attempt(lambda: self._context.workspace.muted_hints.use_words(phrase))
        self._read_again()

    def _attempt(self, do: Callable[[], None]) -> None:
        try:
            do()
        except Problem as problem:
            self._context.fail(problem)

    def _read_again(self) -> None:
        self._surroundings = self._context.workspace.lens.surroundings(self._watched.record)
        self.look()
        self._form.editor(self._watched.field).setFocus()

    def _mend(self, rule: str) -> None:
        fix = self._hints[rule].fix
        if fix is not None:
            _FIXES[fix.kind](self, fix)
            self.look()

    def _split(self, fix: Fix) -> None:
        title, rest = fix.parts
        self._write(rest)
        self.made_from.emit("output", title)

    def _make_two(self, fix: Fix) -> None:
        first, second = fix.parts
        self._write(first)
        self.made_from.emit(self._watched.kind, second)

    def _move(self, fix: Fix) -> None:
        if self._watched.kind == "output":
            self._form.editor(_first(self._form, "outcome_id", "so_that", "title")).setFocus()
            return
        (title,) = fix.parts
        self._write("")
        self.made_from.emit("output", title)

    def _review_later(self, _fix: Fix) -> None:
        from datetime import timedelta

        from leadjournal.rules.lens.fixes import REVIEW_DAYS

        day = self._context.workspace.clock.today() + timedelta(days=REVIEW_DAYS)
        cast(Any, self._form.editor("review_on")).set_value(day)

    def _share(self, fix: Fix) -> None:
        (suggested,) = fix.parts
        self._write(suggested)

    def _write(self, text: str) -> None:
        editor = self._form.editor(self._watched.field)
        if isinstance(editor, QLineEdit):
            editor.setText(text)
        elif isinstance(editor, QTextEdit):
            # As one edit, so that Ctrl+Z in the field brings the old words back.
            cursor = editor.textCursor()
            cursor.select(cursor.SelectionType.Document)
            cursor.insertText(text)
        editor.setFocus()


_FIXES: Mapping[str, Callable[[LensWatch, Fix], None]] = {
    "split": LensWatch._split,
    "make-two": LensWatch._make_two,
    "move-to-outputs": LensWatch._move,
    "review-later": LensWatch._review_later,
    "share": LensWatch._share,
}


def _line(hint: Hint) -> HintLine:
    return HintLine(
        hint.rule,
        hint.message,
        hint.fix.words if hint.fix is not None else "",
        hint.ask_back,
    )


def _value(editor: QWidget) -> object:
    try:
        return cast(Any, editor).value()
    except InvalidValue:
        return None


def _when_changed(editor: QWidget, then: Callable[[], None]) -> None:
    for name in ("textChanged", "currentIndexChanged", "dateChanged", "chosen", "toggled"):
        signal = getattr(editor, name, None)
        if signal is not None:
            signal.connect(lambda *_args: then())
            return


def _first(form: Form, *names: str) -> str:
    return next(name for name in names if name in form.names())
