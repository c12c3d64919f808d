"""The ways to the trash, and the versions of what one is at."""

import pytest
from PySide6.QtWidgets import QPushButton

from leadjournal.model.entry import EntryDraft
from leadjournal.ui.chores import Chores
from leadjournal.ui.dialogs.versions import VersionsDialog
from tests.ui.trash.conftest import DAY, Bin


def _click(bin_: Bin, words: str) -> None:
    found = [
        each
        for each in bin_.window.findChildren(QPushButton)
        if each.isVisible() and words in (each.text(), each.accessibleName())
    ]
    found[0].click()


def _is_shown(bin_: Bin) -> bool:
    return bin_.window.desk.pages.page() is bin_.page


def test_the_foot_of_the_journal_leads_there_also_when_it_is_empty(bin_: Bin) -> None:
    bin_.window.desk.open_page("journal")
    bin_.settle()
    _click(bin_, "Trash")
    assert _is_shown(bin_)
    bin_.workspace.entries.add(EntryDraft(day=DAY, title="Here"))
    bin_.window.desk.open_page("journal")
    bin_.settle()
    _click(bin_, "Trash")
    assert _is_shown(bin_)


def test_the_settings_lead_there(bin_: Bin) -> None:
    bin_.window.desk.open_page("settings")
    _click(bin_, "Trash and versions")
    _click(bin_, "Open the trash")
    assert _is_shown(bin_)


@pytest.mark.parametrize(("width", "factor"), [(1366, 1.0), (640, 1.0), (640, 2.0)])
def test_the_bar_above_an_entry_keeps_every_button_in_sight(
    bin_: Bin, width: int, factor: float
) -> None:
    entry = bin_.workspace.entries.add(EntryDraft(day=DAY, title="Here"))
    bin_.window.room.looks.set_factor(factor)
    bin_.window.resize(width, 700)
    page = bin_.window.desk.open_page("journal")
    page.open_entry(entry.id)  # type: ignore[attr-defined]
    bin_.settle()
    bar = page.editor.bar  # type: ignore[attr-defined]
    for button in (bar.versions, bar.details, bar.remove, bar.link):
        place = button.mapTo(bar, button.rect().topLeft()).x()
        assert place >= 0
        assert place + button.sizeHint().width() <= bar.width()
    bin_.window.room.looks.set_factor(1.0)


def test_the_command_shows_the_versions_of_what_one_is_at(bin_: Bin) -> None:
    Chores(bin_.window)
    bin_.window.do("versions")
    assert bin_.toast() == "Open an entry, or choose a why, an outcome or an output first."
    entry = bin_.workspace.entries.add(EntryDraft(day=DAY, title="Here"))
    page = bin_.window.desk.open_page("journal")
    page.open_entry(entry.id)  # type: ignore[attr-defined]
    bin_.window.do("versions")
    (dialog,) = [each for each in bin_.window.findChildren(VersionsDialog) if each.isVisible()]
    assert dialog.title.text() == "Versions of “Here”"
    dialog.reject()
