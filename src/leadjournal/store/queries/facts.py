"""The dated values of the figures, read column by column."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from sqlmodel import Session

from leadjournal.model.indicator import RHYTHM_DAYS, Indicator, IndicatorChange, Rhythm
from leadjournal.model.journal_card import CARD_ID, JournalCard
from leadjournal.rules import facts as rules
from leadjournal.store.queries.values import day

_GUARDS: dict[str, rules.Guard] = {"none": "none", "at-most": "at_most", "at-least": "at_least"}


def facts(session: Session) -> rules.Facts:
    """Everything the figures need, for any day."""
    return rules.Facts(
        outcomes=_outcomes(session),
        indicators=_indicators(session),
        outputs=_outputs(session),
        links=_links(session),
        check_ins=_check_ins(session),
        promises=_promises(session),
        blockers=_blockers(session),
        away_weeks=frozenset(
            date.fromisoformat(monday)
            for (monday,) in _rows(session, "SELECT monday FROM away_week")
        ),
        begins=_begins(session),
        exits=_exits(session),
        signs=_signs(session),
    )


def _begins(session: Session) -> date | None:
    """The day the journal was made, or that of an earlier entry; nothing while it is empty.

    The first entry alone would not do: written late, it would cut off the weeks before it.
    """
    ((first, used),) = _rows(
        session,
        "SELECT (SELECT min(day) FROM entry), EXISTS (SELECT 1 FROM reading) "
        "OR EXISTS (SELECT 1 FROM action) OR EXISTS (SELECT 1 FROM blocker)",
    )
    if first is None and not used:
        return None
    card = session.get(JournalCard, CARD_ID)
    made = card.created.astimezone().date() if card else None
    return min((known for known in (day(first), made) if known is not None), default=None)


def indicator_fact(
    indicator: Indicator,
    readings: Sequence[tuple[date, float]],
    changes: Sequence[IndicatorChange],
) -> rules.IndicatorFact:
    """One indicator as the figures see it."""
    return _indicator(
        (
            indicator.id, indicator.outcome_id, indicator.kind, indicator.horizon,
            indicator.direction, indicator.baseline, indicator.target, indicator.weight,
            indicator.rhythm, indicator.guard, indicator.guard_limit,
        ),
        tuple(readings),
        tuple(
            rules.IndicatorChange(
                one.valid_from, one.what.value, one.old, one.new, one.cause.value, one.reason,
                one.recorded_on,
            )
            for one in changes
        ),
    )  # fmt: skip


def indicator_names(session: Session) -> dict[str, str]:
    """The names of indicators by id."""
    return dict(tuple(row) for row in _rows(session, "SELECT id, name FROM indicator"))


def _indicator(
    row: Any,
    readings: tuple[tuple[date, float], ...],
    changes: tuple[rules.IndicatorChange, ...],
) -> rules.IndicatorFact:
    (id_, outcome, kind, horizon, direction, baseline, target, weight, rhythm, guard, limit) = row
    return rules.IndicatorFact(
        id=id_,
        outcome=outcome,
        kind=kind,
        horizon=horizon,
        direction=direction,
        baseline=baseline,
        target=target,
        weight=weight,
        rhythm_days=RHYTHM_DAYS[Rhythm(rhythm)],
        guard=_GUARDS[guard],
        limit=limit,
        readings=readings,
        changes=changes,
    )


def _rows(session: Session, query: str) -> Iterable[Any]:
    return session.connection().exec_driver_sql(query)


def _indicators(session: Session) -> tuple[rules.IndicatorFact, ...]:
    readings: dict[str, list[tuple[date, float]]] = defaultdict(list)
    for id_, on, value in _rows(
        session, "SELECT indicator_id, day, value FROM reading ORDER BY day, created"
    ):
        readings[id_].append((date.fromisoformat(on), value))
    changes: dict[str, list[rules.IndicatorChange]] = defaultdict(list)
    for id_, since, what, old, new, cause, reason, recorded in _rows(
        session,
        "SELECT indicator_id, valid_from, what, old, new, cause, reason, recorded_on "
        "FROM indicator_change ORDER BY valid_from, created",
    ):
        changes[id_].append(
            rules.IndicatorChange(
                date.fromisoformat(since), what, old, new, cause, reason, day(recorded)
            )
        )
    rows = _rows(
        session,
        "SELECT id, outcome_id, kind, horizon, direction, baseline, target, weight, rhythm, "
        "guard, guard_limit FROM indicator ORDER BY created",
    )
    return tuple(_indicator(row, tuple(readings[row[0]]), tuple(changes[row[0]])) for row in rows)


def _outcomes(session: Session) -> tuple[rules.OutcomeFact, ...]:
    whys: dict[str, list[tuple[date, str | None]]] = defaultdict(list)
    for id_, since, why in _rows(
        session, "SELECT outcome_id, since, why_id FROM outcome_why ORDER BY since, created"
    ):
        whys[id_].append((date.fromisoformat(since), why))
    reviews: dict[str, list[rules.ReviewFact]] = defaultdict(list)
    for id_, on, verdict in _rows(
        session, "SELECT outcome_id, day, verdict FROM review ORDER BY day, created"
    ):
        reviews[id_].append(rules.ReviewFact(date.fromisoformat(on), verdict))
    rows = _rows(
        session,
        "SELECT id, statement, created_on, active_on, retired_on, effect_delay_months, "
        "team_id, owner_id, due_on, objective_id, retired_because FROM outcome ORDER BY created",
    )
    return tuple(_outcome(row, tuple(whys[row[0]]), tuple(reviews[row[0]])) for row in rows)


def _outcome(
    row: Any, whys: tuple[tuple[date, str | None], ...], reviews: tuple[rules.ReviewFact, ...]
) -> rules.OutcomeFact:
    id_, title, created, active, retired, delay, team, owner, due, objective, because = row
    return rules.OutcomeFact(
        id=id_,
        title=title,
        created_on=date.fromisoformat(created),
        active_on=day(active),
        retired_on=day(retired),
        effect_delay_months=delay,
        team=team,
        owner=owner,
        whys=whys,
        reviews=reviews,
        due_on=day(due),
        objective=objective,
        retired_because=because,
    )


def _outputs(session: Session) -> tuple[rules.OutputFact, ...]:
    rows = _rows(
        session,
        "SELECT id, title, size, created_on, finished_on, stopped_on, must_do, team_id, "
        "owner_id, replaces_id, stopped_because FROM output ORDER BY created",
    )
    return tuple(_output(row) for row in rows)


def _output(row: Any) -> rules.OutputFact:
    id_, title, size, created, finished, stopped, must_do, team, owner, replaces, because = row
    return rules.OutputFact(
        id=id_,
        title=title,
        size=size,
        created_on=date.fromisoformat(created),
        finished_on=day(finished),
        stopped_on=day(stopped),
        must_do=bool(must_do),
        team=team,
        owner=owner,
        replaces=replaces,
        stopped_because=because,
    )


def _links(session: Session) -> tuple[rules.LinkFact, ...]:
    return tuple(
        rules.LinkFact(
            output,
            outcome,
            bool(main),
            date.fromisoformat(since),
            day(until),
            confidence,
            id_,
            day(test_by),
            verdict,
        )
        for id_, output, outcome, main, since, until, confidence, test_by, verdict in _rows(
            session,
            "SELECT id, output_id, outcome_id, main, since, until, confidence, test_by, verdict "
            "FROM link ORDER BY created",
        )
    )


def _exits(session: Session) -> tuple[rules.ExitFact, ...]:
    return tuple(
        rules.ExitFact(id_, output, outcome, way, date.fromisoformat(on), days, reason)
        for id_, output, outcome, way, on, days, reason in _rows(
            session,
            "SELECT id, output_id, outcome_id, way, day, days, reason FROM debt_exit "
            "ORDER BY day, created",
        )
    )


def _signs(session: Session) -> tuple[rules.DebtSignFact, ...]:
    return tuple(
        rules.DebtSignFact(*row)
        for row in _rows(
            session, "SELECT pair, fast_id, slow_id, delay_weeks FROM debt_sign ORDER BY created"
        )
    )


def _check_ins(session: Session) -> tuple[rules.CheckIn, ...]:
    served: dict[str, str] = dict(
        tuple(row)
        for row in _rows(
            session,
            "SELECT from_id, to_id FROM reference "
            "WHERE from_kind = 'entry' AND to_kind = 'outcome'",
        )
    )
    return tuple(
        rules.CheckIn(date.fromisoformat(on), direction, served.get(id_))
        for id_, on, direction in _rows(
            session,
            "SELECT id, day, direction FROM entry "
            "WHERE kind = 'daily' AND direction IS NOT NULL ORDER BY day",
        )
    )


def _promises(session: Session) -> tuple[rules.Promise, ...]:
    moves: dict[str, list[rules.Move]] = defaultdict(list)
    for id_, moved, before, after in _rows(
        session,
        "SELECT action_id, moved_on, from_due, to_due FROM postponement "
        "WHERE from_due IS NOT NULL AND to_due IS NOT NULL ORDER BY moved_on, created",
    ):
        moves[id_].append(rules.Move(*map(date.fromisoformat, (moved, before, after))))
    return tuple(
        rules.Promise(id_, day(due), day(done), day(dropped), tuple(moves[id_]), outcome)
        for id_, due, done, dropped, outcome in _rows(
            session, "SELECT id, due_on, done_on, dropped_on, outcome_id FROM action"
        )
    )


def _blockers(session: Session) -> tuple[rules.BlockerFact, ...]:
    return tuple(
        rules.BlockerFact(date.fromisoformat(opened), day(closed), outcome)
        for opened, closed, outcome in _rows(
            session, "SELECT opened_on, closed_on, outcome_id FROM blocker"
        )
    )
