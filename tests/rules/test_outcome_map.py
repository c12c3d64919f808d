"""The map as values: paths through it, and what folding hides and counts."""

from hypothesis import given
from hypothesis import strategies as st

from leadjournal.rules.map_boxes import OBJECTIVE, OUTCOME, OUTPUT, WHY
from leadjournal.rules.outcome_map import (
    Folding,
    MapEdge,
    MapNode,
    OutcomeMap,
    folded,
    kept,
    path,
    seen_as,
)


def a_map(*groups: int, orphans: int = 0, shared: tuple[tuple[str, str], ...] = ()) -> OutcomeMap:
    """One why with outcomes of so many outputs each."""
    nodes = [MapNode("why:w", "why", "w", "Why", WHY)]
    edges = []
    for number, outputs in enumerate(groups):
        outcome = f"outcome:o{number}"
        nodes.append(MapNode(outcome, "outcome", f"o{number}", "Outcome", OUTCOME, under="why:w"))
        edges.append(MapEdge("why:w", outcome))
        for each in range(outputs):
            id_ = f"output:p{number}-{each}"
            nodes.append(MapNode(id_, "output", id_, "Output", OUTPUT, under=outcome, size=4.0))
            edges.append(MapEdge(outcome, id_, confidence=3))
    if orphans:
        nodes.append(MapNode("no-outcome:", "no-outcome", "", "No outcome yet", OUTPUT))
        nodes += [
            MapNode(f"output:x{n}", "output", f"x{n}", "Lost", OUTPUT, under="no-outcome:", size=1)
            for n in range(orphans)
        ]
    edges += [MapEdge(above, below, is_main=False) for above, below in shared]
    return OutcomeMap(tuple(nodes), tuple(edges))


def titles(shown: OutcomeMap) -> list[str]:
    return [node.title for node in shown.nodes if node.kind == "fold"]


def test_forty_outputs_are_all_shown() -> None:
    whole = a_map(20, 20)
    assert folded(whole, Folding("outcome:o0")) is whole


def test_more_than_forty_fold_where_nobody_looks() -> None:
    shown = folded(a_map(29, 12, orphans=3), Folding("outcome:o0"))
    assert titles(shown) == ["12 outputs, 48 days", "3 outputs, 3 days"]
    assert "output:p0-28" in shown.node_of
    assert "output:p1-0" not in shown.node_of
    assert seen_as(shown, "output:p1-0") == "fold:outcome:o1"
    assert seen_as(shown, "output:nowhere") == ""


def test_an_output_that_is_looked_at_is_shown_with_its_outcome() -> None:
    whole = a_map(30, 12, shared=(("outcome:o1", "output:p0-5"),))
    shown = folded(whole, Folding("output:p1-3"))
    assert "output:p1-11" in shown.node_of
    # The one that serves it too is seen, the rest of its group is not.
    assert "output:p0-5" in shown.node_of
    assert titles(shown) == ["29 outputs, 116 days"]


def test_a_single_output_takes_no_more_room_than_its_fold() -> None:
    shown = folded(a_map(45, 1), Folding("outcome:o0"))
    assert titles(shown) == []


def test_branches_are_folded_and_unfolded_by_hand() -> None:
    whole = a_map(2, 3)
    why = folded(whole, Folding(closed=frozenset(("why:w",))))
    assert titles(why) == ["2 outcomes · 5 outputs, 20 days"]
    assert len(why.nodes) == 2
    outcome = folded(whole, Folding(closed=frozenset(("outcome:o1",))))
    assert titles(outcome) == ["3 outputs, 12 days"]
    many = a_map(30, 30)
    assert folded(many, Folding(opened=frozenset(("outcome:o0", "outcome:o1")))) is many


@given(
    st.lists(st.integers(0, 30), max_size=6),
    st.integers(0, 30),
    st.sets(st.integers(0, 5)),
    st.sets(st.integers(0, 5)),
    st.booleans(),
    st.integers(0, 5),
)
def test_what_is_folded_is_counted(
    groups: list[int], orphans: int, closed: set[int], opened: set[int], whole_why: bool, at: int
) -> None:
    whole = a_map(*groups, orphans=orphans)
    shut = {f"outcome:o{n}" for n in closed} | ({"why:w"} if whole_why else set())
    how = Folding(f"outcome:o{at}", frozenset(shut), frozenset(f"outcome:o{n}" for n in opened))
    shown = folded(whole, how)
    inside = [id_ for node in shown.nodes for id_ in node.inside]
    seen = [node.id for node in shown.nodes if node.kind != "fold"]
    assert sorted(inside + seen) == sorted(node.id for node in whole.nodes)
    hidden = [whole.node_of[id_] for id_ in inside if whole.node_of[id_].kind == "output"]
    folds = [node for node in shown.nodes if node.kind == "fold"]
    assert sum(node.size for node in folds) == sum(node.size for node in hidden)
    assert all(edge.above in shown.node_of and edge.below in shown.node_of for edge in shown.edges)


def test_a_path_leads_up_and_down_but_not_aside() -> None:
    whole = a_map(2, 2, shared=(("outcome:o1", "output:p0-0"),))
    nodes, lines = path(whole, "output:p0-0")
    assert nodes == {"output:p0-0", "outcome:o0", "outcome:o1", "why:w"}
    assert len(lines) == 4
    nodes, _lines = path(whole, "outcome:o0")
    assert nodes == {"why:w", "outcome:o0", "output:p0-0", "output:p0-1"}


def test_objectives_that_lead_in_a_circle_end() -> None:
    nodes = tuple(MapNode(f"objective:{n}", "objective", n, n, OBJECTIVE) for n in "abc")
    edges = tuple(MapEdge(f"objective:{a}", f"objective:{b}") for a, b in ("ab", "bc", "ca"))
    found, lines = path(OutcomeMap(nodes, edges), "objective:a")
    assert (len(found), len(lines)) == (3, 3)


def test_a_part_of_a_map_stands_beside_what_is_left() -> None:
    whole = a_map(1, 1, shared=(("outcome:o1", "output:p0-0"),))
    part = kept(whole, {"why:w", "outcome:o1", "output:p0-0", "output:p1-0"})
    assert part.node_of["output:p0-0"].under == "outcome:o1"
    assert [edge.above for edge in part.edges] == ["why:w", "outcome:o1", "outcome:o1"]
