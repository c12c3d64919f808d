"""Which door a start goes through."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from leadjournal import app
from leadjournal.base.errors import MachineFault, UserMistake


@pytest.fixture
def doors(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    went: list[object] = []

    def window(path: Path | None) -> int:
        went.append(("window", path))
        return 0

    def command(words: Sequence[str]) -> int:
        went.append(("command", list(words)))
        return 0

    monkeypatch.setattr(app, "_open_window", window)
    monkeypatch.setattr(app, "_run_command", command)
    return went


def test_nothing_opens_the_window(doors: list[object]) -> None:
    assert app.main([]) == 0
    assert doors == [("window", None)]


def test_a_journal_opens_the_window_even_when_it_is_gone(doors: list[object]) -> None:
    assert app.main(["gone.leadjournal"]) == 0
    assert doors == [("window", Path("gone.leadjournal"))]


def test_any_file_that_is_there_opens_the_window(doors: list[object], tmp_path: Path) -> None:
    file = tmp_path / "odd.txt"
    file.write_text("x", encoding="utf-8")
    assert app.main([str(file)]) == 0
    assert doors == [("window", file)]


@pytest.mark.parametrize("word", [*app.COMMANDS, "--help", "--version"])
def test_a_command_goes_to_the_terminal(doors: list[object], word: str) -> None:
    assert app.main([word, "x"]) == 0
    assert doors == [("command", [word, "x"])]


def test_a_command_wins_over_a_file_of_its_name(
    doors: list[object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list").touch()
    app.main(["list"])
    assert doors == [("command", ["list"])]


def test_an_unknown_word_names_the_nearest_command(
    doors: list[object], capsys: pytest.CaptureFixture[str]
) -> None:
    assert app.main(["figure"]) == 2
    assert capsys.readouterr().err == (
        "“figure” is neither a command nor a file. Did you mean “figures”?\n"
    )
    assert app.main(["qqqq"]) == 2
    assert "The commands are: new, add" in capsys.readouterr().err
    assert doors == []


@pytest.mark.parametrize(
    ("problem", "code"), [(UserMistake("Not so."), 1), (MachineFault("No room."), 3)]
)
def test_a_problem_is_a_sentence_and_a_code(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    problem: Exception,
    code: int,
) -> None:
    def fail(_path: Path | None) -> int:
        raise problem

    monkeypatch.setattr(app, "_open_window", fail)
    assert app.main([]) == code
    assert capsys.readouterr().err == f"{problem}\n"
