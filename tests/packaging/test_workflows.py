"""The workflows: what runs when nobody watches must be what was looked at."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_the_platforms_own_and_pinned_by_its_commit(path: Path) -> None:
    used = re.findall(r"uses: (\S+)", path.read_text("utf-8"))
    assert used
    own = [
        name
        for name in used
        if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}|\./\.github/workflows/[a-z]+\.yml", name)
    ]
    assert own == []
    assert [name for name in used if name.startswith("./") and not (ROOT / name).exists()] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_what_it_runs_is_there(path: Path) -> None:
    text = path.read_text("utf-8")
    assert set(re.findall(r"run: make ([a-z-]+)", text)) <= TARGETS
    scripts = set(re.findall(r"\b(packaging/\S+\.(?:py|sh))", text))
    assert {script for script in scripts if not (ROOT / script).exists()} == set()


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_it_may_only_read_unless_a_job_says_more(path: Path) -> None:
    assert re.search(r"^permissions:\n  contents: read\n", path.read_text("utf-8"), re.MULTILINE)
