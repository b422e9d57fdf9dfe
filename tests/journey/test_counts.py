"""A count that cannot be had: never 0, always with its reason, and never passed over unseen."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from scoro_desktop.storage.history import HistoryFilter
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, HaveAccount, Person, Start
from tests.journey.servers import KEYS, FailingServer, account_at
from tests.journey.sight import row_of, words_in
from tests.journey.stored import stored
from tests.scorocode.socket_server import answer

QUERY = '{"deviceType": "ios"}'


def test_an_unknown_count_is_acknowledged(start: Start, have_account: HaveAccount, person: Person) -> None:
    """As a messageKey has it whose session may send and may not read."""
    sent = answer(b'{"count":5,"error":false}')
    with FailingServer(lambda connection: connection.sendall(sent), counts=False) as server:
        have_account(account_at(server.address), KEYS)
        application = start()
        window = application.window
        person.wait_for_keys(window)
        person.write_push(window, "Hello", QUERY)
        person.wait_for_no_count(window)
        strip = window.tab.audience.count
        assert strip.text() == "? How many match is unknown."
        assert strip.why() == (
            "The server would not count: No right to read. Counting needs a session that may read, or the masterKey."
        )
        assert window.footer.text() == "Recipients unknown · Shop · TEST"
        dialog = person.press_send(window)
        assert dialog.count is None
        assert "How many will get this is unknown." in words_in(dialog)
        assert not any(label.text() == "0" for label in dialog.findChildren(QLabel))
        assert not dialog.send_button.isEnabled()
        assert not dialog.typed.isVisible()
        person.click(dialog.send_button)
        assert server.sends == []
        person.click(dialog.acknowledged)
        person.confirm(window, dialog)
        assert len(server.sends) == 1
        row = row_of(window)
        assert (row["audience"], row["outcome"], row["result"]) == ("Part of devices", "Sent", "5")
        assert stored(application).history.page(HistoryFilter(), 0, 1)[0].expected is None


def test_everyone_of_unknown_number_asks_for_the_name_of_the_account(
    start: Start, have_account: HaveAccount, person: Person
) -> None:
    sent = answer(b'{"count":5,"error":false}')
    with FailingServer(lambda connection: connection.sendall(sent), counts=False) as server:
        have_account(account_at(server.address), KEYS)
        window = start().window
        person.wait_for_keys(window)
        person.type_into(window.tab.form.first(), "Hello")
        person.click(window.tab.audience.everyone)
        person.wait_for_no_count(window)
        assert window.footer.text() == "EVERYONE, recipients unknown · Shop · TEST"
        dialog = person.press_send(window)
        assert "type Shop here" in words_in(dialog)
        assert not dialog.acknowledged.isVisible()
        for wrong in ("shop", "0", "Shop 2"):
            person.fill(dialog.typed, wrong)
            assert not dialog.send_button.isEnabled(), wrong
        person.fill(dialog.typed, "Shop")
        person.confirm(window, dialog)
        (body,) = server.sends
        assert body["query"] == {}
        row = row_of(window)
        assert (row["audience"], row["outcome"], row["result"]) == ("Everyone in devices", "Sent", "5")


def test_an_audience_of_nobody_is_not_called_ready(window: MainWindow, person: Person) -> None:
    person.write_push(window, "Hello", '{"deviceType": "Android"}')
    assert person.wait_for_count(window, 0) == 0
    assert window.footer.text() == "Nobody matches: there is nobody to send to · SANDBOX"


def test_a_query_with_a_mistake_is_to_be_fixed_to_be_counted(window: MainWindow, person: Person) -> None:
    strip = window.tab.audience.count
    assert strip.text() == "Choose who gets it to see how many there are."
    person.click(window.tab.audience.by_query)
    person.type_into(window.tab.audience.editor, '{"deviceType": ')
    person.qtbot.waitUntil(lambda: strip.text() == "Fix the query to count.", timeout=WAIT_MS)
    window.tab.audience.editor.selectAll()
    QTest.keyClick(window.tab.audience.editor, Qt.Key.Key_Delete)
    person.qtbot.waitUntil(lambda: strip.text().startswith("Choose who gets it"), timeout=WAIT_MS)
