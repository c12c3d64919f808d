"""Whatever happens between two sentences: what was said to be saved is there, and nothing else.

A random walk through saving, locking, unlocking, kills, backups, restoring and new passphrases,
against a picture of what the journal has to hold.
"""

import os
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import CannotDecrypt, InvalidValue, NotAJournal
from leadjournal.model.entry import EntryDraft
from leadjournal.services.journals import create_workspace, open_workspace
from leadjournal.services.protection import change_protection
from leadjournal.services.restoring import restore
from leadjournal.services.workspace import Workspace
from tests.support.journals import NOW, TODAY

SECRETS = st.sampled_from(
    [None, "four calm words here", "the harbour's lamps", "caf\u00e9 at noon"]
)
WORDS = st.text(alphabet="abc \u00e9\U0001f512'\n", min_size=1, max_size=20).filter(str.strip)
PICK = st.integers(0, 20)
Held = dict[str, str]


class LockAndKillLaw(RuleBasedStateMachine):
    """`held` is what was said to be saved; `copies` what each backup has to hold."""

    @initialize(secret=SECRETS)
    def begin(self, secret: str | None) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.clock = FixedClock(NOW)
        self.secret = secret
        self.path = self.folder / "a.leadjournal"
        self.space: Workspace | None = create_workspace(self.path, "A", secret, self.clock)
        self.held: Held = {}
        self.draft: dict[str, str] | None = None
        self.copies: list[tuple[Path, Held, dict[str, str] | None, str | None]] = []

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            if self.space is not None:
                self.space.close()
            shutil.rmtree(self.folder)

    def _open(self) -> Workspace:
        if self.space is None:
            self.space = open_workspace(self.path, self.secret, self.clock)
        return self.space

    @rule(words=WORDS)
    def save(self, words: str) -> None:
        space = self._open()
        self.clock.moment += timedelta(minutes=1)
        made = space.entries.add(EntryDraft(day=TODAY, text=words))
        self.held[made.id] = made.text

    @rule(words=WORDS, pick=PICK)
    def type_on(self, words: str, pick: int) -> None:
        space = self._open()
        if self.held:
            id_ = sorted(self.held)[pick % len(self.held)]
            space.entries.edit(id_, join=f"text:{id_}", text=words)
            self.held[id_] = space.entries.get(id_).text

    @rule(words=WORDS)
    def leave_a_form_half_filled(self, words: str) -> None:
        self.draft = {"words": words}
        self._open().drafts.keep("a form", self.draft)

    @rule(pick=PICK)
    def remove_and_take_back(self, pick: int) -> None:
        space = self._open()
        if self.held:
            id_ = sorted(self.held)[pick % len(self.held)]
            space.entries.remove(id_)
            space.history.undo()

    @rule()
    def lock(self) -> None:
        if self.space is not None:
            self.space.close()
            self.space = None
            assert [file.name for file in self.folder.iterdir() if file.is_file()] == [
                self.path.name
            ]

    @precondition(lambda self: self.space is None)
    @rule(wrong=SECRETS)
    def unlock_with_the_wrong_one(self, wrong: str | None) -> None:
        if wrong != self.secret:
            before = self.path.read_bytes()
            if self.secret is None:
                # A plain journal has no wrong passphrase: with any it is no database.
                with pytest.raises(CannotDecrypt):
                    open_workspace(self.path, wrong, self.clock)
            else:
                with pytest.raises((CannotDecrypt, NotAJournal)):
                    open_workspace(self.path, wrong, self.clock)
            assert self.path.read_bytes() == before

    @rule()
    def be_killed(self) -> None:
        """What lies on the disk at this moment is what a killed process leaves behind."""
        space = self._open()
        left = self.folder / "left"
        left.mkdir()
        for file in self.folder.iterdir():
            if file.is_file():
                shutil.copy(file, left)
        space.close()
        self.space = None
        for file in self.folder.iterdir():
            if file.is_file():
                file.unlink()
        for file in left.iterdir():
            file.rename(self.folder / file.name)
        left.rmdir()

    @rule()
    def back_up(self) -> None:
        self.clock.moment += timedelta(minutes=1)
        copy = self._open().backups.make()
        self.copies.append((copy, dict(self.held), self.draft, self.secret))

    @precondition(lambda self: self.copies)
    @rule(pick=PICK)
    def restore_a_backup(self, pick: int) -> None:
        self.lock()
        self.clock.moment += timedelta(minutes=1)
        copy, held, draft, secret = self.copies[pick % len(self.copies)]
        self.space, _kept = restore(self.path, copy, secret, self.clock)
        self.held, self.draft, self.secret = dict(held), draft, secret

    @rule(new=SECRETS)
    def choose_another_passphrase(self, new: str | None) -> None:
        self.lock()
        self.clock.moment += timedelta(minutes=1)
        if new == self.secret:
            with pytest.raises(InvalidValue):
                change_protection(self.path, self.secret, new, self.clock)
            return
        kept = change_protection(self.path, self.secret, new, self.clock)
        self.copies.append((kept, dict(self.held), self.draft, self.secret))
        self.secret = new

    @invariant()
    def what_was_saved_is_there(self) -> None:
        if hasattr(self, "folder") and self.space is not None:
            assert {entry.id: entry.text for entry in self.space.entries.all()} == self.held
            assert self.space.drafts.peek("a form") == self.draft
            assert self.space.backups.check().ok


EXAMPLES = int(os.environ.get("LEADJOURNAL_EXAMPLES", "3"))

LockAndKillLaw.TestCase.settings = settings(
    max_examples=EXAMPLES,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
test_the_lock_and_kill_law = LockAndKillLaw.TestCase
