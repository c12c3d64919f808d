"""How a command ends: each kind of error becomes a sentence and an exit code."""

import logging
import os
import sys
from types import TracebackType

import typer

from leadjournal.base import folders
from leadjournal.base.errors import Problem, UserMistake
from leadjournal.base.logs import start_log, without_text
from leadjournal.base.words import _
from leadjournal.cli.output import NobodyReads, complain

DONE, MISTAKE, USAGE, FAULT, INTERRUPTED = 0, 1, 2, 3, 130


class Ending:
    """Lets no error out of its block; `code` is what the process should end with."""

    def __init__(self) -> None:
        self.code = DONE

    def __enter__(self) -> "Ending":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        match error:
            case None:
                return True
            case NobodyReads():
                _let_go_of_output()
            case UserMistake():
                self._end(MISTAKE, str(error))
            case Problem():
                self._end(FAULT, str(error))
            case typer.TyperException():
                # A missing value is wrong usage, a value that cannot be is a mistake.
                impossible = type(error) is typer.BadParameter
                self._end(MISTAKE if impossible else USAGE, _usage(error))
            case KeyboardInterrupt() | typer.Abort():
                self.code = INTERRUPTED
            case OSError():
                self._end(FAULT, _refused(error))
            case Exception():
                _log(without_text(type(error), error, trace))
                self._end(FAULT, _bug())
            case _:
                return False
        return True

    def _end(self, code: int, sentence: str) -> None:
        self.code = code
        complain(sentence)


def _log(line: str) -> None:
    """A command opens the log only when there is something to tell."""
    logger = logging.getLogger("leadjournal.cli")
    if not logger.hasHandlers():
        start_log(folders.logs())
    logger.error(line)


def _usage(error: typer.TyperException) -> str:
    context = getattr(error, "ctx", None)
    return _("{fault}. See “{command} --help”.").format(
        fault=error.format_message().strip().rstrip(".?"),
        command=context.command_path if context is not None else "leadjournal",
    )


def _refused(error: OSError) -> str:
    return _("The system refused: {reason}. Your journal is unchanged.").format(
        reason=error.strerror or _("it gave no reason")
    )


def _bug() -> str:
    return _(
        "The program contradicted itself; this is a fault in leadjournal and not of your doing. "
        "What was saved before is safe. The log names the place, without any of your text."
    )


def _let_go_of_output() -> None:
    """Nobody reads on; without this Python would complain once more at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
