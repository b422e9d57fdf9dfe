"""A third channel, made up in a copy of the sources: found missing by mypy, then walked from its form to the history.

One member of the enum, an entry without Qt, an entry in `ui`: each registry names its own, and no other file changes.
"""

import ast
import filecmp
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
HERE = Path(__file__).parent
CHANNEL = "messages/channels/channel.py"
REGISTRIES = ("messages/channels/registry.py", "ui/channels/registry.py")


class Sources:
    """A copy of the sources that is changed, and what is run over it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.package = folder / "scoro_desktop"
        shutil.copytree(ROOT / "scoro_desktop", self.package, ignore=shutil.ignore_patterns("__pycache__"))
        (folder / "resources").symlink_to(ROOT / "resources", target_is_directory=True)

    def change(self, name: str, before: str, after: str) -> None:
        path = self.package / name
        text = path.read_text("utf-8")
        assert text.count(before) == 1, (name, before)
        path.write_text(text.replace(before, after), "utf-8")

    def add_member(self) -> None:
        self.change(CHANNEL, '    SMS = "sms"\n', '    SMS = "sms"\n    WHISPER = "whisper"\n')

    def add_entries(self) -> None:
        for room, module, source in (
            ("messages", "entry", "messages.txt"),
            ("ui", "entry", "view.txt"),
        ):
            folder = self.package / room / "channels" / "whisper"
            folder.mkdir()
            (folder / "__init__.py").write_text('"""A made-up channel."""\n', "utf-8")
            shutil.copy(HERE / "whisper" / source, folder / f"{module}.py")
            registry = f"{room}/channels/registry.py"
            line = f"from scoro_desktop.{room}.channels.sms.entry import SMS\n"
            self.change(registry, line, line + f"from scoro_desktop.{room}.channels.whisper.entry import WHISPER\n")
            case = "            return SMS\n"
            self.change(registry, case, case + "        case Channel.WHISPER:\n            return WHISPER\n")

    def changed_files(self) -> set[str]:
        """The files that were there before, and differ."""
        files = [path.relative_to(ROOT / "scoro_desktop") for path in (ROOT / "scoro_desktop").rglob("*.py")]
        return {
            path.as_posix()
            for path in files
            if not filecmp.cmp(ROOT / "scoro_desktop" / path, self.package / path, shallow=False)
        }

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Runs Python with the copy in front of everything else."""
        environment = {**os.environ, "PYTHONPATH": str(self.folder), "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.run(  # the tests of pytest itself are killed with it by its own time limit
            [sys.executable, "-P", *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
        )

    def mypy(self) -> list[str]:
        """Runs mypy strict over every module that has a branch over a closed set, and over the channels themselves."""
        wanted = [path for path in self.package.rglob("*.py") if "assert_never" in path.read_text("utf-8")]
        modules = [str(path.relative_to(self.folder)) for path in {*wanted, self.package / CHANNEL}]
        said = subprocess.run(
            [
                *(sys.executable, "-m", "mypy", "--config-file=", "--strict", "--python-version", "3.11"),
                *("--follow-imports", "skip", "--allow-subclassing-any", "--allow-untyped-decorators"),
                *("--cache-dir", str(self.folder / "cache"), "--no-error-summary"),
                *sorted(modules),
            ],
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
        )
        assert not said.stderr
        return [line for line in said.stdout.splitlines() if "WHISPER" in line]


def branches(path: Path) -> int:
    """Counts the functions of a module that branch over the channels to the last."""
    text = path.read_text("utf-8")
    if "assert_never" not in text:
        return 0
    return sum(
        any(isinstance(each, ast.Name) and each.id == "assert_never" for each in ast.walk(function))
        and any(ast.unparse(each).startswith("Channel.") for each in ast.walk(function) if isinstance(each, ast.expr))
        for function in ast.walk(ast.parse(text))
        if isinstance(function, ast.FunctionDef)
    )


@pytest.mark.timeout(240)
def test_a_third_channel_is_named_where_it_is_missing_and_needs_no_other_file(tmp_path: Path) -> None:
    sources = Sources(tmp_path)
    sources.add_member()
    expected = {path: found for path in sources.package.rglob("*.py") if (found := branches(path))}
    assert {path.relative_to(sources.package).as_posix() for path in expected} == set(REGISTRIES)
    missing = sources.mypy()
    assert len(missing) == sum(expected.values()), missing
    assert {line.split(":")[0].removeprefix("scoro_desktop/") for line in missing} == set(REGISTRIES)
    half = sources.run("-c", "import scoro_desktop.messages.request")
    assert half.returncode
    assert "AssertionError" in half.stderr  # no branch falls through to another channel

    sources.add_entries()
    assert sources.changed_files() == {CHANNEL, *REGISTRIES}
    assert sources.mypy() == []
    drive = (
        "import scoro_desktop, sys, pytest; sys.exit(pytest.main(sys.argv[1:]))"  # the copy, before pytest's own path
    )
    walked = sources.run("-c", drive, "-q", "-p", "no:cacheprovider", "-p", "no:xdist", str(HERE / "drive.py"))
    assert walked.returncode == 0, walked.stdout + walked.stderr
    assert "6 passed" in walked.stdout
