"""Where backups lie, how they are called, and which were verified: told without opening one.

What was verified is noted beside the settings, by the size and the time each file had then. A file
that is another one since counts as not looked at. The note holds no journal text.
"""

import json
import re
from collections import Counter
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from leadjournal.base import folders
from leadjournal.base.ending import ENDING
from leadjournal.base.errors import MachineFault
from leadjournal.base.files import write_atomically
from leadjournal.base.formats import clock_time, day_and_time
from leadjournal.base.words import _

LOGS = ("-wal", "-journal")
"""What was saved last may be in these alone; SQLite takes them in at the next opening."""
PARTS = (*LOGS, "-shm")
"""What SQLite, ended too early, leaves beside a file under the file's name with these endings."""
_NOTE = "backups.json"
_MOMENT = "%Y-%m-%d %H%M%S"
_NAMED = re.compile(
    r"(?P<kind>|replaced |before version \d+)(?P<moment>\d{4}-\d\d-\d\d \d{6})?(?P<more> .*)?"
)


@dataclass(frozen=True, slots=True)
class Verified:
    """A file that opened and passed its check: of which journal, and what it was like then."""

    journal: str
    size: int
    changed: int


def places(journal: Path) -> tuple[Path, ...]:
    """Where backups of a journal can lie: beside it, else where journals usually are."""
    beside, usual = folders.backups(journal), folders.journals() / folders.backups(journal).name
    return (beside,) if beside.absolute() == usual.absolute() else (beside, usual)


def name_for(journal: Path, moment: datetime, *, kind: str = "", reason: str = "") -> str:
    """The name of a copy made at a moment; `kind` is nothing or "replaced"."""
    words = (journal.stem, kind, moment.astimezone().strftime(_MOMENT), reason)
    return f"{' '.join(word for word in words if word)}{ENDING}"


def free_name(folder: Path, name: str) -> Path:
    """The same name, with a number where it is taken: a clock set back tells it twice."""
    path, number = folder / name, 2
    while path.exists() or path.is_symlink():
        path = folder / f"{Path(name).stem} {number}{ENDING}"
        number += 1
    return path


def is_named_after(path: Path, journal: Path) -> bool:
    """Whether a file is called like a copy of this journal."""
    return _parts(path, journal.stem) is not None


def is_ordinary(path: Path, journal: Path) -> bool:
    """Whether it is one of the backups that give way to newer ones in time.

    A file that was replaced, and one from before a new version, stay until someone removes them.
    """
    parts = _parts(path, journal.stem)
    return parts is not None and parts["kind"] == "" and parts["moment"] is not None


