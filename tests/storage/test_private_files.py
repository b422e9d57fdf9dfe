"""Files that are the user's own: whatever was planted in their place is neither followed nor changed."""

import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scoro_desktop.storage import folder_lock, show_requests
from scoro_desktop.storage.database import BESIDE, open_database
from scoro_desktop.storage.error_log import NAME as LOG
from scoro_desktop.storage.error_log import ErrorLog
from scoro_desktop.storage.folder_lock import FolderLock, holder
from scoro_desktop.storage.private_files import UnsafeFileError, check_folder, open_private, others_may_write
from scoro_desktop.storage.show_requests import SUFFIX, ShowRequest

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has neither such links nor FIFOs for everybody"
)

PRECIOUS = b"somebody's precious file\n" * 40
NAMES = [folder_lock.NAME, "scoro.db", *(f"scoro.db{added}" for added in BESIDE), LOG, f"1{SUFFIX}"]


@pytest.fixture
def precious(tmp_path: Path) -> Path:
    path = tmp_path / "elsewhere" / "precious"
    path.parent.mkdir()
    path.write_bytes(PRECIOUS)
    path.chmod(0o644)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o777)
    folder.chmod(0o777)
    return folder


def link(path: Path, precious: Path) -> None:
    path.symlink_to(precious)


def link_to_nothing(path: Path, precious: Path) -> None:
    path.symlink_to(precious.with_name("new"))


def hard_link(path: Path, precious: Path) -> None:
    path.hardlink_to(precious)


def fifo(path: Path, _precious: Path) -> None:
    os.mkfifo(path)


def directory(path: Path, _precious: Path) -> None:
    path.mkdir()


def use_everything(folder: Path) -> list[UnsafeFileError]:
    """Everything that the app does with files of its own, as it starts and runs; the value is what was refused."""
    refused = []
    lock = None
    try:
        lock = FolderLock.take(folder)
    except UnsafeFileError as error:
        refused.append(error)
    holder(folder)
    try:
        open_database(folder / "scoro.db").close()
    except UnsafeFileError as error:
        refused.append(error)
    ErrorLog(folder).write("x" * 100)
    for request in (*show_requests.waiting(folder), folder / f"1{SUFFIX}"):
        assert show_requests.read(request) == ShowRequest()
    if lock is not None:
        lock.release()
    return refused


@pytest.mark.parametrize("plant", [link, link_to_nothing, hard_link, fifo, directory])
@pytest.mark.parametrize("name", NAMES)
def test_what_is_planted_is_not_followed(
    plant: Callable[[Path, Path], None], name: str, folder: Path, precious: Path
) -> None:
    plant(folder / name, precious)
    before = (folder / name).lstat()
    refused = use_everything(folder)
    after = (folder / name).lstat()
    assert (after.st_ino, after.st_mode) == (before.st_ino, before.st_mode)
    assert precious.read_bytes() == PRECIOUS
    assert stat.S_IMODE(precious.stat().st_mode) == 0o644
    assert not precious.with_name("new").exists()
    if name in {LOG, f"1{SUFFIX}"}:  # neither is needed: the app starts without
        assert refused == []
        return
    why = {"link": "link", "link_to_nothing": "link", "hard_link": "hard_link"}.get(plant.__name__, "not_a_file")
    assert [(error.why, error.path) for error in refused] == [(why, folder / name)]


def test_a_link_that_is_put_there_in_between_is_not_followed_either(
    folder: Path, precious: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between looking at it and opening it."""
    path = folder / "late"
    path.touch()
    opened = os.open

    def late(name: Path, flags: int, mode: int = 0o777) -> int:
        name.unlink()
        name.symlink_to(precious)
        return opened(name, flags, mode)

    monkeypatch.setattr(os, "open", late)
    with pytest.raises(OSError, match="symbolic links"):
        open_private(path, os.O_RDWR | os.O_TRUNC)
    assert precious.read_bytes() == PRECIOUS


def test_a_loose_mode_is_taken_from_an_own_file_only(folder: Path) -> None:
    path = folder / "own"
    path.touch()
    path.chmod(0o646)
    os.close(open_private(path, os.O_RDONLY))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_folder_may_be_a_link_of_the_users_own(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "short").symlink_to(folder, target_is_directory=True)
    assert use_everything(tmp_path / "short") == []
    assert (folder / "scoro.db").is_file()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file to somebody else")
def test_what_belongs_to_somebody_else_is_not_used(folder: Path, precious: Path, tmp_path: Path) -> None:
    (folder / "scoro.db").touch()
    os.chown(folder / "scoro.db", 12345, 12345)
    assert [error.why for error in use_everything(folder)] == ["foreign"]
    (folder / "scoro.db").unlink()
    os.chown(folder, 12345, 12345)
    with pytest.raises(UnsafeFileError) as caught:
        FolderLock.take(folder)
    assert caught.value.why == "foreign_folder"
    os.chown(folder, 0, 0)
    (tmp_path / "theirs").symlink_to(folder, target_is_directory=True)
    os.lchown(tmp_path / "theirs", 12345, 12345)
    with pytest.raises(UnsafeFileError):
        check_folder(tmp_path / "theirs")


@pytest.mark.parametrize(
    ("mode", "others"), [(0o700, False), (0o755, False), (0o775, False), (0o707, True), (0o777, True), (0o1777, True)]
)
def test_who_else_may_write_to_a_folder(mode: int, others: bool, folder: Path) -> None:
    """A group of the user's own, which has the user's number, is nobody else."""
    if folder.stat().st_gid != folder.stat().st_uid:
        pytest.skip("this user's group is shared with others")
    folder.chmod(mode)
    assert others_may_write(folder) == others


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder to a group")
def test_a_group_that_is_shared_is_others(folder: Path) -> None:
    os.chown(folder, 0, 12345)
    folder.chmod(0o770)
    assert others_may_write(folder)
    assert not others_may_write(folder / "gone")
