"""What somebody typed into a search box, as a full-text query that cannot fail."""

import re
import unicodedata

MOST_TERMS = 24
_WORDS = re.compile(r"\w+", re.UNICODE)


def full_text_query(typed: str) -> str | None:
    """Every word must occur, the last one as a beginning; nothing to look for gives None.

    Words are always quoted, so no operator of the query language is ever understood as one.
    """
    whole_signs = typed.replace("\x00", " ").encode(errors="ignore").decode()
    words = _WORDS.findall(unicodedata.normalize("NFC", whole_signs))
    if not words:
        return None
    *whole, last = words[:MOST_TERMS]
    return " ".join([*(f'"{word}"' for word in whole), f'"{last}"*'])
