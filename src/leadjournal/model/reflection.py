"""Reflections: a guide that was walked, with the questions as they were asked."""

from datetime import datetime
from typing import Any

from sqlmodel import JSON, Field, UTCDateTime

from leadjournal.base.words import later
from leadjournal.model.record import Day, Draft, Line, Record


class ReflectionDraft(Draft):
    """What a reflection may be given."""

    template: str = Field(title=later("Template"), max_length=80, index=True)
    template_version: int = Field(default=1, ge=1)
    title: Line = Field(title=later("Title"), min_length=1, max_length=200)
    day: Day = Field(title=later("Date"))
    asked: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    answers: dict[str, Any] = Field(default_factory=dict, title=later("Answers"), sa_type=JSON)
    position: str = Field(default="", max_length=80)
    finished: datetime | None = Field(default=None, sa_type=UTCDateTime)


class Reflection(Record, ReflectionDraft, table=True):
    """A walk through a template: a draft until it is finished, then left as it was."""

    __tablename__ = "reflection"
