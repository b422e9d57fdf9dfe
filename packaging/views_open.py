"""Views of what opens over a window: lists of choices, menus of a right click, a calendar, tips, the tray."""

from __future__ import annotations

import dataclasses
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from looking import View, nothing, opened, seen, settle, turn, until
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDateTimeEdit, QInputDialog, QToolTip, QWidget
from views import request

from scoro_desktop.messages.request import Channel
from scoro_desktop.scorocode.account import Environment
from scoro_desktop.ui.audience.builder.condition_row import ConditionRow
from scoro_desktop.ui.audience.builder.many_values import ManyDialog
from scoro_desktop.ui.audience.sample_view import SampleView
from scoro_desktop.ui.library.library_dialog import LibraryDialog
from scoro_desktop.ui.templates.save_dialog import SaveDialog
from scoro_desktop.ui.window.main_pages import MainPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoro_desktop.ui.window.main_window import MainWindow
    from scoro_desktop.wire import JsonObject

TEXT: JsonObject = {"data": {"gcm": {"notification": {"title": "Goal", "body": "Denmark lead 1:0"}}}}
QUERY = '{"deviceType": "android", "city": {"$in": ["Москва", "Казань", "Тверь"]}}'


def open_over(window: MainWindow, language: str) -> Iterator[View]:
    """Each of them, on the page that it belongs to."""
    window.turn_to(MainPage.COMPOSE)
    window.tabs.setCurrentIndex(0)
    window.messages.open(request(Channel.PUSH, TEXT), everyone=False, query_text=QUERY)
    until(lambda: window.tab.live_count.count.value is not None, "the count")
    yield from _lists(window)
    yield from _menus(window)
    yield from _audience(window)
    yield from _times(window)
    yield from _library(window)
    yield from _accounts(window, language)
    yield from _unread(window)


