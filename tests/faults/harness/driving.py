"""The SQLite driver by hand, without the program: for looking at files and for the controls."""

import hashlib
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

driver_error = driver.DatabaseError
_SALT, _ROUNDS = 16, 256_000
_LOGS = ("", "-wal", "-journal")


@cache
def _derived(passphrase: str, salt: bytes) -> str:
    # The passphrase costs a fifth of a second each time; a file keeps its salt for ever.
    key = hashlib.pbkdf2_hmac("sha512", passphrase.encode(), salt, _ROUNDS, 32)
    return f"\"x'{key.hex()}{salt.hex()}'\""


def connection(path: Path, passphrase: str | None, **options: Any) -> Any:
    """A connection of the driver as it comes, with the key."""
    made = driver.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, **options)
    if passphrase is not None:
        with path.open("rb") as file:
            salt = file.read(_SALT)
        made.execute(f"PRAGMA key = {_derived(passphrase, salt)}")
    made.execute("PRAGMA cipher_log_level = NONE")
    return made


def copy_with_logs(path: Path, folder: Path) -> Path:
    """The file and the logs beside it as they lie there, in another folder."""
    for ending in _LOGS:
        part = path.with_name(path.name + ending)
        if part.exists():
            shutil.copyfile(part, folder / part.name)
    return folder / path.name


def unsound(path: Path, passphrase: str | None) -> list[str]:
    """What is wrong with a file and its log, seen on a copy: pages, references, full-text index."""
    with tempfile.TemporaryDirectory() as name:
        looked_at = connection(copy_with_logs(path, Path(name)), passphrase, isolation_level=None)
        try:
            return _unsound(looked_at)
        except driver.DatabaseError as fault:
            return [str(fault)]
        finally:
            looked_at.close()


def _unsound(looked_at: Any) -> list[str]:
    found = [line for (line,) in looked_at.execute("PRAGMA quick_check").fetchall() if line != "ok"]
    broken = looked_at.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        found.append(f"{len(broken)} broken references")
    looked_at.execute("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)")
    return found
