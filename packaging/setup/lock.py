"""Renews packaging/locks: exact versions with their hashes for every purpose, one file for all systems and Pythons.

`make lock` keeps the versions that still fit pyproject.toml; `make lock ARGS=--upgrade` takes the newest of all.
"""

import subprocess
import sys
from pathlib import Path

from requirements import EXTRAS, requirements

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ROOT / "packaging" / "locks"
HEAD = "# Made by `make lock` from pyproject.toml. What is installed is this, and nothing that has other bytes.\n"


def renew(purpose: str, options: list[str], same_as: Path | None) -> Path:
    """Writes the lock of one purpose. What another lock names too has the same version in both."""
    lock = LOCKS / f"{purpose}.txt"
    command = [
        *(sys.executable, "-m", "uv", "pip", "compile", "--quiet", "-", "--output-file", str(lock), *options),
        *("--universal", "--python-version", "3.11.0", "--generate-hashes", "--no-header", "--no-annotate"),
    ]
    if same_as:
        command += ["--constraints", str(same_as)]
    subprocess.run(command, input="\n".join(requirements(purpose)), text=True, check=True)
    lock.write_text(HEAD + lock.read_text("utf-8").removeprefix(HEAD), "utf-8")
    return lock


def main() -> None:
    LOCKS.mkdir(exist_ok=True)
    test = renew("test", sys.argv[1:], None)
    for purpose in EXTRAS:
        if purpose != "test":
            renew(purpose, sys.argv[1:], test)


if __name__ == "__main__":
    main()
