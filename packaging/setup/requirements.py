"""Prints what pyproject.toml requires, one requirement a line: to build and to run; more for "test" or "package"."""

import sys
import tomllib
from pathlib import Path


def main() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
    wanted = {*project["build-system"]["requires"], *project["project"]["dependencies"]}
    for purpose, extra in (("test", "dev"), ("package", "package")):
        if sys.argv[1:] == [purpose]:
            wanted.update(project["project"]["optional-dependencies"][extra])
    print(*sorted(wanted), sep="\n")


if __name__ == "__main__":
    main()