def _close_popups() -> None:
    """Closes whatever menu or list is open."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    QToolTip.hideText()


def _clicked(widget: QWidget, place: QPoint) -> None:
    """Asks for the menu of a place, as the right button of a mouse does."""
    QApplication.sendEvent(widget, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place)))
    settle()


def _lists(window: MainWindow) -> Iterator[View]:
    """The choices of boxes: accounts, collections, fields, comparisons."""
    row = seen(ConditionRow)
    boxes = {
        "accounts": window.bar.accounts,
        "collections": window.tab.audience.collection_box,
        "fields": row.field,
        "comparisons": row.operator,
    }
    for name, box in boxes.items():
        box.showPopup()
        settle()
        yield f"list-{name}", window, box.hidePopup


def _menus(window: MainWindow) -> Iterator[View]:
    """Menus of a click with the right button, those within menus, and that beside Send."""
    title, bar = window.tab.form.first(), window.bar
    title.setFocus()
    settle()
    _clicked(title, QPoint(40, 10))
    yield "menu-text", window, _close_popups
    _clicked(seen(ConditionRow), QPoint(2, 2))
    yield "menu-condition", window, _close_popups
    ways = window.footer.more
    QTest.mouseClick(ways, Qt.MouseButton.LeftButton)
    settle()
    yield "menu-send", window, _close_popups
    for name, inner in (("language", bar.languages), ("appearance", bar.appearances), ("curl", bar.curl)):
        inner.popup(bar.menu.mapToGlobal(QPoint(-200, 60)))
        settle()
        yield f"menu-{name}", window, _close_popups
    button = window.footer.send
    QToolTip.showText(button.mapToGlobal(QPoint(10, -60)), button.toolTip() or window.footer.campaign.toolTip(), button)
    turn(300)
    yield "tip", window, _close_popups


def _audience(window: MainWindow) -> Iterator[View]:
    """A long list of values, the search in JSON, the columns of the sample."""
    many = ManyDialog("city", ["Москва", "Казань", "Тверь", "Казань"], tuple, window)
    many.open()
    yield "many-values", many, many.reject
    panel = window.tab.audience
    panel.by_query.setChecked(True)
    panel.editor.setFocus()
    QTest.keyClick(panel.editor, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    panel.editor.find_bar.needle.setText("a")
    settle()
    yield "find-in-json", window, panel.editor.find_bar.close_button.click
    panel.by_conditions.setChecked(True)
    panel.count.see.click()
    settle(800)
    sample = seen(SampleView)
    menu = sample.columns.menu()
    if menu is not None:
        menu.popup(sample.columns.mapToGlobal(sample.columns.rect().bottomLeft()))
        settle()
        yield "sample-columns", sample, menu.close
    sample.reject()


def _times(window: MainWindow) -> Iterator[View]:
    """The calendar of a date, and the menu of what is planned; the menu of the tray."""
    dialog = window.later.plan()
    if dialog is not None:
        clock: QDateTimeEdit = dialog.time.clock
        QTest.mouseClick(clock, Qt.MouseButton.LeftButton, pos=QPoint(clock.width() - 12, clock.height() // 2))
        settle()
        yield "date-calendar", dialog, _close_popups
        dialog.reject()
    staying = window.staying
    tray = staying._made_icon()
    menu = tray.contextMenu()
    if menu is not None:
        menu.popup(window.mapToGlobal(QPoint(window.width() - 240, 40)))
        settle()
        yield "menu-tray", window, menu.close
    tray.deleteLater()


def _library(window: MainWindow) -> Iterator[View]:
    """The menu of a row, the ways to export, and the dialogs for tags."""
    window.turn_to(MainPage.LIBRARY)
    bar = window.library._bar
    for at in range(bar.count()):
        bar.setCurrentIndex(at)
        settle(400)
        name = bar.tabData(at)
        room = seen(LibraryDialog)
        rows = room.library.list
        if not rows.count():
            continue
        rows.setCurrentRow(0)
        room._open_menu(rows, QPoint(60, 20))
        settle()
        yield f"library-menu-{name}", window, _close_popups
        if name == "templates":
            room.tag_it.click()
            settle()
            yield "library-tags-templates", seen(SaveDialog), seen(SaveDialog).reject
        else:
            with opened(QInputDialog) as found:
                room.tag_it.click()
            if found:
                yield f"library-tags-{name}", found[0], found[0].reject
    window.turn_to(MainPage.COMPOSE)


def _accounts(window: MainWindow, language: str) -> Iterator[View]:
    """Several accounts: one of each environment that reaches people."""
    current = window.current.account
    if current is None:
        return
    names = {"en": ("Shop", "Shop for trials"), "ru": ("Магазин", "Магазин для проб")}[language]
    several = [
        dataclasses.replace(current, id="live", name=names[0], environment=Environment.PRODUCTION, ceiling=5_000),
        dataclasses.replace(current, id="test", name=names[1], environment=Environment.TEST),
    ]
    dialog = window.accounts.show()
    dialog.opening.finish()
    settle(400)
    for account in several:
        dialog._book.add(window, account, lambda _done: None, _refused)
    settle(600)
    dialog.list.chosen.emit("live")
    settle(600)
    yield "accounts-several", dialog, nothing
    dialog.done(0)


def _refused(error: Exception) -> None:
    raise error


def _unread(window: MainWindow) -> Iterator[View]:
    """A list of recipients that cannot be read."""
    window.tabs.setCurrentIndex(1)
    window.messages.open(request(Channel.SMS, {"text": "{{Name}}"}), everyone=False, query_text="{}")
    window.commands["message.campaign"].trigger()
    settle(600)
    view = window.campaigns.page.one
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "clients.xlsx"
        path.write_bytes(b"PK\x03\x04 no workbook")
        window.campaigns.one.take_file(path)
        turn(1500)
        yield "campaign-unread", window, nothing
        path = Path(folder) / "clients.csv"
        path.write_text('Phone;Name\n+79120000001;"Anna\n+79120000002;Boris\n', encoding="utf-8")
        window.campaigns.one.take_file(path)
        turn(1500)
        yield "campaign-unclosed-quote", window, nothing
    view.back.click()
    settle(400)
    window.turn_to(MainPage.COMPOSE)
    window.tabs.setCurrentIndex(0)
