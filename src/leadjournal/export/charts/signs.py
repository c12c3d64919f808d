"""The few small pictures a chart needs, drawn with plain shapes in a box of 24 units."""

from leadjournal.export.charts.svg import Drawing, Point

_LINES: dict[str, tuple[tuple[Point, ...], ...]] = {
    "check": (((20, 6), (9, 17), (4, 12)),),
    "circle-check": (((9, 12), (11, 14), (15, 10)),),
    "circle-x": (((15, 9), (9, 15)), ((9, 9), (15, 15))),
    "arrow-down-right": (((7, 7), (17, 17)), ((17, 7), (17, 17), (7, 17))),
    "trending-up": (((22, 7), (13.5, 15.5), (8.5, 10.5), (2, 17)), ((16, 7), (22, 7), (22, 13))),
    "clock": (((12, 6), (12, 12), (16, 14)),),
    "minus": (((5, 12), (19, 12)),),
}
_ROUND = ("circle-check", "circle-x", "circle-dot", "clock")
_BOX = 24


def draw_sign(
    drawing: Drawing, name: str, centre: Point, size: float, ink: str, ground: str = "none"
) -> None:
    """A sign `size` wide around `centre`; a round one covers what is behind it with `ground`."""
    scale = size / _BOX
    left, top = centre[0] - size / 2, centre[1] - size / 2
    stroke = 2 * scale
    if name in _ROUND:
        drawing.dot(centre, 10 * scale, ground, ink, stroke)
    if name == "circle-dot":
        drawing.dot(centre, 1.5 * scale, ink, ink, stroke)
    for line in _LINES.get(name, ()):
        points = [(left + x * scale, top + y * scale) for x, y in line]
        drawing.polyline(points, ink, stroke)
