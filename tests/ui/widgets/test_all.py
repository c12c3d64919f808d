"""What holds for every widget, in every theme and at every text size."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from leadjournal.ui.theme.looks import Looks
from tests.ui.widgets.specimens import SPECIMENS, sheet_with

SIZES = (0.8, 1.0, 2.0)
LOOKS = [*(("light", size) for size in SIZES), ("dark", 1.0), ("high-contrast", 1.0),
         ("high-contrast", 2.0)]  # fmt: skip
INTERACTIVE = (QAbstractButton, QLineEdit, QTextEdit, QComboBox)


def _shown(qtbot: QtBot, widget: QWidget) -> QWidget:
    window = sheet_with(widget)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def _none(found: list[str]) -> None:
    assert found == []


def _tight(widget: QWidget) -> list[str]:
    return [
        f"{type(part).__name__} {part.size().toTuple()} < {part.minimumSizeHint().toTuple()}"
        for part in _parts(widget, QLabel, QAbstractButton)
        if part.width() < part.minimumSizeHint().width()
        or part.height() < part.minimumSizeHint().height()
    ]


def _parts(widget: QWidget, *kinds: type[QWidget]) -> list[QWidget]:
    inner = [each for kind in kinds for each in widget.findChildren(kind)]
    own = [widget] if isinstance(widget, kinds) else []
    shown = [each for each in own + inner if each.isVisible()]
    return [each for each in shown if not each.objectName().startswith("qt_")]


@pytest.mark.parametrize("name", SPECIMENS)
@pytest.mark.parametrize(("theme_id", "factor"), LOOKS)
def test_every_text_has_room(
    looks: Looks, qtbot: QtBot, theme_id: str, factor: float, name: str
) -> None:
    looks.choose(theme_id)
    looks.set_factor(factor)
    widget = SPECIMENS[name](looks)
    _window = _shown(qtbot, widget)

    qtbot.waitUntil(lambda: _none(_tight(widget)), timeout=1000)


@pytest.mark.parametrize("name", SPECIMENS)
@pytest.mark.parametrize("factor", SIZES)
def test_what_can_be_clicked_is_large_enough(
    looks: Looks, qtbot: QtBot, factor: float, name: str
) -> None:
    looks.set_factor(factor)
    widget = SPECIMENS[name](looks)
    _window = _shown(qtbot, widget)

    small = [
        f"{type(part).__name__} {part.size().toTuple()}"
        for part in _parts(widget, *INTERACTIVE)
        if min(part.width(), part.height()) < 24
    ]
    assert small == []


@pytest.mark.parametrize("name", SPECIMENS)
def test_what_can_be_used_has_a_name_and_the_keyboard(
    looks: Looks, qtbot: QtBot, name: str
) -> None:
    widget = SPECIMENS[name](looks)
    _window = _shown(qtbot, widget)

    nameless = [
        type(part).__name__
        for part in _parts(widget, *INTERACTIVE)
        if not (part.accessibleName() or (isinstance(part, QAbstractButton) and part.text()))
    ]
    unreachable = [
        type(part).__name__
        for part in _parts(widget, *INTERACTIVE)
        if not part.focusPolicy() & part.focusPolicy().TabFocus
    ]
    assert nameless == []
    assert unreachable == []


@pytest.mark.parametrize("name", SPECIMENS)
def test_a_widget_follows_the_theme_and_the_text_size(
    looks: Looks, qtbot: QtBot, name: str
) -> None:
    widget = SPECIMENS[name](looks)
    _window = _shown(qtbot, widget)
    light = _colours(widget)

    looks.choose("high-contrast")
    assert _colours(widget) != light

    looks.set_factor(2.0)
    qtbot.waitUntil(lambda: _none(_tight(widget)), timeout=1000)


def _colours(widget: QWidget) -> set[str]:
    image = widget.grab().toImage()
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(0, image.width())
        for y in range(0, min(image.height(), 60))
    }
