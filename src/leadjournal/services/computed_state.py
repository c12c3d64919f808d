"""How the state of an outcome was computed: which word applies, and every number before it."""

from collections.abc import Iterable, Mapping
from datetime import date

from leadjournal.base.formats import day_long, percent
from leadjournal.base.words import _, ngettext
from leadjournal.rules.course import CONFIRMATIONS, DAYS_APART, LOST_BELOW, REACHED_FROM, Turn
from leadjournal.rules.facts import Facts, OutcomeFact
from leadjournal.rules.first_move import FirstMove
from leadjournal.rules.health import two_sides
from leadjournal.rules.outcome_state import ROSE_BY, OutcomeState, Signs
from leadjournal.rules.standing import last_review
from leadjournal.services.computed import HowComputed
from leadjournal.services.state_words import missing_words


def state_steps(
    facts: Facts, outcome: OutcomeFact, state: OutcomeState, names: Mapping[str, str]
) -> HowComputed:
    """The state of an outcome in a sentence, and what was looked at, in the order of the words."""
    if state.signs is None:
        return HowComputed(outcome.title, state_sentence(state), (), ())
    steps = [
        _first_move_step(facts, outcome, state.signs.first_move, state.on),
        _review_step(outcome, state.on),
        _rise_step(state.signs, state.on),
        *_course_steps(state.signs.turn, state.on),
        *_guard_steps(state.guards_beyond, names),
        *_sides_steps(facts, outcome, state.on),
    ]
    lacks = missing_words(facts, outcome, state.on)
    if lacks and state.word not in ("held", "reached"):
        steps.append(_("To be reached it lacks this: {missing}").format(missing=lacks))
    return HowComputed(outcome.title, state_sentence(state), (), tuple(steps))


def state_sentence(state: OutcomeState) -> str:
    """The word of an outcome with what it means."""
    day = day_long(state.possible_on, state.on) if state.possible_on else ""
    since = day_long(state.since, state.on) if state.since else ""
    sentences = {
        "draft": _("Draft: it is judged once it is active."),
        "too-early": _("Too early: an effect could first be seen on {day}.").format(day=day),
        "falling-back": _(
            "Falling back since {day}: it was reached, and less than {share} of the way is left or "
            "a review says not real."
        ).format(day=since, share=percent(LOST_BELOW)),
        "held": _(
            "Held since {day}: it was still real at two further reviews, each at least {days} days "
            "after the one before, with nothing finished in between."
        ).format(day=since, days=DAYS_APART),
        "reached": _(
            "Reached since {day}: a review says real, and at least {share} of the way was gone."
        ).format(day=since, share=percent(REACHED_FROM)),
        "green-but-red": _(
            "Green but red: what we do is near its target, and the effect stays away."
        ),
        "moving": _(
            "Moving: at least {points} points more of the way are gone than two rhythms ago."
        ).format(points=round(ROSE_BY * 100)),
        "flat": _("Flat: the effect has not moved enough in two rhythms."),
        "retired": _("Retired on {day}: it is judged no further.").format(day=since),
    }
    return sentences[state.word]


def _first_move_step(facts: Facts, outcome: OutcomeFact, move: FirstMove, on: date) -> str:
    output = facts.output_by_id.get(move.output or "")
    delay = ngettext(
        "An effect shows {n} month of 30 days after that.",
        "An effect shows {n} months of 30 days after that.",
        outcome.effect_delay_months,
    ).format(n=outcome.effect_delay_months)
    begin = (
        _("“{output}” was finished on {day}.").format(
            output=output.title, day=day_long(move.counted_from, on)
        )
        if output
        else _("It is active since {day}, and nothing was finished soon after.").format(
            day=day_long(move.counted_from, on)
        )
    )
    possible = _("It could first move on {day}.").format(day=day_long(move.possible_on, on))
    return f"{begin} {delay} {possible}"


def _review_step(outcome: OutcomeFact, on: date) -> str:
    review = last_review(outcome, on)
    if review is None:
        return _("It was never reviewed.")
    said = {
        "real": _("The review of {day} says real."),
        "partly": _("The review of {day} says partly."),
        "not-real": _("The review of {day} says not real."),
    }
    return said[review.verdict].format(day=day_long(review.day, on))


def _rise_step(signs: Signs, on: date) -> str:
    rise = signs.rise
    return _("{now} of the way is gone; on {day}, two rhythms before, it was {before}.").format(
        now=percent(rise.now), day=day_long(rise.before_on, on), before=percent(rise.before)
    )


def _course_steps(turn: Turn | None, on: date) -> Iterable[str]:
    if turn is None:
        return [_("It was never reached.")]
    day = day_long(turn.since, on)
    if turn.stage == "reached":
        counted = ngettext(
            "It is reached since {day}; {n} of {all} further review has confirmed it.",
            "It is reached since {day}; {n} of {all} further reviews have confirmed it.",
            turn.confirmed,
        )
        return [counted.format(day=day, n=turn.confirmed, all=CONFIRMATIONS)]
    words = {
        "held": _("It is held since {day}."),
        "lost": _("It was reached and is lost since {day}."),
        "open": _("It was reached once; since {day} it is not."),
    }
    return [words[turn.stage].format(day=day)]


def _guard_steps(guards: Iterable[str], names: Mapping[str, str]) -> Iterable[str]:
    found = [names.get(id_, _("Guard")) for id_ in guards]
    if not found:
        return []
    words = _("Beyond its limit: {guards}. As long as that is so, it is neither reached nor held.")
    return [words.format(guards=", ".join(found))]


def _sides_steps(facts: Facts, outcome: OutcomeFact, on: date) -> Iterable[str]:
    sides = two_sides(facts, outcome, on)
    if sides.work is None:
        return []
    words = _("What we do has gone {work} of its way, the effect {effect}.")
    return [words.format(work=percent(sides.work), effect=percent(sides.effect))]
