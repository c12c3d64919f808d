"""Whoever sees less well can read every text and find every control, in every theme."""

import pytest

from leadjournal.ui.theme.tokens import THEME_IDS, Theme, read_theme

TEXT_PAIRS = [
    *[(ink, ground)
      for ink in ("text", "text_2", "text_3")
      for ground in ("canvas", "surface", "sunken", "sidebar", "overlay")],
    *[(ink, ground)
      for ink in ("accent", "link", "debt", "danger", "why", "note")
      for ground in ("canvas", "surface", "overlay")],
    *[(f"on_{meaning}_soft", f"{meaning}_soft")
      for meaning in ("accent", "debt", "danger", "why", "note")],
    ("on_accent", "accent"), ("on_accent", "accent_hover"), ("on_accent", "accent_pressed"),
    ("on_danger", "danger"), ("on_danger", "danger_hover"), ("danger_hover", "sunken"),
    ("text", "highlight"), ("on_selection", "selection"), ("on_nav_selected", "nav_selected"),
    ("text_2", "nav_hover"), ("text_2", "note_soft"), ("chart_axis", "surface"),
    ("chart_target", "surface"),
]  # fmt: skip
CONTROL_PAIRS = [
    *[(edge, ground)
      for edge in ("line_strong", "focus", "accent")
      for ground in ("canvas", "surface", "sunken", "sidebar")],
    *[(line, "surface") for line in ("chart_1", "chart_2", "chart_3", "chart_4", "chart_5")],
    ("debt_fill", "surface"), ("debt_fill", "canvas"), ("danger", "surface"), ("why", "surface"),
    ("note", "surface"),
]  # fmt: skip


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(theme: Theme, one: str, other: str) -> float:
    dark, light = sorted(_luminance(theme.colour(role)) for role in (one, other))
    return (light + 0.05) / (dark + 0.05)


def _faint(theme: Theme, pairs: list[tuple[str, str]], least: float) -> list[str]:
    ratios = {pair: _contrast(theme, *pair) for pair in pairs}
    return [f"{ink} on {ground}: {r:.2f}" for (ink, ground), r in ratios.items() if r < least]


@pytest.mark.parametrize("theme_id", THEME_IDS)
def test_every_text_is_readable_on_its_ground(theme_id: str) -> None:
    assert _faint(read_theme(theme_id), TEXT_PAIRS, 4.5) == []


@pytest.mark.parametrize("theme_id", THEME_IDS)
def test_every_control_stands_out_from_its_ground(theme_id: str) -> None:
    assert _faint(read_theme(theme_id), CONTROL_PAIRS, 3.0) == []


def test_high_contrast_keeps_its_promise() -> None:
    assert _faint(read_theme("high-contrast"), TEXT_PAIRS, 7.0) == []


def test_black_on_white_has_the_highest_contrast() -> None:
    theme = read_theme("high-contrast")
    assert _contrast(theme, "text", "canvas") == pytest.approx(21.0)
