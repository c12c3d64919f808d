"""The entries the probes write: which number and size they have tells all their words."""

import random
from datetime import date

from leadjournal.model.entry import Entry, EntryDraft

CANARY = "kanarienvogel"
"""A word that stands in every entry and nowhere else."""
DAY = date(2025, 10, 31)


def text_of(number: int, size: int) -> str:
    """The words of an entry: the canary, and what cannot be packed smaller than half."""
    return f"{CANARY} {random.Random(number).randbytes(size // 2).hex()}"


def draft(number: int, size: int) -> EntryDraft:
    """An entry that can be told to be whole."""
    return EntryDraft(day=DAY, title=f"{number} {size}", text=text_of(number, size))


def is_whole(entry: Entry) -> bool:
    """Whether an entry has exactly the words it was written with."""
    number, size = entry.title.split()
    return entry.text == text_of(int(number), int(size))
