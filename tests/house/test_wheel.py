"""The wheel holds all resources and runs away from the working tree."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def run(arguments: list[str], folder: Path, library: Path | None = None) -> str:
    """What Python prints in a folder, with leadjournal taken from `library` when one is given."""
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environ |= {"PYTHONUTF8": "1"}
    environ |= {"PYTHONPATH": str(library)} if library else {}
    result = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environ,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from the working tree, with nothing fetched for it."""
    folder = tmp_path_factory.mktemp("dist")
    run(["-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], ROOT)
    (built,) = folder.glob("leadjournal-*.whl")
    return built


@pytest.fixture(scope="module")
def library(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder outside the working tree with the wheel installed in it, and only the wheel."""
    folder = tmp_path_factory.mktemp("library")
    pip = ["-m", "pip", "install", "--quiet", "--no-index", "--no-deps"]
    run([*pip, "--target", str(folder), str(wheel)], folder)
    return folder


def test_the_wheel_holds_every_resource(wheel: Path) -> None:
    resources = ROOT / "resources"
    expected = {
        f"leadjournal/resources/{file.relative_to(resources).as_posix()}"
        for file in resources.rglob("*")
        if file.is_file()
    }
    assert "leadjournal/resources/themes/light.toml" in expected
    assert expected <= set(zipfile.ZipFile(wheel).namelist())


def test_the_wheel_holds_every_module_and_the_licence(wheel: Path) -> None:
    source = ROOT / "src"
    modules = {file.relative_to(source).as_posix() for file in source.rglob("*.py")}
    names = set(zipfile.ZipFile(wheel).namelist())
    assert modules <= names
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_an_installed_copy_finds_its_own_resources(library: Path, tmp_path: Path) -> None:
    ask = "from leadjournal.base.resources import resource; print(resource('themes', 'light.toml'))"
    found = Path(run(["-c", ask], tmp_path, library).strip())
    assert found.is_relative_to(library)
    assert found.is_file()


def test_an_installed_copy_makes_a_journal_and_a_report(library: Path, tmp_path: Path) -> None:
    run(
        ["-m", "leadjournal", "new", "s.leadjournal", "--sample", "--keep-dates"], tmp_path, library
    )
    run(["-m", "leadjournal", "export", "s.pdf", "-j", "s.leadjournal"], tmp_path, library)
    assert (tmp_path / "s.pdf").read_bytes().startswith(b"%PDF")
