"""The journal: entries by month, daily check-ins one line each."""

from itertools import groupby

from leadjournal.base.formats import day_full, day_long, day_short, month_and_year, weekday_name
from leadjournal.base.words import _
from leadjournal.export.blocks import Block, EntryHeader, Heading, Markdown, Paragraph, Table
from leadjournal.export.material import Material
from leadjournal.export.sections import words
from leadjournal.model.entry import Entry, EntryKind, Privacy
from leadjournal.rules.days import monday_of

_LINE = 160
_QUESTION = "#"
_QUIET_LINKS = ("person", "team")


def sections(material: Material) -> tuple[Block, ...]:
    """Every entry of the period, oldest first."""
    if not material.shows("entry") or not material.records.entries:
        return ()
    blocks: list[Block] = [Heading(1, _("Journal"))]
    if any(_is_line(entry) for entry in material.records.entries):
        blocks.append(
            Paragraph(
                _("Entries by month. Daily check-ins stand at the end of each month, one line "
                  "each.")
            )
        )  # fmt: skip
    for _month, found in groupby(
        material.records.entries, key=lambda entry: (entry.day.year, entry.day.month)
    ):
        blocks += _one_month(material, list(found))
    return tuple(blocks)


def _one_month(material: Material, entries: list[Entry]) -> list[Block]:
    blocks: list[Block] = [Heading(2, month_and_year(entries[0].day))]
    for entry in entries:
        if not _is_line(entry):
            blocks.append(EntryHeader(_title(entry), _facts(material, entry)))
            if entry.text.strip():
                blocks.append(Markdown(entry.text))
    lines = [entry for entry in entries if _is_line(entry)]
    if lines:
        blocks += [Heading(3, _("Daily check-ins")), _check_ins(lines)]
    return blocks


def _is_line(entry: Entry) -> bool:
    """Whether an entry is a check-in whose text is only the guide's questions and answers."""
    text = entry.text.strip()
    return entry.kind is EntryKind.DAILY and (
        not text or text.startswith(_QUESTION) or len(text) <= _LINE
    )


def _check_ins(entries: list[Entry]) -> Table:
    rows = []
    week = None
    for entry in entries:
        monday = monday_of(entry.day)
        rows.append(
            (
                "" if monday == week else day_short(monday),
                f"{weekday_name(entry.day)[:3]} {entry.day.day}",
                words.direction(entry.direction) or words.NOTHING,
                str(entry.energy) if entry.energy is not None else words.NOTHING,
                _line(entry),
            )
        )
        week = monday
    columns = (_("Week of"), _("Day"), _("Work moved"), _("Energy"), _("What moved"))
    return Table(columns, tuple(rows))


def _line(entry: Entry) -> str:
    said = "" if entry.text.strip().startswith(_QUESTION) else entry.text
    line = ": ".join(part for part in (entry.title, " ".join(said.split())) if part)
    if entry.privacy is Privacy.PRIVATE:
        line = _("{line} (private)").format(line=line)
    return line or words.NOTHING


def _title(entry: Entry) -> str:
    return entry.title or day_full(entry.day)


def _facts(material: Material, entry: Entry) -> tuple[str, ...]:
    links = material.links.get(entry.id, ())
    people = [title for kind, title in links if kind in _QUIET_LINKS]
    others = [title for kind, title in links if kind not in _QUIET_LINKS]
    facts = (
        f"{day_long(entry.day)} {entry.day.year}" if entry.title else "",
        words.entry_kind(entry.kind),
        _("private") if entry.privacy is Privacy.PRIVATE else "",
        words.direction(entry.direction),
        words.energy(entry.energy),
        ", ".join(people),
        " ".join(f"#{tag}" for tag in material.tags.get(entry.id, ())),
        *others,
    )
    return tuple(fact for fact in facts if fact)
