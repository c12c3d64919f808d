"""Plain SVG text: presentation attributes only, so that QtSvg, browsers and Typst agree."""

import re
from collections.abc import Iterable
from typing import Literal
from unicodedata import combining
from xml.sax.saxutils import escape, quoteattr

from leadjournal.base.resources import resource_text

Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]

CAPTION = 12
FONT = "Inter, system-ui, sans-serif"

_ICON = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
_ICON_SIZE = 24.0
_NARROW = set("iljtfrI.,:;'|!()[] ")
_WIDE = set("mwMW@%")


def text_width(text: str, size: float = CAPTION) -> float:
    """About how wide a text is; a little too wide rather than too narrow."""
    return sum(_advance(letter) for letter in text) * size


def _advance(letter: str) -> float:
    if combining(letter):
        return 0.0
    if letter in _NARROW:
        return 0.34
    if letter in _WIDE:
        return 0.92
    return 1.0 if ord(letter) > 0x2E00 else 0.62


def shortened(text: str, width: float, size: float = CAPTION) -> str:
    """The text, cut with an ellipsis where it would be wider than `width`."""
    if text_width(text, size) <= width:
        return text
    kept, used = "", text_width("…", size)
    for letter in text:
        used += _advance(letter) * size
        if used > width:
            break
        kept += letter
    return f"{kept.rstrip()}…"


class Drawing:
    """A picture that is being drawn, one shape after the other."""

    def __init__(
        self, width: float, height: float, label: str, inside: Point | None = None
    ) -> None:
        """`inside` is the size things are drawn in, where that is shown larger or smaller."""
        self.width = width
        self.height = height
        self._inside = inside or (width, height)
        self._label = label
        self._shapes: list[str] = []

    def rect(
        self, corner: Point, size: Point, fill: str, edge: str = "", radius: float = 0,
        dash: str = "",
    ) -> None:  # fmt: skip
        """A box; `edge` draws its outline."""
        self._add(
            "rect", x=corner[0], y=corner[1], width=size[0], height=size[1], fill=fill,
            rx=radius or None, stroke=edge or None, stroke_width=1 if edge else None,
            stroke_dasharray=dash or None,
        )  # fmt: skip

    def line(self, start: Point, end: Point, colour: str, width: float = 1, dash: str = "") -> None:
        """A straight line."""
        self._add(
            "line", x1=start[0], y1=start[1], x2=end[0], y2=end[1], stroke=colour,
            stroke_width=width, stroke_dasharray=dash or None,
        )  # fmt: skip

    def polyline(self, points: Iterable[Point], colour: str, width: float) -> None:
        """A line through points with round joins."""
        self._add(
            "polyline", points=_pairs(points), fill="none", stroke=colour, stroke_width=width,
            stroke_linejoin="round", stroke_linecap="round",
        )  # fmt: skip

    def polygon(self, points: Iterable[Point], fill: str) -> None:
        """A filled shape."""
        self._add("polygon", points=_pairs(points), fill=fill)

    def dot(self, centre: Point, radius: float, fill: str, edge: str, width: float = 2) -> None:
        """A dot with an edge."""
        self._add(
            "circle", cx=centre[0], cy=centre[1], r=radius, fill=fill, stroke=edge,
            stroke_width=width,
        )  # fmt: skip

    def curve(
        self, start: Point, bends: Iterable[tuple[Point, Point, Point]], colour: str,
        width: float, dash: str = "",
    ) -> None:  # fmt: skip
        """A line of curves, each of two handles and an end."""
        parts = [f"M{_pairs([start])}", *(f"C{_pairs(bend)}" for bend in bends)]
        self._add(
            "path", d=" ".join(parts), fill="none", stroke=colour, stroke_width=width,
            stroke_dasharray=dash or None,
        )  # fmt: skip

    def icon(self, name: str, corner: Point, size: float, colour: str) -> None:
        """One of the program's icons in a colour."""
        found = _ICON.search(resource_text("icons", f"{name}.svg"))
        shapes = " ".join(found.group(1).split()) if found else ""
        scale = _plain(size / _ICON_SIZE, 4)
        place = f"translate({_plain(corner[0])} {_plain(corner[1])}) scale({scale})"
        look = (
            f'fill="none" stroke={quoteattr(colour)} stroke-width="2" '
            'stroke-linecap="round" stroke-linejoin="round"'
        )
        self._shapes.append(f'<g transform="{place}" {look}>{shapes}</g>')

    def text(
        self, place: Point, words: str, colour: str, anchor: Anchor = "start", weight: int = 400,
        size: float = CAPTION,
    ) -> None:  # fmt: skip
        """Words whose baseline is at `place`."""
        self._add(
            "text", words, x=place[0], y=place[1], fill=colour, font_family=FONT,
            font_size=size, font_weight=weight, text_anchor=anchor,
        )  # fmt: skip

    def svg(self) -> str:
        """The finished picture."""
        size = f'width="{_plain(self.width)}" height="{_plain(self.height)}"'
        box = f'viewBox="0 0 {_plain(self._inside[0])} {_plain(self._inside[1])}"'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box} role="img"'
        return "\n".join(
            [f"{head} aria-label={quoteattr(self._label)}>", *self._shapes, "</svg>\n"]
        )

    def _add(self, name: str, words: str | None = None, **attributes: str | float | None) -> None:
        shown = " ".join(
            f"{key.replace('_', '-')}={quoteattr(_plain(value))}"
            for key, value in attributes.items()
            if value is not None
        )
        inside = "/>" if words is None else f">{escape(words)}</{name}>"
        self._shapes.append(f"<{name} {shown}{inside}")


def _plain(value: str | float, decimals: int = 2) -> str:
    if isinstance(value, str):
        return value
    return f"{value:.{decimals}f}".rstrip("0").rstrip(".")


def _pairs(points: Iterable[Point]) -> str:
    return " ".join(f"{_plain(x)},{_plain(y)}" for x, y in points)
