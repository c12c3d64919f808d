"""The palette that menus, delegates and native parts read: every role from the theme."""

from PySide6.QtGui import QColor, QPalette

from leadjournal.ui.theme.tokens import Theme

_Role = QPalette.ColorRole
_Group = QPalette.ColorGroup

ROLES = {
    _Role.Window: "canvas",
    _Role.WindowText: "text",
    _Role.Base: "surface",
    _Role.AlternateBase: "sunken",
    _Role.Text: "text",
    _Role.Button: "surface",
    _Role.ButtonText: "text",
    _Role.BrightText: "on_accent",
    _Role.PlaceholderText: "text_3",
    _Role.ToolTipBase: "overlay",
    _Role.ToolTipText: "text",
    _Role.Highlight: "selection",
    _Role.HighlightedText: "on_selection",
    _Role.Accent: "accent",
    _Role.Link: "link",
    _Role.LinkVisited: "why",
    _Role.Light: "surface",
    _Role.Midlight: "line_soft",
    _Role.Mid: "line",
    _Role.Dark: "line_strong",
    _Role.Shadow: "line_strong",
}
_DISABLED = {
    _Role.WindowText: "text_3",
    _Role.Text: "text_3",
    _Role.ButtonText: "text_3",
    _Role.Base: "sunken",
    _Role.Button: "sunken",
    _Role.Highlight: "sunken",
    _Role.HighlightedText: "text_3",
    _Role.Accent: "line_strong",
    _Role.Link: "text_3",
    _Role.LinkVisited: "text_3",
}


def palette_of(theme: Theme) -> QPalette:
    """All palette roles of a theme, with the disabled group."""
    palette = QPalette()
    for role, name in ROLES.items():
        palette.setColor(role, QColor(theme.colour(name)))
    for role, name in _DISABLED.items():
        palette.setColor(_Group.Disabled, role, QColor(theme.colour(name)))
    return palette
