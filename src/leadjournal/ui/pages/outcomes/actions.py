"""What can be done with a row: one table for the inspector's buttons and the context menus."""

from __future__ import annotations

from dataclasses import dataclass

from leadjournal.base.words import later
from leadjournal.ui.pages.outcomes.rows import OPEN_WORK, TreeRow


@dataclass(frozen=True, slots=True)
class Act:
    """Something that can be done: for which kind of row and in which of its states.

    `debt` asks for a row that owes something (owed), or for one that left the debt (left).
    """

    id: str
    label: str
    icon: str
    kind: str
    states: tuple[str, ...] = ()
    link: str = ""
    debt: str = ""
    danger: bool = False
    group: int = 0

    def fits(self, row: TreeRow) -> bool:
        """Whether it can be done with this row."""
        if self.kind != row.key.kind or (self.states and row.status not in self.states):
            return False
        if (self.debt == "owed" and row.debt <= 0) or (self.debt == "left" and not row.exit_id):
            return False
        if self.link == "main":
            return bool(row.link_id)
        if self.link == "other":
            return bool(row.link_id) and not row.main
        return True


ACTS: tuple[Act, ...] = (
    Act("edit-why", later("Edit why…"), "pencil", "why"),
    Act("add-outcome", later("Add outcome…"), "plus", "why"),
    Act("versions", later("Versions…"), "history", "why"),
    Act("remove-why", later("Remove why"), "trash-2", "why", danger=True, group=1),
    Act("add-outcome", later("Add outcome…"), "plus", "no-why"),
    Act("open-outcome", later("Open outcome"), "external-link", "outcome"),
    Act("review", later("Review outcome…"), "clipboard-check", "outcome", ("active", "draft")),
    Act("add-readings", later("Add readings…"), "ruler", "outcome"),
    Act("paste-readings", later("Paste readings…"), "copy", "outcome"),
    Act("readings-file", later("Readings from a file…"), "upload", "outcome"),
    Act("add-indicator", later("Add indicator…"), "chart-line", "outcome"),
    Act("add-output", later("Add output…"), "plus", "outcome"),
    Act("link-here", later("Link an output here…"), "link", "outcome"),
    Act("plan-milestone", later("Plan a milestone…"), "target", "outcome", ("active", "draft")),
    Act("edit-outcome", later("Edit outcome…"), "pencil", "outcome", group=1),
    Act("change-why", later("Change why…"), "compass", "outcome", group=1),
    Act("activate", later("Make active"), "circle-dot", "outcome", ("draft",), group=1),
    Act("leave-debt", later("Take out of the debt…"), "log-out", "outcome", ("active",),
        debt="owed", group=1),
    Act("reject", later("Reject the hypothesis and retire…"), "circle-x", "outcome", ("active",),
        group=1),
    Act("retire", later("Retire with a lesson…"), "square", "outcome", ("draft", "active"),
        group=1),
    Act("resume", later("Take up again"), "rotate-ccw", "outcome", ("retired",), group=1),
    Act("explain", later("How was this computed?"), "circle-help", "outcome", ("active",),
        group=2),
    Act("explain-state", later("How was the state computed?"), "circle-help", "outcome",
        ("active",), group=2),
    Act("versions", later("Versions…"), "history", "outcome", group=2),
    Act("remove-outcome", later("Remove outcome"), "trash-2", "outcome", danger=True, group=3),
    Act("leave-debt", later("Take out of the debt…"), "log-out", "no-outcome", debt="owed"),
    Act("finish", later("Finish…"), "circle-check", "output", OPEN_WORK),
    Act("stop", later("Stop with a lesson…"), "square", "output", (*OPEN_WORK, "finished")),
    Act("leave-debt", later("Take out of the debt…"), "log-out", "output", ("finished",),
        debt="owed"),
    Act("count-again", later("Count it again"), "undo-2", "output", debt="left"),
    Act("reopen", later("Reopen"), "rotate-ccw", "output", ("finished", "stopped")),
    Act("link", later("Link to an outcome…"), "link", "output", group=1),
    Act("edit-link", later("Edit the link…"), "pencil", "output", link="main", group=1),
    Act("test-link", later("Say what the test showed…"), "flask-conical", "output", link="main",
        group=1),
    Act("make-main", later("Make this its main outcome"), "flag", "output", link="other", group=1),
    Act("unlink", later("Unlink from this outcome"), "unlink", "output", link="main", group=1),
    Act("edit-output", later("Edit output…"), "pencil", "output", group=2),
    Act("versions", later("Versions…"), "history", "output", group=2),
    Act("remove-output", later("Remove output"), "trash-2", "output", danger=True, group=3),
    Act("read-key-results", later("Read key results…"), "ruler", "objective"),
    Act("say-confidence", later("Say how sure you are…"), "gauge", "objective"),
    Act("grade-objective", later("Grade…"), "flag", "objective"),
    Act("ungrade-objective", later("Take the grade back"), "rotate-ccw", "objective", ("graded",)),
    Act("add-objective", later("Add one that carries it…"), "plus", "objective", group=1),
    Act("edit-objective", later("Edit objective…"), "pencil", "objective", group=1),
    Act("versions", later("Versions…"), "history", "objective", group=1),
    Act("remove-objective", later("Remove objective"), "trash-2", "objective", danger=True,
        group=2),
    Act("close-milestone", later("Close milestone…"), "circle-check", "milestone", ("open",)),
    Act("reopen-milestone", later("Reopen"), "rotate-ccw", "milestone", ("closed",)),
    Act("edit-milestone", later("Edit milestone…"), "pencil", "milestone", group=1),
    Act("versions", later("Versions…"), "history", "milestone", group=1),
    Act("remove-milestone", later("Remove milestone"), "trash-2", "milestone", danger=True,
        group=2),
)  # fmt: skip


def acts_for(row: TreeRow) -> list[Act]:
    """What can be done with a row, in the order of the menu."""
    return [act for act in ACTS if act.fits(row)]
