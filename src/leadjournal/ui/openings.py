"""The jobs that lead to an open journal: opening, making a new one, making the sample."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from leadjournal.base.clock import Clock

if TYPE_CHECKING:
    from leadjournal.services.jobs import Progress
    from leadjournal.services.workspace import Workspace
    from leadjournal.ui.job_runner import Job


def opening(path: Path, passphrase: str | None, clock: Clock, *, read_only: bool = False) -> Job:
    """Open the journal at `path`."""

    def job(_progress: Progress) -> Workspace:
        from leadjournal.services.journals import open_workspace

        return open_workspace(path, passphrase, clock, door="window", read_only=read_only)

    return job


def creating(name: str, passphrase: str | None, clock: Clock) -> Job:
    """Make a journal of this name in the user's own folder."""

    def job(_progress: Progress) -> Workspace:
        from leadjournal.services.journals import create_workspace, suggested_path

        return create_workspace(suggested_path(name), name, passphrase, clock, door="window")

    return job


def sampling(path: Path, clock: Clock) -> Job:
    """Make the sample journal at `path`."""

    def job(progress: Progress) -> Workspace:
        from leadjournal.services.samples import create_sample

        return create_sample(path, clock, door="window", progress=progress)

    return job
