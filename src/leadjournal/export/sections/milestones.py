"""Milestones: what was to be reached, who grew on the way and what stays."""

from leadjournal.base.words import _
from leadjournal.export.blocks import Block, BulletList, Callout, Facts, Heading, Tone
from leadjournal.export.material import Material, grouped
from leadjournal.export.sections import words
from leadjournal.model.milestone import Growth, Milestone, MilestoneResult

_TONES: dict[MilestoneResult, Tone] = {
    MilestoneResult.REACHED: "good",
    MilestoneResult.PARTLY: "debt",
    MilestoneResult.MISSED: "bad",
    MilestoneResult.NO_LONGER_NEEDED: "plain",
}


def sections(material: Material) -> tuple[Block, ...]:
    """Every milestone that was open in the period, by its day."""
    if not material.shows("milestone") or not material.records.milestones:
        return ()
    growth = grouped(material.records.growths, lambda one: one.milestone_id)
    ordered = sorted(
        material.records.milestones, key=lambda one: (one.due_on is None, one.due_on, one.created)
    )
    blocks = [
        block for one in ordered for block in _milestone(material, one, growth.get(one.id, []))
    ]
    return (Heading(1, _("Milestones")), *blocks)


def _milestone(material: Material, milestone: Milestone, growth: list[Growth]) -> list[Block]:
    blocks: list[Block] = [
        Heading(2, milestone.what),
        Callout(*_state(material, milestone)),
        Facts(_facts(material, milestone)),
    ]
    if growth:
        blocks += [
            Heading(3, _("Who grows")),
            BulletList(tuple(_growth(material, one) for one in growth)),
        ]
    return [block for block in blocks if not (isinstance(block, Facts) and not block.pairs)]


def _state(material: Material, milestone: Milestone) -> tuple[str, Tone]:
    due = material.day_in_words(milestone.due_on)
    if milestone.closed_on is None or milestone.closed_on > material.on:
        if milestone.due_on is None:
            return _("Open, without a day."), "plain"
        if milestone.due_on < material.on:
            return _("Open; it was due on {day}.").format(day=due), "debt"
        return _("Open, due on {day}.").format(day=due), "plain"
    result = milestone.result or MilestoneResult.NO_LONGER_NEEDED
    sentence = _("{result}, closed on {day}.").format(
        result=words.milestone_result(result), day=material.day_in_words(milestone.closed_on)
    )
    return f"{sentence} {milestone.lesson}".strip(), _TONES[result]


def _facts(material: Material, milestone: Milestone) -> tuple[tuple[str, str], ...]:
    rated = (
        (_("purpose {n}"), milestone.purpose),
        (_("relevance {n}"), milestone.relevance),
        (_("realism {n}"), milestone.realism),
        (_("clarity {n}"), milestone.clarity),
    )
    people = (material.titled(milestone.owner_id), material.titled(milestone.team_id))
    pairs = (
        (_("Why"), material.titled(milestone.why_id)),
        (_("Outcome"), material.titled(milestone.outcome_id)),
        (_("Going beyond would be"), milestone.edge),
        (_("Stretch"), _of_five(milestone.stretch)),
        (_("What the organisation keeps"), milestone.kept or milestone.lasting_value),
        (
            _("Of five"),
            ", ".join(label.format(n=n) for label, n in rated if n is not None),
        ),
        (_("What the team decides without asking"), milestone.freedom),
        (_("How it is marked"), milestone.recognition),
        (_("What was delivered"), _of_five(milestone.deliverable)),
        (_("Satisfaction of those it was for"), _of_five(milestone.satisfaction)),
        (_("What nobody expected"), milestone.surprise),
        (_("Owner"), " · ".join(name for name in people if name)),
        (_("Why the day was moved"), milestone.moved_because),
    )
    return tuple((label, value) for label, value in pairs if value)


def _of_five(rating: int | None) -> str:
    return _("{n} of 5").format(n=rating) if rating is not None else ""


def _growth(material: Material, growth: Growth) -> str:
    parts = [material.titled(growth.person_id), growth.skill, growth.how]
    told = ": ".join(part for part in parts if part)
    if growth.able_on is None:
        return told
    return _("{growth} (can do it since {day})").format(
        growth=told, day=material.day_in_words(growth.able_on)
    )
