"""Tests that exactly what packaging/locks names is installed, and that it fits pyproject.toml."""

import re
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from requirements import EXTRAS, requirements

LOCKS = Path(__file__).resolve().parents[2] / "packaging" / "locks"
PINNED = re.compile(
    r"^([a-z0-9-]+)==(\S+)(?: ; (.+))? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE
)


FILES = {purpose: LOCKS / f"{purpose}.txt" for purpose in EXTRAS}
FILES["app"] = LOCKS.parent / "windows" / "requirements.txt"


def pins(purpose: str) -> dict[str, str]:
    """The versions of a lock, by name."""
    return {match[1]: match[2] for match in PINNED.finditer(FILES[purpose].read_text("utf-8"))}


@pytest.mark.parametrize("purpose", FILES)
def test_a_lock_holds_nothing_but_versions_with_their_hashes(purpose: str) -> None:
    text = FILES[purpose].read_text("utf-8")
    assert PINNED.sub("", text) == "".join(line for line in text.splitlines(keepends=True) if line.startswith("#"))
    assert "://" not in text


@pytest.mark.parametrize("purpose", FILES)
def test_a_lock_fits_pyproject(purpose: str) -> None:
    locked = pins(purpose)
    wrong = {}
    system = {"sys_platform": "win32" if purpose == "app" else "linux"}  # that of the app is for Windows
    for each in map(Requirement, requirements(purpose)):
        if each.marker is not None and not each.marker.evaluate(system):
            continue
        version = locked.get(canonicalize_name(each.name))
        if version is None or version not in each.specifier:
            wrong[str(each)] = version
    assert wrong == {}, "make lock"


def test_a_package_has_one_version_in_all_locks() -> None:
    found: dict[str, set[str]] = {}
    for purpose in FILES:
        for name, version in pins(purpose).items():
            found.setdefault(name, set()).add(version)
    assert {name: versions for name, versions in found.items() if len(versions) > 1} == {}


def test_what_needs_no_window_is_tried_without_qt() -> None:
    assert not {name for name in pins("versions") if "pyside" in name or "shiboken" in name}
    assert "pytest" in pins("versions")


@pytest.mark.parametrize(
    "path",
    [
        *sorted((LOCKS.parents[1] / ".github" / "workflows").glob("*.yml")),
        *sorted((LOCKS.parent / "setup").glob("*.sh")),
        LOCKS.parent / "README.md",
        LOCKS.parent / "windows" / "smoke.sh",
        LOCKS.parent / "windows" / "tree.py",
        LOCKS.parents[1] / "README.md",
    ],
    ids=lambda path: path.name,
)
def test_nothing_is_installed_but_by_its_hashes(path: Path) -> None:
    """By CI, the set-up, the packages, and what the README has people type. Ours itself has no hash."""
    text = path.read_text("utf-8").replace("\\\n", " ")
    found = re.findall(
        r"^.*(?:\bpip install|\"(?:install|download)\"|quietly_install \"\$venv\").*$", text, re.MULTILINE
    )
    loose = [
        line.strip()
        for line in found
        if not re.search(r"--require-hashes|--no-deps|--no-input .*\"\$@\"", line) and "/setup/venv.sh" not in line
    ]
    assert loose == []


def test_every_purpose_of_the_set_up_has_a_lock() -> None:
    used = set(re.findall(r"environment\.sh ([a-z]+)", (LOCKS.parents[1] / "Makefile").read_text("utf-8")))
    assert used <= set(EXTRAS)
    assert {path.stem for path in LOCKS.glob("*.txt")} == set(EXTRAS)
