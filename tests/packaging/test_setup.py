"""The scripts behind the Makefile, as far as they install nothing."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = sorted([*(ROOT / "packaging").rglob("*.sh"), ROOT / "tests" / "with_keyring.sh", ROOT / ".ci" / "run"])


def test_help_keeps_names_apart_from_what_they_do() -> None:
    said = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    targets = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert [re.sub(r" {2,}\S.*$", "", line.removeprefix("  make ")) for line in said] == targets


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_script_can_be_read_by_bash(path: Path) -> None:
    assert subprocess.run(["bash", "-n", path], capture_output=True, check=False).stderr == b""


def test_ci_runs_the_command_of_the_readme() -> None:
    assert "exec make test </dev/null" in (ROOT / ".ci" / "run").read_text("utf-8")
    assert "\n    make test\n" in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("versions", "oldest_first"),
    [
        (["3.12.1", "3.11.2", "3.13.0"], ["3.11.2", "3.12.1", "3.13.0"]),
        (["3.9.2", "3.10.13", "3.11.10", "3.11.9"], ["3.11.9", "3.11.10"]),
        (["3.15.0a1", "3.14.0", "2.7.18"], ["3.14.0"]),
        (["3.11.2", "3.11.2"], ["3.11.2"]),
        ([], []),
    ],
)
def test_pythons_are_found_and_put_in_order(tmp_path: Path, versions: list[str], oldest_first: list[str]) -> None:
    for number, version in enumerate(versions):
        program = tmp_path / "home dir" / f".pyenv/versions/{number} {version}/bin/python3"
        program.parent.mkdir(parents=True)
        program.write_text(f"#!/bin/sh\necho {version} $0\n", "ascii")
        program.chmod(0o755)
    only_these = 'python_programs() { ls "$HOME"/.pyenv/versions/*/bin/python3; }'
    script = f". packaging/setup/python.sh; {only_these}; pythons"
    run = subprocess.run(
        ["bash", "-c", script],
        cwd=ROOT,
        env={"HOME": str(tmp_path / "home dir"), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert [line.split()[0] for line in run.stdout.splitlines()] == oldest_first, run.stderr
