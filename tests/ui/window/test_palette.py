"""The palette finds what can be done now by what is typed, and does it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from scoro_desktop.ui.window.main_window import MainWindow
from scoro_desktop.ui.window.palette import Palette
from scoro_desktop.ui.window.shortcuts_dialog import ShortcutsDialog
from tests.journey.conftest import Person, Start


@pytest.fixture
def palette(window: MainWindow) -> Palette:
    return opened(window)


def opened(window: MainWindow) -> Palette:
    window.commands["help.palette"].trigger()
    (found,) = window.findChildren(Palette)
    return found


def offered(palette: Palette) -> list[str]:
    items = [palette.list.topLevelItem(place) for place in range(palette.list.topLevelItemCount())]
    return [item.text(0) for item in items if item is not None]


def test_the_words_may_come_in_any_order_and_case(palette: Palette) -> None:
    QTest.keyClicks(palette.search, "DRAFT sav")
    assert offered(palette) == ["Message › Save draft as"]
    assert palette.nothing.isHidden()
    palette.reject()


def test_enter_does_the_one_that_is_chosen(window: MainWindow, palette: Palette) -> None:
    QTest.keyClicks(palette.search, "view sms")
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert window.tab.channel == "sms"


def test_the_arrows_move_the_choice_while_the_keyboard_stays_in_the_field(window: MainWindow, palette: Palette) -> None:
    QTest.keyClicks(palette.search, "help")
    places = [entry.startswith("Help › Keyboard") for entry in offered(palette)]
    for _ in range(places.index(True)):
        QTest.keyClick(palette.search, Qt.Key.Key_Down)
    QTest.keyClick(palette.search, Qt.Key.Key_Enter)
    (dialog,) = window.findChildren(ShortcutsDialog)
    dialog.close()


def test_a_click_does_it_too(window: MainWindow, palette: Palette, person: Person) -> None:
    QTest.keyClicks(palette.search, "sms")
    item = palette.list.topLevelItem(0)
    assert item is not None
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=palette.list.visualItemRect(item).center())
    assert window.tab.channel == "sms"


def test_only_what_can_be_done_now_is_offered(window: MainWindow, palette: Palette) -> None:
    assert not window.commands["edit.undo"].isEnabled()
    assert "Edit › Undo" not in offered(palette)
    palette.reject()


def test_what_stands_in_a_menu_within_a_menu_is_found(palette: Palette) -> None:
    QTest.keyClicks(palette.search, "dark")
    assert offered(palette) == ["View › Appearance › Dark"]
    palette.reject()


def test_nothing_found_is_said_and_enter_does_nothing(palette: Palette) -> None:
    QTest.keyClicks(palette.search, "no such thing")
    assert offered(palette) == []
    assert palette.nothing.text() == "There is no such command, or it is not available now."
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.reject()


def test_it_speaks_the_language_of_the_window(start: Start) -> None:
    application = start()
    application.window.language_chosen.emit("ru")
    palette = opened(application.window)
    assert palette.windowTitle() == "Найти команду"
    palette.search.insert("шаблоны")
    assert offered(palette) == ["Сообщение › Шаблоны"]
    palette.reject()
