"""The page that tells how to open a journal without this program, in ten years too."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any

import typst

from leadjournal.base.formats import day_long
from leadjournal.base.resources import resource
from leadjournal.base.words import _
from leadjournal.export.charts.palette import print_palette
from leadjournal.export.cleaning import cleaned
from leadjournal.export.writers.pdf_values import breakable

COPY = "journal.leadjournal"
"""What the copy is called that the commands of the page work on."""
_MOST_SIGNS = 150


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What is known of the file; `cipher` has the settings of its encryption, or nothing."""

    journal: str
    file: str
    folder: str
    backups: str
    made_on: date
    program: str
    application_id: int
    schema: int
    page_size: int
    cipher: dict[str, str] = field(default_factory=dict)
    cipher_name: str = ""
    cipher_version: str = ""
    reserve: int = 0

    @property
    def is_encrypted(self) -> bool:
        """Whether it opens with a passphrase only."""
        return bool(self.cipher)


def render(facts: SheetFacts) -> bytes:
    """The page as a PDF."""
    return typst.compile(
        resource("export", "recovery-sheet.typ"),
        root=resource("export"),
        font_paths=[resource("fonts")],
        sys_inputs={"sheet": json.dumps(values(facts))},
        timestamp=datetime.combine(facts.made_on, time(), UTC),
        format="pdf",
    )


def values(facts: SheetFacts) -> dict[str, Any]:
    """Everything the template shows, ready for JSON; none of it is ever source."""
    made = facts.made_on
    found: dict[str, Any] = cleaned(
        {
            "title": _("How to open this journal without leadjournal"),
            "head": _("Recovery sheet"),
            "intro": _intro(facts),
            "facts": [[label, breakable(_short(value))] for label, value in _facts(facts)],
            "steps": _steps(facts),
            "passphrase": _passphrase(facts),
            "advice": _advice(facts),
        }
    )
    palette = dict(print_palette())
    return {**found, "palette": palette, "day": [made.year, made.month, made.day], "language": "en"}


def python_lines(facts: SheetFacts) -> list[str]:
    """A few lines of Python that print every entry of the copy."""
    if facts.is_encrypted:
        opening = [
            "import sqlcipher3, unicodedata",
            'words = unicodedata.normalize("NFC", input("Passphrase: "))',
            f'journal = sqlcipher3.connect("{COPY}")',
            'journal.execute("PRAGMA key = \'" + words.replace("\'", "\'\'") + "\'")',
        ]
    else:
        opening = ["import sqlite3", f'journal = sqlite3.connect("{COPY}")']
    return [
        *opening,
        'for day, title, text in journal.execute("SELECT day, title, text FROM entry"):',
        '    print(day, title, text, sep="\\n")',
    ]


def shell_lines(facts: SheetFacts) -> list[str]:
    """The same with the command line tool of the format: all tables as text."""
    if facts.is_encrypted:
        return [
            f"sqlcipher {COPY}",
            "PRAGMA key = 'your passphrase';",
            ".output journal.sql",
            ".dump",
            "ATTACH DATABASE 'plain.db' AS plain KEY '';",
            "SELECT sqlcipher_export('plain');",
        ]
    return [f"sqlite3 {COPY}", ".output journal.sql", ".dump"]


def cipher_lines(facts: SheetFacts) -> list[str]:
    """What to say after the key where the tool has other settings of its own."""
    written = {name: value for name, value in facts.cipher.items() if name != "cipher_use_hmac"}
    return [f"PRAGMA {name} = {value};" for name, value in written.items()]


def _intro(facts: SheetFacts) -> str:
    if facts.is_encrypted:
        return _(
            "The journal is one encrypted file in a public format. With the file, its passphrase "
            "and any tool named here it opens without the program that wrote it."
        )
    return _(
        "The journal is one file in a public format, and it is not encrypted: anybody who has the "
        "file can read it, with any tool named here."
    )


