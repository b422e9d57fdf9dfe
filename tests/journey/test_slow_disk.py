"""The window while the disk takes its time, or another program holds the database: it says what it waits for."""

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox

from scoro_desktop.app import Application
from scoro_desktop.scorocode.replies import Outcome
from scoro_desktop.storage import database
from scoro_desktop.storage.history import HistoryFilter, Send
from scoro_desktop.storage.threads import StorageThread
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, Person, Start, shown
from tests.journey.sight import row_of, rows, words_in
from tests.journey.stored import stored

QUERY = '{"deviceType": "android"}'
LOOKING = "Checking whether the same message was sent in the last 24 hours…"
WRITING = "Recording it in the history before sending…"
READING = "Reading the history…"


class Held:
    """A thread of the storage that does nothing more until `let_go`."""

    def __init__(self, thread: StorageThread) -> None:
        self._go_on = threading.Event()
        thread.ask(lambda _stores: self._go_on.wait(60), lambda _: None, lambda _: None)

    def let_go(self) -> None:
        self._go_on.set()


@contextlib.contextmanager
def held(thread: StorageThread) -> Iterator[Held]:
    holding = Held(thread)
    try:
        yield holding
    finally:
        holding.let_go()


@contextlib.contextmanager
def locked(application: Application) -> Iterator[sqlite3.Connection]:
    """Another program writes, and has not ended."""
    with contextlib.closing(sqlite3.connect(application.storage.place.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield other
        if other.in_transaction:
            other.execute("ROLLBACK")


def opened(person: Person, window: MainWindow) -> ConfirmDialog:
    """Presses Send, and waits until the confirmation has counted, but not for the disk."""
    dialog = window.send()
    assert dialog is not None, window.footer.text()
    person.qtbot.waitUntil(lambda: dialog.count is not None, timeout=WAIT_MS)
    return dialog


def sends(application: Application) -> list[Send]:
    history = stored(application).history
    found = [history.get(line.id) for line in history.page(HistoryFilter(), 0, 10)]
    return [send for send in found if send is not None]


def deliveries(application: Application) -> int:
    assert application.sandbox is not None
    return len(application.sandbox.deliveries())


def write(person: Person, application: Application) -> MainWindow:
    window = application.window
    person.write_push(window, "Hello", QUERY)
    person.wait_for_count(window)
    return window


def approve(person: Person, window: MainWindow) -> None:
    """Confirms a message that was looked for; its row is not on the disk yet."""
    dialog = opened(person, window)
    person.qtbot.waitUntil(dialog.send_button.isEnabled, timeout=WAIT_MS)
    with person.qtbot.waitSignal(dialog.approved, timeout=WAIT_MS):
        dialog.send_button.click()


def test_nothing_can_be_confirmed_before_it_is_known_whether_it_was_sent(start: Start, person: Person) -> None:
    application = start()
    window = write(person, application)
    with held(application.storage.writer) as disk:
        dialog = opened(person, window)
        person.qtbot.waitUntil(lambda: LOOKING in words_in(dialog), timeout=WAIT_MS)
        assert not dialog.send_button.isEnabled()
        dialog.send_button.click()
        dialog._send_clicked()
        assert not dialog.again.isVisible()
        person.qtbot.waitUntil(lambda: "You can go on writing" in window.disk.slow.text(), timeout=WAIT_MS)
        disk.let_go()
        person.qtbot.waitUntil(dialog.send_button.isEnabled, timeout=WAIT_MS)
    assert LOOKING not in words_in(dialog)
    assert window.disk.slow.text() == ""
    dialog.reject()
    assert (sends(application), deliveries(application)) == ([], 0)


def test_a_send_leaves_once_it_is_on_the_disk_and_the_window_says_so(start: Start, person: Person) -> None:
    application = start()
    window = write(person, application)
    dialog = opened(person, window)
    person.qtbot.waitUntil(dialog.send_button.isEnabled, timeout=WAIT_MS)
    with held(application.storage.writer) as disk:
        with person.qtbot.waitSignal(dialog.approved, timeout=WAIT_MS):
            dialog.send_button.click()
        assert window.footer.text() == WRITING
        person.fill(window.tab.form.first(), "Typed meanwhile")
        assert window.tab.draft().message.summary() == "Typed meanwhile"
        window.tabs.setCurrentIndex(1)
        person.qtbot.waitUntil(lambda: window.footer.text() == WRITING, timeout=WAIT_MS)
        window.tabs.setCurrentIndex(0)
        assert (window.history.table.model().rowCount(), deliveries(application)) == (0, 0)
        with person.qtbot.waitSignal(
            window.flow.row_changed, timeout=WAIT_MS, check_params_cb=lambda send: send.outcome is Outcome.SENT
        ):
            disk.let_go()
    assert deliveries(application) == 1
    assert row_of(window)["outcome"] == "Sent"
    assert sends(application)[0].summary.startswith("Hello")


def test_the_same_message_sent_while_the_first_is_being_written_is_asked_about(start: Start, person: Person) -> None:
    application = start()
    window = write(person, application)
    dialog = opened(person, window)
    person.qtbot.waitUntil(dialog.send_button.isEnabled, timeout=WAIT_MS)
    with held(application.storage.writer) as disk:
        with person.qtbot.waitSignal(dialog.approved, timeout=WAIT_MS):
            dialog.send_button.click()
        second = opened(person, window)
        assert not second.send_button.isEnabled()
        disk.let_go()
        person.qtbot.waitUntil(second.again.isVisible, timeout=WAIT_MS)
        assert not second.send_button.isEnabled()
    second.reject()
    person.qtbot.waitUntil(lambda: window._services.dispatch.under_way == 0, timeout=WAIT_MS)
    assert [len(sends(application)), deliveries(application)] == [1, 1]


def test_an_answer_waits_for_the_disk_and_the_window_does_not(start: Start, person: Person) -> None:
    application = start()
    window = write(person, application)
    approve(person, window)
    person.settle()
    with held(application.storage.writer) as disk:
        person.qtbot.waitUntil(lambda: window._services.dispatch.under_way == 0, timeout=WAIT_MS)
        person.fill(window.tab.form.first(), "Typed meanwhile")
        disk.let_go()
    person.settle()
    assert row_of(window)["outcome"] == "Sent"
    assert sends(application)[0].outcome is Outcome.SENT


def test_a_send_that_is_being_written_goes_out_once_also_in_another_language(start: Start, person: Person) -> None:
    application = start()
    old = write(person, application)
    dialog = opened(person, old)
    person.qtbot.waitUntil(dialog.send_button.isEnabled, timeout=WAIT_MS)
    disk = Held(application.storage.writer)
    with person.qtbot.waitSignal(dialog.approved, timeout=WAIT_MS):
        dialog.send_button.click()
    application._change_language("en")
    window = application.window
    assert window is not old
    assert window._services.dispatch.recording == 1
    with person.qtbot.waitSignal(
        window.flow.row_changed, timeout=WAIT_MS, check_params_cb=lambda send: send.outcome is Outcome.SENT
    ):
        disk.let_go()
    assert [send.outcome for send in sends(application)] == [Outcome.SENT]
    assert deliveries(application) == 1
    assert rows(window) == 1


def test_what_is_being_written_when_the_app_is_closed_is_not_sent(start: Start, person: Person) -> None:
    application = start()
    window = write(person, application)
    dialog = opened(person, window)
    person.qtbot.waitUntil(dialog.send_button.isEnabled, timeout=WAIT_MS)
    with held(application.storage.writer) as disk:
        with person.qtbot.waitSignal(dialog.approved, timeout=WAIT_MS):
            dialog.send_button.click()
        with person.answering(QMessageBox, lambda box: box.reject()):
            assert not window.close()
        sandbox = application.sandbox
        assert sandbox is not None
        application._close.insert(2, disk.let_go)  # after nothing is begun any more, before the storage is closed
        application.close()
        assert sandbox.deliveries() == []
    (send,) = sends(start())
    assert (send.outcome, send.reason) == (Outcome.NOT_SENT, "never_begun")


def test_the_history_says_that_it_is_read(start: Start, person: Person) -> None:
    application = start()
    window = write(person, application)
    person.confirm(window, person.press_send(window))
    with held(application.storage.reader) as disk:
        person.type_into(shown(window.history, QLineEdit), "nothing like it")
        label = next(each for each in window.history.findChildren(QLabel) if each.text() == READING)
        person.qtbot.waitUntil(label.isVisible, timeout=WAIT_MS)
        person.fill(window.tab.form.first(), "Typed meanwhile")
        assert window.tab.draft().message.summary() == "Typed meanwhile"
        disk.let_go()
        person.qtbot.waitUntil(lambda: not label.isVisible(), timeout=WAIT_MS)
    assert "Nothing found" in words_in(window.history)
    assert rows(window) == 0


def test_another_program_that_writes_holds_up_a_send_and_nothing_else(start: Start, person: Person) -> None:
    application = start()
    window = write(person, application)
    dialog = opened(person, window)
    person.qtbot.waitUntil(dialog.send_button.isEnabled, timeout=WAIT_MS)
    with locked(application) as other:
        with person.qtbot.waitSignal(dialog.approved, timeout=WAIT_MS):
            dialog.send_button.click()
        assert window.footer.text() == WRITING
        person.fill(window.tab.form.first(), "Typed meanwhile")
        assert deliveries(application) == 0
        other.execute("ROLLBACK")
        person.qtbot.waitUntil(lambda: deliveries(application) == 1, timeout=WAIT_MS)
    person.settle()
    person.qtbot.waitUntil(lambda: row_of(window)["outcome"] == "Sent", timeout=WAIT_MS)


def test_a_confirmation_needs_no_turn_at_writing(start: Start, person: Person) -> None:
    application = start()
    window = write(person, application)
    with locked(application):
        dialog = person.press_send(window)
        assert dialog.send_button.isEnabled()
        dialog.reject()


def test_no_connection_is_opened_on_the_gui_thread_after_the_start(
    start: Start, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite refuses a connection on any thread but its own, so that nothing is read or written on this one either."""
    application = start()
    opened: list[str] = []
    plain = database._open

    def note(path: Path) -> database.Connection:
        opened.append(threading.current_thread().name)
        return plain(path)

    monkeypatch.setattr(database, "_open", note)
    window = write(person, application)
    person.confirm(window, person.press_send(window))
    person.press(window.history, "Use again")
    person.click(window.tools.new)
    person.click(window.notice.action)
    application._change_language("en")
    assert "drafts" in opened
    assert threading.main_thread().name not in opened


@pytest.mark.long
@pytest.mark.parametrize("seconds", [10, 30])
def test_a_program_that_writes_too_long_has_the_send_refused(start: Start, person: Person, seconds: int) -> None:
    """Five seconds are waited for it: as before, but not by the window."""
    application = start()
    window = write(person, application)
    dialog = opened(person, window)
    person.qtbot.waitUntil(dialog.send_button.isEnabled, timeout=WAIT_MS)
    with locked(application) as other:
        unlock = threading.Timer(seconds, lambda: None)
        unlock.start()
        with person.qtbot.waitSignal(dialog.approved, timeout=WAIT_MS):
            dialog.send_button.click()
        person.qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)), timeout=WAIT_MS)
        (box,) = window.findChildren(QMessageBox)
        assert "nothing was sent" in box.text()
        assert "Another program holds the file" in box.informativeText()
        box.accept()
        person.qtbot.waitUntil(lambda: not unlock.is_alive(), timeout=2 * WAIT_MS)
        other.execute("ROLLBACK")
    assert (sends(application), deliveries(application)) == ([], 0)
    person.confirm(window, person.press_send(window))
    assert deliveries(application) == 1
