import gc

from leadjournal.app import hold_collector
from leadjournal.ui.application import wake_collector


def test_the_collector_rests_only_while_the_window_starts() -> None:
    hold_collector()
    assert not gc.isenabled()
    wake_collector()
    assert gc.isenabled()
    gc.unfreeze()
