from datetime import timedelta

import pytest

from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import NotFound, UserMistake
from leadjournal.model.action import ActionDraft
from leadjournal.model.catalogue import Ref
from leadjournal.model.entry import EntryDraft
from leadjournal.model.indicator import IndicatorDraft, ReadingDraft
from leadjournal.model.link import LinkDraft
from leadjournal.model.outcome import OutcomeDraft
from leadjournal.model.output import OutputDraft
from leadjournal.model.why import WhyDraft
from leadjournal.services.journals import open_workspace
from leadjournal.services.workspace import Workspace
from tests.support.journals import NOW, TODAY, rows

LATER = NOW + timedelta(days=29, hours=23)


def outcome_with_parts(space: Workspace) -> tuple[str, str]:
    why = space.whys.add(WhyDraft(statement="So that nobody waits", since=TODAY))
    outcome = space.outcomes.add(
        OutcomeDraft(statement="Nobody waits", created_on=TODAY, active_on=TODAY), why.id
    )
    sign = space.indicators.add(
        IndicatorDraft(outcome_id=outcome.id, name="days", unit="days", baseline=2, target=9)
    )
    space.indicators.read(ReadingDraft(indicator_id=sign.id, value=7, day=TODAY))
    output = space.outputs.add(OutputDraft(title="A shorter form", created_on=TODAY))
    space.outputs.link(LinkDraft(output_id=output.id, outcome_id=outcome.id, since=TODAY))
    space.entries.add(
        EntryDraft(day=TODAY, title="Seen at the desk"), refs=[Ref("outcome", outcome.id)]
    )
    return outcome.id, output.id


def test_what_was_removed_comes_back_whole_with_parts_and_links(space: Workspace) -> None:
    outcome, _output = outcome_with_parts(space)
    journal = space.entries.journal
    before = rows(journal)
    space.outcomes.remove(outcome)
    (gone,) = space.trash.listing()
    assert (gone.ref, gone.title, gone.days_left) == (Ref("outcome", outcome), "Nobody waits", 30)
    assert gone.parts == 3
    restored = space.trash.restore(gone.ref)
    assert restored.left_out == ()
    assert restored.changed.refs[0] == gone.ref
    assert rows(journal) == before
    assert space.trash.listing() == []
    assert journal.check() == []


def test_a_restoration_can_be_undone(space: Workspace) -> None:
    outcome, _output = outcome_with_parts(space)
    space.outcomes.remove(outcome)
    space.trash.restore(Ref("outcome", outcome))
    assert space.history.undo_label() == "Restore outcome"
    space.history.undo()
    assert space.trash.count() == 1
    assert space.outcomes.all() == []


def test_it_comes_back_also_after_the_journal_has_moved_on(space: Workspace) -> None:
    outcome, output = outcome_with_parts(space)
    space.outcomes.remove(outcome)
    space.outputs.edit(output, title="Another form")
    for number in range(120):
        space.entries.add(EntryDraft(day=TODAY, title=f"entry {number}"))
    space.trash.restore(Ref("outcome", outcome))
    assert [link.outcome_id for link in space.outputs.links(output)] == [outcome]
    assert space.outputs.get(output).title == "Another form"


def test_what_belongs_to_something_gone_is_told_by_its_name(space: Workspace) -> None:
    outcome, output = outcome_with_parts(space)
    space.outcomes.remove(outcome)
    space.outputs.remove(output)
    space.entries.remove(space.entries.all()[0].id)
    restored = space.trash.restore(Ref("outcome", outcome))
    assert len(restored.left_out) == 2
    assert any("link" in sentence.lower() for sentence in restored.left_out)
    assert space.outcomes.get(outcome).statement == "Nobody waits"
    assert space.entries.journal.check() == []


def test_a_part_alone_waits_for_what_it_belongs_to(space: Workspace) -> None:
    outcome, _output = outcome_with_parts(space)
    sign = space.indicators.all()[0].id
    reading = space.indicators.read(ReadingDraft(indicator_id=sign, value=6, day=TODAY))
    space.indicators.remove_reading(reading.id)
    space.outcomes.remove(outcome)
    with pytest.raises(NotFound, match="Restore first"):
        space.trash.restore(Ref("reading", reading.id))
    space.trash.restore(Ref("outcome", outcome))
    space.trash.restore(Ref("reading", reading.id))
    assert space.trash.listing() == []


def test_a_tag_made_anew_takes_the_place_of_the_removed_one(space: Workspace) -> None:
    entry = space.entries.add(EntryDraft(day=TODAY, title="First"), tags=["hiring"])
    space.entries.remove(entry.id)
    space.entries.add(EntryDraft(day=TODAY, title="Second"), tags=["hiring"])
    assert [gone.title for gone in space.trash.listing()] == ["First"]
    space.trash.restore(Ref("entry", entry.id))
    assert space.references.tags(entry.id) == ["hiring"]
    assert space.entries.journal.check() == []


def test_the_trash_is_searched_by_words_of_any_text(space: Workspace) -> None:
    for title, text in (("Budget", "Zoë asked twice"), ("Hiring", "nothing")):
        made = space.entries.add(EntryDraft(day=TODAY, title=title, text=text))
        space.entries.remove(made.id)
    assert [gone.title for gone in space.trash.listing("zoe asked")] == ["Budget"]
    assert [gone.title for gone in space.trash.listing()] == ["Hiring", "Budget"]
    assert space.trash.listing("zoe hiring") == []
    assert space.trash.listing("budget")[0].text == "Budget\n\nZoë asked twice"


