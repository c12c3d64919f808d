import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from leadjournal.ui.theme.badges import KINDS
from leadjournal.ui.theme.looks import Looks
from leadjournal.ui.widgets.badge import Badge
from leadjournal.ui.widgets.bars import Meter, StepProgress
from leadjournal.ui.widgets.chart import Chart
from leadjournal.ui.widgets.flow import FlowLayout
from leadjournal.ui.widgets.sparkline import Sparkline
from tests.ui.widgets.specimens import SQUARE


def _image(qtbot: QtBot, widget: QWidget, width: int, height: int) -> QImage:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    return widget.grab().toImage()


def _at(image: QImage, x: int, y: int) -> QColor:
    return image.pixelColor(x, y)


@pytest.mark.parametrize("kind", KINDS)
def test_a_badge_has_the_ground_of_its_meaning(looks: Looks, qtbot: QtBot, kind: str) -> None:
    badge = Badge(looks, kind, "Word", "circle-check")
    hint = badge.sizeHint()
    image = _image(qtbot, badge, hint.width(), hint.height())

    assert _at(image, 4, 4) == looks.colour(KINDS[kind][0])
    assert hint.height() == 22
    assert badge.accessibleName() == "Word"


def test_a_badge_is_outlined_in_high_contrast(looks: Looks, qtbot: QtBot) -> None:
    looks.choose("high-contrast")
    badge = Badge(looks, "good", "Real")
    image = _image(qtbot, badge, 60, 22)

    assert _at(image, 30, 0) == looks.colour("on_accent_soft")


def test_a_meter_is_filled_from_the_left(looks: Looks, qtbot: QtBot) -> None:
    meter = Meter(looks)
    meter.set_share(0.4, "40%")
    image = _image(qtbot, meter, 200, 6)

    assert _at(image, 40, 3) == looks.colour("accent")
    assert _at(image, 120, 3) == looks.colour("sunken")


def test_the_present_step_is_taller(looks: Looks, qtbot: QtBot) -> None:
    steps = StepProgress(looks)
    steps.set_step(1, 4, "Step 2 of 4")
    image = _image(qtbot, steps, 212, 8)

    assert _at(image, 80, 0) == looks.colour("accent")
    assert _at(image, 25, 0) != looks.colour("accent")
    assert _at(image, 25, 4) == looks.colour("accent")
    assert _at(image, 190, 4) == looks.colour("line")


def test_a_line_goes_from_the_oldest_to_the_newest(looks: Looks, qtbot: QtBot) -> None:
    line = Sparkline(looks, [1.0, 3.0, 2.0], "Rising")
    qtbot.addWidget(line)
    line.resize(92, 34)
    first, middle, last = line.points()

    assert first.x() < middle.x() < last.x()
    assert middle.y() < last.y() < first.y()
    assert line.accessibleName() == "Rising"


@pytest.mark.parametrize("values", [[], [4.0], [2.0, 2.0]])
def test_few_values_are_no_trouble(looks: Looks, qtbot: QtBot, values: list[float]) -> None:
    line = Sparkline(looks, values, "words")
    _image(qtbot, line, 92, 34)

    assert len(line.points()) == len(values)


def test_a_chart_is_as_tall_as_its_drawing_asks(looks: Looks, qtbot: QtBot) -> None:
    chart = Chart(looks, SQUARE, "Repeat contacts", "Falling since May")
    qtbot.addWidget(chart)
    chart.resize(400, 10)

    assert chart.drawn()
    assert chart.minimumSizeHint().height() == 200
    assert chart.accessibleName() == "Repeat contacts"
    assert chart.accessibleDescription() == "Falling since May"


def test_tags_go_on_in_the_next_line(looks: Looks, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder)
    for word in ("Real", "Partly", "Not real"):
        flow.addWidget(Badge(looks, "plain", word))

    assert flow.heightForWidth(1000) == 22
    assert flow.heightForWidth(80) > 44
    assert flow.takeAt(0) is not None
    assert flow.count() == 2
    assert flow.itemAt(7) is None
