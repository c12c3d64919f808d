import json
import os
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from leadjournal.base import folders
from leadjournal.base.clock import FixedClock
from leadjournal.base.local_door import LONGEST, addresses, ask, greeting, is_alive, line_of
from leadjournal.model.entry import EntryKind
from leadjournal.services.journals import create_workspace, open_workspace
from leadjournal.ui import visitor
from leadjournal.ui.desk import Room
from leadjournal.ui.doorway import Doorway
from leadjournal.ui.job_runner import JobRunner
from leadjournal.ui.local_door import LocalDoor
from leadjournal.ui.pages.unlock.page import UnlockScreen
from leadjournal.ui.window import Window
from tests.support.guards import LogLines
from tests.support.pages import SPECS

CANARY = "nobody outside reads this"
PASSPHRASE = "calm river"


class Start:
    """Windows on journals, each with its door."""

    def __init__(self, qtbot: QtBot, room: Room, clock: FixedClock) -> None:
        self._qtbot, self._room, self._clock = qtbot, room, clock
        self.windows: list[Window] = []
        self.doorways: list[Doorway] = []

    def __call__(self, path: Path) -> Window:
        window = Window(self._room, SPECS)
        self._qtbot.addWidget(window)
        doorway = Doorway(window, self._clock)
        LocalDoor(window, doorway)
        self.windows.append(window)
        self.doorways.append(doorway)
        doorway.begin(path)
        window.show()
        return window

    def opened(self, path: Path) -> Window:
        """A window whose journal lies open."""
        window = self(path)
        self._qtbot.waitUntil(lambda: window.desk.workspace is not None)
        self._qtbot.waitUntil(lambda: all(map(is_alive, addresses(path))))
        return window


@pytest.fixture
def start(qtbot: QtBot, room: Room, clock: FixedClock) -> Iterator[Start]:
    made = Start(qtbot, room, clock)
    yield made
    for window in made.windows:
        window.close()


def journal_in(folder: Path, clock: FixedClock, name: str, passphrase: str | None = None) -> Path:
    path = folder / f"{name}.leadjournal"
    with closing(create_workspace(path, "Nadia’s journal", passphrase, clock)) as space:
        space.entries.capture(CANARY)
    return path


@pytest.fixture
def plain(tmp_path: Path, clock: FixedClock) -> Path:
    return journal_in(tmp_path, clock, "plain")


@pytest.fixture
def locked(tmp_path: Path, clock: FixedClock) -> Path:
    return journal_in(tmp_path, clock, "locked", PASSPHRASE)


Asked = Callable[..., Any]


@pytest.fixture
def asked(qtbot: QtBot) -> Iterator[Asked]:
    """Asks as another program would, while the window goes on."""
    beside = JobRunner()

    def wait_for(journal: Path, **wish: Any) -> Any:
        handle = beside.prepare(lambda _progress: ask(journal, wish), journal=False)
        with qtbot.waitSignal(handle.done, timeout=15_000) as answered:
            handle.begin()
        return answered.args[0] if answered.args else None

    yield wait_for
    beside.finish()
    beside.deleteLater()


def knock(journal: Path) -> socket.socket:
    """A connection to the window that says nothing yet."""
    made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    made.connect(addresses(journal)[0])
    made.setblocking(False)
    return made


def everything(qtbot: QtBot, caller: socket.socket, line: bytes = b"") -> bytes:
    """Send all this, and give all that comes until the window hangs up."""
    heard, rest = bytearray(), line
    gone = False

    def turn() -> bool:
        nonlocal rest, gone
        try:
            while rest:
                rest = rest[caller.send(rest) :]
        except BlockingIOError:
            pass
        except (BrokenPipeError, ConnectionResetError):
            rest, gone = b"", True
        try:
            while part := caller.recv(65_536):
                heard.extend(part)
            gone = True
        except BlockingIOError:
            pass
        except ConnectionResetError:
            gone = True
        return gone

    qtbot.waitUntil(turn, timeout=15_000)
    return bytes(heard)


def test_a_second_start_brings_the_window_forward(
    qtbot: QtBot, start: Start, plain: Path, asked: Asked
) -> None:
    window = start.opened(plain)
    window.showMinimized()
    assert asked(plain, ask="show") == {"shown": True}
    qtbot.waitUntil(lambda: not window.isMinimized() and window.isActiveWindow())


