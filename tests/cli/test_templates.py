"""templates: the catalogue, one template, and the faults of a file."""

from pathlib import Path

import pytest

from leadjournal.base.resources import resource
from tests.cli.terminal import lj

SHIPPED = sorted(file.stem for file in resource("templates", "en").glob("*.toml"))


def test_the_catalogue_as_json() -> None:
    found = lj("templates", "--json").json
    assert [template["id"] for template in found] == SHIPPED
    for template in found:
        assert list(template) == ["id", "version", "title", "area", "minutes", "steps"]
        assert list(template["steps"][0]) == ["id", "kind", "required"]


def test_one_template_as_json_is_the_one_in_the_list() -> None:
    for template in lj("templates", "--json").json:
        assert lj("templates", template["id"], "--json").json == template


def test_the_catalogue_and_a_template_in_words() -> None:
    listed = lj("templates").out
    assert "daily-reflection  Daily check-in" in listed
    shown = lj("templates", "daily-reflection").out
    assert "Did meaningful work move today?" in shown
    assert "choice, required" in shown


@pytest.mark.parametrize("name", SHIPPED)
def test_what_is_shipped_has_no_faults(name: str) -> None:
    said = lj("templates", "check", resource("templates", "en", f"{name}.toml"))
    assert (said.code, said.err) == (0, "")
    assert lj("templates", "check", resource("templates", "en", f"{name}.toml"), "--json").json == {
        "faults": []
    }


def test_faults_are_named_one_a_line(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text('id = "Own!"\nsteps = []\n', encoding="utf-8")
    said = lj("templates", "check", file)
    faults = said.out.splitlines()
    assert said.code == 1
    assert len(faults) > 1
    assert said.err == f"{file} has {len(faults)} faults.\n"
    as_json = lj("templates", "check", file, "--json")
    assert (as_json.code, as_json.json) == (1, {"faults": faults})


@pytest.mark.parametrize(("content", "code"), [(b"\xff\xfe", 1), (b"= 1", 1), (b"", 1), (None, 3)])
def test_a_file_that_is_no_template(tmp_path: Path, content: bytes | None, code: int) -> None:
    file = tmp_path / "own.toml"
    if content is not None:
        file.write_bytes(content)
    said = lj("templates", "check", file)
    assert said.code == code
    assert said.err.count("\n") == 1
    lj("templates", "check", tmp_path).told(3, "folder")
