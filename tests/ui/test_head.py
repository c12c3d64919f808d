import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from leadjournal.ui.desk import Room
from leadjournal.ui.head import Head, SaveWords
from leadjournal.ui.shape import Shape
from leadjournal.ui.widgets.label import Label


@pytest.fixture
def head(qtbot: QtBot, room: Room) -> Head:
    made = Head(room.looks, room.save_state)
    qtbot.addWidget(made)
    room.save_state.opened(read_only=False)
    made.show_title("Templates", ["Daily reflection"])
    made.show()
    return made


def _label(head: QWidget, words: str) -> Label:
    return next(each for each in head.findChildren(Label) if each.text() == words)


def _is_whole(label: Label) -> bool:
    return label.isVisible() and label.width() >= label.sizeHint().width() - 1


def test_the_last_word_of_the_trail_stays_and_its_parent_gives_way(
    qtbot: QtBot, head: Head
) -> None:
    head.set_shape(Shape.NARROW)
    head.resize(900, head.height())
    assert _is_whole(_label(head, "Templates"))
    assert _is_whole(_label(head, "Daily reflection"))
    head.resize(340, head.height())
    qtbot.waitUntil(lambda: not _label(head, "Templates").isVisible())
    qtbot.waitUntil(lambda: _is_whole(_label(head, "Daily reflection")))
    parent = _label(head, "Daily reflection").parentWidget()
    assert parent is not None
    assert parent.toolTip() == "Templates › Daily reflection"


@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_the_save_state_stands_below_the_title_where_there_is_little_room(
    qtbot: QtBot, room: Room, head: Head, factor: float
) -> None:
    room.looks.set_factor(factor)
    head.set_shape(Shape.NARROW)
    head.resize(560, head.height())
    words = head.findChild(SaveWords)
    assert words is not None
    title = _label(head, "Daily reflection")
    qtbot.waitUntil(lambda: words.y() >= title.mapTo(head, title.rect().bottomLeft()).y())
    assert words.geometry().bottom() < head.height()
    head.set_shape(Shape.WIDE)
    head.resize(1200, head.height())
    qtbot.waitUntil(lambda: words.x() > title.mapTo(head, title.rect().topRight()).x())
    room.looks.set_factor(1.0)
