"""A page that is no message: it opens, closes and comes back, and whatever is about messages leaves it alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.app import Application
from scoro_desktop.ui.kit.page import Page
from scoro_desktop.ui.runtime.services import Services
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.window.main_window import MainWindow
from scoro_desktop.ui.window.page_kinds import PAGE_KINDS
from scoro_desktop.wire import JsonObject
from tests.journey.conftest import Person, Start
from tests.journey.sight import row_of

IOS = '{"deviceType": "ios"}'
NOTES = "notes"


class NotesPage(Page):
    """A line that is written on."""

    def __init__(self, _services: Services, parent: QWidget) -> None:
        super().__init__(NOTES, parent)
        self.line = QLineEdit(self)
        QVBoxLayout(self).addWidget(self.line)

    def title(self) -> str:
        return "Notes"

    def status(self) -> str:
        return "A page for notes."

    def go_to_start(self) -> None:
        self.line.setFocus()

    def kept(self) -> JsonObject:
        return {"line": self.line.text()}

    def take_up(self, kept: JsonObject) -> None:
        self.line.setText(str(kept["line"]))


@pytest.fixture(autouse=True)
def _kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PAGE_KINDS, NOTES, NotesPage)


def titles(window: MainWindow) -> list[str]:
    return [window.tabs.tabBar().tabText(number) for number in range(window.tabs.count())]


def open_notes(window: MainWindow) -> NotesPage:
    page = window.tabs.open(NOTES)
    assert isinstance(page, NotesPage)
    return page


def press(window: MainWindow, person: Person, key: Qt.Key) -> None:
    """A key with Ctrl."""
    with person.qtbot.waitActive(window):
        window.activateWindow()
    QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)


def restored(qtbot: QtBot, application: Application) -> NotesPage:
    pages = application.window.tabs
    qtbot.waitUntil(lambda: any(isinstance(each, NotesPage) for each in pages.all()))
    (page,) = [each for each in pages.all() if isinstance(each, NotesPage)]
    return page


@pytest.fixture
def ready(window: MainWindow, person: Person) -> Iterator[MainWindow]:
    """A window with a push that could be sent at once."""
    person.write_push(window, "Great match!", IOS)
    person.wait_for_count(window)
    yield window
    assert [each for each in window.findChildren(ConfirmDialog) if each.isVisible()] == []


def test_it_opens_once_in_front_and_says_what_it_is(ready: MainWindow) -> None:
    page = open_notes(ready)
    assert titles(ready) == ["Push", "SMS", "Notes"]
    assert ready.tabs.in_front() is page
    assert ready.focusWidget() is page.line
    assert ready.footer.text() == "A page for notes."
    assert open_notes(ready) is page
    assert titles(ready) == ["Push", "SMS", "Notes"]


def test_nothing_of_the_message_behind_it_can_be_done(ready: MainWindow, person: Person) -> None:
    assert ready.footer.send.isEnabled()
    page = open_notes(ready)
    for name in ("message.send", "message.test", "message.new", "drafts.save", "templates.save", "edit.undo"):
        assert not ready.commands[name].isEnabled(), name
    assert not ready.footer.send.isEnabled()
    assert ready.send() is None
    ready.send_test()
    press(ready, person, Qt.Key.Key_Return)
    press(ready, person, Qt.Key.Key_N)
    ready.undo.undo()
    ready.problems.step(1)
    assert ready.tabs.in_front() is page
    press(ready, person, Qt.Key.Key_1)
    assert ready.tab.draft().message.summary() == "Great match!"
    assert ready.footer.send.isEnabled()
    open_notes(ready)
    ready.doubt()
    press(ready, person, Qt.Key.Key_1)
    assert ready.tab.draft().audience is None  # in doubt nobody stands, wherever one is
    assert ready.send() is None


def test_it_is_typed_on_undone_and_closed_by_itself(ready: MainWindow, person: Person) -> None:
    page = open_notes(ready)
    QTest.keyClicks(page.line, "milk")
    QTest.keyClick(page.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.line.text() == ""
    QTest.keyClicks(page.line, "bread")
    press(ready, person, Qt.Key.Key_W)
    assert titles(ready) == ["Push", "SMS"]
    assert ready.tab.draft().message.summary() == "Great match!"
    assert ready.commands["message.send"].isEnabled()
    assert not ready.commands["page.close"].isEnabled()
    ready.tabs.close_front()
    assert titles(ready) == ["Push", "SMS"]


def test_its_button_closes_it_from_wherever_one_is(ready: MainWindow, person: Person) -> None:
    open_notes(ready)
    ready.commands["view.sms"].trigger()
    bar = ready.tabs.tabBar()
    button = bar.tabButton(2, bar.ButtonPosition.RightSide)
    assert button is not None
    assert button.accessibleName() == "Close Notes"
    person.click(button)
    assert titles(ready) == ["Push", "SMS"]
    assert ready.tab.channel == "sms"


def test_a_send_under_way_is_told_of_and_settles_behind_it(ready: MainWindow, person: Person) -> None:
    dialog = person.press_send(ready)
    ready.tabs.open(NOTES)
    person.confirm(ready, dialog)
    assert row_of(ready)["outcome"] == "Sent"
    assert ready.footer.text() == "A page for notes."
    person.select_row(ready)
    person.press(ready.history, "Use again")
    assert ready.tabs.in_front() is ready.tab
    assert ready.tab.channel == "push"


def test_messages_are_opened_beside_it(ready: MainWindow, person: Person) -> None:
    page = open_notes(ready)
    page.line.setText("milk")
    room = ready.drafts.show()
    room.close()
    importing = ready.curl.show_import()
    with person.qtbot.waitSignal(importing.read):
        person.paste(importing.editor, '{"coll": "users", "msg": {"text": "Hush"}}')
    person.press(importing, "Fill the form")
    assert (ready.tab.channel, ready.tab.draft().message.summary()) == ("sms", "Hush")
    assert page.line.text() == "milk"


def test_it_comes_back_with_what_stood_on_it_and_in_front(start: Start, person: Person, qtbot: QtBot) -> None:
    window = start().window
    person.fill(window.tab.form.first(), "Great match!")
    open_notes(window).line.setText("milk")
    application = start()
    page = restored(qtbot, application)
    assert page.line.text() == "milk"
    assert titles(application.window) == ["Push", "SMS", "Notes"]
    assert application.window.tabs.in_front() is page
    assert application.window.tab.draft().message.summary() == "Great match!"

    application.window.language_chosen.emit("ru")
    page = restored(qtbot, application)
    assert page.line.text() == "milk"
    application.window.commands["view.push"].trigger()
    application.window.language_chosen.emit("en")
    page = restored(qtbot, application)
    assert application.window.tabs.in_front() is application.window.tab
    application.window.tabs.close_page(page)
    application = start()
    assert titles(application.window) == ["Push", "SMS"]


def test_a_kind_that_is_gone_and_a_page_that_fails_leave_the_window_as_it_is(
    start: Start, person: Person, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start().window
    person.fill(window.tab.form.first(), "Great match!")
    open_notes(window)
    with monkeypatch.context() as context:
        context.delitem(PAGE_KINDS, NOTES)
        window = start().window
        qtbot.waitUntil(lambda: not window.tabs._waiting)
        assert titles(window) == ["Push", "SMS"]
        assert window.tab.draft().message.summary() == "Great match!"

    window.tabs.restore({"open": [{"kind": NOTES, "kept": {}}, "no page", {"kind": 5}, {}]})
    with qtbot.captureExceptions() as raised:
        qtbot.waitUntil(lambda: not window.tabs._waiting)
    assert [each[0] for each in raised] == [KeyError]
    assert window.tab.draft().message.summary() == "Great match!"


def test_what_is_no_list_of_pages_opens_none(window: MainWindow) -> None:
    wrong: list[JsonObject] = [{}, {"open": None}, {"open": [1, "a", None]}]
    for kept in wrong:
        window.tabs.restore(kept)
        assert window.tabs.kept() == {"open": []}


def test_a_click_on_a_tab_takes_the_keyboard_off_send_and_back_to_where_it_was(start: Start, person: Person) -> None:
    window = start().window
    bar = window.tabs.tabBar()
    title = window.tab.form.first()
    person.type_into(title, "Sale")
    window.footer.send.setFocus()

    def click(index: int) -> None:
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(index).center())

    click(1)
    person.qtbot.waitUntil(lambda: window.tab.channel == "sms")
    text = window.tab.form.first()
    person.qtbot.waitUntil(text.hasFocus)
    window.footer.send.setFocus()
    click(1)  # it is in front already
    person.qtbot.waitUntil(text.hasFocus)
    window.footer.send.setFocus()
    click(0)
    person.qtbot.waitUntil(title.hasFocus)
