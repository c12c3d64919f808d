"""What somebody typed into a search box, as a full-text query that cannot fail."""

import re

MOST_TERMS = 24
_WORDS = re.compile(r"\w+", re.UNICODE)


def full_text_query(typed: str) -> str | None:
    """Every word must occur, the last one as a beginning; nothing to look for gives None.

    Words are always quoted, so no operator of the query language is ever understood as one.
    """
    words = _WORDS.findall(typed.replace("\x00", " ").encode(errors="ignore").decode())
    if not words:
        return None
    *whole, last = words[:MOST_TERMS]
    return " ".join([*(f'"{word}"' for word in whole), f'"{last}"*'])
