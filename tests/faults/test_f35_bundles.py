"""F35: a hostile bundle is refused by name; nothing is written and the journal is unchanged."""

import os
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from leadjournal.base.errors import MachineFault, UserMistake
from leadjournal.services.bundle_plan import Share
from leadjournal.services.workspace import Workspace
from tests.faults.hostile_zips import HOSTILE, Make, hostile
from tests.support.bundles import Parcel, refusal
from tests.support.journals import new_workspace, rows
from tests.support.records import a_why, an_outcome


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    with closing(new_workspace(tmp_path)) as made:
        yield made


@pytest.fixture
def parcel(tmp_path: Path) -> Parcel:
    """A sound bundle of another journal."""
    folder = tmp_path / "source"
    folder.mkdir()
    with closing(new_workspace(folder)) as source:
        an_outcome(source, why=a_why(source, "So that the house is warm"))
        for number in range(50):
            source.entries.capture(f"Entry {number} of this bundle", tags=[f"tag {number}"])
        source.bundles.write(folder / "sound.zip", with_history=True)
    return Parcel(folder / "sound.zip")


def tree(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file below a folder with its size and the moment of its last change."""
    found = {}
    for path in sorted(folder.rglob("*")):
        status = path.lstat()
        found[str(path.relative_to(folder))] = (status.st_size, status.st_mtime_ns)
    return found


def refuses(space: Workspace, path: Path, name: str) -> None:
    """The bundle is refused, looked at or taken in, and nothing anywhere has changed."""
    above = path.parent.parent
    before, held = tree(above), rows(space.entries.journal)
    for look in (space.bundles.preview, space.bundles.take_in):
        with pytest.raises((UserMistake, MachineFault)) as told:
            look(path)
        assert name in str(told.value)
        assert told.value.safe
        assert told.value.way_out
    assert rows(space.entries.journal) == held
    assert tree(above) == before
    assert space.history.undo_label() is None


def test_a_sound_bundle_is_taken_in(space: Workspace, parcel: Parcel, tmp_path: Path) -> None:
    """The positive control: what the hostile ones are made of is good."""
    assert space.bundles.take_in(parcel.tie(tmp_path / "b.zip")).preview.new > 50


@pytest.mark.parametrize(
    ("make", "name"), [one[1:] for one in HOSTILE], ids=[o[0] for o in HOSTILE]
)
def test_a_hostile_bundle_is_refused_by_name(
    space: Workspace, parcel: Parcel, tmp_path: Path, make: Make, name: str
) -> None:
    refuses(space, hostile(tmp_path / "hostile.zip", parcel, make), name)


@pytest.mark.parametrize("content", [b"", b"PK\x05\x06", b"PK\x05\x06" + bytes(18), b"x" * 70_000])
def test_what_is_no_zip_is_refused(space: Workspace, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "no.zip").write_bytes(content)
    refuses(space, tmp_path / "no.zip", "no.zip")


def test_a_bundle_cut_anywhere_is_refused(space: Workspace, parcel: Parcel, tmp_path: Path) -> None:
    whole = parcel.tie(tmp_path / "whole.zip").read_bytes()
    held = rows(space.entries.journal)
    for cut in range(0, len(whole), len(whole) // 40):
        (tmp_path / "cut.zip").write_bytes(whole[:cut])
        with pytest.raises(UserMistake, match=r"cut\.zip"):
            space.bundles.take_in(tmp_path / "cut.zip")
    assert rows(space.entries.journal) == held


def test_a_bundle_with_any_byte_changed_is_refused_or_sound(
    space: Workspace, parcel: Parcel, tmp_path: Path
) -> None:
    whole = parcel.tie(tmp_path / "whole.zip").read_bytes()
    expected = _shares(space, tmp_path / "whole.zip")
    for at in range(0, len(whole), len(whole) // 60):
        (tmp_path / "c.zip").write_bytes(whole[:at] + bytes((whole[at] ^ 0x41,)) + whole[at + 1 :])
        said = refusal(lambda: space.bundles.preview(tmp_path / "c.zip"))
        assert ("c.zip" in said) if said else expected == _shares(space, tmp_path / "c.zip")


def _shares(space: Workspace, path: Path) -> dict[str, Share]:
    return space.bundles.preview(path).kinds


def test_a_folder_is_not_left(space: Workspace, parcel: Parcel, tmp_path: Path) -> None:
    secret = tmp_path / "secret.jsonl"
    secret.write_bytes(parcel.files["why.jsonl"])
    folder = parcel.spread(tmp_path / "unpacked")
    (folder / "why.jsonl").unlink()
    (folder / "why.jsonl").symlink_to(secret)
    refuses(space, folder, "why.jsonl")
    (folder / "why.jsonl").unlink()
    refuses(space, folder, "why.jsonl")
    os.mkfifo(folder / "why.jsonl")
    refuses(space, folder, "why.jsonl")
    (folder / "why.jsonl").unlink()
    (folder / "why.jsonl").mkdir()
    refuses(space, folder, "why.jsonl")


def test_a_folder_that_is_a_link_inside_is_not_followed(
    space: Workspace, parcel: Parcel, tmp_path: Path
) -> None:
    folder = parcel.spread(tmp_path / "unpacked")
    (folder / "history").rename(tmp_path / "elsewhere")
    (folder / "history").symlink_to(tmp_path / "elsewhere")
    refuses(space, folder, "history/")


def test_what_is_no_file_is_refused(space: Workspace, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.zip")
    refuses(space, tmp_path / "pipe.zip", "pipe.zip")
    with closing(socket.socket(socket.AF_UNIX)) as door:
        # The name of a socket may have a hundred letters only.
        before = Path.cwd()
        os.chdir(tmp_path)
        try:
            door.bind("s.zip")
        finally:
            os.chdir(before)
        refuses(space, tmp_path / "s.zip", "s.zip")
    refuses(space, tmp_path / "none.zip", "none.zip")
    with pytest.raises(MachineFault, match="cannot be read"):
        space.bundles.preview(Path("/nowhere\x00.zip"))
