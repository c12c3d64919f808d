"""Records as plain JSON: one list a kind, the same order and the same bytes every time."""

import json
from collections.abc import Mapping, Sequence

Records = Mapping[str, Sequence[Mapping[str, object]]]


def render(records: Records) -> bytes:
    """The file's bytes; days and times are written by the caller as ISO text."""
    plain = {kind: [dict(record) for record in found] for kind, found in records.items()}
    return (json.dumps(plain, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()
