import os
from pathlib import Path

import pytest

from leadjournal.base.errors import MachineFault
from leadjournal.base.files import write_atomically


def test_a_file_appears_whole_and_for_its_owner_only(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    write_atomically(target, b"one")
    write_atomically(target, b"two")
    assert target.read_bytes() == b"two"
    assert [file for file in tmp_path.iterdir() if file.name != "home"] == [target]
    if os.name == "posix":
        assert target.stat().st_mode & 0o077 == 0


def test_a_place_that_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "taken"
    folder.mkdir()
    with pytest.raises(MachineFault, match="could not be written"):
        write_atomically(folder, b"one")
    with pytest.raises(MachineFault, match="could not be written"):
        write_atomically(tmp_path / "none" / "a.txt", b"one")
    assert [file for file in tmp_path.iterdir() if file.name != "home"] == [folder]


def test_what_a_killed_program_left_unfinished_goes_with_the_next_try(tmp_path: Path) -> None:
    old, young = (tmp_path / f".all.pdf-{name}.part" for name in ("abcdefgh", "hgfedcba"))
    other = tmp_path / ".else.pdf-abcdefgh.part"
    for file in (old, young, other):
        file.write_bytes(b"half")
    for file in (old, other):
        os.utime(file, (0, 0))
    write_atomically(tmp_path / "all.pdf", b"whole")
    left = {file.name for file in tmp_path.iterdir()} - {"home"}
    assert left == {"all.pdf", young.name, other.name}
