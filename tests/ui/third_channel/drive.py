"""The way of a whisper through the window, by hand. Run over the copy of the sources that knows the channel."""

import contextlib
import dataclasses
import json
import socket
import urllib.request
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from scoro_desktop.app import Application
from scoro_desktop.curl.reading import Shell, read_curl
from scoro_desktop.messages.channels.registry import CHANNELS
from scoro_desktop.messages.request import Channel
from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode.account import AccessKind, Keys
from scoro_desktop.storage.history import HistoryFilter
from scoro_desktop.ui.calendar.calendar_view import CalendarView
from scoro_desktop.ui.drafts.name_dialog import NameDialog
from scoro_desktop.ui.history import history_model
from scoro_desktop.ui.history.compare_dialog import CompareDialog
from scoro_desktop.ui.later.plans_dialog import PlansDialog
from scoro_desktop.ui.library import files
from scoro_desktop.ui.library.import_dialog import LibraryImport
from scoro_desktop.ui.library.templates import TemplatesDialog
from scoro_desktop.ui.phone.phone_view import PhoneView
from scoro_desktop.ui.templates.fill_dialog import FillDialog
from scoro_desktop.ui.templates.save_dialog import SaveDialog
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey import later
from tests.journey.campaigns import WITH_PHONE, Campaigner
from tests.journey.conftest import WAIT_MS, HaveAccount, Person, Start, shown
from tests.journey.servers import KEYS, NO_RIGHT, account_at
from tests.journey.sight import lines_on, row_of, words_in
from tests.journey.stored import stored
from tests.scorocode.socket_server import SocketServer, answer, receive
from tests.ui.history.page import Page

NEAR = {"near": True}
NAMES = {each["_id"]: name for each, name in zip(WITH_PHONE, ("Anna", "Boris", "Vera"), strict=False)}


class Listeners(SocketServer):
    """Counts seven of twelve listeners, takes whatever is sent, and keeps by which call it came.

    `people`: who is asked for all else, if anybody is.
    """

    def __init__(self, people: Sandbox | None = None) -> None:
        super().__init__(self._answer)
        self.people = people
        self.sends: list[tuple[str, dict[str, Any]]] = []
        self.counted: list[dict[str, Any]] = []

    def _answer(self, connection: socket.socket) -> None:
        while request := receive(connection):
            head, _, content = request.partition(b"\r\n\r\n")
            call = head.split(b" ")[1].decode().removeprefix("/api/v1/")
            body = {
                key: value for key, value in json.loads(content).items() if key not in {"app", "cli", "acc", "sess"}
            }
            if call == "data/count" and body["coll"] == "listeners":
                self.counted.append(body)
                connection.sendall(answer(b'{"result":%d,"error":false}' % self._number(body.get("query"))))
            elif call.startswith("send"):
                self.sends.append((call, body))
                connection.sendall(answer(b'{"count":%d,"error":false}' % self._number(body["query"])))
            elif self.people is not None:
                connection.sendall(asked(self.people, call, content))
            else:
                connection.sendall(NO_RIGHT)

    @staticmethod
    def _number(query: Any) -> int:
        return len(query["_id"]["$in"]) if "_id" in (query or {}) else 7 if query else 12


def asked(sandbox: Sandbox, call: str, content: bytes) -> bytes:
    """The answer of the sandbox to a call."""
    wanted = urllib.request.Request(sandbox.address + call, content, {"Content-Type": "application/json"})
    with urllib.request.urlopen(wanted) as found:
        return answer(found.read())


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
    assert [window.tabs.tabBar().tabText(number) for number in range(window.tabs.count())] == ["Push", "SMS", "Whisper"]
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
    assert "For Ann" in window.tabs.tabBar().tabText(2)
    window.commands["view.whisper"].trigger()
    assert (window.tab.channel, text(window)) == (whisper, "Psst, Ann")


@pytest.fixture
def application(start: Start, have_account: HaveAccount, listeners: Listeners) -> Application:
    have_account(account_at(listeners.address), KEYS)
    return start()


@pytest.fixture
def window(application: Application, person: Person) -> MainWindow:
    """A window with a whisper that could be sent at once."""
    window = application.window
    person.wait_for_keys(window)
    window.commands["view.whisper"].trigger()
    person.fill(window.tab.form.first(), "Psst")
    person.fill(window.tab.audience.editor, json.dumps(NEAR))
    person.wait_for_count(window, 7)
    return window


