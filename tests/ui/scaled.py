"""A look at the window as a process of its own, at the scale that its environment asks for, told in JSON.

Qt takes its scale once, before there is an application. Told are the ratio of pixels, what is cut, whether Send is in
sight, and which icons have fewer pixels than they are drawn on.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication

from scoro_desktop.app import Application
from scoro_desktop.messages.request import Channel, Request
from scoro_desktop.storage.vault import Vault
from scoro_desktop.ui.runtime.qt_application import make_qt
from scoro_desktop.ui.smoke import wait
from scoro_desktop.ui.window.main_pages import MainPage
from scoro_desktop.ui.window.main_window import MainWindow
from tests.storage.keyrings import MemoryKeyring
from tests.ui.clipped import clipped
from tests.ui.compose.messages import push_with

QUERY = '{"deviceType": "android", "city": "Moscow", "lastSeenAt": {"$gte": {"$relativeDate": {"days": -30}}}}'
TEXT = {"title": "Португалия — Дания", "body": "Отличный матч! Второй тайм начнётся через десять минут."}
TURNS = 5
"""Turns of the event loop: a text that wraps asks for room in one, and has it in the next."""


def settle() -> None:
    for _ in range(TURNS):
        loop = QEventLoop()
        QTimer.singleShot(0, loop.quit)
        loop.exec()


def blurred(window: MainWindow) -> list[str]:
    """The icons of buttons that would be drawn larger than they are."""
    ratio = window.devicePixelRatioF()
    found = []
    for each in window.findChildren(QAbstractButton):
        if each.isVisible() and not each.icon().isNull():
            pixmap = each.icon().pixmap(each.iconSize(), ratio)
            wanted = min(each.iconSize().width(), each.iconSize().height()) * ratio
            if max(pixmap.width(), pixmap.height()) < wanted - 1:
                found.append(each.text() or each.accessibleName())
    return found


def look(window: MainWindow) -> dict[str, object]:
    settle()
    send = window.footer.send
    return {
        "cut": clipped(window),
        "send": send.visibleRegion().boundingRect() == send.rect(),
        "blurred": blurred(window),
    }


def main() -> None:
    folder, width, height = sys.argv[1:]
    application = Application(make_qt(), Path(folder), vault=Vault(MemoryKeyring()))
    application._change_language("ru")
    application.show()
    window = application.window
    window.building.finish()
    window.resize(int(width), int(height))
    told: dict[str, object] = {"ratio": window.devicePixelRatioF(), "first": look(window)}
    body = push_with(gcm={"notification": TEXT}, apns={"aps": {"alert": {**TEXT, "title": "Дания"}, "badge": 1}})
    window.messages.open(Request.from_wire(Channel.PUSH, body), everyone=False, query_text=QUERY)
    live = window.tab.live_count
    wait([window.tab.count_changed], lambda: live.count.value is not None, "the count")
    told["message"] = look(window)
    window.tabs.setCurrentIndex(1)
    told["sms"] = look(window)
    window.tabs.setCurrentIndex(0)
    for page in (MainPage.HISTORY, MainPage.LIBRARY, MainPage.CAMPAIGNS):
        window.turn_to(page)
        settle()
        told[page.value] = {"cut": clipped(window)}
    told["size"] = [window.width(), window.height()]
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()
    application.close()
    QApplication.processEvents()


if __name__ == "__main__":
    main()
