"""A person or a team is made, renamed and removed where one is chosen."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from leadjournal.model.outcome import OutcomeDraft
from leadjournal.model.person import PersonDraft
from leadjournal.ui.dialogs.choosing import NamedAnswer, NewName
from leadjournal.ui.dialogs.forgetting import ForgettingDialog
from leadjournal.ui.dialogs.form_dialog import FormDialog
from tests.ui.outcomes.conftest import TODAY, Desk


def _asked(desk: Desk, owner: str) -> NamedAnswer:
    """The owner of a form that is open, with somebody chosen."""
    editor = desk.dialog().form.editor("owner_id")
    assert isinstance(editor, NamedAnswer)
    editor.setCurrentText(owner)
    return editor


def test_an_outcome_with_a_new_owner_and_team_is_one_step(desk: Desk) -> None:
    workspace = desk.workspace
    desk.page.do("new-outcome", None)
    form = desk.dialog().form
    form.editor("team_id").setCurrentText("Field service")  # type: ignore[attr-defined]
    assert _asked(desk, "Ines").value() == NewName("person", "Ines")
    assert workspace.people.all() == []
    desk.fill(statement="Homes are warm")
    assert [each.first_name for each in workspace.people.all()] == ["Ines"]
    assert workspace.history.undo_label() == "Add outcome"
    workspace.history.undo()
    assert workspace.people.all() == []
    assert workspace.teams.all() == []
    assert "Homes are warm" not in desk.titles()


def test_a_form_that_is_refused_makes_nobody(desk: Desk) -> None:
    workspace = desk.workspace
    desk.page.do("new-outcome", None)
    _asked(desk, "Ines")
    dialog = desk.fill(statement="")
    assert dialog.isVisible()
    assert dialog.form.problem()
    assert workspace.people.all() == []


def test_somebody_is_renamed_by_keyboard_where_they_are_chosen(desk: Desk) -> None:
    workspace = desk.workspace
    greta = workspace.people.add(PersonDraft(first_name="Greta"))
    desk.page.do("new-outcome", None)
    owner = _asked(desk, "Greta")
    assert owner.rename_button.accessibleName() == "Rename Greta…"
    assert not owner.rename_button.isHidden()
    QTest.keyClick(owner, Qt.Key.Key_F2)
    asked = [each for each in owner.window().findChildren(FormDialog) if each.isVisible()]
    name = asked[0].form.editor("first_name")
    name.set_value("Gretel")  # type: ignore[attr-defined]
    asked[0].save()
    assert workspace.people.get(greta.id).first_name == "Gretel"
    assert (owner.value(), owner.currentText()) == (greta.id, "Gretel")
    assert desk.told.undoable == ["Renamed to Gretel"]
    workspace.history.undo()
    assert workspace.people.get(greta.id).first_name == "Greta"


def test_somebody_is_moved_to_the_trash_and_brought_back_where_they_are_chosen(desk: Desk) -> None:
    workspace = desk.workspace
    greta = workspace.people.add(PersonDraft(first_name="Greta"))
    owned = workspace.outcomes.add(
        OutcomeDraft(statement="Homes are warm", created_on=TODAY, owner_id=greta.id)
    )
    desk.page.do("new-outcome", None)
    owner = _asked(desk, "Greta")
    assert owner.restore_button.isHidden()
    owner.remove_button.click()
    assert workspace.people.all() == []
    assert workspace.outcomes.get(owned.id).owner_id is None
    assert (owner.value(), owner.remove_button.isHidden()) == (None, True)
    assert desk.told.undoable == ["Moved Greta to the trash; 1 record that pointed there stays"]
    assert owner.restore_button.accessibleName() == "Bring back Greta"
    owner.restore_button.click()
    assert workspace.outcomes.get(owned.id).owner_id == greta.id
    assert (owner.value(), owner.restore_button.isHidden()) == (greta.id, True)


def test_whoever_is_chosen_next_ends_the_offer_to_bring_somebody_back(desk: Desk) -> None:
    for name in ("Greta", "Ines"):
        desk.workspace.people.add(PersonDraft(first_name=name))
    desk.page.do("new-outcome", None)
    owner = _asked(desk, "Greta")
    owner.remove_button.click()
    owner.setCurrentText("Ines")
    assert owner.restore_button.isHidden()
    owner.setEditText("")
    assert owner.restore_button.isHidden()
    assert desk.told.undoable == ["Moved Greta to the trash"]


def test_somebody_is_forgotten_for_good_where_they_are_chosen(desk: Desk, qtbot: QtBot) -> None:
    greta = desk.workspace.people.add(PersonDraft(first_name="Greta"))
    desk.page.do("new-outcome", None)
    owner = _asked(desk, "Greta")
    assert owner.forget_button.accessibleName() == "Forget Greta for good…"
    owner.forget_button.click()
    qtbot.waitUntil(lambda: bool(owner.window().findChildren(ForgettingDialog)))
    (asked,) = owner.window().findChildren(ForgettingDialog)
    assert asked.title.text() == "Forget “Greta” for good?"
    asked.forget_button.click()
    qtbot.waitUntil(lambda: desk.workspace.people.all() == [])
    qtbot.waitUntil(lambda: desk.workspace.trash.count() == 0)
    assert desk.workspace.trash.listing() == []
    qtbot.waitUntil(lambda: owner.value() is None)
    assert greta.id not in [id_ for _words, id_ in _choices(owner)]


def _choices(answer: NamedAnswer) -> list[tuple[str, object]]:
    return [(answer.itemText(place), answer.itemData(place)) for place in range(answer.count())]
