"""Counts what is really read, whatever the headers of a file say."""

from collections.abc import Iterator

from leadjournal.base.words import _
from leadjournal.export.bundle import limits
from leadjournal.export.bundle.refusal import RefusedBundle, refused_file

CHUNK = 65_536


class Meter:
    """Lets the chunks of files through as long as they stay within the limits."""

    def __init__(self, bundle: str) -> None:
        self._bundle = bundle
        self._total = 0

    def counted(self, name: str, chunks: Iterator[bytes], packed: int | None) -> Iterator[bytes]:
        """The chunks of a file; `packed` is its size in the archive, where it is in one."""
        size = 0
        for chunk in chunks:
            size += len(chunk)
            self._total += len(chunk)
            if size > limits.FILE or self._total > limits.TOTAL:
                raise self.too_large(name)
            if packed is not None and is_a_bomb(size, packed):
                raise self.too_large(name)
            yield chunk

    def too_large(self, name: str) -> RefusedBundle:
        """The sentence for what would fill memory."""
        return refused_file(self._bundle, name, _("is larger than anything in a bundle may be."))


def is_a_bomb(size: int, packed: int) -> bool:
    """Whether something grows suspiciously when it is unpacked."""
    return size > limits.RATIO_FROM and size > packed * limits.RATIO