def test_it_is_planned_and_stands_in_the_calendar(
    window: MainWindow, application: Application, person: Person, listeners: Listeners
) -> None:
    hand = later.Hand(application)
    planned = later.plan(person, window)
    assert (planned.channel, planned.summary) == ("whisper", "Psst")
    window.commands["later.show"].trigger()
    person.settle()
    plans = shown(window, PlansDialog)
    rows = plans.table.model()
    assert "Psst" in [rows.index(0, column).data() for column in range(rows.columnCount())]
    plans.close()
    window.commands["history.calendar"].trigger()
    view = shown(window, CalendarView)
    view.grid.take(date(2026, 12, 2))
    table = view.table.model()
    person.qtbot.waitUntil(lambda: table.rowCount() == 1 and table.index(0, 1).data() == "Psst", timeout=WAIT_MS)
    hand.move_to("12-02 06:00")
    person.qtbot.waitUntil(lambda: bool(listeners.sends), timeout=WAIT_MS)
    assert listeners.sends == [("sendwhisper", {"coll": "listeners", "query": NEAR, "msg": {"secret": "Psst"}})]


def test_the_history_tells_it_apart_and_compares(window: MainWindow, application: Application, person: Person) -> None:
    for text in ("Psst", "Hush"):
        person.fill(window.tab.form.first(), text)
        person.confirm(window, person.press_send(window))
    person.settle()
    window.commands["page.history"].trigger()
    person.settle()
    page = Page(window.history, window._services.storage)
    page.tick("Channel", "SMS")
    assert page.rows() == ""
    page.link("Clear")
    page.tick("Channel", "Whisper")
    assert page.rows() == "HushPsst"
    assert "14 recipients" in page.sums()
    window.history.table.selectAll()
    (compare,) = (each for each in window.history.table.actions() if each.text() == "Compare")
    compare.trigger()
    person.settle()
    dialog = window.history.findChild(CompareDialog)
    assert dialog is not None
    rows = {name: (left, right, differs) for name, left, right, differs in dialog.rows}
    assert rows["Channel"] == ("Whisper", "Whisper", False)
    assert rows["Secret"] == ("Psst", "Hush", True)
    dialog.close()


def test_its_template_goes_to_a_file_and_comes_from_one(
    window: MainWindow, application: Application, person: Person, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "templates.json"
    monkeypatch.setattr(files, "to_write", lambda _parent: path)
    monkeypatch.setattr(files, "to_read", lambda _parent: path)
    window.tools.keep_template.trigger()
    keep = shown(window, SaveDialog)
    person.fill(keep.name, "Aside")
    person.press(keep, "Save")
    window.tools.templates.trigger()
    person.settle()
    room = shown(window, TemplatesDialog)
    room.export_all.trigger()
    person.qtbot.waitUntil(lambda: "1 template written to" in room.notice.text(), timeout=WAIT_MS)
    assert json.loads(path.read_text("utf-8"))["templates"][0]["channel"] == "whisper"
    person.press(room, "Delete")
    person.press(room, "Import…")
    person.qtbot.waitUntil(lambda: any(each.isVisible() for each in room.findChildren(LibraryImport)), timeout=WAIT_MS)
    person.press(shown(room, LibraryImport), "Import")
    person.qtbot.waitUntil(lambda: "1 template imported" in room.notice.text(), timeout=WAIT_MS)
    (kept,) = stored(application).templates.all()
    assert (kept.template.channel, kept.template.name) == ("whisper", "Aside")
    room.close()


def test_a_campaign_of_it_reaches_each_person_once(
    start: Start, qtbot: QtBot, have_account: HaveAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = Campaigner(qtbot, monkeypatch)
    with contextlib.closing(Sandbox()) as sandbox, Listeners(sandbox) as listeners:
        sandbox.start()
        account = dataclasses.replace(
            account_at(listeners.address), application_id=sandbox.application_id, access_kind=AccessKind.MASTER
        )
        have_account(account, Keys(sandbox.client_key, sandbox.master_key))
        application = start()
        window = application.window
        person.wait_for_keys(window)
        window.commands["view.whisper"].trigger()
        person.fill(window.tab.form.first(), "Psst, {{Name}}")
        person.click(window.footer.campaign)
        view = person.view(window)
        rows = "\n".join(["User id\tName", *(f"{key}\t{name}" for key, name in NAMES.items())])
        QGuiApplication.clipboard().setText(rows)
        person.click(view.recipients.choice.paste)
        qtbot.waitUntil(view.recipients.check.isEnabled, timeout=WAIT_MS)
        person.check(view)
        person.start(view, len(NAMES))
        person.wait_for_end(view)
        sent = {tuple(body["query"]["_id"]["$in"]): (call, body["msg"]["secret"]) for call, body in listeners.sends}
        assert sent == {(key,): ("sendwhisper", f"Psst, {name}") for key, name in NAMES.items()}
        (campaign,) = stored(application).campaigns.newest()
        assert campaign.channel == "whisper"


def test_a_channel_that_names_nobody_has_no_campaigns(window: MainWindow) -> None:
    campaign = window.commands["message.campaign"]
    assert campaign.isEnabled()
    object.__setattr__(CHANNELS[Channel("whisper")], "people_field", "")
    window.commands["view.sms"].trigger()
    assert campaign.isEnabled()
    window.commands["view.whisper"].trigger()
    assert not campaign.isEnabled()
    assert window.commands["message.test"].isEnabled()
