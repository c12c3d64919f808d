"""When the journal's own disk refuses: a copy elsewhere, and a place for the last words."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from leadjournal.base.errors import Problem, UserMistake
from leadjournal.base.files import cannot_write, erase, sync_folder, write_atomically
from leadjournal.base.words import _
from leadjournal.services import waiting
from leadjournal.services.unsaved import Unsaved, as_text, packed, take_in, unpacked
from leadjournal.services.workspace import Workspace
from leadjournal.store.journals import open_journal

_LOG = logging.getLogger(__name__)


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
    path = waiting.place(workspace.identity)
    try:
        other = waiting.opened_for_more(path, workspace.passphrase, workspace.clock)
        with closing(other):
            waiting.put(other, [*waiting.texts_of(other), *packed(unsaved)])
    except (Problem, OSError) as fault:
        _LOG.error("What was typed last could not be put by: %s", type(fault).__name__)
        return False
    return True


def bring_back(workspace: Workspace) -> int:
    """Write what was put by into its journal; gives how many texts that were.

    Each text goes from where it waited as soon as it is in the journal. One that does not fit
    there becomes a note of its words; one that cannot be saved at all waits on.
    """
    path = waiting.place(workspace.identity)
    if workspace.read_only or not path.exists():
        return 0
    back, stays = 0, 0
    problem: Problem | None = None
    with closing(waiting.opened(path, workspace.passphrase, workspace.clock)) as other:
        while len(texts := waiting.texts_of(other)) > stays:
            try:
                _take_back(workspace, texts[stays])
            except Problem as found:
                problem = problem or found
                stays += 1
            else:
                waiting.put(other, [*texts[:stays], *texts[stays + 1 :]])
                back += 1
    if problem is not None:
        raise problem
    erase(path)
    return back


def _take_back(workspace: Workspace, text: dict[str, Any]) -> None:
    try:
        take_in(workspace, unpacked([text]))
    except (Problem, ValueError, TypeError, KeyError):
        words = str(text.get("words") or "").strip().removeprefix("# ")
        if words:
            workspace.entries.capture(words)


def _refuse_to_overwrite(path: Path) -> None:
    if path.exists():
        raise UserMistake(
            _("{file} is already there.").format(file=path), way_out=_("Choose another name.")
        )
