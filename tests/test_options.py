"""The options of the command, read with argparse and without."""

import pytest

from scoro_desktop.command import _plain
from scoro_desktop.options import parsed

ORDINARY: list[list[str]] = [
    [],
    ["--minimized"],
    ["--data-dir", "a folder"],
    ["--minimized", "--data-dir", "/a"],
    ["--data-dir", "a", "--data-dir", "b"],
]
OTHERS: list[list[str]] = [
    ["--data-dir=folder"],
    ["--smoke"],
    ["--forget-keys", "--data-dir", "folder"],
    ["--check-keyring"],
    ["--mini"],
    ["--data", "folder"],
    ["--data-dir", ""],
]


@pytest.mark.parametrize("arguments", ORDINARY, ids=" ".join)
def test_an_ordinary_start_is_read_as_argparse_reads_it(arguments: list[str]) -> None:
    plain = _plain(arguments)
    assert plain is not None
    assert vars(plain) == vars(parsed(arguments))


@pytest.mark.parametrize("arguments", OTHERS, ids=" ".join)
def test_all_else_is_left_to_argparse(arguments: list[str]) -> None:
    assert _plain(arguments) is None
    parsed(arguments)  # which does not refuse them


@pytest.mark.parametrize("arguments", [["--data-dir"], ["--data-dir", "--minimized"], ["--unknown"], ["folder"]])
def test_what_is_wrong_is_refused(arguments: list[str]) -> None:
    assert _plain(arguments) is None
    with pytest.raises(SystemExit):
        parsed(arguments)


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parsed(["--version"])
    assert capsys.readouterr().out.startswith("scoro-desktop ")
