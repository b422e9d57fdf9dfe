"""The way of a whisper through the window, by hand. Run over the copy of the sources that knows the channel."""

import json
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from scoro_desktop.curl.reading import Shell, read_curl
from scoro_desktop.messages.request import Channel
from scoro_desktop.storage.history import HistoryFilter
from scoro_desktop.ui.drafts.name_dialog import NameDialog
from scoro_desktop.ui.history import history_model
from scoro_desktop.ui.library.templates import TemplatesDialog
from scoro_desktop.ui.phone.phone_view import PhoneView
from scoro_desktop.ui.templates.fill_dialog import FillDialog
from scoro_desktop.ui.templates.save_dialog import SaveDialog
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, HaveAccount, Person, Start, shown
from tests.journey.servers import KEYS, NO_RIGHT, account_at
from tests.journey.sight import lines_on, row_of, words_in
from tests.journey.stored import stored
from tests.scorocode.socket_server import SocketServer, answer, receive

NEAR = {"near": True}


class Listeners(SocketServer):
    """Counts seven of twelve listeners, takes whatever is sent, and keeps by which call it came."""

    def __init__(self) -> None:
        super().__init__(self._answer)
        self.sends: list[tuple[str, dict[str, Any]]] = []
        self.counted: list[dict[str, Any]] = []

    def _answer(self, connection: socket.socket) -> None:
        while request := receive(connection):
            head, _, content = request.partition(b"\r\n\r\n")
            call = head.split(b" ")[1].decode().removeprefix("/api/v1/")
            body = {
                key: value for key, value in json.loads(content).items() if key not in {"app", "cli", "acc", "sess"}
            }
            if call == "data/count":
                self.counted.append(body)
                connection.sendall(answer(b'{"result":%d,"error":false}' % (7 if body.get("query") else 12)))
            elif call.startswith("send"):
                self.sends.append((call, body))
                connection.sendall(answer(b'{"count":7,"error":false}'))
            else:
                connection.sendall(NO_RIGHT)


@pytest.fixture
def listeners() -> Iterator[Listeners]:
    with Listeners() as server:
        yield server


def press(window: MainWindow, person: Person, key: Qt.Key) -> None:
    """A key with Ctrl."""
    with person.qtbot.waitActive(window):
        window.activateWindow()
    QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)


def text(window: MainWindow) -> str:
    return window.tab.draft().message.summary()


def test_the_way_of_a_whisper(start: Start, person: Person, have_account: HaveAccount, listeners: Listeners) -> None:
    whisper = Channel("whisper")
    have_account(account_at(listeners.address), KEYS)
    application = start()
    window = application.window
    person.wait_for_keys(window)
    press(window, person, Qt.Key.Key_3)
    assert [window.tabs.tabText(number) for number in range(window.tabs.count())] == ["Push", "SMS", "Whisper"]
    assert window.tab.channel is whisper

    # The form, its problems and the count.
    person.qtbot.waitUntil(lambda: window.footer.text() == "Write a message, then choose who gets it.", timeout=WAIT_MS)
    assert window.send() is None
    assert "Write the text of the message." in window.footer.text()
    person.fill(window.tab.form.first(), "Psst")
    person.fill(window.tab.audience.editor, json.dumps(NEAR))
    assert person.wait_for_count(window, 7) == 7
    assert {"coll": "listeners", "query": NEAR} in listeners.counted
    assert lines_on(window.tab.preview.phones["ear"].scene) == ["Psst"]
    assert "7 recipients" in window.footer.text()

    # Undo and redo, with the keyboard in the form.
    window.tab.form.first().setFocus()
    press(window, person, Qt.Key.Key_Z)
    assert text(window) == ""
    press(window, person, Qt.Key.Key_Y)
    assert text(window) == "Psst"

    # The confirmation, the wire, and the row.
    dialog = person.press_send(window)
    person.qtbot.waitUntil(lambda: dialog.findChild(PhoneView) is not None)
    assert lines_on(dialog.findChildren(PhoneView)[0].scene) == ["Psst"]
    assert dialog.send_button.text() == "Send to 7 recipients"
    person.confirm(window, dialog)
    request = {"coll": "listeners", "query": NEAR, "msg": {"secret": "Psst"}}
    assert listeners.sends == [("sendwhisper", request)]
    assert row_of(window)["message"] == "Psst"
    assert row_of(window)["outcome"] == "Sent"
    assert window.history.table.model().index(0, history_model.CHANNEL).data() == "Whisper"
    person.settle()
    (line,) = stored(application).history.page(HistoryFilter(), 0, 10)
    assert (line.channel, line.summary, line.count) == ("whisper", "Psst", 7)

    # "Use again", into its own form from another one's tab; the same message is known again.
    person.click(window.tools.new)
    assert text(window) == ""
    press(window, person, Qt.Key.Key_1)
    person.select_row(window)
    person.press(window.history, "Use again")
    assert window.tab.channel is whisper
    assert window.tab.draft().message.to_wire() == {"msg": {"secret": "Psst"}}
    person.wait_for_count(window, 7)
    again = person.press_send(window)
    assert "You already sent this message to this audience" in words_in(again)
    again.reject()

    # Out as a curl command, and in again.
    window.curl.copy(Shell.POSIX, False)
    command = QGuiApplication.clipboard().text()
    assert "/api/v1/sendwhisper" in command
    reading = read_curl(command)
    assert (reading.channel, reading.problems) == (whisper, ())
    press(window, person, Qt.Key.Key_2)
    importing = window.curl.show_import()
    with person.qtbot.waitSignal(importing.read):
        person.paste(importing.editor, command.replace("Psst", "Hush"))
    person.press(importing, "Fill the form")
    assert (window.tab.channel, text(window)) == (whisper, "Hush")

    # A template with a variable.
    person.fill(window.tab.form.first(), "Psst, {{name}}")
    window.tools.keep_template.trigger()
    keep = shown(window, SaveDialog)
    person.fill(keep.name, "Aside")
    person.press(keep, "Save")
    window.tools.templates.trigger()
    person.settle()
    room = shown(window, TemplatesDialog)
    assert "Whisper" in room.list.list.item(0).text()
    person.press(room, "Use")
    ask = shown(room, FillDialog)
    assert "secret" in words_in(ask)
    person.fill(ask.field("name").edit, "Ann")
    person.press(ask, "Fill in")
    assert text(window) == "Psst, Ann"

    # A draft with a name, and the next start.
    press(window, person, Qt.Key.Key_S)
    naming = shown(window, NameDialog)
    person.fill(naming.name, "For Ann")
    QTest.keyClick(naming.name, Qt.Key.Key_Return)
    person.settle()
    application = start()
    window = application.window
    assert "For Ann" in window.tabs.tabText(2)
    window.commands["view.whisper"].trigger()
    assert (window.tab.channel, text(window)) == (whisper, "Psst, Ann")
