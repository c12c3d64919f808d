"""add, list, show: records come in and can be read again."""

from pathlib import Path

import pytest

from leadjournal.model.catalogue import KINDS
from tests.cli.terminal import lj


@pytest.fixture
def journal(folder: Path) -> Path:
    path = folder / "own.leadjournal"
    assert lj("new", path).code == 0
    return path


def entries(journal: Path) -> list[dict[str, object]]:
    said = lj("list", "entry", "--json", "-j", journal)
    assert (said.code, said.err) == (0, "")
    return list(said.json)


def test_an_entry_with_everything(journal: Path) -> None:
    said = lj(
        "add", "Obi asked for the board\nand got it", "--date", "2025-10-31", "--tag", "desk",
        "--tag", "obi", "--kind", "moment",
    )  # fmt: skip
    assert (said.code, said.err) == (0, "")
    (entry,) = entries(journal)
    assert said.out == f"Added {str(entry['id'])[:8]} on 2025-10-31.\n"
    assert (entry["title"], entry["text"]) == ("Obi asked for the board", "and got it")
    assert (entry["kind"], entry["day"], entry["privacy"]) == ("moment", "2025-10-31", "private")
    shown = lj("show", str(entry["id"])[:6], "--json").json
    assert (shown["kind"], shown["tags"]) == ("entry", ["desk", "obi"])
    assert [file.name for file in journal.parent.iterdir()] == [journal.name]


def test_an_entry_from_standard_input(journal: Path) -> None:
    said = lj("add", "-", stdin="\ufeffEin schöner Tag\r\nmit Öl\n".encode())
    assert said.code == 0
    (entry,) = entries(journal)
    assert (entry["title"], entry["text"]) == ("Ein schöner Tag", "mit Öl")


@pytest.mark.parametrize(
    ("words", "stdin"),
    [
        (["add", ""], b""),
        (["add", " \n\t "], b""),
        (["add", "\x00"], b""),
        (["add", "-"], b""),
        (["add", "-"], b"\xff\xfe\x00"),
        (["add", "-"], b"a" * 8_000_001),
        (["add", "-"], b"a" * 2_000_001),
        (["add", "a", "--date", "31.10.2025"], b""),
        (["add", "a", "--date", "2025-13-01"], b""),
        (["add", "a", "--date", "9999-12-31"], b""),
        (["add", "a", "--kind", "poem"], b""),
        (["add", "a", "--kind", ""], b""),
    ],
)
def test_an_entry_that_cannot_be(journal: Path, words: list[str], stdin: bytes) -> None:
    lj(*words, stdin=stdin).told(1)
    assert entries(journal) == []


@pytest.mark.parametrize(
    "text", ["[bold]x[/bold] :smile: [/]", "a\x1b[31mred\x07", "\ud800 half", "日本語 🧭", "-1 -2"]
)
def test_text_is_shown_as_it_is_and_steers_nothing(journal: Path, text: str) -> None:
    assert lj("add", "--", text).code == 0
    (entry,) = entries(journal)
    said = lj("list", "entry")
    assert said.code == 0
    assert "\x1b" not in said.out
    assert "\x07" not in said.out
    expected = text.replace("\ud800", "\ufffd").replace("\x1b", "\ufffd").replace("\x07", "\ufffd")
    assert expected in said.out
    assert expected in lj("show", str(entry["id"])).out


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS])
def test_every_kind_can_be_listed_and_shown(sample: Path, kind: str) -> None:
    said = lj("list", kind, "-j", sample)
    assert (said.code, said.err) == (0, "")
    records = lj("list", kind, "--json", "-j", sample).json
    assert said.out.splitlines()[-1].startswith(f"{len(records)} ")
    for record in records[:1]:
        shown = lj("show", record["id"], "-j", sample)
        assert (shown.code, shown.err) == (0, "")
        document = lj("show", record["id"], "--json", "-j", sample).json
        assert list(document) == ["kind", "record", "tags", "links", "linked_from", "parts"]
        assert (document["kind"], document["record"]) == (kind, record)


def test_a_kind_may_be_called_by_its_plural(sample: Path) -> None:
    assert lj("list", "Whys", "-j", sample).out.endswith("\n3 whys\n")


def test_a_list_of_a_period(sample: Path) -> None:
    listed = lj(
        "list", "outcome", "--since", "2025-02-24", "--until", "2025-03-17", "--json", "-j", sample
    ).json
    assert [outcome["created_on"] for outcome in listed] == [
        "2025-02-24", "2025-02-24", "2025-03-03", "2025-03-17",
    ]  # fmt: skip
    assert {outcome["status"] for outcome in listed} == {"active"}


@pytest.mark.parametrize(
    "words",
    [
        ["list", "poem"], ["list", ""], ["list", "entry", "--since", "tomorrow"],
        ["list", "entry", "--until", "2025-06-31"],
        ["list", "entry", "--since", "2025-06-02", "--until", "2025-06-01"],
        ["show", ""], ["show", "%"], ["show", "z" * 5_000], ["show", "a\x00b"], ["show", "2"],
        ["search", "a", "--limit", "0"], ["search", "a", "--limit", "-3"],
        ["search", "a", "--limit", "many"], ["search", "a", "--limit", "9" * 400],
        ["search", "a", "--kind", "poem"], ["search", "a", "--person", "Nobody"],
        ["search", "a", "--outcome", "the"], ["search", "a", "--outcome", ""],
        ["search", "a", "--since", "2025-02-29"], ["templates", "poem"], ["templates", "../x"],
    ],
)  # fmt: skip
def test_days_numbers_and_ids_that_cannot_be(sample: Path, words: list[str]) -> None:
    journal = [] if words[0] == "templates" else ["-j", str(sample)]
    lj(*words, *journal).told(1)


def test_what_links_where_is_shown(sample: Path) -> None:
    for entry in lj("list", "entry", "--json", "-j", sample).json:
        document = lj("show", entry["id"], "--json", "-j", sample).json
        if document["links"]:
            break
    target = document["links"][0]
    shown = lj("show", entry["id"], "-j", sample).out
    assert target["title"] in shown
    back = lj("show", target["id"], "--json", "-j", sample).json["linked_from"]
    assert entry["id"] in [one["id"] for one in back]


def test_what_belongs_to_an_outcome_is_shown_with_it(sample: Path) -> None:
    outcome = lj("list", "outcome", "--json", "-j", sample).json[1]
    parts = lj("show", outcome["id"], "--json", "-j", sample).json["parts"]
    assert {kind: len(found) for kind, found in parts.items()} == {
        "outcome-why": 1, "indicator": 4, "review": 3, "link": 4, "cycle-score": 1,
    }  # fmt: skip
    shown = lj("show", outcome["id"], "-j", sample).out
    for indicator in parts["indicator"]:
        assert indicator["name"] in shown
