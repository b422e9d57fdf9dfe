"""A disk that does not take what is typed: said beside the form until it does, and asked about at closing."""

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

from scoro_desktop.storage import database
from scoro_desktop.storage.database import DATABASE
from scoro_desktop.ui.window.main_window import MainWindow
from scoro_desktop.ui.window.window_memory import WindowMemory
from tests.journey.conftest import WAIT_MS, Person, Start
from tests.journey.sight import words_in
from tests.journey.stored import kept

LONG = " ".join(["Что было набрано."] * 300)  # pasted, as anything that is not ASCII


class Disk:
    """The disk under the app's database, full or held by another program from one moment to another."""

    def __init__(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._path = path
        self._patch = monkeypatch
        self._set_up = database._set_up

    @contextlib.contextmanager
    def full(self, not_before: threading.Event | None = None) -> Iterator[None]:
        """No connection that is opened from now on has room for another page, or none is ready before an event."""

        def set_up(connection: sqlite3.Connection) -> None:
            assert not_before is None or not_before.wait(WAIT_MS / 1000)
            self._set_up(connection)
            connection.execute("PRAGMA max_page_count = 1")  # as many as there are, says SQLite

        with self._patch.context() as patch:
            patch.setattr(database, "_set_up", set_up)
            yield

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        with contextlib.closing(sqlite3.connect(self._path)) as other:
            other.execute("BEGIN EXCLUSIVE")
            yield
            other.rollback()

    @contextlib.contextmanager
    def deleted(self) -> Iterator[None]:
        aside = self._path.parent.with_name("aside")
        self._path.parent.rename(aside)
        yield
        aside.rename(self._path.parent)


WORDS = {"full": "The disk is full.", "held": "Another program holds", "deleted": "was moved or deleted"}


@pytest.fixture
def disk(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Disk:
    monkeypatch.setattr(database, "BUSY_TIMEOUT_S", 0.2)  # whoever waits for another program waits no longer here
    return Disk(data_dir / DATABASE, monkeypatch)


def title(window: MainWindow) -> str:
    return window.tab.form.first().text()  # type: ignore[attr-defined, no-any-return]


def type_long(window: MainWindow, person: Person) -> None:
    person.fill(window.tab.form.first(), LONG)


@pytest.mark.parametrize("fault", WORDS)
def test_it_is_said_beside_the_form_until_it_is_kept(fault: str, start: Start, person: Person, disk: Disk) -> None:
    application = start()
    window = application.window
    assert window.disk.unkept.text() == ""
    with getattr(disk, fault)():
        type_long(window, person)
        person.qtbot.waitUntil(lambda: window.disk.unkept.text() != "", timeout=WAIT_MS)
        assert window.disk.unkept.isVisible()
        assert "What you wrote under Push is not saved." in window.disk.unkept.text()
        assert WORDS[fault] in window.disk.unkept.text()
        window.tabs.setCurrentIndex(1)
        assert "under Push" in window.disk.unkept.text()
        window.tabs.setCurrentIndex(0)
    person.qtbot.waitUntil(lambda: window.disk.unkept.text() == "", timeout=WAIT_MS)
    assert LONG in kept(application, "push")
    assert window.close()


@pytest.mark.parametrize("fault", ["full", "held"])
def test_closing_asks_before_anything_is_lost(fault: str, start: Start, person: Person, disk: Disk) -> None:
    window = start().window
    person.type_into(window.tab.form.first(), "kept")
    window._memory.settle()
    with getattr(disk, fault)():
        type_long(window, person)

        def stay(box: QMessageBox) -> None:
            assert box.windowTitle() == "Your text could not be saved"
            assert WORDS[fault] in words_in(box)
            assert box.defaultButton() is not None
            assert box.defaultButton().text() == "Keep it open"
            person.press(box, "Keep it open")

        with person.answering(QMessageBox, stay):
            assert not window.close()
        assert window.isVisible()
        assert "is not saved" in window.disk.unkept.text()
        with person.answering(QMessageBox, lambda box: box.reject()):  # Escape
            assert not window.close()
        with person.answering(QMessageBox, lambda box: person.press(box, "Close without saving")):
            assert window.close()
        assert not window.isVisible()


def test_whoever_stays_until_there_is_room_loses_nothing(start: Start, person: Person, disk: Disk) -> None:
    window = start().window
    with disk.full():
        type_long(window, person)
        with person.answering(QMessageBox, lambda box: person.press(box, "Keep it open")):
            assert not window.close()
    assert window.close()  # and is not asked
    assert title(start().window) == LONG


@pytest.mark.parametrize("fault", ["full"])
def test_what_the_disk_has_already_is_not_asked_about(fault: str, start: Start, person: Person, disk: Disk) -> None:
    window = start().window
    with getattr(disk, fault)():
        assert window.close()  # nothing was ever typed
    window = start().window
    type_long(window, person)
    window._memory.settle()
    with getattr(disk, fault)():
        window.save()
        assert window.close()
    window = start().window
    with getattr(disk, fault)():
        assert window.close()  # nor since the start
    assert title(start().window) == LONG


def test_both_forms_are_named(start: Start, person: Person, disk: Disk) -> None:
    window = start().window
    with disk.full():
        type_long(window, person)
        window.tabs.setCurrentIndex(1)
        person.fill(window.tab.form.first(), LONG)
        person.qtbot.waitUntil(lambda: "under Push, SMS" in window.disk.unkept.text(), timeout=WAIT_MS)
        window.tabs.setCurrentIndex(0)
        person.fill(window.tab.form.first(), "")  # nothing stands there, and the disk has nothing
        person.qtbot.waitUntil(lambda: "under SMS" in window.disk.unkept.text(), timeout=WAIT_MS)
    person.qtbot.waitUntil(lambda: window.disk.unkept.text() == "", timeout=WAIT_MS)


def test_what_fails_while_the_next_window_is_made_is_unsaid_once_it_is_kept(
    start: Start, person: Person, disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = start()
    restored = threading.Event()
    restore = WindowMemory.restore

    def restore_and_fail(memory: WindowMemory) -> None:
        restore(memory)
        restored.set()
        memory._drafts.flush()

    monkeypatch.setattr(WindowMemory, "restore", restore_and_fail)
    with disk.full(not_before=restored):
        type_long(application.window, person)
        application._change_language("ru")
    window = application.window
    assert "не сохраняется" in window.disk.unkept.text()
    person.qtbot.waitUntil(lambda: window.disk.unkept.text() == "", timeout=WAIT_MS)
    application._change_language("en")


def test_the_window_in_another_language_says_it_too(start: Start, person: Person, disk: Disk) -> None:
    application = start()
    with disk.full():
        type_long(application.window, person)
        application._change_language("ru")
        window = application.window
        person.qtbot.waitUntil(lambda: "не сохраняется" in window.disk.unkept.text(), timeout=WAIT_MS)
        assert title(window) == LONG
    person.qtbot.waitUntil(lambda: window.disk.unkept.text() == "", timeout=WAIT_MS)
    application._change_language("en")
