"""The line below the message: nothing to say, and the number on the button."""

import dataclasses

from PySide6.QtWidgets import QPushButton

from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.scorocode.account import Environment
from scoro_desktop.ui.window.main_window import MainWindow
from scoro_desktop.wire import JsonObject
from tests.journey.conftest import Person

IOS = '{"deviceType": "ios"}'


def test_the_button_says_how_many_get_it_as_long_as_that_is_known(window: MainWindow, person: Person) -> None:
    assert window.footer.send.text() == "Send…"
    person.write_push(window, "Great match!", IOS)
    person.wait_for_count(window)
    assert window.footer.send.text() == "Send to 2,137…"
    person.qtbot.waitUntil(lambda: window.footer.send.width() >= window.footer.send.sizeHint().width())
    wide = window.footer.send.width()
    person.fill(window.tab.audience.editor, '{"deviceType": ')
    assert window.footer.send.text() == "Send…"
    assert window.footer.send.width() == wide, "what stands beside it does not jump with each count"
    person.fill(window.tab.audience.editor, '{"deviceType": "none"}')
    person.wait_for_count(window)
    assert window.footer.send.text() == "Send…"
    person.click(window.tab.audience.everyone)
    person.wait_for_count(window)
    assert window.footer.send.text().startswith("Send to everyone: ")
    offered = [each.text() for each in window.footer.findChildren(QPushButton) if each.isVisible()]
    assert [each for each in offered if not each] == []


def test_words_that_would_take_three_lines_beside_the_buttons_stand_above_them(
    window: MainWindow, person: Person
) -> None:
    person.write_push(window, "Great match!", IOS)
    person.wait_for_count(window)
    window.resize(1024, 640)
    beside = window.footer.height()
    account = window.current.account
    assert account is not None
    named = dataclasses.replace(account, id="shop", name="Shop for sports goods " * 8, environment=Environment.TEST)
    window.current.choose(named, window.current.keys)
    person.wait_for_count(window)
    words, send = window.footer._text, window.footer.send
    assert window.footer.text().startswith("Ready: 2,137 devices")
    person.qtbot.waitUntil(lambda: words.width() > 700)
    assert words.mapTo(window, words.rect().bottomLeft()).y() < send.mapTo(window, send.rect().topLeft()).y()
    assert words.heightForWidth(words.width()) <= words.height()
    window.current.choose(account, window.current.keys)
    person.wait_for_count(window)
    person.qtbot.waitUntil(lambda: window.footer.height() == beside)


def test_words_go_back_beside_the_buttons_once_there_is_room_for_them(window: MainWindow, person: Person) -> None:
    window.show_rows(shown=False)
    window.resize(900, 600)
    footer = window.footer

    def is_beside() -> bool:
        words, send = footer._text, footer.send
        return words.mapTo(window, words.rect().bottomLeft()).y() > send.mapTo(window, send.rect().topLeft()).y()

    def open_push(body: str) -> None:
        data: JsonObject = {"gcm": {"notification": {"title": body, "body": body}}}
        message: JsonObject = {"coll": "devices", "msg": {"data": data}}
        window.messages.open(Request.from_wire(Channel.PUSH, message), everyone=False, query_text="{}")

    open_push("Great match!")
    person.qtbot.waitUntil(footer.list_button.isVisible)
    footer._say("The query has a mistake, so nobody is chosen. Choose whom it is for, then send it again.")
    person.qtbot.waitUntil(is_beside)
    footer.fill_in.show()
    footer._turn()
    person.qtbot.waitUntil(lambda: footer.fill_in.isVisible() and not is_beside())
    footer.fill_in.hide()
    footer._turn()  # in the same turn of the event loop: nothing was laid out anew yet
    person.qtbot.waitUntil(is_beside)
