"""`python -m leadjournal` and the `leadjournal` command."""

import sys

from leadjournal.app import main as _run


def main() -> None:
    """Run the program and end with its exit code."""
    sys.exit(_run())


if __name__ == "__main__":
    main()
