from pathlib import Path

import pytest

from leadjournal.ui.first_look import FirstLook, first_look


@pytest.mark.parametrize(
    ("content", "look"),
    [
        (b"SQLite format 3\x00" + bytes(500), FirstLook.OPEN),
        (bytes(range(256)) * 4, FirstLook.LOCKED),
        (b"", FirstLook.OPEN),
        (b"short", FirstLook.OPEN),
    ],
)
def test_the_first_bytes_tell(tmp_path: Path, content: bytes, look: FirstLook) -> None:
    file = tmp_path / "a.leadjournal"
    file.write_bytes(content)
    assert first_look(file) is look


def test_what_is_not_there_and_what_is_a_folder(tmp_path: Path) -> None:
    assert first_look(None) is FirstLook.NONE
    assert first_look(tmp_path / "gone.leadjournal") is FirstLook.MISSING
    assert first_look(tmp_path) is FirstLook.OPEN
    assert first_look(Path("a\0b")) in (FirstLook.MISSING, FirstLook.OPEN)
