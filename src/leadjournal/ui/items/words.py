"""The words, icons and tones of stored values: one table, so that every page says the same."""

from enum import StrEnum

from leadjournal.base.words import _, later
from leadjournal.rules.state_marks import STATE_WORDS, Mark, guard_mark, state_mark

__all__ = [
    "OUTPUT_ICONS",
    "WORDS",
    "Mark",
    "choices_of",
    "exit_mark",
    "guard_mark",
    "state_mark",
    "verdict_mark",
    "words_for",
    "words_of",
]

WORDS: dict[str, dict[str, str]] = {
    "OutcomeStatus": {
        "draft": later("Draft"),
        "active": later("Active"),
        "retired": later("Retired"),
    },
    "OutcomeState": STATE_WORDS,
    "Verdict": {
        "real": later("Real"),
        "partly": later("Partly"),
        "not-real": later("Not real"),
    },
    "IndicatorKind": {
        "activity": later("What we do"),
        "output": later("What we make"),
        "outcome": later("What changes"),
        "impact": later("What it leads to"),
    },
    "Horizon": {"leading": later("Leading"), "lagging": later("Lagging")},
    "Direction": {"up": later("Higher"), "down": later("Lower")},
    "Rhythm": {
        "weekly": later("Week"),
        "fortnightly": later("Two weeks"),
        "monthly": later("Month"),
        "quarterly": later("Quarter"),
        "yearly": later("Year"),
    },
    "Guard": {
        "none": later("Not a guard"),
        "at-most": later("Must stay at or below its limit"),
        "at-least": later("Must stay at or above its limit"),
    },
    "Preset": {
        "none": later("No, the number is typed"),
        "satisfaction": later("Satisfaction share"),
        "recommendation": later("Recommendation score"),
        "effort": later("Effort score"),
    },
    "ChangeOf": {
        "target": later("Target"),
        "weight": later("Weight"),
        "limit": later("Limit"),
    },
    "Cause": {"inside": later("From inside"), "outside": later("From outside")},
    "Stage": {
        "idea": later("Idea"),
        "started": later("Started"),
        "running": later("Running"),
    },
    "OutputStatus": {
        "idea": later("Idea"),
        "started": later("Started"),
        "running": later("Running"),
        "finished": later("Finished"),
        "stopped": later("Stopped"),
    },
    "ExitWay": {
        "moved": later("Moved"),
        "stopped": later("Stopped"),
        "rejected": later("Hypothesis rejected"),
        "accepted": later("Accepted"),
    },
    "WhyScope": {
        "personal": later("My own"),
        "team": later("The team’s"),
        "both": later("My own and the team’s"),
    },
    "EntryKind": {
        "daily": later("Daily"),
        "weekly": later("Weekly"),
        "monthly": later("Monthly"),
        "quarterly": later("Quarterly"),
        "moment": later("Moment"),
        "note": later("Note"),
        "opportunity": later("Opportunity"),
    },
    "Movement": {
        "forward": later("Forward"),
        "none": later("No movement"),
        "backward": later("Backward"),
    },
    "BestHour": {
        "early": later("Early"),
        "late-morning": later("Late morning"),
        "afternoon": later("Afternoon"),
        "evening": later("Evening"),
        "none": later("None"),
    },
    "CycleChoice": {
        "keep": later("Keep"),
        "change": later("Change"),
        "stop": later("Stop"),
    },
    "Privacy": {"private": later("Private"), "shareable": later("Shareable")},
    "MilestoneResult": {
        "reached": later("Reached"),
        "partly": later("Partly"),
        "missed": later("Missed"),
        "no-longer-needed": later("No longer needed"),
    },
    "ObjectiveLevel": {
        "company": later("Company"),
        "department": later("Department"),
        "team": later("Team"),
    },
    "Ambition": {"commitment": later("Commitment"), "stretch": later("Stretch")},
    "KeyResultType": {"outcome": later("An effect"), "output": later("Something delivered")},
    "ActionType": {
        "push": later("Push"),
        "design": later("Design"),
        "remove": later("Remove"),
    },
}

OUTPUT_ICONS = {
    "idea": "lightbulb",
    "started": "circle-dashed",
    "running": "circle-dashed",
    "finished": "circle-check",
    "stopped": "square",
}


_VERDICTS = {
    "real": ("good", "circle-check"),
    "partly": ("debt", "circle-dot"),
    "not-real": ("bad", "circle-x"),
}
_EXITS = {
    "moved": ("good", "circle-check"),
    "stopped": ("plain", "square"),
    "rejected": ("plain", "circle-x"),
    "accepted": ("plain", "handshake"),
}


def words_of(value: StrEnum) -> str:
    """A stored value in the user's language."""
    return _(WORDS[type(value).__name__][value.value])


def words_for(kind: str, value: str) -> str:
    """A stored value by the name of its enumeration, where only the plain value is at hand."""
    return _(WORDS[kind][value])


def choices_of(kind: type[StrEnum]) -> list[tuple[str, StrEnum]]:
    """Every value of an enumeration with its words, in its own order."""
    return [(words_of(value), value) for value in kind]


def verdict_mark(verdict: str, when: str = "", *, has_expired: bool = False) -> Mark:
    """The badge of a verdict: Real, 24 October; without its colour once that was long ago."""
    tone, icon = ("plain", "clock") if has_expired else _VERDICTS[verdict]
    words = words_for("Verdict", verdict)
    if when:
        words = _("{verdict}, {day}").format(verdict=words, day=when)
    return Mark(tone, words, icon)


def exit_mark(way: str) -> Mark:
    """The badge of an output that has left the debt by a way."""
    tone, icon = _EXITS[way]
    return Mark(tone, words_for("ExitWay", way), icon)