def test_an_undone_entry_that_can_no_longer_be_redone_is_in_the_trash(space: Workspace) -> None:
    made = space.entries.add(EntryDraft(day=TODAY, title="Taken back"))
    space.history.undo()
    assert space.trash.listing() == []
    space.entries.add(EntryDraft(day=TODAY, title="Another"))
    assert [gone.title for gone in space.trash.listing()] == ["Taken back"]
    space.trash.restore(Ref("entry", made.id))
    assert {entry.title for entry in space.entries.all()} == {"Taken back", "Another"}


def test_after_thirty_days_it_is_gone_with_its_versions(space: Workspace) -> None:
    made = space.entries.add(EntryDraft(day=TODAY, title="Old", text="one"))
    space.entries.remove(made.id)
    journal = space.entries.journal
    clock = journal.clock
    assert isinstance(clock, FixedClock)
    clock.moment = LATER
    assert [gone.days_left for gone in space.trash.listing()] == [1]
    kept = space.entries.add(EntryDraft(day=TODAY, title="Later"))
    clock.moment = NOW + timedelta(days=31)
    space.entries.edit(kept.id, title="Later still")
    journal.dissolve_old_steps()
    assert space.trash.listing() == []
    with journal.reading() as session:
        steps = session.connection().exec_driver_sql("SELECT count(*) FROM step").scalar()
    assert steps == 2


def test_the_trash_survives_a_restart(space: Workspace) -> None:
    made = space.entries.add(EntryDraft(day=TODAY, title="Removed"))
    space.entries.remove(made.id)
    space.close()
    again = open_workspace(space.path, None, FixedClock(NOW))
    again.trash.restore(Ref("entry", made.id))
    assert again.entries.get(made.id).title == "Removed"
    again.close()


def test_restoring_a_tag_takes_no_other_tag_away(space: Workspace) -> None:
    one = space.entries.add(EntryDraft(day=TODAY, title="One"), tags=["alpha"])
    space.entries.set_tags(one.id, ["beta"])
    two = space.entries.add(EntryDraft(day=TODAY, title="Two"), tags=["beta"])
    (gone,) = space.trash.listing()
    space.trash.restore(gone.ref)
    assert set(space.references.tags(one.id)) >= {"alpha"}
    assert space.references.tags(two.id) == ["beta"]
    assert space.backups.check().ok


def test_restoring_takes_nothing_away_that_the_step_had_made(space: Workspace) -> None:
    entry = space.entries.add(EntryDraft(day=TODAY, title="Old form"))
    with space.history.one_step("Turn an entry into a promise"):
        space.entries.remove(entry.id)
        action = space.actions.add(ActionDraft(what="A promise", due_on=TODAY))
    space.trash.restore(Ref("entry", entry.id))
    assert space.actions.get(action.id).what == "A promise"
    assert space.entries.get(entry.id).title == "Old form"


def test_the_link_that_took_a_main_ones_place_gives_way_again(space: Workspace) -> None:
    first, output = outcome_with_parts(space)
    second = space.outcomes.add(OutcomeDraft(statement="Second", created_on=TODAY))
    space.outputs.link(LinkDraft(output_id=output, outcome_id=second.id, since=TODAY, main=False))
    before = rows(space.entries.journal)
    space.outcomes.remove(first)
    assert [link.main for link in space.outputs.links(output)] == [True]
    space.trash.restore(Ref("outcome", first))
    assert rows(space.entries.journal)["link"] == before["link"]


def test_a_reference_without_an_end_is_told_by_the_check(space: Workspace) -> None:
    entry = space.entries.add(EntryDraft(day=TODAY, title="One"), tags=["alpha"])
    assert space.backups.check().ok
    space.entries.journal._raw.execute("DELETE FROM tag")
    report = space.backups.check()
    assert any("points at a record that is gone" in fault for fault in report.faults)
    assert space.entries.get(entry.id).title == "One"


def test_a_tag_that_is_there_again_is_told(space: Workspace) -> None:
    entry = space.entries.add(EntryDraft(day=TODAY, title="One"), tags=["alpha"])
    space.entries.set_tags(entry.id, [])
    space.entries.set_tags(entry.id, ["alpha"])
    gone = [one for one in space.trash.listing() if one.ref.kind == "tag"]
    for one in gone:
        with pytest.raises(UserMistake, match="already"):
            space.trash.restore(one.ref)
    assert space.references.tags(entry.id) == ["alpha"]


def test_many_records_of_one_step_are_listed_quickly_and_each_for_itself(
    space: Workspace,
) -> None:
    with space.history.one_step("Take in"):
        for number in range(1_500):
            space.entries.add(EntryDraft(day=TODAY, title=f"entry {number}"))
    space.history.undo()
    space.entries.add(EntryDraft(day=TODAY, title="Something else"))
    assert space.trash.count() == 1_500
    space.trash.restore(space.trash.listing("1234")[0].ref)
    assert {entry.title for entry in space.entries.all()} == {"Something else", "entry 1234"}


def test_what_was_removed_under_a_wrong_clock_is_in_the_trash(space: Workspace) -> None:
    clock = space.clock
    assert isinstance(clock, FixedClock)
    made = space.entries.add(EntryDraft(day=TODAY, title="Removed"))
    clock.moment = NOW - timedelta(days=400)
    space.entries.remove(made.id)
    clock.moment = NOW
    assert [gone.title for gone in space.trash.listing()] == ["Removed"]
    space.entries.add(EntryDraft(day=TODAY, title="Later"))
    space.entries.journal.dissolve_old_steps()
    assert space.trash.count() == 1
