"""JSON stands in letters of one width, which grow with those of the app."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.ui.curl.command_editor import CommandEditor
from scoro_desktop.ui.kit.fixed_font import fixed_font
from scoro_desktop.ui.templates.message_card import JSON, MessageCard
from scoro_desktop.ui.window.main_window import MainWindow
from scoro_desktop.wire import JsonObject
from tests.journey.conftest import Person


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    before = qapp.font()
    font = QFont(before)
    font.setPixelSize(26)
    qapp.setFont(font)
    yield
    qapp.setFont(before)


@pytest.mark.usefixtures("large")
def test_it_is_as_large_beside_large_letters(qtbot: QtBot) -> None:
    assert fixed_font().pixelSize() == 24
    editor = CommandEditor()
    qtbot.addWidget(editor)
    assert editor.font().pixelSize() == 24


def test_what_is_sent_beside_the_fields_is_shown_so(window: MainWindow, person: Person) -> None:
    body: JsonObject = {
        "coll": "devices",
        "msg": {"data": {"gcm": {"notification": {"title": "t"}, "time_to_live": 600}}},
    }
    window.messages.open(Request.from_wire(Channel.PUSH, body), everyone=False, query_text="{}")
    person.settle()
    shown = [each for each in window.tab.form.findChildren(QLabel) if each.text().startswith("{")]
    (metrics,) = [each.fontMetrics() for each in shown]
    assert metrics.horizontalAdvance("iiii") == metrics.horizontalAdvance("MMMM")


def test_the_json_of_an_audience_is_shown_so(qtbot: QtBot) -> None:
    card = MessageCard()
    qtbot.addWidget(card)
    card.show_parts([("Audience", "deviceType is “ios”"), (JSON, '{"deviceType": "ios"}')])
    fonts = {each.text()[:1]: each.fontMetrics() for each in card.findChildren(QLabel)}
    assert fonts["{"].horizontalAdvance("iiii") == fonts["{"].horizontalAdvance("MMMM")
    assert fonts["d"].horizontalAdvance("iiii") < fonts["d"].horizontalAdvance("MMMM")
