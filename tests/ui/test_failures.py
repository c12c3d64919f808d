import sys

from pytestqt.qtbot import QtBot

from leadjournal.base.errors import Problem, UserMistake
from leadjournal.ui.dialogs.sentence import tell
from leadjournal.ui.failures import Safeguard
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.label import Label
from tests.support.guards import LogLines


def _caught(safeguard: Safeguard, error: Exception) -> None:
    try:
        raise error
    except type(error):
        kind, raised, trace = sys.exc_info()
        assert kind is not None
        assert raised is not None
        safeguard.caught(kind, raised, trace)


def test_the_unexpected_is_told_once_without_its_words(log_lines: LogLines) -> None:
    told: list[Problem] = []
    _caught(Safeguard(told.append), ValueError("words of the journal"))
    assert [problem.happened for problem in told] == ["Something went wrong inside leadjournal."]
    (line,) = log_lines.take()
    assert "test_failures.py" in line
    assert "words of" not in line


def test_a_problem_is_told_in_its_own_words_and_not_logged() -> None:
    told: list[Problem] = []
    _caught(Safeguard(told.append), UserMistake("That day does not exist."))
    assert [str(problem) for problem in told] == ["That day does not exist."]


def test_a_fault_while_telling_does_not_go_round_in_circles(log_lines: LogLines) -> None:
    told: list[Problem] = []

    def tell_badly(problem: Problem) -> None:
        told.append(problem)
        _caught(safeguard, KeyError())

    safeguard = Safeguard(tell_badly)
    _caught(safeguard, ValueError())
    assert len(told) == 1
    assert len(log_lines.take()) == 2


def test_it_takes_over_and_gives_back() -> None:
    before = sys.excepthook
    safeguard = Safeguard(lambda _problem: None)
    safeguard.install()
    assert sys.excepthook == safeguard.caught
    safeguard.remove()
    assert sys.excepthook is before


def test_sentences_are_told_in_a_dialog(qtbot: QtBot, looks: Looks) -> None:
    window = Label(looks, "window")
    qtbot.addWidget(window)
    window.show()
    dialog = tell(looks, window, "Check of the journal", ["Everything is in order.", "3 entries."])
    said = [label.text() for label in dialog.findChildren(Label)]
    assert said[:3] == ["Check of the journal", "Everything is in order.", "3 entries."]
    dialog.accept()
