"""The records that a finished guide leaves behind, or changes when it was reopened."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from leadjournal.model.action import BlockerDraft
from leadjournal.model.catalogue import Ref
from leadjournal.model.entry import Entry, EntryDraft, EntryKind, Privacy
from leadjournal.model.reflection import Reflection
from leadjournal.rules import guide
from leadjournal.rules.guide import Making
from leadjournal.rules.template import Template, read_step
from leadjournal.services.actions import Blockers
from leadjournal.services.entries import Entries
from leadjournal.services.references import References
from leadjournal.store.journal_file import Journal
from leadjournal.store.queries import records
from leadjournal.store.queries import reflections as queries

_FIELDS = ("title", "direction", "energy", "best_hour")


class GuideRecords:
    """Writes inside the step of the guide, so that all of it is undone together."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._entries = Entries(journal)
        self._blockers = Blockers(journal)
        self._references = References(journal)

    def write(self, template: Template, draft: Reflection, answers: Mapping[str, Any]) -> Entry:
        """Make, or rewrite, the entry of a finished guide and what it names."""
        makings = {each.record: each for each in guide.records_to_make(template, answers)}
        with self._journal.writing(draft.title) as session:
            present = queries.entry_to_rewrite(session, draft.id)
            if present is None:
                entry = self._new_entry(template, draft, makings["entry"])
            else:
                past = records.one(session, Reflection, present.reflection_id or "")
                entry = self._rewrite(present, template, draft, past, makings["entry"])
            self._keep_blocker(entry, makings.get("blocker"))
        return entry

    def answers_of(self, template: Template, entry: Entry) -> dict[str, Any]:
        """The answers that an entry made without a guide would have come from."""
        linked = {each.ref.kind: each.ref.id for each in self._references.of(entry.id)}
        answers: dict[str, Any] = {}
        for step in template.steps:
            for into in step.into:
                if into.record != "entry":
                    continue
                if into.field == "reference":
                    answers[step.id] = linked.get(step.to)
                else:
                    value = getattr(entry, into.field)
                    answers[step.id] = getattr(value, "value", value)
        return answers

    def _new_entry(self, template: Template, draft: Reflection, making: Making) -> Entry:
        values = {"title": template.title, **making.values}
        return self._entries.add(
            EntryDraft(
                day=draft.day,
                kind=EntryKind(template.entry),
                text=guide.text_of(draft.asked),
                privacy=Privacy(template.privacy),
                reflection_id=draft.id,
                **values,
            ),
            refs=[Ref(*each) for each in making.references],
        )

    def _rewrite(
        self,
        entry: Entry,
        template: Template,
        draft: Reflection,
        past: Reflection | None,
        making: Making,
    ) -> Entry:
        before = _making_of(template, past) if past else Making("entry", {})
        values: dict[str, Any] = {name: making.values.get(name) for name in _FIELDS}
        if entry.title not in ("", before.values.get("title"), template.title):
            values["title"] = entry.title
        text = guide.rewritten_text(
            entry.text, guide.text_of(past.asked) if past else "", guide.text_of(draft.asked)
        )
        values["title"] = values["title"] or template.title
        changed = self._entries.edit(entry.id, text=text, reflection_id=draft.id, **values)
        self._references.remove(Ref("reflection", draft.id), Ref("entry", entry.id))
        for gone in set(before.references) - set(making.references):
            self._entries.unlink(entry.id, Ref(*gone))
        for added in making.references:
            self._entries.link(entry.id, Ref(*added))
        return changed

    def _keep_blocker(self, entry: Entry, making: Making | None) -> None:
        with self._journal.reading() as session:
            present = queries.blocker_of(session, entry.id)
        if making is None:
            if present is not None and present.closed_on is None:
                self._blockers.remove(present.id)
        elif present is not None:
            self._blockers.edit(present.id, **{"outcome_id": None, **making.values})
        else:
            made = self._blockers.add(BlockerDraft(opened_on=entry.day, **making.values))
            self._references.add(Ref("blocker", made.id), Ref("entry", entry.id))


def _making_of(template: Template, past: Reflection) -> Making:
    asked = replace(template, steps=tuple(read_step(step) for step in past.asked))
    makings = guide.records_to_make(asked, past.answers)
    return next(each for each in makings if each.record == "entry")
