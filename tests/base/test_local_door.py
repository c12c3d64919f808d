import errno
import os
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from leadjournal.base import folders, local_door
from leadjournal.base.errors import MachineFault
from leadjournal.base.local_door import (
    addresses,
    ask,
    greeting,
    is_alive,
    is_same_journal,
    line_of,
    message_of,
    sweep,
)


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    path = tmp_path / "a.leadjournal"
    path.write_bytes(b"a journal")
    return path


def test_every_name_of_a_file_leads_to_a_common_address(
    journal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    soft, hard = tmp_path / "soft.leadjournal", tmp_path / "hard.leadjournal"
    soft.symlink_to(journal)
    hard.hardlink_to(journal)
    monkeypatch.chdir(tmp_path)
    assert addresses(Path(journal.name)) == addresses(soft) == addresses(journal)
    assert set(addresses(hard)) & set(addresses(journal))
    assert all(is_same_journal(name, journal) for name in (soft, hard, Path(journal.name)))


def test_other_files_have_other_addresses(journal: Path, tmp_path: Path) -> None:
    other = tmp_path / "b.leadjournal"
    other.write_bytes(b"a journal")
    assert not set(addresses(other)) & set(addresses(journal))
    assert not is_same_journal(other, journal)
    other.unlink()
    assert len(addresses(other)) == 1


@pytest.mark.parametrize("name", ["\0", "x" * 5_000, "\udcff\ud800", ""])
def test_an_impossible_name_has_no_window(name: str) -> None:
    assert ask(Path(name), {"ask": "show"}) is None
    assert not is_same_journal(Path(name), Path("elsewhere.leadjournal"))


def test_an_address_is_short_wherever_temporary_files_lie(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for given in ("/t", "/" + "long/" * 40):
        monkeypatch.setattr("tempfile.tempdir", given)
        assert len(os.fsencode(folders.doors() / ("f" * 24))) <= 100


def test_the_sessions_own_folder_is_used_where_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LEADJOURNAL_HOME")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert folders.doors() == tmp_path / "leadjournal"


def test_a_message_travels_whole() -> None:
    message = {"ask": "add", "text": "two\nlines, “quotes”, \N{GRINNING FACE}, \ud800, \0"}
    assert line_of(message).count(b"\n") == 1
    assert message_of(line_of(message).rstrip(b"\n")) == message


Say = Callable[[socket.socket], object]


@pytest.fixture
def window(journal: Path) -> Iterator[Callable[[Say], None]]:
    """Lets somebody behave as a window with the journal does, or as it should not."""
    threads: list[threading.Thread] = []
    server = socket.socket(socket.AF_UNIX)
    server.bind(addresses(journal)[0])

    def behave(say: Say) -> None:
        def run() -> None:
            caller, _address = server.accept()
            with closing(caller):
                say(caller)

        server.listen()
        threads.append(threading.Thread(target=run))
        threads[-1].start()

    yield behave
    for thread in threads:
        thread.join(20)
    server.close()


def polite(answer: bytes) -> Say:
    def say(caller: socket.socket) -> None:
        caller.sendall(line_of(greeting()))
        caller.recv(65_536)
        caller.sendall(answer)

    return say


def test_a_window_is_asked_and_answers(journal: Path, window: Callable[[Say], None]) -> None:
    window(polite(b'{"shown": true}\n'))
    assert ask(journal, {"ask": "show"}) == {"shown": True}


def test_a_window_of_another_journal_does_not_count(
    journal: Path, window: Callable[[Say], None]
) -> None:
    window(polite(b'{"elsewhere": true}\n'))
    assert ask(journal, {"ask": "show"}) is None


@pytest.mark.parametrize(
    "said", [b"", b"hello\n", b'{"leadjournal": 2}\n', b"x" * 200_000, b"[" * 9_000 + b"\n"]
)
def test_whoever_does_not_greet_is_no_window(
    journal: Path, window: Callable[[Say], None], said: bytes
) -> None:
    def say(caller: socket.socket) -> None:
        try:
            caller.sendall(said)
        except OSError:
            return

    window(say)
    assert ask(journal, {"ask": "show"}) is None


def test_a_window_that_hangs_is_waited_for_a_moment_only(
    journal: Path, window: Callable[[Say], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local_door, "_GREETED_WITHIN", 0.05)
    window(lambda caller: caller.recv(1))
    assert ask(journal, {"ask": "add", "text": "x"}) is None


@pytest.mark.parametrize("answer", [b"", b"no\n", b"x" * 200_000])
def test_a_wish_without_an_answer_is_told(
    journal: Path, window: Callable[[Say], None], answer: bytes
) -> None:
    window(polite(answer))
    with pytest.raises(MachineFault, match="did not answer"):
        ask(journal, {"ask": "add", "text": "x"})


def test_a_dead_windows_socket_is_seen_as_dead(journal: Path) -> None:
    (address, _other) = addresses(journal)
    with closing(socket.socket(socket.AF_UNIX)) as dead:
        dead.bind(address)
    assert Path(address).is_socket()
    assert not is_alive(address)
    assert ask(journal, {"ask": "show"}) is None


def test_a_window_at_which_too_many_wait_is_alive(journal: Path) -> None:
    (address, _other) = addresses(journal)
    with ExitStack() as open_ones:
        hangs = open_ones.enter_context(closing(socket.socket(socket.AF_UNIX)))
        hangs.bind(address)
        hangs.listen(0)
        callers = [
            open_ones.enter_context(closing(socket.socket(socket.AF_UNIX))) for _number in range(50)
        ]
        for each in callers:
            each.setblocking(False)
        assert errno.EAGAIN in [each.connect_ex(address) for each in callers]
        assert is_alive(address)
        assert ask(journal, {"ask": "show"}) is None


def test_only_the_sockets_of_the_dead_are_swept(journal: Path) -> None:
    place, other = map(Path, addresses(journal))
    with closing(socket.socket(socket.AF_UNIX)) as dead:
        dead.bind(str(other))
    with closing(socket.socket(socket.AF_UNIX)) as alive:
        alive.bind(str(place))
        alive.listen()
        sweep()
        assert [each for each in (place, other) if each.exists()] == [place]
    place.unlink()
    sweep()
