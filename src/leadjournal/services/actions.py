"""Actions, which are promises: done, moved or dropped with a reason; and blockers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from leadjournal.base.errors import InvalidValue
from leadjournal.base.words import _
from leadjournal.model.action import (
    Action,
    ActionDraft,
    Blocker,
    BlockerDraft,
    Postponement,
    PostponementDraft,
)
from leadjournal.services.records import Records
from leadjournal.store.queries import actions as queries
from leadjournal.store.queries import records


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """An action as lists show it."""

    id: str
    what: str
    owner: str
    due_on: date | None
    carried: int
    outcome: str
    settled_on: date | None = None
    dropped_because: str = ""


class Actions(Records[Action, ActionDraft]):
    """What somebody promised to do by a day."""

    record = Action

    def promises(self) -> list[PromiseRow]:
        """The open actions, oldest promise first, those without a day last."""
        with self.journal.reading() as session:
            return [PromiseRow(*row) for row in queries.open_actions(session)]

    def settled(self, limit: int = 50) -> list[PromiseRow]:
        """The actions that were done or dropped, newest first."""
        with self.journal.reading() as session:
            return [PromiseRow(*row) for row in queries.settled_actions(session, limit)]

    def done(self, id_: str, on: date | None = None) -> Action:
        """The promise is kept."""
        with self.journal.writing(_("Mark an action done")):
            day = on or self.journal.clock.today()
            return self.edit(id_, done_on=day, dropped_on=None, dropped_because="")

    def move(self, id_: str, to: date, reason: str) -> Action:
        """Promise it for another day; the day it was promised for stays known."""
        with self.journal.writing(_("Move an action")) as session:
            action = self.get(id_)
            if action.due_on == to:
                raise InvalidValue(_("It is due on this day already."), field="to_due")
            draft = PostponementDraft(
                action_id=id_,
                moved_on=self.journal.clock.today(),
                from_due=action.due_on,
                to_due=to,
                reason=reason,
            )
            session.add(Postponement(**draft.model_dump()))
            return self.edit(id_, due_on=to)

    def drop(self, id_: str, reason: str) -> Action:
        """Drop it on purpose; the reason is needed."""
        if not reason.strip():
            raise InvalidValue(_("A reason is needed to drop a promise."), field="reason")
        with self.journal.writing(_("Drop an action")):
            today = self.journal.clock.today()
            return self.edit(id_, done_on=None, dropped_on=today, dropped_because=reason)

    def reopen(self, id_: str) -> Action:
        """The promise is open again."""
        with self.journal.writing(_("Reopen an action")):
            return self.edit(id_, done_on=None, dropped_on=None, dropped_because="")


class Blockers(Records[Blocker, BlockerDraft]):
    """What stands in somebody's way until it is closed."""

    record = Blocker

    def open_ones(self) -> Sequence[Blocker]:
        """The open blockers, oldest first."""
        with self.journal.reading() as session:
            found = records.where(session, Blocker, closed_on=None)
        return sorted(found, key=lambda blocker: blocker.opened_on)

    def close(self, id_: str, on: date | None = None) -> Blocker:
        """It is out of the way."""
        with self.journal.writing(_("Close a blocker")):
            return self.edit(id_, closed_on=on or self.journal.clock.today())

    def reopen(self, id_: str) -> Blocker:
        """It is in the way again."""
        with self.journal.writing(_("Reopen a blocker")):
            return self.edit(id_, closed_on=None)
