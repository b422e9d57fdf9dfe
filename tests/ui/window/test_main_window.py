import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.scorocode.replies import Outcome, Sent
from scoro_desktop.storage.drafts import Drafts
from scoro_desktop.storage.history import HistoryFilter
from scoro_desktop.ui.channels.push.push_form import PushForm
from scoro_desktop.ui.compose.key_value_row import KeyValueRow
from scoro_desktop.ui.kit.appearance import DARK, LIGHT
from scoro_desktop.ui.kit.splitter import LEAST
from scoro_desktop.ui.window.main_window import NARROW, MainWindow
from tests.journey.conftest import Person, Start
from tests.journey.stored import execute, stored
from tests.storage.kept_drafts import save
from tests.ui.compose.messages import push_with
from tests.ui.sending.test_send_flow import compose, press, rows, server, settled
from tests.ui.servers import Server

__all__ = ["server"]

HALF_QUERY = '{"deviceType": "andro'


def push_form(window: MainWindow) -> PushForm:
    form = window.tab.form
    assert isinstance(form, PushForm)
    return form


def write_a_lot(window: MainWindow, person: Person) -> None:
    """Leaves a draft that could not be sent: half a query, half a row, a section that is off."""
    body = push_with(gcm={"notification": {"title": "Sale", "odd": None}, "data": {"a": 1}}, apns={"aps": {"badge": 1}})
    window.messages.open(Request.from_wire(Channel.PUSH, body), everyone=False, query_text=HALF_QUERY)
    form = push_form(window)
    row = form.android.field("data").findChildren(KeyValueRow)[0]
    row.type.setCurrentIndex(row.type.findData("json"))
    row.text.setText("[1, ")
    row.text.textEdited.emit("[1, ")
    title = form.android.field("notification", "title").edit()
    QTest.keyClick(title, Qt.Key.Key_End)  # a text that is put in is seen from its beginning
    person.type_into(title, "!")
    form.iphone.switch.click()


def menu_action(window: MainWindow, data: str) -> QAction:
    """The entry of the menu that stands for a choice."""
    return next(each for each in window.bar.findChildren(QAction) if each.data() == data)


