"""Readings from a table: pasted or out of a file, looked at first, taken in as one step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from leadjournal.base.errors import MissingFile, UserMistake
from leadjournal.base.words import _
from leadjournal.model.record import clean, new_id
from leadjournal.rules.cells import MOST_BYTES, rows_of, text_of
from leadjournal.rules.reading_table import Known, Line, Understood, Wanted, understand
from leadjournal.services.indicators import Indicators
from leadjournal.services.jobs import Progress, Silent
from leadjournal.store import faults
from leadjournal.store.changes import Image, Row, row_with
from leadjournal.store.journal_file import Journal
from leadjournal.store.queries import outcomes as queries

_REPORTED_EVERY = 500


@dataclass(frozen=True, slots=True)
class TakenReadings:
    """How many readings were added, and how many replaced an earlier one."""

    added: int
    replaced: int


class ReadingImport:
    """Reads tables of readings for the indicators of one outcome."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._indicators = Indicators(journal)

    def known(self, outcome_id: str) -> tuple[Known, ...]:
        """The indicators a table may hold readings of, with what is recorded already."""
        return tuple(
            Known(
                view.indicator.id,
                view.indicator.name,
                view.indicator.rhythm.value,
                {reading.day: reading.value for reading in view.readings},
            )
            for view in self._indicators.of(outcome_id)
        )

    def file(self, path: Path) -> str:
        """The text of a file."""
        try:
            if path.stat().st_size > MOST_BYTES:
                return text_of(bytes(MOST_BYTES + 1))
            return text_of(path.read_bytes())
        except OSError as fault:
            raise MissingFile(
                _("“{file}” cannot be read.").format(file=path.name),
                _("Nothing was taken in."),
                _("Look whether it is still there and may be opened."),
            ) from fault

    def understand(self, text: str, known: Sequence[Known], wanted: Wanted) -> Understood:
        """What a text says, line by line; nothing is written."""
        return understand(rows_of(text), known, wanted)

    def take_in(
        self, lines: Sequence[Line], source: str = "", progress: Progress | None = None
    ) -> TakenReadings:
        """Record the readings in one step; one of a day that is there already is corrected.

        A hundred thousand of them take seconds as images of rows, and minutes as records.
        """
        taken = [line for line in lines if line.is_taken]
        if not taken:
            raise UserMistake(_("There is no reading to add."), _("Nothing was changed."))
        if self._journal.read_only:
            raise faults.read_only(self._journal.path)
        told = progress or Silent()
        ids = {line.indicator for line in taken}
        now = self._journal.clock.now()
        self._journal.write_images(
            _("Add readings from a table"),
            lambda connection: _images(
                taken, queries.reading_rows(connection, ids), source, now, told
            ),
        )
        replaced = sum(line.replaces is not None for line in taken)
        return TakenReadings(len(taken) - replaced, replaced)


def _images(
    taken: Sequence[Line],
    there: Mapping[tuple[str, str], Row],
    source: str,
    now: datetime,
    told: Progress,
) -> list[Image]:
    images = []
    for number, line in enumerate(taken):
        if number % _REPORTED_EVERY == 0:
            told.say(number, len(taken), _("Adding readings"))
        before = there.get((line.indicator, str(line.day)))
        # A tick apart, so that they keep the order of the table.
        moment = now + timedelta(microseconds=number)
        images.append(_image(line, before, source, moment))
    return images


def _image(line: Line, before: Row | None, source: str, now: datetime) -> Image:
    row = row_with(
        "reading",
        {
            "id": before["id"] if before is not None else new_id(),
            "created": now,
            "changed": now,
            "indicator_id": line.indicator,
            "value": line.value,
            "day": line.day,
            "source": clean(source),
            "note": clean(line.note),
        },
    )
    if before is None:
        return Image("reading", row["id"], None, row)
    kept = {name: before[name] for name in ("source", "note") if not row[name]}
    return Image("reading", row["id"], before, {**row, "created": before["created"], **kept})
