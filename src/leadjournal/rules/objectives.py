"""Objectives: how far a key result is, which grade follows, and the ladder they stand on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isinf
from typing import Literal

from leadjournal.base.words import _

Ambition = Literal["commitment", "stretch"]

BIG_CHANGE = 2
"""A confidence that moves by so many steps is asked for its reason."""

_WHOLE, _FAR, _GOOD = 0.95, 0.85, 0.6
_YEAR = re.compile(r"\b(?:19|20|21)\d\d\b")


@dataclass(frozen=True, slots=True)
class Rung:
    """One objective on the ladder; `depth` counts those above it that are shown."""

    id: str
    depth: int


def progress(baseline: float | None, target: float | None, latest: float | None) -> float | None:
    """The part of the way from baseline to target a key result has gone, from 0 to 1.

    (latest - baseline) / (target - baseline), never below 0 or above 1. A target at its baseline
    is something to hold: 1 while the latest reading is at least there, else 0. Nothing without a
    reading, a baseline or a target.
    """
    if baseline is None or target is None or latest is None:
        return None
    way = target - baseline
    if way == 0:
        return 1.0 if latest >= target else 0.0
    # Halves keep numbers at the end of what a float can hold from running over.
    part = 0.5 if isinf(way) else 1.0
    gone = (latest * part - baseline * part) / (target * part - baseline * part)
    return min(1.0, max(0.0, gone))


def suggested_grade(ways: Iterable[float | None]) -> float | None:
    """The mean progress of the key results that have one, in tenths; nothing without any."""
    known = [way for way in ways if way is not None]
    return round(sum(known) / len(known), 1) if known else None


def grade_in_words(grade: float, ambition: Ambition) -> str:
    """How a grade is to be read: a commitment is kept whole, a stretch about two thirds."""
    if ambition == "commitment":
        if grade >= _WHOLE:
            return _("The commitment was kept.")
        return _("A commitment is meant to be kept whole: say early when it will not be.")
    if grade >= _FAR:
        return _("Reached almost whole: the next stretch may reach further.")
    if grade >= _GOOD:
        return _("Of a stretch, about two thirds is a good result.")
    return _("Of a stretch, about two thirds is a good result; this one stayed below.")


def needs_reason(before: int | None, now: int) -> bool:
    """Whether a confidence moved so much that somebody will ask what happened."""
    return before is not None and abs(now - before) >= BIG_CHANGE


def makes_circle(parents: Mapping[str, str | None], id_: str, parent: str | None) -> bool:
    """Whether an objective would stand above itself if it were put under another one."""
    above, seen = parent, set[str]()
    while above is not None and above not in seen:
        if above == id_:
            return True
        seen.add(above)
        above = parents.get(above)
    return False


def ladder(parents: Mapping[str, str | None], shown: Iterable[str] | None = None) -> list[Rung]:
    """The objectives from top to bottom, each below the one it carries, in the order given.

    Only some may be `shown`; those above them stay. A circle is cut above its first objective,
    and one whose parent is not there stands at the top.
    """
    above = _without_circles(parents)
    kept = _with_those_above(above, parents if shown is None else shown)
    below: dict[str | None, list[str]] = {}
    for id_ in parents:
        if id_ in kept:
            below.setdefault(above[id_], []).append(id_)
    found: list[Rung] = []
    waiting = [Rung(id_, 0) for id_ in reversed(below.get(None, []))]
    while waiting:
        rung = waiting.pop()
        found.append(rung)
        waiting += [Rung(id_, rung.depth + 1) for id_ in reversed(below.get(rung.id, []))]
    return found


def cycles_in_order(names: Iterable[str]) -> list[str]:
    """Names of cycles, the newest first as far as a year and the words after it tell."""
    return sorted({name for name in names if name}, key=_age, reverse=True)


def _age(name: str) -> tuple[str, str]:
    years: Sequence[str] = _YEAR.findall(name)
    return (max(years, default=""), " ".join(_YEAR.sub(" ", name).split()).casefold())


def _without_circles(parents: Mapping[str, str | None]) -> dict[str, str | None]:
    order = {id_: place for place, id_ in enumerate(parents)}
    above = {id_: parent if parent in order else None for id_, parent in parents.items()}
    done: set[str] = set()
    for start in parents:
        path: dict[str, int] = {}
        at: str | None = start
        while at is not None and at not in done:
            if at in path:
                around = list(path)[path[at] :]
                first = min(around, key=order.__getitem__)
                above[first] = None
                break
            path[at] = len(path)
            at = above[at]
        done.update(path)
    return above


def _with_those_above(above: Mapping[str, str | None], shown: Iterable[str]) -> set[str]:
    kept: set[str] = set()
    for id_ in shown:
        at: str | None = id_
        while at is not None and at not in kept and at in above:
            kept.add(at)
            at = above[at]
    return kept
