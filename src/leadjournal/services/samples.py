"""The sample journal, written through the services as its manager would have written it."""

import tomllib
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from leadjournal.base.clock import Clock, FixedClock
from leadjournal.base.files import cannot_write
from leadjournal.base.resources import resource
from leadjournal.base.words import _
from leadjournal.model.action import ActionDraft, BlockerDraft
from leadjournal.model.catalogue import Ref
from leadjournal.model.cycle import CycleChoice, CycleDraft
from leadjournal.model.debt_sign import DebtSignDraft
from leadjournal.model.entry import EntryDraft
from leadjournal.model.indicator import IndicatorChangeDraft, IndicatorDraft, ReadingDraft
from leadjournal.model.journal_card import JournalCardDraft
from leadjournal.model.link import LinkDraft
from leadjournal.model.milestone import MilestoneDraft
from leadjournal.model.objective import (
    ConfidenceDraft,
    KeyResultReadingDraft,
    ObjectiveDraft,
)
from leadjournal.model.outcome import OutcomeDraft, ReviewDraft
from leadjournal.model.output import OutputDraft
from leadjournal.model.person import PersonDraft, TeamDraft
from leadjournal.model.why import WhyDraft
from leadjournal.services.cycles import Score, quarter_name
from leadjournal.services.jobs import Progress, Silent
from leadjournal.services.workspace import Workspace
from leadjournal.store.journal_file import Journal
from leadjournal.store.journals import create_journal, whole_or_not_at_all

_FOLDER = ("samples", "larkmoor")
_FILES = (
    "journal", "people", "whys", "outcomes", "indicators", "outputs", "entries", "promises",
    "blockers", "check_ins", "signals", "milestones", "cycles", "debt_signs", "objectives",
)  # fmt: skip
_WEEK = timedelta(days=7)
_REFERENCES = ("owner", "team", "person", "outcome", "why")
_DAYS = ("since", "created_on", "opened_on", "day")

Table = dict[str, Any]


def create_sample(
    path: Path,
    clock: Clock,
    *,
    keep_dates: bool = False,
    passphrase: str | None = None,
    door: str = "command",
    progress: Progress | None = None,
) -> Workspace:
    """Make the sample journal at `path`; shifted by whole weeks so that it has just ended.

    With `keep_dates` it has its own dates, 3 February to 31 October 2025.
    """
    data = sample_tables(None if keep_dates else clock.today())
    journal = create_journal(path, passphrase, clock, door=door)
    with whole_or_not_at_all(journal):
        _Loader(journal, data).load(progress or Silent())
        journal.clock = clock
        journal.end_undo_list()
    return Workspace(journal)


def remove_sample(path: Path) -> None:
    """Delete the sample journal, which is closed, with the log that may lie beside it."""
    try:
        for file in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))):
            file.unlink(missing_ok=True)
    except OSError as fault:
        raise cannot_write(path, fault) from fault


def sample_tables(today: date | None) -> dict[str, Table]:
    """What the sample holds; shifted by whole weeks so that it ends in the week before `today`."""
    data = {name: _read(name) for name in _FILES}
    weeks = (today - data["journal"]["last_day"]).days // 7 if today else 0
    return {name: _shifted(table, weeks * _WEEK) for name, table in data.items()}


