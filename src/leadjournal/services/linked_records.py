"""Records that an answer can point at: chosen from a list, or made in place."""

from collections.abc import Mapping

from leadjournal.base.errors import Bug
from leadjournal.model.outcome import OutcomeDraft
from leadjournal.model.record import Record
from leadjournal.services.outcomes import Outcomes
from leadjournal.services.outputs import Outputs
from leadjournal.services.people import People
from leadjournal.services.records import Choice
from leadjournal.services.whys import Whys
from leadjournal.store.journal_file import Journal


class LinkedRecords:
    """What the questions of the kind “link” offer."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._people = People(journal)
        self._outcomes = Outcomes(journal)
        self._choices = {
            "person": self._people.choices,
            "outcome": self._outcomes.choices,
            "output": Outputs(journal).choices,
            "why": Whys(journal).choices,
        }
        self._makers = {"person": self._people.named, "outcome": self._new_outcome}

    def knows(self, kind: str) -> bool:
        """Whether records of this kind can be chosen."""
        return kind in self._choices

    def can_make(self, kind: str) -> bool:
        """Whether a record of this kind can be made from one line of words."""
        return kind in self._makers

    def choices(self, kind: str) -> list[Choice]:
        """The records to choose from."""
        return list(self._choices[kind]())

    def words(self, kind: str) -> Mapping[str, str]:
        """The words of every record of a kind by id, retired ones too."""
        if kind == "outcome":
            return {each.id: each.words for each in self._outcomes.choices(active=False)}
        return {each.id: each.words for each in self._choices[kind]()}

    def make(self, kind: str, words: str) -> Record:
        """Make a record from one line of words."""
        if kind not in self._makers:
            raise Bug(f"A {kind} cannot be made from one line")
        return self._makers[kind](words)

    def _new_outcome(self, words: str) -> Record:
        today = self._journal.clock.today()
        return self._outcomes.add(OutcomeDraft(statement=words, created_on=today))
