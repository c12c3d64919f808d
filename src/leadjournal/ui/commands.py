"""Every command of the window, as data: menu, shortcuts, palette and list of shortcuts read it."""

from dataclasses import dataclass
from enum import Enum

from leadjournal.base.preferences import THEME
from leadjournal.base.words import later


class Needs(Enum):
    """What has to be so for a command to work."""

    NOTHING = "nothing"
    JOURNAL = "an open journal"
    WRITING = "an open journal that may be changed"
    UNDO = "a step to take back"
    REDO = "a step to bring back"
    LOCK = "a journal with a passphrase"
    PROTECTED = "a journal with a passphrase that may be changed"
    UNPROTECTED = "a journal without a passphrase that may be changed"
    SAMPLE = "the sample journal"
    COUNTED = "a week that counts"
    AWAY = "a week away"


@dataclass(frozen=True, slots=True)
class Command:
    """Something the user can do from anywhere in the window."""

    id: str
    words: str
    icon: str
    group: str
    shortcut: str = ""
    needs: Needs = Needs.JOURNAL
    section: int = 0
    anywhere: bool = False
    """Whether its keys work while a dialog is open."""


THEMES = {
    "system": (later("Look like the computer"), "monitor"),
    "light": (later("Light theme"), "sun"),
    "dark": (later("Dark theme"), "moon"),
    "high-contrast": (later("High contrast theme"), "contrast"),
}
"""The words and the icon of each theme that can be chosen."""

GROUPS = (later("Journal"), later("Edit"), later("View"), later("Help"))

COMMANDS: tuple[Command, ...] = (
    Command("new-entry", later("New entry"), "pen-line", "Journal", "Ctrl+N", Needs.WRITING),
    Command("new-outcome", later("New outcome"), "waypoints", "Journal", "", Needs.WRITING),
    Command("close-cycle", later("Close a cycle…"), "calendar-range", "Journal", "",
            Needs.WRITING),
    Command("closed-cycles", later("Closed cycles…"), "history", "Journal"),
    Command("new-milestone", later("Plan a milestone…"), "target", "Journal", "", Needs.WRITING),
    Command("new-objective", later("New objective…"), "flag", "Journal", "", Needs.WRITING),
    Command("import-objectives", later("Import objectives…"), "upload", "Journal", "",
            Needs.WRITING),
    Command("daily-reflection", later("Start the daily reflection"), "sun", "Journal", "",
            Needs.WRITING),
    Command("week-away", later("Count this week as away"), "calendar", "Journal", "",
            Needs.COUNTED),
    Command("week-counts", later("Count this week again"), "calendar-check", "Journal", "",
            Needs.AWAY),
    Command("export", later("Export…"), "download", "Journal", "Ctrl+E", Needs.JOURNAL, 1),
    Command("export-map", later("Export the map…"), "download", "Journal", "",
            Needs.JOURNAL, 1),
    Command("bundle", later("Write a bundle…"), "package", "Journal", "", Needs.JOURNAL, 1),
    Command("import", later("Import a bundle…"), "upload", "Journal", "", Needs.WRITING, 1),
    Command("backup", later("Make a backup"), "database-backup", "Journal", "", Needs.JOURNAL, 1),
    Command("restore-backup", later("Restore a backup…"), "archive-restore", "Journal", "",
            Needs.WRITING, 1),
    Command("copy-elsewhere", later("Save a copy elsewhere…"), "hard-drive", "Journal", "",
            Needs.JOURNAL, 1),
    Command("recovery-sheet", later("Recovery sheet…"), "printer", "Journal", "",
            Needs.JOURNAL, 1),
    Command("check", later("Check the journal"), "clipboard-check", "Journal", "",
            Needs.JOURNAL, 1),
    Command("give-passphrase", later("Give the journal a passphrase…"), "lock-keyhole", "Journal",
            "", Needs.UNPROTECTED, 1),
    Command("change-passphrase", later("Change the passphrase…"), "key-round", "Journal", "",
            Needs.PROTECTED, 1),
    Command("remove-passphrase", later("Remove the passphrase…"), "lock-open", "Journal", "",
            Needs.PROTECTED, 1),
    Command("readable-copies", later("Find copies that anybody can read…"), "eye", "Journal", "",
            Needs.PROTECTED, 1),
    Command("open", later("Open another journal…"), "folder-open", "Journal", "Ctrl+O",
            Needs.NOTHING, 2),
    Command("new-journal", later("Begin a new journal…"), "plus", "Journal", "",
            Needs.NOTHING, 2),
    Command("remove-sample", later("Remove the sample journal…"), "trash-2", "Journal", "",
            Needs.SAMPLE, 2),
    Command("lock", later("Lock the journal"), "lock", "Journal", "Ctrl+L", Needs.LOCK, 3,
            anywhere=True),
    Command("quit", later("Close leadjournal"), "log-out", "Journal", "Ctrl+Q",
            Needs.NOTHING, 3),
    Command("undo", later("Undo"), "undo-2", "Edit", "Ctrl+Z", Needs.UNDO),
    Command("redo", later("Redo"), "redo-2", "Edit", "Ctrl+Shift+Z", Needs.REDO),
    Command("palette", later("Search or run a command"), "search", "Edit", "Ctrl+K",
            Needs.JOURNAL, 1),
    Command("versions", later("Versions of this…"), "history", "Edit", "Ctrl+Shift+H",
            Needs.JOURNAL, 1),
    Command("larger", later("Larger text"), "zoom-in", "View", "Ctrl++", Needs.NOTHING, 1),
    Command("smaller", later("Smaller text"), "zoom-out", "View", "Ctrl+-", Needs.NOTHING, 1),
    Command("normal", later("Normal text size"), "type", "View", "Ctrl+0", Needs.NOTHING, 1),
    *(Command(f"theme-{theme}", *THEMES[theme], "View", "", Needs.NOTHING, 2)
      for theme in THEME.choices),
    Command("message", later("Go to the message at the bottom"), "message-square", "View", "F6",
            Needs.NOTHING, 3),
    Command("menu", later("Open the menu"), "ellipsis", "View", "F10", Needs.NOTHING, 3),
    Command("shortcuts", later("Keyboard shortcuts"), "keyboard", "Help", "Ctrl+?",
            Needs.NOTHING),
    Command("about", later("About leadjournal"), "info", "Help", "", Needs.NOTHING),
)  # fmt: skip
"""The command that shows a page is made from the list of pages, with Ctrl+1 for the first."""


def page_command(page_id: str, title: str, icon: str, shortcut: str) -> Command:
    """The command that shows a page."""
    return Command(f"page-{page_id}", title, icon, "View", shortcut)
