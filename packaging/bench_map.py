"""The map of outcomes under load: laid out and painted once, then pushed about; told in seconds.

python packaging/bench_map.py map NODES | rectangles NODES
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsView

    from leadjournal.rules.outcome_map import OutcomeMap

STEPS = 200
SIZE = (1366, 768)
_PUSH = 40


def made_up(nodes: int) -> OutcomeMap:
    """A map with so many nodes: a why for ten outcomes, an outcome for five or six outputs."""
    from leadjournal.rules.map_boxes import OUTCOME, OUTPUT, WHY
    from leadjournal.rules.outcome_map import MapEdge, MapNode, OutcomeMap
    from leadjournal.rules.state_marks import Mark

    chance = random.Random(3)
    outcomes = max(1, nodes * 3 // 20)
    whys = max(1, outcomes // 10)
    found = [
        MapNode(f"why:{n}", "why", str(n), f"To be of use in the way number {n}, so that it shows",
                WHY, second="The team’s", icon="compass")
        for n in range(whys)
    ]  # fmt: skip
    edges = []
    for n in range(outcomes):
        under = f"why:{n % whys}"
        found.append(
            MapNode(f"outcome:{n}", "outcome", str(n), f"People can rely on the thing number {n} "
                    "on every day of the week", OUTCOME, under=under,
                    marks=(Mark("good", "Moving", "trending-up"),), shown=0.8,
                    shown_words="80% shown", debt=4.2, debt_words="4.2 days", is_heavy=True)
        )  # fmt: skip
        edges.append(MapEdge(under, f"outcome:{n}"))
    for n in range(nodes - whys - outcomes):
        under = f"outcome:{chance.randrange(outcomes)}"
        found.append(
            MapNode(f"output:{n}", "output", str(n), f"The piece of work with the number {n}",
                    OUTPUT, under=under, icon="circle-check", size=10, size_words="10 d",
                    is_open=n % 7 == 0)
        )  # fmt: skip
        edges.append(MapEdge(under, f"output:{n}", f"link:{n}", 1 + n % 5, is_open=n % 7 == 0))
        if n % 20 == 0:
            other = f"outcome:{chance.randrange(outcomes)}"
            if other != under:
                edges.append(MapEdge(other, f"output:{n}", "", 3, is_main=False))
    return OutcomeMap(tuple(found), tuple(edges))


def pushed(view: QGraphicsView) -> tuple[float, float]:
    """The longest and the usual of so many pushes down and up, each painted before the next."""
    bar = view.verticalScrollBar()
    taken = []
    for step in range(STEPS):
        way = _PUSH if step < STEPS // 2 else -_PUSH
        begun = time.perf_counter()
        bar.setValue(bar.value() + way)
        view.viewport().repaint()
        taken.append(time.perf_counter() - begun)
    return max(taken), sorted(taken)[STEPS // 2]


def whole_map(nodes: int) -> None:
    """The program's own map, unfolded."""
    from PySide6.QtWidgets import QApplication

    from leadjournal.ui.theme.looks import Looks

    application = QApplication(sys.argv[:1])
    looks = Looks()
    looks.apply()
    from leadjournal.ui.pages.outcomes.map.view import MapView

    view = MapView(looks)
    view.resize(*SIZE)
    view.show()
    application.processEvents()
    whole = made_up(nodes)
    begun = time.perf_counter()
    view.show_map(whole, str)
    view.unfold_all()
    view.viewport().repaint()
    drawn = time.perf_counter() - begun
    if len(view.shown.nodes) != nodes:
        raise SystemExit("The map does not show what it should show.")
    longest, usual = pushed(view)
    view.fit()
    view.viewport().repaint()
    small, _usual = pushed(view)
    tell(drawn=drawn, longest=longest, usual=usual, small=small)


def rectangles(nodes: int) -> None:
    """The floor: as many plain rectangles and lines."""
    from PySide6.QtCore import QLineF, QRectF, Qt
    from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView

    application = QApplication(sys.argv[:1])
    scene = QGraphicsScene()
    view = QGraphicsView(scene)
    view.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    view.resize(*SIZE)
    view.show()
    application.processEvents()
    begun = time.perf_counter()
    for n in range(nodes):
        scene.addRect(QRectF(516, n * 28, 298, 24))
        scene.addLine(QLineF(470, n * 28 + 40, 516, n * 28 + 12))
    view.viewport().repaint()
    drawn = time.perf_counter() - begun
    longest, usual = pushed(view)
    view.scale(0.25, 0.25)
    view.viewport().repaint()
    small, _usual = pushed(view)
    tell(drawn=drawn, longest=longest, usual=usual, small=small)


def tell(**moments: float) -> None:
    """Print what was measured and end at once."""
    sys.stdout.write(json.dumps(moments) + "\n")
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    {"map": whole_map, "rectangles": rectangles}[sys.argv[1]](int(sys.argv[2]))
