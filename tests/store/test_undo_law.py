"""The undo law: whatever was done, undo gives the journal as it was, and redo as it became."""

import os
import tempfile
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import NotFound, UserMistake
from leadjournal.model.action import ActionDraft, BlockerDraft
from leadjournal.model.catalogue import Ref
from leadjournal.model.debt_exit import ExitWay
from leadjournal.model.entry import EntryDraft
from leadjournal.model.indicator import IndicatorDraft, ReadingDraft
from leadjournal.model.link import LinkDraft
from leadjournal.model.outcome import OutcomeDraft, ReviewDraft, Verdict
from leadjournal.model.output import OutputDraft, OutputStatus
from leadjournal.model.why import WhyDraft
from leadjournal.services.workspace import Workspace
from tests.support.journals import NOW, TODAY, new_workspace, rows

WORDS = st.text(alphabet="abc xyz'\"é", min_size=1, max_size=12).filter(str.strip)
DAYS = st.integers(-40, 40).map(lambda days: TODAY + timedelta(days=days))
PAST = DAYS.filter(lambda day: day <= TODAY)
PICK = st.integers(0, 50)


class UndoLaw(RuleBasedStateMachine):
    """Keeps a picture of all rows after every step and compares when steps are taken back."""

    space: Workspace

    @initialize()
    def begin(self) -> None:
        self.space = new_workspace(Path(tempfile.mkdtemp()))
        self.journal = self.space.entries.journal
        self.pictures = [rows(self.journal)]
        self.place = 0

    def teardown(self) -> None:
        if hasattr(self, "space"):
            self._take_everything_back_and_bring_it_back()
            self.space.close()

    def _take_everything_back_and_bring_it_back(self) -> None:
        while self.space.history.redo() is not None:
            pass
        last = rows(self.journal)
        while self.space.history.undo() is not None:
            pass
        assert rows(self.journal) == self.pictures[0]
        assert self.journal.check() == []
        while self.space.history.redo() is not None:
            pass
        assert rows(self.journal) == last
        assert self.journal.check() == []

    def _remember(self) -> None:
        present = rows(self.journal)
        if present != self.pictures[self.place]:
            del self.pictures[self.place + 1 :]
            self.pictures.append(present)
            self.place += 1

    def _one(self, service: Any, pick: int) -> Any:
        found = service.all()
        return found[pick % len(found)] if found else None

    @rule(words=WORDS, day=DAYS)
    def add_why_and_people(self, words: str, day: Any) -> None:
        with self.journal.writing("Add a why and somebody"):
            self.space.whys.add(WhyDraft(statement=words, since=day))
            self.space.people.named(words)
        self._remember()

    @rule(words=WORDS, day=DAYS, pick=PICK)
    def add_outcome(self, words: str, day: Any, pick: int) -> None:
        why = self._one(self.space.whys, pick)
        draft = OutcomeDraft(statement=words, created_on=day, active_on=day)
        self.space.outcomes.add(draft, why.id if why else None)
        self._remember()

    @rule(day=DAYS, pick=PICK)
    def change_why(self, day: Any, pick: int) -> None:
        outcome, why = self._one(self.space.outcomes, pick), self._one(self.space.whys, pick + 1)
        if outcome is not None:
            self.space.outcomes.set_why(outcome.id, why.id if why else None, day)
            self._remember()

    @rule(words=WORDS, value=st.floats(-10, 10), day=PAST, pick=PICK)
    def measure(self, words: str, value: float, day: Any, pick: int) -> None:
        outcome = self._one(self.space.outcomes, pick)
        if outcome is None:
            return
        with self.journal.writing("Measure"):
            made = self.space.indicators.add(
                IndicatorDraft(
                    outcome_id=outcome.id, name=words, unit="calls", baseline=0, target=5
                )
            )
            on = min(day, self.space.clock.today())
            self.space.indicators.read(ReadingDraft(indicator_id=made.id, value=value, day=on))
        self._remember()

    @rule(value=st.floats(0.5, 10), pick=PICK)
    def change_target(self, value: float, pick: int) -> None:
        indicator = self._one(self.space.indicators, pick)
        if indicator is not None:
            self.space.indicators.edit(indicator.id, target=value)
            self._remember()

    @rule(day=PAST, verdict=st.sampled_from(Verdict), pick=PICK)
    def review(self, day: Any, verdict: Verdict, pick: int) -> None:
        outcome = self._one(self.space.outcomes, pick)
        if outcome is not None:
            on = min(day, self.space.clock.today())
            self.space.outcomes.review(
                ReviewDraft(outcome_id=outcome.id, day=on, verdict=verdict, next_on=on)
            )
            self._remember()

    @rule(words=WORDS, day=DAYS)
    def add_output(self, words: str, day: Any) -> None:
        self.space.outputs.add(OutputDraft(title=words, created_on=day))
        self._remember()

    @rule(first=PICK, second=PICK, main=st.booleans(), day=DAYS)
    def link(self, first: int, second: int, main: bool, day: Any) -> None:
        output, outcome = (
            self._one(self.space.outputs, first),
            self._one(self.space.outcomes, second),
        )
        if output is None or outcome is None:
            return
        try:
            self.space.outputs.link(
                LinkDraft(output_id=output.id, outcome_id=outcome.id, main=main, since=day)
            )
        except UserMistake:
            return
        self._remember()

    @rule(pick=PICK, main=st.booleans())
    def unlink_or_make_main(self, pick: int, main: bool) -> None:
        output = self._one(self.space.outputs, pick)
        links = self.space.outputs.links(output.id) if output else []
        if links:
            chosen = links[pick % len(links)]
            act = self.space.outputs.make_main if main else self.space.outputs.unlink
            act(chosen.id)
            self._remember()

    @rule(pick=PICK, day=PAST, way=st.sampled_from(ExitWay), words=WORDS, back=st.booleans())
    def leave_the_debt(self, pick: int, day: Any, way: ExitWay, words: str, back: bool) -> None:
        output = self._one(self.space.outputs, pick)
        if output is None or output.created_on > day or day > self.journal.clock.today():
            return
        if output.status is not OutputStatus.FINISHED:
            self.space.outputs.finish(output.id, day)
            self._remember()
        links = self.space.outputs.links(output.id)
        under = links[0].outcome_id if links else None
        with suppress(UserMistake):
            made = self.space.debt_exits.leave(under, way, day, words, [output.id])
            self._remember()
            if back:
                self.space.debt_exits.take_back(made[0].id)
                self._remember()

    @rule(words=WORDS, tags=st.lists(WORDS, max_size=3), pick=PICK)
    def write_entry(self, words: str, tags: list[str], pick: int) -> None:
        outcome = self._one(self.space.outcomes, pick)
        refs = [Ref("outcome", outcome.id)] if outcome else []
        self.space.entries.add(EntryDraft(day=TODAY, title=words), tags=tags, refs=refs)
        self._remember()

    @rule(words=WORDS, tags=st.lists(WORDS, max_size=2), pick=PICK)
    def rewrite_entry(self, words: str, tags: list[str], pick: int) -> None:
        entry = self._one(self.space.entries, pick)
        if entry is not None:
            with self.journal.writing("Rewrite"):
                self.space.entries.edit(entry.id, text=words)
                self.space.entries.set_tags(entry.id, tags)
            self._remember()

    @rule(words=WORDS, day=DAYS, reason=WORDS, what=st.sampled_from(("done", "move", "drop")))
    def promise(self, words: str, day: Any, reason: str, what: str) -> None:
        with self.journal.writing("Promise"):
            action = self.space.actions.add(ActionDraft(what=words, due_on=TODAY))
            self.space.blockers.add(BlockerDraft(text=words, opened_on=day))
        self._remember()
        if what == "done":
            self.space.actions.done(action.id)
        elif what == "drop":
            self.space.actions.drop(action.id, reason)
        elif day != TODAY:
            self.space.actions.move(action.id, day, reason)
        self._remember()

    @rule(pick=PICK, kind=st.sampled_from(
        ("people", "whys", "outcomes", "indicators", "outputs", "entries", "actions", "blockers")
    ))  # fmt: skip
    def remove(self, pick: int, kind: str) -> None:
        service = getattr(self.space, kind)
        record = self._one(service, pick)
        if record is not None:
            service.remove(record.id)
            self._remember()

    @rule(pick=PICK)
    def restore_from_the_trash(self, pick: int) -> None:
        gone = self.space.trash.listing()
        if gone:
            with suppress(NotFound):
                self.space.trash.restore(gone[pick % len(gone)].ref)
            self._remember()

    @rule(pick=PICK, which=PICK)
    def restore_a_version(self, pick: int, which: int) -> None:
        entry = self._one(self.space.entries, pick)
        if entry is not None:
            ref = Ref("entry", entry.id)
            versions = self.space.versions.of(ref)
            self.space.versions.restore(ref, versions[which % len(versions)].key, "text")
            self._remember()

    @rule(words=WORDS, finish=st.booleans())
    def walk_a_guide(self, words: str, finish: bool) -> None:
        given = {"direction": "forward", "win": words, "energy": 3, "tomorrow": words}
        with self.journal.writing("Walk a guide"):
            draft = self.space.guides.start("daily-reflection", TODAY, given)
            if finish:
                self.space.guides.finish(draft.id)
        self._remember()

    @rule(words=WORDS, away=st.booleans())
    def name_teams_and_weeks(self, words: str, away: bool) -> None:
        with self.journal.writing("Name a team"):
            team = self.space.teams.named(words)
            self.space.teams.rename(team.id, f"{words} too")
            mark = self.space.away_weeks.mark if away else self.space.away_weeks.clear
            mark(TODAY)
        self._remember()

    @rule(days=st.sampled_from((-400, -31, 1)))
    def the_clock_goes_wrong_or_on(self, days: int) -> None:
        clock = self.journal.clock
        assert isinstance(clock, FixedClock)
        # Never more than a week ahead of the first step, else the list ends by its age.
        clock.moment = min(clock.moment + timedelta(days=days), NOW + timedelta(days=7))

    @rule(words=WORDS)
    def keep_a_draft_of_a_form(self, words: str) -> None:
        self.space.drafts.keep("a form", {"words": words})
        assert self.space.drafts.peek("a form") == {"words": words}
        self.space.drafts.forget("a form")
        assert self.space.drafts.peek("a form") is None

    @rule()
    def undo(self) -> None:
        done = self.space.history.undo()
        assert (done is not None) == (self.place > 0)
        if done is not None:
            self.place -= 1

    @rule()
    def redo(self) -> None:
        done = self.space.history.redo()
        assert (done is not None) == (self.place < len(self.pictures) - 1)
        if done is not None:
            self.place += 1

    @invariant()
    def the_journal_is_as_it_was(self) -> None:
        if hasattr(self, "space"):
            assert rows(self.journal) == self.pictures[self.place]
            assert self.journal.check() == []


EXAMPLES = int(os.environ.get("LEADJOURNAL_EXAMPLES", "6"))
"""How many sequences are tried; more where there is time."""
_RULES = 50
"""A rule makes two steps at most, and the last hundred steps can be taken back."""

UndoLaw.TestCase.settings = settings(
    max_examples=EXAMPLES, stateful_step_count=_RULES, deadline=None
)
test_the_undo_law = UndoLaw.TestCase
