"""Closing while a message is on its way: asked about, and what nobody waited for is unknown at the next start."""

import contextlib
import gc
import socket
import sqlite3
import weakref
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from scoro_desktop.storage.database import DATABASE
from tests.journey.conftest import WAIT_MS, HaveAccount, Person, Start
from tests.journey.servers import KEYS, MATCHING, FailingServer, account_at
from tests.journey.sight import row_of, rows, words_in
from tests.scorocode.socket_server import answer

QUERY = '{"deviceType": "ios"}'


class ThinkingServer(FailingServer):
    """Answers a send when it is stopped, and not before."""

    def __init__(self) -> None:
        super().__init__(self._think)

    def _think(self, connection: socket.socket) -> None:
        assert self.stop.wait(60)
        connection.sendall(answer(b'{"count":7,"error":false}'))


def test_waiting_keeps_the_window_and_hears_the_answer(start: Start, have_account: HaveAccount, person: Person) -> None:
    with ThinkingServer() as server:
        have_account(account_at(server.address, read_timeout=60), KEYS)
        window = start().window
        person.wait_for_keys(window)
        person.write_push(window, "Hello", QUERY)
        person.wait_for_count(window, MATCHING)
        dialog = person.press_send(window)
        person.click(dialog.send_button)
        person.qtbot.waitUntil(server.sent_to.is_set, timeout=WAIT_MS)

        def wait(box: QMessageBox) -> None:
            assert "has not answered yet" in box.text()
            assert "may still go out" in box.informativeText()
            person.press(box, "Wait for the answer")

        with person.answering(QMessageBox, wait):
            assert not window.close()
        assert window.isVisible()
        # Escape is no way out either.
        with person.answering(QMessageBox, lambda box: box.reject()):
            assert not window.close()
        assert window.isVisible()
        with person.qtbot.waitSignal(window.flow.row_changed, timeout=WAIT_MS):
            server.stop.set()
        assert row_of(window)["outcome"] == "Sent"
        assert window.close()


def test_what_was_left_behind_is_unknown_at_the_next_start(
    start: Start, have_account: HaveAccount, person: Person
) -> None:
    with ThinkingServer() as server:
        have_account(account_at(server.address, read_timeout=60), KEYS)
        window = start().window
        person.wait_for_keys(window)
        person.write_push(window, "Hello", QUERY)
        person.wait_for_count(window, MATCHING)
        person.click(person.press_send(window).send_button)
        person.qtbot.waitUntil(server.sent_to.is_set, timeout=WAIT_MS)
        with person.answering(QMessageBox, lambda box: person.press(box, "Close")):
            assert window.close()
        assert not window.isVisible()

        window = start().window
        assert rows(window) == 1
        row = row_of(window)
        assert (row["outcome"], row["result"]) == ("Unknown", "App closed before the answer")
        details = person.open_details(window)
        assert "The app was closed before the server's answer came." in words_in(details)
        assert "Find out before you send it again" in words_in(details)
        details.close()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        # The draft is still there, and is not sent by itself.
        assert window.tab.draft().message.summary() == "Hello"
        assert len(server.sends) == 1


def test_a_window_that_waits_for_the_disk_at_its_end_lives_and_says_so(
    start: Start, data_dir: Path, person: Person
) -> None:
    window = start().window
    with contextlib.closing(sqlite3.connect(data_dir / DATABASE, isolation_level=None)) as other:
        person.write_push(window, "Nobody lost this", QUERY)
        other.execute("BEGIN IMMEDIATE")
        person.fill(window.tab.form.first(), "Nor this")
        seen: list[str] = []
        still_there: list[bool] = []
        timer = QTimer(interval=5)

        def look() -> None:
            words = words_in(window.disk)
            if "Saving what you wrote before the window closes" in words:
                seen.append(words)
                window.close()  # clicked once more
                still_there.append(window.isVisible())
                other.rollback()
                timer.stop()

        timer.timeout.connect(look)
        timer.start()
        assert window.close()
        assert seen
        assert still_there == [True]
        assert not window.isVisible()
    assert start().window.tab.draft().message.summary() == "Nor this"


def test_nothing_holds_on_to_an_app_that_was_closed(start: Start, person: Person) -> None:
    """A lambda that a connection of Qt holds stays with all that it knows: no collector sees it.

    A thousand windows of the tests took 900 MB in each process so, and ever longer to be gone through.
    """
    closed = weakref.ref(start().window)
    start()

    def is_gone() -> bool:
        gc.unfreeze()  # what is loaded meanwhile is taken out of the collector's sight, and the window with it
        gc.collect()
        return closed() is None

    person.qtbot.waitUntil(is_gone, timeout=WAIT_MS)  # a thread may hold on to its last answer for a moment
    gc.freeze()
