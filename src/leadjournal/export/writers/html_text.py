"""The user's text as HTML: every tag is ours, every word is escaped."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from leadjournal.export.rich_text import Node, parse

_LOWEST = 6

_TAGS = {
    "paragraph": Markup('<p dir="auto">{}</p>\n'),
    "quote": Markup("<blockquote>\n{}</blockquote>\n"),
    "bullets": Markup("<ul>\n{}</ul>\n"),
    "item": Markup('<li dir="auto">{}</li>\n'),
    "line": Markup("{}"),
    "strong": Markup("<strong>{}</strong>"),
    "em": Markup("<em>{}</em>"),
    "rule": Markup("<hr>\n{}"),
    "break": Markup("<br>\n{}"),
}
_NUMBERS = Markup('<ol start="{}">\n{}</ol>\n')
_HEADING = Markup('<h{} dir="auto">{}</h{}>\n')
_CODE = Markup("<code>{}</code>")
_CODE_BLOCK = Markup("<pre><code>{}</code></pre>\n")
_LINK = Markup('<a href="{}" rel="noopener noreferrer nofollow">{}</a>')


def html_text(text: str) -> Markup:
    """The user's Markdown as HTML whose headings lie below those of the document."""
    return _html(parse(text))


def _html(nodes: Sequence[Node]) -> Markup:
    return Markup("").join(_one(node) for node in nodes)


def _one(node: Node) -> Markup:
    kind, inside = node["kind"], _html(node.get("children", []))
    if kind == "text":
        return escape(node["text"])
    if kind == "code":
        return _CODE.format(node["text"])
    if kind == "code_block":
        return _CODE_BLOCK.format(node["text"])
    if kind == "link":
        return _LINK.format(node["url"], inside)
    if kind == "heading":
        level = min(_LOWEST, node["level"] + 4)
        return _HEADING.format(level, inside, level)
    if kind == "numbers":
        return _NUMBERS.format(node["start"], inside)
    return _TAGS[kind].format(inside)
