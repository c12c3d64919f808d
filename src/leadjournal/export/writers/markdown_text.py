"""Text inside a Markdown file: plain words are escaped, the user's own marks are written anew."""

import re
from collections.abc import Iterator, Sequence

from leadjournal.export.rich_text import Node, parse, plain_words

_LOWEST = 6
_EMPHASIS = ("strong", "em")
_ALWAYS = re.compile(r"[\\`*\[\]<>~|]")
_EDGE_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINE_START = re.compile(
    r"^(\s*)(-(?=[\s-]|$)|\+(?=\s|$)|=(?==*\s*$)|#(?=#{0,5}(?:\s|$))|\d{1,9}(?=[.)](?:\s|$)))"
)
"""What would open a list, a heading or a rule at the start of a line."""


def escaped(text: str) -> str:
    """Plain text on one line that Markdown reads back as the same text."""
    line = " ".join(text.split())
    line = _EDGE_UNDERSCORE.sub(r"\\_", _ENTITY.sub("&amp;", _ALWAYS.sub(r"\\\g<0>", line)))
    return _LINE_START.sub(_escape_start, line)


def _escape_start(match: re.Match[str]) -> str:
    space, mark = match.groups()
    return f"{space}{mark}\\" if mark.isdigit() else f"{space}\\{mark}"


def lines(text: str) -> str:
    """Plain text of several lines; each keeps its own line."""
    return "\\\n".join(escaped(line) for line in text.split("\n") if line.strip())


def markdown_text(text: str, below: int) -> str:
    """The user's Markdown, whose headings start under level `below`."""
    return _blocks(parse(text), below)


def _blocks(nodes: Sequence[Node], below: int) -> str:
    text = ""
    for place, node in enumerate(nodes):
        close = place and nodes[place - 1]["kind"] == "line" and node["kind"] == "bullets"
        text += ("\n" if close else "\n\n" if place else "") + _block(node, below)
    return text


def _block(node: Node, below: int) -> str:
    kind, children = node["kind"], node.get("children", [])
    if kind == "heading":
        return f"{'#' * min(_LOWEST, below + node['level'])} {_spans(children)}"
    if kind == "quote":
        return _indented(_blocks(children, below), "> ", "> ")
    if kind == "bullets":
        return _list(children, below, ["- "] * len(children))
    if kind == "numbers":
        first = node["start"]
        return _list(children, below, [f"{first + place}. " for place in range(len(children))])
    if kind == "code_block":
        fence = _fence(node["text"], 3)
        return f"{fence}\n{node['text']}\n{fence}"
    return "* * *" if kind == "rule" else _line(_spans(children))


def _line(text: str) -> str:
    return "\n".join(_LINE_START.sub(_escape_start, line) for line in text.split("\n"))


def _list(items: Sequence[Node], below: int, marks: Sequence[str]) -> str:
    return "\n".join(
        _indented(_blocks(item.get("children", []), below), mark, " " * len(mark))
        for item, mark in zip(items, marks, strict=True)
    )


def _indented(text: str, first: str, rest: str) -> str:
    head, *tail = text.split("\n")
    return "\n".join([first + head, *((rest + line).rstrip() for line in tail)])


def _spans(nodes: Sequence[Node]) -> str:
    """Spans written so that they read back with the same words.

    Emphasis beside or inside emphasis may run together ("*a**b*"); then it is left out.
    """
    text = _inline(nodes)
    if sum(node["kind"] in _EMPHASIS for node in _all(nodes)) < 2:
        return text
    same = plain_words(parse(_line(text))) == plain_words(list(nodes))
    return text if same else _inline(nodes, _EMPHASIS)


def _all(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _all(node.get("children", []))


def _inline(nodes: Sequence[Node], within: tuple[str, ...] = ()) -> str:
    return "".join(_span(node, within) for node in nodes)


def _span(node: Node, within: tuple[str, ...]) -> str:
    kind = node["kind"]
    inside = _inline(node.get("children", []), (*within, kind))
    if kind in within and kind in _EMPHASIS:
        return inside
    if kind == "text":
        return _inline_escaped(node["text"])
    if kind == "code":
        fence = _fence(node["text"], 1)
        pad = " " if "`" in node["text"] else ""
        return f"{fence}{pad}{node['text']}{pad}{fence}"
    if kind == "link":
        return f"[{inside}](<{node['url'].replace('>', '%3E').replace('<', '%3C')}>)"
    if kind == "break":
        return "\\\n"
    return f"**{inside}**" if kind == "strong" else f"*{inside}*"


def _inline_escaped(text: str) -> str:
    text = _ENTITY.sub("&amp;", _ALWAYS.sub(r"\\\g<0>", text))
    return _EDGE_UNDERSCORE.sub(r"\\_", text)


def _fence(text: str, least: int) -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    return "`" * max(least, longest + 1)
