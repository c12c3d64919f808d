"""The colours of a chart: a mapping from role to colour, so that each door passes its own."""

import tomllib
from collections.abc import Mapping

from leadjournal.base.resources import resource_text

Palette = Mapping[str, str]


def theme_palette(theme: str) -> Palette:
    """The colours of a shipped theme: light, dark or high-contrast."""
    values = tomllib.loads(resource_text("themes", f"{theme}.toml"))
    return {
        role: value
        for role, value in values.items()
        if isinstance(value, str) and value.startswith("#") and len(value) == 7
    }


def print_palette() -> Palette:
    """The colours of paper: those of the light theme."""
    return theme_palette("light")


def web_palette() -> Palette:
    """Colours that follow the page's own, which may turn dark; light where there are none."""
    return {role: f"var({css_name(role)}, {value})" for role, value in print_palette().items()}


def css_name(role: str) -> str:
    """The name of a role in a style sheet."""
    return f"--{role.replace('_', '-')}"
