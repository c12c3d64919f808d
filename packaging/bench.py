"""Speed as ratios: each goal against a floor that is measured in the same run.

    python packaging/bench.py [a b c d e f o l u i w m] [--runs 7]

(a) launch until sidebar, head and title are painted, against a bare PySide6 window
(b) launch until Today's lines and figures are painted and a typed key shows; 10,000 entries
(c) full-text search at 50,000 entries, against the same query through the driver alone
(d) one autosave commit at 50,000 entries, against the same update by raw SQL
(e) resident memory after start, against the bare window, and what the imports alone cost
(f) the figures of 300 outcomes and 2,000 outputs, pure and from an open journal; the debt of
    36 months, of three years of readings; the state of every outcome
(o) opening the Outcomes page of 300 outcomes and 2,000 outputs, once the journal is open
(l) the lens on a text of 300 words
(u) opening with a passphrase, against opening without one; 10,000 entries
(i) processor time of a window that nobody uses, for half a minute
(w) how long the window waits at most while 50,000 entries are backed up, and looked through
(m) the map: 500 nodes laid out and painted, 2,000 pushed about, against plain rectangles
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from bench_journals import TODAY, large_journal, wide_journal  # noqa: E402  # it needs src
from leadjournal.base.clock import SystemClock  # noqa: E402
from leadjournal.services.workspace import Workspace  # noqa: E402
from leadjournal.store.engine import connect  # noqa: E402

CHILD = Path(__file__).with_name("bench_child.py")
MAP_CHILD = Path(__file__).with_name("bench_map.py")
CHILD_SECONDS = 120
WORDS_TO_OPEN = "four calm words here"
ENTRIES, MANY_ENTRIES = 10_000, 50_000
SEARCHES = ("frost", "winter planner", "customer promise eve", "rota", "overtime checklist")


def show(name: str, values: list[float], unit: str, factor: float = 1.0) -> float:
    """Print median, minimum and maximum of some runs; gives the median."""
    scaled = sorted(value * factor for value in values)
    middle = statistics.median(scaled)
    print(f"    {name:<58} {middle:9.2f} {unit}  ({scaled[0]:.2f} to {scaled[-1]:.2f})")
    return middle


def ratio(name: str, upper: float, lower: float, goal: float | None = None) -> None:
    """Print a ratio and the goal it is held against."""
    words = f"   goal at most {goal}" if goal is not None else ""
    print(f"    {name:<58} {upper / lower:9.2f} x{words}")


def launch(*words: str, home: Path, child: Path = CHILD) -> dict[str, float]:
    """Start a child and give what it tells: seconds since before its start, and sizes."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "LEADJOURNAL_HOME": str(home),
        "PYTHONPATH": str(ROOT / "src"),
        # As after an installation: the bytecode is there from the second start on, wherever it is.
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(home / "bytecode"),
    }
    begun = time.time()
    try:
        done = subprocess.run(
            [sys.executable, str(child), *words],
            capture_output=True,
            text=True,
            env=environment,
            check=True,
            timeout=CHILD_SECONDS,
        )
    except subprocess.TimeoutExpired as fault:
        raise SystemExit(f"“{words[0]}” was not there after {CHILD_SECONDS} seconds.") from fault
    except subprocess.CalledProcessError as fault:
        raise SystemExit(f"“{words[0]}” ended with {fault.returncode}:\n{fault.stderr}") from fault
    told: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return {
        name: value - begun if name.startswith("at_") else value for name, value in told.items()
    }


