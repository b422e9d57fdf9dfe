"""The window without a mouse: how far it is from the title to Send, and the key that opens menus."""

import sys

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.ui.audience.builder.condition_row import ConditionRow
from scoro_desktop.ui.library.templates import TemplatesDialog
from scoro_desktop.ui.templates.save_dialog import SaveDialog
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import WAIT_MS, Person, shown
from tests.ui.compose.messages import push_with

MOST_STOPS = 15
CONDITIONS = '{"deviceType": "android", "city": "Москва", "userId": {"$exists": true}}'


def compose(window: MainWindow, person: Person) -> None:
    body = push_with(gcm={"notification": {"title": "Sale", "body": "Now"}}, apns=None)
    window.messages.open(Request.from_wire(Channel.PUSH, body), everyone=False, query_text=CONDITIONS)
    person.wait_for_count(window)


def press(window: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.windowHandle(), key, modifier)


def test_from_the_title_to_send_there_are_few_stops(window: MainWindow, person: Person) -> None:
    compose(window, person)
    audience, footer = window.tab.audience, window.footer
    rows = audience.findChildren(ConditionRow)
    assert len(rows) == 3
    window.tab.form.first().setFocus()
    stops: list[QWidget] = []
    while window.focusWidget() is not footer.send and len(stops) <= MOST_STOPS:
        at = window.focusWidget()
        # From part to part, but through all that stands in the conditions.
        last = [each for each in rows[-1].tab_stops() if not each.isHidden()][-2]
        is_last = not audience.isAncestorOf(at) or at is last
        press(window, Qt.Key.Key_F6 if is_last else Qt.Key.Key_Tab)
        stops.append(window.focusWidget())
    wanted = {stop for row in rows for stop in row.tab_stops()} - {rows[-1].remove}
    assert {stop for stop in wanted if not stop.isHidden()} <= set(stops)
    assert len(stops) <= MOST_STOPS, [each.accessibleName() for each in stops]

    # F6 comes to where most begin, whichever way the audience is chosen, and round again to the bar.
    for way, start in (
        (audience.by_query, audience.editor),
        (audience.everyone, audience.everyone),
        (audience.by_conditions, rows[0].field),
    ):
        way.setChecked(True)
        window.tab.form.first().setFocus()
        press(window, Qt.Key.Key_F6)
        assert window.focusWidget() is start
    press(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert window.tab.form.isAncestorOf(window.focusWidget())


def menu_by_key(person: Person, window: QWidget, focus: QWidget, choose: str = "") -> list[str]:
    """Puts the keyboard somewhere, presses Shift+F10 and gives what the menu offers; chooses that, or closes it."""
    found: list[str] = []
    places: list[QRect] = []
    timer = QTimer(interval=1)  # a menu of actions holds up whoever asked for it

    def look() -> None:
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            timer.stop()
            acts = {action.text().replace("&", "").split("\t")[0]: action for action in menu.actions()}
            found.extend(filter(None, acts))
            places.append(menu.geometry())
            if choose:
                acts[choose].trigger()
            menu.close()

    timer.timeout.connect(look)
    timer.start()
    window.activateWindow()  # as a desktop does once a menu is closed
    focus.setFocus()
    press(window, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    person.qtbot.waitUntil(lambda: not timer.isActive(), timeout=WAIT_MS)
    top = focus.mapFromGlobal(places[0].topLeft()).y()
    is_pushed_up = (
        places[0].bottom() >= window.screen().availableGeometry().bottom() - 2
    )  # a long one has no room below
    assert 0 <= top <= focus.height() + 40 or (is_pushed_up and top < 0), "at the cursor, or below it"
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="Windows turns the key into the event itself, macOS has none")
def test_the_key_of_menus_opens_what_a_right_click_does(window: MainWindow, person: Person) -> None:
    compose(window, person)
    for editor in (window.tab.form.first(), window.tab.audience.editor):
        if editor is window.tab.audience.editor:
            window.tab.audience.by_query.setChecked(True)
        assert {"Undo", "Paste", "Select All"} <= set(menu_by_key(person, window, editor))
    window.tab.audience.by_conditions.setChecked(True)
    (first, *_) = rows = list(window.tab.audience.conditions.builder.root.rows())
    assert first.isVisible()
    line = first.field.lineEdit()
    assert line is not None
    assert "Paste" in menu_by_key(person, window, line)
    remove = "Remove the condition on deviceType"
    assert menu_by_key(person, window, first.operator, remove) == ["Add a condition", "Add a group", remove]
    assert '"deviceType"' not in window.tab.audience.text()
    root = window.tab.audience.conditions.builder.root
    assert "Put back" in menu_by_key(person, window, root.kind)
    assert len(rows) == 3

    person.wait_for_count(window)
    person.confirm(window, person.press_send(window))
    person.select_row(window)
    acts = menu_by_key(person, window, window.history.table)
    assert acts == [
        "Details",
        "Use again",
        "Correct it…",
        "Count again",
        "Note…",
        "Pin",
        "Compare",
        "Copy as curl",
        "Sort by",
    ]

    window.tools.keep_template.trigger()
    saving = shown(window, SaveDialog)
    person.fill(saving.name, "Sale")
    person.press(saving, "Save")
    window.commands["templates.open"].trigger()
    dialog = shown(window, TemplatesDialog)
    acts = menu_by_key(person, window, dialog.library.list)
    assert {"Use", "Rename…", "Duplicate", "Delete"} <= set(acts)
