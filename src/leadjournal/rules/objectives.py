"""How far a key result is, what grade follows from it, and who carries whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

NOTE_FROM = 2
"""A confidence that changed by this much or more needs a note: what changed it."""

STRETCH_IS_GOOD = 0.6
"""Of a stretch, about two thirds reached is a good result."""

Reading = Literal["whole", "good", "easy", "open"]
"""How a grade is to be read: kept whole, a good result, no real stretch, or still open."""

_EASY = 0.9
_WHOLE = 0.995


def progress(baseline: float | None, target: float | None, latest: float | None) -> float | None:
    """The share of the way from the baseline to the target, from 0 to 1.

    (latest - baseline) / (target - baseline), cut at both ends. None where there is no way to
    go: no target, no baseline, or both the same. Without a reading nothing is gone yet.
    """
    if baseline is None or target is None or baseline == target:
        return None
    if latest is None:
        return 0.0
    return min(max((latest - baseline) / (target - baseline), 0.0), 1.0)


def suggested_grade(shares: Sequence[float | None]) -> float | None:
    """The mean of the key results that can be measured; None when none of them can be."""
    known = [share for share in shares if share is not None]
    return sum(known) / len(known) if known else None


def reading_of(grade: float, *, stretch: bool) -> Reading:
    """What a grade says: a commitment is kept whole, a stretch about two thirds."""
    if not stretch:
        return "whole" if grade >= _WHOLE else "open"
    if grade > _EASY:
        return "easy"
    return "good" if grade >= STRETCH_IS_GOOD else "open"


def needs_note(before: int | None, now: int) -> bool:
    """Whether a confidence moved so far that what changed it has to be said."""
    return before is not None and abs(now - before) >= NOTE_FROM


def closes_circle(parents: Mapping[str, str | None], id_: str, parent: str | None) -> bool:
    """Whether an objective would carry itself, over one parent or many, with this parent."""
    seen: set[str] = set()
    while parent is not None and parent not in seen:
        if parent == id_:
            return True
        seen.add(parent)
        parent = parents.get(parent)
    return False


def ladder(parents: Mapping[str, str | None]) -> dict[str | None, list[str]]:
    """The objectives under each parent, in their order; those at the top stand under None.

    A parent that is not among them, or would close a circle, is cut: the objective stands at
    the top, so that every one is somewhere and exactly once.
    """
    kept: dict[str, str | None] = {}
    for id_, parent in parents.items():
        known = parent if parent in parents else None
        kept[id_] = None if closes_circle(kept, id_, known) else known
    found: dict[str | None, list[str]] = {}
    for id_, parent in kept.items():
        found.setdefault(parent, []).append(id_)
    return found
