"""The sentences with which a bundle is refused."""

from leadjournal.base.errors import UserMistake
from leadjournal.base.words import _, isolated

_LONGEST = 80


class RefusedBundle(UserMistake):
    """A bundle that is damaged, hostile, or not one at all; nothing of it was taken in."""


def shown(name: str) -> str:
    """A name out of a bundle, fit to be read aloud in a sentence."""
    legible = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in name)
    short = legible if len(legible) <= _LONGEST else f"{legible[:_LONGEST]}…"
    return isolated(short)


def refused(bundle: str, reason: str) -> RefusedBundle:
    """The bundle as a whole cannot be taken in."""
    return RefusedBundle(
        _("“{bundle}” cannot be taken in: {reason}").format(bundle=shown(bundle), reason=reason),
        _("Nothing was taken in and nothing was written."),
        _("Take a bundle as leadjournal wrote it."),
    )


def refused_file(bundle: str, name: str, reason: str) -> RefusedBundle:
    """A file in the bundle cannot be taken in; it is named."""
    return refused(bundle, _("“{file}” in it {reason}").format(file=shown(name), reason=reason))


def refused_line(bundle: str, name: str, line: int, reason: str) -> RefusedBundle:
    """A record in the bundle cannot be taken in; its file and line are named."""
    return refused(
        bundle,
        _("line {line} of “{file}”: {reason}").format(line=line, file=shown(name), reason=reason),
    )
