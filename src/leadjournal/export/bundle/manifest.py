"""The manifest: what a bundle says of itself."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from leadjournal.base.words import _
from leadjournal.export.bundle import limits, names

FORMAT = "leadjournal bundle"
FORMAT_VERSION = 1


class ManifestFault(ValueError):
    """What is wrong with a manifest, as a sentence."""


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file of records: its name, how many there are, and the SHA-256 of its bytes."""

    name: str
    records: int
    sha256: str


@dataclass(frozen=True, slots=True)
class About:
    """Whose bundle it is, when and by which version of the program and schema it was made."""

    journal: str
    made: str
    program: str
    schema: int
    history: bool


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the bundle is about, and its files in the order in which they are read."""

    about: About
    files: tuple[ListedFile, ...]

    def plain(self) -> dict[str, Any]:
        """The manifest as it is written."""
        return {
            "format": FORMAT,
            "format_version": FORMAT_VERSION,
            **asdict(self.about),
            "files": [asdict(file) for file in self.files],
        }


def read(values: dict[str, Any]) -> Manifest:
    """The manifest out of its values, each of which is looked at."""
    if values.get("format") != FORMAT:
        raise ManifestFault(_("is not the manifest of a bundle."))
    program = _text(values, "program", 40)
    version = values.get("format_version")
    if version != FORMAT_VERSION:
        raise ManifestFault(
            _("is of a form that this version cannot read; leadjournal {version} wrote it.").format(
                version=program
            )
        )
    about = About(
        journal=_text(values, "journal", 200),
        made=_moment(_text(values, "made", 40)),
        program=program,
        schema=_count(values.get("schema")),
        history=values.get("history") is True,
    )
    return Manifest(about, _files(values.get("files")))


def _files(listed: object) -> tuple[ListedFile, ...]:
    if not isinstance(listed, list) or len(listed) > limits.FILES:
        raise _incomplete()
    files = tuple(_file(each) for each in listed)
    if len({file.name for file in files}) != len(files):
        raise ManifestFault(_("names a file twice."))
    return files


def _file(values: object) -> ListedFile:
    if not isinstance(values, dict):
        raise _incomplete()
    name = _text(values, "name", 200)
    if not names.is_ours(name):
        raise ManifestFault(_("names a file that does not belong into a bundle."))
    return ListedFile(name, _count(values.get("records")), _text(values, "sha256", 64))


def _text(values: dict[str, Any], name: str, most: int) -> str:
    found = values.get(name)
    if not isinstance(found, str) or len(found) > most:
        raise _incomplete()
    return found


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise _incomplete()
    return value


def _moment(text: str) -> str:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise _incomplete() from None
    if found.tzinfo is None:
        raise _incomplete()
    return text


def _incomplete() -> ManifestFault:
    return ManifestFault(_("does not say what a manifest has to say."))
