"""Keeps what is said on the check-in's card as the draft of the day's guide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadjournal.ui.pages.today.reading import DAILY, DIRECTION, WIN, draft_of

if TYPE_CHECKING:
    from leadjournal.services.workspace import Workspace


class CheckInDraft:
    """May be used beside the window: it knows the journal and no widget."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def keep(self, said: str) -> None:
        """Keep the chosen answer, on the first line, and the small thing, on the second."""
        direction, _sign, line = said.partition("\n")
        answers = {DIRECTION: direction, WIN: line}
        today = self._workspace.clock.today()
        guides = self._workspace.guides
        if guides.checked_in(today) is not None:
            return
        draft = draft_of(self._workspace, today)
        if draft is None and not any(answers.values()):
            return
        kept = guides.start(DAILY, today, answers)
        for step, value in answers.items():
            if not value and step in kept.answers:
                guides.answer(kept.id, step, None)
