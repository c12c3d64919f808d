"""Values of plain SQL rows in the types of the model."""

from datetime import date


def day(text: str | None) -> date | None:
    """A stored day."""
    return date.fromisoformat(text) if text else None
