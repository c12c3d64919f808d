"""The style sheet of a theme: colours, edges and padding; fonts and heights are set in code."""

from string import Template

from leadjournal.base.resources import resource_text
from leadjournal.ui.theme.tokens import Theme

INKS = (
    "text",
    "text_2",
    "text_3",
    "accent",
    "link",
    "debt",
    "danger",
    "why",
    "note",
    "on_accent",
    "on_accent_soft",
    "on_debt_soft",
    "on_danger_soft",
    "on_why_soft",
    "on_note_soft",
    "on_nav_selected",
    "chart_1",
    "chart_4",
    "chart_axis",
)
TINTS = ("accent", "debt", "danger", "why", "note")


def sheet_of(theme: Theme, factor: float) -> str:
    """The whole sheet, built once for a theme and a text size."""
    values: dict[str, str] = dict(theme.colours)
    values.update({name: f"{value:g}" for name, value in theme.measures.items()})
    values["pt_header"] = f"{theme.measure('pt_caption') * factor:g}"
    values["font_ui"] = theme.faces["font_ui"]
    values["pad_field"] = f"{11 - theme.measure('border_control'):g}"
    values["pad_field_focus"] = f"{11 - theme.measure('border_field_focus'):g}"
    values["tint_edge"] = f"1px solid {theme.colour('line')}" if theme.outlined else "none"
    values["dialog_edge"] = f"2px solid {theme.colour('line_strong')}" if theme.outlined else "none"
    text = Template(resource_text("qss", "app.qss")).substitute(values)
    return "\n".join([text, *_inks(theme), *_tints(theme)])


def _inks(theme: Theme) -> list[str]:
    return [f'QLabel[ink="{role}"] {{ color: {theme.colour(role)}; }}' for role in INKS]


def _tints(theme: Theme) -> list[str]:
    edge = "1px solid {}" if theme.outlined else "none"
    return [
        f'QFrame[cls="soft-{tint}"] {{ background: {theme.colour(tint + "_soft")};'
        f" border: {edge.format(theme.colour('on_' + tint + '_soft'))};"
        f" border-radius: {theme.measure('radius_nav'):g}px; }}"
        for tint in TINTS
    ]