def test_the_desktops_leave_to_come_forward_is_passed_on(
    start: Start, plain: Path, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    start.opened(plain)
    for odd in (7, "a\nb", "x" * 5_000):
        assert asked(plain, ask="show", token=odd) == {"shown": True}
        assert os.environ["XDG_ACTIVATION_TOKEN"] == ""
    assert asked(plain, ask="show", token="given") == {"shown": True}
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "given"


def test_what_is_added_is_shown_and_can_be_taken_back(
    start: Start, plain: Path, asked: Asked
) -> None:
    window = start.opened(plain)
    answer = asked(
        plain, ask="add", text="From outside\nand more", day="2025-10-01", kind="moment",
        tags=["delivery", "team"],
    )  # fmt: skip
    space = window.desk.workspace
    assert space is not None
    (made,) = [each for each in space.entries.all() if each.title == "From outside"]
    assert answer == {"added": made.id[:8], "day": "2025-10-01"}
    assert (made.text, made.kind) == ("and more", EntryKind.MOMENT)
    assert sorted(space.entries.tags(made.id)) == ["delivery", "team"]
    assert "refresh" in window.desk.pages.page().asked  # type: ignore[union-attr]
    assert window.desk.toast.text() == "Added from the terminal"
    window.desk.toast.undone.emit()
    assert [each.title for each in space.entries.all()] == [CANARY]


def test_without_a_day_it_is_added_today(
    start: Start, plain: Path, asked: Asked, clock: FixedClock
) -> None:
    start.opened(plain)
    assert asked(plain, ask="add", text="Now")["day"] == clock.today().isoformat()


def test_a_locked_window_says_so_and_no_more(
    qtbot: QtBot, start: Start, locked: Path, asked: Asked
) -> None:
    window = start(locked)
    qtbot.waitUntil(lambda: all(map(is_alive, addresses(locked))))
    assert asked(locked, ask="add", text="Hidden") == {"locked": True}
    assert asked(locked, ask="show") == {"shown": True}
    screen = window.front()
    assert isinstance(screen, UnlockScreen)
    screen.tried.emit(PASSPHRASE)
    qtbot.waitUntil(lambda: window.desk.workspace is not None)
    assert "added" in asked(locked, ask="add", text="Seen")
    window.do("lock")
    qtbot.waitUntil(lambda: isinstance(window.front(), UnlockScreen))
    assert asked(locked, ask="add", text="Hidden again") == {"locked": True}


def test_what_cannot_be_an_entry_is_told_in_sentences(
    start: Start, plain: Path, asked: Asked
) -> None:
    start.opened(plain)
    too_long = asked(plain, ask="add", text="x" * 2_100_000)
    assert too_long["mistake"] is True
    assert "2000000" in too_long["problem"][0]
    assert asked(plain, ask="add", text="Far away", day="1700-01-01")["mistake"] is True


def test_into_a_journal_that_is_only_looked_at_nothing_is_added(
    start: Start, plain: Path, locked: Path, asked: Asked, clock: FixedClock
) -> None:
    window = start.opened(plain)
    own = window.desk.workspace
    with closing(open_workspace(locked, PASSPHRASE, clock, read_only=True)) as reader:
        window.desk.workspace = reader
        answer = asked(plain, ask="add", text="Not here")
        window.desk.workspace = own
    assert answer["mistake"] is False
    assert "lies where nothing can be written" in answer["problem"][0]


def test_while_it_opens_a_journal_it_asks_for_patience(
    qtbot: QtBot, start: Start, plain: Path, asked: Asked
) -> None:
    window = start.opened(plain)
    workspace, window.desk.workspace = window.desk.workspace, None
    going_on = threading.Event()
    handle = window.room.jobs.prepare(lambda _progress: going_on.wait(10))
    handle.begin()
    assert asked(plain, ask="add", text="Too early") == {"busy": True}
    going_on.set()
    with qtbot.waitSignal(handle.ended):
        pass
    window.desk.workspace = workspace


def test_nobody_is_told_of_another_journal(
    start: Start, plain: Path, locked: Path, qtbot: QtBot
) -> None:
    start.opened(plain)
    wish = {"ask": "show", "journal": str(locked)}
    with closing(knock(plain)) as caller:
        heard = everything(qtbot, caller, json.dumps(wish).encode() + b"\n")
    assert [json.loads(line) for line in heard.splitlines()] == [greeting(), {"elsewhere": True}]


ODD_WISHES: list[dict[str, Any]] = [
    {},
    {"ask": None},
    {"ask": ["show"]},
    {"ask": "list"},
    {"ask": "add"},
    {"ask": "add", "text": ""},
    {"ask": "add", "text": "\0 \n"},
    {"ask": "add", "text": 7},
    {"ask": "add", "text": "x", "day": "today"},
    {"ask": "add", "text": "x", "day": 20251001},
    {"ask": "add", "text": "x", "kind": "secret"},
    {"ask": "add", "text": "x", "kind": {"a": 1}},
    {"ask": "add", "text": "x", "tags": "abc"},
    {"ask": "add", "text": "x", "tags": [1]},
]


@pytest.mark.parametrize("wish", ODD_WISHES, ids=str)
def test_an_odd_wish_is_answered_and_changes_nothing(
    start: Start, plain: Path, asked: Asked, wish: dict[str, Any]
) -> None:
    window = start.opened(plain)
    answer = asked(plain, **wish)
    assert answer["mistake"] is True
    assert CANARY not in str(answer)
    assert window.desk.workspace is not None
    assert window.desk.workspace.entries.count() == 1


@pytest.mark.parametrize(
    "line",
    [
        b"\n",
        b"hello\n",
        b"\xff\xfe\x00\n",
        b"[]\n",
        b"null\n",
        b"1" * 10_000 + b"\n",
        b"[" * 200_000 + b"\n",
        b'{"a":' * 200_000 + b"\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b'{"ask": "show"\n',
        b'{"ask": "show"}\n{"ask": "show"}\n',
        b'{"ask": "show", "journal": 7}\n',
        b'{"ask": "show", "journal": "a\\u0000b"}\n',
        b'{"ask": "show", "journal": "\\ud800"}\n',
        b'{"ask": "show", "journal": ""}\n',
    ],
    ids=lambda line: repr(line[:40]),
)
def test_what_is_no_wish_is_shown_out(
    qtbot: QtBot, start: Start, plain: Path, asked: Asked, line: bytes
) -> None:
    start.opened(plain)
    with closing(knock(plain)) as caller:
        heard = everything(qtbot, caller, line)
    answers = [json.loads(each) for each in heard.splitlines()]
    assert answers in ([], [greeting()], [greeting(), {"elsewhere": True}])
    assert asked(plain, ask="show") == {"shown": True}


@pytest.mark.parametrize("end", [b"", b"\n", b'"}\n'])
def test_an_endless_line_is_shown_out(
    qtbot: QtBot, start: Start, plain: Path, asked: Asked, end: bytes
) -> None:
    window = start.opened(plain)
    start_of_it = json.dumps({"ask": "add", "journal": str(plain), "text": ""})[:-2].encode()
    with closing(knock(plain)) as caller:
        heard = everything(qtbot, caller, start_of_it + b"x" * (LONGEST + 1_500_000) + end)
    assert b"added" not in heard
    assert window.desk.workspace is not None
    assert window.desk.workspace.entries.count() == 1
    assert asked(plain, ask="show") == {"shown": True}


def test_who_says_nothing_is_shown_out(
    qtbot: QtBot, start: Start, plain: Path, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    start.opened(plain)
    with monkeypatch.context() as hurry:
        hurry.setattr(visitor, "_PATIENCE", 30)
        with closing(knock(plain)) as silent, closing(knock(plain)) as half:
            assert everything(qtbot, silent) == line_of(greeting())
            assert everything(qtbot, half, b'{"ask": "sh') == line_of(greeting())
    assert asked(plain, ask="show") == {"shown": True}


def test_a_crowd_is_sent_home_and_the_next_one_is_heard(
    qtbot: QtBot, start: Start, plain: Path, asked: Asked
) -> None:
    start.opened(plain)
    with ExitStack() as crowd:
        callers = []
        for _number in range(40):
            callers.append(crowd.enter_context(closing(knock(plain))))
            qtbot.wait(0)
        for late in callers[20:]:
            assert everything(qtbot, late) == b""
    answers: list[Any] = []

    def is_answered() -> bool:
        answers.append(asked(plain, ask="show"))
        return bool(answers[-1] == {"shown": True})

    qtbot.waitUntil(is_answered)


def test_who_hangs_up_early_leaves_nothing_behind(
    qtbot: QtBot, start: Start, plain: Path, asked: Asked
) -> None:
    window = start.opened(plain)
    wish = {"ask": "add", "journal": str(plain), "text": "Said and gone"}
    for line in (b"", b'{"ask"', json.dumps(wish).encode() + b"\n"):
        with closing(knock(plain)) as caller:
            caller.sendall(line)
        assert asked(plain, ask="show") == {"shown": True}
    qtbot.waitUntil(lambda: window.findChildren(visitor.Visitor) == [])


def test_a_fault_of_ours_is_told_to_who_asked(
    start: Start,
    plain: Path,
    asked: Asked,
    log_lines: LogLines,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = start.opened(plain)
    with monkeypatch.context() as broken:
        broken.delattr(window.desk, "toast")
        answer = asked(plain, ask="add", text="Something")
    assert (answer["mistake"], len(answer["problem"])) == (False, 3)
    (line,) = log_lines.take()
    assert "AttributeError" in line
    assert "Something" not in line


def test_it_listens_as_long_as_it_has_the_journal(
    qtbot: QtBot, start: Start, plain: Path, locked: Path
) -> None:
    window = start.opened(plain)
    before = [Path(address) for address in addresses(plain)]
    doorway = start.doorways[0]
    doorway.leave_then(lambda: doorway.enter(locked))
    qtbot.waitUntil(lambda: all(map(is_alive, addresses(locked))))
    assert not any(each.exists() for each in before)
    window.close()
    assert list(folders.doors().iterdir()) == []


def test_a_window_that_could_not_open_its_journal_does_not_listen(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    path = tmp_path / "empty.leadjournal"
    path.touch()
    window = start(path)
    qtbot.waitUntil(lambda: window.front() is not None and not window.room.jobs.is_busy)
    assert not any(map(is_alive, addresses(path)))


def test_a_dead_windows_socket_is_taken_over(start: Start, plain: Path, asked: Asked) -> None:
    for address in addresses(plain):
        with closing(socket.socket(socket.AF_UNIX)) as dead:
            dead.bind(address)
    start.opened(plain)
    assert asked(plain, ask="show") == {"shown": True}


def test_a_live_windows_place_is_left_to_it(qtbot: QtBot, start: Start, plain: Path) -> None:
    with closing(socket.socket(socket.AF_UNIX)) as alive:
        alive.bind(addresses(plain)[0])
        alive.listen()
        window = start.opened(plain)
        other = Path(addresses(plain)[1])
        before = Path(addresses(plain)[0]).stat().st_ino
        qtbot.waitUntil(lambda: is_alive(str(other)))
        window.close()
        assert Path(addresses(plain)[0]).stat().st_ino == before
        assert not other.exists()


def open_to_all(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o777)


def a_file(folder: Path) -> None:
    folder.touch()


def a_link(folder: Path) -> None:
    folder.with_name("elsewhere").mkdir(mode=0o700)
    folder.symlink_to(folder.with_name("elsewhere"))


def another_users(folder: Path) -> None:
    folder.mkdir(mode=0o700)
    try:
        os.chown(folder, 65_534, 65_534)
    except PermissionError:
        pytest.skip("only root can give a folder to somebody else")


@pytest.mark.parametrize("spoil", [open_to_all, a_file, a_link, another_users])
def test_where_others_could_listen_there_is_no_door(
    qtbot: QtBot,
    start: Start,
    plain: Path,
    spoil: Callable[[Path], None],
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path_factory.mktemp("t")))
    spoil(folders.doors())
    assert addresses(plain) == ()
    window = start(plain)
    qtbot.waitUntil(lambda: window.desk.workspace is not None)
    window.resize(window.width() + 10, window.height())
    assert window.windowState() == Qt.WindowState.WindowNoState
    assert not folders.doors().is_dir() or list(folders.doors().iterdir()) == []
