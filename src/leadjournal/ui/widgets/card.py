"""Sheets and grounds that hold other widgets."""

from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from leadjournal.ui.theme.looks import Looks

TINTS = ("accent", "debt", "danger", "why", "note")


class Card(QFrame):
    """A white sheet for one thought; `column` is its layout."""

    look = "card"
    padding = (20, 16, 20, 16)

    def __init__(self, looks: Looks, *, spacing: int = 8) -> None:
        super().__init__()
        self.looks = looks
        self.setProperty("cls", self.look)
        # An expanding child would otherwise let the card take all free height of the page.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*self.padding)
        self.column.setSpacing(spacing)


class TintedCard(Card):
    """A coloured ground; `ink` is the colour role of every text on it."""

    padding = (16, 13, 16, 13)

    def __init__(self, looks: Looks, tint: str, *, spacing: int = 8) -> None:
        self.look = f"soft-{tint}"
        super().__init__(looks, spacing=spacing)
        self.ink = f"on_{tint}_soft"


class Well(Card):
    """A sunken ground, for examples and asides."""

    look = "well"
    padding = (16, 13, 16, 13)


class Divider(QFrame):
    """A thin line between rows."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self.looks = looks
        self.setProperty("cls", "divider")
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
