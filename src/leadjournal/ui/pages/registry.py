"""The pages of the window, in the order of the sidebar."""

from leadjournal.base.words import later
from leadjournal.ui.page import PageSpec

_EVERY_KIND = frozenset(
    ("journal", "team", "person", "why", "outcome", "outcome-why", "indicator",
     "indicator-change", "reading", "review", "output", "link", "tag", "reflection", "entry",
     "action", "postponement", "blocker", "away-week", "reference", "objective", "key-result",
     "key-result-reading", "confidence", "milestone", "growth", "debt-exit", "debt-sign", "cycle",
     "cycle-score", "muted-hint")
)  # fmt: skip
"""Named here too, because the catalogue is loaded after the window is on screen."""

PAGES: tuple[PageSpec, ...] = (
    PageSpec(
        id="today",
        title=later("Today"),
        icon="sun",
        kinds=frozenset(
            ("entry", "reflection", "action", "postponement", "blocker", "away-week", "why",
             "outcome", "outcome-why", "indicator", "indicator-change", "reading", "review",
             "output", "link", "person", "team", "journal", "milestone", "debt-exit")
        ),
        module="leadjournal.ui.pages.today.page",
        class_name="TodayPage",
        stays_for=frozenset(("entry", "reflection", "action", "blocker", "away-week", "journal")),
    ),
    PageSpec(
        id="journal",
        title=later("Journal"),
        icon="notebook-pen",
        kinds=frozenset(
            ("entry", "tag", "reference", "reflection", "person", "why", "outcome", "output",
             "action")
        ),
        module="leadjournal.ui.pages.journal.page",
        class_name="JournalPage",
        group=1,
        stays_for=frozenset(("entry", "tag", "person")),
    ),
    PageSpec(
        id="outcomes",
        title=later("Outcomes"),
        icon="waypoints",
        kinds=frozenset(
            ("why", "outcome", "outcome-why", "indicator", "indicator-change", "reading", "review",
             "output", "link", "person", "team", "objective", "key-result", "key-result-reading",
             "confidence", "milestone", "growth", "debt-exit", "debt-sign", "cycle", "cycle-score",
             "muted-hint")
        ),
        module="leadjournal.ui.pages.outcomes.page",
        class_name="OutcomesPage",
        group=1,
        views=("list", "ledger", "milestones", "figures", "objectives", "outcome", "map"),
        stays_for=frozenset(
            ("why", "outcome", "output", "link", "person", "team", "milestone", "objective",
             "cycle")
        ),
    ),
    PageSpec(
        id="templates",
        title=later("Templates"),
        icon="layout-template",
        kinds=frozenset(("reflection", "entry")),
        module="leadjournal.ui.pages.templates.page",
        class_name="TemplatesPage",
        group=2,
        stays_for=frozenset(("reflection", "entry")),
    ),
    PageSpec(
        id="settings",
        title=later("Settings"),
        icon="settings",
        kinds=frozenset(("journal", "backup", "muted-hint")),
        module="leadjournal.ui.pages.settings.page",
        class_name="SettingsPage",
        group=3,
        shortcut="Ctrl+,",
        at_end=True,
    ),
    PageSpec(
        id="trash",
        title=later("Trash"),
        icon="trash-2",
        kinds=_EVERY_KIND,
        module="leadjournal.ui.pages.trash.page",
        class_name="TrashPage",
        stays_for=_EVERY_KIND,
        in_sidebar=False,
    ),
)  # fmt: skip

HOMES: dict[str, str] = {
    "entry": "journal",
    "tag": "journal",
    "person": "journal",
    "reference": "journal",
    "why": "outcomes",
    "outcome": "outcomes",
    "outcome-why": "outcomes",
    "indicator": "outcomes",
    "indicator-change": "outcomes",
    "reading": "outcomes",
    "review": "outcomes",
    "output": "outcomes",
    "link": "outcomes",
    "milestone": "outcomes",
    "growth": "outcomes",
    "objective": "outcomes",
    "key-result": "outcomes",
    "key-result-reading": "outcomes",
    "confidence": "outcomes",
    "cycle": "outcomes",
    "cycle-score": "outcomes",
    "team": "outcomes",
    "reflection": "templates",
    "action": "today",
    "blocker": "today",
    "postponement": "today",
    "away-week": "today",
}
"""Which page brings a record of a kind into view; a kind that is not here has none."""

SHOWN_APART = frozenset(("link",))
"""Parts that have a row of their own; the other ones are shown on the record they belong to."""


def page_named(page_id: str) -> PageSpec:
    """The page with this id; the first one when there is none."""
    return next((page for page in PAGES if page.id == page_id), PAGES[0])