def _read(name: str) -> Table:
    with resource(*_FOLDER, f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def _shifted(value: Any, by: timedelta) -> Any:
    """The same table with every day moved by whole weeks; weekdays stay right."""
    if isinstance(value, dict):
        return {name: _shifted(each, by) for name, each in value.items()}
    if isinstance(value, list):
        return [_shifted(each, by) for each in value]
    return value + by if isinstance(value, date) else value


def _quarter(day: date) -> str:
    return f"{day.year} Q{(day.month + 2) // 3}"


def _evening(day: date) -> datetime:
    return datetime.combine(day, time(17), UTC)


class _Loader:
    """Turns the tables into records; local keys become ids."""

    def __init__(self, journal: Journal, data: Mapping[str, Table]) -> None:
        self._journal = journal
        self._data = data
        self._space = Workspace(journal)
        self._ids: dict[str, str] = {}
        self._clock = FixedClock(_evening(data["journal"]["first_monday"]))
        journal.clock = self._clock

    def load(self, progress: Progress) -> None:
        """Write everything, in a few steps."""
        parts = (
            self._people, self._whys, self._outcomes, self._indicators, self._objectives,
            self._outputs, self._entries, self._promises, self._blockers, self._away,
            self._check_ins, self._milestones, self._cycles, self._debt_signs,
        )  # fmt: skip
        for number, part in enumerate(parts):
            progress.say(number, len(parts), _("Writing the sample journal"))
            with self._journal.writing(_("Load the sample journal")):
                part()
        self._rename_outcomes()

    def _rows(self, file: str, name: str = "") -> list[Table]:
        rows: list[Table] = self._data[file][name or file]
        return rows

    def _values(self, row: Table, *without: str) -> Table:
        """The fields of a draft; the record is written in the evening of its day."""
        for name in _DAYS:
            if name in row:
                self._clock.moment = _evening(row[name])
        values = {name: value for name, value in row.items() if name not in ("id", *without)}
        for name in _REFERENCES:
            if name in values:
                values[f"{name}_id"] = self._ids[values.pop(name)]
        return values

    def _people(self) -> None:
        for row in self._rows("people", "teams"):
            self._ids[row["id"]] = self._space.teams.add(TeamDraft(**self._values(row))).id
        for row in self._rows("people"):
            self._ids[row["id"]] = self._space.people.add(PersonDraft(**self._values(row))).id
        card = self._data["journal"]
        self._space.card.write(
            JournalCardDraft(name=card["name"], owner_id=self._ids[card["owner"]], sample=True)
        )

    def _whys(self) -> None:
        for row in self._rows("whys"):
            self._ids[row["id"]] = self._space.whys.add(WhyDraft(**self._values(row))).id

    def _outcomes(self) -> None:
        extra = ("whys", "reviews", "earlier_statement", "statement_since")
        for row in self._rows("outcomes"):
            values = self._values(row, *extra)
            values["statement"] = row.get("earlier_statement", row["statement"])
            outcome = self._space.outcomes.add(OutcomeDraft(**values))
            self._ids[row["id"]] = outcome.id
            for why in row["whys"]:
                self._space.outcomes.set_why(outcome.id, self._ids[why["why"]], why["since"])
            for review in row["reviews"]:
                self._space.outcomes.review(
                    ReviewDraft(outcome_id=outcome.id, **self._values(review))
                )

    def _indicators(self) -> None:
        for row in self._rows("indicators"):
            draft = IndicatorDraft(**self._values(row, "readings", "changes"))
            indicator = self._space.indicators.add(draft)
            self._ids[row["id"]] = indicator.id
            for reading in row["readings"]:
                self._space.indicators.read(
                    ReadingDraft(indicator_id=indicator.id, **self._values(reading))
                )
            for change in row.get("changes", ()):
                self._space.indicators.change(
                    IndicatorChangeDraft(indicator_id=indicator.id, **change)
                )

    def _objectives(self) -> None:
        extra = ("parent", "cycle_on", "carried_by", "key_results", "confidences")
        for row in self._rows("objectives"):
            values = self._values(row, *extra)
            if "parent" in row:
                values["parent_id"] = self._ids[row["parent"]]
            if "cycle_on" in row:
                values["cycle"] = _quarter(row["cycle_on"])
            results = row.get("key_results", ())
            told = [self._values(result, "readings") for result in results]
            made = self._space.objectives.add(ObjectiveDraft(**values), told)
            self._ids[row["id"]] = made.id
            for outcome in row.get("carried_by", ()):
                self._space.outcomes.edit(self._ids[outcome], objective_id=made.id)
            written = self._space.objectives.key_results(made.id)
            for key_result, result in zip(written, results, strict=True):
                for reading in result["readings"]:
                    draft = KeyResultReadingDraft(
                        key_result_id=key_result.id, **self._values(reading)
                    )
                    self._space.objectives.read(draft)
            for sure in row.get("confidences", ()):
                self._space.objectives.say_confidence(
                    ConfidenceDraft(objective_id=made.id, **self._values(sure))
                )

    def _outputs(self) -> None:
        for row in self._rows("outputs"):
            values = self._values(row, "links", "stopped_on", "stopped_because")
            output = self._space.outputs.add(OutputDraft(**values))
            self._ids[row["id"]] = output.id
            for link in row.get("links", ()):
                values = self._values(link, "so_that_since")
                self._space.outputs.link(LinkDraft(output_id=output.id, **values))
            if "stopped_on" in row:
                self._clock.moment = _evening(row["stopped_on"])
                self._space.outputs.stop(output.id, row["stopped_on"], row["stopped_because"])

    def _milestones(self) -> None:
        for row in self._rows("milestones"):
            draft = MilestoneDraft(**self._values(row, "growth", "closing"))
            growth = [self._values(line, "able") for line in row["growth"]]
            made = self._space.milestones.add(draft, growth)
            self._ids[row["id"]] = made.id
            if "closing" in row:
                self._clock.moment = _evening(row["closing"]["closed_on"])
                lines = zip(self._space.milestones.growth(made.id), row["growth"], strict=True)
                able = [line.id for line, told in lines if told.get("able")]
                self._space.milestones.close(made.id, able=able, **row["closing"])

    def _entries(self) -> None:
        for row in self._rows("entries"):
            refs = [
                Ref(kind, self._ids[key])
                for kind, name in (
                    ("outcome", "outcomes"), ("output", "outputs"), ("why", "whys"),
                    ("person", "people"),
                )
                for key in row.get(name, ())
            ]  # fmt: skip
            draft = EntryDraft(**self._values(row, "people", "whys", "outcomes", "outputs", "tags"))
            made = self._space.entries.add(draft, tags=row.get("tags", ()), refs=refs)
            self._ids[row["id"]] = made.id

    def _promises(self) -> None:
        for row in self._rows("promises"):
            action = self._space.actions.add(ActionDraft(**self._values(row, "source")))
            if "source" in row:
                self._space.references.add(
                    Ref("action", action.id), Ref("entry", self._ids[row["source"]])
                )

    def _blockers(self) -> None:
        for row in self._rows("blockers"):
            self._space.blockers.add(BlockerDraft(**self._values(row)))

    def _away(self) -> None:
        for row in self._rows("signals", "weeks"):
            if row.get("away"):
                self._space.away_weeks.mark(row["monday"])

    def _check_ins(self) -> None:
        for row in self._rows("check_ins"):
            self._clock.moment = _evening(row["day"])
            given = {
                "direction": row["direction"],
                "win": row["win"],
                "outcome": self._ids.get(row.get("outcome", "")),
                "setback": row.get("setback"),
                "energy": row["energy"],
                "best-hour": row.get("best_hour"),
                "helped": self._ids.get(row.get("helped", "")),
                "tomorrow": row["tomorrow"],
            }
            draft = self._space.guides.start("daily-reflection", row["day"], given)
            entry = self._space.guides.finish(draft.id)
            self._space.entries.share(entry.id, True)

    def _cycles(self) -> None:
        for row in self._rows("cycles"):
            values = self._values(row, "scores")
            self._clock.moment = _evening(row["closed_on"])
            middle = row["since"] + (row["until"] - row["since"]) / 2
            scores = [
                Score(
                    self._ids[score["outcome"]],
                    score["score"],
                    CycleChoice(score["choice"]),
                    score.get("note", ""),
                )
                for score in row["scores"]
            ]
            self._space.cycles.close(CycleDraft(name=quarter_name(middle), **values), scores)

    def _debt_signs(self) -> None:
        for row in self._rows("debt_signs"):
            self._space.debt_signs.set_up(
                DebtSignDraft(
                    pair=row["pair"],
                    fast_id=self._ids[row["fast"]],
                    slow_id=self._ids[row["slow"]],
                    delay_weeks=row["delay_weeks"],
                )
            )

    def _rename_outcomes(self) -> None:
        for row in self._rows("outcomes"):
            if "earlier_statement" in row:
                self._clock.moment = _evening(row["statement_since"])
                self._space.outcomes.edit(self._ids[row["id"]], statement=row["statement"])
