"""The user's Markdown as a tree of plain values: what a writer may show, and nothing it could run.

Raw HTML stays text, images become their words, and only web and mail addresses are links.
"""

from typing import NotRequired, TypedDict
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

_SHOWN_SCHEMES = {"http", "https", "mailto"}


class Node(TypedDict):
    """A piece of text or of structure; which other fields it has follows from its kind."""

    kind: str
    text: NotRequired[str]
    url: NotRequired[str]
    level: NotRequired[int]
    start: NotRequired[int]
    children: NotRequired[list["Node"]]


# A paragraph in a list whose items stand close together is a "line".
_NAMES = {
    "paragraph": "paragraph",
    "blockquote": "quote",
    "bullet_list": "bullets",
    "ordered_list": "numbers",
    "list_item": "item",
    "strong": "strong",
    "em": "em",
    "hr": "rule",
    "hardbreak": "break",
}


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False})
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


_PARSER = _parser()
"""Reads every address as a link, so that `_may_be_shown` alone decides which become one."""


def parse(text: str) -> list[Node]:
    """The tree of a text."""
    return _children(SyntaxTreeNode(_PARSER.parse(text)))


def plain_words(nodes: list[Node]) -> str:
    """The text of a tree without its marks."""
    return "".join(node.get("text", "") + plain_words(node.get("children", [])) for node in nodes)


def _children(node: SyntaxTreeNode) -> list[Node]:
    return [piece for child in node.children for piece in _pieces(child)]


def _pieces(node: SyntaxTreeNode) -> list[Node]:
    kind = node.type
    if kind == "inline":
        return _children(node)
    if kind == "text":
        return [Node(kind="text", text=node.content)] if node.content else []
    if kind == "softbreak":
        return [Node(kind="text", text=" ")]
    if kind == "code_inline":
        return [Node(kind="code", text=node.content)]
    if kind in ("fence", "code_block"):
        return [Node(kind="code_block", text=node.content.rstrip("\n"))]
    if kind == "image":
        return [Node(kind="text", text=node.content)] if node.content else []
    return [_branch(node)] if kind != "link" else _link(node)


def _branch(node: SyntaxTreeNode) -> Node:
    if node.type == "heading":
        return Node(kind="heading", level=int(node.tag[1]), children=_children(node))
    branch = Node(kind=_NAMES[node.type], children=_children(node))
    if node.type == "paragraph" and node.hidden:
        branch["kind"] = "line"
    if node.type == "ordered_list":
        branch["start"] = int(node.attrs.get("start", 1))
    return branch


def _link(node: SyntaxTreeNode) -> list[Node]:
    url = str(node.attrs.get("href", ""))
    if not _may_be_shown(url):
        return _children(node)
    return [Node(kind="link", url=url, children=_children(node))]


def _may_be_shown(url: str) -> bool:
    try:
        return urlsplit(url).scheme.lower() in _SHOWN_SCHEMES
    except ValueError:
        return False
