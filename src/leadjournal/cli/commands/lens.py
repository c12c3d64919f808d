"""lens: what a text leaves out, as questions."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from leadjournal.base.errors import InvalidValue
from leadjournal.base.words import _, later
from leadjournal.cli import options
from leadjournal.cli.output import heading, say, show_json
from leadjournal.cli.standard_input import text_or_input
from leadjournal.rules.lens.looking import Hint, look
from leadjournal.rules.lens.notation import told
from leadjournal.rules.lens.table import KINDS
from leadjournal.services.lens_words import lens_words

_LEVELS = {"strong": later("strong"), "nudge": later("nudge"), "hint": later("hint")}
_MOST_LETTERS = 100_000


def command(
    text: Annotated[
        str,
        typer.Argument(
            metavar="TEXT",
            help=_(
                "What to look at; - reads standard input, -- goes before a first “-”. It may tell "
                "of its record: "
                "“… Indicators: A; B — guard: C”, “… Key results: A; B”, “… — owner: Ines”, "
                '“… — unit field: %”, “… — baseline 68 stored”, “… — linked to "X"”, '
                '“Outcome "X", review date empty”, '
                '“Milestone "X", growth: "Y", lasting value empty”.'
            ),
        ),
    ],
    kind: Annotated[
        str,
        typer.Option(
            "--kind",
            metavar="KIND",
            help=_("What it is: {kinds}.").format(kinds=", ".join(KINDS)),
        ),
    ],
    as_json: options.AsJson = False,
) -> None:
    """Ask what a text leaves out: every rule that fires, the strongest first."""
    chosen = _kind_of(kind)
    given = text_or_input(text, _too_long())
    if len(given) > _MOST_LETTERS:
        raise InvalidValue(_too_long())
    statement, subject = told(given)
    hints = look(statement, chosen, lens_words(), subject)
    if not given.strip() and not hints:
        raise InvalidValue(_("There is nothing to look at."))
    if as_json:
        show_json([_values(hint) for hint in hints])
    else:
        _show(hints)


def _kind_of(word: str) -> str:
    kind = word.strip().lower()
    if kind not in KINDS:
        raise InvalidValue(
            _("The lens knows no kind of text called “{word}”.").format(word=word[:40]),
            way_out=_("There are: {kinds}.").format(kinds=", ".join(KINDS)),
        )
    return kind


def _too_long() -> str:
    return _("The text is too long for the lens: at most {most} letters.").format(
        most=_MOST_LETTERS
    )


def _values(hint: Hint) -> dict[str, Any]:
    return {"rule": hint.rule, "level": hint.level, "message": hint.message}


def _show(hints: Sequence[Hint]) -> None:
    for hint in hints:
        heading(f"{_(_LEVELS[hint.level])}: {hint.rule}")
        say(f"  {hint.message}")
        for question in hint.ask_back:
            say(f"  {question}")
    if not hints:
        say(_("Nothing to ask."))
