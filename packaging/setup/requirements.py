"""Prints what pyproject.toml requires, one requirement a line: to build and to run; more for "test" or "package".

"versions" is what the tests that need no window need: all of "test" but Qt, and the tools that look at the code.
"""

import re
import sys
import tomllib
from pathlib import Path

NOT_FOR_VERSIONS = {
    "PySide6-Essentials",
    "hatchling",
    "import-linter",
    "mypy",
    "pytest-qt",
    "pytest-xdist",
    "ruff",
    "types-requests",
}
EXTRAS = {"run": (), "test": ("dev",), "versions": ("dev",), "package": ("package",)}


def name(requirement: str) -> str:
    """The name of the package that a requirement is about."""
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found is not None
    return found[0]


def requirements(purpose: str) -> list[str]:
    """What the purpose requires, sorted."""
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
    wanted = {*project["build-system"]["requires"], *project["project"]["dependencies"]}
    for extra in EXTRAS[purpose]:
        wanted.update(project["project"]["optional-dependencies"][extra])
    left_out = NOT_FOR_VERSIONS if purpose == "versions" else set()
    return sorted(each for each in wanted if name(each) not in left_out)


if __name__ == "__main__":
    print(*requirements(sys.argv[1]), sep="\n")
