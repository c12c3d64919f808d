"""The terminal's door: the table of commands becomes a program, and errors become exit codes."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Annotated, cast

import typer

from leadjournal import __version__
from leadjournal.base import folders
from leadjournal.base.clock import Clock, SystemClock
from leadjournal.base.preferences import LANGUAGE, Preferences
from leadjournal.base.resources import resource
from leadjournal.base.words import _, speak
from leadjournal.cli.commands import COMMANDS, Command
from leadjournal.cli.endings import Ending
from leadjournal.cli.output import say
from leadjournal.cli.terminal import Grab, Terminal

_NAME = "leadjournal"
_HELP = {"help_option_names": ["-h", "--help"]}


def run(argv: Sequence[str], *, grab: Grab | None = None, clock: Clock | None = None) -> int:
    """Run one command and give back its exit code."""
    ending = Ending()
    with ending:
        preferences = Preferences(folders.settings())
        speak(preferences.get(LANGUAGE), resource("locale"))
        terminal = Terminal(clock or SystemClock(), preferences, grab)
        code = _program(argv)(args=list(argv), prog_name=_NAME, standalone_mode=False, obj=terminal)
        ending.code = code or ending.code
    return ending.code


def _program(argv: Sequence[str]) -> typer.Typer:
    """The program with all commands; only the one that is named is imported with its libraries."""
    program = typer.Typer(
        name=_NAME,
        help=_("A private leadership journal. Without a command it opens its window."),
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=_HELP,
    )
    program.callback()(_root)
    named = [command for command in COMMANDS if command.name in argv[:1]]
    for command in named or COMMANDS:
        summary = _(command.summary)
        program.command(command.name, help=summary, short_help=summary)(_function(command))
    return program


def _tell_version(wanted: bool) -> None:
    if wanted:
        say(f"{_NAME} {__version__}")
        raise typer.Exit


def _root(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_tell_version, is_eager=True, help=_("Tell the version and end.")
        ),
    ] = False,
) -> None:
    """What holds for the whole program; it also keeps a command apart that is alone."""


def _function(command: Command) -> Callable[..., None]:
    module = import_module(f"leadjournal.cli.commands.{command.module}")
    return cast("Callable[..., None]", module.command)
