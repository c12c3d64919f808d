"""How near typed letters are to the words of a command."""

_STARTS_WORD = 8
_FOLLOWS = 4
_FOUND = 1
_WHOLE = 30


def nearness(typed: str, words: str) -> int | None:
    """The higher the nearer; None when the letters do not occur in this order."""
    wanted, text = _plain(typed), _plain(words)
    if wanted and wanted in text:
        begins = text.startswith(wanted) or f" {wanted}" in text
        return _WHOLE + len(wanted) * _FOLLOWS + begins * _STARTS_WORD - len(text) // 8
    return _scattered(wanted.replace(" ", ""), text)


def _scattered(wanted: str, text: str) -> int | None:
    score, at = 0, -1
    for letter in wanted:
        found = text.find(letter, at + 1)
        if found < 0:
            return None
        starts = found == 0 or text[found - 1] == " "
        score += _STARTS_WORD if starts else _FOLLOWS if found == at + 1 else _FOUND
        at = found
    return score if score >= len(wanted) * 3 else None


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("…", "").split())
