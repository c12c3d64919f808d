from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from leadjournal.rules.facts import Facts, LinkFact, OutcomeFact, OutputFact
from leadjournal.rules.line_of_sight import line_of_sight

DAY = date(2025, 1, 1)
NEXT = DAY + timedelta(days=1)
OUTCOME = OutcomeFact("o", "Calm callers", DAY, DAY, whys=((DAY, "w"),))
OUTPUT = OutputFact("p", "Call-back promise", 10.0, DAY, owner="ines")
LINK = LinkFact("p", "o", main=False, since=DAY)
FACTS = Facts(outcomes=(OUTCOME,), outputs=(OUTPUT,), links=(LINK,))


def test_any_link_to_an_outcome_with_a_why_reaches() -> None:
    sight = line_of_sight(FACTS, DAY)
    assert (sight.share, sight.share_by_effort, sight.repairs) == (1.0, 1.0, ())


def test_no_outputs_have_no_share() -> None:
    sight = line_of_sight(Facts(), DAY)
    assert (sight.share, sight.share_by_effort) == (None, None)


@pytest.mark.parametrize(
    "facts",
    [
        replace(FACTS, links=(replace(LINK, since=NEXT),)),
        replace(FACTS, links=(replace(LINK, until=DAY),)),
        replace(FACTS, outcomes=(replace(OUTCOME, active_on=NEXT),)),
        replace(FACTS, outcomes=(replace(OUTCOME, active_on=None),)),
        replace(FACTS, outcomes=(replace(OUTCOME, retired_on=DAY),)),
    ],
    ids=["linked later", "link ended", "draft then", "draft", "retired"],
)
def test_what_leads_nowhere(facts: Facts) -> None:
    sight = line_of_sight(facts, DAY)
    assert [(repair.kind, repair.id) for repair in sight.repairs] == [("output", "p")]


@pytest.mark.parametrize("whys", [(), ((NEXT, "w"),), ((DAY, None),)])
def test_an_outcome_without_a_why_is_to_be_repaired(
    whys: tuple[tuple[date, str | None], ...],
) -> None:
    facts = replace(FACTS, outcomes=(replace(OUTCOME, whys=whys),))
    repairs = line_of_sight(facts, DAY).repairs
    assert [(repair.kind, repair.id, repair.size) for repair in repairs] == [("outcome", "o", 10)]


@pytest.mark.parametrize("changes", [{"must_do": True}, {"stopped_on": DAY}, {"created_on": NEXT}])
def test_what_does_not_count(changes: dict[str, Any]) -> None:
    facts = replace(FACTS, outputs=(replace(OUTPUT, **changes),))
    assert line_of_sight(facts, DAY).outputs == 0


def test_per_person_the_outputs_the_person_owns_count() -> None:
    other = OutputFact("q", "FAQ page", 10.0, DAY, owner="obi")
    facts = replace(FACTS, outputs=(OUTPUT, other))
    assert line_of_sight(facts, DAY).share == 0.5
    assert line_of_sight(facts, DAY, owner="ines").share == 1.0
    assert line_of_sight(facts, DAY, owner="obi").share == 0.0