def _facts(facts: SheetFacts) -> list[tuple[str, str]]:
    made = facts.made_on
    found = [
        (_("Journal"), facts.journal),
        (_("File"), facts.file),
        (_("Folder"), facts.folder),
        (_("Backups"), _("{folder}; each is a journal like this one").format(
            folder=_short(facts.backups))),
        (_("This page"), _("made on {day} {year} by leadjournal {version}").format(
            day=day_long(made), year=made.year, version=facts.program)),
        (_("Format"), _format_words(facts)),
        (_("Marks"), _("application_id {mark} (“lejo”), user_version {schema}").format(
            mark=facts.application_id, schema=facts.schema)),
    ]  # fmt: skip
    return found + (_cipher_facts(facts) if facts.is_encrypted else [])


def _format_words(facts: SheetFacts) -> str:
    if facts.is_encrypted:
        return _("SQLite 3, encrypted by SQLCipher {version} with its default settings").format(
            version=facts.cipher_version
        )
    return _("SQLite 3, page size {size}, not encrypted").format(size=facts.page_size)


def _cipher_facts(facts: SheetFacts) -> list[tuple[str, str]]:
    settings = {name: value.replace("_", "-") for name, value in facts.cipher.items()}
    return [
        (_("Encryption"), _("{cipher}, page size {size}, {reserve} bytes reserved on each page, "
                            "{header} bytes of plain header").format(
            cipher=facts.cipher_name, size=settings["cipher_page_size"], reserve=facts.reserve,
            header=settings["cipher_plaintext_header_size"])),
        (_("Key"), _("{way}, {rounds} rounds, salt in the first 16 bytes of the file").format(
            way=settings["cipher_kdf_algorithm"], rounds=settings["kdf_iter"])),
        (_("Checksum"), _("{way} on each page").format(way=settings["cipher_hmac_algorithm"])),
        (_("Passphrase"), _("UTF-8 in the composed form (Unicode NFC)")),
    ]  # fmt: skip


def _steps(facts: SheetFacts) -> list[dict[str, Any]]:
    tool = (
        _("2. With the tool sqlcipher, version 4 or later")
        if facts.is_encrypted
        else _("2. With the tool sqlite3")
    )
    steps = [
        _step(_("1. Work on a copy"), [], _copy_words()),
        _step(tool, shell_lines(facts), _shell_words(facts)),
    ]
    if facts.is_encrypted:
        words = _(
            "Should a later version of the tool have other settings, say these after the key:"
        )
        steps.append(_step("", cipher_lines(facts), words))
    python = _("3. With Python") if not facts.is_encrypted else _("3. With Python and sqlcipher3")
    words = _("This prints every entry. DB Browser for SQLite opens the file with a window.")
    return [*steps, _step(python, python_lines(facts), words)]


def _copy_words() -> str:
    return _(
        "Close leadjournal, or take a backup. Copy the file and call the copy {copy}. If a file "
        "that ends in \u2011wal lies beside the journal, copy that too, as {copy}-wal."
    ).format(copy=COPY)


def _shell_words(facts: SheetFacts) -> str:
    if facts.is_encrypted:
        return _(
            "A quote in the passphrase is typed twice. The last two lines make plain.db, a SQLite "
            "file without a passphrase that every program for SQLite opens."
        )
    return _("The file journal.sql then holds every table as text.")


def _step(title: str, lines: Sequence[str], words: str) -> dict[str, Any]:
    return {"title": title, "lines": list(lines), "words": words}


def _passphrase(facts: SheetFacts) -> dict[str, str]:
    if not facts.is_encrypted:
        return {}
    return {
        "label": _("Passphrase, if you want to write it here by hand"),
        "note": _("leadjournal never prints it. There is no second key: without the passphrase "
                  "nobody can open the file."),
    }  # fmt: skip


def _advice(facts: SheetFacts) -> str:
    if facts.is_encrypted:
        return _(
            "Keep this page where you keep a passport or a will, not beside the computer and not "
            "as a photo. Whoever has it with the passphrase on it, and the file, can read all."
        )
    return _("A passphrase can be set at any time in the settings; then make this page anew.")


def _short(text: str) -> str:
    """Long paths keep their beginning and their end."""
    if len(text) <= _MOST_SIGNS:
        return text
    half = _MOST_SIGNS // 2
    return f"{text[:half]}…{text[-half:]}"