def made_at(path: Path, journal: Path) -> datetime:
    """When a copy was made, as its name tells, else as its file does; on the user's own clock."""
    parts = _parts(path, journal.stem)
    moment = parts["moment"] if parts is not None else None
    if moment is not None:
        with suppress(ValueError, OverflowError, OSError):
            return datetime.strptime(moment, _MOMENT).astimezone()
    with suppress(ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    return datetime.fromtimestamp(0).astimezone()


def reason_of(path: Path, journal: Path) -> str:
    """Why a copy was kept, as its name tells in words; mostly nothing."""
    parts = _parts(path, journal.stem)
    return (parts["more"] or "").strip().rstrip("0123456789").strip() if parts is not None else ""


def _parts(path: Path, stem: str) -> "re.Match[str] | None":
    if path.suffix != ENDING or not path.stem.startswith(f"{stem} "):
        return None
    found = _NAMED.fullmatch(path.stem.removeprefix(f"{stem} "))
    return found if found and (found["kind"] or found["moment"]) else None


def copies_beside(journal: Path) -> list[Path]:
    """Every journal file in the places where backups of this one lie, but not itself."""
    found: list[Path] = []
    for folder in places(journal):
        with suppress(OSError):
            found += [
                path
                for path in folder.iterdir()
                if path.suffix == ENDING and not path.name.startswith(".") and path.is_file()
            ]
    return [path for path in found if path.absolute() != journal.absolute()]


def owner_of(part: Path, endings: tuple[str, ...] = PARTS) -> Path | None:
    """The file to which a log belongs by its name; None for what is no log."""
    for ending in endings:
        if part.name.endswith(ending):
            return part.with_name(part.name.removesuffix(ending))
    return None


def parts_of(copy: Path) -> list[Path]:
    """A copy and what belongs to it, which is removed with it; the copy itself comes last."""
    beside = [copy.with_name(f"{copy.name}{ending}") for ending in PARTS]
    return [*(part for part in beside if part.exists()), copy]


def note_identity(journal: Path, identity: str) -> None:
    """Remember which journal lies at a path, for the time when it is closed."""
    noted = _noted()
    own = Verified(identity, 0, 0)
    if identity and noted.get(str(journal.absolute())) != own:
        noted[str(journal.absolute())] = own
        with suppress(OSError, MachineFault):
            _write(noted)


def note_verified(path: Path, journal: str) -> None:
    """Remember that this file opened and passed its check; `journal` is whose copy it is."""
    with suppress(OSError, MachineFault):
        status = path.stat()
        noted = {name: one for name, one in _noted().items() if Path(name).exists()}
        noted[str(path.absolute())] = Verified(journal, status.st_size, status.st_mtime_ns)
        _write(noted)


def note_refused(path: Path) -> None:
    """Remember that this file did not pass, or is gone."""
    noted = _noted()
    if noted.pop(str(path.absolute()), None) is not None:
        with suppress(OSError, MachineFault):
            _write(noted)


def verified(path: Path) -> Verified | None:
    """What is noted of this file, when it is still the same one."""
    return _still(path, _noted())


def noted_identity(journal: Path) -> str:
    """Which journal this is, told without opening it; nothing when nothing is noted.

    What was noted of its path comes first, then whose most of the copies beside it are. Another
    journal of the same name may have copies in the common place: these tell nothing.
    """
    noted = _noted()
    if (own := noted.get(str(journal.absolute()))) is not None:
        return own.journal
    owners = Counter(
        one.journal
        for path in copies_beside(journal)
        if is_named_after(path, journal)
        and _lies_beside(path, journal)
        and (one := _still(path, noted))
        and one.journal
    )
    return owners.most_common(1)[0][0] if owners else ""


def last_verified(journal: Path, now: datetime, identity: str = "") -> datetime | None:
    """When the newest verified copy was made that is not dated later than now.

    Without the identity, as when the journal is closed, the noted one tells which are its own.
    """
    return _newest(journal, now, identity, only_verified=True)


def last_verified_words(journal: Path, now: datetime, identity: str = "") -> str:
    """The same in one sentence; cheap, since no file is opened."""
    moment = last_verified(journal, now, identity)
    if moment is not None:
        return _("Last verified backup: {when}").format(when=moment_words(moment, now))
    moment = _newest(journal, now, identity, only_verified=False)
    if moment is not None:
        return _("Last backup: {when}; not looked at on this computer").format(
            when=moment_words(moment, now)
        )
    return _("There is no backup yet")


def moment_words(moment: datetime, now: datetime) -> str:
    """today 14:03, yesterday 14:03, 29 October at 14:03, 29 October 2024 at 14:03."""
    day, today = moment.astimezone().date(), now.astimezone().date()
    time = clock_time(moment)
    if day == today:
        return _("today {time}").format(time=time)
    if day == today - timedelta(days=1):
        return _("yesterday {time}").format(time=time)
    return day_and_time(moment, today)


def _newest(journal: Path, now: datetime, identity: str, *, only_verified: bool) -> datetime | None:
    noted = _noted()
    identity = identity or noted_identity(journal)
    moments = []
    for path in copies_beside(journal):
        if not is_ordinary(path, journal):
            continue
        one = _still(path, noted)
        if one is not None and identity:
            counts = one.journal == identity
        else:
            counts = _lies_beside(path, journal) and not (only_verified and one is None)
        if counts:
            moments.append(made_at(path, journal))
    return max((moment for moment in moments if moment <= now), default=None)


def _lies_beside(path: Path, journal: Path) -> bool:
    return path.parent.absolute() == folders.backups(journal).absolute()


def _still(path: Path, noted: dict[str, Verified]) -> Verified | None:
    one = noted.get(str(path.absolute()))
    with suppress(OSError):
        status = path.stat()
        if one is not None and (one.size, one.changed) == (status.st_size, status.st_mtime_ns):
            return one
    return None


def _note_path() -> Path:
    return folders.settings() / _NOTE


def _noted() -> dict[str, Verified]:
    """What is noted; a note that is missing or damaged only means that one looks again."""
    try:
        stored = json.loads(_note_path().read_text(encoding="utf-8"))
        return {
            str(name): Verified(str(one["journal"]), int(one["size"]), int(one["changed"]))
            for name, one in stored.items()
        }
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def _write(noted: dict[str, Verified]) -> None:
    _note_path().parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps({name: asdict(one) for name, one in sorted(noted.items())}, indent=1)
    write_atomically(_note_path(), text.encode())
