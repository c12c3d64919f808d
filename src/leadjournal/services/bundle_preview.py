"""What an import would do, in numbers and in words."""

import enum
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from leadjournal.base.formats import day_full, number
from leadjournal.base.words import _, isolated, ngettext
from leadjournal.model.catalogue import BY_ID
from leadjournal.services.bundle_content import Content
from leadjournal.services.bundle_plan import Plan, Share


class History(enum.Enum):
    """What an import does with the history in a bundle."""

    NONE = "none"
    TAKEN = "taken"
    LEFT_OUT = "left-out"


@dataclass(frozen=True, slots=True)
class BundlePreview:
    """Whose bundle it is, and what an import would do with what is in it, kind by kind."""

    journal: str
    made: datetime
    program: str
    kinds: dict[str, Share]
    history: History

    @property
    def new(self) -> int:
        """How many records would come in."""
        return sum(share.new for share in self.kinds.values())

    @property
    def different(self) -> int:
        """How many records are here with other values, and stay so."""
        return sum(share.different for kind, share in self.kinds.items() if kind != "journal")

    @property
    def rows(self) -> list[tuple[str, str]]:
        """Each kind that is in the bundle, and in words what is new, the same and different."""
        return [
            (_(BY_ID[kind].plural), _shares(share))
            for kind, share in self.kinds.items()
            if kind != "journal" and any(asdict(share).values())
        ]

    @property
    def origin(self) -> str:
        """Where the bundle comes from, in a sentence."""
        return _("Bundle of “{journal}”, written on {day} by leadjournal {version}.").format(
            journal=isolated(self.journal), day=day_full(self.made.astimezone().date()),
            version=isolated(self.program),
        )  # fmt: skip

    @property
    def notes(self) -> list[str]:
        """What else has to be known before it is taken in, in sentences."""
        found = []
        if self.different:
            found.append(_("What is different here stays as it is here."))
        if self.history is History.TAKEN:
            found.append(_("Its history comes in too: the trash and earlier versions."))
        if self.history is History.LEFT_OUT:
            found.append(_("Its history stays out: this journal has a history of its own."))
        return found


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came in, and the backup that was made before, if one was needed."""

    preview: BundlePreview
    backup: Path | None

    @property
    def can_be_undone(self) -> bool:
        """Whether it was a step of its own, and not a journal's whole past."""
        return self.preview.new > 0 and self.preview.history is not History.TAKEN

    @property
    def sentence(self) -> str:
        """What happened."""
        if not self.preview.new:
            return _("Everything in the bundle is here already.")
        return ngettext(
            "Took in {count} record.", "Took in {count} records.", self.preview.new
        ).format(count=number(self.preview.new))


def preview_of(content: Content, planned: Plan, *, takes_past: bool) -> BundlePreview:
    """What an import of this content would do, as it was planned."""
    history = History.TAKEN if takes_past else History.LEFT_OUT
    return BundlePreview(
        journal=content.about.journal,
        made=datetime.fromisoformat(content.about.made),
        program=content.about.program,
        kinds=planned.shares,
        history=history if content.about.history else History.NONE,
    )


def _shares(share: Share) -> str:
    words = (
        (share.new, _("{count} new")),
        (share.same, _("{count} already here")),
        (share.different, _("{count} different here")),
    )
    return ", ".join(sentence.format(count=number(count)) for count, sentence in words if count)
