"""The bundled faces and the type roles made of them."""

from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from leadjournal.base.errors import Bug
from leadjournal.base.resources import resource
from leadjournal.ui.theme.tokens import Theme

FACES = (
    "Inter-Regular.ttf",
    "Inter-Medium.ttf",
    "Inter-SemiBold.ttf",
    "Literata-Regular.ttf",
    "Literata-Italic.ttf",
    "Literata-Medium.ttf",
)

_DESIGN_DPI = 96.0


class TypeRole(NamedTuple):
    """How one kind of text is set: face, weight, size token, line height, tracking in pixels."""

    face: str
    weight: int
    size: str
    line: int
    letter: float = 0.0
    italic: bool = False
    tabular: bool = False


TYPE_ROLES = {
    "display": TypeRole("font_reading", 500, "pt_display", 42, -0.3),
    "entry": TypeRole("font_reading", 500, "pt_entry", 37, -0.2),
    "question": TypeRole("font_reading", 500, "pt_question", 36, -0.2),
    "reading": TypeRole("font_reading", 400, "pt_reading", 28),
    "quote": TypeRole("font_reading", 400, "pt_quote", 25),
    "quote-italic": TypeRole("font_reading", 400, "pt_quote", 25, italic=True),
    "figure": TypeRole("font_ui", 600, "pt_figure", 32, -0.5, tabular=True),
    "title": TypeRole("font_ui", 600, "pt_title", 24, -0.2),
    "heading": TypeRole("font_ui", 600, "pt_heading", 20, -0.1),
    "body": TypeRole("font_ui", 400, "pt_body", 21),
    "body-m": TypeRole("font_ui", 500, "pt_body", 21),
    "small": TypeRole("font_ui", 400, "pt_small", 19, tabular=True),
    "small-m": TypeRole("font_ui", 500, "pt_small", 19, tabular=True),
    "caption": TypeRole("font_ui", 400, "pt_caption", 16, tabular=True),
    "caption-m": TypeRole("font_ui", 500, "pt_caption", 16, tabular=True),
}


def load_faces() -> None:
    """Make the bundled faces known; call it once, before the first widget."""
    for name in FACES:
        if QFontDatabase.addApplicationFont(str(resource("fonts", name))) < 0:
            raise Bug(f"The font {name} could not be read")


def type_role(role: str) -> TypeRole:
    """The setting of a type role."""
    try:
        return TYPE_ROLES[role]
    except KeyError:
        raise Bug(f"There is no type role {role!r}") from None


def font_of(theme: Theme, role: str, factor: float) -> QFont:
    """The font of a type role at a text size."""
    setting = type_role(role)
    font = QFont(theme.faces[setting.face])
    font.setWeight(QFont.Weight(setting.weight))
    font.setItalic(setting.italic)
    font.setPointSizeF(theme.measure(setting.size) * factor * _points_scale())
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, setting.letter * factor)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if setting.tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def line_height(role: str, factor: float) -> int:
    """The distance of two lines in pixels."""
    return round(type_role(role).line * factor)


def _points_scale() -> float:
    # The tokens are points at 96 dpi; systems that count 72 dots to the inch need more of them.
    return _DESIGN_DPI / QGuiApplication.primaryScreen().logicalDotsPerInch()
