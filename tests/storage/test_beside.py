"""Tests of how SQLite is given the name of a file with options."""

import contextlib
import os
import sqlite3
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import pytest

from scoro_desktop.storage.beside import address

AWKWARD = ["plain.sqlite3", "Мои проекты/с пробелом", "100%25 #1?mode=memory&x=y", "a:b;c", "new\nline", "..."]


@pytest.mark.parametrize("name", AWKWARD)
def test_sqlite_opens_the_file_that_is_named_and_no_other(name: str, tmp_path: Path) -> None:
    path = tmp_path / name / "data"
    path.parent.mkdir(parents=True)
    with contextlib.closing(sqlite3.connect(path)) as made:
        made.execute("CREATE TABLE it (name)")
    with contextlib.closing(sqlite3.connect(address(path, "mode=ro"), uri=True)) as opened:
        assert opened.execute("SELECT name FROM sqlite_schema").fetchall() == [("it",)]
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            opened.execute("CREATE TABLE more (name)")


@pytest.mark.skipif(sys.platform == "win32", reason="names are text there")
def test_a_name_that_is_no_utf_8(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9")
    sqlite3.connect(path).close()
    with contextlib.closing(sqlite3.connect(address(path, "mode=rw"), uri=True)) as opened:
        opened.execute("CREATE TABLE it (name)")
    assert path.stat().st_size


class Windows(PureWindowsPath):
    def absolute(self) -> Any:
        return self


class Posix(PurePosixPath):
    def absolute(self) -> Any:
        return self


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (Windows(r"C:\Users\Ann #1\data.sqlite3"), "file:///C:/Users/Ann%20%231/data.sqlite3?mode=rw"),
        (Windows(r"\\server\share\data.sqlite3"), "file:////server/share/data.sqlite3?mode=rw"),
        (Posix("/home/ann/50%/data.sqlite3"), "file:///home/ann/50%25/data.sqlite3?mode=rw"),
    ],
)
def test_drives_and_shares_are_written_as_sqlite_wants_them(path: Any, expected: str) -> None:
    """As in sqlite.org/uri.html, section 3.1."""
    assert address(path, "mode=rw") == expected
