"""The rules of the lens: one table, in the order in which hints of a level are shown."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from leadjournal.base.words import _
from leadjournal.rules.lens import agreements, numbers, sentences, whys
from leadjournal.rules.lens.case import Case
from leadjournal.rules.lens.changes import holds_several_changes
from leadjournal.rules.lens.messages import MESSAGES

Level = Literal["strong", "nudge", "hint"]
LEVELS: tuple[Level, ...] = ("strong", "nudge", "hint")

KINDS = (
    "why", "outcome", "objective", "key-result", "indicator", "output", "milestone", "agreement",
    "charter-purpose", "charter-values", "decision-right", "action", "feedback",
)  # fmt: skip
_CHARTER = ("charter-purpose", "charter-values", "agreement", "decision-right")
_GOALS = ("outcome", "objective")
_STATED = ("outcome", "why", "objective")
_OUTCOME, _MILESTONE, _OBJECTIVE = ("outcome",), ("milestone",), ("objective",)
_NUMBERS = ("indicator", "key-result")


@dataclass(frozen=True, slots=True)
class Rule:
    """When a hint is given: for which kinds of text, and in which case."""

    id: str
    level: Level
    kinds: tuple[str, ...]
    fires: Callable[[Case], bool]
    record: bool = False
    """Whether it looks at the record: it may have something to say of an empty text too."""

    @property
    def message(self) -> str:
        """The hint in the user's language."""
        return _(MESSAGES[self.id])


RULES: tuple[Rule, ...] = (
    Rule("output-verb-start", "strong", _GOALS, sentences.names_an_output),
    Rule("output-plus-outcome", "nudge", _GOALS, sentences.names_output_and_effect),
    Rule("no-beneficiary", "nudge", ("outcome", "why"), sentences.names_nobody),
    Rule("no-measure", "nudge", _GOALS, sentences.has_no_measure),
    Rule("only-activity-indicators", "strong", _OUTCOME, numbers.counts_only_work, record=True),
    Rule("no-lagging-indicator", "nudge", _OUTCOME, numbers.has_nothing_lagging, record=True),
    Rule("no-review-date", "nudge", ("outcome", "why", *_CHARTER),
         sentences.has_no_review_date, record=True),
    Rule("vanity-metric", "nudge", _NUMBERS, numbers.is_vain),
    Rule("weasel-words", "hint", ("outcome", "why", "objective", "charter-purpose"),
         sentences.has_weasel_words),
    Rule("buzzwords", "hint", KINDS, sentences.has_buzzwords),
    Rule("several-outcomes", "nudge", ("outcome", "objective", "indicator"), holds_several_changes),
    Rule("target-without-baseline", "hint", ("outcome", "key-result", "indicator"),
         numbers.has_target_only),
    Rule("no-time-horizon", "hint", ("outcome", "key-result", "milestone"),
         sentences.has_no_horizon),
    Rule("done-is-not-success", "strong", ("outcome", "objective", "key-result", "milestone"),
         sentences.is_done_not_success),
    Rule("solution-baked-in", "hint", _GOALS, sentences.holds_a_solution),
    Rule("passive-no-actor", "hint", _GOALS, sentences.is_passive),
    Rule("absolute-words", "hint", ("outcome", "indicator", "agreement"), sentences.has_absolutes),
    Rule("too-long", "hint", _STATED, sentences.is_too_long),
    Rule("too-short", "hint", _STATED, sentences.is_too_short),
    Rule("negative-framing", "hint", _GOALS, sentences.begins_with_what_goes),
    Rule("money-only", "nudge", _GOALS, sentences.is_about_money_only),
    Rule("concentration-risk", "hint", ("outcome", "indicator", "key-result"),
         sentences.rests_on_one),
    Rule("missing-guard", "nudge", _OUTCOME, numbers.lacks_a_guard, record=True),
    Rule("why-is-a-what", "strong", ("why", "charter-purpose"), whys.says_what_not_why),
    Rule("why-no-effect", "nudge", ("why",), whys.has_no_effect),
    Rule("why-generic", "hint", ("why", "charter-purpose"), whys.is_generic),
    Rule("why-about-me-only", "hint", ("why",), whys.is_about_me_only),
    Rule("indicator-not-countable", "nudge", _NUMBERS, numbers.cannot_be_counted),
    Rule("only-ever-rises", "nudge", _NUMBERS, numbers.only_rises),
    Rule("survey-only", "hint", _OUTCOME, numbers.only_asks_opinions, record=True),
    Rule("double-barrelled-indicator", "hint", _NUMBERS, numbers.holds_two_numbers),
    Rule("output-without-so-that", "nudge", ("output",), agreements.leads_nowhere),
    Rule("key-result-is-a-task", "strong", ("key-result",), numbers.is_a_task),
    Rule("all-key-results-are-outputs", "strong", _OBJECTIVE,
         numbers.holds_only_tasks, record=True),
    Rule("milestone-is-a-checkpoint", "nudge", _MILESTONE,
         sentences.is_only_a_checkpoint, record=True),
    Rule("charter-values-only-words", "nudge", ("charter-values",), agreements.holds_bare_values),
    Rule("charter-vague-norm", "nudge", ("agreement", "action"), agreements.is_a_vague_norm),
    Rule("charter-unclear-decider", "nudge", ("decision-right",),
         agreements.names_no_decider, record=True),
    Rule("owner-is-a-crowd", "nudge", ("action", "output"), agreements.belongs_to_a_crowd),
    Rule("vague-action", "nudge", ("action",), agreements.begins_vaguely),
    Rule("feedback-judges-person", "nudge", ("feedback",), agreements.judges_the_person),
    Rule("feedback-without-impact", "hint", ("feedback",), agreements.names_no_impact),
)  # fmt: skip

RECORD_RULES = frozenset(rule.id for rule in RULES if rule.record)
"""The rules that look at the record and not at the words."""
