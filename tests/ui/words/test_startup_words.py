"""Reasons why the app cannot start, in words."""

import errno
import os
import sqlite3
from pathlib import Path

import pytest

from scoro_desktop import command
from scoro_desktop.storage.database import MISSING, NO_SPACE_FOR_NAME, BrokenDatabase, NewerDatabase, StorageFailed
from scoro_desktop.storage.private_files import UnsafeFileError, Why
from scoro_desktop.ui.words import startup_words
from tests.journey.processes import Processes

FOLDER = Path("/home/ann/data")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.EACCES, "no right to write"),
        (errno.EROFS, "can only be read"),
        (errno.ENOSPC, "disk is full"),
        (errno.ENOTDIR, "Something else is"),
        (errno.ENOLCK, "cannot lock files"),
        (errno.ENAMETOOLONG, "too long"),
        (errno.ELOOP, "lead round in a circle"),
        (errno.ENOENT, "cannot be made"),
        (errno.EIO, "cannot be used"),
    ],
)
def test_a_folder_that_cannot_be_used(code: int, words: str) -> None:
    error = OSError(code, os.strerror(code))
    for text in (
        startup_words.folder_unusable(FOLDER, error),
        startup_words.storage_unusable(FOLDER, caused_by(error)),
    ):
        assert words in text
        assert str(FOLDER) in text
        assert os.strerror(code) in text


def caused_by(error: OSError) -> StorageFailed:
    failed = StorageFailed("OS", str(error))
    failed.__cause__ = error
    return failed


@pytest.mark.parametrize(
    ("why", "words"),
    [
        ("link", "is a link to another file"),
        ("hard_link", "a hard link"),
        ("not_a_file", "something else is in the place of the file"),
        ("foreign", "belongs to another user"),
        ("foreign_folder", "The data folder belongs to another user"),
    ],
)
def test_something_planted(why: Why, words: str) -> None:
    text = startup_words.folder_unusable(FOLDER, UnsafeFileError(why, FOLDER / "a.lock"))
    assert words in text
    assert str(FOLDER) in text
    assert ("a.lock" in text) == (why != "foreign_folder")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("SQLITE_FULL", "disk is full"),
        ("SQLITE_BUSY_SNAPSHOT", "Another program holds"),
        ("SQLITE_READONLY_DIRECTORY", "can only be read"),
        ("SQLITE_IOERR_WRITE", "failing"),
        ("SQLITE_CANTOPEN", "cannot be opened"),
        ("SQLITE_CORRUPT_INDEX", "is damaged"),
        ("SQLITE_NOTADB", "is damaged"),
        ("SQLITE_TOOBIG", "longer than"),
        ("SQLITE_ERROR", "refused"),
        (MISSING, "moved or deleted"),
        (NO_SPACE_FOR_NAME, "too long"),
    ],
)
def test_a_database_that_cannot_be_opened(code: str, words: str) -> None:
    text = startup_words.storage_unusable(FOLDER, StorageFailed(code, "technical words"))
    assert words in text
    assert f"{code}: technical words" in text
    assert ("full" in text) == (code in {"SQLITE_FULL", "SQLITE_IOERR_WRITE"})


def test_a_database_of_another_kind() -> None:
    assert "newer version" in startup_words.storage_unusable(FOLDER, NewerDatabase(9, 8))
    assert "is damaged" in startup_words.storage_unusable(FOLDER, BrokenDatabase(FOLDER, "not one"))


def test_what_is_no_utf8_is_shown_in_numbers() -> None:
    assert "Folder: /srv/caf\\xe9" in startup_words.folder_line(Path(os.fsdecode(b"/srv/caf\xe9")))


@pytest.mark.parametrize("home", ["", "relative/home", None])
@pytest.mark.parametrize("kept", ["", "relative/data", None])
def test_without_a_home_the_systems_record_of_the_user_counts(
    home: str | None, kept: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pwd

    for name, value in (("HOME", home), ("XDG_DATA_HOME", kept)):
        if value is None:
            monkeypatch.delenv(name)
        else:
            monkeypatch.setenv(name, value)
    recorded = Path(pwd.getpwuid(os.getuid()).pw_dir)
    assert command.data_folder() == recorded / ".local" / "share" / "scoro-desktop"


def test_the_folder_is_that_of_the_xdg_specification(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ann")
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    assert command.data_folder() == Path("/home/ann/.local/share/scoro-desktop")
    monkeypatch.setenv("XDG_DATA_HOME", os.fsdecode(b"/srv/caf\xe9"))
    assert command.data_folder() == Path(os.fsdecode(b"/srv/caf\xe9/scoro-desktop"))


def test_a_user_whom_the_system_does_not_know_is_told_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import pwd

    def unknown(number: int) -> pwd.struct_passwd:
        raise KeyError(number)

    monkeypatch.setattr(pwd, "getpwuid", unknown)
    monkeypatch.delenv("HOME")
    monkeypatch.delenv("XDG_DATA_HOME")
    assert command.run([]) == 1
    assert "--data-dir" in capsys.readouterr().err


def test_a_start_over_a_planted_link_says_so_and_overwrites_nothing(processes: Processes, tmp_path: Path) -> None:
    folder, precious = tmp_path / "data", tmp_path / "precious"
    precious.write_text("precious", "utf-8")
    folder.mkdir(mode=0o777)
    (folder / "scoro-desktop.lock").symlink_to(precious)
    code, out, err = processes.run("--data-dir", str(folder), LC_ALL="C.UTF-8")
    assert (code, out) == (1, "")
    assert "“scoro-desktop.lock” is a link to another file" in err
    (folder / "scoro-desktop.lock").unlink()
    (folder / "scoro-desktop.sqlite3").symlink_to(precious)
    code, out, err = processes.run("--data-dir", str(folder), LC_ALL="C.UTF-8")
    assert (code, out) == (1, "")
    assert "“scoro-desktop.sqlite3” is a link to another file" in err
    assert precious.read_text("utf-8") == "precious"


def test_a_database_that_somebody_else_holds_is_not_called_a_full_disk(processes: Processes, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "scoro-desktop.sqlite3", isolation_level=None) as holder:
        (tmp_path / "scoro-desktop.sqlite3").chmod(0o600)
        holder.execute("BEGIN EXCLUSIVE")
        code, out, err = processes.run("--data-dir", str(tmp_path), LC_ALL="C.UTF-8")
        holder.execute("ROLLBACK")
    holder.close()
    assert (code, out) == (1, "")
    assert "Another program holds" in err
