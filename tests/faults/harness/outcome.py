"""What a probe is, and what came of provoking a fault so many times."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.harness.children import Children
from tests.faults.harness.machine import Need
from tests.support.journals import new_workspace


@dataclass(frozen=True, slots=True)
class Control:
    """The harness looked where something is known to be wrong, and found it so often."""

    what: str
    found: int
    times: int


@dataclass(slots=True)
class Outcome:
    """What was provoked, how often, and what was lost, damaged or not told."""

    provoked: int = 0
    lost: int = 0
    corrupt: int = 0
    faults: list[str] = field(default_factory=list)
    controls: list[Control] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        """Whether nothing went wrong, and every control found what it should."""
        return self.provoked > 0 and not self.wrong()

    def wrong(self) -> list[str]:
        """Everything that must not be, in words."""
        found = list(self.faults)
        if self.lost:
            found.append(f"{self.lost} acknowledged changes are lost")
        if self.corrupt:
            found.append(f"{self.corrupt} files are not sound")
        found += [
            f"the control found nothing: {one.what}" for one in self.controls if not one.found
        ]
        return found

    def take_in(self, other: "Outcome") -> None:
        """Add what came of another try."""
        self.provoked += other.provoked
        self.lost += other.lost
        self.corrupt += other.corrupt
        self.faults += other.faults
        self.controls += other.controls
        self.notes += other.notes


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a probe plays: an empty folder, which is the user's home, and its children."""

    folder: Path
    children: Children

    def journal(self, folder: Path, passphrase: str | None) -> Path:
        """An empty journal in `folder`, a copy of one that is made once: a key takes its time."""
        first = self.folder / f"empty {passphrase is not None}"
        if not first.exists():
            first.mkdir()
            new_workspace(first, passphrase=passphrase).close()
        folder.mkdir(parents=True, exist_ok=True)
        return Path(shutil.copy(first / "a.leadjournal", folder))


@dataclass(frozen=True, slots=True)
class Probe:
    """One fault that is provoked: its number, what is done, what it needs of the machine.

    `short` is how often in the normal tests, where 0 means not at all, and `long` how often in
    the long form.
    """

    number: str
    what: str
    run: Callable[[Scene, int], Outcome]
    short: int
    long: int
    needs: Sequence[Need] = ()

    @property
    def id(self) -> str:
        """A name in one word, for choosing it."""
        return f"{self.number}-{self.what}".replace(" ", "-").replace(",", "")

    def missing(self) -> str:
        """What this machine does not offer, in words; nothing when the probe can run."""
        return "; ".join(reason for reason in (need() for need in self.needs) if reason)
