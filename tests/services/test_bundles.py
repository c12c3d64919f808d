"""A bundle takes everything out, and brings it back as it was."""

import json
import re
import stat
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import MachineFault, UserMistake
from leadjournal.export.bundle import limits
from leadjournal.model.catalogue import KINDS, Kind, Ref
from leadjournal.model.entry import EntryDraft
from leadjournal.services.bundles import History
from leadjournal.services.journals import create_workspace, open_workspace
from leadjournal.services.samples import create_sample
from leadjournal.services.workspace import Workspace
from tests.support.bundles import Parcel, Records, age_history, make_odd
from tests.support.journals import NOW, PASSPHRASE, new_workspace, rows

MANUAL = Path(__file__).parents[2] / "docs" / "manual.md"
HISTORY_FILES = ("history/step.jsonl", "history/image.jsonl", "history/version.jsonl")


def empty(folder: Path) -> Workspace:
    folder.mkdir(parents=True, exist_ok=True)
    return create_workspace(folder / "e.leadjournal", "Empty", None, FixedClock(NOW))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A journal with records of every kind, a trash, and versions of two ages."""
    path = tmp_path_factory.mktemp("filled") / "f.leadjournal"
    made = create_sample(path, FixedClock(datetime(2025, 10, 31, 18, tzinfo=UTC)), keep_dates=True)
    make_odd(made)
    age_history(made)
    made.close()
    # Old steps dissolve into versions when a journal is opened.
    with closing(open_workspace(path, None, FixedClock(made.clock.now()))) as again:
        make_odd_again(again)
        yield again


def make_odd_again(space: Workspace) -> None:
    entry = space.entries.add(EntryDraft(day=date(2025, 10, 1), title="Gone again"))
    space.history.seal()
    space.entries.remove(entry.id)


@pytest.fixture(scope="module")
def there_and_back(
    filled: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> tuple[zipfile.ZipFile, zipfile.ZipFile]:
    """The bundle of a journal, and the bundle of the journal made of that."""
    folder = tmp_path_factory.mktemp("bundles")
    filled.bundles.write(folder / "first.zip", with_history=True)
    with closing(empty(folder)) as other:
        taken = other.bundles.take_in(folder / "first.zip")
        assert taken.preview.history is History.TAKEN
        assert rows(other.entries.journal) == rows(filled.entries.journal)
        assert other.backups.check().ok
        other.bundles.write(folder / "second.zip", with_history=True)
    return zipfile.ZipFile(folder / "first.zip"), zipfile.ZipFile(folder / "second.zip")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_every_kind_comes_back_with_equal_bytes(
    there_and_back: tuple[zipfile.ZipFile, zipfile.ZipFile], kind: Kind
) -> None:
    first, second = (archive.read(f"{kind.id}.jsonl") for archive in there_and_back)
    assert first
    assert first == second


@pytest.mark.parametrize("name", HISTORY_FILES)
def test_the_history_comes_back_with_equal_bytes(
    there_and_back: tuple[zipfile.ZipFile, zipfile.ZipFile], name: str
) -> None:
    first, second = (archive.read(name) for archive in there_and_back)
    assert first
    assert first == second


def test_equal_journals_give_equal_files(filled: Workspace, tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        filled.bundles.write(tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_the_history_is_in_it_only_when_asked_for(filled: Workspace, tmp_path: Path) -> None:
    filled.bundles.write(tmp_path / "a.zip")
    parcel = Parcel(tmp_path / "a.zip")
    assert set(parcel.files) == {"README.txt", *(f"{kind.id}.jsonl" for kind in KINDS)}
    assert b"Will be removed" not in b"".join(parcel.files.values())
    assert parcel.manifest["history"] is False


def test_the_manifest_counts_and_signs_every_file(filled: Workspace, tmp_path: Path) -> None:
    written = filled.bundles.write(tmp_path / "a.zip", with_history=True)
    manifest = Parcel(tmp_path / "a.zip").manifest
    assert manifest["format"] == "leadjournal bundle"
    assert manifest["journal"] == filled.card.name
    assert datetime.fromisoformat(manifest["made"]) == filled.clock.now()
    counts = {file["name"]: file["records"] for file in manifest["files"]}
    kinds = {name: count for name, count in counts.items() if "/" not in name}
    assert list(kinds) == [f"{kind.id}.jsonl" for kind in KINDS]
    assert sum(kinds.values()) == written.records
    assert kinds == {
        f"{kind}.jsonl": len(found) for kind, found in rows(filled.entries.journal).items()
    }


def test_an_import_is_one_step_that_can_be_undone(filled: Workspace, tmp_path: Path) -> None:
    filled.bundles.write(tmp_path / "a.zip")
    with closing(empty(tmp_path / "other")) as other:
        before = rows(other.entries.journal)
        told: list[str] = []
        other.events.subscribe(lambda changed: told.append(changed.label))
        taken = other.bundles.take_in(tmp_path / "a.zip")
        assert told == ["Import a bundle"]
        assert (taken.backup, taken.can_be_undone) == (None, True)
        assert other.card.name == filled.card.name
        assert other.search.find("second visit")
        after = rows(other.entries.journal)
        assert after == rows(filled.entries.journal)
        other.history.undo()
        assert rows(other.entries.journal) == before
        other.history.redo()
        assert rows(other.entries.journal) == after
        assert other.backups.check().ok


def test_taking_it_in_again_adds_nothing(filled: Workspace, tmp_path: Path) -> None:
    filled.bundles.write(tmp_path / "a.zip")
    with closing(empty(tmp_path / "other")) as other:
        other.bundles.take_in(tmp_path / "a.zip")
        before = rows(other.entries.journal)
        other.history.seal()
        again = other.bundles.take_in(tmp_path / "a.zip")
        assert (again.preview.new, again.preview.different, again.backup) == (0, 0, None)
        assert again.sentence == "Everything in the bundle is here already."
        assert rows(other.entries.journal) == before
        assert not (tmp_path / "other" / "backups").exists()


def test_what_is_different_here_stays_and_is_counted(space: Workspace, tmp_path: Path) -> None:
    kept = space.entries.add(EntryDraft(day=date(2025, 10, 30), title="Written here"))
    lost = space.entries.add(EntryDraft(day=date(2025, 10, 30), title="Lost here"))
    space.bundles.write(tmp_path / "a.zip")
    space.entries.edit(kept.id, title="Written anew")
    space.entries.remove(lost.id)
    preview = space.bundles.preview(tmp_path / "a.zip")
    assert ("Entries", "1 new, 1 different here") in preview.rows
    assert "What is different here stays as it is here." in preview.notes
    assert [entry.title for entry in space.entries.all()] == ["Written anew"]
    taken = space.bundles.take_in(tmp_path / "a.zip")
    assert taken.sentence == "Took in 1 record."
    assert {entry.title for entry in space.entries.all()} == {"Written anew", "Lost here"}


def test_a_journal_that_is_not_empty_is_backed_up_before(
    filled: Workspace, space: Workspace, tmp_path: Path
) -> None:
    space.entries.capture("Mine")
    before = rows(space.entries.journal)
    filled.bundles.write(tmp_path / "a.zip", with_history=True)
    taken = space.bundles.take_in(tmp_path / "a.zip")
    assert taken.preview.history is History.LEFT_OUT
    assert any("stays out" in note for note in taken.preview.notes)
    assert space.card.name == "A journal"
    assert space.history.undo_label() == "Import a bundle"
    assert taken.backup is not None
    with closing(open_workspace(taken.backup, None, FixedClock(NOW))) as copy:
        assert rows(copy.entries.journal) == before


def test_trash_versions_and_undo_live_on(filled: Workspace, tmp_path: Path) -> None:
    filled.bundles.write(tmp_path / "a.zip", with_history=True)
    folder = tmp_path / "other"
    folder.mkdir()
    clock = FixedClock(filled.clock.now())
    with closing(create_workspace(folder / "e.leadjournal", "Empty", None, clock)) as other:
        taken = other.bundles.take_in(tmp_path / "a.zip")
        assert not taken.can_be_undone
        assert [gone.title for gone in other.trash.listing()] == [
            gone.title for gone in filled.trash.listing()
        ]
        assert other.trash.count() > 0
        changed = next(each for each in filled.entries.all() if each.title == "Second words")
        ref = Ref("entry", changed.id)
        # The steps are numbered anew, and a version that is still a step is named by its number.
        assert [replace(one, key="") for one in other.versions.of(ref)] == [
            replace(one, key="") for one in filled.versions.of(ref)
        ]
        assert other.history.undo_label() == filled.history.undo_label() == "Remove entry"
        other.history.undo()
        assert other.backups.check().ok


@pytest.mark.parametrize("last", [2**31, 2**63 - 1])
def test_however_far_the_steps_were_counted_the_journal_can_be_written_afterwards(
    filled: Workspace, tmp_path: Path, last: int
) -> None:
    filled.bundles.write(tmp_path / "a.zip", with_history=True)
    parcel = Parcel(tmp_path / "a.zip")
    own = parcel.records("history/step.jsonl")[-1]["id"]

    def count_on(name: str) -> Callable[[Records], None]:
        def change(records: Records) -> None:
            for each in records:
                each[name] = last if each[name] == own else each[name]

        return change

    parcel.change("history/step.jsonl", count_on("id"))
    parcel.change("history/image.jsonl", count_on("step")).tie(tmp_path / "b.zip")
    with closing(empty(tmp_path / "other")) as other:
        assert other.bundles.take_in(tmp_path / "b.zip").preview.history is History.TAKEN
        before = rows(other.entries.journal)
        for title in ("One", "Two"):
            other.entries.capture(title)
            other.history.seal()
        other.history.undo()
        other.history.undo()
        assert rows(other.entries.journal) == before
        other.bundles.write(tmp_path / "c.zip", with_history=True)
        steps = Parcel(tmp_path / "c.zip").records("history/step.jsonl")
        assert [step["id"] for step in steps] == list(range(1, len(steps) + 1))


def test_a_tag_of_the_same_name_is_the_same_tag(space: Workspace, tmp_path: Path) -> None:
    space.entries.capture("There", tags=["hiring"])
    space.bundles.write(tmp_path / "a.zip")
    (tmp_path / "other").mkdir()
    with closing(new_workspace(tmp_path / "other")) as other:
        other.entries.capture("Here", tags=["hiring"])
        other.bundles.take_in(tmp_path / "a.zip")
        assert other.entries.all_tags() == ["hiring"]
        assert [other.entries.tags(entry.id) for entry in other.entries.all()] == [["hiring"]] * 2
        assert other.bundles.take_in(tmp_path / "a.zip").preview.new == 0
        assert other.backups.check().ok


def test_a_week_away_is_not_counted_twice(space: Workspace, tmp_path: Path) -> None:
    space.away_weeks.mark(date(2025, 10, 27))
    space.bundles.write(tmp_path / "a.zip")
    (tmp_path / "other").mkdir()
    with closing(new_workspace(tmp_path / "other")) as other:
        other.away_weeks.mark(date(2025, 10, 27))
        other.bundles.take_in(tmp_path / "a.zip")
        assert len(other.away_weeks.all()) == 1


def test_an_encrypted_journal_gives_a_readable_bundle_for_its_user_only(tmp_path: Path) -> None:
    with closing(new_workspace(tmp_path, passphrase=PASSPHRASE)) as space:
        space.entries.capture("Secret words")
        space.bundles.write(tmp_path / "a.zip")
    assert stat.S_IMODE((tmp_path / "a.zip").stat().st_mode) == 0o600
    assert b"Secret words" in Parcel(tmp_path / "a.zip").files["entry.jsonl"]


def test_a_bundle_that_cannot_be_written_leaves_what_was_there(
    space: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UserMistake, match=r"ends in \.zip"):
        space.bundles.write(space.path)
    with pytest.raises(MachineFault, match="could not be written"):
        space.bundles.write(tmp_path / "gone" / "a.zip")
    (tmp_path / "a.zip").write_bytes(b"before")
    monkeypatch.setattr(limits, "TOTAL", 2_000)
    space.entries.capture("Words " * 1_000)
    with pytest.raises(UserMistake, match="may hold"):
        space.bundles.write(tmp_path / "a.zip")
    assert (tmp_path / "a.zip").read_bytes() == b"before"
    assert not list(tmp_path.glob(".a.zip-*"))


def test_a_long_list_goes_on_in_further_files(
    filled: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "PART", 900)
    filled.bundles.write(tmp_path / "a.zip", with_history=True)
    names = Parcel(tmp_path / "a.zip").files
    assert {"entry.2.jsonl", "history/image.2.jsonl", "history/version.3.jsonl"} <= set(names)
    with closing(empty(tmp_path / "other")) as other:
        other.bundles.take_in(tmp_path / "a.zip")
        assert rows(other.entries.journal) == rows(filled.entries.journal)


def test_a_text_that_packs_like_a_bomb_comes_back(space: Workspace, tmp_path: Path) -> None:
    long = "a" * 1_900_000
    space.entries.add(EntryDraft(day=date(2025, 10, 30), title="Long", text=long))
    space.bundles.write(tmp_path / "a.zip", with_history=True)
    with closing(empty(tmp_path / "other")) as other:
        other.bundles.take_in(tmp_path / "a.zip")
        assert other.entries.all()[0].text == long


def test_a_folder_with_the_files_is_a_bundle_too(filled: Workspace, tmp_path: Path) -> None:
    filled.bundles.write(tmp_path / "a.zip", with_history=True)
    folder = Parcel(tmp_path / "a.zip").spread(tmp_path / "unpacked")
    (folder / ".DS_Store").write_bytes(b"left by a file manager")
    with closing(empty(tmp_path / "other")) as other:
        other.bundles.take_in(folder)
        assert rows(other.entries.journal) == rows(filled.entries.journal)


def test_an_older_bundle_has_defaults_for_what_it_lacks(filled: Workspace, tmp_path: Path) -> None:
    filled.bundles.write(tmp_path / "a.zip")
    parcel = Parcel(tmp_path / "a.zip").drop("away-week.jsonl")
    parcel.change("output.jsonl", lambda found: [each.pop("stage") for each in found])
    with closing(empty(tmp_path / "other")) as other:
        other.bundles.take_in(parcel.tie(tmp_path / "older.zip"))
        assert {output.stage for output in other.outputs.all()} == {"running"}
        assert other.away_weeks.all() == []


def test_a_newer_bundle_is_refused_by_its_version(filled: Workspace, tmp_path: Path) -> None:
    filled.bundles.write(tmp_path / "a.zip")
    parcel = Parcel(tmp_path / "a.zip")
    parcel.manifest["program"] = "9.1.0"
    parcel.change("entry.jsonl", lambda found: found[4].update(mood="calm"))
    with pytest.raises(UserMistake, match=r"line 5 .*“mood” is not known .*9\.1\.0"):
        filled.bundles.preview(parcel.tie(tmp_path / "newer.zip"))
    parcel = Parcel(tmp_path / "a.zip").put("planet.jsonl", b"{}\n")
    with pytest.raises(UserMistake, match=r"“planet\.jsonl” in it is not known"):
        filled.bundles.preview(parcel.tie(tmp_path / "newer.zip"))


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("outcome.jsonl", "owner_id"),
        ("reading.jsonl", "indicator_id"),
        ("reference.jsonl", "to_id"),
    ],
)
def test_what_points_nowhere_is_refused_by_name(
    filled: Workspace, tmp_path: Path, name: str, column: str
) -> None:
    filled.bundles.write(tmp_path / "a.zip")
    parcel = Parcel(tmp_path / "a.zip")
    parcel.change(name, lambda found: found[1].update({column: "nobody-has-this-id"}))
    parcel.tie(tmp_path / "dangling.zip")
    with closing(empty(tmp_path / "other")) as other:
        before = rows(other.entries.journal)
        with pytest.raises(UserMistake, match=f"line 2 of “{name}”.*“{column}” names"):
            other.bundles.take_in(tmp_path / "dangling.zip")
        assert rows(other.entries.journal) == before


def test_the_progress_is_told(filled: Workspace, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    class Told:
        def say(self, done: int, total: int, words: str = "") -> None:
            told.append((done, total))

    filled.bundles.write(tmp_path / "a.zip", with_history=True, progress=Told())
    assert told == sorted(told)
    assert told[-1][0] <= told[-1][1]
    filled.bundles.preview(tmp_path / "a.zip", Told())
    assert told[-1][0] <= told[-1][1]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=60), st.text(max_size=200)), min_size=1, max_size=4))
def test_any_text_comes_back(texts: list[tuple[str, str]]) -> None:
    folder = Path(tempfile.mkdtemp())
    with closing(new_workspace(folder)) as space, closing(empty(folder / "other")) as other:
        for title, text in texts:
            space.entries.add(
                EntryDraft(day=date(2025, 10, 30), title=title, text=text), tags=[title]
            )
        space.bundles.write(folder / "a.zip", with_history=True)
        other.bundles.take_in(folder / "a.zip")
        assert rows(other.entries.journal) == rows(space.entries.journal)
        other.bundles.write(folder / "b.zip", with_history=True)
    assert Parcel(folder / "a.zip").files == Parcel(folder / "b.zip").files


def test_the_manual_reads_a_bundle_without_us(filled: Workspace, tmp_path: Path) -> None:
    filled.bundles.write(tmp_path / "mine.bundle.zip")
    manual = MANUAL.read_text(encoding="utf-8")
    (script,) = re.findall(r"```python\n(.*?)```", manual, re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-I", "-c", script],
        cwd=tmp_path, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    entries = filled.entries.all()
    assert done.stdout.splitlines()[0] == f"{len(entries)} entries"
    assert len(done.stdout.splitlines()) > len(entries)


def test_lines_are_told_apart_by_any_reader(filled: Workspace, tmp_path: Path) -> None:
    filled.bundles.write(tmp_path / "a.zip", with_history=True)
    for name, content in Parcel(tmp_path / "a.zip").files.items():
        if name.endswith(".jsonl"):
            lines = content.decode().splitlines()
            assert len(lines) == content.count(b"\n")
            assert all(isinstance(json.loads(line), dict) for line in lines)
