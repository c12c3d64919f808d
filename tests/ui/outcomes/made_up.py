"""A small tree of outcomes with made-up values, for views that know no journal."""

from __future__ import annotations

from datetime import date

from leadjournal.model.outcome import OutcomeStatus, Verdict
from leadjournal.model.output import OutputStatus
from leadjournal.model.why import WhyScope
from leadjournal.rules.outcome_state import OutcomeState, StateWord
from leadjournal.services.outcome_tree import OutcomeNode, OutcomeTree, OutputNode, WhyNode

TODAY = date(2025, 10, 31)


def output(id_: str, title: str, size: float = 10, **other: object) -> OutputNode:
    values: dict[str, object] = {
        "status": OutputStatus.FINISHED,
        "must_do": False,
        "finished_on": date(2025, 6, 20),
        "due_on": None,
        "owner": "",
        "team": "",
        "link_id": f"link-{id_}",
        "so_that": "customers hear from us before they go to bed",
        "confidence": 4,
        "main": True,
        "debt": 1.5,
        "waits": 62,
        "way_out": None,
    }
    return OutputNode(id=id_, title=title, size=size, **{**values, **other})  # type: ignore[arg-type]


def state(word: StateWord) -> OutcomeState:
    return OutcomeState(word, TODAY, None)


def outcome(id_: str, statement: str, *outputs: OutputNode, **other: object) -> OutcomeNode:
    values: dict[str, object] = {
        "status": OutcomeStatus.ACTIVE,
        "beneficiary": "customers",
        "owner": "Nadia",
        "team": "The Desk",
        "evidence": 0.8,
        "debt": 11.9,
        "finished_days": 53.0,
        "rate": 0.03,
        "verdict": Verdict.REAL,
        "verdict_on": date(2025, 10, 24),
        "verdict_has_expired": False,
        "green_but_red": False,
        "state": state("moving"),
        "guards_beyond": (),
        "review_on": date(2026, 1, 22),
    }
    return OutcomeNode(id=id_, statement=statement, outputs=outputs, **{**values, **other})  # type: ignore[arg-type]


def tree() -> OutcomeTree:
    running = OutputStatus.RUNNING
    return OutcomeTree(
        whys=(
            WhyNode(
                "w1",
                "To make it easy for people to do careful work, so that families are not left "
                "cold and colleagues go home at peace with their day",
                WhyScope.PERSONAL,
                "",
                (
                    outcome(
                        "o3",
                        "People on the Desk finish a normal day on time, with energy left",
                        output("p12", "No-meeting mornings", 3),
                        output("p13", "Staggered shifts trial"),
                        evidence=0.92,
                        debt=1.1,
                        owner="Ines",
                    ),
                ),
            ),
            WhyNode(
                "w2",
                "We keep homes warm and worries small",
                WhyScope.TEAM,
                "The Desk",
                (
                    outcome(
                        "o2",
                        "Customers stop having to chase us for news about their repair",
                        output("p2", "Call script rewrite", 3, so_that="calls are shorter"),
                        output("p5", "Phone-queue priority rules"),
                        output("p9", "Automatic “engineer on the way” texts", 30),
                        output("p8", "Evening call-back promise"),
                        green_but_red=True,
                        state=state("green-but-red"),
                        verdict=Verdict.NOT_REAL,
                    ),
                    outcome(
                        "o1",
                        "A customer without heat is warm again after one visit",
                        output("p1", "Photo-and-model checklist for callers", 3),
                        output("p18", "Winter readiness playbook", status=running),
                        evidence=0.86,
                        debt=2.1,
                    ),
                ),
            ),
        ),
        without_why=(
            outcome(
                "o6",
                "Roll out the new scheduling board",
                status=OutcomeStatus.DRAFT,
                state=state("draft"),
                verdict=None,
                evidence=0.0,
                debt=0.0,
                team="Field",
            ),
        ),
        orphans=(
            output("p16", "Customer FAQ page", link_id=None, main=False, so_that="", debt=13.4),
            output("p20", "New leaflet for service plans", 3, link_id=None, main=False,
                   so_that="", debt=0.0, status=running),
            output("p21", "Safety check of the vans", 3, link_id=None, main=False, so_that="",
                   debt=0.0, must_do=True),
        ),
    )  # fmt: skip
