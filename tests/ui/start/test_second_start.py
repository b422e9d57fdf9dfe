"""Tests of what a second start says while the first does not answer, and of how a window is brought to the front."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.storage import show_requests
from scoro_desktop.storage.folder_lock import FolderLock
from scoro_desktop.ui.runtime.show_requests import TOKEN, ShowRequests, bring_forward
from scoro_desktop.ui.start import second_start
from scoro_desktop.ui.start.second_start import Handover, SilentDialog
from scoro_desktop.ui.words import startup_words


@pytest.fixture
def first(tmp_path: Path) -> Iterator[FolderLock]:
    lock = FolderLock.take(tmp_path)
    assert lock is not None
    yield lock
    lock.release()


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path, first: FolderLock) -> Iterator[SilentDialog]:
    handover = Handover(tmp_path)
    dialog = SilentDialog(tmp_path, handover)
    dialog.open()
    yield dialog
    handover.give_up()
    if handover.lock is not None:
        handover.lock.release()
    dialog.deleteLater()


def test_it_says_what_is_known(dialog: SilentDialog, tmp_path: Path) -> None:
    assert "does not answer" in dialog.text.text()
    assert str(tmp_path) in dialog.text.text()
    assert f"Process: {os.getpid()}" in dialog.text.text()


def test_it_goes_when_the_first_answers(dialog: SilentDialog, qtbot: QtBot, tmp_path: Path) -> None:
    requests = ShowRequests(tmp_path)
    with qtbot.waitSignals([dialog.accepted, requests.wanted]):
        requests.look()
    assert show_requests.waiting(tmp_path) == []


def test_it_goes_when_the_first_is_gone(dialog: SilentDialog, qtbot: QtBot, first: FolderLock, tmp_path: Path) -> None:
    with qtbot.waitSignal(dialog.accepted):
        first.release()
    assert FolderLock.take(tmp_path) is None  # it is the second's own now
    assert show_requests.waiting(tmp_path) == []


def test_who_does_not_want_to_wait_quits(dialog: SilentDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.rejected):
        dialog.quit_button.click()


def test_a_full_disk_is_told(qtbot: QtBot, tmp_path: Path, first: FolderLock, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> Path:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(show_requests, "ask", full)
    monkeypatch.setattr(second_start, "PATIENCE_MS", 1)
    first.say("ready")
    handover = Handover(tmp_path)
    handover.wait()
    assert not handover.is_over
    assert "Technical: No space left on device" in startup_words.silent(tmp_path, None, handover.trouble)
    handover.give_up()


def test_one_that_is_starting_is_given_more_time(
    qtbot: QtBot, tmp_path: Path, first: FolderLock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(second_start, "PATIENCE_MS", 1)
    states = [True, True, True, False]
    monkeypatch.setattr(second_start, "is_starting", lambda _folder: states.pop(0))
    handover = Handover(tmp_path)
    handover.wait()
    assert states == []
    handover.give_up()


def test_a_minimized_window_comes_back_with_its_right_to(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    rights: list[str | None] = []

    class Window(QWidget):
        def activateWindow(self) -> None:
            rights.append(os.environ.get(TOKEN))
            super().activateWindow()

    window = Window()
    qtbot.addWidget(window)
    window.showMaximized()
    window.showMinimized()
    bring_forward(window, "a-token")
    assert rights == ["a-token"]
    assert TOKEN not in os.environ
    assert not window.isMinimized()
    assert window.isMaximized()
    qtbot.waitUntil(window.isActiveWindow)


def test_the_dialog_that_holds_it_up_is_in_front(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = QDialog(window)
    dialog.open()
    window.showMinimized()
    bring_forward(window)
    assert not window.isMinimized()
    qtbot.waitUntil(dialog.isActiveWindow)


def test_where_nothing_can_be_watched_it_is_looked_every_second(qtbot: QtBot, tmp_path: Path) -> None:
    gone = tmp_path / "not there yet"
    requests = ShowRequests(gone)
    gone.mkdir()
    show_requests.ask(gone, show_requests.ShowRequest("later"))
    with qtbot.waitSignal(requests.wanted) as wanted:
        pass
    assert wanted.args == ["later"]
