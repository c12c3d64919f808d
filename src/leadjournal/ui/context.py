"""What a page is given: everything it needs and nothing global."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from leadjournal.base.errors import Problem
    from leadjournal.base.preferences import Preferences
    from leadjournal.model.catalogue import Ref
    from leadjournal.services.workspace import Workspace
    from leadjournal.ui.job_runner import JobRunner
    from leadjournal.ui.save_state import SaveState
    from leadjournal.ui.theme.looks import Looks


class OpenPage(Protocol):
    """A page of the window, as another page may speak to it."""

    def begin(self, what: str = "") -> None:
        """Start something new there."""

    def reveal(self, ref: Ref) -> None:
        """Bring a record into view there."""


@dataclass(frozen=True, slots=True)
class Context:
    """The open journal, the looks and the window's few services to its pages."""

    looks: Looks
    workspace: Workspace
    preferences: Preferences
    jobs: JobRunner
    save_state: SaveState
    say: Callable[[str], None]
    """Show a sentence in the toast."""
    say_undoable: Callable[[str], None]
    """Show a sentence in the toast with an Undo link for the last step."""
    fail: Callable[[Problem], None]
    """Tell of a problem without stopping the user."""
    go: Callable[[Ref], None]
    """Show the page of a record and bring the record into view."""
    open_page: Callable[[str], OpenPage]
    """Show a page by its id and give it back."""
    run_guide: Callable[[str], None]
    """Start, or resume, the guide of a template by the template's id."""
    title_changed: Callable[[], None]
    """The page's trail in the head has changed."""
    do: Callable[[str], None]
    """Run a command of the window by its id."""
