"""Debt signs: the pairs of a fast and a slow indicator that a leader wants to see side by side."""

from leadjournal.base.errors import InvalidValue
from leadjournal.base.words import _
from leadjournal.model.debt_sign import DebtSign, DebtSignDraft, SignPair
from leadjournal.services.records import Records
from leadjournal.store.queries import records


class DebtSigns(Records[DebtSign, DebtSignDraft]):
    """One pair of indicators for each of the four signs that can be chosen."""

    record = DebtSign

    def of(self, pair: SignPair) -> DebtSign | None:
        """What was chosen for a sign."""
        with self.journal.reading() as session:
            return next(iter(records.where(session, DebtSign, pair=pair)), None)

    def set_up(self, draft: DebtSignDraft) -> DebtSign:
        """Choose the indicators of a sign; what was chosen for it before is replaced."""
        if draft.fast_id == draft.slow_id:
            raise InvalidValue(
                _("The slow number has to be another one than the fast number."), field="slow_id"
            )
        with self.journal.writing(_("Set up a debt sign")) as session:
            for before in records.where(session, DebtSign, pair=draft.pair):
                records.remove(session, before)
            return self.add(draft)

    def take_down(self, pair: SignPair) -> None:
        """Choose no indicators for a sign any more."""
        with self.journal.writing(_("Take down a debt sign")) as session:
            for known in records.where(session, DebtSign, pair=pair):
                records.remove(session, known)
