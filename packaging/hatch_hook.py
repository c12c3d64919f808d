"""Takes `resources/` into the wheel; an editable install reads it from the working tree."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ResourcesHook(BuildHookInterface[Any]):
    """Lays the resources beside the package, where `base/resources.py` looks first."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the folder to a standard build only: an editable one would keep a stale copy."""
        if version == "standard":
            folder = Path(self.root) / "resources"
            build_data["force_include"][str(folder)] = "leadjournal/resources"
