"""The list of everything that is wrong, on the real window: opened from the footer, followed, gone through."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.ui.channels.push.push_form import PushForm
from scoro_desktop.ui.window.main_window import MainWindow
from scoro_desktop.wire import JsonObject
from tests.journey.conftest import WAIT_MS, Person, Start
from tests.ui.compose.messages import push_with
from tests.ui.compose.test_problems_beside_fields import in_sight

QUERY = '{"deviceType": "ios"}'
TWO_ERRORS: JsonObject = push_with(
    gcm={"notification": {"title": "t", "color": "red"}, "data": {"a": 1}},
    apns={"aps": {"alert": "t"}, "collapseId": "x" * 70},
)
"""Two errors, and a warning: a value of "data" that is no text."""
ONLY_WARNING: JsonObject = push_with(gcm={"notification": {"title": "t"}, "data": {"a": 1}})


@pytest.fixture
def window(start: Start, qtbot: QtBot) -> MainWindow:
    window = start().window
    with qtbot.waitActive(window):
        window.activateWindow()
    return window


def open_push(window: MainWindow, body: JsonObject) -> PushForm:
    window.messages.open(Request.from_wire(Channel.PUSH, body), everyone=False, query_text=QUERY)
    form = window.tab.form
    assert isinstance(form, PushForm)
    return form


def shown_rows(window: MainWindow) -> list[tuple[str, str]]:
    """Kind and place of each row as they are shown."""
    listing = window.problem_list
    items = [listing.topLevelItem(row) for row in range(listing.topLevelItemCount())]
    return [(item.text(0), item.text(1)) for item in items if item is not None]


def button(window: MainWindow) -> QPushButton:
    return window.footer.list_button


def test_all_problems_are_listed_errors_first_and_a_click_leads_there(window: MainWindow, person: Person) -> None:
    form = open_push(window, TWO_ERRORS)
    assert button(window).text().startswith("3 problems")
    person.click(button(window))
    assert window.problem_list.isVisible()
    assert shown_rows(window) == [
        ("Error", "Android · Colour"),
        ("Error", "iPhone · Collapse id"),
        ("Warning", "Android · Data"),
    ]
    item = window.problem_list.topLevelItem(1)
    assert item is not None
    assert "70" in item.text(2)
    place = window.problem_list.visualItemRect(item).center()
    QTest.mouseClick(window.problem_list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    collapse = form.iphone.field("collapseId").edit()
    assert window.focusWidget() is collapse
    QApplication.processEvents()  # also once everything has its place
    assert in_sight(collapse)


def test_the_keyboard_opens_it_chooses_and_closes_it(window: MainWindow, qtbot: QtBot) -> None:
    form = open_push(window, TWO_ERRORS)
    button(window).setFocus()
    QTest.keyClick(button(window), Qt.Key.Key_Space)
    listing = window.problem_list
    assert listing.hasFocus()
    QTest.keyClick(listing, Qt.Key.Key_Down)
    with qtbot.waitSignal(listing.jump):
        QTest.keyClick(listing, Qt.Key.Key_Return)
    assert window.focusWidget() is form.iphone.field("collapseId").edit()
    listing.setFocus()
    QTest.keyClick(listing, Qt.Key.Key_Escape)
    assert not listing.isVisible()
    assert window.focusWidget() is button(window)
    assert not button(window).isChecked()


def test_it_follows_what_is_mended_and_goes_with_the_last(window: MainWindow, person: Person) -> None:
    form = open_push(window, TWO_ERRORS)
    person.click(button(window))
    window.problem_list.select_row(1)
    person.fill(form.android.field("notification", "color").edit(), "#ff0000")
    assert [place for _, place in shown_rows(window)] == ["iPhone · Collapse id", "Android · Data"]
    assert window.problem_list.currentIndex().row() == 0  # the one that was selected
    collapse = form.iphone.field("collapseId").edit()
    assert isinstance(collapse, QLineEdit)
    person.fill(collapse, "short")
    assert button(window).text().startswith("1 warning")
    data = form.android.field("data")
    data.restore([])
    data.changed.emit()
    assert not window.problem_list.isVisible()
    assert not button(window).isVisible()


def test_warnings_alone_are_reached_from_the_footer(window: MainWindow, person: Person) -> None:
    open_push(window, ONLY_WARNING)
    person.wait_for_keys(window)
    person.wait_for_count(window)
    words = window.footer.text()
    assert "PRODUCTION" in words.upper() or "SANDBOX" in words.upper()  # it says what Send will do
    assert button(window).text().startswith("1 warning ")
    person.click(button(window))
    assert {kind for kind, _ in shown_rows(window)} == {"Warning"}


def test_f8_goes_through_them_round_and_back(window: MainWindow) -> None:
    form = open_push(window, TWO_ERRORS)

    def press(modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> object:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_F4, modifier)
        return window.focusWidget()

    colour = form.android.field("notification", "color").edit()
    collapse = form.iphone.field("collapseId").edit()
    assert press() is colour
    assert press() is collapse
    assert form.android.field("data").isAncestorOf(press())  # type: ignore[arg-type]
    assert press() is colour
    assert press() is collapse
    assert press(Qt.KeyboardModifier.ShiftModifier) is colour


def test_f8_goes_on_from_one_that_was_mended(window: MainWindow, person: Person) -> None:
    form = open_push(window, TWO_ERRORS)
    colour = form.android.field("notification", "color").edit()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F4)
    assert window.focusWidget() is colour
    person.fill(colour, "#ff0000")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F4)
    assert window.focusWidget() is form.iphone.field("collapseId").edit()


def test_a_problem_of_the_audience_leads_to_it(window: MainWindow, person: Person) -> None:
    window.messages.open(
        Request.from_wire(Channel.PUSH, push_with(gcm={"notification": {"title": "t"}})),
        everyone=False,
        query_text='{"a": 1,, }',
    )
    person.click(button(window))
    assert ("Error", "Audience") in shown_rows(window)
    QTest.keyClick(window.problem_list, Qt.Key.Key_Return)
    assert window.focusWidget() is window.tab.audience.editor


def test_a_screen_reader_is_told_what_each_row_is(window: MainWindow, person: Person) -> None:
    open_push(window, TWO_ERRORS)
    person.click(button(window))
    interface = QAccessible.queryAccessibleInterface(window.problem_list)
    assert interface.text(QAccessible.Text.Name) == "Problems"
    spoken = window.problem_list.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Error. iPhone · Collapse id: ")
    assert QAccessible.queryAccessibleInterface(button(window)).text(QAccessible.Text.Name) == "3 problems, open"


def test_a_meter_over_its_limit_leads_to_its_section(window: MainWindow, person: Person) -> None:
    form = open_push(window, push_with(gcm={"notification": {"title": "t", "body": "x" * 5000}}))
    meter = window.tab.preview._meters["android"]
    assert "too big" in meter.text()
    person.click(meter)
    assert window.focusWidget() is form.android.first()


def test_an_sms_names_its_field(window: MainWindow, person: Person) -> None:
    window.tabs.setCurrentIndex(1)
    tab = window.tab
    person.qtbot.waitUntil(lambda: tab.is_built, timeout=WAIT_MS)
    person.fill(window.tab.form.first(), "x")
    person.fill(window.tab.form.first(), "")
    person.click(button(window))
    assert shown_rows(window)[0] == ("Error", "Text")
