"""Which branches of the map were folded and unfolded by hand."""

from __future__ import annotations

from leadjournal.rules.map_boxes import OUTCOME, WHY
from leadjournal.rules.outcome_map import Folding, OutcomeMap

FOLD = "fold:"
"""How the id of a node begins that stands for a branch; the id of its head follows."""


class Folds:
    """Remembers by ids, so that it holds through every change of the map."""

    def __init__(self) -> None:
        self._closed: set[str] = set()
        self._opened: set[str] = set()

    def folding(self, chosen: str) -> Folding:
        """How the map is folded while a node is chosen."""
        head = chosen.removeprefix(FOLD)
        return Folding(head, frozenset(self._closed), frozenset(self._opened))

    def fold(self, head: str, *, folded: bool) -> None:
        """Fold the branch of a node, or unfold it."""
        (self._closed if folded else self._opened).add(head)
        (self._opened if folded else self._closed).discard(head)

    def unfold_all(self, whole: OutcomeMap) -> None:
        """Unfold every branch."""
        self._closed.clear()
        self._opened = {node.id for node in whole.nodes if whole.members.get(node.id)}

    def reveal(self, whole: OutcomeMap, id_: str) -> None:
        """Unfold what was folded by hand above a node."""
        under = whole.node_of[id_].under
        while under in whole.node_of:
            self._closed.discard(under)
            under = whole.node_of[under].under


def has_branch(whole: OutcomeMap, id_: str) -> bool:
    """Whether a node has a branch that can be folded."""
    node = whole.node_of.get(id_)
    if node is None or not whole.members.get(id_):
        return False
    return node.column in (WHY, OUTCOME) or node.kind == "no-outcome"
