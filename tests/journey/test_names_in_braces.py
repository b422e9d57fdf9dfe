"""Names that are offered between two braces, in every text of a message and in the values of its data."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.app import Application
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.ui.channels.push.push_form import PushForm
from scoro_desktop.ui.compose.key_value_row import KeyValueRow
from scoro_desktop.ui.editor.edit_dialog import EditDialog
from scoro_desktop.ui.kit.completions import Completions
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.campaigns import Campaigner, out_of_excel
from tests.journey.conftest import WAIT_MS, Start, shown
from tests.journey.stored import at_rest
from tests.ui.compose.messages import push_with


@pytest.fixture
def person(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Campaigner:
    return Campaigner(qtbot, monkeypatch)


@pytest.fixture
def app(start: Start) -> Application:
    return start()


def offered(window: QWidget) -> list[str]:
    """The names in the list that is open; none while there is none."""
    lists = [each for each in window.findChildren(Completions) if each.isVisible()]
    assert len(lists) < 2
    return [each.item(row).text().split("   ")[0] for each in lists for row in range(each.count())]


def text_of(edit: QWidget) -> str:
    assert isinstance(edit, QLineEdit | QPlainTextEdit)
    return edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()


def push_form(window: MainWindow) -> PushForm:
    assert isinstance(window.tab.form, PushForm)
    return window.tab.form


def test_fields_of_people_in_a_line_a_text_and_a_value(app: Application, person: Campaigner) -> None:
    window = app.window
    form = push_form(window)
    title = form.first()
    person.type_into(title, "Hi {")
    assert offered(window) == []
    QTest.keyClicks(title, "{")
    at_rest()  # the server tells what people have
    person.qtbot.waitUntil(lambda: "firstName" in offered(window), timeout=WAIT_MS)
    assert offered(window)[:2] == ["firstName", "lastName"]
    assert not {"password", "address", "tags"} & set(offered(window))
    assert "address.city" in offered(window)
    QTest.keyClicks(title, "first")
    assert offered(window) == ["firstName"]
    QTest.keyClick(title, Qt.Key.Key_Return)
    assert text_of(title) == "Hi {{firstName}}"
    assert offered(window) == []
    QTest.keyClicks(title, "}}!")  # who goes on by hand closes no second time
    assert text_of(title) == "Hi {{firstName}}!"
    assert window.tab.composition.message.to_wire()["msg"] is not None
    body = form.android.field("notification", "body").edit()
    person.fill(body, "In \U0001f3d9 ")
    QTest.keyClicks(body, "{{fi")
    QTest.keyClick(body, Qt.Key.Key_Tab)
    assert text_of(body) == "In \U0001f3d9 {{firstName}}"
    assert window.focusWidget() is body
    QTest.keyClicks(body, " {{fi")
    QTest.keyClick(body, Qt.Key.Key_Escape)
    assert (offered(window), text_of(body)) == ([], "In \U0001f3d9 {{firstName}} {{fi")
    QTest.keyClicks(body, "rstName}}")
    assert offered(window) == []


def test_a_name_that_is_closed_already_is_changed_in_its_place(app: Application, person: Campaigner) -> None:
    title = push_form(app.window).first()
    person.fill(title, "{{x|friend}}, hi")
    assert isinstance(title, QLineEdit)
    title.setCursorPosition(2)
    QTest.keyClick(title, Qt.Key.Key_Backspace)
    QTest.keyClicks(title, "{")
    QTest.keyClicks(title, "usern")
    assert offered(app.window) == ["username"]
    person.click(next(each for each in app.window.findChildren(Completions) if each.isVisible()).viewport())
    assert text_of(title) == "{{username|friend}}, hi"
    found = [each.params for each in app.window.tab.composition.problems() if each.code == "variable_missing"]
    assert found[0] == {"variable": "{{username}}"}
    app.window.tab.undo.undo()
    assert text_of(title) != "{{username|friend}}, hi"


def test_a_value_its_larger_window_and_json(app: Application, person: Campaigner) -> None:
    form = push_form(app.window)
    form.load(Request.from_wire(Channel.PUSH, push_with(gcm={"data": {"to": "x"}})))
    form.reveal(("msg", "data", "gcm", "data", "to"))
    (row,) = [each for each in form.android.field("data").findChildren(KeyValueRow) if each.key.text() == "to"]
    row.text.clear()
    person.type_into(row.text, "{{fir")
    person.qtbot.waitUntil(lambda: offered(app.window) == ["firstName"], timeout=WAIT_MS)
    QTest.keyClick(row.text, Qt.Key.Key_Return)
    assert row.typed() == "{{firstName}}"
    QTest.keyClick(row.text, Qt.Key.Key_F2)
    dialog = shown(app.window, EditDialog)
    larger = dialog.focusWidget()
    QTest.keyClicks(larger, "{{fir")
    assert offered(dialog) == ["firstName"]
    QTest.keyClick(larger, Qt.Key.Key_Return)
    assert text_of(larger) == "{{firstName}}{{firstName}}"
    dialog.take.click()
    assert row.typed() == "{{firstName}}{{firstName}}"
    row.type.setCurrentText("JSON")
    row.edit_at_length()
    dialog = shown(app.window, EditDialog)
    editor = dialog.focusWidget()
    assert isinstance(editor, QPlainTextEdit)
    editor.selectAll()
    QTest.keyClicks(editor, '{"to": "{{fi')
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, '"}')
    dialog.take.click()
    assert row.typed() == '{"to": "{{firstName}}"}'


def test_columns_of_the_list_in_hand_and_never_in_a_query(app: Application, person: Campaigner, tmp_path: Path) -> None:
    window = app.window
    view = person.begin(window, "Hi")
    person.take_list(view, out_of_excel(tmp_path / "list.csv", 6))
    window.commands["page.compose"].trigger()
    text = window.tab.form.first()
    person.type_into(text, " {{")
    assert offered(window) == ["Телефон", "Имя", "Скидка", "Код"]
    QTest.keyClick(text, Qt.Key.Key_Down)
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert text_of(text) == "Hi {{Имя}}"
    person.type_into(window.tab.audience.editor, '{"a": "{{')
    assert offered(window) == []


def test_an_editor_that_goes_takes_its_list_along(app: Application, person: Campaigner) -> None:
    form = push_form(app.window)
    form.load(Request.from_wire(Channel.PUSH, push_with(gcm={"data": {"to": "x"}})))
    form.reveal(("msg", "data", "gcm", "data", "to"))
    (row,) = [each for each in form.android.field("data").findChildren(KeyValueRow) if each.key.text() == "to"]
    person.type_into(row.text, "{{user")
    assert offered(app.window) == ["username"]
    row.removed.emit()
    person.settle()
    assert offered(app.window) == []
    app.window.resize(app.window.width() - 100, app.window.height() - 100)
    person.settle()
