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


WINDOWS = ROOT / "packaging" / "windows" / "requirements.txt"
"""The lock of the Windows app: wheels for that system and the Python that it brings along."""
EVERYWHERE = ["--universal", "--python-version", "3.11.0"]
ON_WINDOWS = ["--python-platform", "x86_64-pc-windows-msvc", "--python-version", "3.11", "--only-binary", ":all:"]


def renew(lock: Path, wanted: list[str], options: list[str]) -> Path:
    """Writes a lock for what is wanted."""
    command = [
        *(sys.executable, "-m", "uv", "pip", "compile", "--quiet", "-", "--output-file", str(lock), *options),
        *("--generate-hashes", "--no-header", "--no-annotate"),
    ]
    subprocess.run(command, input="\n".join(wanted), text=True, check=True)
    lock.write_text(HEAD + lock.read_text("utf-8").removeprefix(HEAD), "utf-8")
    return lock


def main() -> None:
    upgrade = sys.argv[1:]
    LOCKS.mkdir(exist_ok=True)
    test = renew(LOCKS / "test.txt", requirements("test"), [*EVERYWHERE, *upgrade])
    same = ["--constraints", str(test), *upgrade]  # what two of them name has the same version in both
    for purpose in EXTRAS:
        if purpose != "test":
            renew(LOCKS / f"{purpose}.txt", requirements(purpose), [*EVERYWHERE, *same])
    renew(WINDOWS, requirements("app"), [*ON_WINDOWS, *same])


if __name__ == "__main__":
    main()
