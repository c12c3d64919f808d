"""What a disk refuses: it gets into a copy elsewhere, or waits for the next opening."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from leadjournal.base import folders
from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import Problem, UserMistake
from leadjournal.model.catalogue import Ref
from leadjournal.services import rescue, waiting
from leadjournal.services.journals import open_workspace
from leadjournal.services.protection import change_protection
from leadjournal.services.unsaved import Unsaved
from leadjournal.services.workspace import Workspace
from tests.support.guards import LogLines
from tests.support.journals import NOW, PASSPHRASE, TODAY, new_workspace

FACTS = {"day": TODAY.isoformat(), "kind": "note", "privacy": "private"}


@pytest.fixture(params=[None, PASSPHRASE], ids=["plain", "encrypted"])
def space(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    with closing(new_workspace(tmp_path, passphrase=request.param)) as made:
        yield made


def unsaved(space: Workspace) -> list[Unsaved]:
    """A change of an entry, a new entry, an answer and a half-typed line."""
    known = space.entries.capture("Known")
    guide = space.guides.start("daily-reflection")
    return [
        Unsaved.of_entry(known.id, FACTS, "Known", "and longer"),
        Unsaved.of_entry("", FACTS, "New", "words"),
        Unsaved.of_answer(guide.id, "win", "A small thing", "What?\n\nA small thing"),
        Unsaved.of_draft("today:line", {"line": "Half a thou"}, "Half a thou"),
    ]


def is_all_there(space: Workspace) -> None:
    texts = {entry.title: entry.text for entry in space.entries.all()}
    assert texts == {"Known": "and longer", "New": "words"}
    (draft,) = space.guides.drafts()
    assert draft.answers == {"win": "A small thing"}
    assert space.drafts.peek("today:line") == {"line": "Half a thou"}
    assert space.backups.check().ok


def test_a_copy_elsewhere_holds_what_is_saved_and_what_is_not(
    space: Workspace, tmp_path: Path
) -> None:
    target = tmp_path / "stick" / "copy.leadjournal"
    rescue.copy_elsewhere(space, target, unsaved(space))
    assert [each.name for each in target.parent.iterdir()] == [target.name]
    with closing(open_workspace(target, space.passphrase, FixedClock(NOW))) as copy:
        is_all_there(copy)
        assert copy.identity == space.identity


def test_what_is_there_already_is_never_written_over(space: Workspace, tmp_path: Path) -> None:
    there = tmp_path / "there.leadjournal"
    there.write_bytes(b"mine")
    with pytest.raises(UserMistake, match="already there"):
        rescue.copy_elsewhere(space, there)
    with pytest.raises(UserMistake, match="already there"):
        rescue.write_text(there, [])
    assert there.read_bytes() == b"mine"


def test_a_copy_that_is_made_anew_takes_the_place_of_the_first_when_it_is_whole(
    space: Workspace, tmp_path: Path
) -> None:
    target = tmp_path / "copy.leadjournal"
    rescue.copy_elsewhere(space, target)
    before = target.read_bytes()
    with pytest.raises(KeyError):
        rescue.copy_elsewhere(space, target, [Unsaved("odd", "", {}, "")], anew=True)
    assert target.read_bytes() == before
    assert [each.name for each in tmp_path.glob("*copy*")] == [target.name]
    rescue.copy_elsewhere(space, target, unsaved(space), anew=True)
    with closing(open_workspace(target, space.passphrase, FixedClock(NOW))) as copy:
        is_all_there(copy)


def test_the_last_words_wait_and_come_back_once(space: Workspace) -> None:
    first, *others = unsaved(space)
    assert rescue.keep(space, [first])
    assert rescue.keep(space, others)
    (file,) = (folders.settings() / "rescued").iterdir()
    is_plain = b"Half a thou" in file.read_bytes()
    assert is_plain == (not space.is_encrypted)
    assert rescue.bring_back(space) == 4
    is_all_there(space)
    assert rescue.bring_back(space) == 0
    assert list(file.parent.iterdir()) == []


def test_an_entry_that_was_removed_meanwhile_is_written_anew(space: Workspace) -> None:
    entry = space.entries.capture("Gone")
    space.entries.remove(entry.id)
    rescue.keep(space, [Unsaved.of_entry(entry.id, FACTS, "Gone", "and back")])
    rescue.bring_back(space)
    assert [each.text for each in space.entries.all()] == ["and back"]


def test_an_answer_to_a_guide_that_was_finished_becomes_a_note(space: Workspace) -> None:
    answer = Unsaved.of_answer("no-such-guide", "win", "A small thing", "What?\n\nA small thing")
    rescue.keep(space, [answer])
    rescue.bring_back(space)
    assert [each.title for each in space.entries.all()] == ["What?"]


def test_what_fits_nowhere_becomes_a_note_and_nothing_comes_back_twice(space: Workspace) -> None:
    odd = Unsaved.of_entry("", {**FACTS, "kind": "no such kind"}, "Odd", "second")
    rescue.keep(space, [Unsaved.of_entry("", FACTS, "New", "once"), odd])
    rescue.keep(space, [Unsaved("no such way", "", {}, "Third"), unsaved(space)[3]])
    assert rescue.bring_back(space) == 4
    assert rescue.bring_back(space) == 0
    texts = {entry.title: entry.text for entry in space.entries.all()}
    assert texts == {"Known": "", "New": "once", "Odd": "second", "Third": ""}
    assert len(space.entries.all()) == len(texts)


def test_what_cannot_be_saved_at_all_waits_on_alone(space: Workspace) -> None:
    too_long = "x" * 3_000_000
    stuck = Unsaved.of_entry("", FACTS, "", too_long)
    rescue.keep(space, [stuck, Unsaved.of_entry("", FACTS, "New", "once")])
    for _opening in range(2):
        with pytest.raises(Problem):
            rescue.bring_back(space)
        assert [entry.title for entry in space.entries.all()] == ["New"]
    with closing(
        waiting.opened(waiting.place(space.identity), space.passphrase, space.clock)
    ) as it:
        assert [text["words"] for text in waiting.texts_of(it)] == [too_long]


def test_words_that_wait_since_before_the_passphrase_come_under_it(tmp_path: Path) -> None:
    with closing(new_workspace(tmp_path)) as plain:
        rescue.keep(plain, [Unsaved.of_entry("", FACTS, "First", "readable")])
        place = waiting.place(plain.identity)
        put_by = place.read_bytes()
    change_protection(plain.path, None, PASSPHRASE, FixedClock(NOW))
    place.write_bytes(put_by)
    with closing(open_workspace(plain.path, PASSPHRASE, FixedClock(NOW))) as space:
        assert rescue.keep(space, [Unsaved.of_entry("", FACTS, "Second", "hidden")])
        assert b"readable" not in place.read_bytes()
        assert rescue.bring_back(space) == 2
        place.write_bytes(put_by)
        assert rescue.bring_back(space) == 1
        assert not place.exists()


def test_what_is_forgotten_does_not_wait_either(space: Workspace) -> None:
    gone, stays = space.entries.capture("Gone"), space.entries.capture("Stays")
    for entry in (gone, stays):
        rescue.keep(space, [Unsaved.of_entry(entry.id, FACTS, entry.title, "and longer")])
    space.forgetting.forget(Ref("entry", gone.id))
    assert b"Gone" not in waiting.place(space.identity).read_bytes()
    space.forgetting.forget(Ref("entry", stays.id))
    assert not waiting.place(space.identity).exists()
    assert rescue.bring_back(space) == 0


def test_where_nothing_can_be_put_by_that_is_said_and_logged_without_words(
    space: Workspace, log_lines: LogLines
) -> None:
    folders.settings().parent.mkdir(parents=True)
    folders.settings().write_text("a file is in the way")
    assert not rescue.keep(space, [Unsaved.of_entry("", FACTS, "Secret", "words")])
    (line,) = log_lines.take()
    assert "Secret" not in line


def test_the_text_alone_can_be_read_by_anybody(space: Workspace, tmp_path: Path) -> None:
    rescue.write_text(tmp_path / "text.md", [Unsaved.of_entry("", FACTS, "Title", "One.\nTwo.")])
    assert (tmp_path / "text.md").read_text() == "# Title\n\nOne.\nTwo.\n"
