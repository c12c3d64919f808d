"""Outputs that serve no outcome."""

from leadjournal.base.formats import days, fixed
from leadjournal.base.words import _
from leadjournal.export.blocks import Align, Block, Heading, Table
from leadjournal.export.material import Material
from leadjournal.export.sections import words
from leadjournal.model.output import Output

_ENDS: tuple[Align, ...] = ("start", "end", "start", "end")


def sections(material: Material) -> tuple[Block, ...]:
    """The outputs without an outcome; all of them where outcomes were not asked for."""
    if not material.shows("output"):
        return ()
    alone = not material.shows("outcome")
    shown = [
        output
        for output in material.records.outputs
        if alone or output.id not in material.linked_outputs
    ]
    if not shown:
        return ()
    columns = (_("Output"), _("Size"), _("Status"), _("Debt"))
    rows = tuple(_row(material, output) for output in shown)
    if alone:
        return (Heading(1, _("Outputs")), Table(columns, rows, _ENDS))
    caption = _("Work of which nobody has said yet what it is to change, and for whom.")
    return (
        Heading(1, _("Outputs without an outcome")),
        Table(columns, rows, _ENDS, caption),
    )


def _row(material: Material, output: Output) -> tuple[str, ...]:
    owed = material.debt_of_output.get(output.id, 0.0)
    state = words.output_state(
        output, material.on, material.day(words.output_day(output, material.on))
    )
    if output.must_do:
        state = _("{state}; must be done").format(state=state)
    return (
        output.title,
        days(output.size),
        state,
        fixed(owed) if owed else words.NOTHING,
    )
