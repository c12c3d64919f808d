"""Hints: whether the lens speaks while one writes, and what it was told not to say any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadjournal.base.errors import Problem
from leadjournal.base.preferences import HINTS
from leadjournal.base.words import _
from leadjournal.ui.pages.settings.section import Section
from leadjournal.ui.widgets.buttons import SecondaryButton
from leadjournal.ui.widgets.editors import ComboBox
from leadjournal.ui.widgets.label import Label
from leadjournal.ui.widgets.setting_row import SettingCard, SettingRow

if TYPE_CHECKING:
    from leadjournal.model.muted_hint import MutedHint
    from leadjournal.ui.context import Context


class HintsSection(Section):
    """A switch for this computer, and the list of this journal's muted hints."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, _("Hints"))
        looks = context.looks
        self.hints = ComboBox(looks, [(_("Yes"), "yes"), (_("No"), "no")])
        self.add_card([SettingRow(looks, _("Show hints"), _(HINTS.sentence), self.hints)])
        self._muted_title = Label(looks, _("Not shown any more"), "heading", "text", wrap=True)
        self.add(self._muted_title)
        self._muted: SettingCard | None = None
        self._nothing = Label(
            looks,
            _("Every hint is shown. Under a hint, “Not now” keeps it away for one text or "
              "everywhere; what is muted everywhere is listed here."),
            "body", "text_2", wrap=True,
        )  # fmt: skip
        self.add(self._nothing)
        self.finish()
        self.hints.activated.connect(lambda: self.keep(HINTS, str(self.hints.value())))

    def refresh(self) -> None:
        self.hints.set_value(self.context.preferences.get(HINTS))
        muted = self.context.workspace.muted_hints.everywhere()
        if self._muted is not None:
            self._muted.hide()
            self._muted.deleteLater()
            self._muted = None
        self._nothing.setVisible(not muted)
        if muted:
            self._muted = SettingCard(self.context.looks, [self._row(one) for one in muted])
            self.column.insertWidget(self.column.indexOf(self._nothing), self._muted)
            self._muted.show()

    def _row(self, muted: MutedHint) -> SettingRow:
        looks = self.context.looks
        again = SecondaryButton(looks, _("Show again"))
        again.setEnabled(not self.context.workspace.read_only)
        again.clicked.connect(lambda: self._hear_again(muted.id))
        if muted.phrase:
            title = _("“{phrase}” is understood here").format(phrase=muted.phrase)
            row = SettingRow(looks, title, _("The lens asks for no plainer words."), again)
        else:
            row = SettingRow(looks, *_words_of(muted.rule), again)
        again.setAccessibleName(_("Show again: {hint}").format(hint=row.title.text()))
        return row

    def _hear_again(self, id_: str) -> None:
        try:
            self.context.workspace.muted_hints.hear_again(id_)
        except Problem as problem:
            self.context.fail(problem)
        self.refresh()
        self.hints.setFocus()


def _words_of(rule: str) -> tuple[str, str]:
    """The message of a hint as its title, and what it looks at; a rule of a newer version by id."""
    from leadjournal.rules.lens.table import RULES

    found = next((each for each in RULES if each.id == rule), None)
    return (found.message, "") if found is not None else (rule, "")
