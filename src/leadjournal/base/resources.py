"""Where the files that ship with the program lie: beside the package, or in the working tree."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def _root() -> Path:
    beside = _PACKAGE / "resources"
    return beside if beside.is_dir() else _PACKAGE.parent.parent / "resources"


_ROOT = _root()


def resource(*parts: str) -> Path:
    """The path of a shipped file or folder, for example `resource("themes", "light.toml")`."""
    return _ROOT.joinpath(*parts)


def resource_text(*parts: str) -> str:
    """The text of a shipped file."""
    return resource(*parts).read_text(encoding="utf-8")
