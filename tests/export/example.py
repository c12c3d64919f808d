"""A made-up half year, rich enough to show every block; no present day in it."""

from datetime import date, timedelta

from leadjournal.export.blocks import (
    Block,
    BulletList,
    Callout,
    EntryHeader,
    Facts,
    Heading,
    KeyFigure,
    KeyFigures,
    Markdown,
    PageBreak,
    Paragraph,
    Quote,
    Table,
    chart_with_numbers,
)
from leadjournal.export.charts.bars import Bar, Bars
from leadjournal.export.charts.line_panel import LinePanel
from leadjournal.export.charts.outcome_map import OutcomeChart
from leadjournal.export.charts.stacked_area import Layer, StackedArea
from leadjournal.export.document import Document
from leadjournal.rules.map_boxes import OUTCOME, OUTPUT, WHY
from leadjournal.rules.outcome_map import MapEdge, MapNode, OutcomeMap
from leadjournal.rules.state_marks import Mark

MONTH_ENDS = tuple(
    date(2025, month, day)
    for month, day in enumerate((28, 31, 30, 30, 30, 31, 29, 30, 31), start=2)
)
WORK = (0.0, 26.0, 68.6, 89.7, 101.0, 140.8, 126.1, 77.0, 30.5)
INTEREST = (0.0, 0.0, 0.6, 1.7, 3.4, 7.9, 9.3, 7.2, 5.6)

DEBT = StackedArea(
    "Outcome debt",
    MONTH_ENDS,
    (Layer("work", WORK, "debt_fill_2"), Layer("interest", INTEREST, "debt_fill")),
    unit="days",
)
REPEATS = LinePanel(
    "Repeat contacts within 7 days per 100 jobs",
    tuple(zip(MONTH_ENDS, (41, 42, 43, 43, 40, 36, 31, 27, 25), strict=True)),
    targets=((date(2025, 2, 24), 22),),
)
ANSWERED = LinePanel(
    "Calls answered within 60 seconds",
    tuple(zip(MONTH_ENDS, (86, 90, None, 95, 96, 96, 95, 96, 96), strict=True)),
    targets=((date(2025, 2, 24), 95), (date(2025, 9, 1), 90)),
    series="activity",
    unit="%",
)
SHARES = Bars(
    "Debt of each outcome",
    (
        Bar("Work without an outcome", (10.0, 3.4)),
        Bar("Customers stop having to chase us for news about their repair", (10.8, 1.1)),
        Bar("Customers can rely on the slot we gave them", (3.4, 0.7)),
        Bar("People finish a normal day on time", (1.1, 0.0)),
    ),
    ("work", "interest"),
    ("debt_fill_2", "debt_fill"),
    unit="days",
)

_DAYS = (
    ("The board went live", "Everyone could see the plan at nine. By four it was wrong in eleven "
     "places, and the phones told us before the board did.\n\nI asked Greta what she would drop. "
     "She said: *the colours*. She was right."),
    ("A quiet day", "Nothing pushed. Two planners swapped a visit without asking me.\n\n"
     "> It did not feel like a decision, it felt like work.\n\nThat is what I want more of."),
    ("I stepped in again", "Three times before lunch:\n\n1. the rota for Friday\n2. a complaint "
     "that Obi had already answered\n3. the wording of a text message\n\nNone of them was mine. "
     "I was tired and **it was quicker**."),
    ("One question at the huddle", "I asked one thing only: *what would a customer notice?*\n\n"
     "- Fewer calls after five\n- A name instead of a number\n- The same slot in the evening as "
     "in the morning\n\nYuki wrote the third one on the wall."),
    ("Numbers that look too good", "Answer time is green for the third month. Cancellations are "
     "at 2.9 and rising. We got fast at answering people who should not have needed to ring."),
)  # fmt: skip

