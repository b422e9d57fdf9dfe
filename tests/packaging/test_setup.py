"""The scripts behind the Makefile, as far as they install nothing."""

import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest
from packaging.specifiers import SpecifierSet

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
        (["3.15.0", "3.14.10", "3.20.1", "4.0.0"], ["3.14.10"]),
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


def test_a_python_is_supported_just_where_the_packages_say_so() -> None:
    """Of a newer one nothing is known, and the libraries that are locked have nothing built for it."""
    required = SpecifierSet(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["requires-python"])
    script = '. packaging/setup/python.sh; printf %s "$is_supported"'
    rule = subprocess.run(["bash", "-c", script], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for version in ((3, 10), (3, 11), (3, 12), (3, 13), (3, 14), (3, 15), (4, 0)):
        there = SimpleNamespace(version_info=(*version, 0))
        assert eval(rule, {"sys": there}) == (f"{version[0]}.{version[1]}.0" in required), version


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with our scripts, whose Python says what it is asked to do, and in which surroundings."""
    folder = tmp_path / "Мои проекты"
    shutil.copytree(ROOT / "packaging/setup", folder / "packaging/setup")
    shutil.copytree(ROOT / "packaging/locks", folder / "packaging/locks")
    for name in ("Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    python = folder / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\n[ "$1" = -c ] || printf "<%s>" "$QT_QPA_PLATFORM" "$@"\n', "ascii")
    python.chmod(0o755)
    stamp = ". packaging/setup/venv.sh; stamp_of test >.venv/scoro-desktop.stamp"
    subprocess.run(["bash", "-c", stamp], cwd=folder, check=True)
    return folder


def check(project: Path, arguments: str) -> "subprocess.CompletedProcess[str]":
    """Runs `make check` where there is neither a screen nor a wish for one."""
    command = ["make", "--no-print-directory", "check", f"ARGS={arguments}"]
    surroundings = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    return subprocess.run(command, cwd=project, env=surroundings, capture_output=True, text=True, check=False)


def test_the_quick_loop_runs_what_was_asked_for_and_nothing_else(project: Path) -> None:
    run = check(project, "tests/storage -k 'one or other'")
    compiled = "<><packaging/translations.py><compile>"
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == f"{compiled}<offscreen><-m><pytest><tests/storage><-k><one or other>"
    assert not (project / "build").exists()


def test_the_quick_loop_wants_to_know_what_to_run(project: Path) -> None:
    run = check(project, "")
    assert (run.returncode, run.stdout) == (2, "")
    assert "Name the tests to run: make check ARGS=tests/storage" in run.stderr


def test_without_an_environment_the_quick_loop_says_what_makes_one(project: Path) -> None:
    shutil.rmtree(project / ".venv")
    run = check(project, "tests/storage")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith("There is no .venv yet. make test makes it")


@pytest.mark.parametrize("change", ["pyproject.toml", "packaging/locks/test.txt", "stamp", "made for the app", "moved"])
def test_an_environment_that_is_out_of_date_is_called_so_by_the_quick_loop(project: Path, change: str) -> None:
    stamp = project / ".venv/scoro-desktop.stamp"
    match change:
        case "stamp":
            stamp.unlink()
        case "made for the app":
            made = ". packaging/setup/venv.sh; stamp_of run >.venv/scoro-desktop.stamp"
            subprocess.run(["bash", "-c", made], cwd=project, check=True)
        case "moved":
            project = project.rename(project.with_name("elsewhere"))
        case _:
            with (project / change).open("a", encoding="utf-8") as file:
                file.write("# something new\n")
    run = check(project, "tests/storage")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith("What the tests need has changed since .venv was made")
    assert "make lint brings it up to date" in run.stderr
