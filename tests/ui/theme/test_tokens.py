import pytest

from leadjournal.base.errors import Bug
from leadjournal.ui.theme.tokens import THEME_IDS, read_theme


@pytest.mark.parametrize("theme_id", THEME_IDS)
def test_a_theme_is_read_from_its_file(theme_id: str) -> None:
    theme = read_theme(theme_id)

    assert theme.id == theme_id
    assert theme.outlined == (theme_id == "high-contrast")


def test_all_themes_name_the_same_roles() -> None:
    light, *others = (read_theme(theme_id) for theme_id in THEME_IDS)

    for other in others:
        assert other.colours.keys() == light.colours.keys()
        assert other.measures.keys() == light.measures.keys()
        assert other.faces.keys() == light.faces.keys()


def test_an_unknown_role_is_a_bug_and_not_black() -> None:
    theme = read_theme("light")

    with pytest.raises(Bug, match="no colour role 'tomato'"):
        theme.colour("tomato")
    with pytest.raises(Bug, match="no measure 'girth'"):
        theme.measure("girth")
