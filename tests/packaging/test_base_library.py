"""The library of modules that Python reads at its start, in the packages."""

import subprocess
import sys
import zipfile
from pathlib import Path

import base_library


def made(folder: Path) -> Path:
    given = folder / "base_library.zip"
    with zipfile.ZipFile(given, "w") as library:
        for name in ("enum.pyc", "os.pyc", "re/__init__.pyc", "encodings/cp1251.pyc"):
            library.writestr(zipfile.ZipInfo(name), name.encode() * 100)
    return base_library.make(given, folder / "made")


def test_what_a_start_reads_stays_as_it_is_and_the_rest_is_compressed(tmp_path: Path) -> None:
    with zipfile.ZipFile(made(tmp_path)) as library:
        plain = [each.filename for each in library.infolist() if each.compress_type == zipfile.ZIP_STORED]
        assert plain == ["enum.pyc", "re/__init__.pyc"]
        assert [library.read(name) for name in library.namelist()] == [
            name.encode() * 100 for name in library.namelist()
        ]
        assert library.namelist() == ["enum.pyc", "os.pyc", "re/__init__.pyc", "encodings/cp1251.pyc"]


def test_the_same_library_gives_the_same_bytes(tmp_path: Path) -> None:
    first = made(tmp_path).read_bytes()
    assert made(tmp_path).read_bytes() == first


def test_what_python_loads_before_anything_else_is_among_the_early() -> None:
    """Python would look for zlib before it can look for anything."""
    told = subprocess.run(
        [sys.executable, "-I", "-S", "-X", "utf8", "-c", "import sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    ours = {name for name in told.stdout.split() if name.partition(".")[0] in {"encodings", "codecs", "io", "abc"}}
    assert {name for name in ours if name.startswith("encodings")} <= base_library.EARLY
