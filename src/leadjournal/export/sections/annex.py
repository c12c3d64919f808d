"""Annex: how the figures were computed, so that nobody has to believe them."""

from leadjournal.base.words import _
from leadjournal.export.blocks import Block, BulletList, Facts, Heading, Paragraph
from leadjournal.export.material import Explanation, Material


def sections(material: Material) -> tuple[Block, ...]:
    """The explanations of the figures that are shown."""
    figures = material.figures
    if figures is None or not figures.explanations:
        return ()
    blocks = [block for one in figures.explanations for block in _explanation(one)]
    return (
        Heading(1, _("How the figures were computed")),
        Paragraph(
            _("Every figure follows from what is written in the journal on its day; none was typed "
              "in. The figures count the whole journal, private entries too, but only as numbers.")
        ),
        *blocks,
    )  # fmt: skip


def _explanation(one: Explanation) -> list[Block]:
    blocks: list[Block] = [Heading(3, one.title)]
    if one.sentence:
        blocks.append(Paragraph(one.sentence))
    if one.rows:
        blocks.append(Facts(one.rows))
    if one.steps and one.is_part:
        blocks.append(Paragraph(" ".join(_ended(step) for step in one.steps)))
    elif one.steps:
        blocks.append(BulletList(one.steps))
    return blocks


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith(".") else f"{sentence}."