def closed_copy(journal: Path, folder: Path) -> str:
    """A copy as a proper end leaves it: the child that had the last one was cut off."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return str(shutil.copy(journal, folder))


def in_turn(runs: int, *starts: Callable[[], dict[str, float]]) -> list[list[dict[str, float]]]:
    """Each start so many times, in turn, after one that is not counted."""
    found: list[list[dict[str, float]]] = [[] for _start in starts]
    for run in range(runs + 1):
        for place, start in enumerate(starts):
            told = start()
            if run:
                found[place].append(told)
    return found


def timed(what: Callable[[], object]) -> float:
    """Seconds of one call."""
    begun = time.perf_counter()
    what()
    return time.perf_counter() - begun


def launches(folder: Path, runs: int) -> None:
    """(a), (b) and (e): what a start takes."""
    plain, secret = folder / "plain.leadjournal", folder / "secret.leadjournal"
    large_journal(plain, ENTRIES).close()
    large_journal(secret, ENTRIES, WORDS_TO_OPEN).close()
    home, copies = folder / "home", folder / "copies"
    bare, small, big, closed, imports = in_turn(
        runs,
        lambda: launch("bare", home=home),
        lambda: launch("shell", closed_copy(plain, copies), home=home),
        lambda: launch("today", closed_copy(plain, copies), home=home),
        lambda: launch("unlock", closed_copy(secret, copies), WORDS_TO_OPEN, home=home),
        lambda: launch("imports", home=home),
    )
    print("(a) launch until sidebar, head and title are painted")
    floor = show("bare PySide6 window", [told["at_paint"] for told in bare], "ms", 1000)
    mine = show("leadjournal", [told["at_paint"] for told in small], "ms", 1000)
    ratio("ratio", mine, floor, 1.5)
    print(f"(b) until Today is painted and a key shows, {ENTRIES:,} entries")
    mine = show("plain journal", [told["at_key"] for told in big], "ms", 1000)
    ratio("ratio to the bare window", mine, floor, 4)
    mine = show("encrypted, from Enter", [told["took_key"] for told in closed], "ms", 1000)
    ratio("ratio to the bare window", mine, floor, 5)
    print("(e) resident memory after start")
    least = show("bare PySide6 window", [told["memory"] for told in bare], "MiB")
    loaded = show("the imports alone", [told["memory"] for told in imports], "MiB")
    mine = show("leadjournal with Today", [told["memory"] for told in big], "MiB")
    ratio("ratio", mine, least, 3)
    ratio("of it the imports", loaded, least)


def check(right: bool) -> None:
    """A bench that measures the wrong thing is worse than none."""
    if not right:
        raise SystemExit("The bench does not find what it should find.")


def searching(folder: Path, runs: int) -> None:
    """(c) and (d): one journal of fifty thousand entries."""
    from leadjournal.rules.search_terms import full_text_query
    from leadjournal.store.queries.search import RANKED

    space = large_journal(folder / "many.leadjournal", MANY_ENTRIES)
    journal = space.entries.journal
    raw = journal._raw
    queries = [(words, full_text_query(words)) for words in SEARCHES]

    def ours() -> None:
        for words, _match in queries:
            check(len(space.search.find(words, limit=50)) == 50)

    def driver() -> None:
        for _words, match in queries:
            found = raw.execute(f"{RANKED}ORDER BY rank LIMIT ?", (match, 50)).fetchall()
            check(len(found) == 50)

    print(f"(c) search at {MANY_ENTRIES:,} entries, 50 rows by rank with snippet, a query")
    pairs = [(timed(driver), timed(ours)) for _run in range(runs * 3)]
    share = 1000 / len(SEARCHES)
    low = show("the driver alone", [pair[0] for pair in pairs], "ms", share)
    mine = show("leadjournal", [pair[1] for pair in pairs], "ms", share)
    ratio("ratio", mine, low, 1.5)
    _saving(space, runs)
    space.close()


def _saving(space: Workspace, runs: int) -> None:
    raw = space.entries.journal._raw
    entries = [row.id for row in space.entries.listing()[:200:4]]
    text = "The evening promise holds in the morning. " * 20

    def by_hand(id_: str, words: str) -> None:
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("UPDATE entry SET text = ? WHERE id = ?", (words, id_))
        raw.execute("COMMIT")

    def autosave(id_: str, words: str) -> None:
        space.entries.edit(id_, join=f"entry:{id_}", text=words)

    times: dict[str, list[float]] = {"raw": [], "ours": []}
    for run in range(runs):
        for number, id_ in enumerate(entries):
            autosave(id_, f"{text} {run} {number} opened")
            times["raw"].append(timed(partial(by_hand, id_, f"{text} raw {run}")))
            times["ours"].append(timed(partial(autosave, id_, f"{text} ours {run}")))
    print(f"(d) one autosave commit at {MANY_ENTRIES:,} entries, with its step in the log")
    low = show("the same update by raw SQL", times["raw"], "ms", 1000)
    mine = show("leadjournal", times["ours"], "ms", 1000)
    ratio("ratio", mine, low, 3)


def figures(folder: Path, runs: int) -> None:
    """(f): what the figures take."""
    from leadjournal.rules.debt import debt
    from leadjournal.rules.facts import Facts
    from leadjournal.rules.health import green_but_red
    from leadjournal.rules.line_of_sight import line_of_sight
    from leadjournal.rules.momentum import momentum
    from leadjournal.store.queries.facts import facts as read_facts

    space = wide_journal(folder / "wide.leadjournal")
    facts = space.figures.facts()

    def pure() -> None:
        # A fresh copy each time: the groupings are part of the work.
        fresh = Facts(
            facts.outcomes, facts.indicators, facts.outputs, facts.links, facts.check_ins,
            facts.promises, facts.blockers, facts.away_weeks, facts.begins,
        )  # fmt: skip
        for figure in (debt, momentum, line_of_sight, green_but_red):
            figure(fresh, TODAY)

    def read() -> None:
        with space.entries.journal.reading() as session:
            space.figures.on(facts=read_facts(session))

    (bare,) = in_turn(runs, lambda: launch("bare", home=folder / "home"))
    print("(f) the figures of 300 outcomes and 2,000 outputs")
    floor = show("bare PySide6 window", [told["at_paint"] for told in bare], "ms", 1000)
    mine = show("as pure functions", [timed(pure) for _run in range(runs * 3)], "ms", 1000)
    ratio("ratio to the bare window", mine, floor, 0.15)
    mine = show("from an open journal", [timed(read) for _run in range(runs)], "ms", 1000)
    ratio("ratio to the bare window", mine, floor)
    space.close()
    _histories(folder, runs)


def _histories(folder: Path, runs: int) -> None:
    from dataclasses import replace

    from leadjournal.rules.days import month_ends
    from leadjournal.rules.debt_history import debt_history
    from leadjournal.rules.facts import Facts
    from leadjournal.rules.outcome_state import outcome_state

    space = wide_journal(folder / "long.leadjournal", years=3)
    facts = space.figures.facts()
    ends = month_ends(TODAY, 36)

    def states(fresh: Facts) -> None:
        for outcome in fresh.outcomes:
            outcome_state(fresh, outcome, TODAY)

    for name, figure in (
        ("the debt of 36 months, goal at most 200", lambda fresh: debt_history(fresh, ends)),
        ("the state of every outcome", states),
    ):
        # A fresh copy each time: the groupings are part of the work.
        show(name, [timed(partial(figure, replace(facts))) for _run in range(runs)], "ms", 1000)
    show("the whole ledger from an open journal", [timed(space.ledger.on) for _run in range(runs)],
         "ms", 1000)  # fmt: skip
    space.close()


def outcomes_page(folder: Path, runs: int) -> None:
    """(o): from Today to the Outcomes page."""
    journal = folder / "outcomes.leadjournal"
    wide_journal(journal).close()
    home = folder / "home"

    def opened() -> dict[str, float]:
        # Else the next start would begin on the page that this one looked at.
        for choices in home.rglob("preferences.json"):
            choices.unlink()
        return launch("outcomes", closed_copy(journal, folder / "copies"), home=home)

    bare, mine = in_turn(runs, lambda: launch("bare", home=home), opened)
    print("(o) the Outcomes page of 300 outcomes and 2,000 outputs, until it is painted")
    show("bare PySide6 window, from its start", [told["at_paint"] for told in bare], "ms", 1000)
    show("the page, once the journal is open", [told["opened"] for told in mine], "ms", 1000)
    print("    goal at most 300 ms")


def lens(_folder: Path, runs: int) -> None:
    """(l): every rule of a kind on a text that is longer than any outcome."""
    from leadjournal.rules.lens.looking import look
    from leadjournal.services.lens_words import lens_words

    words = lens_words()
    sentence = (
        "Customers hear back the same day and planners trust the word of the engineers, so that "
        "nobody waits for a promise that was never meant, by the end of October."
    )
    text = " ".join([sentence] * (300 // len(sentence.split())))
    print(f"(l) the lens on a text of {len(text.split())} words")
    for kind in ("outcome", "why", "indicator", "feedback"):
        look(text, kind, words)
        times = [timed(partial(look, text, kind, words)) for _run in range(runs * 5)]
        show(kind, times, "ms", 1000)
    print("    goal at most 5 ms")


def unlocking(folder: Path, runs: int) -> None:
    """(u): what a passphrase costs when a journal is opened."""
    from leadjournal.services.journals import open_workspace

    clock = SystemClock()
    plain, secret = folder / "open.leadjournal", folder / "locked.leadjournal"
    large_journal(plain, ENTRIES).close()
    large_journal(secret, ENTRIES, WORDS_TO_OPEN).close()
    times: dict[str, list[float]] = {"plain": [], "encrypted": [], "key": []}
    for _run in range(runs):
        times["key"].append(timed(lambda: _derive(secret)))
        for name, path, words in (("plain", plain, None), ("encrypted", secret, WORDS_TO_OPEN)):
            begun = time.perf_counter()
            space = open_workspace(path, words, clock)
            times[name].append(time.perf_counter() - begun)
            space.close()
    print(f"(u) opening a journal of {ENTRIES:,} entries")
    show("the key alone, by the driver", times["key"], "ms", 1000)
    low = show("without a passphrase", times["plain"], "ms", 1000)
    mine = show("with its passphrase", times["encrypted"], "ms", 1000)
    print(f"    {'the passphrase costs':<58} {mine - low:9.2f} ms   goal at most 350")


def _derive(path: Path) -> None:
    connection = connect(path, "ro", WORDS_TO_OPEN)
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    connection.close()


def idling(folder: Path, runs: int) -> None:
    """(i): what a window costs that is open and not used."""
    journal = folder / "idle.leadjournal"
    large_journal(journal, ENTRIES).close()
    bare, mine = in_turn(
        max(1, runs // 3),
        lambda: launch("bare_idle", home=folder / "home"),
        lambda: launch("idle", closed_copy(journal, folder / "copies"), home=folder / "home"),
    )
    print("(i) processor time in 30 seconds without a key")
    show("bare PySide6 window", [told["used"] for told in bare], "ms", 1000)
    show("leadjournal with Today", [told["used"] for told in mine], "ms", 1000)


def waits(folder: Path, runs: int) -> None:
    """(w): a watchdog in the window's thread, which types and saves while a backup is made."""
    home = folder / "home"
    print(f"(w) longest wait of the window while {MANY_ENTRIES:,} entries are backed up")
    for name, passphrase in (("plain", ""), ("encrypted", WORDS_TO_OPEN)):
        path = folder / f"waits-{name}.leadjournal"
        large_journal(path, MANY_ENTRIES, passphrase or None).close()
        idle, copied, checked = [], [], []
        for _run in range(runs):
            told = launch("waits", closed_copy(path, folder / "copies"), passphrase, home=home)
            idle.append(told["idle"])
            copied.append(told["backup"])
            checked.append(told["check"])
        show(f"{name}, nothing but typing and saving", idle, "ms", 1000)
        show(f"{name}, meanwhile a backup is made and verified", copied, "ms", 1000)
        show(f"{name}, meanwhile the journal is looked through", checked, "ms", 1000)
        show(f"{name}, the backup takes", [told["took"]], "s")
    print("    goal at most 100 ms")


