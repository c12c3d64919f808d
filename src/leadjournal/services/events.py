"""The one way to learn of a change."""

from collections.abc import Callable
from dataclasses import dataclass

from leadjournal.model.catalogue import Ref

Callback = Callable[["Changed"], None]


@dataclass(frozen=True, slots=True)
class Changed:
    """A step was committed, undone or redone: its label, its records, and who asked for it."""

    label: str
    refs: tuple[Ref, ...]
    source: str = ""

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of record that were touched."""
        return frozenset(ref.kind for ref in self.refs)


class Events:
    """Tells every subscriber of every change, in the thread that made it."""

    def __init__(self) -> None:
        self._callbacks: list[Callback] = []

    def subscribe(self, callback: Callback) -> Callable[[], None]:
        """Call `callback` at every change until the returned function is called."""
        self._callbacks.append(callback)

        def leave() -> None:
            if callback in self._callbacks:
                self._callbacks.remove(callback)

        return leave

    def publish(self, changed: Changed) -> None:
        """Tell everybody who has not left meanwhile."""
        for callback in tuple(self._callbacks):
            if callback in self._callbacks:
                callback(changed)
