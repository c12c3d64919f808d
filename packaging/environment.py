"""Makes the place leadjournal runs in: `.venv`, the locked libraries, what Qt needs of Linux.

Needs nothing but Python's own library, because it runs before anything else is installed.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "packaging" / "requirements.lock"
STAMP = VENV / "leadjournal.stamp"
OLDEST_PYTHON = (3, 11)
NOT_READY = 3

# What Qt opens on Linux, and the Debian package it comes with.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}


def say(sentence: str) -> None:
    """Tell the person at the terminal what happens now, before a slow step starts."""
    print(sentence, flush=True)


def stop(sentence: str) -> SystemExit:
    """Leave with the exit code for "this machine is not ready", telling the way out."""
    print(sentence, file=sys.stderr, flush=True)
    return SystemExit(NOT_READY)


def has_display(platform: str, environ: Mapping[str, str]) -> bool:
    """Whether a window can be shown: always outside Linux, else when a screen is named."""
    if not platform.startswith("linux"):
        return True
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def libraries_for(platform: str, environ: Mapping[str, str]) -> dict[str, str]:
    """Every shared library this start needs, with the package that brings it."""
    if not platform.startswith("linux"):
        return {}
    wanted = dict(LIBRARIES)
    if environ.get("DISPLAY"):
        wanted |= X11_LIBRARIES
    if environ.get("WAYLAND_DISPLAY"):
        wanted |= WAYLAND_LIBRARIES
    return wanted


def loads(library: str) -> bool:
    """Whether the system finds a shared library under this name."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def can_make_venv() -> bool:
    """Whether Python brings what a virtual environment needs; Debian packs it separately."""
    importlib.invalidate_caches()
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def missing_packages(
    libraries: Mapping[str, str],
    programs: Iterable[str] = (),
    *,
    loads: Callable[[str], bool] = loads,
    which: Callable[[str], str | None] = shutil.which,
    venv_possible: Callable[[], bool] = can_make_venv,
) -> list[str]:
    """The Debian packages that are not there, in the order they are looked for."""
    missing = [] if venv_possible() else ["python3-venv"]
    missing += [package for library, package in libraries.items() if not loads(library)]
    missing += [program for program in programs if which(program) is None]
    return missing


def apt_line(packages: Iterable[str]) -> str:
    """The one line a person runs to get these packages."""
    install = "sudo apt-get install -y --no-install-recommends "
    return "sudo apt-get update && " + install + " ".join(packages)


def is_root() -> bool:
    """Whether system packages may be installed without asking for a password."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def install_packages(packages: list[str]) -> None:
    """Fetch system packages with apt, as root."""
    say("Installing what is missing on this system: " + " ".join(packages))
    quietly = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    for command in (["apt-get", "update", "-qq"], install):
        if subprocess.call(command, env=quietly) != 0:
            raise stop(f"`{' '.join(command)}` did not work. What it printed says why.")


def prepare_system(
    wanted: Callable[[], list[str]],
    *,
    root: bool,
    apt: bool,
    install: Callable[[list[str]], None] = install_packages,
) -> None:
    """See to it that the system's packages are there, or name the line that brings them."""
    missing = wanted()
    if missing and root and apt:
        install(missing)
        missing = wanted()
    if not missing:
        return
    if apt and not root:
        raise stop(
            "Some packages of the system are missing. Please run\n\n    "
            + apt_line(missing)
            + "\n\nand start again."
        )
    raise stop(
        "Some parts of the system are missing. Debian's names for them are: "
        + " ".join(missing)
        + ". Please install them and start again."
    )


def python_in(venv: Path, platform: str) -> Path:
    """Where a virtual environment keeps its Python."""
    return venv / ("Scripts/python.exe" if platform == "win32" else "bin/python")


def fingerprint(root: Path, version: tuple[int, ...], files: Iterable[Path]) -> str:
    """A digest of all that the environment was made from."""
    digest = hashlib.sha256(f"{root} {version}".encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def is_current(stamp: Path, python: Path, wanted: str) -> bool:
    """Whether the environment is the one that would be made now, so nothing need be done."""
    return python.exists() and stamp.exists() and stamp.read_text("utf-8") == wanted


def quiet_environ(environ: Mapping[str, str]) -> dict[str, str]:
    """The variables for a child: nothing that leads Python elsewhere, text always UTF-8."""
    strays = ("PYTHONPATH", "PYTHONHOME", "__PYVENV_LAUNCHER__")
    kept = {name: value for name, value in environ.items() if name not in strays}
    return kept | {"PYTHONUTF8": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def make_venv(python: Path) -> None:
    """Make `.venv` afresh, unless the one there has a working pip of this Python."""
    check = f"import sys, pip; sys.exit(sys.version_info[:2] != {sys.version_info[:2]})"
    environ = quiet_environ(os.environ)
    if python.exists() and subprocess.call([python, "-c", check], env=environ) == 0:
        return
    say(f"Making {VENV}")
    if subprocess.call([sys.executable, "-m", "venv", "--clear", VENV], env=environ) != 0:
        raise stop(f"Python could not make a virtual environment in {VENV}.")


def install_locked(python: Path) -> None:
    """Install the locked libraries, each checked against its digest, then leadjournal itself."""
    say("Installing the libraries leadjournal is built on (once, about 150 MB to fetch)")
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    pip: list[str | Path] = [python, "-m", "pip", "install", *quiet]
    locked = [*pip, "--require-hashes", "--only-binary", ":all:", "-r", LOCK]
    itself = [*pip, "--no-index", "--no-deps", "--no-build-isolation", "--editable", ROOT]
    for command in (locked, itself):
        if subprocess.call(command, env=quiet_environ(os.environ)) != 0:
            raise stop(
                "The libraries could not be installed. What pip printed says why; "
                "the first start needs the network, later ones do not."
            )


def prepare(programs: Iterable[str] = (), *, environ: Mapping[str, str] = os.environ) -> Path:
    """Make everything ready and answer the Python to start leadjournal with."""
    if sys.version_info < OLDEST_PYTHON:
        raise stop("leadjournal needs Python 3.11 or newer; this is " + sys.version.split()[0])
    libraries = libraries_for(sys.platform, environ)
    prepare_system(
        lambda: missing_packages(libraries, programs),
        root=is_root(),
        apt=shutil.which("apt-get") is not None,
    )
    python = python_in(VENV, sys.platform)
    wanted = fingerprint(ROOT, sys.version_info[:2], [LOCK, ROOT / "pyproject.toml"])
    if not is_current(STAMP, python, wanted):
        STAMP.unlink(missing_ok=True)
        make_venv(python)
        install_locked(python)
        STAMP.write_text(wanted, "utf-8")
    return python
