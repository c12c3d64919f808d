"""The templates that ship with the program, read once and checked."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from leadjournal.base.errors import Bug, MachineFault, MissingFile, NotFound
from leadjournal.base.resources import resource
from leadjournal.base.words import _
from leadjournal.rules.template import Template, read_template
from leadjournal.rules.template_check import faults

_ENDING = ".toml"
_LARGEST = 1_000_000


class Templates:
    """What can be walked; a template that has faults is refused with all of them."""

    def __init__(self, language: str = "en") -> None:
        self._language = language
        self._read: dict[str, Template] = {}

    def all(self) -> list[Template]:
        """Every template, in the order of their files."""
        paths = sorted(self._folder().glob(f"*{_ENDING}"))
        return [self.get(path.name.removesuffix(_ENDING)) for path in paths]

    def get(self, id_: str) -> Template:
        """The template with this id."""
        if id_ not in self._read:
            path = self._folder() / f"{id_}{_ENDING}"
            if path.parent != self._folder() or not path.is_file():
                raise NotFound(
                    _("There is no template called “{id}”.").format(id=id_[:60]),
                    way_out=_("The page Templates and “leadjournal templates” list them all."),
                )
            self._read[id_] = _shipped(path)
        return self._read[id_]

    def check(self, path: Path) -> list[str]:
        """Every fault of a template file in a sentence; empty when it can be used."""
        values, fault = _parsed(path)
        return [fault] if fault else faults(values)

    def _folder(self) -> Path:
        return resource("templates", self._language)


def _shipped(path: Path) -> Template:
    values, fault = _parsed(path)
    found = [fault] if fault else faults(values)
    if found:
        raise Bug(f"The shipped template {path.name} has faults: {' '.join(found)}")
    return read_template(values)


def _parsed(path: Path) -> tuple[Mapping[str, Any], str]:
    try:
        if path.stat().st_size > _LARGEST:
            return {}, _("The file is too large to be a template.")
        return tomllib.loads(path.read_text(encoding="utf-8")), ""
    except UnicodeDecodeError:
        return {}, _("The file is not text in UTF-8.")
    except tomllib.TOMLDecodeError as fault:
        return {}, _("The file cannot be read as TOML: {reason}.").format(reason=fault)
    except RecursionError:
        return {}, _("The file is nested too deeply to be a template.")
    except IsADirectoryError:
        raise MachineFault(_("{path} is a folder, not a template.").format(path=path)) from None
    except FileNotFoundError:
        raise MissingFile(_("There is no file {path}.").format(path=path)) from None
    except OSError as fault:
        raise MachineFault(
            _("{path} cannot be read: {reason}.").format(path=path, reason=fault.strerror)
        ) from fault
