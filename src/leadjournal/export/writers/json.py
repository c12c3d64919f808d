"""Records as plain JSON: one list a kind, the same order and the same bytes every time."""

import json
from collections.abc import Mapping

Records = Mapping[str, object]
"""Under each kind its records as plain values, and whatever else the reader has to know."""


def render(records: Records) -> bytes:
    """The file's bytes; days and times are written by the caller as ISO text."""
    plain = dict(records)
    return (json.dumps(plain, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()
