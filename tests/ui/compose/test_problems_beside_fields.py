"""Each problem stands beside what it is about, and "Show me" leads there. In the real window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.ui.channels.push.push_form import PushForm
from scoro_desktop.ui.compose.fields import Field
from scoro_desktop.ui.compose.key_value_row import KeyValueRow
from scoro_desktop.ui.window.main_window import MainWindow
from scoro_desktop.wire import JsonObject
from tests.journey.conftest import Start
from tests.journey.sight import problem_of
from tests.ui.compose.messages import push_with

QUERY = '{"deviceType": "ios"}'


def open_push(window: MainWindow, body: JsonObject) -> PushForm:
    window.messages.open(Request.from_wire(Channel.PUSH, body), everyone=False, query_text=QUERY)
    form = window.tab.form
    assert isinstance(form, PushForm)
    return form


def show_me(window: MainWindow) -> QWidget:
    """Presses the link of the footer; the widget that has the keyboard then."""
    link = next(each for each in window.footer.findChildren(QPushButton) if each.isVisible())
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    return window.focusWidget()


def in_sight(widget: QWidget) -> bool:
    """Tells whether the widget is shown whole in the area that scrolls it."""
    areas = [each for each in widget.window().findChildren(QScrollArea) if each.isAncestorOf(widget)]
    port = areas[0].viewport()
    return port.rect().contains(QRect(widget.mapTo(port, widget.rect().topLeft()), widget.size()))


ANDROID = ("notification", "color")
IPHONE = ("aps", "badge")
BESIDE: list[tuple[JsonObject, Callable[[PushForm], Field], str]] = [
    (push_with(gcm={"notification": {"title": "t", "color": "red"}}), lambda f: f.android.field(*ANDROID), "#rrggbb"),
    (push_with(gcm={"data": {"from": "x"}}), lambda f: f.android.field("data"), "from"),
    (push_with(apns={"aps": {"alert": "t"}, "id": "x"}), lambda f: f.iphone.field("id"), "UUID"),
    (push_with(apns={"aps": {"alert": "t", "badge": -1}}), lambda f: f.iphone.field(*IPHONE), "0"),
    (push_with(apns={"aps": {"alert": "t", "badge": "5"}}), lambda f: f.iphone.field(*IPHONE), "number"),
    (push_with(apns={"aps": {"alert": "t"}, "expiration": "soon"}), lambda f: f.iphone.field("expiration"), "2026"),
]


@pytest.mark.parametrize(("body", "field", "word"), BESIDE, ids=lambda value: None)
def test_a_problem_stands_beside_its_field_and_the_footer_leads_there(
    window: MainWindow, body: JsonObject, field: Callable[[PushForm], Field], word: str
) -> None:
    form = open_push(window, body)
    owner = field(form)
    assert problem_of(owner)
    assert [each for each in form.fields() if problem_of(each)] == [owner]
    assert problem_of(owner) in window.footer.text()
    focused = show_me(window)
    assert owner.isAncestorOf(focused)
    assert owner.isVisible()
    assert in_sight(focused)


def test_a_field_far_down_that_was_folded_away_is_scrolled_to(window: MainWindow) -> None:
    form = open_push(window, push_with(apns={"aps": {"alert": "t"}, "expiration": "soon"}))
    owner = form.iphone.field("expiration")
    assert not owner.isVisible()
    window.resize(1024, 640)
    assert show_me(window) is owner.edit()
    assert in_sight(owner.edit())


@pytest.mark.parametrize(
    ("body", "key"),
    [
        (push_with(gcm={"data": {"fine": "1", "from": "2", "last": "3"}}), "from"),
        (push_with(gcm={"notification": {"title": "t"}, "data": {"fine": "1", "": "2"}}), ""),
        (push_with(apns={"aps": {"alert": "t"}, "fine": 1, "": 2, "last": 3}), ""),
    ],
)
def test_a_problem_of_one_key_leads_to_its_row(window: MainWindow, body: JsonObject, key: str) -> None:
    open_push(window, body)
    focused = show_me(window)
    row = focused.parentWidget()
    assert isinstance(row, KeyValueRow)
    assert row.key.text() == key
    assert in_sight(focused)


def test_a_value_that_cannot_be_read_leads_to_the_value(window: MainWindow) -> None:
    form = open_push(window, push_with(apns={"aps": {"alert": "t"}, "a": 1, "b": 2}))
    row = form.findChildren(KeyValueRow)[1]
    form.iphone.more.click()
    QTest.keyClicks(row.text, "x")
    assert "b" in problem_of(form.iphone.field("\0custom"))
    assert window.tab.draft().request().to_wire()["msg"] == {"data": {"apns": {"aps": {"alert": "t"}, "a": 1}}}
    assert show_me(window) is row.text


def test_an_own_key_named_like_one_of_apples_is_refused_beside_the_table(window: MainWindow) -> None:
    form = open_push(window, push_with(apns={"aps": {"alert": "t"}, "pri": 10}))
    form.iphone.more.click()
    row = form.findChildren(KeyValueRow)[0]
    QTest.keyClicks(row.key, "ority")
    assert "priority" in problem_of(form.iphone.field("\0custom"))
    assert show_me(window) is row.key


def test_a_section_tells_its_first_error_and_not_a_warning_in_its_place(window: MainWindow) -> None:
    form = open_push(window, push_with(gcm={"notification": {"title": "t", "body": "x" * 5000}, "odd": 1}))
    assert "4,096" in problem_of(form.android) or "4096" in problem_of(form.android)
    assert form.android._problem.property("role") == "problem"
    open_push(window, push_with(gcm={"notification": {"title": "t"}, "odd": 1}))
    assert "odd" in problem_of(form.android)
    assert form.android._problem.property("role") == "warning"
    open_push(window, push_with(gcm={"notification": {"title": "t"}}))
    assert problem_of(form.android) == ""


def test_a_message_that_says_nothing_leads_to_where_writing_begins(window: MainWindow) -> None:
    form = open_push(window, push_with(apns={}))
    assert show_me(window) is form.iphone.field("aps", "alert", "title").edit()
    open_push(window, push_with(gcm={}))
    assert show_me(window) is form.android.field("notification", "title").edit()
    form.android.switch.click()
    assert show_me(window) is form.android.switch


def test_an_untouched_form_is_not_scolded_even_after_a_restart(start: Start) -> None:
    def scolded(window: MainWindow) -> list[str]:
        form = window.tab.form
        assert isinstance(form, PushForm)
        texts = [problem_of(form.android), problem_of(form.iphone)]
        return [text for text in texts + [problem_of(each) for each in form.fields()] if text]

    assert scolded(start().window) == []
    window = start().window
    assert scolded(window) == []
    window.send()
    assert show_me(window) is window.tab.form.first()
    assert scolded(window) != []
    assert scolded(start().window) != []


def test_the_problems_of_a_typed_text_come_and_go(qtbot: QtBot, window: MainWindow) -> None:
    form = open_push(window, push_with(gcm={"notification": {"title": "t"}}))
    form.android.more.click()
    color = form.android.field(*ANDROID)
    QTest.keyClicks(color.edit(), "#12")
    assert problem_of(color)
    assert color.edit().property("invalid")
    QTest.keyClicks(color.edit(), "3456")
    assert problem_of(color) == ""
    assert not color.edit().property("invalid")


def test_an_sms_without_text_leads_to_the_text(window: MainWindow) -> None:
    window.tabs.setCurrentIndex(1)
    window.send()
    assert show_me(window) is window.tab.form.first()
    assert problem_of(window.tab.form.fields()[0])


def test_a_condition_that_is_not_finished_is_led_to(window: MainWindow) -> None:
    open_push(window, push_with(gcm={"notification": {"title": "t"}}))
    window.tab.audience.by_conditions.click()
    builder = window.tab.audience.conditions.builder
    builder.load({"city": "Omsk"})
    row = builder.root.append_condition()
    height = window.footer.height()
    assert show_me(window) is row.field
    row.remove.click()
    QApplication.sendPostedEvents()
    assert window.footer.height() == height  # nothing above it moves when there is nothing to show any more


def test_what_is_folded_away_tells_how_much_of_it_is_wrong(window: MainWindow) -> None:
    form = open_push(
        window, push_with(apns={"aps": {"alert": "t"}, "id": "x", "collapseId": "\u044f" * 33, "topic": "t"})
    )
    assert form.iphone.more.text() == "iPhone · 2 problems"
    assert form.android.more.text() == "Android"
    assert form.more.text() == "More · 2 problems"
    assert form.iphone.field("topic").value() == "t"
    QTest.mouseClick(form.iphone.more, Qt.MouseButton.LeftButton)
    assert (form.iphone.more.text(), form.more.text()) == ("iPhone", "More")
    QTest.mouseClick(form.iphone.more, Qt.MouseButton.LeftButton)
    QTest.keyClicks(form.iphone.field("aps", "alert", "title").edit(), "Title")
    assert form.iphone.more.text() == "iPhone · 2 problems"
    open_push(window, push_with(apns={"aps": {"alert": "t", "sound": "s"}, "topic": "t", "k": "v"}))
    assert form.details.text() == "Subtitle, sound, badge, data · 2 filled in"
    assert form.iphone.more.text() == "iPhone · 1 filled in"
    open_push(window, push_with(apns={"aps": {"alert": "t"}}))
    assert (form.iphone.more.text(), form.details.text()) == ("iPhone", "Subtitle, sound, badge, data")