def test_closing_while_a_send_is_under_way_asks_first(
    start: Start, person: Person, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[MainWindow] = []
    stay = True

    def leave(parent: MainWindow) -> bool:
        asked.append(parent)
        return not stay

    monkeypatch.setattr("scoro_desktop.ui.kit.questions.leave_while_sending", leave)
    application = start()
    window = application.window
    compose(window)
    press(person, window)
    person.qtbot.waitUntil(lambda: bool(server.of("push")))
    assert not window.close()
    assert window.isVisible()
    assert asked == [window]
    stay = False
    assert window.close()
    assert not window.isVisible()
    (row,) = rows(application)
    assert row.outcome is Outcome.SENDING


def test_closing_with_nothing_under_way_asks_nothing(
    start: Start, person: Person, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scoro_desktop.ui.kit.questions.leave_while_sending", lambda _parent: pytest.fail("asked"))
    server.always("push", Sent(7))
    application = start()
    compose(application.window)
    press(person, application.window)
    settled(person, application)
    person.qtbot.waitUntil(lambda: application.services.dispatch.under_way == 0)
    assert application.window.close()


def test_everything_that_was_written_is_there_at_the_next_start(start: Start, person: Person) -> None:
    window = start().window
    write_a_lot(window, person)
    state = window.tab.state()
    window.tabs.setCurrentIndex(1)
    window.tab.form.first().insertPlainText("Привет")  # type: ignore[attr-defined]
    window.tab.audience.everyone.click()
    window = start().window
    assert window.tab.state() == state
    assert window.tab.audience.text() == HALF_QUERY
    row = push_form(window).android.field("data").findChildren(KeyValueRow)[0]
    assert (row.key.text(), row.type.currentData(), row.text.text()) == ("a", "json", "[1, ")
    push_form(window).iphone.switch.click()
    assert push_form(window).request().to_wire()["msg"] == {
        "data": {"gcm": {"notification": {"title": "Sale!", "odd": None}}, "apns": {"aps": {"badge": 1}}}
    }
    window.tabs.setCurrentIndex(1)
    assert window.tab.form.request().to_wire()["msg"] == {"text": "Привет"}
    assert window.tab.audience.everyone.isChecked()


def test_what_is_typed_is_on_disk_within_two_seconds_without_closing(start: Start, person: Person) -> None:
    application = start()
    person.type_into(application.window.tab.form.first(), "Sale")

    def kept() -> bool:
        return "Sale" in json.dumps(Drafts(application.storage.place).load("push"))

    person.qtbot.waitUntil(kept, timeout=2000)


def test_an_odd_draft_on_disk_does_not_keep_the_window_from_opening(start: Start) -> None:
    application = start()
    application.window.retire()
    for odd in ({}, {"form": 5}, {"form": {"android": [1]}, "query_text": 5, "collection": [], "everyone": "yes"}):
        save(application.services.drafts, "push", odd)  # type: ignore[arg-type]
        window = MainWindow(application.services)
        assert window.tab.draft().audience is None
        window.retire()
        window.deleteLater()
    application.window.deleteLater()
    application.window = MainWindow(application.services)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def english_again() -> Iterator[None]:
    """Takes away what a change of language put into the application for good."""
    from PySide6.QtCore import QTranslator

    yield
    qapp = QApplication.instance()
    assert qapp is not None
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)


@pytest.mark.usefixtures("english_again")
def test_another_language_is_spoken_also_where_the_choice_cannot_be_written(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    person.type_into(window.tab.form.first(), "Kept")
    execute(application, "PRAGMA query_only = ON")
    menu_action(window, "ru").trigger()
    execute(application, "PRAGMA query_only = OFF")
    assert application.window is not window
    assert application.window.footer.send.text() == "Отправить…"
    assert application.window.tab.draft().message.summary() == "Kept"


@pytest.mark.usefixtures("english_again")
def test_another_language_keeps_the_draft_and_the_send_that_is_under_way(
    start: Start, person: Person, server: Server
) -> None:
    application = start()
    old = application.window
    compose(old)
    press(person, old)
    person.qtbot.waitUntil(lambda: bool(server.of("push")))
    write_a_lot(old, person)
    state = old.tab.state()
    menu_action(old, "ru").trigger()
    window = application.window
    assert window is not old
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(old)
    assert window.isVisible()
    assert window.tab.state() == state
    told: list[Outcome] = []
    window.flow.row_changed.connect(lambda send: told.append(send.outcome))
    server.of("push")[0].answer(Sent(7))
    (row,) = settled(person, application)
    person.qtbot.waitUntil(lambda: bool(told))
    assert (row.outcome, row.count, told) == (Outcome.SENT, 7, [Outcome.SENT])
    assert len(server.of("push")) == 1
    menu_action(window, "en").trigger()
    assert application.window.tab.state() == state
    assert application.settings.language == "en"


def test_another_appearance_is_taken_at_once_and_kept(start: Start) -> None:
    window = start().window
    menu_action(window, "dark").trigger()
    assert QApplication.palette().color(QPalette.ColorRole.Window).name() == DARK.window.lower()
    assert start().appearance.choice == "dark"
    menu_action(start().window, "light").trigger()
    assert QApplication.palette().color(QPalette.ColorRole.Window).name() == LIGHT.window.lower()


def test_marks_take_the_colours_of_another_appearance(start: Start) -> None:
    window = start().window
    window.tab.audience.editor.replace("{,}")
    menu_action(window, "dark").trigger()
    marks = window.tab.audience.editor.extraSelections()
    colour = marks[0].format.underlineColor().name()
    menu_action(window, "light").trigger()
    assert colour == DARK.danger.lower()


def test_a_narrow_window_folds_the_preview_away(window: MainWindow) -> None:
    assert window.tab.preview.isVisible()
    window.resize(NARROW - 1, 700)
    assert not window.tab.preview.isVisible()
    window.resize(NARROW, 700)
    assert window.tab.preview.isVisible()
    QTest.mouseClick(window.tools.preview, Qt.MouseButton.LeftButton)
    assert not window.tab.preview.isVisible()


def test_it_is_usable_at_1024_by_640(window: MainWindow) -> None:
    window.resize(1024, 640)
    assert (window.width(), window.height()) == (1024, 640)
    for widget in (window.footer.send, window.footer, window.tab.form.first(), window.tab.audience.conditions):
        assert widget.isVisible()
        assert window.rect().contains(widget.mapTo(window, widget.rect().bottomRight()))


def test_a_long_name_of_an_account_does_not_widen_the_window(start: Start) -> None:
    import dataclasses

    application = start()
    account = application.services.sandbox_account
    assert account is not None
    application.window.current.choose(dataclasses.replace(account, id="x", name="long name " * 60))
    application.window.resize(1024, 640)
    assert application.window.width() == 1024


def test_in_a_low_window_the_history_gives_way_to_the_forms(start: Start) -> None:
    window = start().window
    window.resize(1024, 800)
    QApplication.processEvents()
    roomy = window.history.height()
    window.resize(1024, 640)
    QApplication.processEvents()
    assert window.tab.height() >= 336
    assert window.history.height() == LEAST < roomy


def test_the_window_comes_back_as_it_was_left(qtbot: QtBot, start: Start) -> None:
    application = start()
    application.window.resize(900, 640)  # no wider: the screen of the tests is small, and Qt keeps windows on it
    application.window.tabs.setCurrentIndex(0)
    application.window.tab.splitter.setSizes([500, 300, 300])
    sizes = application.window.tab.splitter.sizes()
    application.window.close()
    window = MainWindow(application.services)
    qtbot.addWidget(window)
    window.show()
    assert (window.width(), window.height()) == (900, 640)
    assert window.tab.splitter.sizes() == pytest.approx(sizes, abs=8)
    window.retire()


def test_the_preview_is_the_request_that_is_sent(start: Start, person: Person, server: Server) -> None:
    application = start()
    window = application.window
    body = {**push_with(gcm={"notification": {"title": "t"}, "odd": [1.0, None]}), "coll": 5, "query": [], "more": "é"}
    window.messages.open(Request.from_wire(Channel.PUSH, body), everyone=False, query_text='{"a": 1.50}')
    person.qtbot.waitUntil(lambda: '"a"' in window.tab.preview.text())
    shown = json.loads(window.tab.preview.text())
    press(person, window)
    person.qtbot.waitUntil(lambda: bool(server.of("push")))
    sent = server.of("push")[0].body
    assert {key: value for key, value in shown.items() if key not in {"app", "cli", "acc", "sess"}} == sent
    assert {shown["cli"], shown["acc"]} == {"••••••••"}
    server.end()
    settled(person, application)


@pytest.mark.parametrize("keys", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_opens_the_confirmation_from_within_a_text(
    start: Start, person: Person, server: Server, keys: Qt.Key
) -> None:
    application = start()
    window = application.window
    compose(window)
    with person.qtbot.waitActive(window):
        window.activateWindow()
    for editor in (window.tab.audience.editor, push_form(window).android.field("notification", "body").edit()):
        before = window.tab.state()
        editor.setFocus()
        QTest.keyClick(editor, keys, Qt.KeyboardModifier.ControlModifier)
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        dialog.close()
        assert window.tab.state() == before
    assert stored(application).history.count(HistoryFilter()) == 0


def test_the_count_of_another_account_does_not_stand_in(start: Start, person: Person, server: Server) -> None:
    server.always("count", 7123)
    window = start().window
    compose(window)
    assert person.wait_for_count(window) == 7123
    server._always.clear()
    other = Account("a2", "Other", Environment.TEST, "https://api.invalid/", "app", AccessKind.MASTER)
    window.current.choose(other, Keys("c", "a"))
    assert "7,123" not in window.tab.audience.count.text()
    assert "7,123" not in window.footer.text()
