"""The layout of the map: columns, groups, no two boxes in one place, as few crossings as can be."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadjournal.rules.map_boxes import OBJECTIVE, OUTCOME, OUTPUT, WHY, Box, Line
from leadjournal.rules.map_layout import APART, NEAR, Layout, laid_out


def why(id_: str) -> Box:
    return Box(id_, WHY, 92)


def outcome(id_: str, under: str) -> Box:
    return Box(id_, OUTCOME, 62, under)


def output(id_: str, under: str) -> Box:
    return Box(id_, OUTPUT, 24, under)


def lines_of(boxes: Sequence[Box], *others: tuple[str, str]) -> list[Line]:
    trays = {box.id for box in boxes if box.is_tray}
    main = [Line(box.under, box.id) for box in boxes if box.under and box.under not in trays]
    return main + [Line(*ends) for ends in others]


def order(layout: Layout, *ids: str) -> list[str]:
    return sorted(ids, key=lambda id_: layout.places[id_].y)


def crossings(layout: Layout, lines: Sequence[Line]) -> int:
    """Counted pair by pair, as one would by eye."""
    ends = [(layout.places[line.above].middle, layout.places[line.below].middle) for line in lines]
    return sum(
        (one[0] - two[0]) * (one[1] - two[1]) < 0
        for place, one in enumerate(ends)
        for two in ends[place + 1 :]
    )


def test_the_columns_are_those_of_the_design() -> None:
    boxes = [why("w"), outcome("o", "w"), output("p", "o")]
    layout = laid_out(boxes, lines_of(boxes))
    assert [(place.x, place.width) for place in layout.places.values()] == [
        (0, 170),
        (218, 252),
        (516, 298),
    ]
    assert layout.width == 814


def test_objectives_have_a_column_only_where_there_are_any() -> None:
    boxes = [Box("q", OBJECTIVE, 60), why("w"), outcome("o", "w")]
    layout = laid_out(boxes, lines_of(boxes, ("q", "o")))
    assert [layout.places[id_].x for id_ in ("q", "w", "o")] == [0, 218, 436]
    assert [column for column, _x, _width in layout.columns] == [OBJECTIVE, WHY, OUTCOME, OUTPUT]


def test_outputs_stand_28_apart_and_groups_12() -> None:
    boxes = [
        why("w"),
        *(outcome(f"o{n}", "w") for n in range(2)),
        *(output(f"p{n}{m}", f"o{n}") for n in range(2) for m in range(4)),
    ]
    layout = laid_out(boxes, lines_of(boxes))
    tops = [layout.places[f"p0{m}"].y for m in range(4)]
    assert [second - first for first, second in pairwise(tops)] == [28, 28, 28]
    assert layout.places["p10"].y - layout.places["p03"].bottom == APART
    for n in range(2):
        first, last = layout.places[f"p{n}0"], layout.places[f"p{n}3"]
        assert layout.places[f"o{n}"].middle == (first.y + last.bottom) / 2
    whys, first, last = (layout.places[id_] for id_ in ("w", "o0", "o1"))
    assert whys.middle == (first.middle + last.middle) / 2


def test_outputs_give_way_where_the_room_is_a_little_too_narrow() -> None:
    boxes = [why("w"), outcome("o", "w"), output("p", "o")]
    lines = lines_of(boxes)
    assert laid_out(boxes, lines, within=800).width == 800
    assert laid_out(boxes, lines, within=900).width == 814
    assert laid_out(boxes, lines, within=100).places["p"].width == 216
    assert laid_out(boxes, lines, 2.0).places["o"].x == 436


def test_what_belongs_nowhere_lies_below_everything_else() -> None:
    boxes = [
        why("barren"),
        why("w"),
        outcome("o", "w"),
        Box("tray", OUTPUT, 22, is_tray=True),
        output("lost", "tray"),
        output("gone", "tray"),
    ]
    layout = laid_out(boxes, lines_of(boxes))
    bottom = max(layout.places[id_].bottom for id_ in ("w", "o"))
    assert layout.places["barren"].y == layout.places["tray"].y == bottom + APART
    assert layout.places["gone"].y - layout.places["lost"].bottom == NEAR


def test_an_output_that_serves_another_outcome_stands_at_that_end_of_its_group() -> None:
    boxes = [
        why("w"),
        outcome("o1", "w"),
        outcome("o2", "w"),
        output("a", "o1"),
        output("b", "o1"),
        output("c", "o1"),
        output("d", "o2"),
    ]
    lines = lines_of(boxes, ("o2", "a"))
    layout = laid_out(boxes, lines)
    assert order(layout, "a", "b", "c", "d") == ["b", "c", "a", "d"]
    assert crossings(layout, [line for line in lines if line.above.startswith("o")]) == 0


def test_groups_move_together_where_lines_would_cross() -> None:
    boxes = [
        *(why(f"w{n}") for n in range(4)),
        *(outcome(f"o{n}", f"w{n}") for n in range(4)),
        *(output(f"p{n}{m}", f"o{n}") for n in range(4) for m in range(3)),
    ]
    lines = lines_of(boxes, ("o3", "p00"))
    layout = laid_out(boxes, lines)
    assert crossings(layout, [line for line in lines if line.above.startswith("o")]) == 0
    assert abs(order(layout, "w0", "w1", "w2", "w3").index("w3")
               - order(layout, "w0", "w1", "w2", "w3").index("w0")) == 1  # fmt: skip


def test_a_line_from_an_objective_passes_between_the_whys() -> None:
    boxes = [
        Box("q", OBJECTIVE, 60),
        *(why(f"w{n}") for n in range(5)),
        *(outcome(f"o{n}", f"w{n}") for n in range(5)),
    ]
    lines = lines_of(boxes, ("q", "o0"), ("q", "o2"), ("q", "o4"))
    layout = laid_out(boxes, lines)
    assert len(layout.lanes) == 3
    for lane in layout.lanes.values():
        assert all(
            not place.y < lane < place.bottom
            for id_, place in layout.places.items()
            if id_.startswith("w")
        )


def test_objectives_in_a_circle_and_lines_to_nowhere_do_no_harm() -> None:
    boxes = [Box("q1", OBJECTIVE, 60), Box("q2", OBJECTIVE, 60), outcome("o", "gone")]
    lines = [Line("q1", "q2"), Line("q2", "q1"), Line("q1", "o")]
    assert set(laid_out(boxes, lines).places) == {"q1", "q2", "o"}


def test_a_tangle_of_a_thousand_is_laid_out_in_no_time() -> None:
    whys = [why(f"w{n}") for n in range(20)]
    outcomes = [outcome(f"o{n}", f"w{n % 20}") for n in range(200)]
    outputs = [output(f"p{n}", f"o{n * 7 % 200}") for n in range(1_000)]
    boxes = [*whys, *outcomes, *outputs]
    others = [(f"o{n * 13 % 200}", f"p{n}") for n in range(1_000) if n * 13 % 200 != n * 7 % 200]
    layout = laid_out(boxes, lines_of(boxes, *others))
    assert len(layout.places) == len(boxes)


@st.composite
def maps(draw: st.DrawFn) -> tuple[list[Box], list[Line]]:
    heights = st.floats(20, 200)
    objectives = [f"q{n}" for n in range(draw(st.integers(0, 3)))]
    whys = [f"w{n}" for n in range(draw(st.integers(0, 4)))]
    outcomes = [f"o{n}" for n in range(draw(st.integers(0, 8)))]
    boxes = [Box(id_, OBJECTIVE, draw(heights)) for id_ in objectives]
    boxes += [Box(id_, WHY, draw(heights)) for id_ in whys]
    boxes += [
        Box(id_, OUTCOME, draw(heights), draw(st.sampled_from(["", *whys]))) for id_ in outcomes
    ]
    boxes.append(Box("tray", OUTPUT, 22, is_tray=True))
    for number in range(draw(st.integers(0, 20))):
        under = draw(st.sampled_from(["tray", *outcomes]))
        boxes.append(Box(f"p{number}", OUTPUT, draw(heights), under))
    others = []
    if outcomes:
        for box in boxes:
            if box.column == OUTPUT and box.under != "tray" and not box.is_tray:
                also = draw(st.lists(st.sampled_from(outcomes), max_size=3, unique=True))
                others += [(id_, box.id) for id_ in also if id_ != box.under]
        if objectives:
            ends = st.tuples(st.sampled_from(objectives), st.sampled_from(outcomes))
            others += draw(st.lists(ends, max_size=5, unique=True))
    return boxes, lines_of(boxes, *others)


@given(maps(), st.sampled_from([1.0, 2.0]), st.sampled_from([0.0, 700.0]))
@settings(deadline=None)
def test_every_box_has_one_place_and_no_two_share_any(
    drawn: tuple[list[Box], list[Line]], scale: float, within: float
) -> None:
    boxes, lines = drawn
    layout = laid_out(boxes, lines, scale, within)
    assert set(layout.places) == {box.id for box in boxes}
    for column in (OBJECTIVE, WHY, OUTCOME, OUTPUT):
        places = sorted(layout.places[box.id] for box in boxes if box.column == column)
        assert len({(place.x, place.width) for place in places}) <= 1
        for above, below in pairwise(sorted(places, key=lambda place: place.y)):
            assert below.y >= above.bottom
    assert all(place.y >= -1e-9 for place in layout.places.values())
    assert layout.height >= max(place.bottom for place in layout.places.values())
    columns = [layout.places[id_].x for id_ in ("q0", "w0", "o0", "tray") if id_ in layout.places]
    assert columns == sorted(columns)


@given(maps())
@settings(deadline=None)
def test_what_is_served_stands_in_the_middle_of_what_serves_it(
    drawn: tuple[list[Box], list[Line]],
) -> None:
    boxes, lines = drawn
    places = laid_out(boxes, lines).places
    for head in boxes:
        group = [places[box.id] for box in boxes if box.under == head.id]
        if group and not head.is_tray and head.column in (WHY, OUTCOME):
            first = min(place.y for place in group)
            last = max(place.bottom for place in group)
            assert first - 1e-6 <= places[head.id].middle <= last + 1e-6


@given(maps())
@settings(deadline=None)
def test_the_same_map_is_laid_out_the_same(drawn: tuple[list[Box], list[Line]]) -> None:
    boxes, lines = drawn
    assert laid_out(boxes, lines) == laid_out(list(boxes), list(lines))


@given(maps())
@settings(deadline=None)
def test_no_order_is_worse_than_that_of_the_journal(drawn: tuple[list[Box], list[Line]]) -> None:
    boxes, lines = drawn
    column = {box.id: box.column for box in boxes}
    among = [line for line in lines if column[line.above] == OUTCOME]
    plain = laid_out(boxes, [line for line in lines if line not in among])
    assert crossings(laid_out(boxes, lines), among) <= crossings(plain, among)


@pytest.mark.parametrize("count", [0, 1])
def test_a_map_of_hardly_anything(count: int) -> None:
    boxes = [output(f"p{n}", "") for n in range(count)]
    assert len(laid_out(boxes, []).places) == count
