"""The map: which work leads where, in pictures that fit a page."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from leadjournal.base.formats import days
from leadjournal.base.words import _, ngettext
from leadjournal.export.blocks import (
    Align,
    Block,
    ChartBlock,
    Heading,
    Paragraph,
    chart_with_numbers,
)
from leadjournal.export.charts.outcome_map import OutcomeChart
from leadjournal.export.material import Material
from leadjournal.rules.map_boxes import OBJECTIVE
from leadjournal.rules.outcome_map import Folding, MapNode, OutcomeMap, folded, kept

_ENDS: tuple[Align, ...] = ("start", "start", "end", "end", "end")
_WITHIN = 760.0
_TALLEST = 1.3
"""The height of a picture that still fits a page below its title, as a share of its width."""
_MOST_IN_GROUP = 24


def sections(material: Material) -> tuple[Block, ...]:
    """The map; nothing while there is neither an outcome nor work without one."""
    whole = material.map
    is_asked_for = material.shows("outcome") and material.shows("output")
    if whole is None or not is_asked_for:
        return ()
    if not any(node.kind in ("outcome", "output") for node in whole.nodes):
        return ()
    pictures = list(_pictures(_for_paper(whole)))
    return (
        Heading(1, _("The map")),
        Paragraph(_("Which work leads where, from the why at the left to what is made or done at "
                    "the right. The thicker a line, the surer the link; dashed is open work.")),
        *(
            _block(_title(number, len(pictures)), part)
            for number, part in enumerate(pictures, 1)
        ),
    )  # fmt: skip


def _block(title: str, part: OutcomeMap) -> ChartBlock:
    chart = OutcomeChart(_("Map of outcomes"), part, _WITHIN)
    block = chart_with_numbers(title, _sentence(part), chart)
    return replace(block, numbers=replace(block.numbers, alignments=_ENDS))


def _for_paper(everything: OutcomeMap) -> OutcomeMap:
    """Without objectives, for which a page is too narrow and which have a part of their own.

    Long groups are folded, since nobody can unfold them on paper.
    """
    whole = kept(everything, {node.id for node in everything.nodes if node.column != OBJECTIVE})
    long = frozenset(
        node.id
        for node in whole.nodes
        if node.kind in ("outcome", "no-outcome")
        and len(whole.members.get(node.id, ())) > _MOST_IN_GROUP
    )
    return folded(whole, Folding(closed=long))


def _pictures(whole: OutcomeMap) -> Iterator[OutcomeMap]:
    """The map in parts that each fit a page, cut between outcomes only."""
    taken: set[str] = set()
    for group in _groups(whole):
        if taken and not _fits(kept(whole, taken | group)):
            yield kept(whole, taken)
            taken = set()
        taken |= group
    if taken:
        yield kept(whole, taken)


def _fits(part: OutcomeMap) -> bool:
    width, height = OutcomeChart("", part, _WITHIN).size
    return height <= _TALLEST * width


def _groups(whole: OutcomeMap) -> Iterator[set[str]]:
    """What must stay together: an outcome, what it serves, and its outputs."""
    for node in whole.nodes:
        if node.kind == "outcome":
            served = {edge.above for edge in whole.above.get(node.id, ())}
            yield {node.id, *served, *_ids(whole.members.get(node.id, ()))}
        elif node.kind == "no-outcome" or (node.kind == "why" and node.id not in whole.members):
            yield {node.id, *_ids(whole.members.get(node.id, ()))}


def _ids(nodes: Iterable[MapNode]) -> set[str]:
    return {node.id for node in nodes}


def _title(number: int, count: int) -> str:
    if count == 1:
        return _("Why, outcome and output")
    words = _("Why, outcome and output, part {number} of {count}")
    return words.format(number=number, count=count)


def _sentence(part: OutcomeMap) -> str:
    outcomes = [node for node in part.nodes if node.kind == "outcome"]
    if not outcomes:
        return _("This work leads to no outcome yet.")
    owed = sum(node.debt for node in outcomes)
    words = ngettext("{n} outcome that owes {days}.", "{n} outcomes that owe {days}.",
                     len(outcomes))  # fmt: skip
    return words.format(n=len(outcomes), days=days(owed))