def maps(folder: Path, runs: int) -> None:
    """(m): the map unfolded, beside as many plain rectangles and lines."""
    home = folder / "home"
    for nodes, drawn in ((500, True), (2_000, False)):
        bare, mine = in_turn(
            max(5, runs),
            partial(launch, "rectangles", str(nodes), home=home, child=MAP_CHILD),
            partial(launch, "map", str(nodes), home=home, child=MAP_CHILD),
        )
        if drawn:
            print(f"(m) the map of {nodes:,} nodes, unfolded, until it is painted")
            low = show("plain rectangles", [told["drawn"] for told in bare], "ms", 1000)
            high = show("leadjournal", [told["drawn"] for told in mine], "ms", 1000)
            ratio("ratio", high, low)
            print("    goal at most 1000 ms")
        else:
            print(f"    longest of 200 pushes at {nodes:,} nodes, each painted")
            low = show("plain rectangles", [told["longest"] for told in bare], "ms", 1000)
            high = show("leadjournal", [told["longest"] for told in mine], "ms", 1000)
            show("leadjournal, zoomed out", [told["small"] for told in mine], "ms", 1000)
            ratio("ratio", high, low)
            print("    goal at most 33 ms, which is 30 frames a second")


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "parts", nargs="*", default=list("abcdefoluiwm"), help="a b c d e f o l u i w m"
    )
    parser.add_argument("--runs", type=int, default=7)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for parts, measure in (
            ("abe", launches),
            ("cd", searching),
            ("f", figures),
            ("o", outcomes_page),
            ("l", lens),
            ("u", unlocking),
            ("i", idling),
            ("w", waits),
            ("m", maps),
        ):
            if set(parts) & set(chosen.parts):
                measure(folder, chosen.runs)


if __name__ == "__main__":
    main()
