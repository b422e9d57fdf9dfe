"""Awkward lists of recipients, an audience as a list, what is offered between braces, a file that is refused."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from looking import View, nothing, settle, turn, until
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from views import request

from scoro_desktop.messages.request import Channel
from scoro_desktop.sandbox.sample import world
from scoro_desktop.ui.kit.completions import Completions
from scoro_desktop.ui.window.main_pages import MainPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scoro_desktop.ui.window.main_window import MainWindow
    from scoro_desktop.wire import JsonObject

TEXTS = {
    "en": "Hi {{firstName|friend}}, your order is ready. We are open until nine.",
    "ru": "Здравствуйте, {{firstName|друг}}! Ваш заказ готов. Мы открыты до девяти.",
}
TITLES = {"en": ("Your order is ready", "Телефон;Имя;Код"), "ru": ("Ваш заказ готов", "Телефон;Имя;Код")}
OF_USERS = '{"phone": {"$exists": true}, "address.city": "Москва"}'
OF_DEVICES = '{"deviceType": "android", "city": "Москва", "userId": {"$exists": true}}'


def lists(window: MainWindow, language: str) -> Iterator[View]:
    """Each of them."""
    yield from _offered(window)
    yield from _dropped(window)
    with tempfile.TemporaryDirectory() as folder:
        yield from _awkward(window, language, Path(folder))
    yield from _audience(window, language)
    window.turn_to(MainPage.COMPOSE)
    window.tabs.setCurrentIndex(0)


def _offered(window: MainWindow) -> Iterator[View]:
    """The names that can stand between two braces."""
    window.turn_to(MainPage.COMPOSE)
    window.tabs.setCurrentIndex(0)
    window.messages.open(
        request(Channel.PUSH, {"data": {"gcm": {"notification": {"title": "Goal"}}}}),
        everyone=False,
        query_text=OF_DEVICES,
    )
    until(lambda: window.tab.live_count.count.value is not None, "the count")
    settle(1200)  # the fields of the sample
    title = window.tab.form.first()
    title.setFocus()
    QTest.keyClicks(title, " {{")
    until(lambda: any(each.isVisible() for each in window.findChildren(Completions)), "names")
    yield "names-offered", window, nothing
    QTest.keyClick(title, Qt.Key.Key_Escape)


def _dropped(window: MainWindow) -> Iterator[View]:
    """A file that is nothing the window could take."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "notes.json"
        path.write_text("[1, 2, 3]", encoding="utf-8")
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        left, no_keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        entering = QDragEnterEvent(QPoint(4, 4), Qt.DropAction.CopyAction, mime, left, no_keys)
        QApplication.sendEvent(window, entering)
        dropping = QDropEvent(QPointF(4, 4), Qt.DropAction.CopyAction, mime, left, no_keys)
        QApplication.sendEvent(window, dropping)
        turn(800)
    yield "dropped-refused", window, window.notice.hide


def _awkward(window: MainWindow, language: str, folder: Path) -> Iterator[View]:
    """A list out of Excel: phones as people write them, no names, one phone twice, a number that was rounded."""
    phones = [str(each["phone"]) for each in world().users if str(each.get("phone", "")).startswith("+7")]
    written = [f"8 ({each[2:5]}) {each[5:8]}-{each[8:10]}-{each[10:]}" for each in phones[:40]]
    rows = [f"{phone};Анна {n};К{n:03}" for n, phone in enumerate(written)]
    rows[3], rows[7] = rows[3].replace("Анна 3", ""), rows[7].replace("Анна 7", "")
    rows += [rows[5], "7,9E+10;Борис;К900", "нет;Вера;К901", "8 (900) 000-00-00;Глеб;К902"]
    path = folder / "клиенты.csv"
    path.write_bytes("\r\n".join(["Телефон;Имя;Код", *rows, ";;"]).encode("cp1251"))
    text = TEXTS[language].replace("firstName|", "Имя|")
    window.tabs.setCurrentIndex(1)
    window.messages.open(request(Channel.SMS, {"text": text}), everyone=False, query_text="{}")
    window.commands["message.campaign"].trigger()
    settle(600)
    view = window.campaigns.page.one
    window.campaigns.one.take_file(path)
    until(lambda: not view.recipients.is_choosing() and view.recipients.check.isEnabled(), "a list")
    yield "list-awkward", window, nothing
    view.recipients.check.click()
    until(lambda: view.check.is_checked, "a list that was checked")
    settle()
    yield "list-awkward-checked", window, nothing
    sums = view.check.sums
    sums._go_to(sums.topLevelItemCount() - 1)
    settle(600)
    yield "list-left-out", window, nothing
    sums._go_to(1)
    settle(600)
    view.check.table.selectRow(1)
    view.check.leave_out.click()
    settle(800)
    yield "list-excluded", window, nothing
    view.back.click()
    settle(400)


def _audience(window: MainWindow, language: str) -> Iterator[View]:
    """The people of an audience as a list, for a push."""
    window.turn_to(MainPage.COMPOSE)
    window.tabs.setCurrentIndex(0)
    title = TITLES[language][0]
    text: JsonObject = {"title": title, "body": TEXTS[language]}
    window.messages.open(
        request(Channel.PUSH, {"data": {"gcm": {"notification": text}, "apns": {"aps": {"alert": dict(text)}}}}),
        everyone=False,
        query_text=OF_DEVICES,
    )
    until(lambda: window.tab.live_count.count.value is not None, "the count")
    window.commands["message.campaign"].trigger()
    settle(600)
    view = window.campaigns.page.one
    yield "list-or-audience", window, nothing
    view.recipients.choice.audience.click()
    until(view.recipients.check.isEnabled, "the people of an audience")
    settle()
    yield "list-of-audience", window, nothing
    view.recipients.check.click()
    until(lambda: view.check.is_checked, "a list that was checked")
    settle()
    yield "list-of-audience-checked", window, nothing
    view.back.click()
    settle(400)
