"""A start while another program holds the file with drafts and history: a window at once, and nothing lost."""

import contextlib
import functools
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scoro_desktop import app
from scoro_desktop.app import Application, wait_for_file
from scoro_desktop.storage import database
from scoro_desktop.storage.database import DATABASE, StorageFailed, open_database
from scoro_desktop.storage.vault import Vault
from scoro_desktop.ui.start.waiting import FileDialog
from tests.storage.keyrings import MemoryKeyring

WAIT_MS = 20_000


@pytest.fixture
def other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[sqlite3.Connection]:
    """Another program that holds the file, for reading as well."""
    monkeypatch.setattr(app, "SAID_AFTER_S", 0.0)
    monkeypatch.setattr(database, "BUSY_TIMEOUT_S", 0.05)  # several tries
    open_database(tmp_path / DATABASE).close()
    with contextlib.closing(sqlite3.connect(tmp_path / DATABASE, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("PRAGMA user_version = 0")
        yield other


def dialogs() -> list[FileDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, FileDialog)]


def when_seen(act: object) -> QTimer:
    """Does something once the dialog has been there for some tries."""
    looks = QTimer(interval=20)
    seen: list[FileDialog] = []

    def look() -> None:
        seen.extend(dialogs())
        if len(seen) > 20 and callable(act):
            looks.stop()
            act()

    looks.timeout.connect(look)
    looks.start()
    return looks


def test_it_is_said_and_the_window_opens_once_the_file_is_let_go(
    other: sqlite3.Connection, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[str] = []

    def let_go() -> None:
        (dialog,) = dialogs()
        said.append(dialog.text.text())
        other.execute("ROLLBACK")
        other.close()

    looks = when_seen(let_go)
    application = Application(
        qapp,
        tmp_path,
        vault=Vault(MemoryKeyring()),
        with_sandbox=False,
        meanwhile=functools.partial(wait_for_file, qapp, tmp_path),
    )
    assert not looks.isActive()
    assert "another program holds the file" in said[0]
    assert str(tmp_path) in said[0]
    application.show()
    qtbot.waitUntil(lambda: application.window.is_complete, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not dialogs(), timeout=WAIT_MS)
    assert application.window.isVisible()
    application.close()


@pytest.mark.usefixtures("other")
def test_who_does_not_want_to_wait_quits(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    def quit_it() -> None:
        dialogs()[0].quit_button.click()

    looks = when_seen(quit_it)
    with pytest.raises(SystemExit):
        Application(
            qapp,
            tmp_path,
            vault=Vault(MemoryKeyring()),
            with_sandbox=False,
            meanwhile=functools.partial(wait_for_file, qapp, tmp_path),
        )
    assert not looks.isActive()
    qtbot.waitUntil(lambda: not dialogs(), timeout=WAIT_MS)


def test_who_quits_in_the_moment_in_which_a_try_ends_quits(qtbot: QtBot, tmp_path: Path) -> None:
    """Another try would begin, with the window that they have closed."""
    dialog = FileDialog(tmp_path)
    qtbot.addWidget(dialog)
    ended = threading.Event()

    def at_once() -> None:
        ended.set()
        dialog.quit_button.click()

    moment = QTimer(singleShot=True)
    moment.timeout.connect(at_once)
    moment.start()
    assert not dialog.wait(ended)
    assert not dialog.isVisible()


@pytest.mark.usefixtures("other")
def test_where_nobody_could_see_it_the_start_ends_with_the_reason(qapp: QApplication, tmp_path: Path) -> None:
    with pytest.raises(StorageFailed) as raised:
        Application(qapp, tmp_path, vault=Vault(MemoryKeyring()), with_sandbox=False)
    assert raised.value.is_held
    assert dialogs() == []
