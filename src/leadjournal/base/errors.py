"""The error tree: the user's mistake, the machine's fault, and a bug."""


class Problem(Exception):
    """Something a person is told in sentences: what happened, what is safe, what to do."""

    def __init__(self, happened: str, safe: str = "", way_out: str = "") -> None:
        super().__init__(happened, safe, way_out)
        self.happened = happened
        self.safe = safe
        self.way_out = way_out

    def __str__(self) -> str:
        return " ".join(part for part in (self.happened, self.safe, self.way_out) if part)


class UserMistake(Problem):
    """What was asked for cannot be done as it was written; exit code 1."""


class NotFound(UserMistake):
    """There is no record with this id, or it was removed."""


class InvalidValue(UserMistake):
    """A value is out of its range or of the wrong form."""

    def __init__(
        self, happened: str, safe: str = "", way_out: str = "", *, field: str | None = None
    ) -> None:
        super().__init__(happened, safe, way_out)
        self.field = field


class MachineFault(Problem):
    """The machine or the file stands in the way: disk, rights, damage; exit code 3."""


class MissingFile(MachineFault):
    """The journal is not where it was expected."""


class NotAJournal(MachineFault):
    """The file is something else: empty, a folder, another program's file."""


class CannotDecrypt(MachineFault):
    """The passphrase is wrong or the file is damaged; the file alone cannot tell which."""


class DamagedJournal(MachineFault):
    """The file was a journal and parts of it can no longer be read."""


class NewerJournal(MachineFault):
    """A newer version of leadjournal wrote this journal."""


class JournalInUse(MachineFault):
    """Another window or program has the journal open."""


class ReadOnlyJournal(MachineFault):
    """The journal lies where nothing can be written."""


class JournalMoved(MachineFault):
    """The open journal's file was moved, replaced or taken away."""


class CannotSave(MachineFault):
    """A change did not reach the disk."""


class Bug(Problem):
    """The program contradicts itself; never the user's doing."""

    def __init__(
        self, happened: str, safe: str = "", way_out: str = "", *, where: str = ""
    ) -> None:
        super().__init__(happened, safe, way_out)
        self.where = where
        """The kind of the error and its places in the code, for a report; no text of anybody."""
