"""Objectives from a table of another program: looked at first, taken in as one step."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from leadjournal.base.errors import MissingFile, UserMistake
from leadjournal.base.words import _, isolated, ngettext
from leadjournal.model.objective import (
    KeyResult,
    KeyResultDraft,
    KeyResultReading,
    KeyResultReadingDraft,
    Objective,
    ObjectiveDraft,
)
from leadjournal.model.record import Record
from leadjournal.rules.cells import MOST_BYTES, text_of
from leadjournal.rules.objective_columns import folded
from leadjournal.rules.objective_table import (
    Key,
    Known,
    KnownObjective,
    Line,
    NewObjective,
    Understood,
    Wanted,
    understand,
)
from leadjournal.services.objectives import Objectives
from leadjournal.services.people import People, Teams
from leadjournal.store.journal_file import Journal


@dataclass(frozen=True, slots=True)
class TakenObjectives:
    """How much came in, and the id of the first objective something came in of."""

    objectives: int
    results: int
    first: str

    @property
    def sentence(self) -> str:
        """What happened."""
        one = ngettext("{n} objective", "{n} objectives", self.objectives)
        two = ngettext("{n} key result", "{n} key results", self.results)
        return _("Took in {objectives} and {results}").format(
            objectives=one.format(n=self.objectives), results=two.format(n=self.results)
        )


class ObjectiveImport:
    """Reads tables of objectives and key results."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def file(self, path: Path) -> str:
        """The text of a file."""
        try:
            if path.stat().st_size > MOST_BYTES:
                return text_of(bytes(MOST_BYTES + 1))
            return text_of(path.read_bytes())
        except OSError as fault:
            raise MissingFile(
                _("“{file}” cannot be read.").format(file=isolated(path.name)),
                _("Nothing was taken in."),
                _("Look whether it is still there and may be opened."),
            ) from fault

    def understand(self, text: str, wanted: Wanted | None = None) -> Understood:
        """What a table says, row by row, beside what the journal has; nothing is written."""
        return understand(text, self._known(), wanted)

    def take_in(self, understood: Understood) -> TakenObjectives:
        """Write what is new in one step: all of it or nothing."""
        if not understood.taken:
            raise UserMistake(
                _("There is no objective and no key result to add."), _("Nothing was changed.")
            )
        with self._journal.writing(_("Import objectives")) as session:
            ids: dict[Key, str] = {one.key: one.id for one in self._known().objectives}
            made = {new.key: self._objective(new) for new in understood.coming}
            ids |= {key: record.id for key, record in made.items()}
            for new in understood.coming:
                above = ids.get(new.parent) if isinstance(new.parent, tuple) else new.parent
                made[new.key].parent_id = above
            session.add_all(made.values())
            for line in understood.taken:
                if line.key_result:
                    session.add_all(self._result(line, ids[line.key]))
        return TakenObjectives(len(made), understood.results, ids[understood.taken[0].key])

    def _objective(self, new: NewObjective) -> Objective:
        given: dict[str, Any] = {
            "text": new.text, "cycle": new.cycle, "level": new.level, "ambition": new.ambition,
            "owner_id": new.owner, "team_id": new.team, "created_on": self._today,
        }  # fmt: skip
        if new.grade is not None:
            given |= {"grade": new.grade, "graded_on": self._today}
        return Objective(**ObjectiveDraft(**_said(given)).model_dump())

    def _result(self, line: Line, objective_id: str) -> list[Record]:
        given: dict[str, Any] = {
            "objective_id": objective_id, "text": line.key_result, "type": line.type,
            "unit": line.unit, "owner_id": line.owner, "baseline": line.baseline,
            "target": line.target, "grade": line.grade, "due_on": line.due,
            "created_on": self._today,
        }  # fmt: skip
        made = KeyResult(**KeyResultDraft(**_said(given)).model_dump())
        if line.current is None:
            return [made]
        reading = KeyResultReadingDraft(key_result_id=made.id, day=self._today, value=line.current)
        return [made, KeyResultReading(**reading.model_dump())]

    @property
    def _today(self) -> date:
        return self._journal.clock.today()

    def _known(self) -> Known:
        objectives = Objectives(self._journal)
        people = People(self._journal).all()
        teams = Teams(self._journal).all()
        return Known(
            tuple(
                KnownObjective(
                    one.id,
                    (folded(one.text), folded(one.cycle)),
                    one.parent_id,
                    frozenset(folded(each.text) for each in objectives.key_results(one.id)),
                )
                for one in objectives.all()
            ),
            _by_name((one.id, {one.first_name, one.full_name}) for one in people),
            _by_name((one.id, {one.name}) for one in teams),
        )


def _by_name(named: Iterable[tuple[str, set[str]]]) -> Mapping[str, str]:
    """Ids by names; a name that two share tells of neither."""
    pairs = [(folded(name), id_) for id_, names in named for name in names if name]
    count = Counter(name for name, _id in set(pairs))
    return {name: id_ for name, id_ in pairs if count[name] == 1}


def _said(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values that were said; a draft knows the others."""
    return {name: value for name, value in values.items() if value != ""}
