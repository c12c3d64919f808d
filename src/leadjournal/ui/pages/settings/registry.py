"""The sections of the settings, in their order; a new one is a line here and a module beside it."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

from leadjournal.base.words import later

if TYPE_CHECKING:
    from leadjournal.ui.context import Context
    from leadjournal.ui.pages.settings.section import Section


@dataclass(frozen=True, slots=True)
class SectionSpec:
    """A section: its words and icon in the list, and where it is built from when first shown."""

    id: str
    title: str
    icon: str
    module: str
    class_name: str

    def build(self, context: Context) -> Section:
        """Import the section's module and build the section."""
        made = getattr(import_module(f"leadjournal.ui.pages.settings.{self.module}"),
                       self.class_name)  # fmt: skip
        return cast("Section", made(context))


SECTIONS: tuple[SectionSpec, ...] = (
    SectionSpec("protection", later("Protection"), "lock", "protection", "ProtectionSection"),
    SectionSpec("backups", later("Backups"), "database-backup", "backups", "BackupsSection"),
    SectionSpec("past", later("Trash and versions"), "history", "past", "PastSection"),
    SectionSpec("hints", later("Hints"), "lightbulb", "hints", "HintsSection"),
    SectionSpec("looks", later("Looks"), "sun-moon", "looks", "LooksSection"),
)
