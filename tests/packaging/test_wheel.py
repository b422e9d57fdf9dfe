"""Tests of the contents of a wheel of the app: what runs, and nothing that only builds."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        return set(wheel.namelist())


def test_it_holds_the_modules_and_what_they_read(names: set[str]) -> None:
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "scoro_desktop").rglob("*.py")}
    assert modules <= names
    read = [*(ROOT / "resources" / "icons").iterdir(), ROOT / "resources" / "style.qss"]
    wanted = {f"scoro_desktop/{path.relative_to(ROOT).as_posix()}" for path in read}
    wanted |= {f"scoro_desktop/resources/translations/scoro_desktop_{language}.qm" for language in ("en", "ru")}
    assert wanted <= names


def test_it_holds_no_sources_of_translations_no_pictures_and_no_packaging(names: set[str]) -> None:
    kinds = {Path(name).suffix for name in names if name.startswith("scoro_desktop/")}
    assert kinds == {".py", ".svg", ".qss", ".qm"}
    assert {name.partition("/")[0].split("-")[0] for name in names} == {"scoro_desktop"}
