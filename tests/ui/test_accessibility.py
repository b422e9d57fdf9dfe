"""Whatever takes the keyboard has a name, and the Tab key goes through the window as one reads it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar, QWidget
from pytestqt.qtbot import QtBot

from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.ui.channels.push.push_form import PushForm
from scoro_desktop.ui.compose.key_value_row import KeyValueRow
from scoro_desktop.ui.compose.moment_field import MomentField
from scoro_desktop.ui.editor.edit_dialog import EditDialog
from scoro_desktop.ui.emoji.emoji_button import EmojiButton
from scoro_desktop.ui.emoji.emoji_picker import EmojiPicker
from scoro_desktop.ui.moments.zone_dialog import ZoneDialog
from scoro_desktop.ui.window.main_window import MainWindow
from tests.journey.conftest import Person
from tests.ui.compose.messages import push_with

pytestmark = pytest.mark.looks


def fill(window: MainWindow) -> None:
    body = push_with(gcm={"notification": {"title": "t"}, "data": {"a": 1}, "odd": 1}, apns={"aps": {"badge": 1}})
    window.messages.open(Request.from_wire(Channel.PUSH, body), everyone=False, query_text='{"deviceType": "ios",}')
    form = window.tab.form
    assert isinstance(form, PushForm)
    for section in (form.android, form.iphone):
        section.more.click()


def name_of(widget: QWidget) -> str:
    """The words that a screen reader says first of a widget: its accessible name, its text, or that of its label."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def takes_keyboard(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return by_tab and widget.isVisible() and widget.isEnabled()


def nameless(page: QWidget) -> list[str]:
    return [
        f"{type(each).__name__} in {type(each.parentWidget()).__name__}"
        for each in page.findChildren(QWidget)
        if takes_keyboard(each) and not isinstance(each, QTabBar) and not name_of(each).strip()
    ]


@pytest.mark.parametrize("tab", [0, 1])
def test_everything_that_takes_the_keyboard_has_a_name(window: MainWindow, tab: int) -> None:
    fill(window)
    window.tabs.setCurrentIndex(tab)
    assert len([each for each in window.findChildren(QWidget) if takes_keyboard(each)]) > 10
    assert nameless(window) == []


def test_everything_in_the_confirmation_has_a_name(window: MainWindow, person: Person) -> None:
    fill(window)
    window.tab.audience.everyone.click()
    dialog = person.press_send(window)
    assert nameless(dialog) == []
    dialog.reject()


def test_everything_in_the_windows_of_a_form_has_a_name(window: MainWindow) -> None:
    fill(window)
    form = window.tab.form
    assert isinstance(form, PushForm)
    moment = form.iphone.field("expiration")
    assert isinstance(moment, MomentField)
    row = form.android.field("data").findChildren(KeyValueRow)[0]
    zones = moment.when.zone

    def as_type(kind: str) -> None:
        row.type.setCurrentIndex(row.type.findData(kind))
        row.edit_at_length()

    opens: tuple[Callable[[], object], ...] = (
        lambda: zones.activated.emit(zones.count() - 1),
        form.findChildren(EmojiButton)[0].open_picker,
        lambda: as_type("text"),
        lambda: as_type("json"),
    )
    for opened in opens:
        opened()
        kinds = (ZoneDialog, EmojiPicker, EditDialog)
        (shown,) = [each for kind in kinds for each in window.findChildren(kind) if each.isVisible()]
        assert any(takes_keyboard(each) for each in shown.findChildren(QWidget))
        assert nameless(shown) == []
        shown.close()


def test_the_tab_key_goes_from_the_bar_through_the_form_and_the_audience_to_the_history(
    qtbot: QtBot, window: MainWindow
) -> None:
    fill(window)
    with qtbot.waitActive(window):
        window.activateWindow()
    tab = window.tab
    parts: dict[str, QWidget] = {
        "bar": window.bar,
        "form": tab.form,
        "audience": tab.audience,
        "preview": tab.preview,
        "footer": window.footer,
        "history": window.history_line,
        "rows": window.history,
    }
    window.bar.pages[0].setFocus()
    passed: list[str] = []
    seen: list[QWidget] = []
    while (focused := window.focusWidget()) not in seen:
        seen.append(focused)
        passed += [name for name, part in parts.items() if part.isAncestorOf(focused)]
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert list(dict.fromkeys(passed)) == list(parts)
    assert passed == sorted(passed, key=list(parts).index)
    assert {
        window.footer.send,
        tab.form.first(),
        tab.audience.editor,
        tab.audience.everyone,
    } - set(seen) <= {
        tab.audience.everyone  # one of the two choices; arrow keys lead to the other
    }
