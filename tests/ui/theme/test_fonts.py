import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF, QRawFont

from leadjournal.base.errors import Bug
from leadjournal.base.resources import resource
from leadjournal.ui.theme.fonts import FACES, TYPE_ROLES, type_role
from leadjournal.ui.theme.looks import Looks


@pytest.mark.parametrize("name", FACES)
def test_the_bundled_faces_have_the_letters_of_europe(looks: Looks, name: str) -> None:
    face = QRawFont(str(resource("fonts", name)), 16)

    assert face.isValid()
    letters = "Łódź ő ßÆáđșțž Ω Ж “…” –"
    assert [each for each in letters if not face.supportsCharacter(ord(each))] == []


@pytest.mark.parametrize("role", TYPE_ROLES)
def test_every_type_role_is_set_in_a_bundled_face(looks: Looks, role: str) -> None:
    font = looks.font(role)
    found = QFontInfo(font)

    assert found.family() in ("Inter", "Literata")
    assert found.weight() == TYPE_ROLES[role].weight
    assert found.italic() == TYPE_ROLES[role].italic


def test_sizes_are_those_of_the_design(looks: Looks) -> None:
    sizes = {role: QFontInfo(looks.font(role)).pixelSize() for role in ("display", "body", "small")}

    assert sizes == {"display": 28, "body": 14, "small": 13}


def test_digits_are_equally_wide_where_columns_are_read(looks: Looks) -> None:
    metrics = QFontMetricsF(looks.font("small"))

    assert metrics.horizontalAdvance("111") == metrics.horizontalAdvance("888")


def test_text_grows_with_the_factor(looks: Looks) -> None:
    looks.set_factor(2.0)

    assert QFontInfo(looks.font("body")).pixelSize() == 28
    assert looks.line("body") == 42


def test_an_unknown_type_role_is_a_bug() -> None:
    with pytest.raises(Bug, match="no type role 'shout'"):
        type_role("shout")
