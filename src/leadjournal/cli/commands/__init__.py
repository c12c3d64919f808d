"""The commands of the terminal: each is a module of this folder with a function `command`."""

from dataclasses import dataclass
from keyword import iskeyword

from leadjournal.base.words import later


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, which is also its module's, and what it does in a sentence."""

    name: str
    summary: str

    @property
    def module(self) -> str:
        """The name of its module; a word that Python keeps for itself has a line after it."""
        return f"{self.name}_" if iskeyword(self.name) else self.name


COMMANDS: tuple[Command, ...] = (
    Command("new", later("Make a new journal, or the sample journal.")),
    Command("add", later("Write one entry.")),
    Command("list", later("List the records of a kind.")),
    Command("show", later("Show one record with its tags, links and parts.")),
    Command("search", later("Find records by their words.")),
    Command("figures", later("Outcome debt, momentum, line of sight, and what is green but red.")),
    Command("lens", later("Ask what an outcome, a why or another text leaves out.")),
    Command("templates", later("List the templates, show one, or check a file.")),
    Command("export", later("Write a document or the records; the ending chooses the format.")),
    Command("bundle", later("Write everything, without loss, into a zip of plain text.")),
    Command("import", later("Take in a bundle.")),
    Command("backup", later("Make a verified copy of the journal.")),
    Command("restore", later("Put a backup in the place of the journal, which is kept.")),
    Command("check", later("Check that the journal is whole.")),
    Command("protect", later("Give the journal a passphrase, change it, or take it away.")),
    Command("tour", later("Make the sample journal, its reports and pictures in a folder.")),
)
