"""One person found by what is known of them: as the audience of a message, and as the one who gets tests."""

import json
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget

from scoro_desktop.sandbox.sample import world
from scoro_desktop.sandbox.server import Sandbox
from scoro_desktop.scorocode.account import AccessKind, Account, Environment, Keys
from scoro_desktop.storage.history import HistoryFilter
from scoro_desktop.ui.audience.person_finder import PersonFinder
from scoro_desktop.ui.sending.confirm_dialog import ConfirmDialog
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, HaveAccount, Person, Start, shown
from tests.journey.stored import stored

USER = next(user for user in world().users if len(world().devices_of.get(user["_id"], ())) > 1 and user.get("phone"))
DEVICES = len(world().devices_of[USER["_id"]])


def look_for(finder: PersonFinder, person: Person, text: str, ended: Callable[[], bool]) -> None:
    person.fill(finder.line, text)
    QTest.keyClick(finder.line, Qt.Key.Key_Return)
    person.qtbot.waitUntil(ended, timeout=WAIT_MS)


def lines(people: QListWidget) -> list[str]:
    return [people.item(row).text() for row in range(people.count())]


def test_a_person_becomes_the_audience_and_that_is_undone(window: MainWindow, person: Person) -> None:
    person.wait_for_keys(window)
    person.write_push(window, "Hello", '{"deviceType": "ios"}')
    window.commands["audiences.person"].trigger()
    finder = shown(window, PersonFinder)
    assert not finder.use.isEnabled()
    look_for(finder, person, "nobody@example.com", lambda: finder.words.text().startswith("Nobody has this"))
    assert not finder.use.isEnabled()
    look_for(finder, person, USER["phone"], lambda: finder.people.count() == 1)
    assert USER["username"] in lines(finder.people)[0]
    person.type_into(finder.line, "9")  # who was found is not who is asked for now
    assert finder.people.count() == 0
    look_for(finder, person, USER["phone"], lambda: finder.people.count() == 1)
    person.press(finder, "Send to this person")
    assert json.loads(window.tab.audience.text()) == {"userId": USER["_id"]}
    assert person.wait_for_count(window, DEVICES) == DEVICES
    window.tab.audience.setFocus()
    window.tab.audience.undo.undo()
    assert json.loads(window.tab.audience.text()) == {"deviceType": "ios"}


def test_the_first_test_is_three_clicks_and_the_next_one_two(start: Start, person: Person) -> None:
    application = start()
    window = application.window
    person.wait_for_keys(window)
    person.fill(window.tab.form.first(), "Hello")
    person.click(window.footer.test)  # 1
    finder = shown(window, PersonFinder)
    look_for(finder, person, USER["email"] if USER.get("email") else USER["username"], finder.use.isEnabled)
    person.press(finder, "Send trials here")  # 2
    confirmation = shown(window, ConfirmDialog)
    person.qtbot.waitUntil(confirmation.send_button.isEnabled, timeout=WAIT_MS)
    person.confirm(window, confirmation)  # 3
    person.click(window.footer.test)
    confirmation = shown(window, ConfirmDialog)
    person.qtbot.waitUntil(confirmation.send_button.isEnabled, timeout=WAIT_MS)
    person.confirm(window, confirmation)
    rows = stored(application).history.page(HistoryFilter(), 0, 5)
    assert [(row.is_test, row.count) for row in rows] == [(True, DEVICES)] * 2
    assert not window.tab.audience.text().strip("{} ")  # what is on the screen is as it was
    saved = stored(application).audiences.for_tests("devices")
    assert saved is not None
    assert (saved.name, json.loads(saved.query_text)) == ("My devices", {"userId": USER["_id"]})


def test_a_role_is_no_person(window: MainWindow, person: Person) -> None:
    person.wait_for_keys(window)
    person.choose(window.tab.audience.collection_box, "roles")
    window.commands["audiences.person"].trigger()
    assert "Choose devices or users" in window.notice.text()


def test_somebody_of_the_sandbox_is_suggested_to_whoever_knows_nobody_there(window: MainWindow, person: Person) -> None:
    person.wait_for_keys(window)
    person.fill(window.tab.form.first(), "Hello")
    person.click(window.footer.test)
    finder = shown(window, PersonFinder)
    person.press(finder, f"Try: {world().users[0]['email']}")
    person.qtbot.waitUntil(finder.use.isEnabled, timeout=WAIT_MS)
    assert world().users[0]["username"] in lines(finder.people)[0]
    assert "No device" not in lines(finder.people)[0]
    person.press(finder, "Send trials here")
    confirmation = shown(window, ConfirmDialog)
    person.qtbot.waitUntil(confirmation.send_button.isEnabled, timeout=WAIT_MS)
    person.confirm(window, confirmation)


def test_nobody_is_suggested_where_people_are_real(
    start: Start, have_account: HaveAccount, server: Sandbox, person: Person
) -> None:
    account = Account("shop", "Shop", Environment.TEST, server.address, server.application_id, AccessKind.MASTER)
    have_account(account, Keys(server.client_key, server.master_key))
    window = start().window
    person.wait_for_keys(window)
    window.commands["audiences.person"].trigger()
    finder = shown(window, PersonFinder)
    assert not finder.example.isVisible()
    finder.reject()
