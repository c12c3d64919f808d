"""The words of the lens that ship with the program, read when they are first needed."""

import tomllib
from functools import lru_cache

from leadjournal.base.resources import resource_text
from leadjournal.rules.lens.words import Words


@lru_cache(maxsize=4)
def lens_words(language: str = "en") -> Words:
    """The words of a language, for `rules.lens.looking.look`."""
    return Words(tomllib.loads(resource_text("lens", f"{language}.toml")))
