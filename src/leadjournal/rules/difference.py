"""What differs between two texts, in words a person can follow."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

Kind = Literal["same", "added", "removed"]

_MOST_COMPARED = 160_000
"""Units of one text times units of the other, up to which all of them are compared."""

_LEAST_KEPT = 0.25
"""With a smaller share of its words left, a passage counts as written anew."""

_CLOSE = 4
"""Signs alone, at most so many, between two changes are told together with them."""

_PUNCTUATION = "!-/:-@\\[-`{-~¡§«»¿‐-‧‹›、-〟！-／：-？"
_WORDS = re.compile(
    rf"\n|[^\S\n]+|[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
    rf"|[^\s{_PUNCTUATION}\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+|[{_PUNCTUATION}]"
)
_SENTENCE_ENDS = re.compile(r"(?<=[.!?…][^\S\n])|(?<=[。！？])")


class Piece(NamedTuple):
    """A passage that stayed, came or went."""

    kind: Kind
    text: str


def difference(before: str, after: str) -> list[Piece]:
    """The pieces that lead from one text to the other, in their order.

    What stayed and what was removed, joined, is `before`; what stayed and what was added, joined,
    is `after`. Lines are compared first, then sentences, then words.
    """
    return _told_together(_compared(before, after, _LEVELS))


def _lines(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _sentences(text: str) -> list[str]:
    return [part for part in _SENTENCE_ENDS.split(text) if part]


def _words(text: str) -> list[str]:
    return _WORDS.findall(text)


_LEVELS: tuple[Callable[[str], list[str]], ...] = (_lines, _sentences, _words)


def _compared(
    before: str, after: str, levels: Sequence[Callable[[str], list[str]]]
) -> Iterator[Piece]:
    """What differs, by the units of the first level; where these differ, by those of the next."""
    if before == after or not before or not after or not levels:
        yield from _replaced(before, after)
        return
    old, new = levels[0](before), levels[0](after)
    pieces: list[Piece] = []
    at, to = 0, 0
    for start, end, size in [*_matches(old, new), (len(old), len(new), 0)]:
        gone, come = "".join(old[at:start]), "".join(new[to:end])
        pieces += _compared(gone, come, levels[1:])
        pieces.append(Piece("same", "".join(old[start : start + size])))
        at, to = start + size, end + size
    is_words = len(levels) == 1
    yield from _replaced(before, after) if is_words and _is_written_anew(pieces) else pieces


def _replaced(before: str, after: str) -> Iterator[Piece]:
    if before == after:
        yield Piece("same", before)
    else:
        yield Piece("removed", before)
        yield Piece("added", after)


def _is_written_anew(pieces: Iterable[Piece]) -> bool:
    """Whether so little stayed that single words would only be found by chance."""
    sizes: Counter[Kind] = Counter()
    for piece in pieces:
        sizes[piece.kind] += sum(1 for word in _words(piece.text) if word[0].isalnum())
    most = sizes["same"] + max(sizes["added"], sizes["removed"])
    return sizes["same"] < _LEAST_KEPT * most


def _matches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """The runs that are equal: where in the one, where in the other, how many units."""
    at, to = 0, 0
    for start, end in [*_anchors(old, new), (len(old), len(new))]:
        for left, right, size in _near_matches(old[at:start], new[to:end]):
            yield at + left, to + right, size
        if start < len(old):
            yield start, end, 1
        at, to = start + 1, end + 1


def _near_matches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    first = _common(old, new)
    last = _common(old[first:][::-1], new[first:][::-1])
    inner_old, inner_new = old[first : len(old) - last], new[first : len(new) - last]
    yield 0, 0, first
    if len(inner_old) * len(inner_new) <= _MOST_COMPARED:
        # A space is no match by itself, or every text would be found in every other.
        matcher = SequenceMatcher(str.isspace, inner_old, inner_new, autojunk=False)
        for left, right, size in matcher.get_matching_blocks():
            yield first + left, first + right, size
    yield len(old) - last, len(new) - last, last


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    for number, (one, other) in enumerate(zip(old, new, strict=False)):
        if one != other:
            return number
    return min(len(old), len(new))


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Units that are there once in both texts, in the same order: they stayed for certain.

    Between them little is left to compare, however long the texts are.
    """
    if len(old) * len(new) <= _MOST_COMPARED:
        return []
    once_old, once_new = _once(old), _once(new)
    pairs = [(at, once_new[unit]) for unit, at in once_old.items() if unit in once_new]
    return _longest_rising(pairs)


def _once(units: Sequence[str]) -> dict[str, int]:
    counts = Counter(units)
    return {unit: at for at, unit in enumerate(units) if counts[unit] == 1}


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most pairs, out of those given by their first place, whose second place rises too."""
    lows: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for number, (_at, to) in enumerate(pairs):
        pile = bisect_left(lows, to)
        before.append(tops[pile - 1] if pile else -1)
        lows[pile : pile + 1] = [to]
        tops[pile : pile + 1] = [number]
    chain: list[tuple[int, int]] = []
    number = tops[-1] if tops else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]


def _told_together(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces with those joined that are read as one change: first what went, then what came."""
    told: list[Piece] = []
    gone, come, between = "", "", ""
    for kind, text in pieces:
        if kind == "same" and (gone or come) and _is_close(between + text):
            between += text
        elif kind == "same":
            told += _change(gone, come)
            told.append(Piece("same", between + text))
            gone = come = between = ""
        else:
            gone += between + (text if kind == "removed" else "")
            come += between + (text if kind == "added" else "")
            between = ""
    told += [*_change(gone, come), Piece("same", between)]
    return _joined(told)


def _is_close(text: str) -> bool:
    return len(text) <= _CLOSE and "\n" not in text and not any(map(str.isalnum, text))


def _change(gone: str, come: str) -> Iterator[Piece]:
    yield Piece("removed", gone)
    yield Piece("added", come)


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    joined: list[Piece] = []
    for piece in pieces:
        if joined and piece.text and joined[-1].kind == piece.kind:
            joined[-1] = Piece(piece.kind, joined[-1].text + piece.text)
        elif piece.text:
            joined.append(piece)
    return joined
