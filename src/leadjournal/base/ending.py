"""How the name of a journal ends; apart from all else, since every door asks for it at once."""

ENDING = ".leadjournal"
