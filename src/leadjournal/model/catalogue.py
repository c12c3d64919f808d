"""The kinds of record: one line each, from which search, removal, bundles and menus are made."""

from dataclasses import dataclass

from leadjournal.base.errors import UserMistake
from leadjournal.base.words import _, later
from leadjournal.model.action import (
    Action,
    ActionDraft,
    Blocker,
    BlockerDraft,
    Postponement,
    PostponementDraft,
)
from leadjournal.model.cycle import Cycle, CycleDraft, CycleScore, CycleScoreDraft
from leadjournal.model.debt_exit import DebtExit, DebtExitDraft
from leadjournal.model.debt_sign import DebtSign, DebtSignDraft
from leadjournal.model.entry import AwayWeek, AwayWeekDraft, Entry, EntryDraft
from leadjournal.model.indicator import (
    Indicator,
    IndicatorChange,
    IndicatorChangeDraft,
    IndicatorDraft,
    Reading,
    ReadingDraft,
)
from leadjournal.model.journal_card import JournalCard, JournalCardDraft
from leadjournal.model.link import Link, LinkDraft
from leadjournal.model.milestone import Growth, GrowthDraft, Milestone, MilestoneDraft
from leadjournal.model.muted_hint import MutedHint, MutedHintDraft
from leadjournal.model.objective import (
    Confidence,
    ConfidenceDraft,
    KeyResult,
    KeyResultDraft,
    KeyResultReading,
    KeyResultReadingDraft,
    Objective,
    ObjectiveDraft,
)
from leadjournal.model.outcome import (
    Outcome,
    OutcomeDraft,
    OutcomeWhy,
    OutcomeWhyDraft,
    Review,
    ReviewDraft,
)
from leadjournal.model.output import Output, OutputDraft
from leadjournal.model.person import Person, PersonDraft, Team, TeamDraft
from leadjournal.model.record import Draft, Record
from leadjournal.model.reference import Reference, ReferenceDraft, Tag, TagDraft
from leadjournal.model.reflection import Reflection, ReflectionDraft
from leadjournal.model.why import Why, WhyDraft


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record: its words, its classes, what is searched and what goes with it."""

    id: str
    label: str
    plural: str
    record: type[Record]
    draft: type[Draft]
    title: str
    icon: str
    searched: tuple[str, ...] = ()
    more_texts: tuple[str, ...] = ()
    day: str = ""
    parts: tuple[tuple[str, str], ...] = ()
    refers_to: tuple[str, ...] = ()
    listed: bool = True

    @property
    def texts(self) -> tuple[str, ...]:
        """Every column with words of the user, whether it is searched or not."""
        return self.searched + self.more_texts

    @property
    def table(self) -> str:
        """The name of its table."""
        return str(self.record.__tablename__)


@dataclass(frozen=True, slots=True)
class Ref:
    """A record named by its kind and id."""

    kind: str
    id: str


_FROM_TEXT = (
    "why", "outcome", "output", "milestone", "person", "team", "tag", "action", "blocker", "entry",
)  # fmt: skip

KINDS: tuple[Kind, ...] = (
    Kind("journal", later("Journal"), later("Journals"), JournalCard, JournalCardDraft, "name",
         "notebook-text", more_texts=("name",), listed=False),
    Kind("team", later("Team"), later("Teams"), Team, TeamDraft, "name", "users-round",
         searched=("name", "note")),
    Kind("person", later("Person"), later("People"), Person, PersonDraft, "first_name", "user",
         searched=("first_name", "full_name", "role", "note"), day="from_day"),
    Kind("why", later("Why"), later("Whys"), Why, WhyDraft, "statement", "compass",
         searched=("statement", "contribution", "effect", "shared_with", "behaviours"),
         day="since"),
    Kind("objective", later("Objective"), later("Objectives"), Objective, ObjectiveDraft, "text",
         "flag", searched=("text", "cycle", "note"), day="created_on",
         parts=(("key-result", "objective_id"), ("confidence", "objective_id"))),
    Kind("key-result", later("Key result"), later("Key results"), KeyResult, KeyResultDraft,
         "text", "gauge", searched=("text",), more_texts=("unit",), day="created_on",
         parts=(("key-result-reading", "key_result_id"),)),
    Kind("key-result-reading", later("Reading of a key result"),
         later("Readings of key results"), KeyResultReading, KeyResultReadingDraft, "value",
         "ruler", more_texts=("note",), day="day", listed=False),
    Kind("confidence", later("Confidence in an objective"), later("Confidences in objectives"),
         Confidence, ConfidenceDraft, "confidence", "gauge", more_texts=("note",), day="day",
         listed=False),
    Kind("outcome", later("Outcome"), later("Outcomes"), Outcome, OutcomeDraft, "statement",
         "waypoints",
         searched=("statement", "beneficiary", "from_state", "to_state", "business_gain",
                   "people_gain", "left_open", "conditions", "retired_because"),
         more_texts=("category",), day="created_on",
         parts=(("outcome-why", "outcome_id"), ("indicator", "outcome_id"),
                ("review", "outcome_id"), ("link", "outcome_id"),
                ("cycle-score", "outcome_id"))),
    Kind("outcome-why", later("Why of an outcome"), later("Whys of outcomes"), OutcomeWhy,
         OutcomeWhyDraft, "since", "compass", day="since", listed=False),
    Kind("indicator", later("Indicator"), later("Indicators"), Indicator, IndicatorDraft, "name",
         "chart-line", searched=("name", "source"), more_texts=("category", "unit"),
         parts=(("reading", "indicator_id"), ("indicator-change", "indicator_id"),
                ("debt-sign", "fast_id"), ("debt-sign", "slow_id"))),
    Kind("indicator-change", later("Change of an indicator"), later("Changes of indicators"),
         IndicatorChange, IndicatorChangeDraft, "what", "chart-line", more_texts=("reason",),
         day="valid_from", listed=False),
    Kind("reading", later("Reading"), later("Readings"), Reading, ReadingDraft, "value", "ruler",
         searched=("note", "source"), day="day"),
    Kind("review", later("Review"), later("Reviews"), Review, ReviewDraft, "verdict",
         "clipboard-check", searched=("voice", "side_effects", "decision"), day="day"),
    Kind("output", later("Output"), later("Outputs"), Output, OutputDraft, "title", "package",
         searched=("title", "note", "stopped_because"), day="created_on",
         parts=(("link", "output_id"), ("debt-exit", "output_id"))),
    Kind("link", later("Link"), later("Links"), Link, LinkDraft, "so_that", "link-2",
         searched=("so_that", "verdict_because"), day="since"),
    Kind("debt-exit", later("Exit from the debt"), later("Exits from the debt"), DebtExit,
         DebtExitDraft, "reason", "hourglass", searched=("reason",), day="day"),
    Kind("debt-sign", later("Debt sign"), later("Debt signs"), DebtSign, DebtSignDraft, "pair",
         "git-compare", listed=False),
    Kind("milestone", later("Milestone"), later("Milestones"), Milestone, MilestoneDraft, "what",
         "target",
         searched=("what", "edge", "lasting_value", "freedom", "early_warning", "recognition",
                   "kept", "surprise", "lesson", "moved_because"), day="due_on",
         parts=(("growth", "milestone_id"),)),
    Kind("growth", later("Growth"), later("Growth"), Growth, GrowthDraft, "skill", "sprout",
         searched=("skill", "how")),
    Kind("cycle", later("Cycle"), later("Cycles"), Cycle, CycleDraft, "name", "calendar-range",
         searched=("name", "lesson"), day="closed_on", parts=(("cycle-score", "cycle_id"),)),
    Kind("cycle-score", later("Score of an outcome"), later("Scores of outcomes"), CycleScore,
         CycleScoreDraft, "score", "calendar-range", more_texts=("note",), listed=False),
    Kind("tag", later("Tag"), later("Tags"), Tag, TagDraft, "name", "tag", searched=("name",)),
    Kind("reflection", later("Reflection"), later("Reflections"), Reflection, ReflectionDraft,
         "title", "layout-template", more_texts=("title", "answers"), day="day",
         refers_to=("entry",)),
    Kind("entry", later("Entry"), later("Entries"), Entry, EntryDraft, "title", "pen-line",
         searched=("title", "text"), day="day", refers_to=_FROM_TEXT),
    Kind("action", later("Action"), later("Actions"), Action, ActionDraft, "what", "list-checks",
         searched=("what", "dropped_because"), day="due_on",
         parts=(("postponement", "action_id"),), refers_to=("entry", "review", "reflection")),
    Kind("postponement", later("Move of an action"), later("Moves of actions"), Postponement,
         PostponementDraft, "reason", "calendar-clock", more_texts=("reason",), day="moved_on",
         listed=False),
    Kind("blocker", later("Blocker"), later("Blockers"), Blocker, BlockerDraft, "text",
         "octagon-alert", searched=("text", "who"), day="opened_on",
         refers_to=("entry", "reflection")),
    Kind("away-week", later("Week away"), later("Weeks away"), AwayWeek, AwayWeekDraft, "monday",
         "calendar", more_texts=("note",), day="monday"),
    Kind("reference", later("Reference"), later("References"), Reference, ReferenceDraft,
         "passage", "link", more_texts=("passage",), listed=False),
    Kind("muted-hint", later("Muted hint"), later("Muted hints"), MutedHint, MutedHintDraft,
         "rule", "lightbulb", more_texts=("rule", "phrase"), listed=False),
)  # fmt: skip
"""In the order in which a bundle is written and read: what is pointed at comes first."""

BY_ID: dict[str, Kind] = {kind.id: kind for kind in KINDS}
BY_RECORD: dict[type[Record], Kind] = {kind.record: kind for kind in KINDS}


def kind_named(word: str) -> Kind:
    """The kind with this id or in its plural, or the user's mistake in a sentence."""
    wanted = word.strip().lower()
    for kind in KINDS:
        if wanted in (kind.id, kind.plural.lower()):
            return kind
    known = ", ".join(kind.id for kind in KINDS if kind.listed)
    raise UserMistake(
        _("There is no kind of record called “{word}”.").format(word=word[:40]),
        way_out=_("There are: {kinds}.").format(kinds=known),
    )
