from leadjournal.base.clock import FixedClock
from leadjournal.base.errors import CannotSave
from leadjournal.ui.save_state import SaveState


def test_the_state_is_in_words_from_the_first_moment(clock: FixedClock) -> None:
    state = SaveState(clock)
    assert state.words == ""
    state.opened(read_only=False)
    assert state.words == "All saved"
    state.saved()
    assert state.words == "Saved 17:30"
    state.failed(CannotSave("The disk is full."))
    assert state.words == "Not saved: The disk is full"
    state.clear()
    state.opened(read_only=True)
    assert state.words == "For reading only"


def test_a_draft_is_spoken_of_only_while_its_guide_is_on_screen(clock: FixedClock) -> None:
    state = SaveState(clock)
    state.opened(read_only=False)
    state.speak_of_draft(True)
    assert state.words == "All saved"
    state.saved()
    assert state.words == "Draft saved 17:30"
    state.speak_of_draft(False)
    assert state.words == "Saved 17:30"


def test_nothing_is_called_saved_while_words_are_on_the_screen_only(clock: FixedClock) -> None:
    state = SaveState(clock)
    state.opened(read_only=False)
    state.typed("editor")
    assert state.words == "Saving…"
    state.saved()
    assert state.words == "Saving…"
    state.failed(CannotSave("The disk is full."), "editor")
    state.saved("line")
    assert state.words == "Not saved: The disk is full"
    state.typed("editor")
    assert state.has_failed
    state.saved("editor")
    assert state.words == "Saved 17:30"


def test_words_that_are_no_longer_wanted_keep_nobody_waiting(clock: FixedClock) -> None:
    state = SaveState(clock)
    state.opened(read_only=False)
    state.failed(CannotSave("The disk is full."), "editor")
    state.dropped("editor")
    assert not state.is_waiting
    assert state.words == "All saved"
