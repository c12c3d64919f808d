"""tour: everything there is to see, in a folder, without a screen."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from leadjournal.base.clock import SystemClock
from leadjournal.services.journals import open_workspace
from tests.cli.terminal import child, fingerprint, lj

REPORTS = ["report.html", "report.md", "report.pdf"]


def test_it_makes_the_sample_and_the_reports_and_prints_what_it_shows(folder: Path) -> None:
    said = lj("tour", folder / "out")
    assert (said.code, said.err) == (0, "")
    assert sorted(file.name for file in (folder / "out").iterdir()) == [
        ".leadjournal-tour.json", *REPORTS, "sample.leadjournal",
    ]  # fmt: skip
    for part in ("Today\nWeek ", "Waiting for you\n", "Ledger of debt\n", "Figures of ", "Made in"):
        assert part in said.out
    assert (folder / "out" / "report.pdf").read_bytes().startswith(b"%PDF-")


def test_pictures_are_taken_of_the_closed_journal_without_a_screen(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")

    def grab(journal: Path, target: Path) -> Sequence[Path]:
        assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
        workspace = open_workspace(journal, None, SystemClock())
        name = target / f"{len(workspace.outcomes.all())}.png"
        workspace.close()
        name.write_bytes(b"a picture")
        return [name]

    said = lj("tour", folder / "out", grab=grab)
    assert (said.code, said.err) == (0, "")
    assert said.out.endswith("\n6.png\n")


def test_a_second_tour_replaces_the_first(folder: Path) -> None:
    assert lj("tour", folder).code == 0
    before = fingerprint(folder)
    assert lj("tour", folder).code == 0
    assert fingerprint(folder).keys() == before.keys()


def test_a_tour_that_was_written_in_is_left_alone(folder: Path) -> None:
    assert lj("tour", folder).code == 0
    assert lj("add", "mine", "-j", folder / "sample.leadjournal").code == 0
    before = fingerprint(folder)
    lj("tour", folder).told(1, "no earlier tour")
    assert fingerprint(folder) == before


def test_a_picture_of_somebody_else_is_left_alone(folder: Path) -> None:
    (folder / "today.png").write_text("mine", encoding="utf-8")

    def grab(journal: Path, target: Path) -> Sequence[Path]:
        (target / "today.png").write_bytes(b"a picture")
        return [target / "today.png"]

    said = lj("tour", folder, grab=grab)
    assert said.code == 1
    assert str(folder / "today.png") in said.err
    assert lj("tour", folder).code == 0
    assert (folder / "today.png").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["sample.leadjournal", *REPORTS])
def test_a_file_of_somebody_else_is_left_alone(folder: Path, name: str) -> None:
    (folder / name).write_text("mine\n" * 400, encoding="utf-8")
    before = fingerprint(folder)
    lj("tour", folder).told(1, str(folder / name), "no earlier tour")
    assert fingerprint(folder) == before


def test_a_journal_of_ones_own_is_left_alone(folder: Path) -> None:
    assert lj("new", folder / "sample.leadjournal").code == 0
    before = fingerprint(folder)
    lj("tour", folder).told(1, "no earlier tour")
    (folder / "elsewhere").mkdir()
    (folder / "elsewhere" / "sample.leadjournal").symlink_to(folder / "sample.leadjournal")
    lj("tour", folder / "elsewhere").told(1, "no earlier tour")
    assert {name: before[name] for name in before} == {
        name: value for name, value in fingerprint(folder).items() if "/" not in name
    }


def test_a_folder_that_cannot_be_made(folder: Path) -> None:
    (folder / "file").write_text("mine", encoding="utf-8")
    lj("tour", folder / "file").told(3)
    lj("tour", folder / "file" / "deeper").told(3)


def test_the_tour_of_a_user(folder: Path) -> None:
    said = child("tour", "out", folder=folder)
    assert (said.code, said.err) == (0, "")
    pictures = sorted(file.name for file in (folder / "out").glob("*.png"))
    for page in ("today", "journal", "outcomes", "templates"):
        assert [name for name in pictures if page in name and "light" in name]
        assert [name for name in pictures if page in name and "dark" in name]
