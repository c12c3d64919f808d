"""Keeps what is said on the check-in's card as the draft of the day's guide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadjournal.ui.pages.today.reading import DAILY, DIRECTION, WIN, draft_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from leadjournal.services.unsaved import Unsaved
    from leadjournal.services.workspace import Workspace


class CheckInDraft:
    """May be used beside the window: it knows the journal and no widget."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def unsaved(self, said: str) -> Sequence[Unsaved]:
        """The same for another place than this journal."""
        from leadjournal.services.unsaved import Unsaved

        answers = {step: value for step, value in _answers(said).items() if value}
        today = self._workspace.clock.today()
        words = answers.get(WIN, "")
        return (Unsaved.of_guide(DAILY, today, answers, words),) if answers else ()

    def keep(self, said: str) -> None:
        """Keep the chosen answer, on the first line, and the small thing, on the second."""
        answers = _answers(said)
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


def _answers(said: str) -> dict[str, str]:
    direction, _sign, line = said.partition("\n")
    return {DIRECTION: direction, WIN: line}
