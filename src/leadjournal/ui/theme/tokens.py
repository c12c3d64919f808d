"""The themes as they are written in `resources/themes`: colours, measures and faces by name."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from leadjournal.base.errors import Bug
from leadjournal.base.preferences import THEME
from leadjournal.base.resources import resource

SYSTEM = "system"
THEME_IDS = tuple(choice for choice in THEME.choices if choice != SYSTEM)

_COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{2})?[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme: what each colour role, measure and face is."""

    id: str
    name: str
    colours: Mapping[str, str]
    measures: Mapping[str, float]
    faces: Mapping[str, str]

    def colour(self, role: str) -> str:
        """The colour of a role, as #RRGGBB or #AARRGGBB."""
        try:
            return self.colours[role]
        except KeyError:
            raise Bug(f"The theme {self.id} has no colour role {role!r}") from None

    def measure(self, name: str) -> float:
        """A size in logical pixels, or in points where the name begins with `pt_`."""
        try:
            return self.measures[name]
        except KeyError:
            raise Bug(f"The theme {self.id} has no measure {name!r}") from None

    @property
    def outlined(self) -> bool:
        """Whether badges, wells and meters need an edge to be told from their ground."""
        return self.measures["border_card"] > 1


def read_theme(theme_id: str) -> Theme:
    """The shipped theme of that id."""
    with resource("themes", f"{theme_id}.toml").open("rb") as file:
        values = tomllib.load(file)
    words = {name: value for name, value in values.items() if isinstance(value, str)}
    return Theme(
        id=words["id"],
        name=words["name"],
        colours=MappingProxyType({n: v for n, v in words.items() if _COLOUR.fullmatch(v)}),
        measures=MappingProxyType(
            {n: float(v) for n, v in values.items() if isinstance(v, int | float)}
        ),
        faces=MappingProxyType({n: v for n, v in words.items() if n.startswith("font_")}),
    )
