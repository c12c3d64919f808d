"""The record that is made when finished work leaves the debt."""

from datetime import date

from leadjournal.model.debt_exit import DebtExit, DebtExitDraft, ExitWay
from leadjournal.rules.debt import DebtRow, OutputDebt


def exit_of(row: DebtRow, owed: OutputDebt, way: ExitWay, day: date, reason: str) -> DebtExit:
    """The exit of an output with what it owes on that day, under the outcome of its row."""
    draft = DebtExitDraft(
        output_id=owed.id,
        outcome_id=row.id if row.kind == "outcome" else None,
        way=way,
        day=day,
        days=owed.days,
        reason=reason,
    )
    return DebtExit(**draft.model_dump())
