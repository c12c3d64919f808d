"""The recovery sheet says the truth: what is printed on it opens the journal."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver
import typst

from leadjournal.base.resources import resource
from leadjournal.export.recovery_sheet import COPY, SheetFacts, values
from leadjournal.services.workspace import Workspace
from tests.support.journals import new_workspace

ACCENTED = "cafe\u0301 d’été 'quoted'"
"""Typed on a keyboard that writes an accent after its letter, and with quotes."""


def facts_of(folder: Path, passphrase: str | None) -> SheetFacts:
    """The facts of a journal with one entry, which is closed then and copied as the sheet says."""
    with closing(new_workspace(folder, passphrase=passphrase)) as space:
        space.entries.capture("The boiler sang")
        facts = space.recovery_sheet.facts()
        path = space.path
    (folder / COPY).write_bytes(path.read_bytes())
    return facts


def block(facts: SheetFacts, begins: str) -> list[str]:
    """The lines on the sheet that begin so."""
    found = [step["lines"] for step in values(facts)["steps"]]
    (lines,) = [each for each in found if each and each[0].startswith(begins)]
    return list(lines)


@pytest.mark.parametrize("passphrase", [None, ACCENTED])
def test_the_printed_lines_of_python_open_the_journal(
    tmp_path: Path, passphrase: str | None
) -> None:
    lines = block(facts_of(tmp_path, passphrase), "import")
    ran = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)],
        input=passphrase, capture_output=True, text=True, cwd=tmp_path, check=True,
    )  # fmt: skip
    assert "The boiler sang" in ran.stdout


def test_the_printed_statements_make_a_plain_file_of_it(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, "four calm words")
    _tool, key, *rest = block(facts, "sqlcipher")
    with closing(driver.connect(str(tmp_path / COPY))) as journal:
        journal.execute(key.replace("your passphrase", "four calm words"))
        for line in block(facts, "PRAGMA cipher"):
            journal.execute(line)
        for line in (each for each in rest if not each.startswith(".")):
            journal.execute(line.replace("plain.db", str(tmp_path / "plain.db")))
    with closing(sqlite3.connect(tmp_path / "plain.db")) as plain:
        assert plain.execute("SELECT title FROM entry").fetchall() == [("The boiler sang",)]


def test_the_settings_are_those_of_the_file(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, "four calm words")
    size = (tmp_path / COPY).stat().st_size
    assert size % int(facts.cipher["cipher_page_size"]) == 0
    assert facts.cipher["kdf_iter"] == "256000"
    assert facts.reserve == 80
    words = " ".join(value for _label, value in values(facts)["facts"])
    assert "AES-256-CBC" in words
    assert "PBKDF2-HMAC-SHA512, 256000 rounds" in words


def pages(facts: SheetFacts) -> int:
    """How many pages the template makes of it."""
    made: Any = typst.compile(
        resource("export", "recovery-sheet.typ"),
        root=resource("export"),
        font_paths=[resource("fonts")],
        sys_inputs={"sheet": json.dumps(values(facts))},
        format="png",
    )
    return len(made) if isinstance(made, list) else 1


@pytest.mark.parametrize("word", ["Long name ", "unbroken", "漢字", '#read("x") $x$ ', "مرحبا "])
def test_it_is_one_page_whatever_the_names(word: str) -> None:
    long = word * 40
    facts = SheetFacts(
        journal=long[:120], file=f"{long[:190]}.leadjournal", folder=f"/{long}/{long}",
        backups=f"/{long}/{long}/backups", made_on=date(2025, 10, 31), program="0.1.0",
        application_id=1818585711, schema=2, page_size=4096, cipher_name="AES-256-CBC",
        cipher_version="4.19.0", reserve=80,
        cipher={
            "cipher_page_size": "4096", "kdf_iter": "256000",
            "cipher_kdf_algorithm": "PBKDF2_HMAC_SHA512", "cipher_use_hmac": "1",
            "cipher_hmac_algorithm": "HMAC_SHA512", "cipher_plaintext_header_size": "0",
        },
    )  # fmt: skip
    assert pages(facts) == 1


def test_neither_the_passphrase_nor_an_entry_is_on_it(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, "four calm words")
    written = json.dumps(values(facts))
    assert "four calm words" not in written
    assert "boiler" not in written
    assert values(facts)["passphrase"]["label"]


def test_of_a_plain_journal_it_says_that_anybody_can_read_it(tmp_path: Path) -> None:
    sheet = values(facts_of(tmp_path, None))
    assert "anybody who has the file can read it" in sheet["intro"]
    assert sheet["passphrase"] == {}


def test_it_is_written_as_a_pdf(tmp_path: Path) -> None:
    space: Workspace
    with closing(new_workspace(tmp_path)) as space:
        space.recovery_sheet.write(tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF-")
