"""What the user chose for this machine: one declaration a setting, kept in one small file."""

import json
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from leadjournal.base.files import cannot_write, write_atomically
from leadjournal.base.words import later

_FILE = "preferences.json"


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting: its name in the file, what it is for, where it starts, what it may be."""

    name: str
    sentence: str
    default: str
    choices: tuple[str, ...] = ()


THEME = Setting(
    "theme",
    later("Which theme the window has; system follows the computer."),
    "system",
    ("system", "light", "dark", "high-contrast"),
)
TEXT_SIZE = Setting(
    "text_size",
    later("How large text is, in percent."),
    "100",
    ("80", "90", "100", "110", "125", "150", "175", "200"),
)
LANGUAGE = Setting("language", later("In which language leadjournal speaks."), "en")
LAST_JOURNAL = Setting("last_journal", later("Which journal opens at the start."), "")
WINDOW = Setting("window", later("Where the window was and how large."), "")
LAST_PAGE = Setting("last_page", later("Which page was shown last."), "today")
LAST_PLACE = Setting(
    "last_place", later("Where you were in each journal: page, record and cursor, no words."), ""
)
LAST_CHECK = Setting("last_check", later("When the journal opened last was looked through."), "")
LOCK_AFTER = Setting(
    "lock_after",
    later("After how many minutes without a key or the mouse a journal with a passphrase locks."),
    "15",
    ("0", "1", "5", "10", "15", "30", "60", "150"),
)
"""0 is never."""
LOCK_AWAY = Setting(
    "lock_away",
    later("Whether it locks when the computer sleeps, the screen locks or the user changes."),
    "yes",
    ("yes", "no"),
)
HINTS = Setting(
    "hints",
    later("Whether the lens says quietly what is missing while you write. It never blocks."),
    "yes",
    ("yes", "no"),
)
LAST_EXPORT_FOLDER = Setting("last_export_folder", later("Where the last document was saved."), "")

SETTINGS: tuple[Setting, ...] = (
    THEME, TEXT_SIZE, LANGUAGE, LAST_JOURNAL, WINDOW, LAST_PAGE, LAST_PLACE, LAST_EXPORT_FOLDER,
    LAST_CHECK, LOCK_AFTER, LOCK_AWAY, HINTS,
)  # fmt: skip


class Preferences:
    """The settings of this machine; a damaged or missing file means the defaults."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _FILE
        self._values = self._read()
        # The place one was at is noted beside the window, while the window may keep a choice.
        self._one_at_a_time = Lock()

    def _read(self) -> dict[str, str]:
        try:
            stored = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(stored, dict):
            return {}
        return {str(name): value for name, value in stored.items() if isinstance(value, str)}

    def get(self, setting: Setting) -> str:
        """The chosen value, or the default when there is none or it is not allowed."""
        value = self._values.get(setting.name, setting.default)
        if setting.choices and value not in setting.choices:
            return setting.default
        return value

    def choose(self, setting: Setting, value: str) -> None:
        """Remember a value at once; raises a `Problem` when the disk refuses it."""
        with self._one_at_a_time:
            if self._values.get(setting.name) == value:
                return
            self._values[setting.name] = value
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as fault:
                raise cannot_write(self._path, fault) from fault
            text = json.dumps(self._values, indent=2, sort_keys=True, ensure_ascii=False)
            write_atomically(self._path, text.encode())
