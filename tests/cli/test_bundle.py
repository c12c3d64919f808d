"""bundle and import: everything out without loss, and back in."""

import re
import stat
import zipfile
from pathlib import Path
from typing import Any

import pytest

from leadjournal.cli.commands import COMMANDS
from tests.cli.terminal import child, fingerprint, lj
from tests.support.bundles import Parcel

SECRET = "four calm words here"


def _by_id(record: Any) -> str:
    return str(record["id"])


@pytest.fixture
def bundle(sample: Path, folder: Path) -> Path:
    path = folder / "mine.bundle.zip"
    assert lj("bundle", path, "-j", sample).code == 0
    return path


@pytest.fixture
def other(folder: Path) -> Path:
    path = folder / "other.leadjournal"
    assert lj("new", path).code == 0
    return path


def test_a_bundle_says_how_many_records_it_has(sample: Path, folder: Path) -> None:
    before = fingerprint(folder)
    path = folder / "mine.bundle.zip"
    said = lj("bundle", path, "-j", sample)
    assert (said.code, said.err) == (0, "")
    parcel = Parcel(path)
    count = sum(file["records"] for file in parcel.manifest["files"])
    assert said.out == f"Wrote {count:,} records into {path}.\n"
    assert not any(name.startswith("history/") for name in parcel.files)
    assert fingerprint(folder)[sample.name] == before[sample.name]


def test_the_history_is_asked_for(sample: Path, folder: Path) -> None:
    path = folder / "mine.zip"
    assert lj("bundle", path, "--with-history", "-j", sample).code == 0
    with zipfile.ZipFile(path) as archive:
        assert archive.read("history/image.jsonl").startswith(b'{"step": ')


def test_the_bundle_of_an_encrypted_journal_warns_and_is_for_its_user_only(folder: Path) -> None:
    secret = folder / "secret"
    secret.write_text(f"{SECRET}\n", encoding="utf-8")
    assert lj("new", folder / "e.leadjournal", "--passphrase-file", secret).code == 0
    path = folder / "e.zip"
    said = lj("bundle", path, "--passphrase-file", secret)
    assert said.code == 0
    assert said.err == (
        "The journal is encrypted, the bundle is not: whoever has it can read it.\n"
    )
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    lj("bundle", folder / "f.zip").told(3, "passphrase")


def test_a_bundle_has_a_name_of_its_kind(sample: Path, folder: Path) -> None:
    before = fingerprint(folder)
    lj("bundle", sample, "-j", sample).told(1, "ends in .zip")
    lj("bundle", folder / "gone" / "a.zip", "-j", sample).told(3, "could not be written")
    assert fingerprint(folder) == before


def test_a_dry_run_tells_and_changes_nothing(bundle: Path, other: Path, folder: Path) -> None:
    before = fingerprint(folder)
    said = lj("import", bundle, "--dry-run", "-j", other)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Bundle of “Nadia’s journal”, written on ")
    assert re.search(r"^Outcomes +6 new$", said.out, re.MULTILINE)
    assert said.out.endswith("Nothing was changed: this was a dry run.\n")
    assert fingerprint(folder) == before


def test_an_import_brings_everything_back(bundle: Path, other: Path, sample: Path) -> None:
    said = lj("import", bundle, "-j", other)
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[-1].startswith("Took in 1,")
    for kind in ("entry", "outcome", "reading"):
        there, here = (lj("list", kind, "--json", "-j", each).json for each in (sample, other))
        assert sorted(here, key=_by_id) == sorted(there, key=_by_id)
    assert lj("check", "-j", other).code == 0
    assert lj("import", bundle, "-j", other).out.endswith(
        "Everything in the bundle is here already.\n"
    )


def test_an_import_tells_in_json(bundle: Path, other: Path) -> None:
    dry = lj("import", bundle, "--dry-run", "--json", "-j", other).json
    assert (dry["dry_run"], dry["taken_in"]) == (True, 0)
    said = lj("import", bundle, "--json", "-j", other)
    assert said.err == ""
    found = said.json
    assert list(found) == [
        "taken_in", "dry_run", "journal", "made", "program", "history", "kinds", "backup",
    ]  # fmt: skip
    assert found["kinds"] == dry["kinds"]
    assert found["kinds"]["outcome"] == {"new": 6, "same": 0, "different": 0}
    assert found["taken_in"] == sum(share["new"] for share in found["kinds"].values())
    assert (found["history"], found["backup"]) == ("none", None)


def test_an_import_into_a_journal_in_use_makes_a_backup(
    bundle: Path, other: Path, folder: Path
) -> None:
    assert lj("add", "Mine", "-j", other).code == 0
    backup = Path(lj("import", bundle, "--json", "-j", other).json["backup"])
    assert backup.exists()
    assert lj("list", "entry", "--json", "-j", backup).json[0]["title"] == "Mine"


def test_an_unpacked_folder_is_taken_too(bundle: Path, other: Path, folder: Path) -> None:
    unpacked = Parcel(bundle).spread(folder / "unpacked")
    assert lj("import", unpacked, "-j", other).code == 0
    assert len(lj("list", "outcome", "--json", "-j", other).json) == 6


def test_what_is_no_bundle_is_refused(bundle: Path, other: Path, folder: Path) -> None:
    (folder / "cut.zip").write_bytes(bundle.read_bytes()[:-4_000])
    (folder / "empty").mkdir()
    Parcel(bundle).change("why.jsonl", lambda found: found[1].pop("statement")).tie(
        folder / "why.zip"
    )
    before = fingerprint(folder)
    lj("import", folder / "none.zip", "-j", other).told(3, "cannot be read")
    lj("import", folder / "cut.zip", "-j", other).told(1, "damaged, or not a bundle")
    lj("import", other, "-j", other).told(1, "damaged, or not a bundle")
    lj("import", folder / "empty", "-j", other).told(1, "manifest.json")
    lj("import", folder / "why.zip", "-j", other).told(1, "line 2 of “why.jsonl”: Why is needed.")
    assert fingerprint(folder).keys() == before.keys()
    assert lj("list", "why", "--json", "-j", other).json == []


def test_import_is_a_command_of_the_program_itself(bundle: Path, other: Path, folder: Path) -> None:
    assert [command.module for command in COMMANDS if command.name == "import"] == ["import_"]
    said = child("import", bundle, "--dry-run", "-j", other, folder=folder)
    assert (said.code, said.err) == (0, "")
    assert child("import", folder=folder).code == 2
