"""Pages that do nothing but remember what was asked of them."""

from leadjournal.model.catalogue import Ref
from leadjournal.ui.context import Context
from leadjournal.ui.page import Page, PageSpec


class RecordedPage(Page):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.asked: list[str] = []

    def refresh(self) -> None:
        self.asked.append("refresh")

    def reveal(self, ref: Ref) -> None:
        self.asked.append(f"reveal {ref.kind}")

    def begin(self, what: str = "") -> None:
        self.asked.append(f"begin {what}")

    def leave(self) -> None:
        self.asked.append("leave")

    def trail(self) -> tuple[str, ...]:
        return ("Inside",)


def _spec(page_id: str, title: str, icon: str, *kinds: str) -> PageSpec:
    shown = frozenset(kinds)
    return PageSpec(page_id, title, icon, shown, __name__, "RecordedPage", stays_for=shown)


SPECS = (
    _spec("today", "Today", "sun", "entry", "action"),
    _spec("journal", "Journal", "notebook-pen", "entry"),
    _spec("outcomes", "Outcomes", "waypoints", "why", "outcome"),
    _spec("templates", "Templates", "layout-template", "reflection"),
)
