import threading

from pytestqt.qtbot import QtBot

from leadjournal.model.catalogue import Ref
from leadjournal.services.events import Changed, Events
from leadjournal.ui.bridge import Bridge


def test_a_change_of_another_thread_arrives_on_the_windows(qtbot: QtBot) -> None:
    events, bridge, arrived = Events(), Bridge(), []
    bridge.changed.connect(lambda changed: arrived.append((changed, threading.current_thread())))
    bridge.follow(events)
    changed = Changed("Rename outcome", (Ref("outcome", "1"),))
    writer = threading.Thread(target=events.publish, args=(changed,))
    with qtbot.waitSignal(bridge.changed):
        writer.start()
    writer.join()
    assert arrived == [(changed, threading.main_thread())]


def test_after_letting_go_nothing_arrives(qtbot: QtBot) -> None:
    events, bridge = Events(), Bridge()
    bridge.follow(events)
    bridge.let_go()
    with qtbot.assertNotEmitted(bridge.changed, wait=20):
        events.publish(Changed("Late", ()))
