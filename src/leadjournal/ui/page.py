"""What a page is: one entry in a list of pages, and the widget it is built into."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from leadjournal.model.catalogue import Ref
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

    def trail(self) -> Iterable[str]:
        """The words after the page's title in the head, for a page inside a page."""
        return ()
