"""How a backup stands: whether it can be restored, and if not, what stands in the way."""

from enum import Enum

from leadjournal.base.words import later


class BackupState(Enum):
    """What became of the attempt to open a backup; the value is what is told of it everywhere."""

    OPENS = later("Opens")
    UNSEEN = later("Not looked at yet")
    ASKS = later("Needs its passphrase")
    OLDER = later("Needs an older passphrase")
    LOCKED = later("Locked, or damaged")
    DAMAGED = later("Damaged")
    EMPTY = later("Empty file")
    OTHER = later("Of another journal")
    FOREIGN = later("Not a journal")
    NEWER = later("Made by a newer version")
    BUSY = later("Open elsewhere")
    GONE = later("Cannot be read")
