"""What a page is: one entry in a list of pages, and the widget it is built into."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from leadjournal.model.catalogue import Ref
    from leadjournal.services.unsaved import Unsaved
    from leadjournal.ui.context import Context


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page of the window: where it stands in the sidebar and where it is built from.

    `module` is imported when the page is first shown. A change of the `kinds` is shown on the
    page; what is told of `stays_for` can be looked at on it, so that nobody is taken elsewhere.
    """

    id: str
    title: str
    icon: str
    kinds: frozenset[str]
    module: str
    class_name: str
    group: int = 0
    stays_for: frozenset[str] = frozenset()
    shortcut: str = ""
    """Its key, where it is another than Ctrl with its number."""
    at_end: bool = False
    """Whether it stands at the lower end of the sidebar."""
    in_sidebar: bool = True
    """Whether it has a place in the sidebar; others are reached by commands and links."""
    views: tuple[str, ...] = ()
    """What it can be asked to begin with, of which there are pictures of their own."""

    def build(self, context: Context) -> Page:
        """Import the page's module and build the page."""
        made = getattr(import_module(self.module), self.class_name)
        return cast("Page", made(context))


class Page(QWidget):
    """A page: takes the context, shows records, learns of changes by `refresh`."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context

    def refresh(self) -> None:
        """Show what the journal holds now; may be called at any time and any number of times."""

    def reveal(self, ref: Ref) -> None:
        """Bring the record into view, if this page shows it."""

    def begin(self, what: str = "") -> None:
        """Start something new here: what the command, or the guide, is called."""

    def leave(self) -> None:
        """Save what is being written: the page is hidden, or the window closes or locks."""

    def place(self) -> Mapping[str, Any]:
        """Where one is on this page: ids and positions, never words."""
        return {}

    def return_to(self, place: Mapping[str, Any]) -> None:
        """Go where one was; what is gone since is passed over."""

    def unsaved(self) -> Sequence[Unsaved]:
        """What stands on this page only, because it could not be saved."""
        return ()

    def let_unsaved_go(self) -> None:
        """What could not be saved is safe elsewhere: the page need not keep it any longer."""

    def foot(self) -> int:
        """How tall the bar at the lower edge is, which no message is to cover, in pixels."""
        return 0

    def record(self) -> Ref | None:
        """The record one is at: what is meant by "this" in a command."""
        return None

    def trail(self) -> Iterable[str]:
        """The words after the page's title in the head, for a page inside a page."""
        return ()
