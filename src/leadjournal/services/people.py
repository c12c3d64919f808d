"""People and teams: chosen, made and renamed wherever one is needed."""

from datetime import date

from leadjournal.base.words import _
from leadjournal.model.person import Person, PersonDraft, Team, TeamDraft
from leadjournal.model.record import clean
from leadjournal.services.records import Choice, Records


class Teams(Records[Team, TeamDraft]):
    """The teams the journal speaks of."""

    record = Team

    def choices(self) -> list[Choice]:
        """Teams to choose from, by name."""
        found = [Choice(team.id, team.name) for team in self.all()]
        return sorted(found, key=lambda choice: choice.words.casefold())

    def named(self, name: str) -> Team:
        """The team of that name; a new one when there is none."""
        wanted = _comparable(name)
        for team in self.all():
            if team.name.casefold() == wanted:
                return team
        return self.add(TeamDraft(name=name))

    def rename(self, id_: str, name: str) -> Team:
        """Give a team another name."""
        return self.edit(id_, name=name)


class People(Records[Person, PersonDraft]):
    """The people the journal speaks of."""

    record = Person

    def choices(self) -> list[Choice]:
        """People to choose from, by first name; namesakes with their full name or role."""
        people = sorted(self.all(), key=lambda person: person.first_name.casefold())
        names = [person.first_name for person in people]
        return [
            Choice(person.id, _told_apart(person, names.count(person.first_name) > 1))
            for person in people
        ]

    def named(self, name: str) -> Person:
        """The person of that first or full name; a new one when there is none."""
        wanted = _comparable(name)
        for person in self.all():
            if wanted and wanted in (person.first_name.casefold(), person.full_name.casefold()):
                return person
        return self.add(PersonDraft(first_name=name))

    def rename(self, id_: str, name: str) -> Person:
        """Give a person another first name."""
        return self.edit(id_, first_name=name)

    def names(self) -> dict[str, str]:
        """First names by id."""
        return {person.id: person.first_name for person in self.all()}

    def with_capacity(self, on: date, owner_id: str | None) -> int:
        """How many people work in the journal owner's team on a day.

        Where no owner or no team of theirs is known, everybody who belongs to a team counts.
        """
        people = self.all()
        team = next((person.team_id for person in people if person.id == owner_id), None)
        return sum(
            1
            for person in people
            if (person.team_id == team if team else person.team_id is not None)
            and (person.from_day is None or person.from_day <= on)
            and (person.until_day is None or person.until_day > on)
        )


def _comparable(name: str) -> str:
    return " ".join(clean(name).split()).casefold()


def _told_apart(person: Person, ambiguous: bool) -> str:
    more = person.full_name or person.role
    if not ambiguous or not more:
        return person.first_name
    return _("{name} ({more})").format(name=person.first_name, more=more)
