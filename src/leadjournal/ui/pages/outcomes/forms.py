"""Which questions each form of the page asks, and which of them are folded into More."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from leadjournal.base.words import _
from leadjournal.model.debt_exit import DebtExitDraft, ExitWay
from leadjournal.model.indicator import IndicatorChangeDraft, IndicatorDraft, ReadingDraft
from leadjournal.model.link import LinkDraft
from leadjournal.model.outcome import OutcomeDraft, OutcomeWhyDraft, ReviewDraft
from leadjournal.model.output import SIZES, OutputDraft
from leadjournal.model.why import WhyDraft
from leadjournal.ui.widgets.form_fields import FormField, fields_of


class Asked(NamedTuple):
    """The questions of a form: those seen at first, and the rarer ones."""

    first: list[FormField]
    more: list[FormField]
    lens: tuple[str, str] | None = None
    """The field over which the lens looks, and the kind of text that is in it."""


def why_form() -> Asked:
    """A why."""
    return Asked(
        fields_of(WhyDraft, ["statement", "scope", "team_id", "behaviours", "review_on"]),
        fields_of(WhyDraft, ["contribution", "effect", "resonance", "shared_with", "since"]),
        ("statement", "why"),
    )


def outcome_form(*, with_why: bool, with_objective: bool = False) -> Asked:
    """An outcome; a new one is asked for its why too, and where there are any, its objective."""
    objective = ["objective_id"] if with_objective else []
    why = fields_of(OutcomeWhyDraft, ["why_id"]) if with_why else []
    return Asked(
        [
            *fields_of(OutcomeDraft, ["statement", "beneficiary", "from_state", "to_state"]),
            *why,
            *fields_of(OutcomeDraft, ["due_on", "review_on"]),
        ],
        fields_of(
            OutcomeDraft,
            ["owner_id", "team_id", "active_on", "effect_delay_months", "business_gain",
             "people_gain", "left_open", "conditions", "category", "open_goal", *objective,
             "created_on"],
        ),
        ("statement", "outcome"),
    )  # fmt: skip


def why_change_form() -> Asked:
    """Which why an outcome serves."""
    return Asked(fields_of(OutcomeWhyDraft, ["why_id", "since"]), [])


def indicator_form(*, is_new: bool) -> Asked:
    """An indicator; a new one may be filled by a score that is counted from answers."""
    first, rest = (["preset"], []) if is_new else ([], ["preset"])
    return Asked(
        fields_of(
            IndicatorDraft,
            [
                *first,
                "name",
                "kind",
                "horizon",
                "unit",
                "direction",
                "baseline",
                "target",
                "rhythm",
            ],
        ),
        fields_of(
            IndicatorDraft,
            ["guard", "guard_limit", "weight", "delay_weeks", "source", "category", *rest],
        ),
        ("name", "indicator"),
    )


def target_form() -> Asked:
    """Another target, from when, and why."""
    target, since, reason, cause = fields_of(
        IndicatorChangeDraft, ["new", "valid_from", "reason", "cause"]
    )
    target = replace(target, label=_("New value"))
    hint = _("Moving a target is fine when the reason is outside and written down.")
    return Asked([target, since, _needed(reason, hint=hint), cause], [])


def link_test_form() -> Asked:
    """What the test of a link showed."""
    verdict, seen, day = fields_of(LinkDraft, ["verdict", "verdict_because", "verdict_on"])
    return Asked([_needed(verdict), seen, _needed(day)], [])


def reading_form() -> Asked:
    """One reading."""
    return Asked(
        fields_of(ReadingDraft, ["value", "day"]), fields_of(ReadingDraft, ["note", "source"])
    )


def review_form() -> Asked:
    """A review of an outcome."""
    return Asked(
        fields_of(ReviewDraft, ["verdict", "voice", "side_effects", "decision", "day", "next_on"]),
        [],
    )


def output_form(*, with_link: bool, stopped: Sequence[tuple[str, object]] = ()) -> Asked:
    """An output; a new one is asked where it leads too. It may come in the place of a stopped one
    of the same outcome.
    """
    size = {"size": SIZES}
    link: list[FormField] = []
    if with_link:
        outcome, *belief = fields_of(LinkDraft, ["outcome_id", "so_that", "confidence"])
        link = [_may_be_none(outcome), *belief]
    return Asked(
        [*fields_of(OutputDraft, ["title", "size", "stage"], stands_for=size), *link],
        [
            *fields_of(OutputDraft, ["owner_id", "team_id", "due_on", "must_do", "created_on"]),
            *_in_place_of(stopped),
            *fields_of(OutputDraft, ["note"]),
        ],
        ("title", "output"),
    )


def link_form(missing: str) -> Asked:
    """A link from a record that is given to the one that is missing."""
    names = [missing] if missing else []
    return Asked(
        fields_of(LinkDraft, [*names, "so_that", "confidence", "test_by"]),
        fields_of(LinkDraft, ["main", "since"]) if missing else [],
    )


def finish_form() -> Asked:
    """The day an output was finished."""
    return Asked([_needed(*fields_of(OutputDraft, ["finished_on"]))], [])


def stop_form(others: Sequence[tuple[str, object]] = ()) -> Asked:
    """The day an output was stopped, the lesson, and which other one takes its place."""
    day, lesson = fields_of(OutputDraft, ["stopped_on", "stopped_because"])
    instead = FormField(
        "replaced_by", _("Replaced by"), "choice", optional=True, choices=tuple(others),
        hint=_("Another output of the same outcome. A new one says itself whose place it takes."),
    )  # fmt: skip
    first = [_needed(lesson, hint=_lesson_hint()), _needed(day)]
    return Asked(first, [instead] if others else [])


def _in_place_of(stopped: Sequence[tuple[str, object]]) -> list[FormField]:
    (asked,) = fields_of(OutputDraft, ["replaces_id"])
    hint = _("A stopped output of the same outcome.")
    return [replace(asked, kind="choice", record="", choices=tuple(stopped), hint=hint)]


def retire_form() -> Asked:
    """The day an outcome was retired, and the lesson."""
    day, lesson = fields_of(OutcomeDraft, ["retired_on", "retired_because"])
    return Asked([_needed(lesson, hint=_lesson_hint()), _needed(day)], [])


def exit_form(outputs: Sequence[tuple[str, object]]) -> Asked:
    """By which way which outputs leave the debt, on which day and why."""
    day, reason = fields_of(DebtExitDraft, ["day", "reason"])
    return Asked(
        [
            FormField(
                "way", _("Which way?"), "option",
                choices=tuple((words, value) for value, words, _sentence in exit_ways()),
                sentences=tuple(sentence for _value, _words, sentence in exit_ways()),
            ),
            FormField(
                "outputs", _("Which work?"), "ticks",
                choices=tuple(outputs), sentences=("",) * len(outputs),
            ),
            _needed(reason, hint=_("One sentence; it stays in the debt ledger.")),
            _needed(day),
        ],
        [],
    )  # fmt: skip


def exit_ways() -> list[tuple[ExitWay, str, str]]:
    """The four ways out of the debt with their names, and what each means."""
    return [
        (ExitWay.MOVED, _("The outcome has moved"),
         _("It is shown and confirmed. Should it fall back, it counts again.")),
        (ExitWay.STOPPED, _("The output is stopped"),
         _("Nobody uses it any more. It is written off with its lesson.")),
        (ExitWay.REJECTED, _("The hypothesis is rejected"),
         _("It did not lead there. It is written off; its link says not real.")),
        (ExitWay.ACCEPTED, _("The debt is accepted"),
         _("It will not be shown. We know that, and count it no more.")),
    ]  # fmt: skip


def reject_form() -> Asked:
    """Why what was believed of an outcome was wrong, and since when."""
    day, reason = fields_of(DebtExitDraft, ["day", "reason"])
    return Asked([_needed(reason, hint=_lesson_hint()), _needed(day)], [])


def _lesson_hint() -> str:
    return _("One sentence you would tell somebody who starts the same tomorrow.")


def _needed(asked: FormField, *, hint: str = "") -> FormField:
    return asked.asked_as(optional=False, hint=hint)


def _may_be_none(asked: FormField) -> FormField:
    return asked.asked_as(optional=True)
