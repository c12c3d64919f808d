"""Which hints of the lens are not wanted any more: everywhere, for one record, for a phrase."""

from collections.abc import Sequence

from leadjournal.base.words import _
from leadjournal.model.muted_hint import MutedHint, MutedHintDraft
from leadjournal.services.records import Records
from leadjournal.store.queries import records

OUR_WORDS = "buzzwords"
"""The rule that leaves the words of the house alone."""


class MutedHints(Records[MutedHint, MutedHintDraft]):
    """The hints that stay away."""

    record = MutedHint

    def mute(self, rule: str, record_id: str = "") -> None:
        """Do not give this hint any more, for one record or, without one, anywhere."""
        self._keep(MutedHintDraft(rule=rule, record_id=record_id))

    def use_words(self, phrase: str) -> None:
        """These words are understood here: the lens no longer asks for plainer ones."""
        self._keep(MutedHintDraft(rule=OUR_WORDS, phrase=phrase.lower()))

    def hear_again(self, id_: str) -> None:
        """Give the hint again."""
        with self.journal.writing(_("Show a hint again")):
            self.remove(id_)

    def muted(self, record_id: str = "") -> frozenset[str]:
        """The rules that are silent everywhere and, with a record, for that record."""
        return frozenset(
            one.rule for one in self.all() if not one.phrase and one.record_id in ("", record_id)
        )

    def our_words(self) -> frozenset[str]:
        """The phrases that are understood here."""
        return frozenset(one.phrase for one in self.all() if one.phrase)

    def everywhere(self) -> Sequence[MutedHint]:
        """What is silent everywhere, and the phrases that are understood, oldest first."""
        with self.journal.reading() as session:
            return records.where(session, MutedHint, record_id="")

    def _keep(self, draft: MutedHintDraft) -> None:
        with self.journal.writing(_("Mute a hint")) as session:
            if not records.where(session, MutedHint, **draft.model_dump()):
                session.add(MutedHint(**draft.model_dump()))
