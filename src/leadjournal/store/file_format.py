"""What a journal file is to any other program: read from the open file, not from memory."""

from __future__ import annotations

from dataclasses import dataclass

import sqlcipher3.dbapi2 as driver

from leadjournal.store.engine import RawConnection

_CIPHER = (
    "cipher_page_size",
    "kdf_iter",
    "cipher_kdf_algorithm",
    "cipher_use_hmac",
    "cipher_hmac_algorithm",
    "cipher_plaintext_header_size",
)
_HMAC_BYTES = {"HMAC_SHA512": 64, "HMAC_SHA256": 32, "HMAC_SHA1": 20}
_BLOCK = 16
"""Bytes of an AES block, and of the random start that each page has at its end."""


@dataclass(frozen=True, slots=True)
class FileFormat:
    """The marks of the file, and with a passphrase the settings of its encryption by pragma."""

    application_id: int
    schema: int
    page_size: int
    cipher: dict[str, str]
    cipher_name: str = ""
    cipher_version: str = ""

    @property
    def reserve(self) -> int:
        """Bytes at the end of each page that hold its random start and its checksum."""
        if not self.cipher:
            return 0
        used = _BLOCK
        if self.cipher["cipher_use_hmac"] == "1":
            used += _HMAC_BYTES.get(self.cipher["cipher_hmac_algorithm"], 0)
        return -(-used // _BLOCK) * _BLOCK


def format_of(connection: RawConnection, *, encrypted: bool) -> FileFormat:
    """Ask the open file what it is."""

    def ask(pragma: str) -> str:
        row = connection.execute(f"PRAGMA {pragma}").fetchone()
        return str(row[0]) if row else ""

    return FileFormat(
        application_id=int(ask("application_id")),
        schema=int(ask("user_version")),
        page_size=int(ask("page_size")),
        cipher={name: ask(name) for name in _CIPHER} if encrypted else {},
        cipher_name=ask("cipher") if encrypted else "",
        cipher_version=ask("cipher_version").partition(" ")[0] if encrypted else "",
    )


def library_versions() -> dict[str, str]:
    """The versions of the database library."""
    connection = driver.connect(":memory:")
    try:
        (cipher,) = connection.execute("PRAGMA cipher_version").fetchone()
    finally:
        connection.close()
    return {"SQLite": driver.sqlite_version, "SQLCipher": str(cipher).partition(" ")[0]}
