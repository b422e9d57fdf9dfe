"""A misspelt field is noticed before it reaches the wrong people."""

import pytest

from scoro_desktop.ui.window.main_window import MainWindow
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


@pytest.mark.parametrize(
    "query",
    [
        '{"createdAt": {"$not": {"$gte": "2026-01-01"}}}',
        '{"createdAt": {"$ne": "01.01.2026"}}',
        '{"createdAt": {"$nin": ["2026-01-01T00:00:00+0300"]}}',
        '{"$nor": [{"createdAt": {"$regex": "^2026"}}]}',
    ],
)
def test_what_is_no_date_and_leaves_nobody_out_stops_the_send(window: MainWindow, person: Person, query: str) -> None:
    person.write_push(window, "Hello", query)
    assert "“createdAt” is a date" in window.footer.text()
    assert "leaves nobody out" in window.tab.audience.notes.text()
    assert window.send() is None
    person.write_push(window, "Hello", '{"createdAt": {"$not": {"$gte": "2026-01-01T00:00:00Z"}}}')
    assert window.tab.audience.notes.text() == ""


def test_what_is_no_date_and_matches_nobody_is_a_warning(window: MainWindow, person: Person) -> None:
    person.write_push(window, "Hello", '{"createdAt": {"$gte": "2026-01-01"}}')
    assert "“createdAt” is a date, and this is not: nobody matches." in window.tab.audience.notes.text()
    assert person.wait_for_count(window) == 0


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ('{"deviceId": null}', 0),
        ('{"noSuchField": null}', 5_600),
        ('{"noSuchField": {"$exists": false}}', 5_600),
        ('{"noSuchField": {"$gte": null}}', 5_600),
        ('{"userId": {"$ne": null}, "deviceType": {"$in": [null, "ios"]}}', 1_880),
    ],
)
def test_null_and_missing_are_counted_as_mongodb_has_them(
    window: MainWindow, person: Person, query: str, number: int
) -> None:
    person.write_push(window, "Hello", query)
    assert person.wait_for_count(window) == number