MAP = OutcomeChart(
    "Map of outcomes",
    OutcomeMap(
        (
            MapNode("why:w", "why", "w", "We keep homes warm and worries small", WHY,
                    second="The team’s", icon="compass"),
            MapNode("outcome:o", "outcome", "o",
                    "Customers stop having to chase us for news about their repair", OUTCOME,
                    under="why:w", marks=(Mark("good", "Moving", "trending-up"),),
                    shown=0.8, shown_words="80% shown", debt=11.9, debt_words="11.9 days",
                    is_heavy=True),
            MapNode("output:a", "output", "a", "Call script rewrite", OUTPUT, under="outcome:o",
                    icon="circle-check", size=3, size_words="3 d"),
            MapNode("output:b", "output", "b", "Evening call-back promise", OUTPUT,
                    under="outcome:o", icon="circle-dashed", size=10, size_words="10 d",
                    is_open=True),
            MapNode("no-outcome:", "no-outcome", "", "No outcome yet", OUTPUT, debt=13.4,
                    debt_words="13.4 days"),
            MapNode("output:c", "output", "c", "Customer FAQ page", OUTPUT, under="no-outcome:",
                    icon="circle-check", size=10, size_words="10 d", waits_for_outcome=True),
        ),
        (
            MapEdge("why:w", "outcome:o"),
            MapEdge("outcome:o", "output:a", "1", 5),
            MapEdge("outcome:o", "output:b", "2", 1, is_open=True),
        ),
    ),
)  # fmt: skip


def entries(count: int) -> tuple[Block, ...]:
    """So many entries under the headings of their months."""
    blocks: list[Block] = []
    month = ""
    for place in range(count):
        day = date(2025, 2, 3) + timedelta(days=place * 4)
        if month != f"{day:%B %Y}":
            month = f"{day:%B %Y}"
            blocks.append(Heading(2, month))
        title, text = _DAYS[place % len(_DAYS)]
        facts = (f"{day.day} {day:%B}", "Daily check-in", "forward" if place % 3 else "backward")
        blocks += [EntryHeader(title, facts), Markdown(text)]
    return tuple(blocks)


_OUTPUTS = (
    ("Photo-and-model checklist for callers", "14 March", "3", "engineers bring the right part"),
    ("Call script rewrite", "28 March", "3", "calls are shorter"),
    ("Scheduling board roll-out", "25 April", "30", "–"),
    ("Planner training on the board", "30 April", "10", "–"),
    ("Phone-queue priority rules", "21 March", "10", "no-heat calls come first"),
    ("Van-stock list with the warehouse", "23 May", "10", "the van carries what the season needs"),
    ("Evening call-back promise", "20 June", "10", "customers hear from us before they go to bed"),
    ("Automatic “engineer on the way” texts", "18 July", "30", "customers know the hour"),
    ("Customer FAQ page", "30 May", "10", "–"),
)


def _figures() -> tuple[Block, ...]:
    return (
        Heading(1, "At a glance"),
        KeyFigures(
            (
                KeyFigure("Outcome debt", "36.1", "days of work", "148.7 at the end of July"),
                KeyFigure("Line of sight", "89%", "", "17 of 19 outputs reach an outcome"),
                KeyFigure("Momentum", "81", "of 100", "the last full week"),
            )
        ),
        Paragraph("Debt peaked in July, when the texts had just gone live, and has fallen since."),
        chart_with_numbers(
            "Outcome debt", "36 days still have to prove themselves; 41 in three months.", DEBT
        ),
        chart_with_numbers("Where it lies", "Half of it belongs to two places.", SHARES),
        Callout("Answer time was green while cancellations rose, from April to August.", "debt"),
    )


def _outcome() -> tuple[Block, ...]:
    rows = tuple(_OUTPUTS)
    return (
        Heading(1, "Outcomes"),
        Heading(2, "Customers stop having to chase us for news about their repair"),
        Facts(
            (
                ("For", "customers waiting for a repair"),
                ("Owner", "Nadia"),
                ("Due", "31 October 2025"),
                ("Last review", "Real, 24 October: three customers could tell their slot by heart"),
            )
        ),
        Quote("We keep homes warm and worries small.", "Why, since 3 February"),
        chart_with_numbers(REPEATS.name, "Down from 43; 84% of the way to 22.", REPEATS),
        chart_with_numbers(ANSWERED.name, "Green all along: an activity, not an effect.", ANSWERED),
        Table(
            ("Output", "Finished", "Days", "So that"),
            rows,
            ("start", "start", "end"),
            "Finished work and what it was for",
        ),
        Heading(3, "What held"),
        BulletList(("Swaps without asking", "Goodwill up to 50 with one note in the log")),
    )


def example(entry_count: int = 6) -> Document:
    """The document the golden files show."""
    return Document(
        title="Half a year at the Desk",
        subtitle="What we did, what changed, what still has to prove itself",
        journal="Nadia’s journal",
        period="3 February to 31 October 2025",
        made_on=date(2025, 10, 31),
        blocks=(
            *_figures(),
            *_outcome(),
            PageBreak(),
            Heading(1, "Entries"),
            *entries(entry_count),
        ),
        note="Private entries are not in this document.",
    )
