"""What this program runs on, for a report: versions and the system, nothing of the user."""

import platform

from leadjournal import __version__
from leadjournal.store.file_format import library_versions


def versions() -> dict[str, str]:
    """The versions of the program, of Python and of the database, and the system."""
    return {
        "leadjournal": __version__,
        "Python": platform.python_version(),
        **library_versions(),
        "System": " ".join((platform.system(), platform.release(), platform.machine())),
    }
