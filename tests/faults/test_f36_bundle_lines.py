"""F36: lines of a bundle that no record can be made of are refused by file and line, or taken."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadjournal.base.errors import UserMistake
from leadjournal.model.catalogue import KINDS
from leadjournal.services.workspace import Workspace
from tests.support.bundles import Parcel, make_odd, refusal
from tests.support.journals import new_workspace, rows
from tests.support.records import a_review, a_why, ago, an_indicator, an_outcome, an_output

REASONS = (
    "it is not JSON.", "it is not UTF-8.", "nested too deep", "too large", "no number",
    "half a character", "says something twice", "not a record with named values",
)  # fmt: skip

BROKEN: dict[str, bytes] = {
    "deep": b'{"title": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "rather deep": b'{"title": ' + b"[" * 200 + b"]" * 200 + b"}",
    "many digits": b'{"energy": ' + b"9" * 10_000 + b"}",
    "a long fraction": b'{"energy": ' + b"9" * 10_000 + b".5}",
    "64 bits": b'{"energy": 9223372036854775808}',
    "NaN": b'{"energy": NaN}',
    "Infinity": b'{"energy": -Infinity}',
    "beyond": b'{"energy": 1e999}',
    "twice": b'{"title": "a", "title": "b"}',
    "twice inside": b'{"title": {"a": 1, "a": 2}}',
    "half a character": b'{"title": "\\ud83d"}',
    "half a character as a name": b'{"\\udc00": 1}',
    "a list": b"[]",
    "a word": b'"entry"',
    "nothing": b"",
    "null": b"null",
    "cut": b'{"title": "a',
    "two": b"{} {}",
    "byte order mark": b'\xef\xbb\xbf{"title": "a"}',
    "UTF-16": '{"title": "a"}'.encode("utf-16"),
    "Latin-1": b'{"title": "caf\xe9"}',
}

WRONG: dict[str, tuple[str, Any, str]] = {
    "day as a number": ("day", 20251031, "“day” is not a day."),
    "day as a moment": ("day", "2025-10-31T00:00:00", "“day” is not a day."),
    "day 0000": ("day", "0000-01-01", "Date must be a day"),
    "day 9999": ("day", "9999-12-31", "Date is out of range"),
    "day that is none": ("day", "2025-02-30", "Date must be a day"),
    "no day": ("day", None, "Date must be a day"),
    "text as a number": ("text", 5, "“text” is not a text."),
    "text as a list": ("text", ["a"], "“text” is not a text."),
    "a title too long": ("title", "a" * 301, "Title may have at most 300 characters."),
    "energy as a text": ("energy", "3", "“energy” is not a whole number."),
    "energy as a truth": ("energy", True, "“energy” is not a whole number."),
    "energy as a fraction": ("energy", 2.5, "“energy” is not a whole number."),
    "energy beyond": ("energy", 6, "Energy must be at most 5."),
    "an unknown word": ("privacy", "public", "Privacy must be one of"),
    "moment without a zone": ("created", "2025-10-31T16:00:00", "“created” is not a moment"),
    "moment long ago": ("created", "0001-01-01T00:00:00Z", "“created” is not a moment"),
    "moment far ahead": ("changed", "9999-12-31T23:59:59Z", "“changed” is not a moment"),
    "no moment": ("changed", None, "“changed” is needed."),
    "an id of another kind": ("id", "journal", "its id cannot be one."),
    "an id with a blank": ("id", "a b", "its id cannot be one."),
    "an empty id": ("id", "", "its id cannot be one."),
    "a long id": ("id", "a" * 37, "its id cannot be one."),
    "no id": ("id", None, "“id” is needed."),
}


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Parcel:
    """The bundle of a small journal with a record of almost every kind, and with a history."""
    folder = tmp_path_factory.mktemp("source")
    with closing(new_workspace(folder)) as space:
        outcome = an_outcome(space, why=a_why(space))
        an_indicator(space, outcome, (ago(3), 5.0))
        a_review(space, outcome, ago(2))
        an_output(space, outcome=outcome)
        make_odd(space)
        space.bundles.write(folder / "a.zip", with_history=True)
    return Parcel(folder / "a.zip")


@pytest.fixture
def space(tmp_path: Path) -> Iterator[Workspace]:
    with closing(new_workspace(tmp_path)) as made:
        yield made


@pytest.fixture
def parcel(source: Parcel, tmp_path: Path) -> Parcel:
    return Parcel(source.tie(tmp_path / "source.zip"))


def refused(space: Workspace, parcel: Parcel, path: Path, *words: str) -> None:
    before = rows(space.entries.journal)
    with pytest.raises(UserMistake) as told:
        space.bundles.take_in(parcel.tie(path))
    for word in words:
        assert word in str(told.value)
    assert rows(space.entries.journal) == before


@pytest.mark.parametrize("line", BROKEN.values(), ids=BROKEN)
def test_a_line_that_is_no_record_is_named(
    space: Workspace, parcel: Parcel, tmp_path: Path, line: bytes
) -> None:
    lines = parcel.files["entry.jsonl"].split(b"\n")
    parcel.put("entry.jsonl", b"\n".join([lines[0], line.replace(b"\n", b""), *lines[1:]]))
    before = rows(space.entries.journal)
    with pytest.raises(UserMistake, match=r"line 2 of “entry\.jsonl”: ") as told:
        space.bundles.take_in(parcel.tie(tmp_path / "b.zip"))
    assert any(reason in str(told.value) for reason in REASONS)
    assert rows(space.entries.journal) == before


@pytest.mark.parametrize(("column", "value", "reason"), WRONG.values(), ids=WRONG)
def test_a_wrong_value_is_named(
    space: Workspace, parcel: Parcel, tmp_path: Path, column: str, value: Any, reason: str
) -> None:
    parcel.change("entry.jsonl", lambda found: found[2].update({column: value}))
    refused(space, parcel, tmp_path / "b.zip", "line 3 of “entry.jsonl”: ", reason)


def test_a_record_that_is_there_twice_is_named(
    space: Workspace, parcel: Parcel, tmp_path: Path
) -> None:
    parcel.change("entry.jsonl", lambda found: found.append(found[0]))
    count = len(parcel.records("entry.jsonl"))
    refused(space, parcel, tmp_path / "b.zip", f"line {count} of “entry.jsonl”", "there twice")
    parcel.change("entry.jsonl", lambda found: found.pop())
    parcel.change("tag.jsonl", lambda found: found[1].update(name=found[0]["name"]))
    refused(space, parcel, tmp_path / "b.zip", "line 2 of “tag.jsonl”", "there twice")


def test_an_id_that_another_kind_has_is_named(
    space: Workspace, parcel: Parcel, tmp_path: Path
) -> None:
    (mine,) = [space.entries.capture("Mine")]
    parcel.change("why.jsonl", lambda found: found[0].update(id=mine.id))
    parcel.change("outcome-why.jsonl", lambda found: found.clear())
    refused(space, parcel, tmp_path / "b.zip", "line 1 of “why.jsonl”", "that of another record")


BROKEN_PAST: dict[str, tuple[str, Any, str]] = {
    "a column that closes its quotes": (
        "history/image.jsonl",
        lambda found: found[0]["after"].update({'name" = 1; --': 1}),
        "other values",
    ),
    "an image of another record": (
        "history/image.jsonl", lambda found: found[2]["after"].update(id="another"), "contradict",
    ),
    "an image that is no row": (
        "history/image.jsonl", lambda found: found[0].update(after=[1]), "not known",
    ),
    "an unknown kind": (
        "history/image.jsonl", lambda found: found[0].update(kind="sqlite_schema"), "not known",
    ),
    "a moment that cannot be read": (
        "history/image.jsonl",
        lambda found: found[0]["after"].update(created="yesterday"),
        "its image cannot be read",
    ),
    "a moment of another form": (
        "history/image.jsonl",
        lambda found: found[0]["after"].update(created="2025-10-31T16:00:00"),
        "not as leadjournal writes it",
    ),
    "a value of another form": (
        "history/image.jsonl",
        lambda found: found[0]["after"].update(sample=7),
        "not as leadjournal writes it",
    ),
    "an image twice": (
        "history/image.jsonl", lambda found: found.insert(0, found[0]), "contradict",
    ),
    "an image of no step": (
        "history/image.jsonl", lambda found: found[-1].update(step=10_000), "belongs to no step",
    ),
    "steps out of order": ("history/step.jsonl", lambda found: found.reverse(), "in its order"),
    "a step of a newer schema": (
        "history/step.jsonl", lambda found: found[0].update(schema=99), "a newer version made it",
    ),
    "a step without a moment": (
        "history/step.jsonl", lambda found: found[0].update(made="soon"), "not a moment",
    ),
    "a step in between": (
        "history/step.jsonl", lambda found: found[0].update(undone=True), "“undone”",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("name", "change", "reason"), BROKEN_PAST.values(), ids=BROKEN_PAST)
def test_a_history_that_would_harm_is_named(
    space: Workspace, parcel: Parcel, tmp_path: Path, name: str, change: Any, reason: str
) -> None:
    refused(space, parcel.change(name, change), tmp_path / "b.zip", "history/", reason)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats() | st.text(max_size=20)
    | st.sampled_from(("2025-10-31", "9999-12-31", "2025-10-31T16:00:00Z", "journal", "entry")),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=5), inside,
                                                                  max_size=3),
    max_leaves=6,
)  # fmt: skip


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A journal without records but with a past, into which one bundle after another is taken."""
    with closing(new_workspace(tmp_path_factory.mktemp("used"))) as made:
        made.entries.remove(made.entries.capture("Its past").id)
        yield made


@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_whatever_stands_in_a_column_is_refused_or_taken_as_a_whole(
    source: Parcel, used: Workspace, data: st.DataObject
) -> None:
    path = used.path.with_name("b.zip")
    names = [f"{kind.id}.jsonl" for kind in KINDS if source.records(f"{kind.id}.jsonl")]
    name = data.draw(st.sampled_from(names))
    records = source.records(name)
    record = data.draw(st.sampled_from(records))
    record[data.draw(st.sampled_from((*record, "unknown")))] = data.draw(JSON)
    parcel = Parcel(source.tie(path))
    parcel.put(name, "".join(f"{json.dumps(each)}\n" for each in records).encode())
    before = rows(used.entries.journal)
    if said := refusal(lambda: used.bundles.take_in(parcel.tie(path))):
        assert ".jsonl”" in said
        assert rows(used.entries.journal) == before
        return
    assert used.backups.check().ok
    assert used.bundles.preview(path).new == 0
    used.history.undo()
    assert rows(used.entries.journal) == before
