"""Prints what pyproject.toml requires, one requirement a line: to build and to run; more for "test" or "package".

"app" is what the app needs to run, and no more; "lock", what renews packaging/locks. "versions" is what the tests that
need no window need: "test" but for Qt and the tools that look at the code.
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
    "pre-commit",
    "pytest-cov",
    "pytest-qt",
    "pytest-xdist",
    "ruff",
    "types-requests",
}
EXTRAS = {"run": (), "test": ("dev",), "versions": ("dev",), "package": ("package",), "lock": ("lock",)}


def name(requirement: str) -> str:
    """The name of the package that a requirement is about."""
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found is not None
    return found[0]


def requirements(purpose: str) -> list[str]:
    """The requirements of a purpose, sorted."""
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
    wanted = set(project["project"]["dependencies"] if purpose != "lock" else ())
    if purpose not in {"app", "lock"}:
        wanted.update(project["build-system"]["requires"])
    for extra in EXTRAS.get(purpose, ()):
        wanted.update(project["project"]["optional-dependencies"][extra])
    left_out = NOT_FOR_VERSIONS if purpose == "versions" else set()
    return sorted(each for each in wanted if name(each) not in left_out)


if __name__ == "__main__":
    print(*requirements(sys.argv[1]), sep="\n")
