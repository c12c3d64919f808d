"""How a text alone can tell of its record: “Indicators: A; B — guard: C”, “— owner: Ines”.

    Outcome "…", review date empty          the text, and what is known beside it
    Milestone "…", growth: "…", lasting value empty
    … Indicators: A; B — guard: C           the indicators; “— no guard” says there is none
    … Key results: A; B
    … — owner: Ines                         also: unit field: %, baseline 68 stored, due: 31 May,
                                            review 2025-05-30, linked to "…"

A dash may be an em dash, an en dash or a hyphen between spaces. What is not written so is text.
"""

import re
from typing import Any

from leadjournal.rules.lens.record import Result, Sign, Subject

_TITLE = re.compile(
    r"[\s\"“]*(?:outcome|why|charter|decision|experiment|milestone|objective)"
    r"\s+[\"“](?P<title>.*?)[\"”]\s*,\s*(?P<facts>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_LIST = re.compile(r"(?:^|(?<=[\s.,;]))(indicators|key results)\s*:", re.IGNORECASE)
_DASH = re.compile(r"((?:^|(?<=\s))(?:—|–|-{1,2})\s+)")
_GUARD = re.compile(r"guards?\s*:\s*(?P<names>\S.*)", re.IGNORECASE | re.DOTALL)
_NO_GUARD = re.compile(r"no guard\W*$", re.IGNORECASE)
_FILLED = r"\s*:[\s\"“]*[^\s\"“”]"
_EMPTY = r"(?:(?:\s+is)?\s+empty|\s*:\s*[\"“”]*$)"

_NOTES = tuple(
    (re.compile(pattern, re.IGNORECASE), field, value)
    for pattern, field, value in (
        (r"owner\s*:\s*\S", "has_owner", True),
        (r"unit(?: field)?\s*:\s*\S", "has_unit", True),
        (r"baseline(?:\s*:?\s*[£$€]?\d|\s+stored|\s+set)", "has_baseline", True),
        (r"due\s*(?::\s*\S|(?:on\s+|by\s+)?\d)", "has_due", True),
        (r"linked to\s+\S", "has_outcome", True),
        (r"review(?: date)?\s*:?\s*\d", "has_review", True),
        (rf"review(?: date)?{_EMPTY}", "has_review", False),
        (rf"growth{_FILLED}", "has_growth", True),
        (rf"growth{_EMPTY}", "has_growth", False),
        (rf"lasting value{_FILLED}", "has_lasting_value", True),
        (rf"lasting value{_EMPTY}", "has_lasting_value", False),
    )
)
"""How a note begins, the fact it tells, and whether it is so."""


def told(text: str) -> tuple[str, Subject]:
    """The text without its notes, and the record as the notes tell of it."""
    rest, facts = _told_by_title(text)
    rest, guards, noted = _told_by_dashes(rest)
    statement, signs, results = _told_by_lists(rest)
    known: dict[str, Any] = {**facts, **noted}
    if signs is not None or guards is not None:
        watching = (Sign(name, is_guard=True) for name in guards or ())
        known["signs"] = (*map(Sign, signs or ()), *watching)
    if results is not None:
        known["results"] = tuple(map(Result, results))
    return statement, Subject(**known)


def _told_by_title(text: str) -> tuple[str, dict[str, bool]]:
    found = _TITLE.match(text)
    facts = _facts(found["facts"].split(",")) if found else {}
    return (found["title"], facts) if found and facts else (text, {})


def _told_by_dashes(text: str) -> tuple[str, list[str] | None, dict[str, bool]]:
    """What stands behind dashes; a dash that begins no note stays in the text."""
    first, *others = _DASH.split(text)
    kept, guards, facts = [first], None, dict[str, bool]()
    for dash, part in zip(others[::2], others[1::2], strict=True):
        noted = _facts([part])
        if guard := _GUARD.match(part):
            guards = [*(guards or ()), *_items(guard["names"])]
        elif _NO_GUARD.match(part):
            guards = guards or []
        elif noted:
            facts |= noted
        else:
            kept += [dash, part]
    return "".join(kept).strip(), guards, facts


def _told_by_lists(text: str) -> tuple[str, list[str] | None, list[str] | None]:
    """What comes before “Indicators:” or “Key results:”, and what these name."""
    statement, *others = _LIST.split(text)
    lists: dict[str, list[str]] = {}
    for name, items in zip(others[::2], others[1::2], strict=True):
        lists.setdefault(name.lower(), []).extend(_items(items))
    return statement.strip(), lists.get("indicators"), lists.get("key results")


def _facts(parts: list[str]) -> dict[str, bool]:
    return {
        field: value
        for part in parts
        for pattern, field, value in _NOTES
        if pattern.match(part.strip())
    }


def _items(text: str) -> list[str]:
    return [item for part in text.split(";") if (item := part.strip(" \t\r\n.,"))]
