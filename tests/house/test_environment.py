"""The preparation of a fresh clone, decided by plain functions of what the system has."""

import sys
import tomllib
from pathlib import Path

import pytest

import environment
from environment import (
    LIBRARIES,
    apt_line,
    fingerprint,
    has_display,
    is_current,
    libraries_for,
    loads,
    missing_packages,
    prepare_system,
    python_in,
    quiet_environ,
)


@pytest.mark.parametrize(
    ("platform", "environ", "shown"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_a_display_is_looked_for_on_linux_only(
    platform: str, environ: dict[str, str], shown: bool
) -> None:
    assert has_display(platform, environ) is shown


def test_a_screen_adds_its_own_libraries() -> None:
    assert libraries_for("linux", {}) == LIBRARIES
    assert "libxcb-cursor0" in libraries_for("linux", {"DISPLAY": ":0"}).values()
    assert "libxcb-cursor0" not in libraries_for("linux", {"WAYLAND_DISPLAY": "w"}).values()
    assert "libwayland-cursor0" in libraries_for("linux", {"WAYLAND_DISPLAY": "w"}).values()


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_other_systems_bring_their_libraries(platform: str) -> None:
    assert libraries_for(platform, {"DISPLAY": ":0"}) == {}


def test_a_library_nobody_has_does_not_load() -> None:
    assert not loads("libleadjournal-is-not-a-library.so.1")


def test_a_library_everybody_has_loads() -> None:
    names = {"win32": "kernel32", "darwin": "/usr/lib/libSystem.B.dylib"}
    assert loads(names.get(sys.platform, "libc.so.6"))


def test_a_bare_system_lacks_everything_in_the_order_of_looking() -> None:
    missing = missing_packages(
        {"libEGL.so.1": "libegl1", "libGL.so.1": "libgl1"},
        ["strace"],
        loads=lambda _: False,
        which=lambda _: None,
        venv_possible=lambda: False,
    )
    assert missing == ["python3-venv", "libegl1", "libgl1", "strace"]


def test_a_ready_system_lacks_nothing() -> None:
    missing = missing_packages(
        LIBRARIES,
        ["strace"],
        loads=lambda _: True,
        which=lambda name: f"/usr/bin/{name}",
        venv_possible=lambda: True,
    )
    assert missing == []


def test_the_line_to_run_names_every_package() -> None:
    line = apt_line(["libegl1", "libgl1"])
    assert "\n" not in line
    assert line.startswith("sudo apt-get update && sudo apt-get install")
    assert line.endswith(" libegl1 libgl1")


def test_root_installs_what_is_missing() -> None:
    missing = ["libegl1", "libgl1"]
    installed: list[str] = []

    def install(packages: list[str]) -> None:
        installed.extend(packages)
        missing.clear()

    prepare_system(lambda: list(missing), root=True, apt=True, install=install)
    assert installed == ["libegl1", "libgl1"]


def test_nothing_is_installed_when_nothing_is_missing() -> None:
    installed: list[list[str]] = []
    prepare_system(list, root=True, apt=True, install=installed.append)
    assert installed == []


def test_anybody_else_is_told_the_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    installed: list[list[str]] = []
    with pytest.raises(SystemExit) as left:
        prepare_system(lambda: ["libegl1"], root=False, apt=True, install=installed.append)
    assert left.value.code == 3
    assert installed == []
    assert apt_line(["libegl1"]) in capsys.readouterr().err


@pytest.mark.parametrize("root", [True, False])
def test_without_apt_the_packages_are_named(capsys: pytest.CaptureFixture[str], root: bool) -> None:
    with pytest.raises(SystemExit) as left:
        prepare_system(lambda: ["libegl1", "libgl1"], root=root, apt=False)
    assert left.value.code == 3
    told = capsys.readouterr().err
    assert "libegl1 libgl1" in told
    assert "apt-get" not in told


def test_an_installation_that_brought_nothing_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        prepare_system(lambda: ["libegl1"], root=True, apt=True, install=lambda _: None)
    assert left.value.code == 3
    assert "libegl1" in capsys.readouterr().err


def test_python_lies_where_each_system_keeps_it(tmp_path: Path) -> None:
    assert python_in(tmp_path, "win32") == tmp_path / "Scripts" / "python.exe"
    assert python_in(tmp_path, "linux") == tmp_path / "bin" / "python"
    assert python_in(tmp_path, "darwin") == tmp_path / "bin" / "python"


def test_the_environment_is_kept_while_its_lock_is_unchanged(tmp_path: Path) -> None:
    lock, stamp, python = tmp_path / "lock", tmp_path / "stamp", tmp_path / "python"
    lock.write_text("one==1", "utf-8")
    python.touch()
    made_from = fingerprint(tmp_path, (3, 11), [lock])
    assert not is_current(stamp, python, made_from)
    stamp.write_text(made_from, "utf-8")
    assert is_current(stamp, python, fingerprint(tmp_path, (3, 11), [lock]))


@pytest.mark.parametrize("changed", ["lock", "python", "place", "python gone"])
def test_the_environment_is_made_anew_when_its_ground_changed(tmp_path: Path, changed: str) -> None:
    lock, stamp, python = tmp_path / "lock", tmp_path / "stamp", tmp_path / "python"
    lock.write_text("one==1", "utf-8")
    python.touch()
    stamp.write_text(fingerprint(tmp_path, (3, 11), [lock]), "utf-8")
    if changed == "lock":
        lock.write_text("one==2", "utf-8")
    if changed == "python gone":
        python.unlink()
    place = tmp_path / "moved" if changed == "place" else tmp_path
    version = (3, 12) if changed == "python" else (3, 11)
    assert not is_current(stamp, python, fingerprint(place, version, [lock]))


def test_a_child_is_not_led_to_other_libraries() -> None:
    environ = quiet_environ({"PYTHONPATH": "/elsewhere", "HOME": "/home/lea"})
    assert "PYTHONPATH" not in environ
    assert environ["HOME"] == "/home/lea"
    assert environ["PYTHONUTF8"] == "1"


def test_every_locked_library_has_digests_and_no_address() -> None:
    text = environment.LOCK.read_text("utf-8")
    libraries = [block for block in text.split("\n") if "==" in block]
    assert len(libraries) > 30
    assert all(line.endswith("\\") for line in libraries)
    assert "://" not in text
    assert "--index-url" not in text
    assert "file:" not in text


def test_everything_the_project_names_is_locked() -> None:
    project = tomllib.loads((environment.ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = project["dependencies"] + project["optional-dependencies"]["dev"]
    locked = {
        line.split("==")[0]
        for line in environment.LOCK.read_text("utf-8").split("\n")
        if "==" in line
    }
    assert {name.split(">=")[0].lower() for name in named} <= locked
