from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon
from PySide6.QtSvg import QSvgRenderer

from leadjournal.base.errors import Bug
from leadjournal.base.resources import resource
from leadjournal.ui.theme.looks import Looks

ICONS = sorted(resource("icons").glob("*.svg"))


@pytest.mark.parametrize("path", ICONS, ids=[path.stem for path in ICONS])
def test_every_icon_can_be_drawn(path: Path) -> None:
    assert QSvgRenderer(str(path)).isValid()


def test_an_icon_has_the_colour_of_its_role(looks: Looks) -> None:
    image = looks.pixmap("square", 24, "danger").toImage()
    inked = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }

    assert inked == {looks.colour("danger").name()}


def test_an_icon_is_drawn_once_for_a_size_and_a_colour(looks: Looks) -> None:
    first = looks.pixmap("sun", 18)

    assert looks.pixmap("sun", 18).cacheKey() == first.cacheKey()
    assert looks.pixmap("sun", 18, "accent").cacheKey() != first.cacheKey()


def test_room_at_the_right_is_part_of_the_picture(looks: Looks) -> None:
    assert looks.pixmap("sun", 18, room=8).width() == 26


def test_a_disabled_icon_is_greyer(looks: Looks) -> None:
    icon = looks.icon("square", 24, "danger")
    image = icon.pixmap(24, QIcon.Mode.Disabled).toImage()

    assert image.pixelColor(12, 3) == QColor(looks.theme.colour("text_3"))


def test_the_mark_takes_the_colours_of_the_theme(looks: Looks) -> None:
    looks.choose("dark")

    assert looks.mark(28).toImage().pixelColor(14, 2) == looks.colour("accent")


def test_a_missing_icon_is_a_bug(looks: Looks) -> None:
    with pytest.raises(Bug, match="no icon 'trophy'"):
        looks.pixmap("trophy")
