"""Tests of what helps people to join, held to what is there: hooks, editors' settings, coverage, pages of decisions."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import rooms_covered

ROOT = Path(__file__).resolve().parents[2]
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
PAGES = [
    *(ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted((ROOT / "packaging").rglob("*.md")),
    ROOT / "bench" / "README.md",
]


def test_the_hooks_are_the_static_checks_and_no_others() -> None:
    check = (ROOT / "packaging" / "setup" / "check.sh").read_text("utf-8")
    steps = re.findall(r"^step '(?!tests)[^']*' (.+)$", check, re.MULTILINE)
    hooks = re.findall(
        r"^ +entry: \.venv/bin/(.+)$", (ROOT / ".pre-commit-config.yaml").read_text("utf-8"), re.MULTILINE
    )
    assert hooks == steps
    assert len(steps) == 5


def test_the_hooks_can_be_read_by_the_tool_that_runs_them() -> None:
    config = ROOT / ".pre-commit-config.yaml"
    command = [sys.executable, "-m", "pre_commit", "validate-config", str(config)]
    assert subprocess.run(command, capture_output=True, text=True, check=False).stdout == ""
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    assert set(re.findall(r"^ +- repo: (\S+)$", config.read_text("utf-8"), re.MULTILINE)) == {"local"}


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_says_why_and_when_to_look_again(path: Path) -> None:
    text = path.read_text("utf-8")
    assert re.findall(r"^## ([A-Za-z ]+)(?<! )(?: \(.+\))?$", text, re.MULTILINE) == [
        "Context",
        "Tried",
        "Decision",
        "Consequences",
        "Look again when",
    ]
    assert text.startswith(f"# {path.stem[:4]} ")
    index = (ROOT / "docs" / "decisions" / "README.md").read_text("utf-8")
    title = text.splitlines()[0].removeprefix(f"# {path.stem[:4]} ")
    assert f"| [{path.stem[:4]}]({path.name}) | {title} |" in index


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_a_page_leads_to_is_there(path: Path) -> None:
    """Links to files, and the files that a page names in code marks by a path from the top."""
    text = re.sub(r"^```.*?^```$", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    links = [link for link in re.findall(r"\]\(([^)#:\s]+)\)", text) if not (path.parent / link).exists()]
    tops = r"(?:scoro_desktop|tests|packaging|bench|docs|resources|\.github)"
    named = [name for name in re.findall(rf"`({tops}/[\w./-]+)`", text) if not (ROOT / name).exists()]
    within = r"(?:composing|curl|jsontext|messages|sandbox|scorocode|sending|storage|ui)"
    rooms = [
        name for name in re.findall(rf"`({within}/[\w/-]+\.py)`", text) if not (ROOT / "scoro_desktop" / name).exists()
    ]
    assert (links, named, rooms) == ([], [], [])


def test_the_targets_that_pages_name_are_there() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {name for path in PAGES for name in re.findall(r"`make ([a-z-]+)", path.read_text("utf-8"))}
    assert named <= targets


def test_pictures_are_taken_on_the_screen_that_their_script_names() -> None:
    """The offscreen platform's own has 800 by 800 pixels, and a window of 1280 does not fit there."""
    said = subprocess.run(["make", "-n", "screenshots"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "packaging/screenshots.py" in said
    assert "QT_QPA_PLATFORM" not in said


def entry(lines: int, ran: int) -> dict[str, dict[str, int]]:
    return {"summary": {"num_statements": lines, "covered_lines": ran, "missing_lines": lines - ran}}


def test_rooms_under_the_mark_are_named_with_the_files_that_miss_most() -> None:
    report = {
        "files": {
            "scoro_desktop/app.py": entry(10, 9),
            "scoro_desktop/storage/vault.py": entry(100, 95),
            "scoro_desktop/ui/smoke.py": entry(10, 10),
            "scoro_desktop/ui/kit/page.py": entry(50, 50),
            "scoro_desktop/ui/channels/push/entry.py": entry(20, 10),
            "scoro_desktop/ui/channels/view.py": entry(10, 9),
            "scoro_desktop/sandbox/__init__.py": entry(0, 0),
        }
    }
    assert rooms_covered.table(report) == [
        ".               10 lines   90.0 %",
        "storage        100 lines   95.0 %",
        "ui              10 lines  100.0 %",
        "ui/channels     30 lines   63.3 %",
        "ui/kit          50 lines  100.0 %",
        "all            200 lines   91.5 %",
        "Under 90 %:",
        "  ui/channels: lines missed most in entry.py 10, view.py 1",
    ]


def test_nothing_is_named_where_all_is_covered() -> None:
    report = {"files": {"scoro_desktop/wire.py": entry(10, 9)}}
    assert rooms_covered.table(report)[-1] == "No room is under 90 %."


def test_rooms_that_named_tests_hardly_touch_are_left_out() -> None:
    report = {
        "files": {
            "scoro_desktop/jsontext/strict.py": entry(50, 49),
            "scoro_desktop/storage/vault.py": entry(100, 9),
            "scoro_desktop/ui/kit/page.py": entry(50, 5),
        }
    }
    assert rooms_covered.table(report, part=True) == [
        "jsontext     50 lines   98.0 %",
        "ui/kit       50 lines   10.0 %",
        "all         100 lines   54.0 %",
        "1 rooms of which these tests touch less than 10 % are left out.",
        "Under 90 %:",
        "  ui/kit: lines missed most in page.py 45",
    ]
    assert rooms_covered.table({"files": {"scoro_desktop/app.py": entry(10, 0)}}, part=True) == [
        "These tests went through less than 10 % of every room."
    ]
