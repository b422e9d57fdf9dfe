"""A test is asked for once, however often it is pressed while the disk is busy."""

import threading

from PySide6.QtWidgets import QApplication

from scoro_desktop.storage.stores import Stores
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, Person

IOS = '{"deviceType": "ios"}'


def confirmations(window: MainWindow) -> list[ConfirmDialog]:
    return [each for each in window.findChildren(ConfirmDialog) if each.isVisible()]


def held(window: MainWindow) -> threading.Event:
    """Holds up the disk until the event is set."""
    let_go = threading.Event()
    window._services.storage.write(window, lambda _stores: let_go.wait(WAIT_MS / 1000))
    return let_go


def save_for_tests(window: MainWindow, person: Person) -> None:
    def add(stores: Stores) -> None:
        audience = stores.audiences.add("devices", "Us", IOS)
        stores.audiences.mark_for_tests(audience, is_test=True)

    window._services.storage.write(window, add)
    person.settle()


def test_pressed_twice_while_the_disk_is_busy_it_asks_once(window: MainWindow, person: Person) -> None:
    save_for_tests(window, person)
    person.write_push(window, "A test", '{"deviceType": "android"}')
    let_go = held(window)
    window.commands["message.test"].trigger()
    window.commands["message.test"].trigger()
    let_go.set()
    person.settle()
    (dialog,) = confirmations(window)
    dialog.reject()
    window.commands["message.test"].trigger()  # and may be asked for again
    person.settle()
    (dialog,) = [each for each in confirmations(window) if each is not dialog]
    dialog.reject()


def test_a_confirmation_that_was_opened_meanwhile_stands_alone(window: MainWindow, person: Person) -> None:
    save_for_tests(window, person)
    person.write_push(window, "A test", '{"deviceType": "android"}')
    person.wait_for_count(window)
    let_go = held(window)
    window.commands["message.test"].trigger()
    window.commands["message.send"].trigger()
    let_go.set()
    person.settle()
    (dialog,) = confirmations(window)
    assert QApplication.activeModalWidget() is dialog
    assert not dialog.draft.is_test
    dialog.reject()
