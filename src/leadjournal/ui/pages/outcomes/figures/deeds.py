"""Setting up the debt signs: which fast and which slow number belong together."""

from __future__ import annotations

from leadjournal.base.words import _
from leadjournal.model.debt_sign import DebtSignDraft, SignPair
from leadjournal.ui.dialogs.form_dialog import FormWords
from leadjournal.ui.pages.outcomes.deeds import Answers, Deed, Deeds
from leadjournal.ui.pages.outcomes.forms import Asked
from leadjournal.ui.widgets.form_fields import fields_of


class DebtSignDeeds(Deeds):
    """Choose the two indicators of a sign, others, or none any more."""

    def table(self) -> dict[str, Deed]:
        return {
            "set-up-sign": lambda target: self.set_up(SignPair(str(target))),
            "take-down-sign": lambda target: self.take_down(SignPair(str(target))),
        }

    def set_up(self, pair: SignPair) -> None:
        """Ask for the fast and the slow number of a pair, and by how much it follows later."""

        def write(values: Answers) -> None:
            self.workspace.debt_signs.set_up(DebtSignDraft(**{**values, "pair": pair}))

        present = self.workspace.debt_signs.of(pair)
        names = ("fast_id", "slow_id", "delay_weeks")
        values = {name: getattr(present, name) for name in names} if present else {}
        words = FormWords(
            pair_words(pair),
            _("Set up"),
            _("The lamp is on while the fast number is near its target and the slow one does not "
              "follow."),
        )  # fmt: skip
        self.add(words, Asked(fields_of(DebtSignDraft, names), []), values, write)

    def take_down(self, pair: SignPair) -> None:
        """Watch this pair no longer."""
        self.attempt(
            lambda: self.workspace.debt_signs.take_down(pair),
            _("Took down the sign “{sign}”").format(sign=pair_words(pair)),
        )


def pair_words(pair: SignPair) -> str:
    """The name of a pair."""
    from leadjournal.services.computed_whole import pair_title

    return pair_title(pair.value)
