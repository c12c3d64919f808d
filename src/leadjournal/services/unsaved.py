"""Text that stands on the screen only: how it gets into a journal that can still be written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from leadjournal.base.errors import NotFound, UserMistake
from leadjournal.model.entry import EntryDraft

if TYPE_CHECKING:
    from leadjournal.services.workspace import Workspace

ENTRY, ANSWER, GUIDE, DRAFT = "entry", "answer", "guide", "draft"


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What was typed: into which entry, guide or form, its values, and the same as plain words."""

    kind: str
    key: str
    values: dict[str, Any]
    words: str

    @classmethod
    def of_entry(cls, id_: str, facts: dict[str, Any], title: str, text: str) -> Unsaved:
        """An entry, new without an id, as it should be."""
        words = "\n\n".join(part for part in (f"# {title}" if title else "", text) if part)
        return cls(ENTRY, id_, {**facts, "title": title, "text": text}, words)

    @classmethod
    def of_answer(cls, id_: str, step_id: str, value: Any, words: str) -> Unsaved:
        """The answer to a question of a guide's draft."""
        return cls(ANSWER, id_, {"step": step_id, "value": value}, words)

    @classmethod
    def of_guide(cls, template: str, day: date, answers: dict[str, Any], words: str) -> Unsaved:
        """Answers to a guide that may not have begun on its day."""
        return cls(GUIDE, template, {"day": day.isoformat(), "answers": answers}, words)

    @classmethod
    def of_draft(cls, key: str, values: dict[str, Any], words: str) -> Unsaved:
        """A line or a form that is not finished."""
        return cls(DRAFT, key, values, words)


def take_in(workspace: Workspace, found: Iterable[Unsaved]) -> None:
    """Write what was typed where it belongs; an entry that is gone is written anew."""
    for each in found:
        _WAYS[each.kind](workspace, each)


def as_text(found: Iterable[Unsaved]) -> str:
    """What was typed as one text that any program shows."""
    return "\n\n".join(each.words.strip() for each in found if each.words.strip()) + "\n"


def packed(found: Iterable[Unsaved]) -> list[dict[str, Any]]:
    """As plain values, for JSON."""
    return [asdict(each) for each in found]


def unpacked(values: Iterable[dict[str, Any]]) -> list[Unsaved]:
    """What was packed."""
    return [Unsaved(**each) for each in values]


def _take_entry(workspace: Workspace, unsaved: Unsaved) -> None:
    values = unsaved.values
    try:
        if unsaved.key:
            workspace.entries.edit(unsaved.key, title=values["title"], text=values["text"])
            return
    except NotFound:
        pass
    workspace.entries.add(EntryDraft.model_validate(values))


def _take_answer(workspace: Workspace, unsaved: Unsaved) -> None:
    values = unsaved.values
    try:
        workspace.guides.answer(unsaved.key, values["step"], values["value"])
    except UserMistake:
        # The guide was finished or removed since: its words become a note of their own.
        workspace.entries.capture(unsaved.words)


def _take_guide(workspace: Workspace, unsaved: Unsaved) -> None:
    day = date.fromisoformat(unsaved.values["day"])
    workspace.guides.start(unsaved.key, day, unsaved.values["answers"])


def _take_draft(workspace: Workspace, unsaved: Unsaved) -> None:
    workspace.drafts.keep(unsaved.key, unsaved.values)


_WAYS: dict[str, Callable[[Workspace, Unsaved], None]] = {
    ENTRY: _take_entry,
    ANSWER: _take_answer,
    GUIDE: _take_guide,
    DRAFT: _take_draft,
}
