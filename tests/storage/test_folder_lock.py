"""The lock of a data folder: one has it at a time, and nobody who is gone."""

import errno
import os
from pathlib import Path

import pytest

from scoro_desktop.storage import folder_lock
from scoro_desktop.storage.folder_lock import READY, FolderLock, holder, is_starting


def test_one_has_it_at_a_time(tmp_path: Path) -> None:
    lock = FolderLock.take(tmp_path)
    assert lock is not None
    assert FolderLock.take(tmp_path) is None
    assert holder(tmp_path) == os.getpid()
    assert is_starting(tmp_path)
    lock.say(READY)
    assert holder(tmp_path) == os.getpid()
    assert not is_starting(tmp_path)
    lock.release()
    assert list(tmp_path.iterdir()) == []
    lock.release()
    lock.say(READY)
    assert list(tmp_path.iterdir()) == []
    again = FolderLock.take(tmp_path)
    assert again is not None
    again.release()


def test_a_file_that_is_taken_away_while_it_is_being_locked_is_not_what_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when the one before ends at that very moment: the next to come would lock another file."""
    lock_file = folder_lock._lock
    locked: list[int] = []

    def lock_late(file: int) -> None:
        if not locked:
            (tmp_path / folder_lock.NAME).unlink()
        locked.append(file)
        lock_file(file)

    monkeypatch.setattr(folder_lock, "_lock", lock_late)
    lock = FolderLock.take(tmp_path)
    assert lock is not None
    assert len(locked) == 2
    assert FolderLock.take(tmp_path) is None
    lock.release()


@pytest.mark.parametrize("content", [b"", b"\n", b"12345678901\n", b"-4\n", b"four\nready\n", b"\xff\xfe\x00"])
def test_what_stands_in_the_file_is_not_believed_blindly(content: bytes, tmp_path: Path) -> None:
    (tmp_path / folder_lock.NAME).write_bytes(content)
    assert holder(tmp_path) is None
    assert not is_starting(tmp_path)
    lock = FolderLock.take(tmp_path)
    assert lock is not None
    lock.release()


def test_a_disk_that_cannot_lock_is_no_running_app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(_file: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(folder_lock, "_lock", no_locks)
    with pytest.raises(OSError, match="No locks available"):
        FolderLock.take(tmp_path)


def test_without_a_folder_there_is_nothing_to_lock(tmp_path: Path) -> None:
    assert holder(tmp_path / "none") is None
    with pytest.raises(FileNotFoundError):
        FolderLock.take(tmp_path / "none")
