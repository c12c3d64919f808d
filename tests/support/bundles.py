"""Bundles for tests: a journal with a record of every kind, and bundles that were tampered with."""

import hashlib
import json
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from leadjournal.base.errors import UserMistake
from leadjournal.model.action import ActionDraft
from leadjournal.model.catalogue import Ref
from leadjournal.model.entry import EntryDraft
from leadjournal.model.outcome import OutcomeDraft
from leadjournal.model.why import WhyDraft
from leadjournal.services.workspace import Workspace

ODD = (
    "Emoji 👩🏽‍🚒 and flags 🇨🇭\n\nline, tab\t, quotes \"'“” \\ /",
    "Ends of lines that are none: \u2028 \u2029 \x85 \x0b \x0c \x1c end",
    "עברית and العربية \u202eturned\u202c \u2066isolated\u2069",
    "Nothing visible: \u200b\ufeff\u00ad, combined: e\u0301 n\u0303, last plane: \U0010ffff",
    '{"json": [1, null]} </script> =cmd() \' OR 1=1 --',
)
"""Texts that break what was made for plain words."""

Records = list[dict[str, Any]]


def make_odd(space: Workspace) -> None:
    """Add what the sample does not have: moved promises, odd texts, removed and changed records."""
    for text in ODD:
        space.entries.add(EntryDraft(day=date(2025, 10, 30), title=text, text=text), tags=[text])
    why = space.whys.add(WhyDraft(statement=ODD[0], behaviours=list(ODD), since=date(2025, 1, 6)))
    outcome = space.outcomes.add(
        OutcomeDraft(statement=ODD[2], created_on=date(2025, 1, 6)), why.id
    )
    space.muted_hints.mute("too-short", outcome.id)
    space.muted_hints.use_words(ODD[1][:60])
    action = space.actions.add(ActionDraft(what=ODD[1], due_on=date(2025, 10, 31)))
    space.actions.move(action.id, date(2025, 11, 5), ODD[3])
    space.references.add(Ref("entry", space.entries.all()[-1].id), Ref("outcome", outcome.id))
    gone = space.entries.add(EntryDraft(day=date(2025, 10, 29), title="Will be removed"))
    space.history.seal()
    space.entries.remove(gone.id)
    changed = space.entries.add(EntryDraft(day=date(2025, 10, 29), title="First words"))
    space.history.seal()
    space.entries.edit(changed.id, title="Second words")
    space.history.seal()
    space.entries.edit(changed.id, title="Third words")
    space.history.undo()


def age_history(space: Workspace) -> None:
    """Let the steps so far become old enough to dissolve into versions."""
    clock: Any = space.entries.journal.clock
    clock.moment += timedelta(days=90)
    space.entries.capture("Much later")


def refusal(deed: Callable[[], object]) -> str:
    """The sentences with which a deed is refused; nothing when it is done."""
    try:
        deed()
    except UserMistake as mistake:
        return str(mistake)
    return ""


class Parcel:
    """The files of a bundle, to be changed and tied up again with a manifest that fits."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            self.files = {name: archive.read(name) for name in archive.namelist()}
        self.manifest: dict[str, Any] = json.loads(self.files.pop("manifest.json"))

    def records(self, name: str) -> Records:
        """The records of a file."""
        return [json.loads(line) for line in self.files[name].decode().split("\n") if line]

    def change(self, name: str, change: Callable[[Records], object]) -> "Parcel":
        """Change the records of a file in place."""
        records = self.records(name)
        change(records)
        return self.put(name, "".join(f"{json.dumps(each)}\n" for each in records).encode())

    def put(self, name: str, content: bytes) -> "Parcel":
        """Let a file have these bytes."""
        self.files[name] = content
        listed = {"name": name, "records": _lines(content),
                  "sha256": hashlib.sha256(content).hexdigest()}  # fmt: skip
        names = [file["name"] for file in self.manifest["files"]]
        if name in names:
            self.manifest["files"][names.index(name)] = listed
        else:
            self.manifest["files"].append(listed)
        return self

    def drop(self, name: str) -> "Parcel":
        """Leave a file out, in the manifest too."""
        del self.files[name]
        self.manifest["files"] = [one for one in self.manifest["files"] if one["name"] != name]
        return self

    def tie(self, path: Path) -> Path:
        """Write it as a zip."""
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.whole().items():
                archive.writestr(name, content)
        return path

    def spread(self, folder: Path) -> Path:
        """Write it as a folder."""
        for name, content in self.whole().items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
        return folder

    def whole(self) -> dict[str, bytes]:
        """All files, the manifest among them."""
        return {**self.files, "manifest.json": json.dumps(self.manifest).encode()}


def _lines(content: bytes) -> int:
    return content.count(b"\n") + (not content.endswith(b"\n") and bool(content))
