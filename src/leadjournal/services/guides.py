"""Guides: runs through a template, kept as drafts until they become an entry."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from leadjournal.base.errors import InvalidValue, NotFound, UserMistake
from leadjournal.base.words import _, ngettext
from leadjournal.model.catalogue import Ref
from leadjournal.model.entry import Entry, EntryKind
from leadjournal.model.record import clean
from leadjournal.model.reflection import Reflection, ReflectionDraft
from leadjournal.rules import guide
from leadjournal.rules.answers import fault_of, is_answered
from leadjournal.rules.template import Step, Template, read_step, written_step
from leadjournal.services.guide_records import GuideRecords
from leadjournal.services.linked_records import LinkedRecords
from leadjournal.services.records import Choice, Records
from leadjournal.services.references import References
from leadjournal.services.templates import Templates
from leadjournal.store.journal_file import Journal
from leadjournal.store.queries import records
from leadjournal.store.queries import reflections as queries

DAILY_GUIDE = "daily-reflection"
_LATER_KINDS = ("board", "rows")


class Guides(Records[Reflection, ReflectionDraft]):
    """One question after another; nothing is lost on the way, all is one step at the end."""

    record = Reflection

    def __init__(self, journal: Journal, templates: Templates | None = None) -> None:
        super().__init__(journal)
        self._templates = templates or Templates()
        self._linked = LinkedRecords(journal)
        self._references = References(journal)
        self._records = GuideRecords(journal)

    def start(
        self, template_id: str, day: date | None = None, given: Mapping[str, Any] | None = None
    ) -> Reflection:
        """Begin a guide, or go on with the day's draft of it; `given` answers are filled in.

        A daily guide that was finished on this day is reopened: one day has one check-in.
        """
        template = self._templates.get(template_id)
        self._refuse_unknown(template)
        on = day or self.journal.clock.today()
        with self.journal.reading() as session:
            draft = queries.draft_of(session, template_id, on)
            done = queries.check_in(session, on) if template.entry == EntryKind.DAILY else None
        if draft is None and done is not None:
            draft = self.again(done.id)
        return self._filled(draft or self._begin(template, on, {}), given or {})

    def again(self, entry_id: str) -> Reflection:
        """Reopen the answers behind an entry; finishing rewrites the entry, the past stays."""
        with self.journal.reading() as session:
            entry = self._entry(records.one(session, Entry, entry_id))
            draft = queries.draft_rewriting(session, entry_id)
            past = records.one(session, Reflection, entry.reflection_id or "")
        if draft is not None:
            return draft
        if past is None and entry.kind is not EntryKind.DAILY:
            raise UserMistake(_("This entry was not made with a guide."))
        template = self._templates.get(past.template if past else DAILY_GUIDE)
        answers = dict(past.answers) if past else self._records.answers_of(template, entry)
        return self._begin(template, entry.day, answers, entry)

    def answer(
        self,
        id_: str,
        step_id: str,
        value: object,
        *,
        position: str | None = None,
        source: str = "",
    ) -> Reflection:
        """Keep one answer of a draft; None or nothing takes it back."""
        with self._step(self.get(id_), source) as session:
            draft = self._draft(records.one(session, Reflection, id_))
            step = self._step_of(draft, step_id)
            if fault := fault_of(step, value):
                raise InvalidValue(fault, field=step_id)
            answers = {name: each for name, each in draft.answers.items() if name != step_id}
            if is_answered(value):
                answers[step_id] = _cleaned(value)
            if answers != draft.answers:
                draft.answers = answers
            draft.position = position or draft.position
        return draft

    def move(self, id_: str, position: str, *, source: str = "") -> None:
        """Remember at which question the draft was left."""
        with self._step(self.get(id_), source) as session:
            self._draft(records.one(session, Reflection, id_)).position = position

    def link_words(self, template: Template) -> dict[str, str]:
        """The words of every record that a template's answers can point at, by id."""
        words: dict[str, str] = {}
        for kind in {step.to for step in template.steps if self._linked.knows(step.to)}:
            words.update(self._linked.words(kind))
        return words

    def choices(self, kind: str) -> list[Choice]:
        """The records a question of the kind “link” offers."""
        return self._linked.choices(kind)

    def can_make(self, kind: str) -> bool:
        """Whether a new record of this kind can be made while answering."""
        return self._linked.can_make(kind)

    def make(self, id_: str, step_id: str, words: str, *, source: str = "") -> Choice:
        """Make the record a question asks for, from one line, and answer with it."""
        with self._step(self.get(id_), source) as session:
            draft = self._draft(records.one(session, Reflection, id_))
            step = self._step_of(draft, step_id)
            made = self._linked.make(step.to, words)
            before = draft.answers.get(step_id, [])
            value = [*before, made.id] if step.many else made.id
            self.answer(id_, step_id, value, source=source)
        return Choice(made.id, words)

    def finish(self, id_: str) -> Entry:
        """Make of the answers what they become: the reflection, the entry, what it names."""
        template = self.template_of(self.get(id_))
        label = _("Finish {guide}").format(guide=template.title)
        with self.journal.writing(label) as session:
            draft = self._draft(records.one(session, Reflection, id_))
            links = self.link_words(template)
            answers = _without_gone(template, draft.answers, links)
            self._refuse_missing(template, answers)
            draft.asked = guide.asked_and_said(template, answers, links)
            draft.finished = self.journal.clock.now()
            session.flush()
            return self._records.write(template, draft, answers)

    def drafts(self) -> Sequence[Reflection]:
        """Guides that were left before the end, the one worked on last first."""
        with self.journal.reading() as session:
            return queries.drafts(session)

    def let_go(self, id_: str) -> bool:
        """Remove a draft that holds no answer, as if it had not been begun; whether it did."""
        draft = self._draft(self.get(id_))
        if draft.answers:
            return False
        with self._step(draft, ""):
            self.remove(id_)
        return True

    def discard(self, id_: str) -> None:
        """Remove a draft; undo brings it back."""
        draft = self._draft(self.get(id_))
        with self.journal.writing(_("Discard the draft of {guide}").format(guide=draft.title)):
            self.remove(id_)

    def checked_in(self, day: date) -> Entry | None:
        """The entry of a day's check-in, if there is one."""
        with self.journal.reading() as session:
            return queries.check_in(session, day)

    def rewrites(self, id_: str) -> Entry | None:
        """The entry that a reopened guide will rewrite."""
        with self.journal.reading() as session:
            return queries.entry_to_rewrite(session, id_)

    def written(self, id_: str) -> Entry | None:
        """The entry that a finished walk became, unless it was rewritten or is gone."""
        with self.journal.reading() as session:
            return next(iter(records.where(session, Entry, reflection_id=id_)), None)

    def last_used(self) -> dict[str, date]:
        """On which day each template was last walked to its end."""
        with self.journal.reading() as session:
            return queries.last_used(session)

    def template_of(self, reflection: Reflection) -> Template:
        """The template as the reflection was begun with it, whatever became of the file."""
        steps = tuple(read_step(step) for step in reflection.asked)
        try:
            present = self._templates.get(reflection.template)
        except NotFound:
            present = Template(
                reflection.template, 1, reflection.title, "reflections", len(steps), "", "", steps
            )
        return replace(present, version=reflection.template_version, steps=steps)

    def _begin(
        self,
        template: Template,
        day: date,
        answers: Mapping[str, Any],
        rewritten: Entry | None = None,
    ) -> Reflection:
        steps = {step.id: step for step in template.steps}
        kept = {
            name: value
            for name, value in answers.items()
            if name in steps and is_answered(value) and not fault_of(steps[name], value)
        }
        draft = Reflection(
            template=template.id,
            template_version=template.version,
            title=template.title,
            day=day,
            asked=[written_step(step) for step in template.steps],
            answers=kept,
            position=template.steps[0].id,
        )
        with self._step(draft, "") as session:
            session.add(draft)
            if rewritten is not None:
                session.flush()
                self._references.add(Ref("reflection", draft.id), Ref("entry", rewritten.id))
        return draft

    def _filled(self, draft: Reflection, given: Mapping[str, Any]) -> Reflection:
        wanted = {name: value for name, value in given.items() if is_answered(value)}
        if not wanted:
            return draft
        with self._step(draft, ""):
            for name, value in wanted.items():
                draft = self.answer(draft.id, name, value)
            template = self.template_of(draft)
            self.move(draft.id, guide.first_open(template, draft.answers).id)
        return self.get(draft.id)

    def _step(self, draft: Reflection, source: str) -> Any:
        return self.journal.writing(draft.title, join=f"guide {draft.id}", source=source)

    def _refuse_unknown(self, template: Template) -> None:
        for step in template.steps:
            unknown_link = step.kind == "link" and not self._linked.knows(step.to)
            if step.kind in _LATER_KINDS or unknown_link:
                kind = f"link:{step.to}" if unknown_link else step.kind
                raise UserMistake(
                    _("The template “{title}” cannot be walked yet.").format(title=template.title),
                    way_out=_("Its step “{step}” asks for a “{kind}”.").format(
                        step=step.id, kind=kind
                    ),
                )

    def _refuse_missing(self, template: Template, answers: Mapping[str, Any]) -> None:
        if lacking := guide.missing(template, answers):
            sentence = ngettext(
                "One question still needs an answer: {questions}",
                "Some questions still need an answer: {questions}",
                len(lacking),
            )
            words = " ".join(step.prompt for step in lacking)
            raise InvalidValue(sentence.format(questions=words), field=lacking[0].id)

    def _draft(self, reflection: Reflection | None) -> Reflection:
        found = self._found(reflection)
        if found.finished is not None:
            raise UserMistake(
                _("This guide is finished."), way_out=_("Edit it to change the answers.")
            )
        return found

    def _step_of(self, draft: Reflection, step_id: str) -> Step:
        step = self.template_of(draft).step(step_id)
        if step is None:
            raise InvalidValue(
                _("“{guide}” has no question “{step}”.").format(guide=draft.title, step=step_id),
                field=step_id,
            )
        return step

    def _entry(self, entry: Entry | None) -> Entry:
        if entry is None:
            raise NotFound(
                _("This entry is not in the journal."),
                way_out=_("It may have been removed; undo brings it back."),
            )
        return entry


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    return [_cleaned(each) for each in value] if isinstance(value, list) else value


def _without_gone(
    template: Template, answers: Mapping[str, Any], links: Mapping[str, str]
) -> dict[str, Any]:
    """The answers without links to records that were removed in the meantime."""
    present = dict(answers)
    for step in template.steps:
        if step.kind != "link" or step.id not in present:
            continue
        value = present[step.id]
        if isinstance(value, list):
            present[step.id] = [each for each in value if each in links]
        elif value not in links:
            del present[step.id]
    return present
