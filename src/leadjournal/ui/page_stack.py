"""The pages of an open journal: built when first shown, refreshed when seen, freed when closed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QStackedWidget

from leadjournal.ui.context import Context
from leadjournal.ui.page import Page, PageSpec

if TYPE_CHECKING:
    from leadjournal.services.unsaved import Unsaved


class PageStack(QStackedWidget):
    """One page at a time; the others learn of changes when they are shown again."""

    def __init__(self, specs: Sequence[PageSpec]) -> None:
        super().__init__()
        self._specs = {spec.id: spec for spec in specs}
        self._pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._blank = QFrame()
        self._blank.setProperty("cls", "canvas")
        self.addWidget(self._blank)

    def page(self) -> Page | None:
        """The page on screen."""
        shown = self.currentWidget()
        return shown if isinstance(shown, Page) else None

    def page_id(self) -> str:
        """The id of the page on screen, or nothing."""
        shown = self.currentWidget()
        return next((id_ for id_, page in self._pages.items() if page is shown), "")

    def spec(self, page_id: str) -> PageSpec:
        """What a page is."""
        return self._specs[page_id]

    def show_page(self, page_id: str, context: Context) -> Page:
        """Bring a page to the front, built and up to date; the one before saves first."""
        if self.page_id() == page_id:
            return self._pages[page_id]
        self.save()
        page = self._pages.get(page_id)
        if page is None:
            page = self._pages[page_id] = self._specs[page_id].build(context)
            self.addWidget(page)
            self._stale.add(page_id)
        self._freshen(page_id)
        self.setCurrentWidget(page)
        return page

    def tell(self, kinds: frozenset[str]) -> None:
        """Records of these kinds have changed: the page on screen shows it, the others later."""
        shown = self.page_id()
        self._stale |= {id_ for id_ in self._pages if self._specs[id_].kinds & kinds}
        if shown:
            self._freshen(shown)

    def knows(self, page_id: str) -> bool:
        """Whether there is such a page."""
        return page_id in self._specs

    def save(self) -> None:
        """Save what is being written on the page on screen, and what failed on the others."""
        shown = self.page()
        for page in self._pages.values():
            if page is shown or page.unsaved():
                page.leave()

    def unsaved(self) -> list[Unsaved]:
        """What stands on the screen only, of all pages."""
        return [each for page in self._pages.values() for each in page.unsaved()]

    def let_unsaved_go(self) -> None:
        """What could not be saved is safe elsewhere, or not wanted."""
        for page in self._pages.values():
            page.let_unsaved_go()

    def clear(self) -> None:
        """Free every page; the journal is closed."""
        self.setCurrentWidget(self._blank)
        for page in self._pages.values():
            self.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self._stale.clear()

    def _freshen(self, page_id: str) -> None:
        if page_id in self._stale:
            self._stale.discard(page_id)
            self._pages[page_id].refresh()
