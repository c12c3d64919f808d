"""How large anything in a bundle may be, so that no file can fill memory or disk or hang us."""

TOTAL = 500_000_000
"""Bytes of all files of a bundle together, unpacked."""
FILES = 10_000
FILE = 100_000_000
"""Bytes of one file, unpacked."""
RATIO, RATIO_FROM = 100, 1_000_000
"""How many times smaller a file may be packed, once it is larger than so many bytes."""
LINE = 32_000_000
"""Bytes of one record; the longest text is 2 million characters."""
DEPTH = 32
"""How deep a value may be nested."""
MANIFEST = 5_000_000
DIRECTORY = 4_000_000
"""Bytes of the list of files at the end of a zip: far more than ten thousand names need."""
PART = 50_000_000
"""Bytes after which a kind goes on in another file when a bundle is written."""
