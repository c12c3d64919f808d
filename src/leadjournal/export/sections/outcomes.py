"""Outcomes: what was to change for whom, what shows it, and what those it is for say."""

from leadjournal.base.formats import days, percent
from leadjournal.base.words import _
from leadjournal.export.blocks import Block, Callout, Facts, Heading, Quote, Table, Tone
from leadjournal.export.material import Material
from leadjournal.export.sections import indicators, words
from leadjournal.model.link import Link
from leadjournal.model.outcome import Outcome, Review, Verdict
from leadjournal.rules.evidence import REVIEW_HOLDS_DAYS, has_expired
from leadjournal.rules.standing import is_active, is_retired, last_review, why_of


def sections(material: Material) -> tuple[Block, ...]:
    """Every outcome that was alive in the period."""
    blocks = [block for one in material.records.outcomes for block in _outcome(material, one)]
    return (Heading(1, _("Outcomes")), *blocks) if blocks else ()


def _outcome(material: Material, outcome: Outcome) -> list[Block]:
    blocks: list[Block] = []
    if material.shows("outcome"):
        blocks += (Callout(*_state(material, outcome)), Facts(_facts(material, outcome)))
    blocks += indicators.blocks(material, outcome)
    if material.shows("link"):
        blocks += _outputs(material, outcome)
    if material.shows("review"):
        blocks += _reviews(material, outcome)
    return [Heading(2, outcome.statement), *blocks] if blocks else []


def _state(material: Material, outcome: Outcome) -> tuple[str, Tone]:
    fact = material.fact_of(outcome.id)
    if fact is None or outcome.active_on is None:
        return _("A draft: it does not count yet."), "plain"
    if is_retired(fact, material.on):
        sentence = _("Retired on {day}.").format(day=material.day_in_words(outcome.retired_on))
        return f"{sentence} {outcome.retired_because}".strip(), "note"
    if not is_active(fact, material.on):
        day = material.day_in_words(outcome.active_on)
        return _("It counts from {day} on.").format(day=day), "plain"
    review = last_review(fact, material.on)
    if review is None:
        return " ".join([_("Active, and not reviewed yet."), *_shown(material, outcome)]), "plain"
    found = Verdict(review.verdict)
    if has_expired(review, material.on):
        sentence = _("Real on {day}, more than {days} days ago.").format(
            day=material.day_in_words(review.day), days=REVIEW_HOLDS_DAYS
        )
        return " ".join([sentence, *_shown(material, outcome)]), "plain"
    sentence = _("{verdict}, said the review of {day}.").format(
        verdict=words.verdict(found), day=material.day_in_words(review.day)
    )
    return " ".join([sentence, *_shown(material, outcome)]), words.VERDICT_TONES[found]


def _shown(material: Material, outcome: Outcome) -> list[str]:
    row = material.debt_of.get(outcome.id)
    if row is None or not (row.outputs or row.evidence.indicators):
        return []
    sentences = [
        _("{share} of the promised change is shown.").format(share=percent(row.evidence.share))
    ]
    if row.outputs:
        sentences.append(_("Debt: {days}.").format(days=days(row.days)))
    return sentences


def _facts(material: Material, outcome: Outcome) -> tuple[tuple[str, str], ...]:
    fact = material.fact_of(outcome.id)
    people = (material.titled(outcome.owner_id), material.titled(outcome.team_id))
    pairs = (
        (_("For"), outcome.beneficiary),
        (_("Today"), outcome.from_state),
        (_("Then"), outcome.to_state),
        (_("Why"), material.titled(why_of(fact, material.on)) if fact else ""),
        (_("Gain for the organisation"), outcome.business_gain),
        (_("Gain for people"), outcome.people_gain),
        (_("Left open"), outcome.left_open),
        (_("Conditions"), outcome.conditions),
        (_("Owner"), " · ".join(name for name in people if name)),
        (_("Due"), material.day(outcome.due_on)),
        (_("Next review"), material.day(outcome.review_on)),
    )
    return tuple((label, value) for label, value in pairs if value)


def _outputs(material: Material, outcome: Outcome) -> list[Block]:
    rows = [_output(material, link) for link in material.links_of_outcome.get(outcome.id, ())]
    if not rows:
        return []
    columns = (_("Output"), _("So that"), _("Size"), _("Status"))
    return [
        Table(columns, tuple(rows), ("start", "start", "end"), _("What was made for it")),
    ]


def _output(material: Material, link: Link) -> tuple[str, ...]:
    output = material.output_of[link.output_id]
    state = words.output_state(
        output, material.on, material.day(words.output_day(output, material.on))
    )
    return (output.title, link.so_that or words.NOTHING, days(output.size), state)


def _reviews(material: Material, outcome: Outcome) -> list[Block]:
    reviews = material.reviews_of.get(outcome.id, [])
    blocks = [block for review in reviews for block in _review(material, outcome, review)]
    return [Heading(3, _("Reviews")), *blocks] if blocks else []


def _review(material: Material, outcome: Outcome, review: Review) -> list[Block]:
    found = _("{verdict}, {day}").format(
        verdict=words.verdict(review.verdict), day=material.day_in_words(review.day)
    )
    by = " · ".join(part for part in (found, outcome.beneficiary) if part)
    facts = (
        (_("Side effects"), review.side_effects),
        (_("What we do next"), review.decision),
    )
    told = tuple((label, value) for label, value in facts if value)
    head: Block = Quote(review.voice, by) if review.voice else Facts(((_("Verdict"), found),))
    return [head, *([Facts(told)] if told else [])]
