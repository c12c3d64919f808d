from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.label import Label
from tests.ui.widgets.specimens import LONG


def _has_lines(looks: Looks, qtbot: QtBot, width: int, lines: int) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    label = Label(looks, LONG, "body", wrap=True)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(label)
    column.addStretch()
    holder.resize(width, 400)
    holder.show()
    qtbot.waitExposed(holder)
    qtbot.waitUntil(lambda: abs(label.height() - lines * looks.line("body")) <= 2, timeout=1000)
    assert label.height() == label.heightForWidth(width)


def test_a_paragraph_is_as_tall_as_its_lines(looks: Looks, qtbot: QtBot) -> None:
    _has_lines(looks, qtbot, 900, 1)
    _has_lines(looks, qtbot, 320, 2)


def test_markup_that_somebody_typed_is_shown_as_typed(looks: Looks, qtbot: QtBot) -> None:
    label = Label(looks, "Ask <b>Priya</b> & Dmitri", wrap=True)
    qtbot.addWidget(label)

    assert label.text() == "Ask <b>Priya</b> & Dmitri"
    assert label.accessibleName() == "Ask <b>Priya</b> & Dmitri"
    assert "&lt;b&gt;Priya" in super(Label, label).text()


def test_a_line_without_room_is_shortened_and_told_in_a_tooltip(looks: Looks, qtbot: QtBot) -> None:
    label = Label(looks, LONG, elide=True)
    qtbot.addWidget(label)
    label.show()
    label.resize(120, 21)
    qtbot.waitExposed(label)

    assert super(Label, label).text().endswith("…")
    assert label.toolTip() == LONG
    assert label.text() == LONG

    label.resize(900, 21)
    assert label.toolTip() == ""


def test_a_label_can_change_its_colour(looks: Looks, qtbot: QtBot) -> None:
    label = Label(looks, "Due", "small", "text_3")
    qtbot.addWidget(label)

    label.set_colour("danger")

    assert label.palette().color(label.foregroundRole()) == looks.colour("danger")
