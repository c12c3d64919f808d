"""When the journal's own disk refuses: a copy elsewhere, and a place for the last words."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from leadjournal.base import folders
from leadjournal.base.ending import ENDING
from leadjournal.base.errors import Problem, UserMistake
from leadjournal.base.files import cannot_write, sync_folder, write_atomically
from leadjournal.base.words import _
from leadjournal.services.unsaved import Unsaved, as_text, packed, take_in, unpacked
from leadjournal.services.workspace import Workspace
from leadjournal.store.journal_file import create_journal, open_journal

_LOG = logging.getLogger(__name__)
_KEY = "rescued"


def copy_elsewhere(
    workspace: Workspace,
    target: Path,
    unsaved: Sequence[Unsaved] = (),
    *,
    anew: bool = False,
) -> None:
    """A verified copy of the journal at `target`, with what stands on the screen only.

    The copy has the same passphrase. It gets its name when all is in it. Made `anew`, it takes
    the place of an earlier copy, which stays until then.
    """
    if not anew:
        _refuse_to_overwrite(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(
            prefix=f".{target.name}-", suffix=".part", dir=target.parent
        ) as folder:
            copy = Path(folder) / target.name
            workspace.copy_to(copy)
            if unsaved:
                journal = open_journal(copy, workspace.passphrase, workspace.clock)
                with closing(Workspace(journal)) as other:
                    take_in(other, unsaved)
            copy.replace(target)
            sync_folder(target.parent)
    except OSError as fault:
        raise cannot_write(target, fault) from fault


def write_text(path: Path, unsaved: Sequence[Unsaved]) -> None:
    """What stands on the screen only, as a text that anybody can read."""
    _refuse_to_overwrite(path)
    write_atomically(path, as_text(unsaved).encode())


def keep(workspace: Workspace, unsaved: Sequence[Unsaved]) -> bool:
    """Put by what the journal's disk refused until the journal is opened again; tells whether.

    It goes into a small journal in the settings folder, under the same passphrase: so it is as
    safe from other eyes as the journal itself, and lies on another disk where there is one.
    """
    if not unsaved:
        return True
    path = _place(workspace)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        opened = open_journal if path.exists() else create_journal
        with closing(Workspace(opened(path, workspace.passphrase, workspace.clock))) as other:
            before = other.drafts.peek(_KEY) or {"texts": []}
            other.drafts.keep(_KEY, {"texts": [*before["texts"], *packed(unsaved)]})
    except (Problem, OSError) as fault:
        _LOG.error("What was typed last could not be put by: %s", type(fault).__name__)
        return False
    return True


def bring_back(workspace: Workspace) -> int:
    """Write what was put by into its journal; gives how many texts that were."""
    if workspace.read_only or not (path := _place(workspace)).exists():
        return 0
    with closing(Workspace(open_journal(path, workspace.passphrase, workspace.clock))) as other:
        found = unpacked((other.drafts.peek(_KEY) or {"texts": []})["texts"])
        take_in(workspace, found)
    path.unlink(missing_ok=True)
    return len(found)


def _refuse_to_overwrite(path: Path) -> None:
    if path.exists():
        raise UserMistake(
            _("{file} is already there.").format(file=path), way_out=_("Choose another name.")
        )


def _place(workspace: Workspace) -> Path:
    return folders.settings() / "rescued" / f"{workspace.identity}{ENDING}"
