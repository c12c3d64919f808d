"""The sample journal in the user's own folder: where it lies, and how it goes in one step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from leadjournal.base import folders
from leadjournal.base.ending import ENDING
from leadjournal.base.errors import Problem
from leadjournal.base.preferences import LAST_JOURNAL
from leadjournal.base.words import _, isolated
from leadjournal.ui.window import Window


def sample_path() -> Path:
    """Where the sample is made, once."""
    return folders.journals() / f"{_('Sample journal')}{ENDING}"


def ask_to_remove(
    window: Window,
    sample: Path,
    leave_then: Callable[[Callable[[], object]], object],
    go_on: Callable[[], object],
) -> None:
    """Ask whether the sample may go; `go_on` follows when it is gone."""
    from leadjournal.ui.dialogs.question import Question

    def remove() -> None:
        from leadjournal.services.samples import remove_sample

        try:
            remove_sample(sample)
        except Problem as problem:
            window.desk.fail(problem)
        window.room.remember(LAST_JOURNAL, "")
        go_on()

    question = Question(
        window.room.looks,
        window,
        _("Remove the sample journal?"),
        _("{file} is deleted with everything in it. No other journal is touched.").format(
            file=isolated(sample.name)
        ),
        _("Remove it"),
        danger=True,
    )
    question.accepted.connect(lambda: leave_then(remove))
    question.open()
