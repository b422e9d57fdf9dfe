"""A misspelt field is noticed before it reaches the wrong people."""

from scoro_desktop.ui.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, Person


def write(window: MainWindow, person: Person, query: str) -> None:
    person.type_into(window.tab.form.first(), "Hello")
    person.type_into(window.tab.audience.editor, query)


def test_a_misspelt_field_that_reaches_everyone_stops_the_send(window: MainWindow, person: Person) -> None:
    write(window, person, '{"deviceTipe": {"$ne": "ios"}}')
    person.qtbot.waitUntil(lambda: "deviceTipe" in window.footer.text(), timeout=WAIT_MS)
    assert "holds for everyone" in window.tab.audience.notes.text()
    assert window.send() is None


def test_a_misspelt_field_that_reaches_nobody_is_a_warning(window: MainWindow, person: Person) -> None:
    write(window, person, '{"deviceTipe": "ios"}')
    person.qtbot.waitUntil(lambda: "deviceTipe" in window.tab.audience.notes.text(), timeout=WAIT_MS)
    assert "deviceTipe" not in window.footer.text()


def test_a_value_of_another_type_is_a_warning(window: MainWindow, person: Person) -> None:
    write(window, person, '{"deviceType": 5}')
    person.qtbot.waitUntil(lambda: "another type" in window.tab.audience.notes.text(), timeout=WAIT_MS)


def test_a_field_that_is_there_is_let_be(window: MainWindow, person: Person) -> None:
    write(window, person, '{"deviceType": "ios"}')
    person.wait_for_count(window)
    assert window.tab.audience.notes.text() == ""
