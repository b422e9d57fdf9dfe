"""A body shows more of itself in a high window, and no more than what stands below it leaves in a low one."""

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.ui.channels.push.push_form import PushForm
from scoro_desktop.ui.compose.message_form import FormArea
from scoro_desktop.ui.window.main_window import MainWindow
from scoro_desktop.wire import JsonObject
from tests.journey.conftest import Person

LONG = "The second half begins in ten minutes. " * 12


def lines_of(edit: QPlainTextEdit) -> float:
    """The whole lines that are seen at once."""
    return (edit.viewport().height() - 2 * edit.document().documentMargin()) // edit.fontMetrics().lineSpacing()


@pytest.mark.parametrize(("size", "lines"), [((900, 560), 3), ((1280, 800), 3), ((1920, 1200), 8)])
def test_a_long_body_shows_as_much_as_there_is_room_for(
    window: MainWindow, person: Person, size: tuple[int, int], lines: int
) -> None:
    body: JsonObject = {"gcm": {"notification": {"body": LONG}}, "apns": {"aps": {"alert": {"body": f"{LONG}!"}}}}
    message: JsonObject = {"coll": "devices", "msg": {"data": body}}
    window.messages.open(Request.from_wire(Channel.PUSH, message), everyone=False, query_text="{}")
    window.show_rows(shown=False)
    window.resize(*size)
    person.settle()
    form = window.tab.form
    assert isinstance(form, PushForm)
    for section, path in ((form.android, ("notification", "body")), (form.iphone, ("aps", "alert", "body"))):
        edit = section.field(*path).edit()
        assert isinstance(edit, QPlainTextEdit)
        assert edit.isVisible()
        person.qtbot.waitUntil(lambda edit=edit: lines_of(edit) in {lines, lines + 1})  # type: ignore[misc]


def test_in_a_high_window_nothing_has_to_be_scrolled(window: MainWindow, person: Person) -> None:
    window.show_rows(shown=False)
    window.resize(1920, 1200)
    form = window.tab.form
    assert isinstance(form, PushForm)
    form.differs.click()
    (area,) = (each for each in window.findChildren(FormArea) if each.widget() is form)
    person.qtbot.waitUntil(lambda: area.height() > 900)
    person.settle()
    assert area.verticalScrollBar().maximum() == 0


def test_in_a_low_window_a_body_takes_three_lines_and_what_is_around_them(window: MainWindow, person: Person) -> None:
    form = window.tab.form
    assert isinstance(form, PushForm)
    edit = form.android.field("notification", "body").edit()
    before = edit.height()
    window.resize(900, 560)
    person.settle()
    assert edit.height() == before == 3 * edit.fontMetrics().lineSpacing() + 20
