"""The program as a whole: help, wrong usage, bugs, closed pipes, and what is loaded."""

import logging
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from leadjournal import __version__
from leadjournal.base import folders
from leadjournal.cli.commands import COMMANDS
from tests.cli.terminal import child, environment, lj
from tests.support.guards import LogLines

NAMES = [command.name for command in COMMANDS]


def test_help_names_every_command() -> None:
    said = lj("--help")
    assert (said.code, said.err) == (0, "")
    for command in COMMANDS:
        assert f"  {command.name} " in said.out


def test_the_version() -> None:
    assert lj("--version").out == f"leadjournal {__version__}\n"


@pytest.mark.parametrize("name", NAMES)
def test_every_command_explains_itself(name: str) -> None:
    said = lj(name, "--help")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"Usage: leadjournal {name} ")


@pytest.mark.parametrize("name", NAMES)
def test_an_option_that_is_unknown_is_wrong_usage(name: str) -> None:
    lj(name, "--colour").told(2, "--colour", f"leadjournal {name} --help")


@pytest.mark.parametrize(
    "words",
    [
        ["list"], ["show"], ["search"], ["export"], ["add"], ["new"], ["tour"], ["lst"],
        ["list", "entry", "output"], ["list", "entry", "--since"], ["templates", "check"],
        ["templates", "a", "b", "c"],
    ],
)  # fmt: skip
def test_missing_and_surplus_words_are_wrong_usage(words: list[str]) -> None:
    lj(*words).told(2)


def test_without_a_journal_the_way_out_is_named() -> None:
    lj("list", "entry").told(1, "leadjournal new")


class BrokenClock:
    def now(self) -> datetime:
        raise RuntimeError("a line of the journal")

    def today(self) -> date:
        raise RuntimeError("a line of the journal")


def test_a_bug_is_told_in_a_sentence_and_logged_without_text(
    sample: Path, log_lines: LogLines
) -> None:
    lj("figures", "-j", sample, clock=BrokenClock()).told(3, "fault in leadjournal")
    (line,) = log_lines.take()
    assert line.startswith("ERROR leadjournal.cli: RuntimeError at ")
    assert "a line of the journal" not in line


def test_a_bug_finds_its_log(sample: Path, log_lines: LogLines) -> None:
    logger = logging.getLogger("leadjournal")
    root = logging.getLogger()
    mine, of_root = list(logger.handlers), list(root.handlers)
    logger.handlers, root.handlers = [], []
    try:
        lj("figures", "-j", sample, clock=BrokenClock()).told(3)
        for handler in logger.handlers:
            handler.close()
    finally:
        logger.handlers, root.handlers = mine, of_root
    text = (folders.logs() / "leadjournal.log").read_text(encoding="utf-8")
    assert "RuntimeError at" in text
    assert "a line of the journal" not in text
    assert log_lines.take() == []


def test_a_reader_who_goes_away_is_no_fault(sample: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "leadjournal", "list", "entry", "-j", sample],
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    complaint = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), complaint) == (0, b"")


def test_no_window_is_loaded_for_a_command(sample: Path, folder: Path) -> None:
    ask = (
        "import sys; from leadjournal.app import main;"
        f"code = main(['search', 'desk', '-j', {str(sample)!r}]);"
        "print([name for name in sys.modules if name.split('.')[0] in "
        "('PySide6', 'shiboken6', 'typst', 'docx', 'jinja2')]); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", ask],
        cwd=folder, env=environment(), capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_child_process_ends_with_the_same_codes(sample: Path, folder: Path) -> None:
    assert child("list", "why", "-j", sample, folder=folder).code == 0
    child("show", "zzzz", "-j", sample, folder=folder).told(1, "zzzz")
    child("list", "--colour", folder=folder).told(2)
    child("list", "why", "-j", "none.leadjournal", folder=folder).told(3, "none.leadjournal")


def test_an_output_that_knows_few_letters(sample: Path) -> None:
    said = lj("search", "word", "--kind", "outcome", "-j", sample, encoding="ascii")
    assert "Planners and engineers trust each other?s word" in said.out
    found = lj("search", "word", "--kind", "outcome", "--json", "-j", sample, encoding="ascii")
    assert "other’s" in found.json[0]["title"]
