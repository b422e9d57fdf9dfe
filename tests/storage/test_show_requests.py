"""The files by which a second start asks the first for its window."""

from pathlib import Path

import pytest

from scoro_desktop.storage import show_requests
from scoro_desktop.storage.show_requests import ShowRequest


def test_asked_read_and_answered(tmp_path: Path) -> None:
    path = show_requests.ask(tmp_path, ShowRequest("a-token"))
    other = show_requests.ask(tmp_path, ShowRequest())
    assert set(show_requests.waiting(tmp_path)) == {path, other}
    assert path.stat().st_mode & 0o777 == 0o600
    assert [show_requests.read(each).token for each in (path, other)] == ["a-token", ""]
    assert not show_requests.is_answered(path)
    show_requests.withdraw(path)
    assert show_requests.is_answered(path)
    show_requests.withdraw(path)
    assert show_requests.waiting(tmp_path) == [other]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no json",
        b"\xff\xfe",
        b"[1]",
        b'{"token": 7}',
        b'{"version": 9, "token": ["a"]}',
        b'{"token": "a\\nb"}',
        b'{"token": "' + b"a" * 2000 + b'"}',
        b"[" * 4000,
    ],
)
def test_whatever_is_in_it_only_the_window_is_wanted(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"1{show_requests.SUFFIX}"
    path.write_bytes(content)
    assert show_requests.read(path) == ShowRequest()


def test_a_folder_that_is_gone_has_no_requests(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    assert show_requests.waiting(gone) == []
    assert show_requests.read(gone / "1.show") == ShowRequest()
    with pytest.raises(FileNotFoundError):
        show_requests.ask(gone, ShowRequest())


def test_a_request_that_the_disk_does_not_take_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        show_requests.ask(tmp_path, ShowRequest())
    assert list(tmp_path.iterdir()) == []
